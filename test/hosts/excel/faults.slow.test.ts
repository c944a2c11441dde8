import type { Plan } from '../../../src/core/plan';
import { excelWords as words } from '../../../src/hosts/excel/words';
import { fullPlan as planWithNames, planOf, sheetPlan } from '../xlsx/sample-plan';
import { WorkbookModel } from '../../excel-host/model/workbook';
import { picture, refusalOf, session, type Session } from './session';

/** As results are: they give no names to cells. */
function fullPlan(): Plan {
  const plan = planWithNames();
  return { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, names: [] })) };
}

function userBook(): WorkbookModel {
  const book = new WorkbookModel();
  book.addSheet('指标表', [
    ['开发区', '产值（亿元）'],
    ['甲', 12.5],
    ['乙', 8],
  ]);
  book.addSheet('说明', [['填报说明']]);
  return book;
}

const names = (book: WorkbookModel): string[] => book.sheets.map(({ name }) => name);

async function opened(options: Parameters<typeof session>[1] = {}): Promise<Session> {
  const open = await session(userBook(), options);
  await open.port.recall('choices');
  await open.port.read();
  return open;
}

/** A workbook with results of an earlier run. */
async function withResults(options: Parameters<typeof session>[1] = {}): Promise<Session> {
  const open = await opened(options);
  await open.port.write(fullPlan());
  return open;
}

describe('a request that Excel rejects', () => {
  it.each([
    ['fill', [1, 3]],
    ['swap', [2]],
  ] as const)('leaves the workbook as it was: first run, %s', async (step, failing) => {
    const { host, book, port } = await opened();
    const before = picture(book);
    for (const nth of failing) host.failSync(nth, { code: 'GeneralException' });
    const { code, message, nextStep } = await refusalOf(port.write(fullPlan()));
    expect(code).toBe('excel-failed');
    expect(message).toContain(words.steps[step]);
    expect(message).toContain(words.untouched);
    expect(nextStep).not.toBe('');
    expect(picture(book)).toEqual(before);
    expect((await port.write(fullPlan())).written).toEqual(['综合排名', '得分明细']);
  });

  it('leaves the workbook as it was wherever a batch breaks off: rerun', async () => {
    for (const nth of [1, 2]) {
      for (let afterActions = 0; ; afterActions += nth === 1 ? 23 : 1) {
        const { host, book, port } = await withResults();
        const before = picture(book);
        const made = host.requests.length;
        host.failSync(nth, { code: 'AccessDenied', afterActions });
        const outcome = await port.write(fullPlan()).then(
          (report) => report,
          (error: unknown) => error,
        );
        const failed = host.requests.slice(made).some(({ error }) => error !== undefined);
        const now = picture(book);
        if (!failed) break;
        // Once an old sheet is deleted the only whole state is the new one.
        if (outcome instanceof Error) expect({ nth, afterActions, now }).toEqual({ nth, afterActions, now: before });
        else expect({ nth, afterActions, sheets: Object.keys(now) }).toEqual({ nth, afterActions, sheets: Object.keys(before) });
        host.reset();
        await port.read();
        expect((await port.write(fullPlan())).written).toEqual(['综合排名', '得分明细']);
        expect(names(book)).toEqual(['指标表', '说明', '综合排名', '得分明细']);
      }
    }
  });

  it('names the sheets that are left where cleaning up fails too', async () => {
    const { host, book, port } = await opened();
    host.failSync(2, { code: 'GeneralException' });
    host.failSync(3, { code: 'GeneralException' });
    const { message } = await refusalOf(port.write(fullPlan()));
    const left = names(book).slice(2);
    expect(left).toHaveLength(2);
    for (const name of left) expect(message).toContain(`“${name}”`);
    expect(message).toContain('GeneralException');
    // The next click takes them away before it does anything else.
    expect((await port.write(fullPlan())).replaced).toEqual([]);
    expect(names(book)).toEqual(['指标表', '说明', '综合排名', '得分明细']);
  });

  it.each([
    ['InvalidOperationInCellEditMode', 'cell-edit'],
    ['AccessDenied', 'access-denied'],
    ['ItemNotFound', 'sheet-gone'],
    ['RequestPayloadSizeLimitExceeded', 'too-large'],
    ['ApiNotFound', 'api-missing'],
    ['RequestAborted', 'busy'],
    ['SomethingNew', 'excel-failed'],
  ])('is told in words: ', async (excelCode, code) => {
    const { host, port } = await opened();
    // What Excel refuses for a trifle is tried a second time without them.
    for (const nth of [1, 3]) host.failSync(nth, { code: excelCode });
    const problem = await refusalOf(port.write(fullPlan()));
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(/^第 2 步/);
    expect(problem.nextStep).toMatch(/[请可]/);
  });
});

describe('a workbook that changes between reading and writing', () => {
  it.each<[string, (book: WorkbookModel) => void, string]>([
    ['a cell', (book) => book.sheet('指标表').put(1, 1, { value: 13 }), '“指标表”的内容有变'],
    ['a new row', (book) => book.sheet('指标表').put(3, 0, { value: '丙' }), '“指标表”的内容有变'],
    ['an emptied sheet', (book) => book.sheet('说明').put(0, 0, undefined), '“说明”的内容有变'],
    ['a deleted sheet', (book) => book.removeSheet(book.sheet('说明')), '“说明”已被删除'],
    ['a renamed sheet', (book) => book.renameSheet(book.sheet('说明'), '填表说明'), '已改名为“填表说明”'],
    ['a new sheet', (book) => void book.addSheet('补报', [['丙', 3]]), '新增了工作表“补报”'],
  ])('is not written to: ', async (_, change, what) => {
    const { book, port } = await opened();
    change(book);
    const before = picture(book);
    const { code, message } = await refusalOf(port.write(fullPlan()));
    expect(code).toBe('changed');
    expect(message).toContain(what);
    expect(picture(book)).toEqual(before);
    await port.read();
    expect((await port.write(fullPlan())).written).toHaveLength(2);
  });

  it('may recalculate: NOW() and RAND() are no change', async () => {
    const book = userBook();
    book.sheet('说明').put(1, 0, { value: 45000.5, formula: '=NOW()' });
    const { port } = await session(book);
    await port.read();
    book.sheet('说明').put(1, 0, { value: 45000.6, formula: '=NOW()' });
    expect((await port.write(fullPlan())).written).toHaveLength(2);
  });

  it('is found in large sheets too, which are read again in pieces', async () => {
    const book = new WorkbookModel();
    book.addSheet(
      '大表',
      Array.from({ length: 1500 }, (_, row) => Array.from({ length: 60 }, (_unused, column) => row * 60 + column)),
    );
    const { port, host } = await session(book);
    await port.read();
    expect(host.requests.length).toBeGreaterThan(2);
    expect((await port.write(planOf(sheetPlan({ name: '甲' })))).written).toEqual(['甲']);
    await port.read();
    book.sheet('大表').put(1400, 30, { value: 'x' });
    expect((await refusalOf(port.write(fullPlan()))).code).toBe('changed');
    expect(names(book)).toEqual(['大表', '甲']);
  });
});

describe('Excel refuses beforehand', () => {
  it('a protected structure, and works once it is taken away', async () => {
    const { book, port } = await opened();
    book.protection = { options: {} };
    const before = picture(book);
    const { code, nextStep } = await refusalOf(port.write(fullPlan()));
    expect(code).toBe('protected-structure');
    expect(nextStep).toContain('审阅');
    expect(picture(book)).toEqual(before);
    expect((await port.describe()).traits).toEqual(['protected-structure']);
    expect((await refusalOf(port.write(fullPlan()))).code).toBe('protected-structure');
    book.protection = undefined;
    expect((await port.write(fullPlan())).written).toHaveLength(2);
    book.protection = { options: {} };
    expect((await refusalOf(port.clear())).code).toBe('protected-structure');
    expect(names(book)).toHaveLength(4);
  });

  it('while a cell is edited it waits', async () => {
    const { host, port } = await opened();
    host.editMode = true;
    let done = false;
    const work = port.write(fullPlan()).then(() => (done = true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done).toBe(false);
    host.editMode = false;
    await work;
    expect(done).toBe(true);
  });

  it('no room for a plan that Excel could not hold', async () => {
    const { host, port } = await opened();
    const made = host.requests.length;
    const plan: Plan = planOf(sheetPlan({ name: '太宽', widths: new Array<number>(16_385).fill(8) }));
    expect((await refusalOf(port.write(plan))).code).toBe('bad-plan');
    expect(host.requests.length).toBe(made);
  });
});

describe('cancelling', () => {
  it('before the write sends nothing', async () => {
    const { host, port } = await opened();
    const made = host.requests.length;
    const controller = new AbortController();
    controller.abort();
    expect((await refusalOf(port.write(fullPlan(), { signal: controller.signal }))).code).toBe('cancelled');
    expect((await refusalOf(port.read({ signal: controller.signal }))).code).toBe('cancelled');
    expect(host.requests.length).toBe(made);
  });

  it('while sheets are being filled takes them away again', async () => {
    const { host, book, port } = await opened();
    const before = picture(book);
    const controller = new AbortController();
    host.beforeRequest = (): void => controller.abort();
    const { code } = await refusalOf(port.write(fullPlan(), { signal: controller.signal }));
    expect(code).toBe('cancelled');
    expect(picture(book)).toEqual(before);
  });
});

describe('the 5 MB limit', () => {
  const large = (): Plan =>
    planOf(
      sheetPlan({
        name: '长表',
        widths: [10, 10],
        bodyRows: 60_000,
        body: [0, 1].map((column) => ({
          kind: 'text' as const,
          style: 2,
          values: Array.from({ length: 60_000 }, (_, row) => `第 ${row} 行的一段说明文字，内容稍长一些 ${column}`),
        })),
      }),
    );

  it('is kept by large plans, which go in parts with progress between', async () => {
    const { host, book, port } = await opened();
    const shares: number[] = [];
    await port.write(large(), { progress: (share) => shares.push(share) });
    expect(Math.max(...host.requests.map(({ bytes }) => bytes))).toBeLessThan(5 * 1024 * 1024);
    expect(host.requests.filter(({ error }) => error !== undefined)).toEqual([]);
    expect(shares.length).toBeGreaterThan(3);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
    expect(book.sheet('长表').value(59_999, 1)).toBe('第 59999 行的一段说明文字，内容稍长一些 1');
  });

  it('is kept by large sheets, which are read in pieces, smaller ones where texts are long', async () => {
    const book = new WorkbookModel();
    const text = '很长的文字'.repeat(40);
    book.addSheet(
      '长文',
      Array.from({ length: 900 }, (_, row) => Array.from({ length: 30 }, (_unused, column) => `${row}-${column}${text}`)),
    );
    const { port, host } = await session(book);
    const [grid] = await port.read();
    expect(grid!.grid.size).toBe(27_000);
    expect(grid!.grid.text(899, 29)).toBe(`899-29${text}`);
    expect(host.requests.some(({ error }) => error === 'ResponsePayloadSizeLimitExceeded')).toBe(true);
  });

  it('does not make a stray cell in the last corner cost a million rows', async () => {
    const book = userBook();
    book.sheet('指标表').put(1_048_575, 16_383, { value: '误填' });
    const { port, host } = await session(book);
    const grids = await port.read();
    expect(grids[0]!.grid.size).toBe(7);
    expect(grids[0]!.grid.text(1_048_575, 16_383)).toBe('误填');
    expect(host.requests.length).toBeLessThan(10);
  });
});

describe('two writes at once', () => {
  it('follow one another: the later one replaces the earlier', async () => {
    const { book, port } = await opened();
    const [first, second] = await Promise.all([
      port.write(fullPlan()),
      port.write(planOf(sheetPlan({ name: '综合排名', head: [[{ value: '后写' }]] }))),
    ]);
    expect(first.replaced).toEqual([]);
    expect(second.replaced).toEqual(['综合排名', '得分明细']);
    expect(names(book)).toEqual(['指标表', '说明', '综合排名']);
    expect(book.sheet('综合排名').value(0, 0)).toBe('后写');
  });

  it('of two panes leave one whole result', async () => {
    const { book, port } = await opened();
    const { openExcel } = await import('../../../src/hosts/excel/open-excel');
    const other = await openExcel();
    await other.read();
    const outcomes = await Promise.allSettled([port.write(fullPlan()), other.write(fullPlan())]);
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(names(book).slice(0, 2)).toEqual(['指标表', '说明']);
    expect(names(book).slice(2).sort()).toEqual(['得分明细', '综合排名'].sort());
  });
});
