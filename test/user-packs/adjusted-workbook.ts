import { sheetOf, workbook } from '../ooxml/package-builder';

type Value = string | number | null;

const HEADERS = [
  '开发区名称',
  '级别',
  '总产值（亿元）',
  '税收（亿元）',
  '用地面积（公顷）',
  '单位能耗（吨标准煤/万元）',
  '新增上市公司（家）',
  '安全事故（起）',
  '是否数据造假',
  '是否发生重特大事故',
];

/** Zones that adjusted.yaml changes in each of its ways: capped bonus, capped and raised totals, blanks, refused amounts, signs for 是 and 否, vetoes. */
const ZONES: readonly (readonly Value[])[] = [
  ['甲区', '国家级', 900, 90, 1000, 0.2, 5, 0, '否', '否'],
  ['乙区', '国家级', 500, 40, 900, 0.4, 1, 1, '否', '否'],
  ['丙区', '省级', 300, 30, 800, 0.5, 0, 9, '否', '否'],
  ['丁区', '省级', 350, null, 700, 0.45, 2, 0, '×', '否'],
  ['戊区', '省级', 280, 26, 650, 0.6, null, null, '否', null],
  ['己区', '国家级', 450, 38, 800, 0.5, 0, 0, '是', '否'],
  ['庚区', '省级', 320, 28, null, 0.55, 1, 0, '否', '是'],
  ['辛区', '省级', 260, 20, 600, 0.7, -1, 2, '否', '√'],
  ['壬区', '国家级', 400, 33, 820, 0.52, 1, 1, '是', '是'],
];

/** @param parameters 权重与参数: name → value */
export function adjustedWorkbook(parameters: Readonly<Record<string, string>> = {}): Uint8Array {
  const settings = Object.entries(parameters).map(([name, value]) => ['参数', name, value]);
  return workbook({
    sheets: [
      { name: '指标数据', xml: sheetOf([HEADERS, ...ZONES]) },
      ...(settings.length > 0 ? [{ name: '权重与参数', xml: sheetOf([['类别', '名称', '数值'], ...settings]) }] : []),
    ],
  });
}
