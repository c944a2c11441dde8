import { round, Seeded } from './seeded';

export interface Year {
  intensity: number;
  output: number;
  treatment: number;
  fdi: number;
  hitechTrade: number;
  gdp: number;
  budget: number;
  tax: number;
  hitech: number;
  tertiary: number;
  rd: number;
  rdBase: number;
  staff: number;
  masters: number;
  professionals: number;
  skilled: number;
  population: number;
  patents: number;
  pct: number;
  granted: number;
  contracts: number;
  land: number;
  used: number;
  /** 万元/公顷 */
  landIntensity: number;
  /** 万元/吨标准煤 */
  resource: number;
  /** What the document mentions and does not name as an indicator, in the order of MENTIONED. */
  mentioned: readonly number[];
}

/** Head and unit, how much there is to 100 亿元 of 地区生产总值, and decimals. */
export const MENTIONED: readonly (readonly [head: string, per100: number, decimals: number])[] = [
  ['研发中心和总部中心数', 6, 0],
  ['外向型产业集群数', 2.6, 0],
  ['传统优势主导产业产值（亿元）', 120, 1],
  ['新优势产业产值（亿元）', 24, 1],
  ['战略性新兴产业产值（亿元）', 58, 1],
  ['生产性服务业和高端服务业增加值（亿元）', 18, 1],
  ['制造业创新中心数', 1.5, 0],
  ['智能制造平台和基地数', 2.8, 0],
  ['先进制造业配套生产性服务业规模（亿元）', 21, 1],
  ['社会资本参与项目数', 1.2, 0],
  ['金融机构网点数', 9, 0],
  ['债务工具融资额（亿元）', 5.5, 1],
  ['上市和挂牌企业数', 2.6, 0],
  ['创新创业平台数', 7, 0],
  ['孵化器数', 1.5, 0],
  ['科技型小微企业数', 85, 0],
  ['博士后工作站和实践基地数', 3.4, 0],
  ['在站博士后人数', 4.5, 0],
  ['境外合作项目数', 1.1, 0],
  ['走出去企业数', 2.2, 0],
  ['闲置用地处置面积（公顷）', 4.2, 1],
  ['低效用地处置面积（公顷）', 7.4, 1],
  ['批而未供用地处置面积（公顷）', 5.1, 1],
];

export interface Zone {
  readonly name: string;
  readonly level: '国家级' | '省级';
  readonly city: string;
  readonly region: '珠三角' | '粤东西北';
  readonly apply: '是' | '否' | null;
  readonly cultivated: '是' | '否' | null;
  readonly now: Year;
  readonly before: Year;
}

export interface City {
  readonly name: string;
  readonly now: readonly number[];
  readonly before: readonly number[];
}

/** The six that the document names, with fictional size (地区生产总值, 亿元), land (平方公里) and quality. */
const NATIONAL = [
  ['广州经济技术开发区', '广州', 2680, 78.9, 0.93],
  ['湛江经济技术开发区', '湛江', 268, 25.6, 0.12],
  ['惠州大亚湾经济技术开发区', '惠州', 612, 32.4, 0.66],
  ['广州南沙经济技术开发区', '广州', 1120, 53.2, 0.35],
  ['增城经济技术开发区', '广州', 486, 24.1, 0.42],
  ['珠海经济技术开发区', '珠海', 342, 28.7, 0.5],
] as const;

/** Twelve provincial ones, all invented; 竹溪 and 茶岭 are alike in every figure that is scored. */
const PROVINCIAL = [
  ['紫荆', '江湾市', 186, 14.2, 0.81, '是', '是'],
  ['榕湖', '江湾市', 142, 11.6, 0.72, '是', '是'],
  ['芙蓉坡', '江湾市', 96, 8.9, 0.55, '否', '否'],
  ['金鸡山', '榕岭市', 158, 13.1, 0.77, '是', '是'],
  ['竹溪', '榕岭市', 88, 8.4, 0.46, '是', '否'],
  ['茶岭', '榕岭市', 88, 8.4, 0.46, '是', '否'],
  ['海月', '浪石市', 121, 10.7, 0.68, '是', '是'],
  ['蓝沙', '浪石市', 73, 7.5, 0.4, '否', '否'],
  ['渔歌', '浪石市', 52, 6.1, 0.31, '否', '否'],
  ['青峒山', '青峒市', 64, 7.2, 0.36, '否', '否'],
  ['五谷', '青峒市', 45, 5.8, 0.24, null, '否'],
  ['石壁', '青峒市', 38, 5.1, 0.18, '否', '否'],
] as const;

/** Cities of 粤东西北; the invented ones are put anywhere. */
const OUTER: ReadonlySet<string> = new Set(['湛江', '浪石市', '青峒市']);

const CITIES = [
  ['广州', 17850],
  ['湛江', 2460],
  ['惠州', 3270],
  ['珠海', 2140],
  ['江湾市', 1620],
  ['榕岭市', 1380],
  ['浪石市', 1150],
  ['青峒市', 870],
] as const;

function yearOf(gdp: number, land: number, q: number, seeded: Seeded): Year {
  const near = (low: number, high: number, decimals: number): number =>
    round(low + (high - low) * Math.min(1, Math.max(0, q + seeded.between(-0.05, 0.05, 3))), decimals);
  const rdBase = round(gdp * seeded.between(2.3, 2.8, 3), 2);
  const staff = round(gdp * seeded.between(92, 118));
  const population = round((staff / 10000) * seeded.between(1.2, 1.5, 3), 2);
  return {
    intensity: near(3200, 9600, 0),
    output: near(6.5, 38, 2),
    treatment: near(86, 99.5, 1),
    fdi: round(gdp * near(0.0045, 0.0092, 5), 2),
    hitechTrade: round(gdp * near(0.004, 0.031, 5), 2),
    gdp,
    budget: round(gdp * seeded.between(0.056, 0.072, 4), 2),
    tax: round(gdp * seeded.between(0.128, 0.168, 4), 2),
    hitech: round(gdp * near(0.12, 0.46, 4), 2),
    tertiary: round(gdp * seeded.between(0.24, 0.36, 4), 2),
    rd: round(rdBase * near(0.007, 0.034, 5), 2),
    rdBase,
    staff,
    masters: round(staff * near(0.011, 0.072, 4)),
    professionals: round(staff * near(0.08, 0.19, 4)),
    skilled: round(staff * near(0.06, 0.15, 4)),
    population,
    patents: round(population * near(6, 64, 2)),
    pct: round(gdp * near(0.02, 0.22, 4)) + 1,
    granted: round(population * near(2, 17, 2)),
    contracts: round(gdp * near(0.001, 0.028, 5), 2),
    land,
    used: near(64, 96, 1),
    mentioned: [],
    landIntensity: 0,
    resource: 0,
  };
}

/** Last year's figures: most smaller, some larger, a few alike. */
function yearBefore(now: Year, seeded: Seeded): Year {
  const step = (value: number, decimals: number): number => round(value / (1 + seeded.between(-0.015, 0.095, 4)), decimals);
  const gdp = step(now.gdp, 2);
  const staff = round(now.staff / (1 + seeded.between(0.005, 0.03, 4)));
  const share = (count: number): number => round((count / now.staff) * staff * (1 - seeded.between(-0.02, 0.07, 4)));
  return {
    intensity: step(now.intensity, 0),
    output: step(now.output, 2),
    treatment: Math.min(99.5, round(now.treatment - seeded.between(-0.3, 1.1, 1), 1)),
    fdi: step(now.fdi, 2),
    hitechTrade: step(now.hitechTrade, 2),
    gdp,
    budget: step(now.budget, 2),
    tax: step(now.tax, 2),
    hitech: step(now.hitech, 2),
    tertiary: step(now.tertiary, 2),
    rd: step(now.rd, 2),
    rdBase: round(now.rdBase / (1 + seeded.between(0.02, 0.06, 4)), 2),
    staff,
    masters: share(now.masters),
    professionals: share(now.professionals),
    skilled: share(now.skilled),
    population: round(now.population / (1 + seeded.between(0.005, 0.02, 4)), 2),
    patents: step(now.patents, 0),
    pct: step(now.pct, 0),
    granted: step(now.granted, 0),
    contracts: step(now.contracts, 2),
    land: now.land,
    used: Math.min(99, round(now.used - seeded.between(-0.2, 1.6, 1), 1)),
    mentioned: [],
    landIntensity: 0,
    resource: 0,
  };
}

/** Drawn behind everything else, so that the other figures stay what they were. */
function withMentioned(all: readonly Zone[]): Zone[] {
  const seeded = new Seeded(53);
  const drawn = all.map(({ now }): Pick<Year, 'mentioned' | 'landIntensity' | 'resource'>[] => {
    const year = {
      mentioned: MENTIONED.map(([, per100, decimals]) => round((now.gdp / 100) * per100 * seeded.between(0.6, 1.4, 3), decimals)),
      landIntensity: round(now.intensity * seeded.between(0.5, 0.8, 3)),
      resource: round(seeded.between(1.2, 4.6, 2), 2),
    };
    const step = (value: number, decimals: number): number => round(value / (1 + seeded.between(-0.03, 0.1, 4)), decimals);
    const before = {
      mentioned: year.mentioned.map((value, n) => step(value, MENTIONED[n]![2])),
      landIntensity: step(year.landIntensity, 0),
      resource: step(year.resource, 2),
    };
    return [year, before];
  });
  const at = (short: string): number => all.findIndex(({ name }) => name.startsWith(short));
  // 竹溪 and 茶岭 stay level.
  drawn[at('茶岭')] = drawn[at('竹溪')]!;
  return all.map((zone, n) => ({ ...zone, now: { ...zone.now, ...drawn[n]![0] }, before: { ...zone.before, ...drawn[n]![1] } }));
}

export function zones(): Zone[] {
  const seeded = new Seeded(20160831);
  const made = (gdp: number, land: number, q: number): { now: Year; before: Year } => {
    const now = yearOf(gdp, land, q, seeded);
    return { now, before: yearBefore(now, seeded) };
  };
  const national = NATIONAL.map(([name, city, gdp, land, q]): Zone => ({
    name,
    level: '国家级',
    city,
    region: OUTER.has(city) ? '粤东西北' : '珠三角',
    apply: null,
    cultivated: null,
    ...made(gdp, land, q),
  }));
  const provincial = PROVINCIAL.map(([short, city, gdp, land, q, apply, cultivated]): Zone => ({
    name: `${short}经济开发区`,
    level: '省级',
    city,
    region: OUTER.has(city) ? '粤东西北' : '珠三角',
    apply,
    cultivated,
    ...made(gdp, land, q),
  }));
  const [first, second] = ['竹溪', '茶岭'].map((short) => provincial.find(({ name }) => name.startsWith(short))!);
  // With twice the people in every group the shares, which are scored, stay the same; rows that were wholly alike would look copied.
  const twice = (year: Year): Year => ({
    ...year,
    staff: 2 * year.staff,
    masters: 2 * year.masters,
    professionals: 2 * year.professionals,
    skilled: 2 * year.skilled,
  });
  provincial[provincial.indexOf(second!)] = { ...second!, now: twice(first!.now), before: twice(first!.before) };
  // 南沙 stays where it was in one figure: neither better nor worse.
  const same = national[3]!;
  national[3] = { ...same, before: { ...same.before, pct: same.now.pct } };
  return withMentioned([...national, ...provincial]);
}

/** 地区生产总值、公共财政预算收入、税收收入、实际使用外资（亿美元）、高技术制造业产值、第三产业增加值. */
export function cities(): City[] {
  const seeded = new Seeded(440000);
  return CITIES.map(([name, gdp]): City => {
    const now = [
      gdp,
      round(gdp * seeded.between(0.074, 0.088, 4), 2),
      round(gdp * seeded.between(0.158, 0.182, 4), 2),
      round(gdp * seeded.between(0.0068, 0.0088, 5), 2),
      round(gdp * seeded.between(0.24, 0.36, 4), 2),
      round(gdp * seeded.between(0.41, 0.58, 4), 2),
    ];
    return { name, now, before: now.map((value) => round(value / (1 + seeded.between(0.012, 0.045, 4)), 2)) };
  });
}
