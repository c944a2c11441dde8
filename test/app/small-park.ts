import { gridOf, type PlainValue, type SheetGrid } from '../../src/core/grid';

/** The Shandong pack's main table in its smallest form: name, level and a few figures. */
export const HEADER: readonly PlainValue[] = [
  '开发区名称',
  '级别',
  '实际使用外资（万美元）',
  '工业固废综合利用率（%）',
  '职业技能培训机构数量（个）',
];
export const ROWS: readonly (readonly PlainValue[])[] = [
  ['桃林经济开发区', '省级', 5200, 91.2, 6],
  ['滨河经济开发区', '省级', 4100, 88.4, 9],
  ['晨光经济开发区', '省级', 2600, 95.1, 4],
  ['沙洲经济开发区', '省级', 1900, 84, 3],
];

export const parkSheets = (header = HEADER, rows = ROWS, name = '指标数据'): SheetGrid[] => [
  { name, grid: gridOf([header, ...rows]), hidden: false, owned: false },
];
