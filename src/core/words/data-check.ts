import type { Told } from '../check/check-finding';

const quoted = (titles: readonly string[]): string => titles.map((title) => `“${title}”`).join('、');
const onSheet = '（逐项列在“数据校验”表，可退回填报单位说明）';

/** Chinese text of the checks on reported figures: what was checked, what is asked. */
export const dataCheckWords = {
  more: (count: number) => `等，共${count}处`,
  /** A relation of one row of a list: which row. */
  of: (title: string, item: string) => (item === '' ? title : `${title}（${item}）`),

  partTitle: (part: string, whole: string) => `“${part}”不大于“${whole}”`,
  wholeIs: (relation: 'at_most' | 'equals', whole: string, shown: string) =>
    `${relation === 'equals' ? '等于' : '不大于'}${whole === '' ? '' : `“${whole}”`}${shown}`,
  askPart: (parts: readonly string[], whole: string, relation: 'at_most' | 'equals') =>
    whole === ''
      ? `${quoted(parts)}之和${relation === 'equals' ? '不符' : '超出'}，请核对各项数值和单位。`
      : `${quoted(parts)}${parts.length > 1 ? '之和' : ''}${relation === 'equals' ? `与“${whole}”不等` : `大于“${whole}”`}，请核对数值、单位和统计范围。`,

  askShare: (reported: string, of: string, over: string) =>
    `填报的“${reported}”与按“${of}”÷“${over}”算得的不符，请核对三项数值和计算口径。`,

  growthTitle: (growth: string, title: string) => `填报的“${growth}”等于“${title}”今年比上年的增长`,
  askGrowth: (growth: string, title: string) =>
    `填报的“${growth}”与按今年、上年的“${title}”算得的不符：按可比价格或可比口径计算的请注明，否则请核对三项数值。`,

  rangeTitle: (title: string) => `“${title}”的取值范围`,
  askRange: (title: string) => `“${title}”不会出现这样的数，请核对数值、单位和统计范围。`,

  askComputed: (why: string) => `${why}，请核对有关数值、单位和统计范围。`,

  slipTitle: (title: string) => `“${title}”的单位（与上年相比）`,
  changeTitle: (title: string) => `“${title}”与上年相比的变动`,
  lastYear: (shown: string) => `上年${shown}`,
  percentChange: (shown: string, up: boolean) => `${up ? '+' : ''}${shown}%`,
  times: (times: string) => `约 ${times} 倍`,
  askSlip: (title: string, times: string) =>
    `“${title}”本年与上年相差约 ${times} 倍，疑似单位填错，请核对两年的单位；数值无误的，请说明原因。`,
  askChange: (title: string, most: string) => `“${title}”比上年变动超过${most}%，请核对数值；无误的，请说明原因。`,

  sumTitle: (title: string) => `“${title}”合计数等于各行之和`,
  askSum: (title: string, rows: number, row: string) => `“${title}”的合计数与${rows}个${row}之和不等，请核对合计数和各行数值。`,

  equalRowsTitle: '各项数据与其他单位完全相同',
  figuresCount: (count: number) => `${count}项数据`,
  equalTo: (other: string) => `与“${other}”全部相同`,
  askEqualRows: (other: string) => `各项数据与“${other}”完全相同，疑似误录他区数据，请核对。`,

  registerTitle: '与园区名录一致',
  listedIn: (sheet: string) => `“${sheet}”列有`,
  notListedIn: (sheet: string) => `“${sheet}”未列`,
  askAbsent: (sheet: string, near: readonly string[]) =>
    near.length > 0
      ? `“${sheet}”中没有这个名称，只有相近的${quoted(near.slice(0, 3))}，请核定是否同一个并统一名称。`
      : `“${sheet}”中没有这个单位的数据，请补报；不参评的，请说明。`,
  askUnlisted: (sheet: string) => `不在“${sheet}”中，请核对名称；确应参评的，请补入名录。`,

  isNotAssessed: '不参评，不需填报',
  isZone: '是参评的开发区，照计',
  isNoZone: '不是参评的开发区，不计这一行',
  stays: '照计',

  unfilledTitle: (title: string) => `“${title}”的填报`,
  askEmpty: (rows: number, row: string) => `${rows}个${row}均未填报，请补报；不要求填报的，请说明。`,
  absentTitle: '指标列齐全',
  askNoColumns: (sheet: string, titles: readonly string[]) =>
    `“${sheet}”没有以下指标的列，无法计分：${titles.join('、')}。请补充；不考核的，请说明。`,

  toldRelation: ((first, cells, count) => ({
    message: `${cells}不符合应有关系：${first.title}（${count === 1 ? `填报${first.actual}，应有关系或参照数${first.expected}` : `共${count}处`}）。`,
    nextStep: `请核对数值、单位和口径${onSheet}；核实无误可不处理。`,
  })) satisfies Told['say'],
  toldSlip: ((first, cells, count) => ({
    message: `${cells}：${first.title}疑似填错，${count === 1 ? '' : '如'}${first.zone}本年 ${first.actual}、${first.expected}，相差${first.difference}。`,
    nextStep: `请核对本年与上年的单位是否一致${onSheet}；核实无误可不处理。`,
  })) satisfies Told['say'],
  toldChange: ((first, cells, count) => ({
    message: `${cells}：${first.title}超过参数规定的幅度${count === 1 ? `（${first.difference}）` : ''}，需说明原因。`,
    nextStep: `请填报单位核对并说明原因${onSheet}；幅度可在“权重与参数”表调整。`,
  })) satisfies Told['say'],
  toldEqualRows: ((first, cells, count) => ({
    message:
      count === 1 ? `${cells}“${first.zone}”的各项数据${first.expected}，疑似误录。` : `${cells}的各项数据与其他单位完全相同，疑似误录。`,
    nextStep: `请核对是否误录他区数据${onSheet}；核实无误可不处理。`,
  })) satisfies Told['say'],
  toldAbsent: ((first, cells) => ({
    message: `${cells}：名录所列的单位没有填报数据（如“${first.zone}”）。`,
    nextStep: `请核对名称或补报数据${onSheet}；不参评的可不处理。`,
  })) satisfies Told['say'],
  toldUnlisted: ((first, cells) => ({
    message: `${cells}：填报数据的单位不在名录中（如“${first.zone}”）。`,
    nextStep: `请核对名称；确应参评的，请补入名录${onSheet}。`,
  })) satisfies Told['say'],
  toldUnfilled: ((first, cells, count) => ({
    message: `${cells}：${count === 1 ? `${first.title}为空` : `${count}项指标`}，没有任何单位填报。`,
    nextStep: `请补报；不要求填报的可不处理${onSheet}。`,
  })) satisfies Told['say'],

  sheet: '数据校验',
  about: '本表只列需要核实的数据，不改变评分和结论；可按填报单位筛选后退回，由其在末栏说明。',
  columns: {
    zone: '填报单位',
    title: '校验项',
    cells: '单元格',
    actual: '填报数',
    expected: '应有关系／参照数',
    difference: '差异',
    question: '请核实的事项',
    answer: '填报单位说明',
  },
  whole: '（全表）',
  notListed: (count: number) => `另有${count}处与上列同因，未逐条列出。`,
  none: (made: number) => `已做${made}项数据校验（部分与总量、合计、比率、取值范围、与上年比较、重复、名录、漏报），未发现问题。`,
  noneNext: '校验不改变评分和结论',
  kind: '数据校验',
};
