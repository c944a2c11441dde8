/** Chinese text of the port over Excel itself: what the official is told when Excel refuses, and the names of unfinished sheets. */

const again = '请稍候片刻再运行一次；仍然失败时保存并重新打开工作簿后再试。';
/** What a person has done to a result sheet since it was written. */
interface Done {
  readonly sheet: string;
  readonly cells: boolean;
  readonly charts: number;
  readonly comments: number;
  readonly shapes: number;
}
const done = ({ sheet, cells, charts, comments, shapes }: Done): string => {
  const what = [
    ...(cells ? ['单元格内容'] : []),
    ...(charts > 0 ? [`图表 ${charts} 个`] : []),
    ...(comments > 0 ? [`批注 ${comments} 处`] : []),
    ...(shapes > 0 ? [`图片或图形 ${shapes} 个`] : []),
  ];
  return `“${sheet}”（${what.join('、')}）`;
};
const untouched = '原有工作表未改动，未完成的结果表已清理。';

export const excelWords = {
  /** The steps of reading and writing, as they are named when one of them fails. */
  steps: {
    list: '列出工作表',
    read: '读取数据',
    calculate: '重新计算',
    prepare: '第 1 步（核对工作簿现状）',
    fill: '第 2 步（新建并填写结果表）',
    verify: '第 3 步（核对数据在考评期间未被修改）',
    swap: '第 4 步（换下旧结果表）',
    clear: '删除结果表',
    enter: '填写单元格',
    removeSheet: '删除工作表',
    goTo: '跳转到单元格',
    recall: '读取工作簿中保存的选择',
    remember: '在工作簿中保存选择',
  },
  during: (step: string, what: string) => `${step}未能完成：${what}`,
  changed: (what: string) => ({ message: `数据在考评过程中被修改（${what}），结果未写入。`, nextStep: '请重新运行，以最新数据考评。' }),
  changedWhat: {
    sheetGone: (sheet: string) => `工作表“${sheet}”已被删除`,
    sheetRenamed: (before: string, now: string) => `工作表“${before}”已改名为“${now}”`,
    sheetAdded: (sheet: string) => `新增了工作表“${sheet}”`,
    cells: (sheet: string) => `工作表“${sheet}”的内容有变`,
  },
  cancelled: () => ({ message: '已取消，工作簿保持原样。', nextStep: '需要时可重新运行。' }),
  cancelledUnanswered: () => ({
    message: '已取消等待。Excel 一直没有应答，通常是因为有单元格正在编辑，或有对话框开着。',
    nextStep: '请按 Enter 或 Esc 结束单元格编辑、关闭对话框后再运行。',
  }),
  /** What became of a write whose answer came after somebody had cancelled. */
  late: {
    finished: {
      message: '取消之前已经提交的写入，Excel 刚才完成了：结果表已写好。',
      nextStep: '不需要这些结果表时点“清除结果”；需要最新结果时重新运行。',
    },
    'taken-back': { message: '取消之前已经提交的写入已撤回，原有工作表未改动。', nextStep: '需要时可重新运行。' },
  },
  /** The same for cells of the person's sheet. */
  lateCells: {
    message: '取消之前已经提交的填写，Excel 刚才完成了：单元格已改。',
    nextStep: '不需要的，请在表中改回。',
  },
  formProtected: (sheets: readonly string[]) => ({
    message: `工作表${sheets.map((name) => `“${name}”`).join('、')}有的设了密码保护，不能照样填，这次没有写入任何结果。`,
    nextStep: '请在“审阅”选项卡用密码撤销该表的保护，再考评一次；或把它改成不以“结果模板”开头的名称。',
  }),
  resultsEdited: (sheets: readonly Done[]) => ({
    message: `结果表写出后被人改过或添加了内容：${sheets.map(done).join('、')}。重新考评会丢失这些，所以没有替换。`,
    nextStep: '需要保留的，请先把该表复制一份（副本归您所有，不会被替换）；不需要的，在考评面板里确认后继续。',
  }),
  editedClear: (sheets: readonly Done[]) => ({
    message: `结果表写出后被人改过或添加了内容：${sheets.map(done).join('、')}。清除会丢失这些，所以没有清除。`,
    nextStep: '需要保留的，请先把该表复制一份（副本归您所有，不会被清除）；不需要的，在考评面板里确认后继续。',
  }),
  protectedStructure: () => ({
    message: '工作簿结构受保护，不能新建或删除工作表，结果未写入。',
    nextStep: '请在“审阅”选项卡点“保护工作簿”撤销结构保护，再重新运行。',
  }),
  protectedClear: () => ({
    message: '工作簿结构受保护，不能删除结果表。',
    nextStep: '请在“审阅”选项卡点“保护工作簿”撤销结构保护，再清除结果。',
  }),
  lastSheet: () => ({
    message: '清除后工作簿里将没有可见的工作表，Excel 不允许这样。',
    nextStep: '请先插入或取消隐藏一张自己的工作表，再清除结果。',
  }),
  cellEdit: () => ({ message: '有单元格正在编辑，Excel 暂时不接受操作。', nextStep: '请按 Enter 或 Esc 结束编辑后再运行。' }),
  accessDenied: () => ({
    message: 'Excel 拒绝了操作：工作簿可能是只读、受保护或被他人锁定。',
    nextStep: '请确认工作簿可以编辑（关闭“受保护的视图”、撤销保护或另存一份）后再运行。',
  }),
  readOnly: () => ({
    message: '工作簿以只读方式打开，不能写入。',
    nextStep: '请点“启用编辑”或“编辑工作簿”，或者另存一份再打开；被他人锁定的，等对方关闭后重新打开。',
  }),
  sheetHidden: (sheet: string) => ({
    message: `工作表“${sheet}”已隐藏，没有跳转。`,
    nextStep: '请在任一工作表标签上点右键，选“取消隐藏”，再点一次。',
  }),
  sheetVeryHidden: (sheet: string) => ({
    message: `工作表“${sheet}”已深度隐藏（右键菜单里不列出），没有跳转。`,
    nextStep: '请由设置者取消隐藏后再点一次；数据照常参加考评。',
  }),
  itemNotFound: () => ({ message: '要用的工作表或单元格已不存在，可能刚被删除或改名。', nextStep: '请重新运行，以工作簿的现状为准。' }),
  tooLarge: () => ({
    message: '一次传送的数据超过 Excel 网页版的 5 MB 上限。',
    nextStep: '请删去工作簿中多余的空白行列和无关工作表后再运行，或改用桌面版 Excel。',
  }),
  tooManyCells: (sheet: string) => ({
    message: `工作表“${sheet}”的内容过多，超过 3000 万个单元格，无法在面板中处理。`,
    nextStep: '请删去多余的内容，或把工作簿交给命令行处理。',
  }),
  apiMissing: () => ({
    message: '这个版本的 Excel 缺少所需功能。',
    nextStep: '请升级到 Excel 2021 或 Microsoft 365；也可把工作簿交给命令行或网页工作台处理。',
  }),
  busy: () => ({ message: 'Excel 正忙或连接中断，没有完成操作。', nextStep: again }),
  general: (code: string) => ({ message: `Excel 报告了错误（${code}）。`, nextStep: again }),
  oldExcel: () => ({
    message: '这个版本的 Excel 太旧：加载项需要 Excel 2021 及以上、Microsoft 365 或网页版 Excel。',
    nextStep: '请改用较新的 Excel；也可用网页工作台或命令行处理同一份工作簿，结果相同。',
  }),
  noExcel: () => ({ message: '没有连接到 Excel，无法读取工作簿。', nextStep: '请在 Excel 中打开工作簿，再从“数据”选项卡打开考评面板。' }),
  badAddress: (cell: string) => ({ message: `“${cell}”不是单元格地址。`, nextStep: '请重新运行后再跳转。' }),
  cannotRemember: () => ({
    message: '这个版本的 Excel 不能在工作簿里保存选择。',
    nextStep: '考评不受影响，但下次打开时需重新选择政策文件。',
  }),
  /** Added to a failed write. */
  untouched,
  leftover: (sheets: readonly string[], cause: string) =>
    `清理也未成功${cause === '' ? '' : `（${cause.replace(/。$/, '')}）`}，工作簿中暂留有未完成的工作表：${sheets.map((sheet) => `“${sheet}”`).join('、')}，下一次点按钮时会自动清理。`,
  oldKept: (sheets: readonly string[]) => `旧结果表可能仍使用临时名称：${sheets.map((sheet) => `“${sheet}”`).join('、')}，内容完好。`,
  /** Excel would not tell what stands on the sheets besides cells. */
  addedUnseen: 'Excel 没有让查看旧结果表上的图表、批注和图形；如有，已随旧表一起换掉。',
  namesUnseen: (count: number) =>
    `工作簿有 ${count} 个名称，数量太多，没有逐个核对；其中指向结果表的可能已失效（#REF!），请在“公式”选项卡的“名称管理器”里核对。`,
  nameAt: (name: string) => `名称“${name}”`,
  /** Places of formulas, and names, that pointed into a result sheet which is no more. */
  lostReferences: (places: readonly string[]) =>
    `以下公式或名称引用的结果表这次没有写出，或者 Excel 没有接受改回，引用可能已失效（#REF!），请核对：${places.slice(0, 20).join('、')}${places.length > 20 ? `等 ${places.length} 处` : ''}。`,
  /** What Excel refused, left out of the result. */
  extras: {
    links: 'Excel 没有接受单元格链接，结果表中的跳转不可用。',
    freeze: 'Excel 没有接受冻结窗格。',
    filter: 'Excel 没有接受筛选按钮。',
    print: 'Excel 没有接受页面设置（常见于没有安装打印机），打印前请自行设为横向、A4。',
    titles: 'Excel 没有接受打印标题行（常见于没有安装打印机）。',
    tab: 'Excel 没有接受工作表标签颜色。',
    choices: 'Excel 没有接受下拉选项和填写提示，请照说明填写。',
    looks: 'Excel 没有接受条件格式：数据条和随公式变化的底色未设，缺数处为空白。',
    charts: 'Excel 没有接受图表，图表下方的数据表照常写出。',
    pageBreaks: 'Excel 没有接受分页符，打印时图表可能跨页。',
    gridlines: 'Excel 没有接受隐藏网格线。',
    notes: 'Excel 没有接受批注，条款依据可在各结果表的“依据”列查看。',
  },
  limits: {
    notes: {
      'missing-in-excel': '这个版本的 Excel 不支持由加载项写入批注，条款依据不以批注显示（可在各结果表的“依据”列查看）。',
      'missing-in-library':
        '随加载项提供的 Office.js 组件没有写批注的功能（与您的 Excel 版本无关），条款依据不以批注显示（可在各结果表的“依据”列查看）。',
    },
  },
  /** Names under which sheets are filled; number and tag keep them apart from every other sheet. */
  unfinished: (number: number, tag: string) => `考评写入中${number}-${tag}`,
  replacedName: (number: number, tag: string) => `考评旧表${number}-${tag}`,
} as const;
