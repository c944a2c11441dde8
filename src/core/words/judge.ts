import type { PeriodKind } from '../period/part';
import type { Order } from '../decimal';
import type { Edge } from '../limit/edge';
import type { LackingSheet } from '../measure/lack';
import { lackStep, lackText, sheetTitle } from './measure';
import { earlierPeriods, periodUnit } from './period';

const edgeWords: Record<Edge, string> = { over: '超过', at_least: '不低于', under: '低于', at_most: '不超过', equals: '等于' };

/** Chinese text of findings: words beside the colours, and a sentence for every rule kind. */
export const judgeWords = {
  status: { met: '达标', explain: '需说明', unmet: '不达标', missing: '缺数' },
  qualified: '符合条件',
  listed: '列入',
  listedPending: '拟列入，待补数核定',
  mayBeListed: '可能列入，待补数核定',
  even: '持平',
  notJudged: '未判定',
  running: '未到期',
  overdue: '已逾期',
  done: '已完成',
  exception: '有例外批准',
  onTheWay: '未到目标年',
  veto: '否决',
  missingInput: '缺数',

  parameterUnset: (title: string) => `“权重与参数”表中未填“${title}”`,
  unitOf: (title: string) => `“${title}”的单位与要求不符`,
  noValueFor: (title: string) => `“${title}”没有填写可用的值`,
  unitUnstated: (title: string) => `“${title}”没有注明单位`,
  fraction: (above: number, below: number) => `${above}/${below}`,
  between: (low: string, high: string) => (low === high ? `等于${low}` : `在${low}至${high}之间`),
  edge: (edge: Edge, number: string) => `${edgeWords[edge]}${number}`,

  /** "依据三（二）“……”。" */
  basis: (clauses: readonly { place: string; quote: string }[]) =>
    `依据${clauses.map(({ place, quote }) => `${place}“${quote}”`).join('、')}。`,
  consequence: (text: string) => `处理：${text}。`,
  alsoOn: (titles: readonly string[]) => `同时符合${titles.map((title) => `“${title}”`).join('、')}，按较重的处理列出`,
  note: (text: string) => `（${text}）`,
  everyone: (word: string) => `全部${word}`,

  value: (subject: string, title: string, value: string) => `${subject}“${title}”为${value}`,
  /** What the missing figures leave open. */
  bounds: (low: string | undefined, high: string | undefined) =>
    [...(low === undefined ? [] : [`至少${low}`]), ...(high === undefined ? [] : [`至多${high}`])].join('，'),
  isValue: (value: string) => `为${value}`,
  valueBetween: (subject: string, title: string, bounds: string) => `${subject}“${title}”${bounds}`,
  holdsHowever: '无论缺数如何填报，结论不变',
  stranger: (cell: string, zone: string) => `${cell}“${zone}”不在主表名单中，不能确定本条是否适用`,
  required: (limit: string) => `要求${limit}`,
  meets: '达到要求',
  /** A limit that the document does not set. */
  inferredLimit: (limit: string) => `按推论应${limit}（不是文件写明的要求）`,
  inferred: (limit: string) => `推论：${limit}`,
  asInferred: '与推论一致',
  againstInferred: '与推论不一致，是否适用请核定',
  inferredMet: '符合推论',
  inferredUnmet: '请核定',
  misses: '未达到要求',
  missesGeneral: '未达到一般性要求，需说明理由',
  missesGuidance: '与引导性要求不一致，需说明',
  together: (area: string, count: number, subject: string) => `${area}（${count}个${subject}合计）`,
  countedOtherwise: (year: string, count: number | undefined) =>
    `${year}合计的个数不同${count === undefined ? '' : `（${count}个）`}，不能比较`,
  /** The sum of several, of which the text does not speak. */
  sumAgainst: (year: string, up: boolean) => `比${year}${up ? '提高' : '降低'}，需说明（文件没有写合计）`,
  giveReasons: '需说明理由',
  hasException: '未达到一般性要求，但填报有例外批准',
  qualifies: '符合条件',
  filterUnanswered: (title: string) => `“${title}”未填，不能确定本条是否适用`,
  filterUnknown: (title: string, cell: string) => `${cell}“${title}”填了，但填法不能识别，不能确定本条是否适用`,
  filterNear: (shown: string, name: string) => `“${shown}”是否就是“${name}”尚未核定，不能确定本条是否适用`,
  alsoMissing: (title: string) => `“${title}”未填“是”或“否”`,
  alsoNo: (title: string) => `“${title}”为“否”`,
  alsoYes: (titles: readonly string[]) => `${titles.map((title) => `“${title}”`).join('、')}${titles.length > 1 ? '均' : ''}为“是”`,
  missing: (subject: string, title: string, why: string) => `${subject}“${title}”无法判定：${why}。`,

  lastPlace: (subject: string, ranking: string, rank: string, of: number, n: number, tied: boolean, provisional: boolean) =>
    `${judgeWords.placed(subject, ranking, rank, of, provisional)}，属后${n}名${tied ? '（并列）' : ''}`,
  firstPlace: (subject: string, ranking: string, rank: string, of: number, n: number, tied: boolean, provisional: boolean) =>
    `${judgeWords.placed(subject, ranking, rank, of, provisional)}，属前${n}名${tied ? '（并列）' : ''}`,
  /** A place that rests on the figures that are there; whoever acts on it should know. */
  placed: (subject: string, ranking: string, rank: string, of: number, provisional: boolean) =>
    `${subject}在“${ranking}”中${provisional ? '按已报指标暂' : ''}列第${rank}名（共${of}个参加排名）`,
  notYetPlaced: (subject: string, ranking: string) => `${subject}在“${ranking}”中尚不能排出名次`,
  interval: (best: number, worst: number) => `名次区间为第${best}至${worst}名`,
  holdsAnywhere: (end: 'first' | 'last', n: number) => `无论缺数如何填报，均属${judgeWords.end(end)}${n}名`,
  holdsWithin: (end: 'first' | 'last', n: number) => `缺数只要不超出该指标已报数据的范围，均属${judgeWords.end(end)}${n}名`,
  mayLeave: (end: 'first' | 'last', n: number) => `补数后是否仍属${judgeWords.end(end)}${n}名尚不能确定`,
  noFigures: '无任何数据，不列入（待补数）',
  mayEnter: (end: 'first' | 'last', n: number) => `补数后有可能进入${judgeWords.end(end)}${n}名`,
  /** A place as a table shows it: 倒数第2名, 第3名（共12个）. */
  placeFrom: (end: 'first' | 'last', place: string) => `${end === 'last' ? '倒数' : ''}第${place}名`,
  placeOf: (place: number, of: number) => `第${place}名（共${of}个）`,
  amongEnd: (end: 'first' | 'last', n: number) => `${end === 'first' ? '前' : '最后'}${n}名`,
  graded: (subject: string, ranking: string, scale: string, grade: string) => `${subject}在“${ranking}”中${scale}为${grade}`,
  gradeRange: (best: string, worst: string) => (best === worst ? best : `${best}至${worst}（待补数核定）`),
  gradeYears: (years: number, of: number, kind: PeriodKind) => `近${of}${periodUnit(kind)}中有${years}${periodUnit(kind)}属于此等次`,
  gradeYearsBefore: (years: number, of: number, kind: PeriodKind) =>
    `此前${of}${periodUnit(kind)}中有${years}${periodUnit(kind)}属于此等次`,
  noGrades: (ranking: string) => `“${ranking}”没有评定等次（等次的界限未设定）`,
  amongShare: (end: 'first' | 'last', percent: string, n: number) => `${end === 'first' ? '前' : '最后'}${percent}%（${n}名）`,
  amongEndIn: (years: number, of: number, among: string, kind: PeriodKind) =>
    `近${of}${periodUnit(kind)}中${years}${periodUnit(kind)}属${among}`,
  amongEndBefore: (years: number, of: number, among: string, kind: PeriodKind) =>
    `此前${of}${periodUnit(kind)}中${years}${periodUnit(kind)}属${among}`,
  movedAtLeast: (up: boolean, least: number) => `${up ? '上升' : '下降'}${least}位以上（含${least}位）`,
  moved: (up: boolean, by: number) => `${up ? '上升' : '下降'}${by}位`,
  movedWithin: '缺数只要不超出该指标已报数据的范围，结论不变',
  placedBefore: (place: number) => `上一次列第${place}名`,
  movedOdd: (why: string) => `${why}，名次升降无从比较`,
  movedMixed: (sheet: string) => `${sheetTitle(sheet)}的名次不分参评范围，与本年各范围内的名次无从比较`,
  movedBetween: (sheet: string) => `${sheetTitle(sheet)}中的名次不是（或不能确定是）本参评范围内的名次，名次升降无从比较`,
  notListedBefore: (sheet: string) => `${sheetTitle(sheet)}中没有列出，名次升降无从比较`,
  end: (end: 'first' | 'last') => (end === 'first' ? '前' : '后'),
  importedLast: (subject: string, item: string, place: string, n: number) => `${subject}${item}按导入名次居倒数第${place}位，属最后${n}名`,
  importedFirst: (subject: string, item: string, place: string, n: number) => `${subject}${item}按导入名次居第${place}位，属前${n}名`,
  tied: '并列',
  years: (hits: number, of: number, kind: PeriodKind) => `近${of}${periodUnit(kind)}中有${hits}${periodUnit(kind)}在列`,
  yearsBefore: (hits: number, of: number, kind: PeriodKind) => `此前${of}${periodUnit(kind)}中有${hits}${periodUnit(kind)}在列`,
  onEarlierLists: (subject: string, kind: PeriodKind) => `${subject}只看${earlierPeriods(kind)}`,
  listedNow: (kind: PeriodKind) => (kind === 'year' ? '本年在列；' : '本期在列；'),
  yearsMissing: (sheets: string, kind: PeriodKind) => `缺少${earlierPeriods(kind)}名次（${sheets}），是否连续在列无法判定`,
  yearsOdd: (why: string) => `${why}，是否连续在列无法判定`,
  yearsUnknown: (names: string, kind: PeriodKind) => `${earlierPeriods(kind)}名次表中没有列出或名次未填（${names}），是否连续在列无法判定`,
  yearsDoubtful: (names: string, kind: PeriodKind) =>
    `${earlierPeriods(kind)}的名次不一致，或与级别、参评总数对不上（${names}），是否连续在列无法判定`,
  unranked: { lacking: '缺少数据', alike: '各项指标与其余参评单位没有差别，分不出名次', years: '缺少以前年度得分' },
  excludedWord: '不列入（一票否决）',
  vetoGround: (title: string, column: string, answer: string) => `“${title}”（“${column}”填报为“${answer}”）`,
  excluded: (subject: string, grounds: readonly string[], ranking: string, rule: string) =>
    `${subject}因${grounds.join('、')}被一票否决，不参加“${ranking}”，不列入“${rule}”`,
  notRanked: (subject: string, ranking: string, why: 'lacking' | 'alike' | 'years') =>
    `${subject}${judgeWords.unranked[why]}，未参加“${ranking}”，是否在列无法判定`,
  noSheet: (sheet: string, row: string) => `工作簿中没有“${sheet}”（每行一个${row}）`,
  noImportedRank: (sheet: string, subject: string) => `“${sheet}”中“${subject}”的名次未填或不完整`,
  doubtfulRank: (sheet: string, subject: string) => `“${sheet}”中“${subject}”的名次前后不一致，未使用，待核定`,
  rankNotWhole: (name: string, stated: string) => ({
    message: `“${name}”的名次或参评总数填为 ${stated}，不是从 1 起的整数，未使用。`,
    nextStep: '请核对后改填整数；改正前该行不作判定。',
  }),
  rankOverTotal: (name: string, stated: string, total: string) => ({
    message: `“${name}”的名次 ${stated} 大于参评总数 ${total}，未使用。`,
    nextStep: '请核对名次和参评总数；改正前该行不作判定。',
  }),
  rankTiedOverTotal: (name: string, rank: string, total: string, tied: string) => ({
    message: `“${name}”等 ${tied} 个并列第 ${rank} 名，参评总数却只有 ${total}，容不下这些并列，未使用。`,
    nextStep: '请核对名次和参评总数；改正前这些行不作判定。',
  }),
  ranksDisagree: (name: string, rank: string, total: string, fromLast: string, expected: string) => ({
    message: `“${name}”名次 ${rank}、参评总数 ${total}，倒数名次应为 ${expected}，实填 ${fromLast}，两者不一致，均未使用。`,
    nextStep: `请核对后改正或只留其一（按名次推算的倒数名次为 ${expected}）；改正前该行不作判定。`,
  }),
  mixedRanks: (sheet: string, name: string) => ({
    message: `“${sheet}”的名次不分级别（如“${name}”属其他级别）。只按本级别内的先后判断上年是否在列；与所填参评总数对不上的，按不能确定处理。`,
    nextStep: '请只填本级别各行，并填本级别内的名次和参评总数。',
  }),
  itemOf: (item: string) => `“${item}”指标`,

  /** What a trend is compared with. */
  against: { previous: '上年', base: '基期' },
  points: '个百分点',
  trend: (subject: string, title: string, year: string, now: string, before: string) =>
    `${subject}“${title}”本年为${now}，${year}为${before}`,
  trendBetween: (subject: string, title: string, year: string, now: string, before: string) =>
    `${subject}“${title}”本年${now}，${year}${before}`,
  same: (year: string) => `与${year}持平，需说明`,
  sameUnwanted: (year: string) => `与${year}持平，不符合要求`,
  asWanted: (year: string, rose: boolean) => `比${year}${rose ? '提高' : '降低'}，符合要求`,
  againstWanted: (year: string, rose: boolean) => `比${year}${rose ? '提高' : '降低'}，不符合要求`,
  noBase: (sheet: string) => `文件要求的不是与上年相比，工作簿中没有基期数据（${sheet}），只列变动，不作判定`,
  yearDoubtful: (why: string) => `${why}，核定前只列变动，不作判定`,
  change: (amount: string) => `变动${amount}`,
  markedUnset: (title: string) => `文件未规定幅度，“权重与参数”表中未填“${title}”，只列变动，不作判定`,
  markedMet: (limit: string, up: boolean) => `达到${up ? '提高' : '降低'}${limit}的要求`,
  markedUnmet: (limit: string, up: boolean) => `没有达到${up ? '提高' : '降低'}${limit}的要求`,
  notIn: (year: string, subject: string) => `${year}表中没有“${subject}”`,

  target: (subject: string, title: string, value: string) => `${subject}“${title}”为${value}`,
  goal: (year: number, limit: string) => `目标为到${year}年${limit}`,
  baseline: (year: number, value: string) => `基期${year}年为${value}`,
  againstBaseline: (order: Order) => (order === 0 ? '与基期持平' : order < 0 ? '低于基期' : '高于基期'),
  progress: (percent: string) => `已完成目标增量的${percent}%`,
  pace: (percent: string) => `按时间进度匀速推算应完成${percent}%（文件未规定年度进度，仅供参考）`,
  reached: '已达到目标',
  notYet: (year: number) => `尚未达到目标（目标年${year}年未到）`,
  notReached: '目标年已到，未达到目标',
  yearNotFull: (year: number, part: string) => `尚未达到目标（数据为目标年${year}年${part}，未满全年）`,
  yearUnknown: '数据年度未载明，不能确定目标年是否已到',
  counted: (count: number, names: string) => `达到该线的有${count}个${names === '' ? '' : `（${names}）`}`,
  uncounted: (count: number, names: string) => `另有${count}个缺数未计（${names}）`,
  notProven: '缺数补齐后方可判定是否达到目标',
  noOldWeights: '“权重与参数”表中没有填写“原权重”',
  workingDayChoice: '工作日',
  andMore: (names: string, total: number) => `${names}等${total}个`,

  checked: (subject: string, item: string, answer: string) => `${subject}“${item}”填报为“${answer}”`,
  wanted: (answer: string) => `应为“${answer}”`,
  notApplicable: '不适用',
  evidence: (text: string) => `证明材料：${text}`,
  noEvidence: '未附证明材料，需补充',
  evidenceWanted: '需补充证明材料',
  noAnswer: (item: string) => `清单中“${item}”没有填写“是”“否”或“不适用”`,
  noItem: (item: string, sheet: string) => `${sheetTitle(sheet)}中没有“${item}”一项`,
  noItemOf: (item: string, sheet: string, zone: string) => `${sheetTitle(sheet)}中没有“${zone}”的“${item}”一项`,

  deadline: (subject: string, event: string, date: string, due: string, action: string) =>
    `${subject}：${event}日期为${date}，应于${due}前（含当日）${action}`,
  counting: {
    natural: '按自然日、次日起算',
    working: '按工作日（扣除法定节假日，调休上班日计入）、次日起算',
    weekdays: ({ first, last }: { readonly first: number; readonly last: number }) =>
      `按工作日、次日起算（法定节假日安排只收录${first}年至${last}年，其余按周一至周五计，请核对）`,
  },
  daysLeft: (days: number) => `距截止还有${days}天`,
  dueToday: '今日截止',
  daysOver: (days: number) => `已超过截止日期${days}天`,
  doneOn: (date: string) => `已于${date}完成`,
  notYetPossible: (date: string, asOf: string) => `填报的完成日期${date}晚于考评日期${asOf}，请核对`,
  beforeEvent: (date: string, event: string) => `填报的完成日期${date}早于“${event}”日期，请核对`,
  dependsOn: (rule: string) => `是否适用取决于“${rule}”，该项待补数核定`,
  oddDate: (why: string) => ({ message: `${why}，该日期未采用。`, nextStep: '请核对该单元格的日期，改正后重新考评。' }),
  doneLate: (date: string) => `于${date}完成，晚于截止日期`,
  eventUnknown: (event: string) => `“${event}”日期未填`,
  termUnknown: (title: string) => `文件未规定期限，“权重与参数”表中未填“${title}”`,

  weights: (dimension: string, now: string, before: string) => `“${dimension}”现权重${now}，原权重${before}`,
  weightRaised: '高于原权重，符合要求',
  weightNotRaised: '未高于原权重，不符合要求',
  weightsByGroup: '权重按组填写，原权重只有一套，请人工逐组比较',
  weightUnknown: (dimension: string) => `“权重与参数”表中“${dimension}”的现权重或原权重未填`,

  /** A rule as a list of rules names it. */
  ruleAt: (title: string, place: string) => `${title}（${place}）`,
  rules: (named: readonly string[]) => (named.length > 1 ? `以下${named.length}项` : '以下事项'),
  rulesLack: (lacking: readonly LackingSheet[], named: readonly string[]) => ({
    message: `${lackText(lacking)}，${judgeWords.rules(named)}无法判定：${named.join('、')}。`,
    nextStep: `${lackStep(lacking)}后重新考评；不需要这些事项的可不处理。`,
  }),
  rulesSilent: {
    off: (parameter: string, named: readonly string[]) => ({
      message: `文件未规定“${parameter}”，用户也未填写，${judgeWords.rules(named)}未启用：${named.join('、')}。`,
      nextStep: `如需启用，请在“权重与参数”表的“参数”类中填写“${parameter}”。`,
    }),
    missing: (why: string, named: readonly string[]) => ({
      message: `${why}，${judgeWords.rules(named)}无法判定：${named.join('、')}。`,
      nextStep: '请补填上述内容后重新考评；不需要这些事项的可不处理。',
    }),
    nobody: (why: string, named: readonly string[]) => ({
      message: `${why}，${judgeWords.rules(named)}没有判定对象：${named.join('、')}。`,
      nextStep: '如应有判定对象，请核对有关列的填写；确实没有的可不处理。',
    }),
  },
  nothingRanked: (ranking: string) => `“${ranking}”没有排出名次`,
  restsOn: (rule: string) => `取决于“${rule}”，该项没有结论`,
  noRows: (sheet: string) => `${sheetTitle(sheet)}没有数据行`,
  filterOf: (title: string, values: readonly string[]) => `“${title}”为${values.slice(0, 3).join('、')}${values.length > 3 ? '等' : ''}`,
  noneOf: (sheet: string, row: string, wanted: readonly string[]) => `${sheetTitle(sheet)}中没有${wanted.join('、')}的${row}`,
  tiedMore: (rule: string, listed: number, n: number) => ({
    message: `规则“${rule}”因名次并列列入 ${listed} 个，多于 ${n} 个。`,
    nextStep: '文件未规定并列如何处理，已全部列入并标注“并列”，请人工确认。',
  }),
  allListed: (rule: string, listed: number) => ({
    message: `规则“${rule}”：参加排名的共 ${listed} 个，全部落入名单。`,
    nextStep: '参加排名的数量偏少，请人工确认名单是否适用。',
  }),
};
