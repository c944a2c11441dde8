/** Chinese text of the spreadsheet itself. */
export const gridWords = {
  /** Words that the embedded spreadsheet lacks in Chinese. */
  calculating: {
    analyzing: '正在分析公式',
    calculating: '正在重算公式',
    'array-analysis': '正在分析数组公式',
    'array-calculation': '正在重算数组公式',
    done: '公式重算完成',
  },
} as const;
