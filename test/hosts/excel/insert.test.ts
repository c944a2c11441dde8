import type { SheetsPlan } from '../../../src/core/plan';
import { WorkbookModel } from '../../excel-host/model/workbook';
import { fullPlan, planOf, sheetPlan } from '../xlsx/sample-plan';
import { picture, refusalOf, session } from './session';

const MARK = '_zone_assessor';

const mine: SheetsPlan = {
  sheets: ['填报说明', '指标数据'].map((name) =>
    sheetPlan({ name, head: [[{ value: name, style: 0 }]], bodyRows: 2, body: [{ kind: 'text', values: ['', ''], style: 0 }] }),
  ),
  styles: [{ border: true }],
};

function userBook(): WorkbookModel {
  const book = new WorkbookModel();
  book.addSheet('Sheet1', []);
  return book;
}

const names = (book: WorkbookModel): string[] => book.sheets.map(({ name }) => name);
const marks = (book: WorkbookModel): string[] => book.names.filter(({ name }) => name === MARK).map(({ sheet }) => sheet?.name ?? '');

describe('sheets of the person', () => {
  it('come behind all others and bear no mark; the first is brought to the front', async () => {
    const { port, book } = await session(userBook());
    expect(await port.insert(mine)).toEqual({ written: ['填报说明', '指标数据'], leftOut: [] });
    expect(names(book)).toEqual(['Sheet1', '填报说明', '指标数据']);
    expect(marks(book)).toEqual([]);
    expect(book.active?.name).toBe('填报说明');
    expect((await port.read()).map(({ name, owned }) => [name, owned])).toEqual([
      ['Sheet1', false],
      ['填报说明', false],
      ['指标数据', false],
    ]);
  });

  it('offer values to choose from, and refuse no other', async () => {
    const { port, book } = await session(userBook());
    const choices = [{ column: 1, top: 1, bottom: 3, values: ['正向', '逆向'] }];
    await port.insert({ sheets: [sheetPlan({ name: '指标体系', choices })], styles: [{}] });
    const { area, values } = book.sheet('指标体系').validations[0]!;
    expect(area).toMatchObject({ top: 1, bottom: 3, left: 1, right: 1 });
    expect(values.get('Rule')).toMatchObject({ list: { inCellDropDown: true, source: '正向,逆向' } });
    expect(values.get('ErrorAlert')).toMatchObject({ showAlert: false });
  });

  it('stay where results are written anew and cleared; results stay where sheets are inserted', async () => {
    const { port, book } = await session(userBook());
    await port.write(fullPlan());
    await port.insert(mine);
    expect(marks(book)).toEqual(['综合排名', '得分明细']);
    await port.write(planOf(sheetPlan({ name: '另一份结果' })));
    expect(names(book)).toEqual(['Sheet1', '填报说明', '指标数据', '另一份结果']);
    expect(await port.clear()).toEqual(['另一份结果']);
    expect(names(book)).toEqual(['Sheet1', '填报说明', '指标数据']);
  });

  it('get another name where theirs is taken, which is told', async () => {
    const { port } = await session(userBook());
    await port.insert(mine);
    const { written, leftOut } = await port.insert(mine);
    expect(written).toEqual(['填报说明（2）', '指标数据（2）']);
    expect(leftOut).toEqual(expect.arrayContaining(['工作簿里已有名为“指标数据”的工作表，新表名为“指标数据（2）”。']));
  });

  it('are not added to a workbook whose structure is protected', async () => {
    const book = userBook();
    book.protection = { options: {} };
    const { port } = await session(book);
    expect(await refusalOf(port.insert(mine))).toMatchObject({ code: 'protected-structure' });
    expect(names(book)).toEqual(['Sheet1']);
  });

  it('all or none, wherever a request breaks off, and none is left marked', async () => {
    const outcomes = new Set<string>();
    for (const nth of [1, 2, 3]) {
      for (let afterActions = 0; ; afterActions++) {
        const { host, book, port } = await session(userBook());
        const before = picture(book);
        host.failSync(nth, { code: 'AccessDenied', afterActions });
        const failure = await port.insert(mine).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (!host.requests.some(({ error }) => error !== undefined)) break;
        const sheets = names(book);
        outcomes.add(failure === undefined ? 'inserted' : 'taken back');
        if (failure === undefined)
          expect({ nth, afterActions, sheets }).toEqual({ nth, afterActions, sheets: ['Sheet1', '填报说明', '指标数据'] });
        else expect({ nth, afterActions, now: picture(book) }).toEqual({ nth, afterActions, now: before });
        expect(marks(book)).toEqual([]);
      }
    }
    expect(outcomes).toContain('taken back');
  });
});
