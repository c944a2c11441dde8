import type { Group, Leaf, Row } from './official-table';
import { round, Seeded } from './seeded';
import type { Value } from './workbook';

interface Figure {
  readonly head: string;
  readonly format: NonNullable<Leaf['format']>;
  readonly decimals: number;
  /** Figure of the worst and of the best fictional zone. */
  readonly range: readonly [number, number];
}

const figure = (head: string, decimals: number, worst: number, best: number): Figure => ({
  head,
  format: decimals === 0 ? 'count' : decimals === 1 ? 'one' : 'amount',
  decimals,
  range: [worst, best],
});

const GROUPS: readonly (readonly [string, readonly Figure[]])[] = [
  ['规模', [figure('产业人口集聚度（人/平方公里）', 0, 600, 5200), figure('财政收入（亿元）', 2, 0.4, 22)]],
  [
    '招商和产业',
    [
      figure('招商引资额（亿元）', 1, 3, 160),
      figure('支柱产业重大项目引进数（个）', 0, 0, 12),
      figure('优势产业龙头企业引进数（家）', 0, 0, 9),
      figure('旅游品牌项目数（个）', 0, 0, 6),
      figure('特色产业园区数（个）', 0, 0, 5),
      figure('产业集聚区数（个）', 0, 1, 6),
    ],
  ],
  [
    '创新',
    [
      figure('研发中心、中试中心和公共技术服务平台数（个）', 0, 0, 26),
      figure('科技创新投入（亿元）', 2, 0.05, 9.5),
      figure('企业研发投入（亿元）', 2, 0.1, 21),
      figure('科技成果本地转化项数（项）', 0, 0, 60),
      figure('重大科技基础设施和创新创业载体数（个）', 0, 0, 15),
      figure('高层次人才数（人）', 0, 2, 420),
      figure('流动工作站和驻区科研中心数（个）', 0, 0, 11),
    ],
  ],
  [
    '环境和循环经济',
    [
      figure('空气质量优良天数比例（%）', 1, 74, 93),
      figure('绿色工厂数（家）', 0, 0, 14),
      figure('工业固体废物综合利用率（%）', 1, 62, 97),
      figure('工业用水重复利用率（%）', 1, 55, 94),
      figure('循环经济示范区和示范企业数（个）', 0, 0, 8),
    ],
  ],
  [
    '土地',
    [
      figure('闲置土地面积（公顷）', 1, 60, 12),
      figure('闲置土地处置面积（公顷）', 1, 8, 11),
      figure('工业用地面积（公顷）', 1, 260, 980),
      figure('标准化厂房面积（万平方米）', 1, 1, 68),
    ],
  ],
  [
    '金融和创业服务',
    [
      figure('上市企业数（家）', 0, 0, 7),
      figure('区内金融机构数（家）', 0, 1, 19),
      figure('孵化器数（个）', 0, 0, 8),
      figure('中小微企业开放式服务平台数（个）', 0, 0, 10),
      figure('双创示范基地数（个）', 0, 0, 4),
    ],
  ],
  [
    '比照国家级考核',
    [
      figure('行政审批平均办结时限（工作日）', 1, 12, 3),
      figure('新增债务额（亿元）', 2, 9, 0.5),
      figure('生产安全事故起数（起）', 0, 5, 0),
    ],
  ],
];
const FIGURES = GROUPS.flatMap(([, figures]) => figures);

/** How good each fictional zone is, 0 to 1; the twins are alike in everything. */
const QUALITY: Readonly<Record<string, number>> = {
  青原: 0.82,
  天镜湖: 0.93,
  北辰: 0.66,
  海东: 0.48,
  松北: 0.57,
  云杉: 0.46,
  红松: 0.46,
  临泉: 0.52,
  稻香: 0.35,
  黑土湾: 0.78,
  银岗: 0.3,
  白桦: 0.38,
  柞林: 0.33,
  平岗: 0.2,
  双泉: 0.26,
  晴川: 0.6,
  田园: 0.28,
  南岸: 0.14,
};
const REGIONS: Readonly<Record<string, string>> = {
  示例一市: '中部',
  示例二市: '中部',
  示例三市: '东部',
  示例四市: '西部',
  示例五市: '西部',
  示例六市: '东部',
  示例七市: '中部',
  示例州: '东部',
};
const APPLYING = ['松北', '黑土湾', '临泉'];
const shortOf = (zone: Value): string => Object.keys(QUALITY).find((short) => String(zone).startsWith(short))!;

/** Columns of what the document names without a limit, behind those that are checked. */
export const figureColumns = (): (Leaf | Group)[] => [
  { head: '区域', format: 'word', width: 8, options: ['东部', '中部', '西部'] },
  { head: '按国家级标准考评', format: 'word', width: 9, options: ['是', '否'] },
  { head: '战略性新兴产业产值（亿元）', width: 12, total: 'sum' },
  ...GROUPS.map(([group, figures]): Group => ({ group, of: figures.map(({ head, format }): Leaf => ({ head, format, width: 11 })) })),
];

/** The figures of one zone; its city is the third and its output the sixth value of the row. */
export function figuresOf(row: readonly Value[]): Value[] {
  const short = shortOf(row[0]!);
  const quality = QUALITY[short]!;
  const seeded = new Seeded(short === '红松' ? 2016 + '云杉'.charCodeAt(0) : 2016 + short.charCodeAt(0));
  const output = Number(String(row[5]).replaceAll(',', ''));
  const figures = FIGURES.map(({ range: [worst, best], decimals }) =>
    round(worst + (best - worst) * Math.min(1, Math.max(0, quality + seeded.between(-0.1, 0.1, 3))), decimals),
  );
  return [REGIONS[String(row[2])]!, APPLYING.includes(short) ? '是' : '否', round(output * (0.06 + quality * 0.2), 1), ...figures];
}

const at = (head: string): number => 3 + FIGURES.findIndex((one) => one.head.startsWith(head));

/** Last year's air and spending: most zones have become better, 松北 stands where it stood, 北辰 and 平岗 have fallen behind. */
export function lastYearRow(row: readonly Value[]): Row {
  const figures = figuresOf(row);
  const [air, input] = [Number(figures[at('空气质量')]), Number(figures[at('科技创新投入')])];
  const short = shortOf(row[0]!);
  const change = short === '松北' ? 0 : ['北辰', '平岗'].includes(short) ? 1 : -1;
  return [row[0]!, row[1]!, round(air + change * 1.3, 1), round(Math.max(0.01, input * (1 + change * 0.06)), 2)];
}

/** An indicator list of our own, for show: the national one is not attached to the document. */
export const NATIONAL_LIST: readonly Row[] = [
  ['创新能力', '企业研发投入', '亿元', '正向'],
  ['品牌建设', '特色产业园区数', '个', '正向'],
  ['规划实施', '标准化厂房面积', '万平方米', '正向'],
  ['生态环境', '空气质量优良天数比例', '%', '正向'],
  ['知识产权保护', '科技成果本地转化项数', '项', '正向'],
  ['投资环境', '区内金融机构数', '家', '正向'],
  ['行政效能', '行政审批平均办结时限', '工作日', '逆向'],
  ['新增债务', '新增债务额', '亿元', '逆向'],
  ['安全生产', '生产安全事故起数', '起', '逆向'],
];
