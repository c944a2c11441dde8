/** Chinese text of charts and of the tables below them. */
export const chartWords = {
  composition: '得分构成图',
  compositionOf: (ranking: string) => `${ranking}：得分构成`,
  totalsOf: (ranking: string) => `${ranking}：综合得分`,
  earlier: '本年上年对照图',
  earlierPeriod: '本期上期对照图',
  below: '（此处是图表，工作台的表格里不画，请在 Excel 或 WPS 中查看；数据见下表。）',
  /** Who is left out. */
  leftOut: (count: number) => `另有${count}个没有名次，或名次、得分还会因缺数而变，未列。`,
  decidedOnly: (isYear: boolean) => `只列${chartWords.now(isYear)}和${chartWords.before(isYear)}都有数、已作结论的。`,
  first: (shown: number, all: number) => `共${all}个，图中为前${shown}名。`,
  firstRows: (shown: number, all: number) => `共${all}个，图中为数据表中在前的${shown}个。`,
  parts: '各段为该方面得分按权重折合的分数，相加为综合得分（四舍五入可能有尾差）。',
  adjusted: '“加减分”为加分、扣分、系数、封顶等合计，负数在零线左侧。',
  adjustments: '加减分',
  number: '序号',
  points: '分',
  now: (isYear: boolean) => (isYear ? '本年' : '本期'),
  before: (isYear: boolean) => (isYear ? '上年' : '上期'),
};
