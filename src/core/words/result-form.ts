import { FORM_PREFIX } from './result-form-name';

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');
const SHOWN = 12;
const some = (names: readonly string[]): string => listed(names.slice(0, SHOWN)) + (names.length > SHOWN ? '等' : '');
const sheet = (name: string): string => `结果模板“${name}”`;
const unfilled = (name: string, why: string): string => `${sheet(name)}${why}，这张表没有填。`;

/** Groups of headers under which scores stand. */
const SCORE_GROUPS = [
  '分项得分',
  '各项得分',
  '得分',
  '单项得分',
  '分类得分',
  '评价得分',
  '考核得分',
  '指标得分',
  '得分情况',
  '维度得分',
  '各维度得分',
];
const MOVED = ['位次变化', '名次变化', '排名变化', '位次升降', '名次升降', '升降', '升降情况'];
const EARLIER = ['与上年比较', '与上年相比', '较上年', '比上年', '与上期比较', '与上期相比'];

/** Chinese text of the department's own form of results: what stands on it, and what is said about it. */
export const resultFormWords = {
  prefix: FORM_PREFIX,
  /** The copy of a form whose name says nothing else. */
  unnamed: '结果表',

  /** What fills itself, in double braces. */
  fills: {
    period: '年度',
    province: '省份',
    document: '方案',
    number: '文号',
    madeOn: '制表日期',
    first: '第一名',
    members: '参评数',
    rows: '入表数',
    remarks: '说明',
  },
  settings: { ranking: '排名', list: '清单', order: '排序', verdict: '结论' },
  orders: { place: '名次', table: '原表顺序' },
  firstN: /^前(\d{1,4})名?$/u,
  lastN: /^后(\d{1,4})名?$/u,
  pending: '（待核定）',
  missing: '—',
  tied: '并列',
  date: (iso: string) => iso.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2}).*$/u, '$1年$2月$3日'),
  joined: (names: readonly string[]) => names.join('、'),
  parts: (texts: readonly string[]) => texts.join('；'),
  points: (title: string) => [`${title}得分`, ...SCORE_GROUPS.flatMap((group) => [`${group}${title}`, `${title}${group}`])],
  /** A group of headers that changes nothing of what stands under it. */
  harmlessGroup:
    /^(?:(?:19|20)\d\d年?|年度|本年|当年|本期|分项|各项|分类|单项|专项|综合|总体|考核|考评|评价|评估|主要|指标|内容|方面|维度|情况|结果|名次|排名|位次|与上年|较上年|对比|比较|基本|及|和|,)+$/u,
  note: (lines: readonly string[]) => `注：${lines.join('')}`,
  openItems: (count: number) => `另有${count}项因数据待补，结论未定，暂不列入。`,
  noVerdict: (verdicts: readonly string[]) => `没有结论为${listed(verdicts)}的。`,
  atEdge: (count: number) => `另有${count}家能否列入要等数据补齐后核定，暂不列入。`,
  sentence: (text: string) => (/[。！？]$/u.test(text) ? text : `${text}。`),

  headers: {
    order: ['序号', '编号', '号'],
    rank: ['名次', '排名', '位次', '排位', '排序', '综合排名', '考核名次', '本年名次', '本年排名', '本年位次', '本期名次'],
    zone: ['开发区', '开发区名称', '经开区', '经开区名称', '园区', '园区名称', '单位', '单位名称', '名称'],
    total: ['得分', '总分', '综合得分', '总得分', '综合评分', '考评得分', '考核得分', '评价得分'],
    lastRank: ['上年名次', '上年排名', '上年位次', '上年度名次', '上年度排名', '去年名次', '去年排名', '上期名次', '上期排名'],
    moved: [...MOVED, '较上年变化', '较上年升降', '比上年升降', ...EARLIER.flatMap((group) => MOVED.map((one) => `${group}${one}`))],
    grade: ['等次', '等级', '档次', '考核等次', '考评等次', '评价等次', '评价等级'],
    verdict: ['结论', '考核结论', '考评结论', '评价结论', '核查结论', '检查结论', '判定', '核查结果', '检查结果'],
    consequence: ['处理', '处理意见', '处理措施', '处理建议', '处置', '处置措施', '措施', '奖惩'],
    clause: ['依据', '依据条款', '条款', '文件依据', '政策依据', '依据文件'],
    remark: ['备注'],
    rule: ['事项', '核查事项', '检查事项', '考评事项', '核查项目', '检查项目', '核查内容', '检查内容', '项目', '名单'],
    value: ['实际值', '实际', '完成值', '实际情况', '完成情况'],
    limit: ['标准', '要求', '规定', '限值', '标准值', '规定值'],
    statement: ['情况说明', '说明', '具体情况', '情况'],
    city: ['所在市', '所在地市', '所属市', '所属地市', '地市', '设区市', '市'],
  },

  noTable: (name: string, zone: string) => ({
    message: unfilled(name, `里没有认出表头：要有“${zone}”一栏，和“名次”“得分”“结论”等至少一栏`),
    nextStep: `请把表头写成“名次、${zone}、得分”之类的字，表头下面留一行作样；不作模板的，把工作表改成别的名称。`,
  }),
  twoTables: (name: string, cells: readonly string[]) => ({
    message: unfilled(name, `里认出 ${cells.length} 张表（${cells.join('、')}）`),
    nextStep: '一张模板只放一张表：请分成几张工作表，名称都以“结果模板”开头。',
  }),
  unknown: (text: string, known: readonly string[]) => ({
    message: `“{{${text}}}”不知道要填什么，这张模板没有填。`,
    nextStep: `请改成下列之一：${known.map((one) => `{{${one}}}`).join('、')}；或删去。`,
  }),
  notAmong: (text: string, value: string, known: readonly string[]) => ({
    message: `“{{${text}}}”里的“${value}”没有找到，这张模板没有填。`,
    nextStep: known.length === 0 ? '请改正或删去。' : `可以写：${some(known)}。`,
  }),
  twice: (text: string) => ({
    message: `“{{${text}}}”与模板里另一处的设置矛盾，这张模板没有填。`,
    nextStep: '同一项设置只写一处，请删去一处。',
  }),
  noCount: (text: string) => ({
    message: `“{{${text}}}”里的个数要在 1 以上，这张模板没有填。`,
    nextStep: '请改成 {{前10名}} 这样的写法，或删去。',
  }),
  unsure: (header: string, nearest: string) => ({
    message: `模板的栏目“${header}”可能是“${nearest}”，确认前这一栏留空。`,
    nextStep: `如就是“${nearest}”，请采纳，或把表头改成“${nearest}”；不是的，这一栏由人工填写。`,
  }),
  ambiguous: (header: string, name: string) => ({
    message: `模板里有几栏都像“${name}”，确认前都留空（这一栏是“${header}”）。`,
    nextStep: `请采纳其中一栏，或把其余的表头改成别的字。`,
  }),
  otherYear: (header: string, years: readonly number[], year: number | undefined) => ({
    message: `模板的栏目“${header}”写的是${years.join('、')}年，${year === undefined ? '本次数据的年度没有定' : `本次是${year}年的数据`}，这一栏留空。`,
    nextStep: '请把表头里的年份改对，或删去年份。',
  }),
  unheld: (headers: readonly string[]) => ({
    message: `模板里这些栏目评价结果中没有，留空由人工填写：${some(headers)}。`,
    nextStep: '有公式的仍按公式算；要由本工具填的，请把表头改成结果里的字（名次、得分、指标名称等）。',
  }),
  why: {
    unusable: '模板有待改正之处（见“数据校验”）',
    nobody: '还没有名次已定的开发区',
    nothing: '没有已定的结论',
    noRanking: '没有排出名次',
    tooLong: (most: number) => `要填的超过${most}行`,
    filtered: '按模板里的条件筛选后没有已定的行',
  },
};
