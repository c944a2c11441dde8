/** Chinese text of the 权重与参数 sheet and of reading it. */
export const parameterSheet = {
  name: '权重与参数',
  columns: {
    section: '类别',
    name: '名称',
    value: '数值',
    unit: '单位',
    old: '原权重',
    note: '说明',
    /** Read in the rows of what the user adds alone. */
    dimension: '所属维度',
    direction: '方向',
    fullMark: '满分',
  },
  /** Header of a column of weights for one group: 权重：甲类, 满分（乙类）. */
  groupWeight: /^(?:满分|分值|权重)\s*[:：（(]([^）)]+)[）)]?$/u,
  /** What stands in brackets behind 权重 without being a group. */
  weightUnits: ['分', '%', '％'] as readonly string[],
  groupWeightOf: (group: string) => `权重：${group}`,
  /** The one row of the section 赋权. */
  dataWeighting: '赋权方法',
  sections: {
    dimension: '维度权重',
    indicator: '指标权重',
    comparison: '判断矩阵',
    weighting: '赋权',
    parameter: '参数',
    ownDimension: '增设维度',
    ownIndicator: '增设指标',
  },
} as const;

const where = parameterSheet.name;

export const parameterWords = {
  noHeader: (needed: string) => ({
    message: `“${where}”表里没有找到表头（${needed}）。`,
    nextStep: '请保留表头一行，或参照示例工作簿里的同名表重做。',
  }),
  unknownSection: (section: string) => ({
    message: `类别“${section}”无法识别。`,
    nextStep: `类别只能是：${Object.values(parameterSheet.sections).join('、')}。`,
  }),
  unknownName: (section: string, name: string, known: string) => ({
    message: `${section}“${name}”不是当前方案里的名称，未采用。`,
    nextStep: `请改用方案里的名称：${known}。`,
  }),
  repeated: (name: string, first: string) => ({
    message: `“${name}”在本表出现了两次（前一次在 ${first}）。`,
    nextStep: '请只保留一行。',
  }),
  notNumber: (name: string, found: string) => ({
    message: `“${name}”应为数字，现为“${found}”。`,
    nextStep: '请改为数字；不启用时请留空。',
  }),
  tooLarge: (name: string, found: string) => ({
    message: `“${name}”的数值 ${found} 过大或过于接近 0，无法据以计算。`,
    nextStep: '请核对是否误填，改为实际数值。',
  }),
  notInteger: (name: string, found: string) => ({
    message: `“${name}”应为整数，现为“${found}”。`,
    nextStep: '请改为整数；不启用时请留空。',
  }),
  notDate: (name: string, found: string) => ({
    message: `“${name}”应为日期，现为“${found}”。`,
    nextStep: '请写作 2016-11-16 的样式，或使用日期格式的单元格。',
  }),
  notChoice: (name: string, found: string, choices: string) => ({
    message: `“${name}”的取值“${found}”不在可选范围内。`,
    nextStep: `可选：${choices}。`,
  }),
  outOfRange: (name: string, found: string, range: string) => ({
    message: `“${name}”的取值 ${found} 超出允许范围（${range}）。`,
    nextStep: '请改为允许范围内的数值。',
  }),
  range: (low: number | undefined, high: number | undefined) =>
    [...(low === undefined ? [] : [`不小于 ${low}`]), ...(high === undefined ? [] : [`不大于 ${high}`])].join('，'),
  negativeWeight: (name: string, found: string) => ({
    message: `“${name}”的权重 ${found} 为负数。`,
    nextStep: '权重应为不小于 0 的数字。',
  }),
  notComparison: (name: string, found: string) => ({
    message: `“${name}”应为 1 至 9 或其倒数，现为“${found}”。`,
    nextStep: '前者更重要的填 1 至 9（1 为同等重要），后者更重要的填倒数，写作 =1/3；直接输入 1/3 会被 Excel 当作日期。',
  }),
  pairs: (names: readonly string[]) => (names.length === 0 ? '（没有可以两两比较的各项）' : `${names.slice(0, 3).join('、')}等`),
  comparisonsMissing: (group: string, names: readonly string[]) => ({
    message: `${group}的判断矩阵没有填全，缺 ${names.length} 处：${names.slice(0, 5).join('、')}${names.length > 5 ? '等' : ''}。`,
    nextStep: '请两两比较填全，或全部留空。',
  }),
  comparisonTwice: (name: string) => ({
    message: `判断矩阵中“${name}”正反两个次序都填了。`,
    nextStep: '请只保留一行，程序自行取倒数。',
  }),
  weightsAndComparisons: (group: string) => ({
    message: `${group}既填了权重，又填了判断矩阵。`,
    nextStep: '两者只能取一：请清空权重，或清空判断矩阵。',
  }),
  comparisonsInconsistent: (group: string, ratio: string) => ({
    message: `${group}的判断矩阵一致性比率 CR 为 ${ratio}，超过 0.1，判断前后矛盾。`,
    nextStep: '请重新比较各项的重要程度。',
  }),
  dataWeightingNote: '由参评数据算出权重的才选；按下面所填权重、判断矩阵或等权的，不选',
  weightsAndMethod: (method: string) => ({
    message: `“${parameterSheet.dataWeighting}”选了${method}，又填了权重或判断矩阵。`,
    nextStep: '只能取一：由数据算出权重的，请清空权重和判断矩阵；按所填权重的，请清空“赋权方法”。',
  }),
  weightsCompared: (group: string, weights: readonly string[], ratio: string) => ({
    message: `${group}的权重由判断矩阵按层次分析法得出：${weights.join('、')}（一致性比率 CR ${ratio}，不超过 0.1）。`,
    nextStep: '权重依据的文件请在参数“权重依据名称”等处填写。',
  }),
  weightMissing: (group: string, names: string) => ({
    message: `${group}的权重没有填全，缺：${names}。`,
    nextStep: '请把同一组的权重填全（不计分的填 0），或全部留空按等权试算。',
  }),
  weightIdle: (dimension: string, weight: string) => ({
    message: `“${dimension}”的权重为 ${weight}，但该维度没有任何指标，不参与计分，其权重由同级维度按比例分担。`,
    nextStep: `请在“指标体系”表中（或在本表以“${parameterSheet.sections.ownIndicator}”行）为该维度补充指标；不计分的，权重填 0 并调整其他维度的权重。`,
  }),
  weightTotal: (group: string, sum: string, wanted: string) => ({
    message: `${group}的权重合计为 ${sum}，应为 ${wanted}。`,
    nextStep: '请调整权重使合计相符。',
  }),
  weightRest: (sum: string, rest: string, whole: string) => ({
    message: `文件列明内容的权重合计为 ${sum}，不足 ${whole}；其余 ${rest} 按属于文件“等”字所含的其他内容处理，因没有指标，由列明内容按比例分担。`,
    nextStep: `有其他考核内容的，请在本表加“${parameterSheet.sections.ownDimension}”“${parameterSheet.sections.ownIndicator}”行；没有的，请把权重调整到合计 ${whole}。`,
  }),
  wantedTotals: (own: string | undefined) => (own === undefined ? '100（或 1）' : `100（或 1，或等于所属维度的权重 ${own}）`),
  ofGroup: (group: string, said: string) => `“${group}”的权重：${said}`,
  groupTwice: (group: string) => ({ message: `“${group}”的权重有两列。`, nextStep: '请只保留一列。' }),
  groupIdle: (name: string, group: string) => ({
    message: `“${name}”不能按组填写，“${group}”一列的数没有采用。`,
    nextStep: '请填在“数值”栏，把这一格清空；按组填写的只有维度权重和指标权重。',
  }),
  groupUnknown: (groups: readonly string[], known: readonly (readonly string[])[]) => ({
    message: `权重按组（${groups.join('、')}）填写，但数据表没有哪一列以这些为取值。`,
    nextStep:
      known.length === 0
        ? '当前方案的数据表没有分组的列，请改填“数值”栏。'
        : `一次只能按一列分组，组名要与数据表一致：${known.map((values) => values.join('、')).join('；或')}。`,
  }),
  dimensionGroup: '维度',
  indicatorGroup: (dimension: string) => `“${dimension}”下各指标`,
};
