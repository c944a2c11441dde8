import type { Plan, SheetChart, SheetPlan } from '../../../src/core/plan';

export const MARK = { pack: 'shandong-2016', version: '1.0', input: 'a1b2c3', at: '2024-03-01T08:00:00+08:00' } as const;

/** A sheet plan with nothing but what a test is about. */
export function sheetPlan(part: Partial<SheetPlan> & { readonly name: string }): SheetPlan {
  return {
    head: [],
    body: [],
    bodyRows: 0,
    foot: [],
    widths: [],
    freeze: { rows: 0, columns: 0 },
    landscape: true,
    notes: [],
    links: [],
    names: [],
    ...part,
  };
}

export function planOf(...sheets: SheetPlan[]): Plan {
  return {
    sheets,
    mark: MARK,
    styles: [
      { bold: true, size: 16, align: 'center' },
      { bold: true, fill: 'DDEBF7', border: true, align: 'center', wrap: true },
      { border: true },
      { border: true, numberFormat: '0.00', align: 'right' },
      { border: true, fill: 'FFC7CE', color: '9C0006' },
      { border: true, numberFormat: 'yyyy-mm-dd' },
      { underline: true, color: '0563C1' },
    ],
  };
}

/** Rows of charts on a sheet whose row above the first zone holds titles. */
const ZONES = { top: 1, bottom: 2 } as const;

/** Bars of two zones, the second of which has no part in the second series. */
export const CHART: SheetChart = {
  title: '得分<构成>',
  stacked: true,
  axes: { zones: '指标', values: '分' },
  zones: { area: { ...ZONES, left: 0, right: 0 }, values: ['产值', '税收'] },
  series: [
    { title: '分', area: { ...ZONES, left: 1, right: 1 }, values: Float64Array.of(45.5, 50), fill: { color: '1F4E79' } },
    { title: '另', area: { ...ZONES, left: 2, right: 2 }, values: Float64Array.of(4.5, NaN), fill: { color: '2E75B6', hatch: 'up' } },
  ],
  format: '0.00',
  over: { top: 5, bottom: 20, left: 0, right: 2 },
};

/** Two sheets that use everything a plan can say. */
export function fullPlan(): Plan {
  return planOf(
    sheetPlan({
      name: '综合排名',
      tabColor: 'C00000',
      head: [
        [{ value: '开发区综合考评排名', style: 0, span: 4 }],
        [{ value: '依据：鲁政办字〔2016〕', span: 4, note: '第十二条：排名末位的予以警告。' }],
        [
          { value: '序号', style: 1 },
          { value: '开发区', style: 1 },
          { value: '得分', style: 1, note: '等权试算' },
          { value: '结论', style: 1 },
        ],
      ],
      headHeights: [30, undefined, 24],
      body: [
        { kind: 'number', values: Float64Array.of(1, 2, 3), style: 2 },
        { kind: 'text', values: ['甲开发区', '=乙开发区', '@丙'], style: 2 },
        {
          kind: 'number',
          values: Float64Array.of(95.5, 88.25, NaN),
          style: 3,
          formulas: ["SUM('得分明细'!B2:B3)", '', 'IF(\'得分明细\'!B3>0,"","缺数")'],
        },
        { kind: 'text', values: ['达标', '达标', '不达标'], style: 2, styles: Uint16Array.of(2, 2, 4) },
      ],
      bodyRows: 3,
      foot: [
        [
          { value: '合计', style: 2, span: 2 },
          { value: 183.75, style: 3, formula: 'SUM(C4:C6)' },
          { value: '见明细', style: 6, link: { sheet: '得分明细', cell: 'A1' } },
        ],
      ],
      widths: [8, 24, 12, 12],
      freeze: { rows: 3, columns: 2 },
      filterRow: 2,
      repeatRows: { first: 0, last: 2 },
      looks: [
        {
          kind: 'blank',
          areas: [
            { top: 3, bottom: 3, left: 2, right: 2 },
            { top: 5, bottom: 5, left: 2, right: 2 },
          ],
          style: 4,
        },
        { kind: 'number', areas: [{ top: 3, bottom: 5, left: 0, right: 0 }], value: 1, style: 4 },
        { kind: 'bar', areas: [{ top: 3, bottom: 5, left: 2, right: 2 }], color: '9DC3E6', ends: [0, 100] },
      ],
      notes: [
        { row: 5, column: 3, text: '末位：第十二条\n需说明' },
        { row: 3, column: 1, text: '首位' },
      ],
      links: [{ row: 3, column: 1, link: { sheet: '得分明细', cell: 'B2' } }],
      names: [{ name: '考评_得分', range: '$C$4:$C$6' }],
    }),
    sheetPlan({
      name: '得分明细',
      head: [
        [
          { value: '指标', style: 1 },
          { value: '分', style: 1 },
          { value: '另', style: 1 },
        ],
      ],
      body: [
        { kind: 'text', values: ['产值', '税收'], style: 2 },
        { kind: 'number', values: Float64Array.of(45.5, 50), style: 3 },
        { kind: 'number', values: Float64Array.of(4.5, NaN), style: 3 },
      ],
      bodyRows: 2,
      widths: [16, 10, 10],
      charts: [CHART],
      pageBreaks: [4, 21],
      landscape: false,
    }),
  );
}
