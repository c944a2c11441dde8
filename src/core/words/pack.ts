const kindNames: ReadonlyMap<string, string> = new Map([
  ['number', '数值'],
  ['integer', '整数'],
  ['text', '文字'],
  ['list', '清单'],
  ['yes_no', '是／否'],
  ['date', '日期'],
  ['year', '年份'],
  ['choice', '选择'],
]);

const inGroup = (group: string | undefined): string => (group === undefined ? '' : `（${group}）`);

/** More words than these are no help in choosing one. */
const LISTED = 24;

/** Chinese text for the writer of a rule pack. */
export const packWords = {
  instead: (nearest: string | undefined, known: readonly string[]) => {
    const listed = `${known.slice(0, LISTED).join('、')}${known.length > LISTED ? `等${known.length}个` : ''}`;
    return `${nearest === undefined ? '' : `是否应为“${nearest}”？`}${known.length === 0 ? '' : `可写：${listed}。`}`;
  },
  unknownClause: (at: string, clause: string) => ({
    message: `“${at}”引用的条款“${clause}”没有在 clauses 中声明。`,
    nextStep: '请在 clauses 中写入该条款及其原文，或改正键名。',
  }),
  unknownDecision: (at: string, id: string) => ({
    message: `“${at}”引用的决定“${id}”没有在 decided 中声明。`,
    nextStep: '请在 decided 中写明决定了什么、为何、何时。',
  }),
  defaultWithoutSource: (at: string) => ({
    message: `参数“${at}”给了缺省值，却没有写明出自条款（clause）还是我方决定（decided）。`,
    nextStep: '请补写 clause 或 decided；文件没有写、也没有决定的，不要给缺省值。',
  }),
  choicesNeeded: (at: string) => ({ message: `选择类参数“${at}”没有写可选项。`, nextStep: '请写 choices，至少两项。' }),
  defaultKind: (at: string, value: string) => ({
    message: `参数“${at}”的缺省值“${value}”与其类型或范围不符。`,
    nextStep: '数字写数字，整数不小于 1，日期写作 "YYYY-MM-DD"，并在 at_least、at_most 之内。',
  }),
  spellingOfNothing: (at: string, value: string, values: string) => ({
    message: `${at} 的 spellings 写了“${value}”，它不是该列的取值（${values || '无'}）。`,
    nextStep: '请把它改为 values 中的一个；是/否列写“是”或“否”。',
  }),
  spellingTwice: (at: string, spelling: string, first: string, second: string) => ({
    message: `${at} 的 spellings 中“${spelling}”既指“${first}”又指“${second}”。`,
    nextStep: '一种写法只能指一个值，请删去其中一处。',
  }),
  unknownUnit: (at: string, unit: string, nearest: string | undefined) => ({
    message: `“${at}”的单位“${unit}”不在单位表内。`,
    nextStep: `请改用单位表中的写法${nearest === undefined ? '' : `（是否应为“${nearest}”？）`}，或在 units 中声明。`,
  }),
  notYesNo: (at: string, column: string) => ({
    message: `“${at}”引用的“${column}”不是是／否列（kind: yes_no），永远不会是“是”。`,
    nextStep: '请改为是／否列。',
  }),
  notANumber: (at: string, reference: string, kind: string) => ({
    message: `“${at}”引用的“${reference}”是${kindNames.get(kind) ?? kind}列，不是数。`,
    nextStep: '请改为数值列或派生指标。',
  }),
  notADate: (at: string, reference: string, kind: string | undefined) => ({
    message: `“${at}”引用的“${reference}”${kind === undefined ? '是派生指标' : `是${kindNames.get(kind) ?? kind}列`}，不是日期。`,
    nextStep: '请改为日期列（kind: date）。',
  }),
  gapsAggregate: (at: string, other: string) => ({
    message: `“${at}”单独写了缺数的处理，但“${other}”不是 renormalise，两处对缺数的规定相互矛盾。`,
    nextStep: `请把“${other}”改为 renormalise（不写就是），或删去“${at}”。`,
  }),
  filterKind: (at: string, reference: string, kind: string | undefined) => ({
    message: `“${at}”按“${reference}”的取值划分，但它${kind === undefined ? '是派生指标' : `是${kindNames.get(kind) ?? kind}列`}，没有可以对照的取值。`,
    nextStep: '请改为清单列（kind: list）、是／否列（kind: yes_no）或文字列（kind: text）。',
  }),
  notInList: (at: string, reference: string, value: string) => ({
    message: `“${at}”写的“${value}”不是“${reference}”的取值，没有一行会符合。`,
    nextStep: '请改正取值。',
  }),
  parameterKind: (at: string, parameter: string, kind: string, wanted: readonly string[]) => ({
    message: `“${at}”使用的参数“${parameter}”是${kindNames.get(kind) ?? kind}（kind: ${kind}），这里不能用。`,
    nextStep: `请改用 kind 为 ${wanted.join('、')} 的参数。`,
  }),
  pointsBelowZero: (at: string, parameter: string) => ({
    message: `“${at}”以参数“${parameter}”为分数，参数却可以填负数。`,
    nextStep: '请给该参数写上 at_least: 0（或更大的数）。',
  }),
  choiceWithoutMeaning: (at: string, parameter: string, left: string) => ({
    message: `“${at}”没有写参数“${parameter}”的这些选项怎么办：${left}。`,
    nextStep: '请在 choices 中逐项写明。',
  }),
  marksNotSummed: (at: string) => ({
    message: `写了 scoring.marks（满分制），“${at}”却不是加权平均，各项得分加不成总分。`,
    nextStep: '请改用 weighted_arithmetic，或去掉 marks。',
  }),
  valuesLeft: (at: string, column: string, left: string) => ({
    message: `“${at}”没有写“${column}”的这些值各取多少：${left}。`,
    nextStep: '请在 values 中逐项写明。',
  }),
  keyTwice: (key: string) => ({
    message: `“${key}”既是维度又是指标的键名，权重和得分会互相混淆。`,
    nextStep: '请改其中一个的键名。',
  }),
  headerTwice: (at: string, header: string, other: string) => ({
    message: `“${at}”的表头“${header}”与“${other}”相同，读表时无法区分是哪一列。`,
    nextStep: '请删去其中一处，或写成各自不同的表头。',
  }),
  valuesNeeded: (at: string) => ({
    message: `清单列“${at}”没有写取值（values）。`,
    nextStep: '请写 values: [取值, …]，或改为 kind: text。',
  }),
  valuesIdle: (at: string, kind: string) => ({
    message: `“${at}”是${kindNames.get(kind) ?? kind}列，写了 values 也不起作用。`,
    nextStep: '请改为 kind: list，或删去 values。',
  }),
  rangeInverted: (at: string) => ({ message: `“${at}”的下限大于上限。`, nextStep: '请核对并改正上下限。' }),
  forceInverted: (from: string, until: string) => ({
    message: `“in_force”的起始日期 ${from} 晚于终止日期 ${until}。`,
    nextStep: '请改正日期；没有终止日期的写 until: null。',
  }),
  measureUnit: (at: string, unit: string, what: string, like: boolean) => ({
    message: `“${at}”的单位“${unit}”与所算的不符：${what}。`,
    nextStep: like ? '同一种量相除得到比值，请写 "%"、‰ 或 倍。' : '请改正单位，使它与所用各列的单位一致。',
  }),
  drop: (at: string, count: number, drop: number) => ({
    message: `“${at}”共${count}个数，不能去掉${drop}个最高、${drop}个最低后取值。`,
    nextStep: '只有取平均（take: mean）时可以写 drop，去掉后至少还要剩一个数。',
  }),
  rowCount: '数的是行数，应为个、家、项等',
  exchanged: (of: string) => `${of} 按汇率折算，两边都应为金额`,
  twoTotals: (one: string, other: string) => ({
    message: `“${one}”与“${other}”的对象可能重叠，而 scoring.over: ranking 让每个排名各自打分，同一对象在两张表上会有不同的得分。`,
    nextStep: '文件是统一打分、分别列名单的，请删去 over（或写 over: all）；确实各组分别打分的，请用 population 使各组互不重叠。',
  }),
  weightIdle: (keys: readonly string[], kind: string) => ({
    message: `写了权重（${keys.join('、')}），但 scoring.weights 是 ${kind}，这些权重不起作用。`,
    nextStep:
      kind === 'by_group'
        ? '分组的权重写在 groups 中，请删去 weight。'
        : '要使用这些权重，请写 weights: { kind: given, total: 100 }；否则请删去 weight。',
  }),
  groupByNeeded: () => ({
    message: '“scoring.weights”分组写了权重，但没有写按哪一列分组。',
    nextStep: '请写 scoring.group_by: 主表的一列。',
  }),
  groupBy: (column: string) => ({ message: `“scoring.group_by”的“${column}”不是主表的列。`, nextStep: '请改正列名。' }),
  unknownGroup: (by: string, group: string) => ({
    message: `“scoring.weights.groups”的组“${group}”不是“${by}”列的取值。`,
    nextStep: '请改正组名。',
  }),
  groupWithoutWeights: (group: string) => ({
    message: `“scoring.weights.groups”没有写“${group}”的权重；有这一组的对象时不能评分。`,
    nextStep: '请补写这一组；肯定没有这一组的，可不理会。',
  }),
  unknownWeight: (where: string, key: string) => ({
    message: `“${where}”中的“${key}”既不是维度也不是指标，这个权重不起作用。`,
    nextStep: '请改正键名。',
  }),
  weightMissing: (key: string, group: string | undefined) => ({
    message: `指标“${key}”没有写权重${inGroup(group)}。`,
    nextStep: '请补写；不计分的写 0。',
  }),
  weightNegative: (key: string, group: string) => ({ message: `“${key}”的权重是负数${inGroup(group)}。`, nextStep: '权重不能小于 0。' }),
  weightsTotal: (where: string, parts: string, sum: string, wanted: readonly number[], group: string | undefined) => ({
    message: `“${where}”下各项权重合计为 ${sum}，不是 ${wanted.join(' 或 ')}${inGroup(group)}：${parts}。`,
    nextStep: '请核对各项权重。',
  }),
  topDimensions: '综合得分',
  allIndicators: '全部指标',
  unitListed: (at: string, name: string, known: string) => ({
    message: `“${at}”的写法“${name}”在单位表内已经是“${known}”，同一个写法不能有两种含义。`,
    nextStep: '请直接使用单位表中的这个单位，或给方案自己的单位换一个写法。',
  }),
  unitTwice: (at: string, name: string, other: string) => ({
    message: `“${at}”的写法“${name}”已经是“${other}”的写法。`,
    nextStep: '一种写法只能指一个单位，请删去其中一处。',
  }),
  unitsAlike: (what: string) => ({
    message: `units 中有两个单位的写法只差全角半角、大小写或空格（${what}）。`,
    nextStep: '一种写法只能指一个单位，请删去其中一处。',
  }),
  unitFactor: (at: string, factor: string) => ({
    message: `“${at}”的系数“${factor}”是零。`,
    nextStep: '请写明它等于多少个基准单位，用大于零的小数或分数。',
  }),
  dimensionListed: (at: string) => ({
    message: `“${at}”是单位表内已有的量纲，它的名称和能否相加由单位表规定。`,
    nextStep: '请只写 units，删去 title、adds、scaled；要另立一种量，请换一个键名。',
  }),
  dimensionUntitled: (at: string) => ({
    message: `“${at}”是新的量纲，没有写名称。`,
    nextStep: '请写 title，例如 title: 泊位；要给已有的量纲补充单位，请用单位表中的键名。',
  }),
  dimensionWithoutBase: (at: string) => ({
    message: `“${at}”没有基准单位，各单位之间无从换算。`,
    nextStep: '请把其中一个单位的 factor 写作 "1"。',
  }),
  unitMismatch: (at: string, unit: string, other: string) => ({
    message: `“${at}”的单位“${unit}”与被比较的“${other}”不是同一种量。`,
    nextStep: '请改正单位；跨币种应使用 exchange。',
  }),
  checkOfMeasure: (at: string, figures: string) => ({
    message: `“${at}”与上年比较的“${figures}”不是表中的列。`,
    nextStep: '请改为填报的列；派生指标由填报的列算得，不单独校验变动。',
  }),
  checkWithoutLimit: (at: string) => ({ message: `“${at}”没有写界限。`, nextStep: '请写 at_least 或 at_most。' }),
  checkAcrossTables: (at: string, figures: string) => ({
    message: `“${at}”所比较的“${figures}”不在同一张表。`,
    nextStep: '请只比较同一行的数；跨表的关系请先写成派生指标，再用 range 校验。',
  }),
  unitNeeded: (at: string) => ({ message: `数值列“${at}”没有写单位。`, nextStep: '请写 unit；文件没有给单位的写 from_header。' }),
  listByStandard: (at: string, ranking: string) => ({
    message: `“${at}”的名单取自“${ranking}”，该排名按其他文件的标准（standard）评分，只作对照，不能出名单。`,
    nextStep: '请改用本方案自己评分的排名。',
  }),
  unknownReference: (at: string, reference: string) => ({
    message: `“${at}”引用的“${reference}”既不是列也不是派生指标。`,
    nextStep: '请改正名称；其他表的列写作“表.列”。',
  }),
  unknownTable: (at: string, table: string) => ({
    message: `“${at}”引用的表“${table}”没有声明。`,
    nextStep: '请在 tables 中声明该表，或改正名称。',
  }),
  unknownColumn: (at: string, column: string) => ({ message: `“${at}”引用的列“${column}”不在该表中。`, nextStep: '请改正列名。' }),
  unknownDimension: (at: string, dimension: string) => ({
    message: `“${at}”引用的维度“${dimension}”没有声明。`,
    nextStep: '请在 dimensions 中声明，或改正名称。',
  }),
  unknownParameter: (at: string, parameter: string) => ({
    message: `“${at}”引用的参数“${parameter}”没有声明。`,
    nextStep: '请在 parameters 中声明，或改正名称。',
  }),
  unknownRanking: (at: string, ranking: string) => ({
    message: `“${at}”引用的排名“${ranking}”没有声明。`,
    nextStep: '请在 rankings 中声明，或改正名称。',
  }),
  unknownRule: (at: string, rule: string) => ({
    message: `“${at}”引用的规则“${rule}”没有声明。`,
    nextStep: '请在 rules 中声明，或改正名称。',
  }),
  notAChoice: (at: string, choice: string, choices: string) => ({
    message: `“${at}”写的取值“${choice}”不是该参数的选项（${choices}）。`,
    nextStep: '请改正取值。',
  }),
  cycle: (path: string) => ({ message: `派生指标循环引用：${path}。`, nextStep: '请改正 measures，使每个指标最终由表中的列算出。' }),
  dimensionCycle: (path: string) => ({ message: `维度循环隶属：${path}。`, nextStep: '请改正 dimensions 的 parent。' }),
  nameTwice: (key: string) => ({ message: `“${key}”既是主表的列又是派生指标，引用时无法区分。`, nextStep: '请改其中一个的键名。' }),
  edgeNone: (at: string) => ({
    message: `“${at}”没有写界限。`,
    nextStep: '请写 over、at_least、under、at_most 之一，或区间两端，或 equals。',
  }),
  edgeClash: (at: string) => ({
    message: `“${at}”的界限自相矛盾。`,
    nextStep: '同一端只写一个：over 或 at_least；under 或 at_most；equals 单独使用；下限不得大于上限。',
  }),
  oneOf: (at: string, options: string) => ({ message: `“${at}”应当且只能写其中一项：${options}。`, nextStep: '请保留一项。' }),
  together: (at: string, unknown: readonly string[]) => ({
    message:
      unknown.length > 0
        ? `“${at}”的 on 中没有对应的加分或扣分：${unknown.join('、')}。`
        : `“${at}”的 on 须全是加分或全是扣分，写正数 cap，不写 floor。`,
    nextStep: '请在 on 中写加分或扣分项的 measure。',
  }),
  unknownIndicator: (at: string, by: string) => ({ message: `“${at}”写了“${by}”，没有这个指标。`, nextStep: '请改正指标的键名。' }),
  ignoredImported: (at: string) => ({
    message: `“${at}”的 this_year 写了 ignored，名次却是外来的。`,
    nextStep: '请写 ranking，或改写 this_year。',
  }),
  levelEdge: (at: string, lower: boolean) => ({
    message: `“${at}”应当且只能写一种界限，并与指标方向一致。`,
    nextStep: `请只写 ${lower ? 'at_most 或 under' : 'at_least 或 over'}。`,
  }),
  levelLimits: (at: string, limits: number, steps: number) => ({
    message: `“${at}”有 ${limits} 个界限，而级别有 ${steps} 级，应有 ${steps - 1} 个界限。`,
    nextStep: '除最差一级外，每级写一个界限。',
  }),
  levelOrder: (at: string) => ({ message: `“${at}”的界限没有从最好到最差。`, nextStep: '请把最好一级的界限写在最前。' }),
  levelUnit: (at: string, measure: string) => ({
    message: `“${at}”的“${measure}”以表头的单位为准，界限的单位不明。`,
    nextStep: '请给该列写明 unit。',
  }),
  groupsWithin: (at: string) => ({ message: `“${at}”的 points 分组写，却没有写 within。`, nextStep: '请用 within 写明按哪一列分组。' }),
  stepsOrder: (at: string) => ({ message: `“${at}”的 steps 没有从低到高。`, nextStep: '请从进位少的写到进位多的，分数随之增加。' }),
  barsNothing: (at: string) => ({
    message: `“${at}”的 effect 为 keep，却没有写 bars，没有任何后果。`,
    nextStep: '请在 bars 中写不得评为的等次，或改写 effect。',
  }),
  unknownBy: (at: string, by: string, known: readonly string[]) => ({
    message: known.length === 0 ? `“${at}”不能同时写 by 和 standard。` : `“${at}”的 by 写了“${by}”，没有这个维度或指标。`,
    nextStep: known.length === 0 ? '请只保留一个。' : `可用的有：${known.join('、')}。`,
  }),
  notTogether: (at: string, measure: string) => ({
    message: `“${at}”的 together“${measure}”不是合计占所在地的比重。`,
    nextStep: '请写一个 kind: share_of_area 且写了 together 的派生指标。',
  }),
  whereTogether: (at: string) => ({ message: `“${at}”写了 where，没有写 together。`, nextStep: '请补写 together，或删去 where。' }),
  unknownReview: (at: string, review: string) => ({
    message: `“${at}”引用的审查“${review}”没有声明。`,
    nextStep: '请在 reviews 中声明，或改正名称。',
  }),
  reviewCauses: (at: string, title: string, isLast: boolean) => ({
    message: isLast ? `“${at}”：最后一个结论“${title}”收纳其余全部，不写 causes。` : `“${at}”：结论“${title}”没有写 causes。`,
    nextStep: isLast ? '请删去 causes，或在后面再写一个结论。' : '请写明哪些规则不符时得出该结论。',
  }),
  reviewTable: (at: string, rule: string, table: string) => ({
    message: `“${at}”引用的规则“${rule}”不是逐行判定“${table}”表的。`,
    nextStep: '请只引用判定该表各行的规则。',
  }),
  matrixOnly: (at: string) => ({
    message: `“${at}”写了 counted 或 columns，layout 却不是 matrix。`,
    nextStep: '请改写 layout，或删去它们。',
  }),
  reviewLayout: (at: string) => ({
    message: `“${at}”的 layout: review 与 review 应当同时写。`,
    nextStep: '请补写另一个，或都删去。',
  }),
  reviewRules: (at: string, rules: string) => ({
    message: `“${at}”的 rules 漏了审查所用的规则：${rules}。`,
    nextStep: '请补写在 rules 中。',
  }),
  gradeTwice: (at: string, title: string) => ({ message: `“${at}”中等次“${title}”写了两次。`, nextStep: '请改用不同的名称。' }),
  gradeLimit: (at: string, title: string, isLast: boolean) => ({
    message: isLast
      ? `“${at}”：最后一个等次“${title}”收纳其余全部，不写界限。`
      : `“${at}”：等次“${title}”没有界限（at_least、over 或 first）。`,
    nextStep: isLast ? '请删去界限，或在后面再写一个等次。' : '请补写界限；没有界限的等次只能写在最后。',
  }),
  gradeOneLimit: (at: string) => ({ message: `“${at}”同时写了 at_least 和 over。`, nextStep: '请只保留一个。' }),
  gradeOrder: (at: string) => ({ message: `“${at}”的分数界限没有从高到低。`, nextStep: '请把等次从最好写到最差。' }),
  unknownGrade: (at: string, title: string, some: boolean) => ({
    message: `“${at}”提到的等次“${title}”没有定义。`,
    nextStep: some ? '请改正等次名称。' : '请先在 grades 中定义等次。',
  }),
  unknownScale: (at: string, scale: string, some: boolean) => ({
    message: `“${at}”的 scale“${scale}”没有定义。`,
    nextStep: some ? '请改正名称。' : '请先在 grades 中定义等次。',
  }),
  scaleElsewhere: (at: string, scale: string) => ({
    message: `“${at}”：等次“${scale}”不用于这个排名。`,
    nextStep: '请核对 ranking 与 grades 的 rankings。',
  }),
  shareOfImported: (at: string) => ({
    message: `“${at}”：导入的名次不能按百分比取前列或后列。`,
    nextStep: '请写名次数，例如 last: 3。',
  }),
  imported: (at: string) => ({ message: `“${at}”的导入名次须写 from_last，或同时写 rank 与 total。`, nextStep: '请补写列名。' }),
  bands: (at: string, what: string) => ({ message: `“${at}”：${what}。`, nextStep: '请改正计分方法的参数。' }),
  weights: (at: string, what: string) => ({ message: `“${at}”的权重：${what}。`, nextStep: '请改正权重。' }),
  improveNeedsIndicator: (at: string, measure: string) => ({
    message: `“${at}”写 must: improve，但“${measure}”不是已声明方向的指标。`,
    nextStep: '请在 indicators 中声明该指标的方向，或改写 increase／decrease。',
  }),
  emptyDimension: (titles: string) => ({
    message: `下列维度暂无指标，不参与试算：${titles}。`,
    nextStep: '文件未列出这些维度的指标；可在工作簿的“指标体系”表中补充。',
  }),
  clauseUnused: (clauses: string) => ({ message: `下列条款没有被引用：${clauses}。`, nextStep: '可删去，或在相应规则中引用。' }),
};
