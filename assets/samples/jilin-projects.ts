import { serialOf } from './seeded';
import type { Value } from './workbook';

/** Answers of one project where it departs from an ordinary one. Money in 万元, land in 公顷, prices in 元/平方米. */
interface Particular {
  readonly far?: readonly [number, number | null];
  readonly density?: number | string | null;
  readonly densityException?: '是' | '否';
  readonly coefficient?: number | null;
  readonly green?: number | null;
  readonly special?: '是' | '否' | null;
  readonly greenException?: '是' | '否';
  readonly office?: number | null;
  readonly price?: readonly [number, number];
  readonly priority?: '是' | '否';
  readonly intensive?: '是' | '否';
  readonly argued?: readonly [number, number, number] | null;
  /** Days from the argument to the delivery; null: not delivered yet. */
  readonly delivered?: number | null;
  readonly industrial?: '否';
  readonly industry?: string;
  readonly credit?: '否' | null;
  /** Whether its industry, planning, environment, energy and land were argued, in this order; all were where left out. */
  readonly opinions?: readonly ('是' | '否' | null)[];
  /** Whether it suits a standard plant, and whether it is to stand in one. */
  readonly plant?: readonly ['是' | '否' | null, '是' | '否' | null];
  /** Intensity and plot ratio that the land contract of a finished project states; null: it is not finished. */
  readonly contract?: readonly [number, number] | null;
}

type Project = readonly [name: string, zone: string, investment: number | string, land: number, particular?: Particular];

const ELECTRONICS = '计算机、通信和其他电子设备制造业';
const CHEMICALS = '化学原料和化学制品制造业';

/** Fictional limits by industry; that of chemicals was left blank. */
export const INDUSTRIES: readonly (readonly [industry: string, far: number | null])[] = [
  ['汽车制造业', 0.8],
  [ELECTRONICS, 1.0],
  ['农副食品加工业', 0.9],
  [CHEMICALS, null],
];

/**
 * Fictional projects. Many stand exactly on a limit: 7 % office land, 40 % density, 15 % green, 70 % of the lowest price,
 * one 亿元; 青原's two projects make exactly 4000 万元/公顷 together, and 松北's exactly 2000, though no single one does.
 */
const PROJECTS: readonly Project[] = [
  ['轨道客车零部件基地', '青原经济技术开发区', 45000, 10, { office: 0.7, density: 40, contract: [4500, 1] }],
  ['智能电控系统产业园', '青原经济技术开发区', 11000, 4, { office: 0.28, green: 15, special: '是' }],
  ['新能源整车焊装线', '天镜湖高新技术产业开发区', 86000, 18, { far: [1.2, 1.0], office: 1.2 }],
  [
    '车用芯片封装',
    '天镜湖高新技术产业开发区',
    52000,
    9,
    { priority: '是', intensive: '是', price: [235.2, 336], far: [1.0, null], industry: ELECTRONICS, plant: ['是', '是'] },
  ],
  ['激光设备研制中心', '天镜湖高新技术产业开发区', 9800, 2.4, { green: 16.5, special: '是', greenException: '是' }],
  ['玉米深加工二期', '北辰经济技术开发区', 38000, 11, { density: 38.5, office: 0.9 }],
  ['生物基材料', '北辰经济技术开发区', 27000, 6.2, { density: 37.2, densityException: '是' }],
  ['医药中间体', '北辰经济技术开发区', 10000, 2.6, { far: [0.58, 0.6], green: 15.2, special: '是', plant: ['是', '否'] }],
  ['边贸综合物流', '海东边境经济合作区', 22000, 5.5, { industrial: '否' }],
  ['木制品精加工', '海东边境经济合作区', 16800, 4.1, { price: [134.4, 192], priority: '是', intensive: '是' }],
  ['水产冷链加工', '海东边境经济合作区', 9200, 2.5, { price: [153.6, 192], priority: '是', intensive: '否' }],
  ['汽车内饰件', '松北经济开发区', 12400, 5, { density: 42.6, office: 0.35 }],
  ['塑料型材', '松北经济开发区', 3600, 3, { office: 0.22, far: [0.9, 1.0], contract: [1500, 1], credit: '否' }],
  ['中药饮片', '云杉经济开发区', 9600, 4, { green: 14, special: '是' }],
  ['矿泉水灌装', '云杉经济开发区', 7200, 3, { office: 0.2 }],
  ['人参食品', '红松经济开发区', 9600, 4, { coefficient: 46 }],
  ['中成药提取', '红松经济开发区', 7200, 3, { price: [120, 160], priority: '否' }],
  ['石墨电极', '临泉经济开发区', 20500, 8.6, { price: [160, 160], priority: '否', office: 0.61 }],
  ['铸造绿色改造', '临泉经济开发区', '10,000', 4.4, { office: 0.308, contract: [2500, 0.8] }],
  ['秸秆综合利用', '稻香经济开发区', 6900, 3.6, { office: 0.26, argued: [2016, 9, 12], delivered: 10 }],
  ['稻米加工', '稻香经济开发区', 4800, 2.9, { argued: [2016, 9, 12], delivered: 11 }],
  ['化工新材料', '黑土湾经济开发区', 31000, 12, { far: [0.7, null], industry: CHEMICALS, argued: [2017, 3, 25], delivered: null }],
  ['油品仓储', '黑土湾经济开发区', 12800, 5.4, { industrial: '否', argued: [2017, 1, 9], delivered: null }],
  ['农机装备', '银岗经济开发区', 8800, 4.2, { special: null }],
  ['羊毛纺织', '银岗经济开发区', 5600, 3.1, { density: '—', coefficient: 33 }],
  ['装配式建筑构件', '白桦工业集中区', 13600, 6.5, { density: 40, office: 0.455 }],
  ['肉牛屠宰', '白桦工业集中区', 5800, 2.8, { green: 22, special: '否', opinions: ['是', '是', '否', '是', '是'] }],
  ['铝合金轮毂', '柞林工业集中区', 9400, 4.7, { office: 0.33 }],
  ['食用菌工厂', '平岗工业集中区', 4100, 2.6, { office: null }],
  ['彩印包装', '平岗工业集中区', 2500, 1.4, { price: [96, 96], priority: '否', intensive: '否', opinions: ['是', '是', '是', null, '是'] }],
  ['风电塔筒', '双泉工业集中区', 15200, 6.9, { priority: '是', intensive: '是', price: [67, 96] }],
  ['大数据中心', '晴川科技产业园', 30000, 7.5, { industrial: '否', far: [1.6, 1.0] }],
  ['检验检测平台', '晴川科技产业园', 6800, 2, { far: [1.5, 1.0] }],
  ['特色食品孵化', '田园食品产业园', 4800, 2.3, { plant: ['是', null] }],
];

const CATEGORIES = ['支柱产业', '优势产业', '战略性新兴产业', '其他'] as const;

function rowOf([name, zone, investment, land, own = {}]: Project, place: number): Value[] {
  const argued = own.argued === null ? null : serialOf(...(own.argued ?? ([2016, 4 + (place % 7), 3 + (place % 23)] as const)));
  const delivered = argued === null || own.delivered === null ? null : argued + (own.delivered ?? 3 + (place % 7));
  const [far, standard] = own.far ?? [1 + (place % 5) / 10, place % 3 === 0 ? 0.8 : 1];
  const [price, lowest] = own.price ?? [168, 168];
  const contract = own.contract ?? (place % 5 === 2 ? ([Math.floor(Number(investment) / land / 100) * 100, far] as const) : null);
  const or = <T>(value: T | undefined, usual: T): T => (value === undefined ? usual : value);
  return [
    name,
    zone,
    own.industrial ?? '是',
    investment,
    land,
    or<number | null>(own.office, Math.round(land * (4 + (place % 3)) * 10) / 1000),
    far,
    standard,
    or<number | string | null>(own.density, 41 + (place % 6) * 1.5),
    own.densityException ?? '否',
    or<number | null>(own.coefficient, 38 + (place % 7)),
    or<number | null>(own.green, 8 + (place % 5)),
    or<string | null>(own.special, '否'),
    own.greenException ?? '否',
    price,
    lowest,
    own.priority ?? '否',
    own.intensive ?? '是',
    own.industrial === '否' ? '现代服务业' : CATEGORIES[place % CATEGORIES.length]!,
    place % 3 === 0 ? '是' : '否',
    contract === null ? '否' : '是',
    contract?.[0] ?? null,
    contract?.[1] ?? null,
    argued,
    delivered,
    own.industry ?? null,
    or<string | null>(own.credit, '是'),
    ...(own.opinions ?? ['是', '是', '是', '是', '是']),
    ...(own.plant ?? ['否', null]),
  ];
}

export const projectRows = (): Value[][] => PROJECTS.map(rowOf);
