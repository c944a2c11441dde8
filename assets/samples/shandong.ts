import { FICTION, officialTable, type Leaf, type Group, type Row } from './official-table';
import { packOf, readmeSheet, settingsSheet } from './particular-sheets';
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
  completion: number;
  output: number;
  emerging: number;
  services: number;
  platforms: number;
  carriers: number;
  brandExports: number;
  trademarks: number;
  patents: number;
  greenFactories: number;
  fund: number;
  highEnd: number;
  world500: number;
  satisfaction: number;
}

interface Zone {
  readonly name: string;
  readonly level: Level;
  readonly region: '东部' | '中西部';
  readonly isFast: boolean;
  readonly isDemonstration: boolean;
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

/** Short names of the zones in the east, and which of them grow fast. */
const EAST = ['滨河', '云岭', '望海', '长堤', '清溪', '海棠', '枫岭', '荷风', '沙洲', '海岳', '银湾', '蓝屿'];
const FAST = ['望海', '滨河', '海棠', '海岳'];
const DEMONSTRATION = ['金穗', '桃林', '滨河', '晨光', '柳泉'];

const mix = (low: number, high: number, q: number): number => low + (high - low) * q;

type Tasks = Pick<
  Year,
  | 'completion'
  | 'output'
  | 'emerging'
  | 'services'
  | 'platforms'
  | 'carriers'
  | 'brandExports'
  | 'trademarks'
  | 'patents'
  | 'greenFactories'
  | 'fund'
  | 'highEnd'
  | 'world500'
  | 'satisfaction'
>;

/** What the document's tasks are counted by; a few of the many figures that may be reported. */
function tasksOf(q: number, size: number, { added, gdp, fdi, trade }: Omit<Year, keyof Tasks>, seeded: Seeded): Tasks {
  const near = (low: number, high: number, decimals = 0): number =>
    round(mix(low, high, Math.min(1, Math.max(0, q + seeded.between(-0.05, 0.05, 3)))), decimals);
  const output = round(added * seeded.between(3.7, 4.4, 3), 2);
  return {
    completion: near(71, 99, 1),
    output,
    emerging: round(output * near(0.06, 0.34, 4), 2),
    services: round(gdp * near(0.08, 0.24, 4), 2),
    platforms: round(near(1, 16) * size),
    carriers: round(near(1, 9) * size),
    brandExports: round(trade * near(18, 130, 2)),
    trademarks: round(near(0, 60) * size),
    patents: round(near(0, 45) * size),
    greenFactories: near(0, 7),
    fund: round(near(0.5, 9.5, 2) * size, 2),
    highEnd: round(fdi * near(0.12, 0.58, 4)),
    world500: near(0, 8),
    satisfaction: near(76, 95, 1),
  };
}

function tasksBefore(now: Year, before: Omit<Year, keyof Tasks>, seeded: Seeded): Tasks {
  const fewer = (count: number): number => Math.max(0, count - Math.floor(seeded.between(0, 3, 2)));
  const output = round(now.output / (1 + seeded.between(0.02, 0.08, 4)), 2);
  return {
    completion: round(Math.min(100, now.completion - seeded.between(-2, 6, 1)), 1),
    output,
    emerging: round((now.emerging / now.output) * output * seeded.between(0.9, 1.02, 3), 2),
    services: round((now.services / now.gdp) * before.gdp * seeded.between(0.93, 1.01, 3), 2),
    platforms: fewer(now.platforms),
    carriers: fewer(now.carriers),
    brandExports: round(now.brandExports / (1 + seeded.between(-0.04, 0.12, 4))),
    trademarks: fewer(now.trademarks),
    patents: fewer(now.patents),
    greenFactories: fewer(now.greenFactories),
    // Every seventh fund or so did not grow.
    fund: seeded.next() < 0.15 ? now.fund : round(now.fund / (1 + seeded.between(-0.03, 0.18, 4)), 2),
    highEnd: round((now.highEnd / now.fdi) * before.fdi * seeded.between(0.92, 1.03, 3)),
    world500: fewer(now.world500),
    satisfaction: round(now.satisfaction - seeded.between(-1, 3, 1), 1),
  };
}

function yearOf(q: number, size: number, seeded: Seeded): Omit<Year, keyof Tasks> {
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
function yearBefore(now: Omit<Year, keyof Tasks>, seeded: Seeded): Omit<Year, keyof Tasks> {
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
  const tasks = new Seeded(20161117);
  const built = [...PROVINCIAL.map((entry) => ['省级', ...entry] as const), ...NATIONAL.map((entry) => ['国家级', ...entry] as const)].map(
    ([level, short, q]): Zone => {
      const size = level === '国家级' ? 2.6 : 1;
      const plain = yearOf(q, size, seeded);
      const earlier = yearBefore(plain, seeded);
      const now = { ...plain, ...tasksOf(q, size, plain, tasks) };
      return {
        name: `${short}${level === '国家级' ? '经济技术开发区' : '经济开发区'}`,
        level,
        region: EAST.includes(short) ? '东部' : '中西部',
        isFast: FAST.includes(short),
        isDemonstration: DEMONSTRATION.includes(short),
        now,
        before: { ...earlier, ...tasksBefore(now, earlier, tasks) },
      };
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
  {
    group: '分类指导和督导',
    of: [
      { head: '区域', format: 'word', width: 8, options: ['东部', '中西部'] },
      { head: '是否东部发展较快', format: 'word', width: 10, options: ['是', '否'] },
      { head: '是否示范开发区', format: 'word', width: 9, options: ['是', '否'] },
      { head: '目标任务完成率（%）', format: 'one', width: 10, total: 'mean' },
    ],
  },
  {
    group: '产业和创新',
    of: [
      { head: '工业总产值（亿元）', width: 11, total: 'sum' },
      { head: '战略性新兴产业产值（亿元）', width: 11, total: 'sum' },
      { head: '现代服务业增加值（亿元）', width: 11, total: 'sum' },
      { head: '省级以上研发平台数（个）', format: 'count', width: 10, total: 'sum' },
      { head: '创新创业专业载体数（个）', format: 'count', width: 10, total: 'sum' },
    ],
  },
  {
    group: '品牌、知识产权和绿色制造',
    of: [
      { head: '自主品牌产品出口额（万美元）', format: 'count', width: 11, total: 'sum' },
      { head: '境外商标注册数（件）', format: 'count', width: 10, total: 'sum' },
      { head: '境外专利注册数（件）', format: 'count', width: 10, total: 'sum' },
      { head: '绿色工厂数（家）', format: 'count', width: 9, total: 'sum' },
    ],
  },
  {
    group: '投融资和招商',
    of: [
      { head: '政府股权引导基金投资规模（亿元）', width: 12, total: 'sum' },
      { head: '中高端外资（万美元）', format: 'count', width: 10, total: 'sum' },
      { head: '世界500强企业数（家）', format: 'count', width: 10, total: 'sum' },
      { head: '投资者满意度（分）', format: 'one', width: 9, total: 'mean' },
    ],
  },
];

const rowOf = ({ name, level, region, isFast, isDemonstration }: Zone, year: Year): Value[] => [
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
  region,
  isFast ? '是' : '否',
  isDemonstration ? '是' : '否',
  year.completion,
  year.output,
  year.emerging,
  year.services,
  year.platforms,
  year.carriers,
  year.brandExports,
  year.trademarks,
  year.patents,
  year.greenFactories,
  year.fund,
  year.highEnd,
  year.world500,
  year.satisfaction,
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

/** The review of land use has an order of its own; two zones share a place at the edge of the five that count. */
function landResults(all: readonly Zone[]): Sheet {
  const places = all
    .map((zone) => ({ zone, yield: zone.now.output / zone.now.land[0] }))
    .sort((one, other) => other.yield - one.yield)
    .map(({ zone }, n): Row => [zone.name, n === 5 ? 5 : n + 1, all.length]);
  return officialTable({
    sheet: '用地考核结果',
    title: '示例省经济开发区节约集约用地考核评价结果（2016年度）',
    particulars: ['填报单位：示例省国土资源部门', '填报日期：2017年2月20日'],
    columns: [
      { head: '开发区名称', format: 'name', width: 30 },
      { head: '用地考核名次', format: 'rank', width: 16 },
      { head: '参评总数（家）', format: 'rank', width: 16 },
    ],
    rows: places,
    notes: ['注：名次相同的为并列。'],
    portrait: true,
  });
}

type Answer = readonly [title: string, answer: string | null, evidence: string | null, zone: string | null];

/** Every task of the document that is ticked once for the whole province: most done, some not, a few not there yet. */
function taskAnswers(): Answer[] {
  const seeded = new Seeded(20161118);
  const pack = packOf('shandong-2016');
  return ['tasks_forbidden', 'tasks_asked', 'tasks_wished'].flatMap((key): Answer[] => {
    const rule = pack.rules[key];
    if (rule?.kind !== 'checklist') throw new Error(`shandong-2016 has no checklist “${key}”`);
    return Object.values(rule.items).flatMap(({ title }): Answer[] => {
      const dice = seeded.next();
      if (dice < 0.62) return [[title, '是', '工作台账', null]];
      if (dice < 0.72) return [[title, '是', null, null]];
      if (dice < 0.86) return [[title, '否', null, null]];
      return dice < 0.93 ? [[title, '不适用', null, null]] : [];
    });
  });
}

/** What is asked zone by zone: guidance by class, and whom the inspection praises or summons. */
function zoneAnswers(all: readonly Zone[]): Answer[] {
  const each = (title: string, zones: readonly Zone[], answer: (zone: Zone) => readonly [string, string | null]): Answer[] =>
    zones.map((zone): Answer => [title, ...answer(zone), zone.name]);
  const nations = all.filter(({ level }) => level === '国家级');
  const fast = all.filter(({ isFast }) => isFast);
  const yes = ['是', '工作总结'] as const;
  return [
    ...each('瞄准国际一流园区，率先实现转型发展', nations, ({ name }) => (name.startsWith('蓝屿') ? ['否', null] : yes)),
    ...each('在更高层次参与国际经济合作和竞争，在全球价值链和国际分工中的地位提高', nations, () => yes),
    ['依托本地比较优势，打造特色和优势主导产业', '是', '主导产业目录', null],
    ['主导产业向产业集群化发展', '是', '产业集群名录', null],
    ...each('在科技创新上有创新突破', fast, () => yes),
    ...each('在工业设计上有创新突破', fast, ({ name }) => (name.startsWith('海棠') ? ['否', null] : yes)),
    ...each('在产业升级上有创新突破', fast, () => yes),
    ...each('在产城融合上有创新突破', fast, ({ name }) => (name.startsWith('滨河') ? ['否', null] : yes)),
    ...each('在功能提升上有创新突破', fast, () => yes),
    ['坚持高起点规划', '是', '规划批复', null],
    ['坚持高品质建设', '是', '建设台账', null],
    ['坚持高效率服务', '是', '服务清单', null],
    ['没有低水平重复建设', '否', '仍有同质项目', null],
    ...each(
      '示范开发区创建工作成效显著',
      all.filter(({ isDemonstration }) => isDemonstration),
      ({ name }) => (/^(?:金穗|桃林)/u.test(name) ? ['是', '示范创建评估报告'] : ['否', null]),
    ),
    ...each('各项目标任务按进度推进，没有进展缓慢', all, ({ name }) =>
      /^(?:沙洲|芦荡)/u.test(name) ? ['否', '督导通报'] : ['是', '督导记录'],
    ),
  ];
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
    rows: [...items, ...approvals, ...taskAnswers(), ...zoneAnswers(all)],
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
      '“用地考核结果”填节约集约用地考核评价的名次，由国土资源部门提供，程序只引用、不计算。',
      '“指标数据”右侧各列由文件要求的事项改写，只填有数的；其余可填的列见空白模板。',
      '“定性清单”里分类指导和督导评估的事项逐区填写，其余事项全省填一次。',
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
    landResults(all),
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
        用地考核结果可作依据的前几名: 5,
        通报表扬的目标任务完成率下限: 95,
        通报约谈的目标任务完成率界限: 75,
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
