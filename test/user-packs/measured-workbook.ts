import { sheetOf, workbook } from '../ooxml/package-builder';

type Value = string | number | null;

const HEADERS = [
  '开发区名称',
  '类别',
  '总产值（亿元）',
  '产值目标（亿元）',
  '税收（亿元）',
  '税收目标（万元）',
  '增速（%）',
  '从业人员（人）',
  '安全达标率（%）',
  '培训率（%）',
  '规模系数（倍）',
  '评委一（分）',
  '评委二（分）',
  '评委三（分）',
  '评委四（分）',
];

/** Zones that measured.yaml scores by figures from elsewhere: a goal that is not there, one that cannot be used, exactly on edges, a condition missed. */
const ZONES: readonly (readonly Value[])[] = [
  ['甲区', '甲类', 900, 800, 90, 1000000, 9.5, 5000, 95, 90, 1.1, 90, 85, 80, 60],
  ['乙区', '甲类', 500, 1000, 40, 800000, 8, 3000, 94.9, 85, 1, 70, 75, 75, 80],
  ['丙区', '乙类', 300, null, 30, 500000, 5, 2000, 90, 100, 1, 88.5, 90, 91, 92],
  ['丁区', '乙类', 350, 300, 28, 0, null, 2500, 97, 40, 0.9, 60, null, 70, 75],
  ['戊区', '乙类', 280, 400, null, 600000, -3, 1800, null, 70, null, 81, 82, 83, 84],
];

const BEFORE: readonly (readonly Value[])[] = [
  ['甲区', '甲类', 4000],
  ['乙区', '甲类', 3000],
  ['丙区', '乙类', 2001],
  ['丁区', '乙类', null],
  ['戊区', '乙类', 1500],
];

export function measuredWorkbook(): Uint8Array {
  return workbook({
    sheets: [
      { name: '指标数据', xml: sheetOf([HEADERS, ...ZONES]) },
      { name: '上年数据', xml: sheetOf([['开发区名称', '类别', '从业人员（人）'], ...BEFORE]) },
    ],
  });
}
