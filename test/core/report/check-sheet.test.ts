import { packOf } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { tableSheet, type Row } from '../../packs/sheets';

const whole = packOf('jilin-2016');
/** Only with the indicators that the tests fill in: those of which there is no column are asked about, which is tested elsewhere. */
const pack = {
  ...whole,
  indicators: Object.fromEntries(Object.entries(whole.indicators).filter(([, { basis }]) => basis === 'named')),
};
const zone = (name: string, leading: number, concentration: number): Row => ({
  zone: name,
  level: '省级',
  leading_industries: 1,
  focus_fields: 2,
  leading_output: leading,
  industrial_output: 100,
  concentration,
});
const planOf = (...rows: Row[]) => assessed(pack, [tableSheet(pack, 'indicators', rows)]);
const sheetOf = (...rows: Row[]) => planOf(...rows).plan!.sheets.find(({ name }) => name === '数据校验');
const textsOf = (column: NonNullable<ReturnType<typeof sheetOf>>['body'][number]): readonly string[] =>
  column.kind === 'text' ? column.values : [];

describe('the sheet 数据校验', () => {
  const asked = [zone('甲区', 45.5, 45.5), zone('乙区', 50.5, 60), zone('丙区', 120, 60)];

  test('by zone in the order of the table, with room for the answer', () => {
    const sheet = sheetOf(...asked)!;
    expect(textsOf(sheet.body[0]!)).toEqual(['乙区', '丙区', '丙区']);
    expect(textsOf(sheet.body.at(-1)!)).toEqual(['', '', '']);
    expect(sheet.head.at(-1)!.map(({ value }) => value)).toEqual([
      '填报单位',
      '校验项',
      '单元格',
      '填报数',
      '应有关系／参照数',
      '差异',
      '请核实的事项',
      '填报单位说明',
    ]);
  });

  test('every line links to the figure in question; the header is printed on every page', () => {
    const sheet = sheetOf(...asked)!;
    const first = sheet.head.length;
    expect(sheet.links).toEqual([
      { row: first, column: 2, link: { sheet: '指标数据', cell: 'G3' } },
      { row: first + 1, column: 2, link: { sheet: '指标数据', cell: 'E4' } },
      { row: first + 2, column: 2, link: { sheet: '指标数据', cell: 'G4' } },
    ]);
    expect(sheet.repeatRows).toEqual({ first: first - 1, last: first - 1 });
    expect(sheet.filterRow).toBe(first - 1);
  });

  test('is not made where there is nothing to ask: a line says so', () => {
    const { plan, result } = planOf(zone('甲区', 45.5, 45.5), zone('乙区', 50.5, 50.5));
    expect(plan!.sheets.map(({ name }) => name)).not.toContain('数据校验');
    const notes = plan!.sheets.find(({ name }) => name === '数据缺失与口径说明')!;
    expect(notes.body.flatMap(textsOf).filter((text) => text.includes('项数据校验'))).toEqual([
      `已做${result.checks.made}项数据校验（部分与总量、合计、比率、取值范围、与上年比较、重复、名录、漏报），未发现问题。`,
    ]);
    expect(result.checks).toMatchObject({ findings: [], more: 0 });
  });

  test('the result says the same, with null for what is not there', () => {
    const { checks } = planOf(...asked).result;
    expect(checks.findings.map(({ kind, zone: name, actual, difference }) => [kind, name, actual, difference])).toEqual([
      ['share', '乙区', '60%', '9.5个百分点'],
      ['part', '丙区', '120亿元', '20亿元'],
      ['share', '丙区', '60%', '-60个百分点'],
    ]);
  });

  test('what no zone answers for stands behind, as a matter of the whole table', () => {
    const sheet = sheetOf(
      { zone: '甲区', level: '省级', leading_industries: null, leading_output: 1, industrial_output: 2 },
      { zone: '乙区', level: '省级', leading_industries: null, leading_output: 3, industrial_output: 2 },
    )!;
    expect(textsOf(sheet.body[0]!)).toEqual(['乙区', '（全表）']);
  });
});
