import type { MethodExample, MethodSheet } from '../../src/core/own-method/method-template';
import example from '../../src/packs/own-method-example.yaml';
import { officialTable, type Leaf } from './official-table';
import { workbookBytes, type Sheet, type Value } from './workbook';
import { exampleZones, type ExampleZone } from './example-zones';

const YEAR = 2024;

type Given = readonly [leaf: Leaf, of: (zone: ExampleZone) => Value];

const NAME: Given = [{ head: '开发区名称', format: 'name', width: 22 }, ({ name }) => name];
const YES_NO = ['是', '否'];

const MAIN: readonly Given[] = [
  NAME,
  [{ head: '级别', format: 'word', width: 8, options: ['国家级', '省级'] }, ({ level }) => level],
  [{ head: '地区类别', format: 'word', width: 8, options: ['甲类', '乙类'] }, (zone) => zone.class],
  [{ head: '是否有海关统计', format: 'word', width: 9, options: YES_NO }, ({ customs }) => customs],
  [{ head: '地区生产总值（亿元）', format: 'plain' }, ({ gdp }) => gdp],
  [{ head: '规模以上工业增加值增速（%）', format: 'plain' }, ({ industryGrowth }) => industryGrowth],
  [{ head: '一般公共预算收入（亿元）', format: 'plain' }, ({ revenue }) => revenue],
  [{ head: '固定资产投资增速（%）', format: 'plain' }, ({ investmentGrowth }) => investmentGrowth],
  [{ head: '税收收入（万元）', format: 'count' }, ({ tax }) => tax],
  [{ head: '已开发土地面积（亩）', format: 'count' }, ({ land }) => land],
  [{ head: '工业增加值（万元）', format: 'count' }, ({ industry }) => industry],
  [{ head: '研发经费（亿元）', format: 'plain' }, ({ research }) => research],
  [{ head: '从业人员（万人）', format: 'plain' }, ({ staff }) => staff],
  [{ head: '研发人员（人）', format: 'count' }, ({ researchers }) => researchers],
  [{ head: '高新技术企业数（家）', format: 'count' }, ({ highTech }) => highTech],
  [{ head: '实际使用外资（万美元）', format: 'count' }, ({ fdi }) => fdi],
  [{ head: '进出口总额（亿元）', format: 'plain' }, ({ trade, customs }) => (customs === '否' ? '—' : trade)],
  [{ head: '单位工业增加值能耗下降率（%）', format: 'plain' }, ({ energyDrop }) => energyDrop],
  [{ head: '空气优良天数比例（%）', format: 'plain' }, ({ goodAir }) => goodAir],
  [{ head: '企业满意度（分）', format: 'plain' }, ({ satisfaction }) => satisfaction],
  [{ head: '政务服务事项网上可办率（%）', format: 'plain' }, ({ online }) => online],
  [{ head: '国家级表彰（项）', format: 'count' }, ({ awards }) => awards],
  [{ head: '较大安全事故（起）', format: 'count' }, ({ accidents }) => accidents],
  [{ head: '环保督察通报（次）', format: 'count' }, ({ notices }) => notices],
  [{ head: '是否发生重大及以上安全事故', format: 'word', options: YES_NO }, ({ disaster }) => disaster],
  [{ head: '是否提供虚假数据', format: 'word', options: YES_NO }, ({ fraud }) => fraud],
];

const BEFORE: readonly Given[] = [
  NAME,
  [{ head: '级别', format: 'word', width: 8 }, ({ level }) => level],
  [{ head: '地区类别', format: 'word', width: 8 }, (zone) => zone.class],
  [{ head: '地区生产总值（亿元）', format: 'plain', width: 14 }, ({ gdpBefore }) => gdpBefore],
  [{ head: '实际使用外资（万美元）', format: 'count', width: 14 }, ({ fdiBefore }) => fdiBefore],
];

const sizeOf = (zone: ExampleZone): number => provincial.filter((other) => other.class === zone.class).length;
const provincial = exampleZones.filter(({ level }) => level === '省级');

const LAST_RESULTS: readonly Given[] = [
  NAME,
  [{ head: '本类地区名次', format: 'rank', width: 12 }, ({ lastYear }) => lastYear?.place ?? null],
  [{ head: '本类地区参评数', format: 'rank', width: 12 }, sizeOf],
  [{ head: '省级名次', format: 'rank', width: 10 }, ({ lastYear }) => lastYear?.provincePlace ?? null],
  [{ head: '等次', format: 'word', width: 10 }, ({ lastYear }) => lastYear?.grade ?? null],
];

const EARLIER_RESULTS: readonly Given[] = [
  NAME,
  [{ head: '本类地区名次', format: 'rank', width: 12 }, ({ yearBefore }) => yearBefore?.place ?? null],
  [{ head: '本类地区参评数', format: 'rank', width: 12 }, sizeOf],
  [{ head: '等次', format: 'word', width: 10 }, ({ yearBefore }) => yearBefore?.grade ?? null],
];

function table(
  sheet: string,
  title: string,
  columns: readonly Given[],
  zones: readonly ExampleZone[],
  notes: readonly string[],
  isWide = false,
): Sheet {
  return officialTable({
    sheet,
    title,
    particulars: ['填报单位：示例省商务厅', '计量单位：见表头'],
    columns: columns.map(([leaf]) => leaf),
    rows: zones.map((zone) => columns.map(([, of]) => of(zone))),
    notes,
    ...(isWide ? { paper: 'A3' as const } : { portrait: true }),
  });
}

const TITLE = '示例省开发区综合考核示例数据（虚构）';

const dataSheets = (): Sheet[] => [
  table(
    '指标数据',
    `示例省开发区综合考核指标数据表（${YEAR}年度）`,
    MAIN,
    exampleZones,
    ['注：空白为未按时报送；“—”为无海关统计，不考此项。'],
    true,
  ),
  table('上年数据', `示例省开发区综合考核指标数据表（${YEAR - 1}年度）`, BEFORE, exampleZones, []),
  table('上年结果', `示例省省级开发区综合考核结果（${YEAR - 1}年度）`, LAST_RESULTS, provincial, []),
  table('前年结果', `示例省省级开发区综合考核结果（${YEAR - 2}年度）`, EARLIER_RESULTS, provincial, []),
];

/** The invented zones of 示例省 as the workbook that example-province.yaml reads; the same bytes on every machine. */
export const exampleWorkbook = (): Uint8Array => workbookBytes(TITLE, dataSheets());

/** One of the two sheets that state the method. */
const methodSheet = (sheet: string, title: string, { headers, rows }: MethodSheet): Sheet =>
  officialTable({
    ...{ sheet, title, paper: 'A3', unnumbered: true },
    columns: headers.map((head, at) => ({
      ...{ head, format: 'long' },
      width: Math.min(40, Math.max(8, ...rows.map((row) => String(row[at] ?? '').length * 2 + 2))),
    })),
    rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
  });

/** The same zones with the method on two sheets, for 自定办法. */
export const exampleTablesWorkbook = (): Uint8Array => {
  const { system, rules } = example as MethodExample;
  return workbookBytes(TITLE, [
    methodSheet('指标体系', '示例省开发区考核指标体系（虚构）', system),
    methodSheet('考评规则', '示例省开发区考评规则（虚构）', rules),
    ...dataSheets(),
  ]);
};
