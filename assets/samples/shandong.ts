import { FICTION, officialTable, type Leaf, type Group, type Row } from './official-table';
import { readmeSheet, settingsSheet } from './particular-sheets';
import { round, Seeded, sumOf } from './seeded';
import type { Sheet, Value } from './workbook';

type Level = '国家级' | '省级';

/** One zone in one year; shares are kept as Excel keeps them (0.673 is 67.3 %). */
interface Year {
  staff: number;
  master: number;
  specialist: number;
  skilled: number;
  training: number;
  fdi: number;
  added: number;
  energy: number;
  water: number;
  pollutants: number;
  solid: number;
  reuse: number;
  reclaimed: number;
  goodDays: number;
  pm25: number;
  debt: number;
  gdp: number;
  revenue: number;
  trade: number;
  land: readonly [number, number, number, number];
}

interface Zone {
  readonly name: string;
  readonly level: Level;
  readonly now: Year;
  readonly before: Year;
}

/** How well a fictional zone does, 0–1. The last four decide the lists: 枫岭 and 荷风 are alike in every figure that is scored, at the edge of the last three. */
const PROVINCIAL: readonly (readonly [string, number])[] = [
  ['滨河', 0.86],
  ['云岭', 0.62],
  ['青禾', 0.71],
  ['松涛', 0.55],
  ['金穗', 0.93],
  ['望海', 0.78],
  ['石桥', 0.47],
  ['柳泉', 0.66],
  ['晨光', 0.83],
  ['凤鸣', 0.51],
  ['银杏', 0.74],
  ['碧湖', 0.59],
  ['长堤', 0.44],
  ['麦香', 0.68],
  ['桃林', 0.9],
  ['清溪', 0.5],
  ['槐花', 0.64],
  ['东篱', 0.41],
  ['海棠', 0.8],
  ['北麓', 0.57],
  ['枫岭', 0.17],
  ['荷风', 0.17],
  ['沙洲', 0.09],
  ['芦荡', 0.03],
];
const NATIONAL: readonly (readonly [string, number])[] = [
  ['海岳', 0.92],
  ['齐云', 0.81],
  ['银湾', 0.7],
  ['蓝屿', 0.6],
];

const mix = (low: number, high: number, q: number): number => low + (high - low) * q;

function yearOf(q: number, size: number, seeded: Seeded): Year {
  const near = (low: number, high: number, decimals = 0): number =>
    round(mix(low, high, Math.min(1, Math.max(0, q + seeded.between(-0.03, 0.03, 3)))), decimals);
  const staff = round(mix(12000, 64000, q) * size);
  const added = round(mix(42, 310, q) * size, 2);
  const gdp = round(added * seeded.between(1.62, 1.9, 3), 2);
  const industry = near(58, 46, 1);
  const services = near(8, 12, 1);
  const housing = near(19, 22, 1);
  return {
    staff,
    master: round(staff * near(0.012, 0.066, 4)),
    specialist: round(staff * near(0.07, 0.16, 4)),
    skilled: round(staff * near(0.05, 0.13, 4)),
    training: near(2, 18),
    fdi: round(near(1200, 32000) * size),
    added,
    energy: near(0.88, 0.24, 3),
    water: near(16.5, 4.2, 2),
    pollutants: round(added * near(14, 4.5, 2)),
    solid: near(84, 99, 1),
    reuse: near(76, 95, 1),
    reclaimed: near(12, 54, 1),
    goodDays: near(0.55, 0.76, 3),
    pm25: near(84, 50, 1),
    debt: near(15, 1.2, 2),
    gdp,
    revenue: round(gdp * seeded.between(0.068, 0.094, 4), 2),
    trade: round(gdp * seeded.between(0.22, 0.46, 3), 2),
    land: [industry, services, housing, round(100 - industry - services - housing, 1)],
  };
}

/** Last year's figures: most got better, some worse, a few stayed the same. */
function yearBefore(now: Year, seeded: Seeded): Year {
  const step = (value: number, decimals: number, better: 1 | -1): number => {
    const dice = seeded.next();
    const rate = seeded.between(0.008, 0.045, 4) * (dice < 0.13 ? -1 : dice < 0.18 ? 0 : 1) * better;
    return round(value / (1 + rate), decimals);
  };
  const staff = round(now.staff / (1 + seeded.between(0.005, 0.035, 4)));
  const share = (count: number): number => round((count / now.staff) * staff * (1 - seeded.between(-0.01, 0.09, 4)));
  const added = round(now.added / (1 + seeded.between(0.03, 0.085, 4)), 2);
  const gdp = round(now.gdp / (1 + seeded.between(0.04, 0.09, 4)), 2);
  return {
    ...now,
    staff,
    master: share(now.master),
    specialist: share(now.specialist),
    skilled: share(now.skilled),
    training: Math.max(1, now.training - Math.floor(seeded.between(0, 3, 2))),
    fdi: step(now.fdi, 0, 1),
    added,
    energy: step(now.energy, 3, -1),
    water: step(now.water, 2, -1),
    pollutants: round(step(now.pollutants, 2, -1) * (added / now.added) * 1.02),
    solid: Math.min(99.9, step(now.solid, 1, 1)),
    reuse: step(now.reuse, 1, 1),
    reclaimed: step(now.reclaimed, 1, 1),
    goodDays: step(now.goodDays, 3, 1),
    pm25: step(now.pm25, 1, -1),
    debt: round(now.debt * seeded.between(0.85, 1.25, 3), 2),
    gdp,
    revenue: round(now.revenue / (1 + seeded.between(0.02, 0.08, 4)), 2),
    trade: round(now.trade / (1 + seeded.between(-0.03, 0.07, 4)), 2),
  };
}

function zones(): Zone[] {
  const seeded = new Seeded(20161116);
  const built = [...PROVINCIAL.map((entry) => ['省级', ...entry] as const), ...NATIONAL.map((entry) => ['国家级', ...entry] as const)].map(
    ([level, short, q]): Zone => {
      const now = yearOf(q, level === '国家级' ? 2.6 : 1, seeded);
      return { name: `${short}${level === '国家级' ? '经济技术开发区' : '经济开发区'}`, level, now, before: yearBefore(now, seeded) };
    },
  );
  const model = built.find(({ name }) => name === '枫岭经济开发区')!;
  // Rows that were wholly alike would look copied.
  const scoredAlike = ({ revenue, trade }: Year, scored: Year): Year => ({ ...scored, revenue, trade });
  return built.map((zone) =>
    zone.name === '荷风经济开发区'
      ? { ...zone, now: scoredAlike(zone.now, model.now), before: scoredAlike(zone.before, model.before) }
      : zone,
  );
}

const COLUMNS: readonly (Leaf | Group)[] = [
  { head: '开发区名称', format: 'name', width: 23 },
  { head: '级别', format: 'word', width: 8, options: ['国家级', '省级'] },
  { head: '年末从业人员（人）', format: 'count', width: 10, total: 'sum' },
  {
    group: '其中：',
    of: [
      { head: '硕士及以上学历人才数', format: 'count', width: 10, total: 'sum' },
      { head: '专业技术人才数', format: 'count', width: 9, total: 'sum' },
      { head: '高技能人才数', format: 'count', width: 9, total: 'sum' },
    ],
  },
  { head: '职业技能培训机构数量（个）', format: 'count', width: 10, total: 'sum' },
  { head: '实际使用外资（万美元）', format: 'count', width: 10, total: 'sum' },
  { head: '工业增加值（亿元）', width: 10, total: 'sum' },
  {
    group: '能耗、水耗与排放',
    of: [
      { head: '单位工业增加值综合能耗（吨标准煤/万元）', format: 'fine', width: 15, total: 'mean' },
      { head: '单位工业增加值新鲜水耗（立方米/万元）', width: 12, total: 'mean' },
      { head: '主要污染物排放量（吨）', format: 'count', width: 10, total: 'sum' },
    ],
  },
  {
    group: '资源综合利用（%）',
    of: [
      { head: '工业固废综合利用率', format: 'one', width: 9, total: 'mean' },
      { head: '工业用水重复利用率', format: 'one', width: 9, total: 'mean' },
      { head: '中水回用率', format: 'one', width: 8, total: 'mean' },
    ],
  },
  {
    group: '环境空气质量',
    of: [
      { head: '优良天数比例', format: 'percent', width: 9, total: 'mean' },
      { head: 'PM2.5年均浓度（微克/立方米）', format: 'one', width: 11, total: 'mean' },
    ],
  },
  { head: '新增债务（亿元）', width: 9, total: 'sum' },
  {
    group: '主要经济指标（亿元）',
    of: [
      { head: '地区生产总值', width: 11, total: 'sum' },
      { head: '一般公共预算收入', width: 10, total: 'sum' },
      { head: '进出口总额', width: 10, total: 'sum' },
    ],
  },
  {
    group: '用地结构（%）',
    of: [
      { head: '产业用地比例', format: 'one', width: 8 },
      { head: '公共服务用地比例', format: 'one', width: 9 },
      { head: '居住用地比例', format: 'one', width: 8 },
      { head: '生态用地比例', format: 'one', width: 8 },
    ],
  },
];

const rowOf = ({ name, level }: Zone, year: Year): Value[] => [
  name,
  level,
  year.staff,
  year.master,
  year.specialist,
  year.skilled,
  year.training,
  year.fdi,
  year.added,
  year.energy,
  year.water,
  year.pollutants,
  year.solid,
  year.reuse,
  year.reclaimed,
  year.goodDays,
  year.pm25,
  year.debt,
  year.gdp,
  year.revenue,
  year.trade,
  ...year.land,
];

/** What forms come back with: blanks, dashes, figures typed as text. Columns as in {@link COLUMNS}. */
function asFilledIn(rows: Value[][]): Value[][] {
  const at = (name: string): Value[] => rows.find((row) => row[0] === `${name}经济开发区`)!;
  at('东篱')[14] = '—';
  at('长堤')[14] = null;
  at('清溪')[3] = null;
  at('凤鸣')[16] = '—';
  const text = (name: string, column: number): void => {
    at(name)[column] = (at(name)[column] as number).toLocaleString('en-US');
  };
  text('石桥', 11);
  text('北麓', 7);
  return rows;
}

/** What the document's goals for talent are counted from. The action began on the last day of last year, so its figures are last year's. */
function baseYear(all: readonly Zone[]): Sheet {
  return officialTable({
    sheet: '基期指标数据',
    title: '示例省经济开发区人才指标基期数据表（2015年度）',
    particulars: ['填报单位：示例省开发区主管部门', '填报日期：2016年3月18日', '计量单位：见表头'],
    columns: COLUMNS.slice(0, 5),
    // Five headers, of which 其中 stands over three columns.
    rows: all.map((zone) => rowOf(zone, zone.before).slice(0, 7)),
    totals: ['合计'],
    notes: ['注：基期为五年行动起点，人才占比以年末从业人员为分母。'],
    portrait: true,
  });
}

function lastYearResults(all: readonly Zone[]): Sheet {
  // 芦荡 was last but one, so it is among the last two for the second year; 沙洲 stood just before them.
  const order = [
    '金穗',
    '桃林',
    '滨河',
    '海棠',
    '望海',
    '晨光',
    '银杏',
    '青禾',
    '柳泉',
    '麦香',
    '云岭',
    '槐花',
    '北麓',
    '碧湖',
    '松涛',
    '清溪',
    '石桥',
    '凤鸣',
    '长堤',
    '枫岭',
    '荷风',
    '沙洲',
    '芦荡',
    '东篱',
  ];
  const full = (name: string): string => all.find((zone) => zone.name.startsWith(name))!.name;
  const rows: Row[] = [
    ...order.map((name, n): Row => [full(name), '省级', n + 1, order.length, null]),
    ...NATIONAL.map(([name], n): Row => [full(name), '国家级', n + 1, NATIONAL.length, '对照，不参与省级排名']),
  ];
  return officialTable({
    sheet: '上年结果',
    title: '示例省省级经济开发区综合发展水平考核结果（2015年度）',
    particulars: ['填报单位：示例省开发区主管部门', '填报日期：2016年5月20日'],
    columns: [
      { head: '开发区名称', format: 'name', width: 26 },
      { head: '级别', format: 'word', width: 10 },
      { head: '上年考核名次', format: 'rank', width: 12 },
      { head: '参评总数（家）', format: 'rank', width: 12 },
      { head: '备注', format: 'long', width: 30 },
    ],
    rows,
    notes: ['注：名次为同级别开发区内的名次。'],
    portrait: true,
  });
}

function province(
  sheet: string,
  title: string,
  date: string,
  zoneYears: readonly Year[],
  shares: readonly [number, number, number],
): Sheet {
  const share = (sum: number, part: number): number => round(sum / part, 2);
  return officialTable({
    sheet,
    title,
    particulars: ['填报单位：示例省统计部门', `填报日期：${date}`],
    unnumbered: true,
    columns: [
      { head: '地区', format: 'word', width: 16 },
      { head: '地区生产总值（亿元）', width: 20 },
      { head: '一般公共预算收入（亿元）', width: 22 },
      { head: '实际使用外资（亿美元）', width: 20 },
    ],
    rows: [
      [
        '全省',
        share(
          sumOf(
            zoneYears.map(({ gdp }) => gdp),
            2,
          ),
          shares[0],
        ),
        share(
          sumOf(
            zoneYears.map(({ revenue }) => revenue),
            2,
          ),
          shares[1],
        ),
        share(
          sumOf(
            zoneYears.map(({ fdi }) => fdi),
            0,
          ) / 10000,
          shares[2],
        ),
      ],
    ],
    notes: ['注：全省进出口总额待海关核定，本表暂缺。'],
  });
}

function checklist(all: readonly Zone[]): Sheet {
  const items: readonly Row[] = [
    ['综合实力显著提升', '是', '2016年度开发区发展报告', null],
    ['产业集聚效应和产业竞争力明显提高', '是', '主导产业产值统计表', null],
    ['体制机制创新和科技创新能力进一步增强', '是', '改革任务台账', null],
    ['生态环境质量总体改善', '否', null, null],
    ['营商环境建设国内领先', '否', '第三方评估尚未完成', null],
    ['在实施重点区域发展战略中的支撑带动作用更加凸显', '是', null, null],
    ['基本建立机构精简、职能综合、结构合理、运行高效的行政管理体制', '是', '机构编制批复', null],
    ['基本建立公开透明的管理制度', '是', '政务公开目录', null],
    ['人才发展体制机制创新取得突破性进展', '否', null, null],
    ['人才管理体制更加科学高效', '是', '人才管理办法', null],
  ];
  const approvals = all.map(({ name }): Row => {
    const approval = name.startsWith('金穗')
      ? ['是', '省政府批复（示例）']
      : name.startsWith('望海')
        ? ['否', '正在报批']
        : name.startsWith('长堤')
          ? [null, null]
          : ['不适用', null];
    return ['相对集中行政处罚权已经省政府批准', ...approval, name];
  });
  return officialTable({
    sheet: '定性清单',
    title: '示例省经济开发区定性任务完成情况表',
    particulars: ['填报单位：示例省开发区主管部门', '填报日期：2017年3月10日'],
    columns: [
      { head: '事项', format: 'long', width: 46 },
      { head: '是/否/不适用', format: 'word', width: 14, options: ['是', '否', '不适用'] },
      { head: '证明材料', format: 'long', width: 26 },
      { head: '所在开发区', format: 'name', width: 24 },
    ],
    rows: [...items, ...approvals],
    notes: ['注：“所在开发区”空白的为全省事项。'],
  });
}

export function shandongSheets(asOf: string): Sheet[] {
  const all = zones();
  const notes = [
    '注：1.国家级经济技术开发区仅作对照，不参与省级考核排名；2.“—”表示该区未开展此项统计；3.人才占比以年末从业人员为分母。',
    `资料来源：各开发区填报。${FICTION}，区名、数值均与真实开发区无关。`,
  ];
  const main = (sheet: string, year: string, date: string, rows: readonly Row[]): Sheet =>
    officialTable({
      sheet,
      title: `示例省经济开发区综合发展水平考核指标数据表（${year}年度）`,
      particulars: ['填报单位：示例省开发区主管部门', `填报日期：${date}`, '计量单位：见表头'],
      columns: COLUMNS,
      rows,
      totals: ['合计', '平均'],
      notes,
      paper: 'A3',
    });
  return [
    readmeSheet('经济开发区综合发展水平考核数据填报说明', [
      '本工作簿供“山东省经济开发区转型升级五年行动计划”方案试用，区名和数值均为虚构。',
      '“指标数据”填本年度数据，“上年指标数据”填上年同口径数据，两表的开发区名称须一致。',
      '“基期指标数据”填五年行动起点（2015年度）的人才数据，用于核对“明显提高”。',
      '“上年结果”填上年省级考核名次，用于判断连续两年后两位。',
      '枫岭、荷风两区各项计分数据完全相同，用来演示并列；东篱、长堤、清溪、凤鸣有缺报。',
      '“权重与参数”的现权重和原权重只是示例，用来演示七项考核内容的权重提高校验；留空即按等权试算。',
    ]),
    main('指标数据', '2016', '2017年3月15日', asFilledIn(all.map((zone) => rowOf(zone, zone.now)))),
    main(
      '上年指标数据',
      '2015',
      '2016年3月18日',
      all.map((zone) => rowOf(zone, zone.before)),
    ),
    baseYear(all),
    province(
      '全省汇总',
      '示例省主要经济指标汇总表（2016年度）',
      '2017年3月1日',
      all.map(({ now }) => now),
      [0.318, 0.286, 0.412],
    ),
    province(
      '上年全省汇总',
      '示例省主要经济指标汇总表（2015年度）',
      '2016年3月2日',
      all.map(({ before }) => before),
      [0.312, 0.288, 0.405],
    ),
    lastYearResults(all),
    checklist(all),
    settingsSheet('shandong-2016', {
      asOf,
      parameters: {
        空气质量指标: 'PM2.5年均浓度',
        培训机构数量明显提高的最小增量: 1,
        人才占比明显提高的最小增量: 0.1,
        是否监测地区生产总值占全省比重: '是',
        是否监测一般公共预算收入占全省比重: '是',
        是否监测实际使用外资占全省比重: '是',
        是否监测进出口总额占全省比重: '是',
        上次节约集约用地考核评价日期: '2015年12月10日',
        节约集约用地考核评价周期: 12,
      },
      weights: {
        创新能力: [25, 20],
        品牌建设: [8, 5],
        生态环境: [25, 15],
        知识产权创造运用和保护: [8, 5],
        投资环境: [16, 16],
        新增债务: [10, 6],
        安全生产: [8, null],
      },
    }),
  ];
}
