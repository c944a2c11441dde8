import { FICTION, officialTable, type FORMATS, type Group, type Leaf, type Row } from './official-table';
import { readmeSheet, settingsSheet } from './particular-sheets';
import { round, Seeded } from './seeded';
import { taskList } from './task-list';
import type { Sheet, Value } from './workbook';

interface Indicator {
  readonly dimension: string;
  readonly title: string;
  readonly unit: string;
  readonly direction: '正向' | '逆向';
  readonly format: keyof typeof FORMATS;
  readonly decimals: number;
  /** Value of the worst and of the best fictional zone. */
  readonly range: readonly [number, number];
  readonly width?: number;
}

/** An indicator list of our own, for show: the method that the document cites is not attached to it. */
const INDICATORS: readonly Indicator[] = [
  { dimension: '创新能力', title: '企业研发经费投入强度', unit: '%', direction: '正向', format: 'amount', decimals: 2, range: [0.8, 4.6] },
  { dimension: '创新能力', title: '高新技术企业数', unit: '家', direction: '正向', format: 'count', decimals: 0, range: [30, 1080] },
  { dimension: '品牌建设', title: '省级以上名牌产品数', unit: '个', direction: '正向', format: 'count', decimals: 0, range: [5, 96] },
  { dimension: '规划实施', title: '规划项目开工率', unit: '%', direction: '正向', format: 'percent', decimals: 3, range: [0.61, 0.98] },
  {
    dimension: '生态环境',
    title: '单位工业增加值综合能耗',
    unit: '吨标准煤/万元',
    direction: '逆向',
    format: 'fine',
    decimals: 3,
    range: [0.92, 0.19],
    width: 15,
  },
  { dimension: '生态环境', title: '工业固废综合利用率', unit: '%', direction: '正向', format: 'one', decimals: 1, range: [81, 99] },
  {
    dimension: '知识产权保护',
    title: '每万人口发明专利拥有量',
    unit: '件/万人',
    direction: '正向',
    format: 'amount',
    decimals: 2,
    range: [3.2, 42],
  },
  { dimension: '投资环境', title: '投资者满意度', unit: '分', direction: '正向', format: 'one', decimals: 1, range: [71, 96.5] },
  { dimension: '行政效能', title: '行政审批平均办结时限', unit: '工作日', direction: '逆向', format: 'one', decimals: 1, range: [14, 3] },
  { dimension: '新增债务', title: '新增债务额', unit: '亿元', direction: '逆向', format: 'amount', decimals: 2, range: [38, 1.5] },
  { dimension: '安全生产', title: '生产安全事故起数', unit: '起', direction: '逆向', format: 'count', decimals: 0, range: [9, 0] },
];

type Level = '国家级' | '省级';
/** 区名、区域、水平（0–1）、批准面积、已批控规面积（公顷）、是否依法批准。 */
type Zone = readonly [name: string, region: string, quality: number, approved: number, covered: number | '—', lawful: '是' | '否' | null];

const NATIONAL: readonly Zone[] = [
  ['东港湾', '东部', 0.95, 3600, 3600, '是'],
  ['海晏', '东部', 0.88, 2950, 2950, '是'],
  ['云帆', '东部', 0.83, 1840, 1840, '是'],
  ['临海岸', '东部', 0.79, 2210, 2188.5, '是'],
  ['青屿', '东部', 0.72, 985, 985, '否'],
  ['锦湖', '东部', 0.66, 1220, 1220, '是'],
  ['望潮', '东部', 0.58, 760, 760, '是'],
  ['石榴湾', '东部', 0.49, 1050, 997.5, '是'],
  ['桐江', '东部', 0.4, 640, 640, '是'],
  ['中原谷', '中部', 0.81, 1980, 1980, '是'],
  ['楚岸', '中部', 0.69, 1460, 1460, '是'],
  ['洪都岭', '中部', 0.55, 1175, 1175, null],
  ['淮溪', '中部', 0.55, 1175, 1175, '是'],
  ['麓山源', '中部', 0.45, 890, 845.5, '是'],
  ['太行坡', '中部', 0.33, 700, 700, '是'],
  ['锦官岭', '西部', 0.76, 2640, 2640, '是'],
  ['秦月', '西部', 0.62, 1530, 1530, '是'],
  ['黔山', '西部', 0.38, 930, '—', '是'],
  ['陇坪', '西部', 0.27, 810, 729, '否'],
  ['塞上原', '西部', 0.2, 680, 680, '是'],
];
const APPLYING: readonly Zone[] = [
  ['滨河', '东部', 0.6, 520, 520, '是'],
  ['云岭', '中部', 0.48, 610, 610, '是'],
  ['北麓', '西部', 0.36, 480, 432, '是'],
];
const TWINS = ['洪都岭', '淮溪'] as const;

function figuresOf(quality: number, seeded: Seeded): number[] {
  return INDICATORS.map(({ range: [worst, best], decimals }) => {
    const q = Math.min(1, Math.max(0, quality + seeded.between(-0.12, 0.12, 3)));
    return round(worst + (best - worst) * q, decimals);
  });
}

function rowsOf(zones: readonly Zone[], level: Level, seeded: Seeded): Value[][] {
  const figures = new Map(
    zones.map(([short, , quality]) => [
      short,
      {
        scored: figuresOf(quality, seeded),
        efficiency: round(3.2 + 14 * quality + seeded.between(-0.6, 0.6, 2), 2),
        pollutants: Math.round(200 + 2600 * (1 - quality)),
        planned: seeded.between(1.1, 1.6, 3),
        built: seeded.between(0.62, 0.88, 3),
      },
    ]),
  );
  const [model, twin] = TWINS.map((short) => figures.get(short));
  if (model && twin) figures.set(TWINS[1], { ...twin, scored: model.scored, efficiency: model.efficiency });
  return zones.map(([short, region, , approved, covered, lawful]): Value[] => {
    const { scored, efficiency, pollutants, planned, built } = figures.get(short)!;
    const name = `${short}${level === '国家级' ? '经济技术开发区' : '经济开发区'}`;
    return [
      name,
      level,
      region,
      '是',
      ...scored,
      efficiency,
      pollutants,
      approved,
      round(approved * planned, 1),
      round(approved * built, 1),
      covered,
      lawful,
    ];
  });
}

function columns(): (Leaf | Group)[] {
  const scored = [...new Set(INDICATORS.map(({ dimension }) => dimension))].map((dimension): Group => ({
    group: dimension,
    of: INDICATORS.filter((one) => one.dimension === dimension).map(({ title, unit, format, width }): Leaf => ({
      head: `${title}（${unit}）`,
      format,
      width: width ?? 10,
      total: 'mean',
    })),
  }));
  return [
    { head: '经开区名称', format: 'name', width: 25 },
    { head: '级别', format: 'word', width: 8, options: ['国家级', '省级'] },
    { head: '区域', format: 'word', width: 7, options: ['东部', '中西部', '中部', '西部'] },
    { head: '按国家级标准考评', format: 'word', width: 9, options: ['是', '否'] },
    ...scored,
    { head: '土地利用效率（亿元/平方公里）', width: 11, total: 'mean' },
    { head: '污染物排放量（吨）', format: 'count', width: 10, total: 'mean' },
    {
      group: '用地和控制性详细规划',
      of: [
        { head: '批准面积（公顷）', format: 'one', width: 10, total: 'sum' },
        { head: '规划面积（公顷）', format: 'one', width: 10, total: 'sum' },
        { head: '建设用地面积（公顷）', format: 'one', width: 10, total: 'sum' },
        { head: '已批控规面积（公顷）', format: 'one', width: 10, total: 'sum' },
        { head: '控规依法批准', format: 'word', width: 8, options: ['是', '否'] },
      ],
    },
  ];
}

export function nationalSheets(asOf: string): Sheet[] {
  const seeded = new Seeded(542014);
  const national = rowsOf(NATIONAL, '国家级', seeded);
  const applying = rowsOf(APPLYING, '省级', seeded);
  const at = (short: string): Value[] => national.find((row) => String(row[0]).startsWith(short))!;
  const indicator = (title: string): number => 4 + INDICATORS.findIndex((one) => one.title === title);
  at('黔山')[indicator('省级以上名牌产品数')] = null;
  at('太行坡')[indicator('每万人口发明专利拥有量')] = '—';
  at('东港湾')[indicator('高新技术企业数')] = '1,024';
  const source = `资料来源：各经开区填报。${FICTION}，区名和数值均与真实经开区无关。`;
  const order = [
    '东港湾',
    '海晏',
    '中原谷',
    '云帆',
    '临海岸',
    '锦官岭',
    '青屿',
    '楚岸',
    '锦湖',
    '秦月',
    '望潮',
    '淮溪',
    '洪都岭',
    '石榴湾',
    '麓山源',
    '桐江',
    '黔山',
    '太行坡',
    '塞上原',
    '陇坪',
  ];
  return [
    readmeSheet('国家级经开区考核数据填报说明', [
      '本工作簿供国办发〔2014〕54号方案试用，区名和数值均为虚构。',
      '“指标体系”是自拟的示例清单，不是《国家级经济技术开发区综合发展水平评价办法》的指标；换成正式清单后重新考评即可。',
      '三个处罚触发项的条件文件没有规定，“权重与参数”中均未填写，所以不启用；前年结果没有提供。',
      '“上年结果”“上年指标数据”用于名次升降和污染物排放与上年比；环保达标、没有擅自调整规划逐区答复，其余事项不分经开区答复。',
      '控规覆盖率以批准面积为分母：多数区恰为100％，临海岸等四区不足，青屿、陇坪未依法批准，洪都岭未填。',
      '洪都岭、淮溪两区计分数据完全相同，用来演示并列。',
    ]),
    officialTable({
      sheet: '指标数据',
      title: '国家级经济技术开发区综合发展水平考核指标数据表（2014年度）',
      particulars: ['填报单位：示例开发区主管部门', '填报日期：2015年3月31日', '计量单位：见表头'],
      columns: columns(),
      rows: [{ section: '一、国家级经济技术开发区' }, ...national, { section: '二、申请升级的省级开发区' }, ...applying],
      totals: ['平均'],
      notes: ['注：“—”表示未统计；申请升级的省级开发区按国家级标准同表填报。', source],
      paper: 'A3',
    }),
    officialTable({
      sheet: '指标体系',
      title: '考核指标体系（自拟示例，非官方清单）',
      columns: [
        { head: '维度', format: 'word', width: 16 },
        { head: '指标', format: 'name', width: 30 },
        { head: '单位', format: 'word', width: 16 },
        { head: '方向', format: 'word', width: 10, options: ['正向', '逆向'] },
        { head: '权重', format: 'count', width: 10 },
      ],
      rows: INDICATORS.map(({ dimension, title, unit, direction }): Row => [dimension, title, unit, direction, null]),
      notes: ['注：权重留空，按等权试算。'],
      portrait: true,
    }),
    officialTable({
      sheet: '上年指标数据',
      title: '国家级经济技术开发区综合发展水平考核指标数据表（2013年度）',
      particulars: ['填报单位：示例开发区主管部门', '填报日期：2014年3月31日'],
      columns: [
        { head: '经开区名称', format: 'name', width: 30 },
        { head: '级别', format: 'word', width: 12 },
        { head: '污染物排放量（吨）', format: 'count', width: 14 },
      ],
      // 云帆 emits as much as a year ago, 桐江 and 陇坪 more.
      rows: national.map((row): Row => {
        const change = /^云帆/u.test(String(row[0])) ? 0 : /^(?:桐江|陇坪)/u.test(String(row[0])) ? -40 : 35;
        return [row[0]!, row[1]!, Number(row[4 + INDICATORS.length + 1]) + change];
      }),
      notes: [source],
      portrait: true,
    }),
    officialTable({
      sheet: '上年结果',
      title: '国家级经济技术开发区综合发展水平考核结果（2013年度）',
      particulars: ['填报单位：示例开发区主管部门', '填报日期：2014年6月30日'],
      columns: [
        { head: '经开区名称', format: 'name', width: 30 },
        { head: '级别', format: 'word', width: 12 },
        { head: '名次', format: 'rank', width: 10 },
        { head: '参评总数（个）', format: 'rank', width: 14 },
      ],
      rows: order.map((short, n): Row => [`${short}经济技术开发区`, '国家级', n + 1, order.length]),
      notes: [source],
      portrait: true,
    }),
    officialTable({
      sheet: '处罚决定',
      title: '国家级经开区处罚决定（2014年度，虚构）',
      columns: [
        { head: '经开区名称', format: 'name', width: 30 },
        { head: '处罚种类', format: 'word', width: 14, options: ['警告', '通报', '限期整改', '退出'] },
      ],
      rows: national.filter(([zone]) => /^陇坪/u.test(String(zone))).map(([zone]): Row => [zone!, '警告']),
      notes: [source],
      portrait: true,
    }),
    taskList('national-2014', '国家级经开区定性任务完成情况表（2014年度）', ['填报单位：示例开发区主管部门', '填报日期：2015年4月10日'], {
      ofZones: {
        environment: national.map(([zone]) => [String(zone), /^陇坪/u.test(String(zone)) ? '否' : '是', '环保部门意见（示例）'] as const),
        chk_42: national.map(([zone]) => [String(zone), /^塞上原/u.test(String(zone)) ? '否' : '是', '规划部门意见（示例）'] as const),
      },
      others: { chk_04: '不适用', chk_15: '不适用', chk_25: '否', chk_37: '否', chk_56: '否' },
    }),
    settingsSheet('national-2014', {
      asOf,
      parameters: { 控规覆盖率的分母: '批准面积', '制定实施方案的期限（天）': 120, 进位的名次上升数: 1, 退位的名次下降数: 1 },
    }),
  ];
}
