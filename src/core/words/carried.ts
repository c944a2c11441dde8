const NAMES = 3;
const some = (names: readonly string[]): string =>
  names
    .slice(0, NAMES)
    .map((name) => `“${name}”`)
    .join('、') + (names.length > NAMES ? '等' : '');

/** Chinese text about what the workbook of a new year takes over from that of the year before. */
export const carriedWords = {
  noYear: {
    message: '去年工作簿的数据年度没有定，不知道新一年是哪一年。',
    nextStep: '请在去年工作簿的标题或“权重与参数”表写明数据年度，或先用 score 的 --year 考评一次。',
  },
  notYearly: (title: string) => ({
    message: `方案“${title}”不是按年考评的，不能从上一年接着做。`,
    nextStep: '请用 template 生成空白模板，把上一期的表粘贴过来。',
  }),
  from: (sheet: string) => `原“${sheet}”`,
  names: (count: number, columns: readonly string[]) =>
    `${count} 个名称${columns.length === 0 ? '' : `，连同${some(columns)}`}；数据栏空着，待填`,
  figures: (rows: number, cells: number, missing: number) =>
    `${rows} 行、${cells} 格${missing === 0 ? '' : `；缺 ${missing} 格，照样空着`}`,
  results: (rankings: readonly string[]) => `本次结果（${rankings.join('、')}）`,
  places: (placed: number, open: number) => `${placed} 个已定的名次${open === 0 ? '' : `；名次未定的 ${open} 个不带`}`,
  twice: (count: number) => `${count} 个在几个排名里都有，按前一个`,
  shifted: (rows: number) => `${rows} 行，往前推一年`,
  settings: (count: number) => `${count} 项已填的，照原样`,
  cleared: (cells: readonly string[]) => `${cells.join('、')}已空出，请按新一年填`,
  yearSet: (year: number) => `数据年度改为${year}`,
  whole: (rows: number) => `${rows} 行，照原样`,
  joined: (parts: readonly string[]) => parts.join('；'),
};
