/** Chinese text of the ribbon's buttons: what one says on a sheet of its own, since no pane is open. */
export const noticeWords = {
  sheet: '考评提示',
  lifetime: '本表由开发区考评助手写出，下次考评、校验或清除结果时自动删除。',
  title: { score: '一键评分：未能写出结果', check: '数据校验', clear: '清除结果：未能完成' },
  blocked: (count: number) => `有 ${count} 个问题必须先处理，没有写出任何结果。改好后请再点“一键评分”。`,
  checked: (pack: string, counts: string) => `按“${pack}”校验：${counts}。`,
  checkedClean: (pack: string) => `按“${pack}”校验，没有发现问题。`,
  noPack: () => ({
    message: '还没有选定方案，也没有从表头认出这份工作簿适用哪一个。',
    nextStep: '请点“数据”选项卡的“打开考评面板”选定方案；选择会记在工作簿里，以后可直接点“一键评分”。',
  }),
  severalPacks: (titles: readonly string[]) => ({
    message: `按表头分不清这份工作簿适用下列哪个方案：${titles.join('；')}。`,
    nextStep: '请点“数据”选项卡的“打开考评面板”选定一个；选择会记在工作簿里。',
  }),
  unknownPack: (id: string) => ({
    message: `这份工作簿选定的方案“${id}”不在内置方案中，工作簿里也没有保存，没有考评。`,
    nextStep: '请点“打开考评面板”：是自定方案的，在“方案”页“自定方案”中加载；不再用它的，另选一个方案。',
  }),
  ownPackFaulty: (file: string) => ({
    message: `这份工作簿选定的自定方案“${file}”现在通不过检查，没有考评。`,
    nextStep: '请点“打开考评面板”，在“方案”页“自定方案”中查看问题，改好文件后重新加载。',
  }),
  timeout: () => ({
    message: '超过 4 分半钟仍未完成，Excel 不允许按钮命令运行更久，已停止。',
    nextStep: '数据量大时请点“打开考评面板”，在面板里考评。',
  }),
  unexpected: (detail: string) => ({
    message: `程序内部出错：${detail}`,
    nextStep: '工作簿没有写入不完整的结果。请保存并重新打开工作簿再试；仍不行的，请把这句话告诉维护人员。',
  }),
  columns: ['级别', '位置', '问题', '下一步'],
  severity: { block: '必须处理', error: '未采用', warning: '请核对', info: '提示' },
  count: (word: string, count: number) => `${word} ${count} 条`,
} as const;
