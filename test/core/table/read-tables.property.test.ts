import fc from 'fast-check';
import { GridBuilder, gridOf, type PlainValue } from '../../../src/core/grid';
import { createUnits } from '../../../src/core/units/units';
import { listTables } from '../../../src/core/table/describe/list-tables';
import type { ColumnSpec, TableSpec } from '../../../src/core/table/spec';
import data from '../../../src/packs/units.yaml';
import { readTables, words } from './small-table';

const units = createUnits(data);
const NAMES = ['工业总产值', '实际利用外资', '年末从业人员', '税收收入', '研发经费支出'];
const column = (header: string): ColumnSpec => ({ header: [header], kind: 'number', unit: '万元', required: false });
const spec: TableSpec = {
  id: 'indicators',
  sheet: ['指标数据'],
  rowWord: '开发区',
  key: 'zone',
  repeats: false,
  optional: false,
  columns: {
    zone: { header: ['开发区名称'], kind: 'text', required: true },
    ...Object.fromEntries(NAMES.map((name) => [name, column(name)])),
  },
};

const zones = fc.uniqueArray(fc.stringMatching(/^[东西南北江河湖海]{2,5}$/), { minLength: 1, maxLength: 8 });
const figure = fc.oneof(
  fc
    .tuple(fc.integer({ min: -999999, max: 9999999 }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, places]) => ({ value: Number(`${digits}e-${places}`), as: 'number' as const })),
  fc.integer({ min: 1000, max: 9999999 }).map((value) => ({ value, as: 'text' as const })),
  fc.constantFrom('—', '…', '-', '/', '暂无', '').map((text) => ({ value: NaN, as: text })),
);

const UNIT_FACTORS = { 元: 1e-4, 万元: 1, 亿元: 1e4 } as const;

const layout = fc.record({
  zones,
  figures: fc.array(fc.array(figure, { minLength: NAMES.length, maxLength: NAMES.length }), { minLength: 8, maxLength: 8 }),
  titles: fc.array(fc.constantFrom('某省开发区综合发展水平考核评价指标数据', '（2016年度）', null), { maxLength: 3 }),
  order: fc.shuffledSubarray(NAMES, { minLength: 2 }),
  shift: fc.nat({ max: 3 }),
  gaps: fc.array(fc.boolean(), { minLength: NAMES.length, maxLength: NAMES.length }),
  ordinal: fc.boolean(),
  spaced: fc.boolean(),
  unit: fc.constantFrom(...(Object.keys(UNIT_FACTORS) as (keyof typeof UNIT_FACTORS)[])),
  unitIn: fc.constantFrom('header', 'line', 'row'),
  group: fc.boolean(),
  total: fc.boolean(),
  note: fc.boolean(),
});

test('a table laid out in any way is read back to the same values', () => {
  fc.assert(
    fc.property(layout, (given) => {
      const { shift, unitIn, unit } = given;
      const rows: PlainValue[][] = given.titles.map((title) => [...Array<null>(shift).fill(null), title]);
      if (unitIn === 'line') rows.push([...Array<null>(shift).fill(null), `单位：${unit}`]);
      const places = given.order.map((_, at) => shift + (given.ordinal ? 2 : 1) + at + given.gaps.slice(0, at).filter(Boolean).length);
      const row = (lead: readonly PlainValue[], cells: readonly PlainValue[]): PlainValue[] => {
        const line: PlainValue[] = [...Array<null>(shift).fill(null), ...(given.ordinal ? lead : lead.slice(1))];
        places.forEach((place, at) => (line[place] = cells[at]));
        return Array.from(line, (cell) => cell ?? null);
      };
      if (given.group)
        rows.push(
          row(
            [null, null],
            given.order.map((_, at) => (at < 2 ? `组${at}` : null)),
          ),
        );
      rows.push(
        row(
          ['序号', given.spaced ? '开 发 区  名 称' : '开发区名称'],
          given.order.map((name) => (unitIn === 'header' ? `${name}（${unit}）` : name)),
        ),
      );
      if (unitIn === 'row')
        rows.push(
          row(
            [null, null],
            given.order.map(() => `（${unit}）`),
          ),
        );
      given.zones.forEach((zone, i) =>
        rows.push(
          row(
            [i + 1, zone],
            given.order.map((name) => {
              const { value, as } = given.figures[i]?.[NAMES.indexOf(name)] ?? { value: NaN, as: '' };
              return as === 'number' ? value : as === 'text' ? value.toLocaleString('en-US') : as === '' ? null : as;
            }),
          ),
        ),
      );
      if (given.total)
        rows.push(
          row(
            [null, '合  计'],
            given.order.map(() => 1),
          ),
        );
      if (given.note) rows.push([...Array<null>(shift).fill(null), '注：数据为初步统计数。']);

      const result = readTables([spec], [{ name: 'Sheet1', grid: gridOf(rows), hidden: false, owned: false }], units);
      const table = result.tables.get('indicators');
      expect(table?.keys).toEqual(given.zones);
      for (const name of given.order) {
        const read = table?.columns.get(name);
        given.zones.forEach((_, i) => {
          const value = given.figures[i]?.[NAMES.indexOf(name)]?.value ?? NaN;
          const places10 = Math.log10(UNIT_FACTORS[unit]);
          expect(read?.values[i]).toBe(Number.isNaN(value) || value === 0 ? value : Number(`${value}e${places10}`));
        });
      }
    }),
    { numRuns: 300 },
  );
});

const cell = fc.oneof(
  fc.constant(null),
  fc.double(),
  fc.integer({ min: 1940, max: 2110 }),
  fc.boolean(),
  fc.string({ maxLength: 6 }),
  fc.constantFrom(
    '开发区名称',
    '工业总产值（万元）',
    '其中',
    '#其中：',
    '单位：万元',
    '合计',
    '注：',
    '—',
    '序号',
    '甲',
    '1',
    '12.5%',
    '（3）',
    '税收收入',
    '万元',
    '',
  ),
);
const merge = fc
  .tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 5 }), fc.nat({ max: 5 }))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));

test('the reader never throws, whatever the grid', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 10 }), fc.array(merge, { maxLength: 4 }), (rows, merges) => {
      const builder = new GridBuilder();
      rows.forEach((cells, row) =>
        cells.forEach((value, at) => {
          if (typeof value === 'number') builder.number(row, at, value, at % 2 === 0 ? 'General' : '0%');
          else if (typeof value === 'boolean') builder.boolean(row, at, value);
          else if (value === '') builder.error(row, at, '#REF!');
          else if (value !== null) builder.text(row, at, value);
        }),
      );
      merges.forEach((area) => builder.merge(area));
      const sheets = [{ name: '指标数据', grid: builder.build(), hidden: false, owned: false }];
      const { problems } = readTables([spec, { ...spec, id: 'last', sheet: ['上年指标数据'], optional: true }], sheets, units);
      for (const problem of problems) expect(problem.message.length > 0 && problem.nextStep.length > 0).toBe(true);
      expect(() => listTables(sheets, units, words)).not.toThrow();
    }),
    { numRuns: 1500 },
  );
});
