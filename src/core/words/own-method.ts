import { parameterSheet } from './parameters';
import { methodTitles } from './score';

/** Chinese text of the sheets 指标体系 and 考评规则, by which a workbook states a whole method of its own, and of reading them. */

export const systemSheet = {
  headers: {
    dimension: ['维度', '一级指标', '方面', '考核方面'],
    title: ['指标', '指标名称', '二级指标', '考核指标'],
    figure: ['取数'],
    unit: ['单位', '计量单位'],
    direction: ['方向', '指标方向', '属性'],
    weight: ['满分', '分值', '权重', '权重（分）'],
    method: ['计分方法'],
    settings: ['计分参数'],
    applies: ['适用范围'],
    missing: ['缺数处理', '缺报处理'],
    clause: ['条款', '依据条款'],
    quote: ['原文'],
  },
  /** Headers of marks by group: 满分：甲类, 权重（乙类）. */
  groupMark: parameterSheet.groupWeight,
  markUnits: parameterSheet.weightUnits,
} as const;

export const rulesSheet = {
  headers: {
    section: ['类别'],
    name: ['名称'],
    scope: ['对象'],
    basis: ['依据'],
    content: ['内容'],
    earlier: ['往年'],
    consequence: ['处理'],
    colour: ['颜色'],
    sheet: ['结果表'],
    clause: ['条款', '依据条款'],
    quote: ['原文'],
  },
} as const;

/** Columns that are for people alone. */
export const ignoredHeaders: readonly string[] = ['序号', '备注', '说明', '指标解释', '数据来源', '审核单位'];

export const sections = {
  办法: 'about',
  分组: 'group',
  打分范围: 'over',
  缺报: 'gaps',
  排名: 'ranking',
  加分: 'bonus',
  扣分: 'deduction',
  合计限额: 'limit',
  否决: 'veto',
  等次: 'grade',
  名单: 'list',
} as const;
export type Section = (typeof sections)[keyof typeof sections];

export const aboutNames = {
  办法名称: 'title',
  文号: 'number',
  发文机关: 'issuer',
  发文日期: 'date',
  省份: 'place',
  考评对象: 'subject',
} as const;

export const meanings = {
  over: { 全部一起打分: 'all', 各组分别打分: 'ranking' },
  gaps: { 待补: 'wait', 记0分: 'zero', 由其他指标分担: 'renormalise', 不参加排名: 'exclude' },
  veto: { 排在最后: 'last', 总分记0分: 'zero', 不参加排名: 'unranked' },
  colours: { 红: 'red', 黄: 'yellow', 绿: 'green', 红色: 'red', 黄色: 'yellow', 绿色: 'green' },
  rounding: { 尾数舍去: 'down', 尾数进一: 'up', 四舍五入: 'nearest' },
  yesNo: { 是: true, 否: false },
  partial: { 不计: 'floor', 按比例: 'linear' },
} as const;

/** Methods by the names that official texts use, besides the names that result sheets show. */
const methodNames = {
  极差法: 'min_max',
  极差标准化: 'min_max',
  '极差标准化(min-max)': 'min_max',
  功效系数: 'efficacy',
  目标比: 'target_ratio',
  目标完成率: 'target_ratio',
  排序赋分: 'rank_points',
  名次赋分: 'rank_points',
  分段: 'bands',
  分段计分: 'bands',
  分段赋分: 'bands',
  基准加减分: 'steps',
  加减分: 'steps',
  百分位: 'percentile',
  百分位次: 'percentile',
  固定上下限: 'goalposts',
  目标区间: 'goalposts',
  z分数: 'z_score',
  标准分: 'z_score',
  插值: 'interpolate',
  秩和比: 'rank_ratio',
  达标赋分: 'pass_fail',
  达标: 'pass_fail',
} as const;
/** Id of a method by what a person may call it. */
export const methodIds: ReadonlyMap<string, keyof typeof methodTitles> = new Map([
  ...(Object.entries(methodTitles) as [keyof typeof methodTitles, string][]).map(([id, title]) => [title, id] as const),
  ...Object.entries(methodNames),
]);

/** Arguments of each method: the words of the sheet, and the keys of the pack format. */
const settings = {
  min_max: {},
  percentile: {},
  rank_ratio: {},
  efficacy: { 基础分: 'base', 幅度: 'span', 满意值: 'satisfactory', 不允许值: 'unsatisfactory' },
  target_ratio: { 目标: 'target', 满分: 'full', 封顶: 'cap', 保底: 'floor' },
  rank_points: { 第一名: 'from', 末名: 'to' },
  steps: { 基准值: 'base_value', 基准分: 'base_score', 每: 'per', 加: 'points', 减: 'points_below', 封顶: 'cap', 保底: 'floor' },
  goalposts: { 最差值: 'worst', 最好值: 'best' },
  z_score: { 均值: 'mean', 标准差: 'sd' },
} as const;
/** By method: key of the pack format by word of the sheet. */
export const methodSettings: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(settings).map(([method, words]) => [method, new Map(Object.entries<string>(words))]),
);
/** Arguments that are words. */
export const logSetting = '取对数';
export const partialSetting = '不足一档';
/** Arguments that a method cannot do without. */
export const neededSettings: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    target_ratio: ['目标'],
    rank_points: ['第一名', '末名'],
    steps: ['基准值', '基准分', '每', '加'],
    goalposts: ['最差值', '最好值'],
  }),
);
export const otherwise = '其余';

/** What stands before the name of a column in 取数. */
export const figureWords = { growth: ['增速'], added: ['增量'], previous: ['上年'] } as const;

/** Where an argument of a method stands that is no number: a column of each row's own, one figure of all. */
export const referenceWords = {
  column: ['列'],
  statistics: {
    平均: 'mean',
    平均值: 'mean',
    中位数: 'median',
    最高: 'greatest',
    最高值: 'greatest',
    最低: 'least',
    最低值: 'least',
  },
} as const satisfies {
  readonly column: readonly string[];
  readonly statistics: Readonly<Record<string, 'mean' | 'median' | 'greatest' | 'least'>>;
};

/** The bases of a list that are not places of a ranking. */
export const listBases = { grade: '等次', movement: '进位', place: '名次' } as const;
export const totalName = '总分';

/** Units of places and of the number of participants. */
export const rankUnits = { place: '名', participants: '家' } as const;

/** Names of what the compiled pack has and the sheets do not name. */
export const made = {
  mainSheet: '指标数据',
  previousSheets: ['上年数据', '上年指标数据'],
  zone: (subject: string) => [`${subject}名称`],
  previous: (title: string) => `上年${title}`,
  statistic: (title: string, word: string) => `${title}的${word}`,
  ranking: '综合排名',
  grades: '等次',
  lists: '名单',
  totalLimit: '总分限额',
  place: (sheet: string, row: number) => `“${sheet}”表第${row}行`,
  placeOf: (place: string, clause: string) => (clause === '' ? place : `${place}（${clause}）`),
} as const;

const listed = (known: readonly string[]): string => known.join('、');

interface Said {
  readonly message: string;
  readonly nextStep: string;
}

export const ownMethodWords = {
  noSystem: (sheet: string): Said => ({
    message: `方案“自定办法”要求工作簿里有“${sheet}”表，现在没有。`,
    nextStep: `请点“插入模板”插入填好的示例，照着改；或新建名为“${sheet}”的工作表，写明维度、指标、满分和计分方法。`,
  }),
  noHeader: (sheet: string, needed: readonly string[]): Said => ({
    message: `“${sheet}”表里没有找到表头（${listed(needed)}）。`,
    nextStep: '请保留表头一行，或点“插入模板”重新插入示例。',
  }),
  headerTwice: (header: string): Said => ({ message: `表头“${header}”出现了两次。`, nextStep: '请只保留一列。' }),
  unknownHeader: (header: string, nearest: string | undefined, known: readonly string[]): Said => ({
    message: `表头“${header}”不认识，这一列没有采用。`,
    nextStep:
      nearest === undefined
        ? `可用的表头：${listed(known)}；只供参考的列可以不管。`
        : `是否应为“${nearest}”？请改正；只供参考的列，请换一个不会混淆的名称。`,
  }),
  noIndicators: { message: '“指标体系”表没有任何指标。', nextStep: '请每个指标填一行。' } satisfies Said,
  needed: (what: string, header: string): Said => ({ message: `${what}没有填写“${header}”。`, nextStep: `请在“${header}”栏填写。` }),
  twice: (what: string, first: string): Said => ({
    message: `“${what}”出现了两次（前一次在 ${first}）。`,
    nextStep: '请只保留一行，或改用不同的名称。',
  }),
  unknownWord: (what: string, found: string, known: readonly string[]): Said => ({
    message: `${what}“${found}”不能识别。`,
    nextStep: `可填：${listed(known)}。`,
  }),
  unknownUnit: (title: string, found: string): Said => ({
    message: `指标“${title}”的单位“${found}”不在单位表内。`,
    nextStep: '请改用规范单位；以数据表表头为准的可留空。',
  }),
  unitNeeded: (title: string): Said => ({
    message: `指标“${title}”由别的数算出，须写明单位。`,
    nextStep: '请在“单位”栏填写算出的数的单位，如 万元/亩、%。',
  }),
  unitNeededFor: (title: string, found: string): Said => ({
    message: `指标“${title}”的计分参数“${found}”要算出来，须写明单位。`,
    nextStep: '请在“单位”栏填写本指标的单位，如 万元、%。',
  }),
  someWeights: (title: string, header: string): Said => ({
    message: `指标“${title}”没有填写“${header}”。`,
    nextStep: '满分（权重）要么每个指标都填，要么都不填；不计分的填0。',
  }),
  weightsTotal: (header: string, sum: string): Said => ({
    message: `“${header}”合计为${sum}，应为100。`,
    nextStep: '请核对各指标的满分（权重）。',
  }),
  groupNeeded: (groups: readonly string[]): Said => ({
    message: `“指标体系”表按组（${listed(groups)}）给出满分，但没有写明按数据表的哪一列分组。`,
    nextStep: '请在“考评规则”表加一行：类别填“分组”，名称填那一列的表头，如“地区类别”。',
  }),
  noGroupColumn: (groups: readonly string[]): Said => ({
    message: `“指标体系”表按组（${listed(groups)}）给出满分，但数据表没有哪一列以这些为取值。`,
    nextStep: '请把组名改成数据表里的写法，如级别列的国家级、省级。',
  }),
  noPrevious: (pack: string): Said => ({
    message: `方案“${pack}”没有上年的数据表，算不出增速、增量和上年数。`,
    nextStep: '请在数据表里另设一列填写算好的数，“取数”写那一列的表头。',
  }),
  groupIdle: {
    message: '写明了分组，但“指标体系”表没有按组的满分（如“满分：甲类”）。',
    nextStep: '请补上按组的满分，或删去“分组”一行。',
  } satisfies Said,
  settingForm: (found: string): Said => ({
    message: `“${found}”不是“名称=数”的写法。`,
    nextStep: '各项用分号隔开，如 目标=8；封顶=120；保底=0。',
  }),
  bandForm: (found: string): Said => ({
    message: `“${found}”不能识别。`,
    nextStep: '请写成“界限：得分”，由好到差，各档用分号隔开，最后一档写“其余”，如 不低于10：100；不低于5：80；其余：0。',
  }),
  lineForm: (found: string): Said => ({
    message: `“${found}”不能识别。`,
    nextStep: '请写成“数：得分”，由低到高至少两点，各点用分号隔开，如 60：0；80：60；100：100。',
  }),
  bandOrder: (found: string): Said => ({
    message: `“${found}”这一档与前一档的方向或次序不一致。`,
    nextStep: '请由最好的一档写到最差的一档：正向指标用不低于（高于），数由大到小；逆向指标用不高于（低于），数由小到大。',
  }),
  otherwiseLast: {
    message: `最后一档应写“${otherwise}：得分”，且只写在最后。`,
    nextStep: '请补上其余情形的得分，如 其余：0。',
  } satisfies Said,
  settingNeeded: (method: string, names: readonly string[]): Said => ({
    message: `“${method}”缺少参数：${listed(names)}。`,
    nextStep: `请在“计分参数”栏补上，如 ${names.map((name) => `${name}=…`).join('；')}。`,
  }),
  methodWrong: (method: string, why: string): Said => ({ message: `“${method}”的参数不成立：${why}。`, nextStep: '请改正“计分参数”。' }),
  settingsIdle: (found: string): Said => ({
    message: `写了计分参数“${found}”，却没有写计分方法。`,
    nextStep: '请补上计分方法；不写计分方法的，按极差标准化法计分。',
  }),
  number: (what: string, found: string, mayStandElsewhere = false): Said => ({
    message: `${what}“${found}”不是数字。`,
    nextStep: mayStandElsewhere
      ? `请改为数字；取自别处的，写 列：表头、上年、平均、中位数、最高、最低，如 ${what}=列：税收目标、${what}=平均。`
      : '请改为数字。',
  }),
  date: (found: string): Said => ({ message: `发文日期“${found}”不能识别。`, nextStep: '请写作 2025-02-20 的样式。' }),
  limitForm: (found: string): Said => ({
    message: `“${found}”不能识别为界限。`,
    nextStep: '请写不低于、高于、不高于、低于加一个数，如 不低于90（含90）、低于60（不含60）。',
  }),
  partForm: (found: string, forms: readonly string[]): Said => ({
    message: `“${found}”不能识别。`,
    nextStep: `各项用分号隔开，可写：${listed(forms)}。`,
  }),
  filterForm: (found: string): Said => ({
    message: `“${found}”不是“列=值”的写法。`,
    nextStep: '请写数据表的列和它的值，如 级别=省级；几个值用顿号隔开，几个条件用分号隔开。',
  }),
  kindClash: (column: string): Said => ({
    message: `“${column}”一处当作数字，一处当作文字或是否。`,
    nextStep: '请核对列名是否写错。',
  }),
  unknownName: (what: string, found: string, known: readonly string[]): Said => ({
    message: `${what}“${found}”不存在。`,
    nextStep: `可填：${listed(known)}。`,
  }),
  earlierNeeded: (name: string): Said => ({
    message: `“${name}”要看往年，但没有写明往年的结果在哪张表。`,
    nextStep: '请在“往年”栏写明，由近到远，如 上年结果：名次／参评数；前年结果：名次／参评数。',
  }),
  earlierForm: (found: string, forms: string): Said => ({ message: `往年“${found}”不能识别。`, nextStep: `请写成：${forms}。` }),
  gradeLimit: (title: string, isLast: boolean): Said => ({
    message: isLast ? `最后一个等次“${title}”不能有界限。` : `等次“${title}”没有写明界限。`,
    nextStep: isLast ? `请在最后加一行，内容写“${otherwise}”。` : '请写明得分或名次的界限，如 不低于80、前10%；只有最后一个等次写“其余”。',
  }),
  gradeOrder: (title: string): Said => ({
    message: `等次“${title}”的分数界限不比上一个等次低。`,
    nextStep: '等次请由高到低排列。',
  }),
  lint: (why: string): Said => ({ message: why, nextStep: '请核对这一行。' }),
  forms: {
    points: ['每项1分', '最多3分'],
    limit: ['最多8分', '不低于0', '不高于105'],
    grade: ['不低于90', '高于80', '前2名', '前10%', '最多20%', '最多5家', '尾数舍去', '至少1家', otherwise],
    list: ['前3名', '后5%', '至少1家', '尾数舍去', '近3年2年', '等次名称', '上升10位以上', '下降5位以上'],
    earlierPlaces: '上年结果：名次／参评数；前年结果：名次／参评数',
    earlierGrades: '上年结果：等次；前年结果：等次',
    earlierPlace: '上年结果：名次',
  },
} as const;

/** Titles of the filled example. */
export const methodTemplateWords = {
  listTitle: (place: string) => `${place}开发区考核指标体系（照方案现有的指标填好，请改成本地的办法）`,
  listHint: '满分（权重）、计分方法、适用范围按本地办法填写；不填的照方案原来的办法。不考的指标整行删去，增加的指标加一行。',
  listHeaders: ['维度', '指标', '取数', '单位', '方向', '满分', '计分方法', '计分参数', '适用范围', '缺数处理', '条款'],
  directions: { higher_is_better: '正向', lower_is_better: '逆向' },
  systemTitle: (place: string) => `${place}开发区考核指标体系（填好的示例，请改成本地的办法）`,
  systemHint: '每行一个指标；同一维度写一次即可。取数留空，即数据表里与指标同名的一列。计分方法和参数的写法见《方案编写指南》。',
  rulesTitle: (place: string) => `${place}开发区考评规则（填好的示例，请改成本地的办法）`,
  rulesHint: '每行一条；同一类别写一次即可。用不到的行请整行删去；没有“排名”的，全部一起按总分排名。',
} as const;
