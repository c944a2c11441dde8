import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AssessInput } from '../../src/core/assess';
import { check } from '../../src/core/checked';
import type { Area } from '../../src/core/cell';
import { decisionOf } from '../../src/core/decision';
import { gridOf, GridBuilder, type SheetGrid } from '../../src/core/grid';
import type { Pack } from '../../src/core/pack/schema';
import type { Problem } from '../../src/core/problem';
import { packOf } from '../packs/built-in';
import { inputOf } from '../packs/run';
import { sheetOf, tableSheet, type CellInput, type Row } from '../packs/sheets';
import { draft, valid, withRule, type Draft } from './pack/small-pack';

type Rows = readonly (readonly CellInput[])[];

/** The small pack with one more column in its main table. */
function withColumn(key: string, column: Draft): Draft {
  const tables = draft().tables as Record<string, { columns: Draft }>;
  return draft({ tables: { ...tables, indicators: { ...tables.indicators, columns: { ...tables.indicators!.columns, [key]: column } } } });
}

const SRC = join(__dirname, '..', '..', 'src', 'core');

/** Where the reader raises its doubts. */
const FOLDERS = ['table', 'period', 'check'].map((folder) => join(SRC, folder));

/** Codes of problems that carry no proposal, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  // Told, not asked: nothing is in doubt.
  'columns-not-found': 'told: what is absent cannot be accepted; a near header has a problem of its own (column-near)',
  'columns-unscored': 'told',
  'constant-column': 'told',
  'data-year-chosen': 'told: a person chose it',
  'fictional-data': 'told',
  'header-again': 'told',
  'table-by-headers': 'told',
  'table-continued': 'told',
  'text-number': 'told',
  // Only the workbook can be mended.
  'formula-not-calculated': 'only a spreadsheet program knows the result: open, save',
  'names-not-calculated': 'only a spreadsheet program knows the result: open, save',
  'no-data-rows': 'there is nothing to accept',
  'no-such-sheet': 'the sheet that a person named is not there: it is named again where it was named',
  'several-rows': 'which rows of a summary are too many is seen by their names alone, which have proposals of their own',
  'text-too-long': 'what was not read cannot be accepted',
  'unit-unknown': 'a fault of the pack',
  'value-impossible': 'asks whoever reported; the figure counts as it is',
  // Relations between reported figures: they count as they are, and the sheet of data checks has a column for the answer.
  'change-unexplained': 'relation',
  'figure-out-of-range': 'relation: which of its cells is wrong is not known',
  'growth-and-figures': 'relation',
  'indicator-unfilled': 'relation: nothing is there to accept',
  'part-over-whole': 'relation',
  'parts-and-whole': 'relation',
  'rows-equal': 'relation',
  'share-and-parts': 'relation',
  'sum-and-rows': 'relation',
  'unit-jump': 'relation',
};

const SHANDONG = packOf('shandong-2016');
const DATED = valid(withColumn('noted', { header: ['通知日期'], kind: 'date' }));
const PLACED = valid(
  withRule(
    { kind: 'threshold', measure: 'share', at_least: 5, unit: '%' },
    { measures: { share: { kind: 'share_of_area', title: '占比', of: 'output', over: 'cities.output', by: 'city', unit: '%' } } },
  ),
);
const zone = (name: string, more: Row = {}): Row => ({ zone: name, level: '国家级', city: '甲江', output: 10, ...more });

const HEADER = ['开发区名称', '级别', '地区生产总值（亿元）', '工业固废综合利用率（%）', '年末从业人员（人）'];
const NAMES = ['滨河', '金穗', '桃林', '云岭', '松涛', '青禾'].map((name) => `${name}经济开发区`);
const ROWS: Rows = NAMES.map((name, at) => [name, at < 2 ? '国家级' : '省级', 400.5 + 37 * at, 90 + at, 12000 + 137 * at]);
const TITLE = ['2016年度指标'];
const withCell = (row: number, column: number, value: CellInput): Rows =>
  ROWS.map((cells, at) => (at === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells));
const withHeader = (column: number, text: string): readonly CellInput[] => HEADER.map((header, at) => (at === column ? text : header));
const book = (rows: Rows = ROWS, header: readonly CellInput[] = HEADER, name = '指标数据', above: Rows = [TITLE]): SheetGrid =>
  sheetOf(name, [...above, header, ...rows]);
const cell = (value: CellInput, column = 2): SheetGrid[] => [book(withCell(0, column, value))];
const headed = (column: number, text: string): SheetGrid[] => [book(ROWS, withHeader(column, text))];
const total = ['甲乙丙', '省级', ...[2, 3, 4].map((at) => ROWS.reduce((sum, row) => sum + Number(row[at]), 0))];
const ranks = (title: string, names: readonly string[] = NAMES): SheetGrid =>
  sheetOf('上年结果', [[title], ['开发区名称', '名次', '参评总数'], ...names.map((zone, at) => [zone, at + 1, 6])]);
const checklist = (...rows: Rows): SheetGrid => sheetOf('定性清单', [['事项', '是否完成', '开发区名称'], ...rows]);
const register = (...names: readonly string[]): SheetGrid => sheetOf('园区名录', [['开发区名称'], ...names.map((name) => [name])]);
const merged = (area: Area): SheetGrid[] => {
  const plain = withCell(area.top - 1, area.left, null) as readonly (readonly (string | number | null)[])[];
  return [{ name: '指标数据', grid: gridOf([TITLE, HEADER, ...plain], [area]), hidden: false, owned: false }];
};

/** A book with an error of a formula in the first row. */
const broken = (column: number): SheetGrid[] => {
  const builder = new GridBuilder();
  [TITLE, HEADER, ...ROWS].forEach((cells, row) =>
    cells.forEach((value, at) => {
      if (row === 2 && at === column) builder.error(row, at, '#DIV/0!');
      else if (typeof value === 'number') builder.number(row, at, value);
      else if (typeof value === 'string') builder.text(row, at, value);
    }),
  );
  return [{ name: '指标数据', grid: builder.build(), hidden: false, owned: false }];
};

interface Doubt {
  readonly sheets: readonly SheetGrid[];
  readonly pack?: Pack;
  readonly more?: Partial<AssessInput>;
}

const of = (sheets: readonly SheetGrid[], more: Omit<Doubt, 'sheets'> = {}): Doubt => ({ sheets, ...more });

/** Code → workbooks that raise it. */
const DOUBTS: Readonly<Record<string, readonly Doubt[]>> = {
  'another-table-fits': [
    of([
      book(),
      book(
        ROWS.map((row) => row.slice(0, 4)),
        HEADER.slice(0, 4),
        '指标数据 旧',
      ),
    ]),
  ],
  'blank-key': [of([book([...ROWS, [null, null, 5, 90, 1]])])],
  'bracketed-number': [of(cell('(400.5)'))],
  'column-ambiguous': [
    of([
      book(
        ROWS.map((row) => [...row, 5]),
        [...HEADER, HEADER[2]!],
      ),
    ]),
  ],
  'column-near': [of(headed(2, '地区生产总量（亿元）'))],
  'column-second-choice': [
    of([
      book(
        ROWS.map((row) => [...row, 5]),
        [...HEADER, 'GDP（亿元）'],
      ),
    ]),
  ],
  'column-similar': [of(headed(2, '全区地区生产总值情况（亿元）'))],
  'data-year-after-day': [of([book(ROWS, HEADER, '指标数据', [['2018年度指标']])])],
  'data-year-contradictory': [
    of(headed(2, '2015年地区生产总值（亿元）')),
    of([book(ROWS, HEADER, '指标数据', [['2016年1-11月指标']]), book(withCell(0, 2, 1), HEADER, '上年指标数据', [['2015年度指标']])]),
    of([book(), book(withCell(0, 2, 1), HEADER, '基期指标数据', [['2016年度指标']])]),
    of([book(), book(withCell(0, 2, 1), HEADER, '上年指标数据')]),
  ],
  'data-year-unknown': [of([book(ROWS, HEADER, '指标数据', [])])],
  'date-in-amount': [of(cell({ value: 42_444, format: 'yyyy-mm-dd' }))],
  'duplicate-row': [of([book([...ROWS, ROWS[0]!])]), of([book([...ROWS, [NAMES[0]!, '省级', 5, 90, 1]])])],
  'error-value': [of(broken(2)), of(broken(1))],
  'footnote-number': [of(cell('400.5①'))],
  'fraction-in-percent': [of(cell(0.9, 3))],
  'header-remark': [of(headed(2, '地区生产总值（规模以上）（亿元）')), of(headed(2, '地区生产总值（1-11月）（亿元）'))],
  'header-year': [of(headed(2, '2014年地区生产总值（亿元）'))],
  'merged-amount': [of(merged({ top: 2, bottom: 3, left: 2, right: 2 }))],
  'name-near': [of([book(), ranks('2015年上年结果', ['滨河经开区', ...NAMES.slice(1)])])],
  'names-alike': [of([book([...ROWS, ['滨河经开区', '国家级', 120, 95, 900]])])],
  'no-matching-table': [of(headed(1, '属性')), of(headed(0, '园区')), of(headed(0, '单位'))],
  'not-date': [
    of([tableSheet(DATED, 'indicators', [zone('滨河', { noted: '待定' }), zone('金穗', { noted: '2016-03-02' })])], { pack: DATED }),
  ],
  'not-in-list': [of(cell('省级开发区别', 1)), of(cell('甲', 1))],
  'not-number': [of(cell('待报')), of(cell('约400.5'))],
  'odd-list-year': [of([book(), ranks('考核结果（2013年度）')])],
  'out-of-range': [of(cell(-5)), of(cell(700, 3))],
  'percent-in-amount': [of(cell({ value: 0.5, format: '0%' }))],
  'required-blank': [of(cell('', 1)), of(cell('—', 1)), of([book(), ranks('2015年上年结果'), checklist(['设立基金', '', NAMES[0]!])])],
  'rows-left-out': [of([book([...ROWS, ['汇总数', '省级', 5, 90, 1]])])],
  'shown-otherwise': [of(cell({ value: 4_005_000, format: '0.0,"万"' })), of(cell({ value: 0.5, format: ';;;' }))],
  'sum-row': [of([book([...ROWS, total])])],
  'table-lacks-columns': [
    of([
      book(),
      sheetOf('上年结果', [['2015年结果'], ['开发区名称', '所列名次情况', '参评总数'], ...NAMES.map((zone, at) => [zone, at + 1, 6])]),
    ]),
    of([book(), sheetOf('上年结果', [['2015年结果'], ['单位', '名次', '参评总数'], ...NAMES.map((zone, at) => [zone, at + 1, 6])])]),
    of([book(), book(withCell(0, 2, 3), ['填报主体', ...HEADER.slice(1)], '去年', [['2015年度指标']])]),
  ],
  'table-of-another-year': [of([book(), sheetOf('全省汇总', [['2013年度'], ['地区', '地区生产总值（亿元）'], ['全省', 5000]])])],
  'table-unnamed': [of([book(), book(withCell(0, 2, 3), HEADER, '其他', [])])],
  'table-year': [
    of([book(ROWS, HEADER, '指标数据', [['2013年度指标']])]),
    of([book(ROWS, HEADER, '2017年', []), book(withCell(0, 2, 3), HEADER, '2016年', [])]),
  ],
  'too-large': [of(cell(1e120))],
  'two-numbers': [of(cell('400.5、401'))],
  'two-tables-fit': [
    of([book(ROWS, HEADER, '甲', []), book(withCell(0, 2, 9), HEADER, '乙', [])]),
    of([sheetOf('指标数据', [['2016年1-11月指标'], HEADER, ...ROWS, [], ['2016年全年指标'], HEADER, ...withCell(0, 2, 900)])]),
  ],
  'unit-mismatch': [of(headed(2, '地区生产总值（人）'))],
  'unit-missing': [
    of(headed(2, '地区生产总值')),
    of([
      book(
        ROWS.map((row) => [...row, 7]),
        [...HEADER, '实际使用外资'],
      ),
    ]),
  ],
  'unit-unknown-words': [of(headed(4, '年末从业人员（万）'))],
  'unknown-place': [
    of([tableSheet(PLACED, 'indicators', [zone('滨河', { city: '广州' })]), tableSheet(PLACED, 'cities', [{ city: '深圳', output: 9 }])], {
      pack: PLACED,
    }),
  ],
  'unknown-zone': [of([book(), ranks('2015年上年结果', ['玉泉经济开发区', ...NAMES.slice(1)])])],
  'zone-not-registered': [of([book(), register(...NAMES.slice(1))])],
  'zone-not-reported': [of([book(), register(...NAMES, '玉泉经济开发区')])],
};

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

const read = ({ sheets, pack = SHANDONG, more }: Doubt, decisions: AssessInput['decisions'] = []) =>
  check({ ...inputOf(pack, sheets), ...more, decisions });

test('every doubt that the reader can raise has a proposal, or a reason why it has none', () => {
  const codes = new Set(
    FOLDERS.flatMap(filesOf).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/'([a-z]+(?:-[a-z]+)+)'/gu)].map(([, code]) => code!),
    ),
  );
  expect(codes.size).toBeGreaterThan(50);
  const known = new Set([...Object.keys(DOUBTS), ...Object.keys(EXCEPTIONS)]);
  expect([...codes].filter((code) => !known.has(code))).toEqual([]);
  expect(Object.keys(DOUBTS).filter((code) => Object.hasOwn(EXCEPTIONS, code) || !codes.has(code))).toEqual([]);
  expect(Object.entries(DOUBTS).flatMap(([code, books]) => (books.length === 0 ? [code] : []))).toEqual([]);
});

const cases = Object.entries(DOUBTS).flatMap(([code, books]) => books.map((doubt, at) => [`${code} ${at + 1}`, code, doubt] as const));

test.each(cases)('%s: each answer settles it', (_, code, doubt) => {
  const before = read(doubt);
  const asked = before.problems.find((problem) => problem.code === code);
  expect(asked).toBeDefined();
  const { proposals = [] } = asked!;
  expect(proposals.length).toBeGreaterThan(0);
  const saidBy = (problems: readonly Problem[], cellName: string, sheet: string, seen: string | undefined) =>
    problems.filter(
      (problem) =>
        problem.code === code &&
        (problem.proposals ?? []).some((one) => one.cell === cellName && (one.sheet ?? problem.sheet) === sheet && one.seen === seen),
    );
  for (const proposal of proposals) {
    const decision = decisionOf(asked!, proposal)!;
    const after = read(doubt, [decision]);
    expect([proposal.words, after.decisions]).toEqual([proposal.words, [decision]]);
    expect(saidBy(after.problems, decision.cell, decision.sheet, proposal.seen).map(({ message }) => message)).toEqual([]);
  }
});
