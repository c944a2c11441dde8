import { acceptableGroups, choiceGroups } from '../../src/core/acceptable-groups';
import { assess, type AssessInput } from '../../src/core/assess';
import { check } from '../../src/core/checked';
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
    const sum = ['甲乙丙', '省级', GDP.reduce((a, b) => a + b), 95, ROWS.reduce((total, row) => total + Number(row[4]), 0)];
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

describe('a blank cell that has to be filled in', () => {
  const sheets = book(withCell(1, 1, '').map((row, at) => (at === 3 ? row.map((cell, place) => (place === 1 ? '—' : cell)) : row)));
  const levels = ({ figures }: Read): readonly string[] => figures.tables.get('indicators')!.columns.get('level')!.texts;

  test('is what is chosen for its row, and one answer may be given to all', () => {
    const { before, after } = accept(sheets, ['金穗经济开发区：就是 国家级', '云岭经济开发区：就是 省级']);
    expect([levels(before)[1], levels(after)[1], levels(after)[3], asking(after.problems)]).toEqual(['', '国家级', '省级', []]);
    const problem = before.problems.find(({ code }) => code === 'required-blank')!;
    expect(choiceGroups(problem).map(({ words, decisions }) => [words, decisions.map(({ cell }) => cell)])).toEqual([
      ['2 处全部按“就是 国家级”', ['B4', 'B6']],
      ['2 处全部按“就是 省级”', ['B4', 'B6']],
    ]);
    expect(acceptableGroups(before.problems)).toEqual([]);
    const all = read(sheets, choiceGroups(problem)[1]!.decisions);
    expect([levels(all)[1], levels(all)[3], asking(all.problems)]).toEqual(['省级', '省级', []]);
  });

  test('is asked again where another zone stands in its row', () => {
    const { after } = accept(sheets, ['金穗经济开发区：就是 国家级']);
    const moved = read(
      book([
        ROWS[1]!,
        ...withCell(1, 1, '')
          .slice(1)
          .map((row, at) => (at === 0 ? ['柳湾经济开发区', ...row.slice(1)] : row)),
      ]),
      after.decisions,
    );
    expect([levels(moved)[1], asking(moved.problems), moved.decisions]).toEqual(['', ['required-blank'], []]);
  });
});

describe('the header of the names', () => {
  const key = (header: string): SheetGrid[] => book(ROWS, withHeader(0, header));

  test.each(['园区', '单位'])('%s is accepted for what its column holds', (header) => {
    const { before, after } = accept(key(header));
    expect(before.problems.map(({ severity }) => severity)).toContain('block');
    expect([keysOf(after), valuesOf(after, 'gdp'), asking(after.problems)]).toEqual([NAMES, GDP, []]);
    expect(after.decisions).toMatchObject([{ kind: 'header', cell: 'A2', seen: header, value: 'zone' }]);
    expect(read(key('名单'), after.decisions).decisions).toEqual([]);
  });

  test('is found among other columns of words; where none says that it holds zones a person chooses', () => {
    const wide = (names: readonly string[]): SheetGrid[] =>
      book(
        ROWS.map((row, at) => [at + 1, `${'甲乙丙丁戊己'[at]!}市`, names[at]!, ...row.slice(1)]),
        ['序号', '所在地', '主体', ...HEADER.slice(1)],
      );
    const { after } = accept(wide(NAMES));
    expect([keysOf(after), asking(after.problems)]).toEqual([NAMES, []]);
    const short = NAMES.map((name) => name.slice(0, 2));
    expect(accept(wide(short)).after.problems.find(({ code }) => code === 'no-matching-table')?.oneOf).toBe(true);
    expect(keysOf(accept(wide(short), ['“主体”就是“开发区名称”']).after)).toEqual(short);
  });

  test('is asked of the table that has the other headers, whatever else names zones', () => {
    const last = book(ROWS, HEADER, [], [['2015年度指标']]).map((one) => ({ ...one, name: '上年指标数据' }));
    const list = sheet(
      [
        ['事项', '是否完成', '开发区名称'],
        ['设立基金', '是', NAMES[0]!],
      ],
      '定性清单',
    );
    const both = HEADER.map((header, at) => (at === 0 ? '单位' : at === 1 ? '类别' : header));
    const { before, after } = accept([...book(ROWS, both), ...last, list]);
    expect(asking(before.problems)).toEqual(['no-matching-table']);
    expect([keysOf(after), asking(after.problems)]).toEqual([NAMES, []]);
  });

  test('of a table that need not be there is asked where its sheet is called like it', () => {
    const ranks = sheet([['2015年结果'], ['单位', '名次', '参评总数'], ...NAMES.map((zone, at) => [zone, at + 1, 6])], '上年结果');
    const { before, after } = accept([...book(), ranks]);
    expect(asking(before.problems)).toEqual(['table-lacks-columns']);
    expect([keysOf(after, 'last_year_ranks'), asking(after.problems)]).toEqual([NAMES, []]);
  });
});

test('a column is known by what it holds where its header is like none', () => {
  const { before, after } = accept(book(ROWS, withHeader(1, '属性')));
  expect(before.problems.map(({ severity }) => severity)).toContain('block');
  expect([keysOf(after), asking(after.problems)]).toEqual([NAMES, []]);
});

test('a unit accepted for a merged header holds while the header says the same', () => {
  const over = (text: string): SheetGrid[] => {
    const merges = HEADER.map((_, at) => ({ top: 1, bottom: 2, left: at, right: at }));
    const header = HEADER.map((one, at) => (at === 2 ? text : one));
    return [sheet([TITLE, header, HEADER.map(() => null), ...ROWS], '指标数据', {}, merges)];
  };
  const { after } = accept(over('地区生产总值'));
  expect([valuesOf(after, 'gdp'), after.decisions[0]]).toEqual([GDP, expect.objectContaining({ cell: 'C2', seen: '地区生产总值' })]);
  expect(asking(read(over('生产总值'), after.decisions).problems)).toEqual(['unit-missing']);
});

describe('parts of a year', () => {
  const titled = (title: string, name: string, factor = 1): SheetGrid =>
    sheet([[title], HEADER, ...ROWS.map((row) => row.map((cell, at) => (at === 2 ? Number(cell) * factor : cell)))], name);

  test('of two tables the one of the chosen period is used', () => {
    const two = [titled('2016年1-11月指标', '甲'), titled('2016年全年指标', '乙', 2)];
    const one = [
      sheet(
        [
          ['2016年1-11月指标'],
          HEADER,
          ...ROWS,
          [],
          ['2016年全年指标'],
          HEADER,
          ...ROWS.map((row) => [...row.slice(0, 2), 7, ...row.slice(3)]),
        ],
        '指标数据',
      ),
    ];
    const used = accept(two, ['“指标数据”用2016年全年的表（乙!A2 起）']).after;
    expect([valuesOf(used, 'gdp')[0], used.dataYear.part]).toEqual([801, undefined]);
    const part = accept(two, ['“指标数据”用2016年1-11月的表（甲!A2 起）']).after;
    expect([valuesOf(part, 'gdp')[0], part.dataYear.part]).toEqual([400.5, '1-11月']);
    expect(valuesOf(accept(one, ['“指标数据”用2016年全年的表（指标数据!A11 起）']).after, 'gdp')).toEqual([7, 7, 7, 7, 7, 7]);
  });

  test('last year’s table of another period: either is of the other’s', () => {
    const sheets = [titled('2016年1-11月指标', '指标数据'), titled('2015年度指标', '上年指标数据', 0.9)];
    expect(accept(sheets).after.dataYear.doubt).toBeDefined();
    const same = accept(sheets, ['按 2015 年1-11月的数据用']).after;
    expect([same.dataYear.doubt, same.dataYear.part, asking(same.problems)]).toEqual([undefined, '1-11月', []]);
    const whole = accept(sheets, ['按 2016 年全年的数据用']).after;
    expect([whole.dataYear.doubt, whole.dataYear.part, asking(whole.problems)]).toEqual([undefined, undefined, []]);
  });
});

test('a year after the day of the assessment is asked until someone says that it is right', () => {
  const later = [sheet([['2018年度指标'], HEADER, ...ROWS], '指标数据')];
  const { after } = accept(later, ['年份无误，仍按 2018 年计']);
  expect([after.dataYear.year, asking(after.problems)]).toEqual([2018, []]);
  expect(asking(read([sheet([['2019年度指标'], HEADER, ...ROWS], '指标数据')], after.decisions).problems)).toEqual(['data-year-after-day']);
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
  const ofRegister = ({ checks }: Read): number => checks.findings.filter(({ kind }) => kind === 'register').length;
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

  test('near one of the main table is another one: it does not count, and nothing waits for it', () => {
    const { before, after } = accept([...book(), ranks('滨河经开区')], ['今年不参评，只用来判断当年名次的先后']);
    const [near, other] = before.problems.find(({ code }) => code === 'name-near')!.proposals!;
    expect([near!.otherwise, other!.otherwise]).toEqual([undefined, true]);
    expect([keysOf(after, 'last_year_ranks')[0], asking(after.problems)]).toEqual(['滨河经开区', []]);
    expect(after.figures.nearZones('last_year_ranks', 0)).toEqual([]);
  });

  test('that the main table does not have is asked no more once it is none of ours', () => {
    const list = sheet(
      [
        ['事项', '是否完成', '开发区名称'],
        ['设立基金', '是', '玉泉经济开发区'],
      ],
      '定性清单',
    );
    const { before, after } = accept([...book(), list], ['是名单之外的另一个，不计入']);
    expect([asking(before.problems), asking(after.problems)]).toEqual([['unknown-zone'], []]);
  });

  test('that the register lacks is a zone, or is left out', () => {
    const register = sheet([['开发区名称'], ...NAMES.slice(1).map((name) => [name])], '园区名录');
    const sheets = [...book(), register];
    const asked = accept(sheets).after;
    expect([keysOf(asked), asking(asked.problems), ofRegister(asked)]).toEqual([NAMES, ['zone-not-registered'], 1]);
    const kept = accept(sheets, ['是参评的开发区，照计']).after;
    expect([keysOf(kept), asking(kept.problems), ofRegister(kept)]).toEqual([NAMES, [], 0]);
    const gone = accept(sheets, ['不是参评的开发区，不计这一行']).after;
    expect([keysOf(gone), asking(gone.problems)]).toEqual([NAMES.slice(1), []]);
  });

  test('that only the register has need not be reported', () => {
    const register = sheet([['开发区名称'], ...NAMES.map((name) => [name]), ['玉泉经济开发区']], '园区名录');
    const { after } = accept([...book(), register], ['不参评，不需填报']);
    expect([asking(after.problems), ofRegister(after)]).toEqual([[], 0]);
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
