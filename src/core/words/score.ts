/** Chinese wording of scoring: names of methods, what is wrong with a configuration, what happened in a run. */

export const methodTitles = {
  min_max: '极差标准化法',
  goalposts: '目标区间法（固定上下限）',
  target_ratio: '目标完成率法',
  efficacy: '功效系数法',
  bands: '分段赋分法',
  interpolate: '插值赋分法',
  steps: '基准加减分法',
  rank_points: '排序赋分法',
  rank_ratio: '秩和比法（RSR）',
  percentile: '百分位次法',
  z_score: 'Z分数法',
  pass_fail: '达标赋分法',
} as const;

export const weightingTitles = {
  given: '给定权重',
  equal: '等权',
  by_group: '分组权重',
  entropy: '熵权法',
  critic: 'CRITIC法',
  ahp: '层次分析法（AHP）',
} as const;

export const aggregationTitles = {
  weighted_arithmetic: '加权算术平均',
  weighted_geometric: '加权几何平均',
  topsis: '优劣解距离法（TOPSIS）',
} as const;

interface Told {
  readonly message: string;
  readonly nextStep: string;
}

export const scoreProblems = {
  constantIndicator: (title: string): Told => ({
    message: `指标“${title}”的有效数值全部相同（或只有一个），无法区分高低，本次不参与计分，其权重由同级指标按比例分担。`,
    nextStep: '请核对该指标数据；如确属一致，可换用目标完成率、分段等不依赖相互比较的计分方法。',
  }),
  logNonPositive: (title: string, count: number): Told => ({
    message: `指标“${title}”取对数计分，有${count}个数值不大于0，按缺数处理。`,
    nextStep: '请核对这些数值；如可以为零或负数，请改用不取对数的计分方法。',
  }),
  valueUnreckonable: (title: string, count: number): Told => ({
    message: `指标“${title}”有${count}个数值过大或过于接近0，无法算出得分，按缺数处理。`,
    nextStep: '请核对这些数值、它们的计量单位和计分方法中的数是否误填。',
  }),
  geometricNegative: (title: string, count: number): Told => ({
    message: `“${title}”按几何平均合成，有${count}个对象的下级得分为负，无法合成，按缺数处理。`,
    nextStep: '请改用得分不为负的标准化方法，或改用算术平均。',
  }),
  geometricZero: (title: string, count: number): Told => ({
    message: `“${title}”按几何平均合成，有${count}个对象的下级得分为0，合成得分为0。`,
    nextStep: '如不希望一项为零即全部为零，请将得分下限设为大于0（例如1至100），或改用算术平均。',
  }),
  groupMeanFilled: (title: string, child: string, count: number): Told => ({
    message: `“${title}”中有${count}个对象缺“${child}”得分，以同组平均分代替。`,
    nextStep: '请尽快补报数据后重新评分。',
  }),
  groupUnknown: (count: number): Told => ({
    message: `有${count}个对象不属于任何权重分组，没有得分。`,
    nextStep: '请在数据表中填写这些对象的分组（如级别、地区）。',
  }),
  groupsNotGiven: (): Told => ({
    message: '分组权重需要知道每个对象属于哪一组，但没有分组信息。',
    nextStep: '请在数据表中增加分组列，或改用统一权重。',
  }),
  groupWithoutWeights: (group: string): Told => ({
    message: `分组“${group}”没有给出权重。`,
    nextStep: '请在权重与参数表中补充该组权重。',
  }),
  weightsTotal: (where: string, sum: string, total: number): Told => ({
    message: `${where}的权重合计为${sum}，应为${total}。`,
    nextStep: `请调整权重，使合计等于${total}。`,
  }),
  weightNegative: (title: string, weight: number): Told => ({
    message: `“${title}”的权重为${weight}，权重不得为负。`,
    nextStep: '请改为不小于0的数。',
  }),
  weightUnreckonable: (title: string, weight: number): Told => ({
    message: `“${title}”的权重为${weight}，过大或过于接近0，无法据以计算。`,
    nextStep: '请核对是否误填，改为实际权重。',
  }),
  weightMissing: (title: string): Told => ({
    message: `“${title}”没有给出权重。`,
    nextStep: '请补充权重；不参与计分的请填0。',
  }),
  weightsZero: (title: string): Told => ({
    message: `“${title}”的下级权重全部为0，无法合成得分。`,
    nextStep: '请至少给一项大于0的权重。',
  }),
  weightsFewRows: (method: string, rows: number): Told => ({
    message: `${method}需要至少两个数据完整的对象，现只有${rows}个。`,
    nextStep: '请补齐数据，或改用给定权重、等权。',
  }),
  weightsUndefined: (method: string): Told => ({
    message: `${method}：所有指标在数据完整的对象之间都没有差异，无法计算权重。`,
    nextStep: '请核对数据，或改用给定权重、等权。',
  }),
  entropyNegative: (title: string): Told => ({
    message: `熵权法要求得分不为负，指标“${title}”有负的得分。`,
    nextStep: '请改用极差标准化等得分不为负的方法，或改用其他赋权方法。',
  }),
  ahpShape: (title: string, size: number): Told => ({
    message: `“${title}”的判断矩阵应为${size}行${size}列。`,
    nextStep: '请按下级指标的顺序补全判断矩阵。',
  }),
  ahpTooLarge: (title: string, size: number): Told => ({
    message: `“${title}”有${size}个下级，超过层次分析法一致性检验可用的15个。`,
    nextStep: '请分层，使每层不超过15项。',
  }),
  ahpMissing: (title: string): Told => ({
    message: `“${title}”没有给出判断矩阵。`,
    nextStep: '请补充该层的判断矩阵。',
  }),
  ahpNotPositive: (title: string, row: number, column: number): Told => ({
    message: `“${title}”判断矩阵第${row}行第${column}列不是大于0的数。`,
    nextStep: '请填写1至9或其倒数。',
  }),
  ahpNotReciprocal: (title: string, row: number, column: number): Told => ({
    message: `“${title}”判断矩阵第${row}行第${column}列与第${column}行第${row}列不互为倒数。`,
    nextStep: '请使二者互为倒数，对角线为1。',
  }),
  ahpInconsistent: (title: string, ratio: string): Told => ({
    message: `“${title}”判断矩阵的一致性比率CR为${ratio}，超过0.10，判断前后矛盾。`,
    nextStep: '请重新比较各项的重要程度后再评分。',
  }),
  coefficientMissing: (title: string, count: number): Told => ({
    message: `“${title}”有${count}个对象没有可用的系数，没有得分。`,
    nextStep: '请补填系数所依据的数据（系数不得为负）后重新评分。',
  }),
  bonusMissing: (title: string, count: number): Told => ({
    message: `加分项“${title}”有${count}个对象没有数据，按不加分处理。`,
    nextStep: '请核对是否漏报。',
  }),
  deductionMissing: (title: string, count: number): Told => ({
    message: `扣分项“${title}”有${count}个对象没有数据，按不扣分处理。`,
    nextStep: '请核对是否漏报。',
  }),
  vetoMissing: (title: string, count: number): Told => ({
    message: `一票否决项“${title}”有${count}个对象没有数据，按未触发处理。`,
    nextStep: '请逐一核实后再使用排名结果。',
  }),
  adjustmentUnreckonable: (title: string, count: number): Told => ({
    message: `加减分项“${title}”有${count}个对象的数量过大或过于接近0，无法据以计算，未采用。`,
    nextStep: '请核对是否误填，改为实际数量。',
  }),
  adjustmentNegative: (title: string, count: number): Told => ({
    message: `加减分项“${title}”有${count}个对象的数量为负，未采用。`,
    nextStep: '请改为不小于0的数。',
  }),
} as const;

export const treeWords = {
  repeated: (id: string) => `“${id}”在指标体系中出现了不止一次`,
  unknown: (id: string) => `指标体系引用了未定义的指标“${id}”`,
  unused: (id: string) => `指标“${id}”没有列入指标体系`,
  childless: (id: string) => `“${id}”没有下级`,
} as const;

export const scopeWords = {
  siblings: (title: string) => `“${title}”各下级`,
  indicators: '全部指标',
  group: (group: string, where: string) => `分组“${group}”中${where}`,
} as const;
