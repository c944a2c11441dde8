import type { Plan } from '../../../src/core/plan';
import { lookGroups } from '../../../src/hosts/excel/edited';
import type { ListedSheet } from '../../../src/hosts/excel/listing';
import { excelWords as words } from '../../../src/hosts/excel/words';
import type { HostOptions } from '../../excel-host/host';
import type { CommentModel, SheetModel } from '../../excel-host/model/sheet';
import { WorkbookModel } from '../../excel-host/model/workbook';
import { fullPlan } from '../xlsx/sample-plan';
import { picture, refusalOf, session, type Session } from './session';

async function withResults(options: HostOptions = {}): Promise<Session> {
  const book = new WorkbookModel();
  book.addSheet('指标表', [
    ['开发区', '产值（亿元）'],
    ['甲', 12.5],
  ]);
  const open = await session(book, options);
  await open.port.read();
  await open.port.write(plan());
  await open.port.read();
  return open;
}

const comment: CommentModel = {
  id: '1',
  row: 3,
  column: 1,
  content: '请核对',
  contentType: 'Plain',
  authorName: '局长',
  created: '2024-01-01T00:00:00Z',
  resolved: false,
  replies: [],
};

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

  it.each<[string, (sheet: SheetModel) => void]>([
    ['图表 2 个', ({ charts }) => void charts.push('图表 1', '图表 2')],
    ['批注 1 处', ({ comments }) => void comments.push(comment)],
    ['图片或图形 2 个', ({ shapes }) => void shapes.push('Image', 'GeometricShape', 'Unsupported')],
    [
      '单元格内容、图表 1 个、批注 1 处',
      (sheet) => {
        sheet.put(4, 9, { value: '请局长阅' });
        sheet.charts.push('图表 1');
        sheet.comments.push(comment);
      },
    ],
  ])(
    '%s: what stands on it besides is named and asked about, before a rerun and before clearing, without a further request',
    async (what, put) => {
      const { port, book, host } = await withResults();
      put(book.sheet('得分明细'));
      const before = host.requests.length;
      for (const work of [() => port.write(plan()), () => port.clear()]) {
        const { code, message } = await refusalOf(work());
        expect(code).toBe('results-edited');
        expect(message).toContain(`：“得分明细”（${what}）。`);
      }
      // Filling and taking back what was filled (a look and a deletion); the list of sheets and the look at ours.
      expect(host.requests.length - before).toBe(5);
      await port.read();
      expect((await port.write(plan(), { overwrite: true })).replaced).toEqual(['综合排名', '得分明细']);
      book.sheet('得分明细').charts.push('图表 1');
      expect(await port.clear({ overwrite: true })).toEqual(['综合排名', '得分明细']);
    },
  );

  it('what Excel has no word for is not asked about', async () => {
    const { port, book } = await withResults();
    book.sheet('得分明细').shapes.push('Unsupported');
    expect((await port.write(plan())).replaced).toEqual(['综合排名', '得分明细']);
  });

  it('where Excel will not tell what stands on it, the result is written all the same and says so, and clearing works', async () => {
    const { port, book } = await withResults({ without: ['Worksheet.shapes'] });
    for (const click of [1, 2]) {
      const { replaced, leftOut } = await port.write(plan());
      expect({ click, replaced }).toEqual({ click, replaced: ['综合排名', '得分明细'] });
      expect(leftOut).toContain(words.addedUnseen);
      await port.read();
    }
    book.sheet('得分明细').put(4, 9, { value: '请局长阅' });
    expect((await refusalOf(port.clear())).message).toContain('“得分明细”（单元格内容）');
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

describe('defined names of the user’s that point into results', () => {
  it('point into the new sheets after a rerun, in the request of the formulas; those whose sheet is no more are told', async () => {
    const { port, book, host } = await withResults();
    book.addName('前三名', "='综合排名'!$C$4:$C$6");
    book.addName('明细表头', '=得分明细!$A$1:$C$1');
    book.addName('产值', '=指标表!$B$2');
    book.sheet('指标表').put(5, 0, { value: 1, formula: '=SUM(综合排名!C4)+SUM(前三名)' });
    await port.read();
    const before = host.requests.length;
    const first = await port.write(plan());
    expect(host.requests.length - before).toBe(3);
    expect(book.names.filter(({ sheet }) => !sheet).map(({ name, formula }) => [name, formula])).toEqual([
      ['前三名', "='综合排名'!$C$4:$C$6"],
      ['明细表头', '=得分明细!$A$1:$C$1'],
      ['产值', '=指标表!$B$2'],
    ]);
    expect(first.leftOut.join()).not.toContain('#REF!');
    await port.read();
    const { leftOut } = await port.write({ ...plan(), sheets: plan().sheets.slice(0, 1) });
    expect(book.findName('前三名')?.formula).toBe("='综合排名'!$C$4:$C$6");
    expect(leftOut.find((line) => line.includes('#REF!'))).toContain('名称“明细表头”');
  });

  it('are not looked for among more than a thousand, and that is told', async () => {
    const { port, book, host } = await withResults();
    for (let n = 0; n < 1_200; n++) book.addName(`旧名${n}`, '=#REF!');
    await port.read();
    const before = host.requests.length;
    const { leftOut } = await port.write(plan());
    expect(leftOut).toContain(words.namesUnseen(1_200));
    expect(host.requests.slice(before).every(({ answerBytes }) => answerBytes < 50_000)).toBe(true);
  });
});

describe('looking at large results', () => {
  const sheet = (name: string, digest?: string): ListedSheet => ({
    id: name,
    name,
    hidden: false,
    veryHidden: false,
    owned: true,
    marked: true,
    pack: 'x',
    digest,
    charts: 0,
    shapes: 0,
    ranges: false,
  });
  const groups = (sheets: readonly ListedSheet[], room?: number): string[] =>
    lookGroups(sheets, room).map((group) => group.map(({ name }) => name).join());

  it('takes as many requests as the answers need; what no answer could hold is not looked at', () => {
    const sheets = [sheet('a', '9:1:1:3000'), sheet('b', '9:1:1:1400'), sheet('c', '9:1:1:200'), sheet('d')];
    expect(groups(sheets)).toEqual(['a,b', 'c,d']);
    expect(groups(sheets, 2_000_000)).toEqual(['', 'a,b', 'c,d']);
    expect(groups([sheet('a', '9:1:1:4600'), sheet('b', '60001:1:1'), sheet('c', '9:1:1')])).toEqual(['a,b,c']);
    expect(groups([sheet('a', '40000:1:1'), sheet('b', '10000:1:1')])).toEqual(['a', 'b']);
    expect(groups([])).toEqual(['']);
  });
});
