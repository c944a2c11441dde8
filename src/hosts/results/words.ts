/** Chinese text on results that every host says or writes alike. */
export const resultWords = {
  badPlan: (sheet: string, why: string) => ({
    message: `结果表“${sheet}”无法写入：${why}。`,
    nextStep: '请减少考评对象或结果表的内容后重试。',
  }),
  planTooTall: (rows: number) => `共 ${rows} 行，超过 Excel 的 1048576 行`,
  planTooWide: (columns: number) => `共 ${columns} 列，超过 Excel 的 16384 列`,
  planUnevenColumns: () => '各列行数不一致',
  planWithoutSheet: (name: string) => `工作簿里没有工作表“${name}”`,
  planUnknownStyle: (style: number) => `引用了不存在的样式 ${style}`,
  leftOut: {
    renamed: (wanted: string, written: string) => `工作簿里已有名为“${wanted}”的工作表，结果写入“${written}”。`,
    insertedAs: (wanted: string, written: string) => `工作簿里已有名为“${wanted}”的工作表，新表名为“${written}”。`,
    renamedName: (wanted: string, written: string) => `工作簿里已有名称“${wanted}”，结果区域命名为“${written}”。`,
    shortened: (count: number) => `${count} 个单元格的文字超过 32767 个字符，已截短。`,
  },
  cellsChanged: (sheet: string, cell: string) => ({
    message: `“${sheet}”表的 ${cell} 与读取时不一样了，这次没有写入任何单元格。`,
    nextStep: '请核对该表现在的内容，再填写一次。',
  }),
  protectedSheet: (sheet: string, cell: string) => ({
    message: `“${sheet}”表受保护，${cell} 不能修改，这次没有写入任何单元格。`,
    nextStep: '请在“审阅”选项卡撤销该工作表的保护（或解除“数值”一栏的锁定），再写入一次。',
  }),
  /** What a name of ours gets where a user's sheet has it: 排名（考评）, 排名（考评2）, … */
  renameSuffix: (time: number) => (time === 1 ? '（考评）' : `（考评${time}）`),
  /** The same for a sheet that is the person's. */
  insertSuffix: (time: number) => `（${time + 1}）`,
  /** Stands in place of a sheet name of which nothing usable is left. */
  unnamedSheet: '考评结果',
  entry: {
    title: '请核对',
    list: '不是下拉列表里的写法。写法不同但意思一样的，校验时会问。',
    number: (least: number | undefined, most: number | undefined) =>
      `应填数字${least === undefined ? '' : `，不小于${least}`}${most === undefined ? '' : `，不大于${most}`}；没有数据的留空。`,
    date: '应填日期，如2016-11-16。',
  },
  pageFooter: '第 &P 页，共 &N 页',
} as const;
