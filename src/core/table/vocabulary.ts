/**
 * The words of official tables that the reader knows by sight. They are looked for in folded text (see fold.ts), so no
 * entry holds a space, a full-width sign or a capital letter.
 */

/** A cell that says "there is no figure". */
export const DASHES: ReadonlySet<string> = new Set([
  '-',
  '--',
  '---',
  '...',
  '......',
  '..',
  '…',
  '/',
  '\\',
  '*',
  '无',
  '暂无',
  '空',
  '缺',
  '无数据',
  '暂无数据',
  '未统计',
  '未报',
  '不适用',
  '不详',
  'n/a',
  'na',
  'n.a.',
  '#n/a',
  'null',
]);

/** Of these, the ones that mean "nothing here" in a column of words too, where 无 may be an answer. */
export const SIGNS_ONLY = /^[-/\\.…*]+$/u;

/** A row that adds up or averages others. */
export const TOTAL =
  /^(?:其中:?)?(?:全[省市国区县州部]|各[市县区]|[^:]{0,8}(?:合计|小计|总计|共计|平均|平均值|平均数|均值|平均水平|中位数))$/u;

/** A line below or above the table that is no data. */
export const NOTE =
  /^[(*※★]?(?:注\d*[:.,]|注\)|注$|备注:|说明:|说明$|附注|填表说明|填报说明|指标说明|资料来源|数据来源|来源:|填表人|填报人|填报单位|填表单位|填报日期|制表|审核|复核|联系人|联系电话|单位负责人|统计负责人|负责人:|报出日期|本表|续表)/u;

/** A heading between data rows: 一、国家级 or （一）国家级. */
export const SECTION = /^(?:[一二三四五六七八九十]+[,.:]|\([一二三四五六七八九十]+\)|其中:?$|续表|\(续\))/u;

/** Headers of running numbers. */
export const ORDINAL_HEADER = /^(?:序号|编号|序|号|no\.?|行次|项次|#)$/u;

/** First cell of a row that numbers the columns (甲 1 2 3) or holds their units. */
export const COLUMN_NUMBER_KEY = /^(?:甲|乙|栏次|行次|列次|代码)$/u;
export const UNIT_ROW_KEY = /^(?:计量)?单位$/u;

/** 单位：万元 anywhere in a line. */
export const UNIT_LINE = /(?:^|[^位报管属制有个业])单位[:：]\s*([^]+)$/u;

/** "Of which": the columns under it are parts of the column before them. */
export const PART = /^(?:其中[:：]?|#)/u;

/** A header that has one of these anywhere in its path and an alias that lacks it do not speak of the same figure. */
export const GUARDS: readonly string[] = [
  '上年',
  '去年',
  '上一年',
  '往年',
  '前年',
  '上期',
  '同期',
  '增长',
  '增速',
  '增幅',
  '增减',
  '增量',
  '变动',
  '同比',
  '环比',
  '占比',
  '比重',
  '占全',
  '计划',
  '目标',
  '预计',
  '预期',
  '任务',
  '累计',
  '人均',
  '地均',
  '排名',
  '排序',
  '位次',
  '得分',
  '权重',
  '指数',
];

/** Last level of a path that only says "the figure itself". */
export const PLAIN_LEAVES: ReadonlySet<string> = new Set([
  '合计',
  '小计',
  '总计',
  '总量',
  '总数',
  '本年',
  '本年数',
  '当年',
  '本期',
  '本期数',
  '数值',
  '数量',
  '指标值',
  '实际',
  '实际值',
  '绝对值',
  '绝对数',
  '数额',
  '金额',
  '本年实际',
  '全年',
]);

/** Words round an alias that do not change what it means, besides years and {@link DECORATING_SIGNS}. */
export const DECORATIONS: readonly string[] = [
  '本年度',
  '本年',
  '当年',
  '全年',
  '年末',
  '期末',
  '本期',
  '全区',
  '园区',
  '开发区',
  '经开区',
  '区内',
  '辖区',
  '完成',
  '实现',
  '情况',
  '数据',
  '总量',
  '总额',
  '总数',
  '合计',
  '数额',
  '金额',
  '数量',
  '指标',
  '值',
  '数',
  '额',
  '的',
];
export const DECORATING_SIGNS = '-,.:()';

/** A title that speaks of the year before the one assessed. */
export const LAST_YEAR = /上年|去年|上一年|前一年|上年度/u;
/** A sheet's name that speaks of some earlier year, or of the base year. */
export const EARLIER_YEARS = /上年|前年|去年|基期/u;

export const YES: ReadonlySet<string> = new Set(['是', '√', '✓', '✔', '☑', '有', 'y', 'yes', '1', 'true', '对', '已']);
export const NO: ReadonlySet<string> = new Set(['否', '×', '✗', '✘', '✕', 'x', '无', 'n', 'no', '0', 'false', '错', '未']);
