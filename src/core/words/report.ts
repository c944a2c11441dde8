import type { FindingStatus } from '../judge/finding';
import type { AssessmentDay } from '../period/assessment-day';
import type { DataYear, YearSource } from '../period/data-year';
import type { PeriodKind } from '../period/part';
import type { Severity } from '../problem';
import type { GapPolicy } from '../ranking/gap-policy';

const yearPlaces: Readonly<Record<YearSource, (place: string) => string>> = {
  decision: () => '经人工确认',
  parameter: (place) => `据${place}`,
  option: () => '本次运行指定',
  title: (place) => `据${place}标题`,
  header: (place) => `据${place}表头`,
  sheet_name: (place) => `据工作表名“${place}”`,
};

/** The font of official papers. */
export const noticeFont = '仿宋';

/** Chinese text of the result sheets. */
export const reportWords = {
  sheets: { overview: '考评说明', detail: '得分明细', findings: '规则核查结果', notes: '数据缺失与口径说明' },
  /** How many rules find something wrong, and how many are not decided. */
  hits: (count: number, open: number) => (open === 0 ? String(count) : `${count}（另${open}项待补）`),
  grade: (best: string, worst: string) => (best === worst ? best : `${best}至${worst}，待定`),
  notFor: (titles: string) => `不适用：${titles}，其分值由同一方面其他指标分担`,
  scoredTogether: (count: number, subject: string) => `统一打分：${count}个${subject}一起计分，各排名取同一得分。`,
  scoredWithin: '组内打分：只在本表参评者之间比较计分。',
  fewScored: (count: number, subject: string, best: number, worst: number) =>
    `只有${count}个${subject}相互比较：单项${best}分、${worst}分只表示在其中最好、最差，不反映实际水平和差距的大小。`,
  detailOf: (ranking: string) => `得分明细·${ranking}`,

  basis: {
    equal_weights_trial: '权重未由文件规定，当前为等权试算，结果仅供参考，不作为文件规定的考核结论。',
    user_weights: '权重未由文件规定，当前为用户在“权重与参数”表中填写的权重。',
    pack_weights: '权重与计分方法按方案规定。',
  },
  document: (title: string, number: string | undefined) => `依据：${title}${number === undefined ? '' : `（${number}）`}`,
  jurisdiction: (name: string, inferred: string | undefined) => (inferred === undefined ? name : `${name}（依内容推断）`),
  inferredBecause: (name: string, why: string) => `${name}。${why}`,
  asOf: (day: AssessmentDay) => `考评日期：${reportWords.dayText(day)}`,
  dayText: ({ date, from, cell }: AssessmentDay) =>
    from === 'chosen' ? date : from === 'workbook' ? `${date}（据${cell ?? ''}）` : `${date}（未填考评日期，按运行当日）`,
  dataYear: (year: DataYear) => `数据年度：${reportWords.yearText(year)}`,
  yearText: ({ year, part, source, place, doubt }: DataYear) =>
    doubt !== undefined
      ? '待核定，所载年度不一致'
      : year === undefined || source === undefined
        ? '未载明'
        : `${year}${part === undefined ? '' : `年${part}`}（${yearPlaces[source](place ?? '')}）`,
  shortYear: ({ year, part, doubt, assessed }: DataYear) =>
    doubt !== undefined
      ? '数据年度待核定'
      : year === undefined
        ? '数据年度未载明'
        : `${assessed === undefined ? '' : `${assessed}年度考评，数据为`}${year}年${part ?? '度'}`,
  /** Where the title ends in brackets, the year goes into them. */
  ofYear: (title: string, dataYear: DataYear) => {
    const said = reportWords.shortYear(dataYear);
    return title.endsWith('）') ? `${title.slice(0, -1)}，${said}）` : `${title}（${said}）`;
  },
  /** A title as it is signed: whose and of whom. One that says either already keeps its words. */
  signedTitle: (title: string, place: string, subject: string) =>
    `${title.startsWith(place) ? '' : place}${title.includes(subject.slice(-1)) ? '' : subject}${title}`,
  /** Between the name and the weight a new line. */
  weighed: (title: string, weight: string) => `${title}\n${weight}`,
  percent: (share: number) => `${share}%`,
  marksOf: (marks: number) => `${marks}分`,
  mean: '平均',
  meanOf: '“平均”为该栏有数的各单位的算术平均。',
  emptyColumns: (titles: string) => `没有内容可列、未设的栏：${titles}。`,
  tooWide: (titles: string, detailed: boolean) =>
    `本页排不下、${detailed ? '见' : '列在'}得分明细${detailed ? '' : '（本次未写出）'}的栏：${titles}。`,
  changed: '加减分',
  block: '以下未排名或名次未定（名次为暂排）',
  fill: (cells: readonly string[]) => `补齐即可定案：${cells.slice(0, 3).join('、')}${cells.length > 3 ? `等${cells.length}格` : ''}`,
  grey: '灰色为缺数，不等于零，也不等于不达标。',
  notesOf: (notes: readonly string[]) => notes.map((note, at) => `${at === 0 ? '注：' : '　　'}${at + 1}. ${note}`),
  /** Over so many full-width characters. */
  signatures: (length: number) =>
    ['制表：', '审核：', '日期：']
      .map((title) => title.padEnd(Math.floor(length / 3), '　'))
      .join('')
      .trimEnd(),
  population: (count: number, ranked: number, subject: string) => `参评${subject}${count}个，参加排名${ranked}个`,
  methodEach: (titles: readonly string[]) => `各指标按各自的方法（${titles.join('、')}）`,
  method: (method: string, aggregation: string, gaps: string, isMixed: boolean) =>
    `计分：${method}，${aggregation}合成，${gaps}${isMixed ? '（办法另有规定的指标除外）' : ''}`,
  gapsIn: {
    wait: '缺数指标留空，不按0分计',
    zero: '缺数指标按0分计',
    renormalise: '缺数指标留空，其权重由其余指标分摊',
    exclude: '缺数的不参加排名',
  } satisfies Record<GapPolicy, string>,
  byFigure: (direction: 'highest_first' | 'lowest_first') =>
    `按指标数值${direction === 'highest_first' ? '从高到低' : '从低到高'}排列，未报送的不排名。`,
  unadjusted: '单项排名不计加减分、限额和一票否决。',
  scoreOf: (dimension: string) => `${dimension}得分`,
  titleWithUnit: (title: string, unit: string) => (unit === '' ? title : `${title}（${unit}）`),
  rankFrom: (decimals: number | undefined) =>
    decimals === undefined ? '名次按未取整的得分确定，同分并列' : `名次按保留${decimals}位小数后的得分确定，同分并列`,
  suggestedDimensions: '指标归入各维度为本工具建议（文件未列明），可在“指标体系”或“权重与参数”表中调整。',

  rank: '名次',
  intervalHeader: '名次区间',
  interval: (best: number, worst: number) => (best === worst ? String(best) : `${best}–${worst}`),
  assumption:
    '有缺数，名次为按已报指标得出的暂排名次；名次区间是缺数在该指标已报数据的范围内任意取值时可能的最好和最差名次，名单只列各种取值下都成立的。',
  gapsDecided: (choice: string, ground: string) => `缺数处理：${choice}（依据：${ground}）。`,
  gapsOf: (titles: readonly string[], choice: string, ground: string) =>
    `缺数处理（${titles.slice(0, 6).join('、')}${titles.length > 6 ? `等${titles.length}项` : ''}）：${choice}（依据：${ground}）。`,
  undecided: '以下待补数核定',
  /** Under the heading 补齐即可定案. */
  settle: (cells: string, count: number) => `${count}格：${cells}`,
  ruleNote: (titles: readonly string[], note: string) => `${titles.map((title) => `“${title}”`).join('、')}：${note.replace(/。$/u, '')}。`,
  total: '综合得分',
  meanOfYears: (years: number, kind: PeriodKind) => `${years}${kind === 'year' ? '年' : '期'}平均`,
  thisYear: (kind: PeriodKind) => (kind === 'year' ? '本年得分' : '本期得分'),
  remark: '备注',
  tied: '并列',
  unranked: {
    lacking: '缺数，未排名',
    vetoed: '一票否决，未排名',
    alike: '数据与其余参评单位没有差别，未排名',
    unplaced: '参评不排名',
    years: '缺以前年度得分，未排名',
  },
  unmeasured: (title: string) => `${title}（无参照值）`,
  lacking: (titles: string) => `缺：${titles}`,
  more: (count: number) => `等${count}项`,

  source: (source: string | undefined) => (source === undefined ? '' : `数据来源：${source}`),
  reviewer: (reviewer: string | undefined) => (reviewer === undefined ? '' : `审核单位：${reviewer}`),
  measuredBy: (method: string, figures: string) => `${method}；参照：${figures}，见“参照值”各列。`,
  groups: { value: '指标值', measuredBy: '参照值', score: '指标得分', node: '维度得分', result: '综合' },
  weightRow: (group: string | undefined) => (group === undefined ? '在上一级中的权重' : `在上一级中的权重·${group}`),
  markRow: (group: string | undefined) => (group === undefined ? '满分' : `满分·${group}`),
  inMarks: (full: number) => `；各项得分按满分计，满分合计${full}分`,
  weightOf: (title: string, percent: string, below: readonly string[]) =>
    `${title}${percent}%${below.length === 0 ? '' : `（${below.join('、')}）`}`,
  groupWeights: (group: string, parts: readonly string[]) => `权重（${group}）：${parts.join('、')}。`,
  directionRow: '方向',
  directions: { higher_is_better: '越高越好', lower_is_better: '越低越好' },
  live: '本表数值为活公式：指标值引用数据表，得分、合成与名次随之重算（按 F2 可查看）。每行引用数据表的同一行，请勿对本表排序；需要排序时请用排名表。',
  /** What the looks of 得分明细 say. */
  looksOf: (isLive: boolean, hasVetoes: boolean) =>
    `灰底为缺数${hasVetoes ? '，红底为触发否决' : ''}${isLive ? '，底色随公式结果变化' : ''}；综合得分和各方面得分的数据条越长，得分越高。`,
  notLive: (limit: number) =>
    `参评数量较多（各得分明细合计超过 ${limit} 格），排名和明细写入数值，不含公式；特别多时原始指标值不再重复列出，请见数据表。`,
  /** What stands at the left of the rows that formulas of scores refer to. */
  columnFigures: {
    least: '本列最小值',
    greatest: '本列最大值',
    count: '本列有数个数',
    refused: '本列非正数个数',
    mean: '本列平均值',
    deviation: '本列标准差',
    low: '本列低端取值',
    high: '本列高端取值',
  },
  suggested: '（建议）',

  findings: {
    number: '序号',
    rule: '事项',
    word: '结论',
    value: '实际',
    limit: '要求',
    consequence: '处理',
    sentence: '说明',
    clause: '依据条款',
    settle: '补齐即可定案',
    place: '数据位置',
  },
  or: '／',
  area: '地区',
  dimension: '维度',
  overall: '总体结论',
  noFindings: '没有符合条件的。',
  notGiven: (parameters: readonly string[]) =>
    `文件未规定${parameters.map((title) => `“${title}”`).join('')}，用户也未填写（填入“权重与参数”表后启用）`,
  unchosen: '“权重与参数”表选用的是另一口径',
  unchosenRule: (title: string, place: string) => `${title}（${place}）：“权重与参数”表选用的是另一口径，不适用。`,
  nobodyMeets: (title: string, place: string) => `${title}（${place}）：没有符合条件的。`,
  clauseNote: (place: string, quote: string) => `${place}：“${quote}”`,
  listed: (count: number) => `共${count}条`,

  notes: {
    kind: '类别',
    severity: '程度',
    place: '位置',
    content: '内容',
    next: '下一步／理由',
    problem: '数据问题',
    missing: '缺数',
    decision: '口径决定',
    accepted: '经人工确认的口径',
    ofAccepted: '经人工确认；单元格内容改动后须重新确认',
    parameter: '参数',
    ofYear: '目标、进度和与上年、基期的比较按数据年度判断',
    ofDay: '各项期限按考评日期判断',
    off: '未启用规则',
    none: '没有发现数据问题，也没有待说明的口径。',
  },
  severity: { block: '必须处理', error: '未采用', warning: '请核对', info: '提示' } satisfies Record<Severity, string>,
  accepted: (seen: string, words: string) =>
    seen === '' ? `单元格空白：${words}` : `单元格为“${seen.length > 60 ? `${seen.slice(0, 60)}…` : seen}”：${words}`,
  decision: (id: string, what: string) => `${id}：${what}`,
  parameterSet: (title: string, value: string) => `${title}＝${value}`,
  fromWorkbook: (cell: string) => `取自 ${cell}`,
  fromDefault: '缺省值',
  fromClause: (places: string) => `缺省值，出自${places}`,
  fromDecision: (ids: string) => `缺省值，见口径决定 ${ids}`,
  unset: '未填',
  unsetNext: '文件未规定；填写后相关规则启用',

  overview: {
    item: '项目',
    content: '内容',
    document: '文件',
    number: '文号',
    jurisdiction: '适用地区',
    pack: '方案',
    dataYear: '数据年度',
    asOf: '考评日期',
    source: '数据来源',
    weights: '权重',
    method: '计分方法',
    counts: '结论计数',
    sheets: '结果表',
    unmade: '以下表没有内容可列，未生成',
    technical: '数据和程序',
    numberNone: '文中无文号',
    table: (sheet: string, rows: number) => `${sheet}（${rows}行数据）`,
    packOf: (id: string, version: string) => `${id}，版本 ${version}`,
    goTo: '打开',
  },
  statusTitle: {
    met: '达标／符合／已列入（绿）',
    explain: '需说明／持平／未到期（黄）',
    unmet: '不达标／列入处理名单（红）',
    missing: '缺数／未判定（灰）',
  } satisfies Record<FindingStatus, string>,
  disclaimer: '本结果由程序按所列条款和参数计算，供审核使用；灰色表示缺少数据，不等于零，也不等于不达标。',
};
