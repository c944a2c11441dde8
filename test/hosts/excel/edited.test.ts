import type { Plan } from '../../../src/core/plan';
import { WorkbookModel } from '../../excel-host/model/workbook';
import { fullPlan } from '../xlsx/sample-plan';
import { picture, refusalOf, session, type Session } from './session';

async function withResults(): Promise<Session> {
  const book = new WorkbookModel();
  book.addSheet('指标表', [
    ['开发区', '产值（亿元）'],
    ['甲', 12.5],
  ]);
  const open = await session(book);
  await open.port.read();
  await open.port.write(plan());
  await open.port.read();
  return open;
}

/** As results are: they give no names to cells. */
const plan = (): Plan => ({ ...fullPlan(), sheets: fullPlan().sheets.map((sheet) => ({ ...sheet, names: [] })) });

describe('a result that a person changed since it was written', () => {
  it.each<[string, (book: WorkbookModel) => void]>([
    ['a figure', (book) => book.sheet('综合排名').put(3, 0, { value: 9 })],
    ['a text', (book) => book.sheet('综合排名').put(4, 1, { value: '乙开发区（已更名）' })],
    ['a formula that became a number', (book) => book.sheet('综合排名').put(3, 2, { value: 95.5 })],
    ['a remark beside the table', (book) => book.sheet('综合排名').put(4, 9, { value: '请局长阅' })],
    ['a cell that was emptied', (book) => book.sheet('综合排名').put(0, 0, undefined)],
  ])('%s: is asked about before a rerun and before clearing, and stays as it is', async (_, change) => {
    const { port, book } = await withResults();
    change(book);
    const before = picture(book);
    for (const work of [() => port.write(plan()), () => port.clear()]) {
      const { code, message, nextStep } = await refusalOf(work());
      expect(code).toBe('results-edited');
      expect(message).toContain('“综合排名”');
      expect(message).not.toContain('“得分明细”');
      expect(nextStep).toContain('复制');
      expect(picture(book)).toEqual(before);
    }
    await port.read();
    expect((await port.write(plan(), { overwrite: true })).replaced).toEqual(['综合排名', '得分明细']);
    book.sheet('得分明细').put(1, 1, { value: 1 });
    expect(await port.clear({ overwrite: true })).toEqual(['综合排名', '得分明细']);
  });

  it('is not found where only looks, formulas as Excel writes them, or digits beyond the twelfth differ', async () => {
    const { port, book } = await withResults();
    const sheet = book.sheet('综合排名');
    const [row, column] = [3, 2];
    const formula = sheet.formula(row, column);
    expect(formula).toBeDefined();
    sheet.put(row, column, { value: sheet.value(row, column), formula: formula!.toLowerCase().replaceAll("'", '') });
    expect((await port.write(plan())).replaced).toEqual(['综合排名', '得分明细']);
  });

  it('a copy that the user made of it is the user’s and is not asked about', async () => {
    const { port, book } = await withResults();
    book.addSheet('我的排名', [['改过的']]);
    await port.read();
    expect((await port.write(plan())).written).toEqual(['综合排名', '得分明细']);
  });
});

describe('formulas of the user’s that point into results', () => {
  it('point into the new sheets after a rerun; those whose sheet is no more are told', async () => {
    const { port, book } = await withResults();
    const own = book.sheet('指标表');
    own.put(5, 0, { value: 95.5, formula: '=综合排名!C4' });
    own.put(5, 1, { value: 95.5, formula: "=IF('得分明细'!B2>0,SUM('综合排名'!C4:C6),\"综合排名!C4\")" });
    own.put(6, 0, { value: 1, formula: '=A3*2' });
    await port.read();
    const first = await port.write(plan());
    expect([own.formula(5, 0), own.formula(5, 1)]).toEqual(['=综合排名!C4', "=IF('得分明细'!B2>0,SUM('综合排名'!C4:C6),\"综合排名!C4\")"]);
    expect(first.leftOut.join()).not.toContain('#REF!');
    await port.read();
    const { leftOut } = await port.write({ ...plan(), sheets: plan().sheets.slice(0, 1) });
    expect(own.formula(5, 0)).toBe('=综合排名!C4');
    expect(leftOut.find((line) => line.includes('#REF!'))).toContain('指标表!B6');
  });
});
