/** Chinese text of rankings that go by the standard of another document. */
export const standardWords = {
  /** "《…》（国办发〔2014〕54号）" */
  document: (title: string, number: string | undefined) => `《${title}》${number === undefined ? '' : `（${number}）`}`,
  by: (jurisdiction: string, title: string, clauses: string, document: string) =>
    `${jurisdiction}《${title}》（${clauses}）：本表按${document}的考核内容、指标和计分口径评分，不用前者自己的指标和权重。`,
  must: (clauses: string, document: string) => `${clauses}；本表须按${document}的考核内容、指标和计分口径评分。`,
  notRanked: (document: string, least: number, lacking: number, all: number) =>
    `不排名：按${document}评分，${all}项考核内容每项须至少有${least}项有数据的指标，现缺${lacking}项，也不以本方案的指标代替。`,
  noPack: (id: string) => `不排名：没有所引的方案“${id}”。`,
  noColumn: (document: string, column: string) => `不排名：${document}的方案没有“${column}”一列，不能确定哪些对象参加对照。`,
  badList: (sheet: string) => `不排名：“${sheet}”有错误，没有采用（见“数据缺失与口径说明”）。`,
  next: (sheet: string, dimensions: string) =>
    `请在工作簿中加入“${sheet}”表（维度、指标名称、单位、方向，可加权重），列明${dimensions}的指标，并在数据表中补充相应各列后重新考评。`,
  nextPack: '请换用内置方案，或从方案中删去该项对照。',
  nextList: '请按提示改正后重新考评。',
  content: '考核内容',
  indicators: '指标',
  filled: '有数据的参评开发区',
  state: '情况',
  none: '—',
  of: (filled: number, all: number) => `${filled}/${all}`,
  enough: '具备',
  noIndicator: '缺指标',
  noFigures: '缺数据',
  lacking: (title: string, why: string, next: string) => ({ message: `“${title}”${why}`, nextStep: next }),
};
