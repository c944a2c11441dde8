import { assess, check, type AssessInput } from '../../src/core/assess';
import type { Area } from '../../src/core/cell';
import { decisionOf, type Decision } from '../../src/core/decision';
import type { PlainValue, SheetGrid } from '../../src/core/grid';
import type { Problem } from '../../src/core/problem';
import { acceptAll } from '../cases/reading/accept-all';
import { packOf } from '../packs/built-in';
import { inputOf } from '../packs/run';
import { sheet } from './table/small-table';

const pack = packOf('shandong-2016');
const HEADER = ['开发区名称', '级别', '地区生产总值（亿元）', '工业固废综合利用率（%）', '年末从业人员（人）'];
const NAMES = ['滨河', '金穗', '桃林', '云岭', '松涛', '青禾'].map((name) => `${name}经济开发区`);
const GDP = [400.5, 312, 288, 530, 199, 267];
const ROWS: readonly (readonly PlainValue[])[] = NAMES.map((name, at) => [
  name,
  at < 2 ? '国家级' : '省级',
  GDP[at]!,
  90 + at,
  12000 + 137 * at,
]);
const TITLE = ['2016年度指标'];

/** The rows with one cell changed. */
const withCell = (row: number, column: number, value: PlainValue): (readonly PlainValue[])[] =>
  ROWS.map((cells, at) => (at === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells));
const withHeader = (column: number, text: string): readonly PlainValue[] => HEADER.map((header, at) => (at === column ? text : header));
const book = (
  rows: readonly (readonly PlainValue[])[] = ROWS,
  header: readonly PlainValue[] = HEADER,
  merges: readonly Area[] = [],
  above: readonly (readonly PlainValue[])[] = [TITLE],
): SheetGrid[] => [sheet([...above, header, ...rows], '指标数据', {}, merges)];

const read = (sheets: readonly SheetGrid[], decisions: readonly Decision[], more: Partial<AssessInput> = {}) =>
  check({ ...inputOf(pack, sheets), ...more, decisions });
type Read = ReturnType<typeof read>;

const valuesOf = ({ figures }: Read, key: string, table = 'indicators'): (number | undefined)[] =>
  [...(figures.tables.get(table)?.columns.get(key)?.values ?? [])].map((value) => (Number.isNaN(value) ? undefined : value));
const keysOf = ({ figures }: Read, table = 'indicators'): readonly string[] => figures.tables.get(table)?.keys ?? [];
const asking = (problems: readonly Problem[]): string[] =>
  problems.filter(({ severity, proposals }) => severity !== 'info' && proposals !== undefined).map(({ code }) => code);

/** Accepts what can be accepted at once, and of the choices those that say the words. */
function accept(
  sheets: readonly SheetGrid[],
  chosen: readonly string[] = [],
  more: Partial<AssessInput> = {},
): { before: Read; after: Read } {
  const before = read(sheets, [], more);
  const choices = before.problems.flatMap((problem) =>
    (problem.proposals ?? []).filter(({ words }) => chosen.includes(words)).flatMap((proposal) => decisionOf(problem, proposal) ?? []),
  );
  expect(choices.map(({ words }) => words).sort()).toEqual([...chosen].sort());
  const { read: after } = acceptAll((decisions) => read(sheets, [...choices, ...decisions], more));
  return { before, after };
}

describe('a value', () => {
  test.each<[string, PlainValue, string]>([
    ['a footnote mark', '400.5①', 'footnote-number'],
    ['a word before it', '约400.5', 'not-number'],
    ['a word behind it', '400.5左右', 'not-number'],
    ['its own unit behind it', '400.5亿元', 'not-number'],
  ])('%s: the number counts', (_, cell, code) => {
    const { before, after } = accept(book(withCell(0, 2, cell)));
    expect([valuesOf(before, 'gdp')[0], asking(before.problems)]).toEqual([undefined, [code]]);
    expect([valuesOf(after, 'gdp'), asking(after.problems)]).toEqual([GDP, []]);
    expect(after.decisions).toEqual([{ kind: 'value', sheet: '指标数据', cell: 'C3', seen: cell, value: 400.5, words: '按 400.5亿元 计' }]);
    expect(after.problems).toContainEqual(expect.objectContaining({ severity: 'info', code: 'decisions-followed' }));
  });

  test('fractions under （%） are all accepted at once, and none is asked again', () => {
    const rows = ROWS.map((cells, at) => cells.map((cell, place) => (place === 3 ? (90 + at) / 100 : cell)));
    const { after } = accept(book(rows));
    expect([valuesOf(after, 'solid_waste'), asking(after.problems)]).toEqual([[90, 91, 92, 93, 94, 95], []]);
  });

  test('a number with a mark that is a small share stays what was accepted', () => {
    const { after } = accept(book(withCell(0, 3, '0.9①')));
    expect([valuesOf(after, 'solid_waste')[0], asking(after.problems)]).toEqual([0.9, []]);
  });

  test('of two numbers, and of two units, a person chooses', () => {
    const two = book(withCell(0, 2, '400.5、401'));
    expect(valuesOf(accept(two).after, 'gdp')[0]).toBeUndefined();
    expect(valuesOf(accept(two, ['按 401亿元 计']).after, 'gdp')[0]).toBe(401);
    const other = book(withCell(0, 2, '4005000万元'));
    expect(valuesOf(accept(other, ['按 400.5亿元 计']).after, 'gdp')[0]).toBe(400.5);
  });

  test('an amount merged over rows belongs to the row that is chosen', () => {
    const sheets = book(withCell(1, 2, null), HEADER, [{ top: 2, bottom: 3, left: 2, right: 2 }]);
    const { before, after } = accept(sheets);
    expect([valuesOf(before, 'gdp').slice(0, 2), asking(after.problems)]).toEqual([[undefined, undefined], ['merged-amount']]);
    const [first] = before.problems.find(({ code }) => code === 'merged-amount')!.proposals!;
    const chosen = read(sheets, [{ ...decisionOf({ ...before.problems[0]!, sheet: '指标数据' }, first!)! }]);
    expect([valuesOf(chosen, 'gdp').slice(0, 3), asking(chosen.problems)]).toEqual([[400.5, undefined, 288], []]);
  });

  test('what holds no figure counts as missing, and is asked no more', () => {
    const { before, after } = accept(book(withCell(0, 2, '待报')));
    expect([asking(before.problems), asking(after.problems), valuesOf(after, 'gdp')[0]]).toEqual([['not-number'], [], undefined]);
  });

  test('a spelling of a list', () => {
    const { before, after } = accept(book(withCell(2, 1, '省级开发区别')));
    expect(asking(before.problems)).toEqual(['not-in-list']);
    expect([after.figures.tables.get('indicators')!.columns.get('level')!.texts[2], asking(after.problems)]).toEqual(['省级', []]);
  });

  test('one of the values of a list, where none is near', () => {
    const { after } = accept(book(withCell(2, 1, '甲')), ['就是 省级']);
    expect([after.figures.tables.get('indicators')!.columns.get('level')!.texts[2], asking(after.problems)]).toEqual(['省级', []]);
  });

  test('a unit cut short, and one that nobody wrote', () => {
    const tens = ROWS.map((cells) => cells.map((cell, place) => (place === 4 ? Number(cell) / 10000 : cell)));
    const { before, after } = accept(book(tens, withHeader(4, '年末从业人员（万）')));
    expect(asking(before.problems)).toEqual(['unit-unknown-words']);
    expect([valuesOf(after, 'staff')[0], asking(after.problems)]).toEqual([12000, []]);
    const none = accept(book(ROWS, withHeader(2, '地区生产总值')));
    expect(asking(none.before.problems)).toEqual(['unit-missing']);
    expect([valuesOf(none.after, 'gdp'), asking(none.after.problems)]).toEqual([GDP, []]);
  });

  test('of two unit lines a person chooses for the column', () => {
    const lines = [['单位：万元'], ['单位：亿元'], ...ROWS.slice(0, 0)];
    const { before, after } = accept(book(ROWS, withHeader(2, '地区生产总值'), [], [TITLE, ...lines]), ['单位是 亿元']);
    expect(asking(before.problems)).toEqual(['unit-missing']);
    expect([valuesOf(after, 'gdp'), asking(after.problems)]).toEqual([GDP, []]);
  });
});

describe('a row', () => {
  test('that was left out, or adds the others up, is asked no more', () => {
    const sum = ['甲乙丙', '省级', GDP.reduce((a, b) => a + b), 555, ROWS.reduce((total, row) => total + Number(row[4]), 0)];
    for (const row of [['汇总数', ...sum.slice(1)], sum]) {
      const { before, after } = accept(book([...ROWS, row]));
      expect(asking(before.problems)).toHaveLength(1);
      expect([keysOf(after), asking(after.problems)]).toEqual([NAMES, []]);
      expect(after.decisions).toMatchObject([{ kind: 'row', cell: 'A9', seen: row[0] }]);
    }
  });

  test('that says the same twice counts once', () => {
    const { before, after } = accept(book([...ROWS, ROWS[1]!]));
    expect(asking(before.problems)).toEqual(['duplicate-row']);
    expect([keysOf(after), asking(after.problems)]).toEqual([NAMES, []]);
  });

  test('of two rows of one name that differ, the one that is chosen is left out', () => {
    const sheets = book([...ROWS, [NAMES[1]!, '国家级', 313, 91, 12137]]);
    expect(accept(sheets).before.problems.find(({ code }) => code === 'duplicate-row')?.oneOf).toBe(true);
    const { after } = accept(sheets, ['与 A9 重复，不计这一行']);
    expect([keysOf(after).length, valuesOf(after, 'gdp').includes(313), valuesOf(after, 'gdp').includes(312)]).toEqual([6, true, false]);
  });

  test('is not left out where the row that it repeats is gone', () => {
    const { after } = accept(book([...ROWS, ROWS[1]!]));
    const changed = withCell(1, 0, '柳湾经济开发区');
    const again = read(book([...changed, ROWS[1]!]), after.decisions);
    expect([keysOf(again).length, again.decisions]).toEqual([7, []]);
    expect(again.problems).toContainEqual(expect.objectContaining({ severity: 'info', code: 'decisions-unused' }));
  });
});

describe('rows of a table that goes on on another sheet', () => {
  const both = (...more: (readonly PlainValue[])[]): SheetGrid[] => [
    ...book(ROWS.slice(0, 3)),
    sheet([TITLE, HEADER, ...ROWS.slice(3), ...more], '指标数据（续）'),
  ];

  test('repeat one of the first: the one that is chosen is left out', () => {
    const repeated = both([NAMES[0]!, '国家级', 7, 90, 12000]);
    const { before, after } = accept(repeated, ['与 指标数据!A3 重复，不计这一行']);
    expect(asking(before.problems)).toEqual(['duplicate-row']);
    expect([keysOf(after), valuesOf(after, 'gdp'), asking(after.problems)]).toEqual([NAMES, GDP, []]);
    const other = accept(repeated, ['与 指标数据（续）!A6 重复，不计这一行']).after;
    expect([valuesOf(other, 'gdp').at(-1), keysOf(other)]).toEqual([7, [...NAMES.slice(1), NAMES[0]]]);
  });

  test('add up all of them: the sum is asked no more', () => {
    const sum = ['甲乙丙', '省级', GDP.reduce((a, b) => a + b), 555, ROWS.reduce((total, row) => total + Number(row[4]), 0)];
    const { before, after } = accept(both(sum));
    expect(asking(before.problems)).toHaveLength(1);
    expect([keysOf(after), asking(after.problems)]).toEqual([NAMES, []]);
  });
});

describe('a header', () => {
  test.each([
    ['a remark', '地区生产总值（规模以上）（亿元）', 'header-remark'],
    ['another year', '2014年地区生产总值（亿元）', 'header-year'],
    ['other words', '地区生产总量（亿元）', 'column-near'],
  ])('with %s is the column', (_, header, code) => {
    const { before, after } = accept(book(ROWS, withHeader(2, header)));
    expect([valuesOf(before, 'gdp')[0], asking(before.problems)]).toEqual([undefined, expect.arrayContaining([code])]);
    expect(valuesOf(after, 'gdp')).toEqual(GDP);
    expect(asking(after.problems)).not.toContain(code);
  });

  test('is not followed where a level above it says something else now', () => {
    const over = (text: string): SheetGrid[] => {
      const above = HEADER.map((header, at) => (at === 2 ? text : header));
      const below = HEADER.map((header, at) => (at === 2 ? header : null));
      const merges = HEADER.flatMap((_, at) => (at === 2 ? [] : [{ top: 1, bottom: 2, left: at, right: at }]));
      return [sheet([TITLE, above, below, ...ROWS], '指标数据', {}, merges)];
    };
    const { after } = accept(over('规模以上'));
    expect(valuesOf(after, 'gdp')).toEqual(GDP);
    const changed = read(over('合同'), after.decisions);
    expect([valuesOf(changed, 'gdp')[0], asking(changed.problems)]).toEqual([undefined, ['header-remark']]);
    expect(changed.problems.map(({ code }) => code)).toContain('decision-outdated');
  });

  test('of two that say the same the chosen one is the column', () => {
    const rows = ROWS.map((cells, at) => [...cells, GDP[at]! * 2]);
    const sheets = book(rows, [...HEADER, HEADER[2]!]);
    const { before } = accept(sheets);
    expect(asking(before.problems)).toEqual(['column-ambiguous']);
    const problem = before.problems.find(({ code }) => code === 'column-ambiguous')!;
    for (const [at, values] of [GDP, GDP.map((value) => value * 2)].entries()) {
      const after = read(sheets, [decisionOf(problem, problem.proposals![at]!)!]);
      expect([valuesOf(after, 'gdp'), asking(after.problems)]).toEqual([values, []]);
    }
  });

  test('that a table cannot do without', () => {
    const { before, after } = accept(book(ROWS, withHeader(1, '开发区等级')));
    expect(before.problems.map(({ severity }) => severity)).toContain('block');
    expect([keysOf(after), asking(after.problems)]).toEqual([NAMES, []]);
  });
});

describe('a table', () => {
  const ofYear = (year: number, name: string): SheetGrid =>
    sheet([HEADER, ...ROWS.map((row) => row.map((cell, at) => (at === 2 ? Number(cell) + year : cell)))], name);

  test('between two likely years, the chosen one', () => {
    const sheets = [ofYear(2017, '2017年'), ofYear(2016, '2016年')];
    const { before, after } = accept(sheets, ['用 2016 年的表']);
    expect(asking(before.problems)).toEqual(['table-year']);
    expect([valuesOf(after, 'gdp')[0], after.dataYear.year, after.dataYear.source]).toEqual([2416.5, 2016, 'decision']);
    // What the other table is stays open.
    expect(asking(after.problems)).toEqual(['table-unnamed']);
    const stated = read(sheets, after.decisions, { year: 2017 });
    expect([valuesOf(stated, 'gdp')[0], stated.dataYear.year]).toEqual([2417.5, 2017]);
  });

  test('of a year long past is used once it is accepted', () => {
    const { before, after } = accept([sheet([['2013年度指标'], HEADER, ...ROWS], '指标数据')]);
    expect(asking(before.problems)).toEqual(['table-year']);
    expect([after.dataYear.year, asking(after.problems)]).toEqual([2013, []]);
  });

  test('that fits as well as another on another sheet', () => {
    const sheets = [sheet([HEADER, ...ROWS], '甲'), sheet([HEADER, ...withCell(0, 2, 999)], '乙')];
    expect(asking(accept(sheets).before.problems)).toContain('two-tables-fit');
    const { after } = accept(sheets, ['“指标数据”用 乙!A1 起的表']);
    expect([valuesOf(after, 'gdp')[0], asking(after.problems)]).toEqual([999, ['table-unnamed']]);
    expect(after.decisions[0]).toMatchObject({ kind: 'table', sheet: '乙', cell: 'A1' });
  });

  test('whose year nobody states', () => {
    const sheets = [sheet([HEADER, ...ROWS], '指标数据')];
    const { before, after } = accept(sheets);
    expect(before.dataYear.year).toBeUndefined();
    expect([after.dataYear.year, after.problems.map(({ code }) => code)]).toEqual([
      2016,
      expect.not.arrayContaining(['data-year-unknown']),
    ]);
  });

  test('for which title and header state two years', () => {
    const { before, after } = accept(book(ROWS, withHeader(2, '2015年地区生产总值（亿元）')), ['用 2016 年的表']);
    expect(before.dataYear.doubt).toBeDefined();
    expect([after.dataYear.year, after.dataYear.doubt]).toEqual([2016, undefined]);
  });

  test('of last year whose title was copied from this year', () => {
    const last = sheet([TITLE, HEADER, ...ROWS], '上年指标数据');
    const { before, after } = accept([...book(), last]);
    expect(asking(before.problems)).toEqual(['data-year-contradictory']);
    expect([after.dataYear.year, asking(after.problems)]).toEqual([2016, []]);
  });
});

describe('a name', () => {
  const ranks = (name: string): SheetGrid =>
    sheet(
      [['上年结果'], ['开发区名称', '名次', '参评总数'], ...[name, ...NAMES.slice(1)].map((zone, at) => [zone, at + 1, 6])],
      '上年结果',
    );

  test('near one of the main table is that one', () => {
    const { before, after } = accept([...book(), ranks('滨河经开区')]);
    expect(asking(before.problems)).toEqual(['name-near']);
    expect([keysOf(after, 'last_year_ranks')[0], asking(after.problems)]).toEqual([NAMES[0], []]);
    expect(after.decisions).toMatchObject([{ kind: 'value', sheet: '上年结果', seen: '滨河经开区', value: NAMES[0] }]);
  });

  test('like another of the main table: the same zone, or another one', () => {
    const sheets = book([...ROWS, ['滨河经开区', '国家级', 120, 95, 900]]);
    const { before, after } = accept(sheets, ['是另一个，两行都计']);
    expect(asking(before.problems)).toEqual(['names-alike']);
    expect([keysOf(after).length, asking(after.problems)]).toEqual([7, []]);
    const same = accept(sheets, ['与 A3 是同一个，不计这一行']).after;
    expect([keysOf(same), asking(same.problems)]).toEqual([NAMES, []]);
  });
});

test('the sheet of notes lists what was accepted, with the cell, what it says and how it counts; the JSON too', () => {
  const sheets = book(withCell(0, 2, '400.5①'));
  const { decisions } = acceptAll((accepted) => read(sheets, accepted));
  const { plan, result } = assess({ ...inputOf(pack, sheets), decisions });
  const notes = plan!.sheets.find(({ name }) => name === '数据缺失与口径说明')!;
  const texts = (column: number): readonly string[] => {
    const body = notes.body[column]!;
    return body.kind === 'text' ? body.values : [];
  };
  const at = texts(0).indexOf('经人工确认的口径');
  expect([texts(2)[at], texts(3)[at]]).toEqual(['指标数据!C3', '单元格为“400.5①”：按 400.5亿元 计']);
  expect(notes.links).toContainEqual({ row: notes.head.length + at, column: 2, link: { sheet: '指标数据', cell: 'C3' } });
  expect(result.decisions).toEqual([{ kind: 'value', cell: '指标数据!C3', seen: '400.5①', value: 400.5, words: '按 400.5亿元 计' }]);
});

test('decisions about cells that say something else, and about sheets that are not there, are told and change nothing', () => {
  const { after } = accept(book(withCell(0, 2, '400.5①')));
  const [decision] = after.decisions;
  const changed = read(book(withCell(0, 2, '500.5①')), after.decisions);
  expect([valuesOf(changed, 'gdp')[0], changed.decisions]).toEqual([undefined, []]);
  expect(changed.problems.find(({ code }) => code === 'decision-outdated')).toMatchObject({
    severity: 'warning',
    sheet: '指标数据',
    cell: 'C3',
    message: expect.stringMatching(/采纳时是“400.5①”，现在是“500.5①”/u) as string,
  });
  expect(asking(changed.problems)).toEqual(['footnote-number']);
  const elsewhere = read(book(), [{ ...decision!, sheet: '__proto__' }]);
  expect(elsewhere.problems.map(({ code }) => code)).toContain('decision-outdated');
  const many = Array.from({ length: 300 }, (_, at): Decision => ({ ...decision!, cell: `H${at + 1}` }));
  expect(read(book(), many).problems.filter(({ code }) => code === 'decision-outdated').length).toBeLessThan(30);
});
