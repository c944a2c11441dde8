/** Chinese text of the page for packs of a person's own, and of what becomes of them. */
export const ownPackWords = {
  heading: '自定方案',
  intro: '按《方案编写指南》写好的方案文件（.yaml），可以在这里加载：先逐条检查，没有错误的才采用，与内置方案一样使用。文件不上传。',
  keptInWorkbook: '加载的方案随这份工作簿保存，发给别人也带着。',
  keptInBrowser: '加载的方案保存在本机浏览器中，打开别的工作簿也能用；考评用过的还随那份工作簿保存，发给别人也带着。公用电脑上用完请移除。',
  choose: '选择方案文件…',
  or: '也可以把文件拖到这里。',
  mine: '已加载的方案',
  none: '还没有加载自定方案。',
  facts: (id: string, version: string, file: string) => [`编号 ${id}`, `版本 ${version}`, file],
  unusable: '不能使用，见下',
  use: '选用',
  using: '正在使用',
  useOf: (title: string) => `选用：${title}`,
  remove: '移除',
  removeOf: (title: string) => `移除：${title}`,
  removeAgain: '再点一次移除',
  inWorkbook: '随工作簿保存',

  refused: (file: string) => `“${file}”没有采用`,
  doubts: (file: string) => `“${file}”已采用，请核对以下各处`,
  moreFaults: (count: number) => `另有 ${count} 处，改好以上各处后再加载。`,
  severity: { block: '必须改正', error: '必须改正', warning: '请核对', info: '提示' },

  done: {
    loaded: (title: string, version: string) => ({ message: `已加载并选用自定方案“${title}”（版本 ${version}）。` }),
    replaced: (title: string, version: string, before: string) => ({
      message: `自定方案“${title}”已由版本 ${before} 换成版本 ${version}。`,
      nextStep: '以前的考评结果不再适用，请重新考评。',
    }),
    same: (title: string) => ({ message: `自定方案“${title}”已经加载过，内容相同。` }),
    removed: (title: string) => ({ message: `已移除自定方案“${title}”。`, nextStep: '需要时可再加载方案文件。' }),
  },

  trouble: {
    faulty: (file: string, count: number) => ({
      message: `“${file}”有 ${count} 处必须改正，没有采用；原来的方案不变。`,
      nextStep: '请按“自定方案”页所列改好文件，再加载一次。',
    }),
    oneFile: { message: '一次只能加载一个方案文件。', nextStep: '请只选定或拖入一个 .yaml 文件。' },
    notPack: (file: string) => ({
      message: `“${file}”不是方案文件。`,
      nextStep: '方案文件的扩展名是 .yaml、.yml 或 .json；工作簿请直接用 Excel 或网页工作台打开。',
    }),
    empty: (file: string) => ({ message: `“${file}”是空文件。`, nextStep: '请选定写好的方案文件。' }),
    tooLarge: (file: string, limit: number) => ({
      message: `“${file}”超过 ${limit} KB，不会是方案文件。`,
      nextStep: '请核对是否选错了文件；方案文件一般只有几十 KB。',
    }),
    notText: (file: string) => ({
      message: `“${file}”不是 UTF-8 编码的文本，无法读取。`,
      nextStep: '请核对是否选错了文件；是方案文件的，用记事本打开，另存为时编码选“UTF-8”。',
    }),
    unreadable: (file: string) => ({ message: `读不出“${file}”。`, nextStep: '文件可能已移走、改名或正被占用；请确认后重新选择。' }),
    builtIn: (file: string, id: string, title: string) => ({
      message: `“${file}”的方案编号“${id}”与内置方案“${title}”相同，没有采用。`,
      nextStep: '内置方案不能替换；请把文件里 pack: 后面的编号改成自己的，再加载。',
    }),
    tooMany: (limit: number) => ({
      message: `工作簿里的自定方案合计超过 ${limit} 个字符，没有采用。`,
      nextStep: '请先移除不用的自定方案，再加载。',
    }),
    notKept: (because: string) => ({
      message: `自定方案没能保存：${because}`,
      nextStep: '本次仍可使用；下次打开时要重新加载方案文件。',
    }),
    notCarried: (because: string) => ({
      message: `自定方案没能存入工作簿：${because}`,
      nextStep: '考评结果不受影响；把工作簿发给别人时，请连同方案文件一起发。',
    }),
    noRoomInBook: (limit: number) => `工作簿里的自定方案合计会超过 ${limit} 个字符。`,
    noRoom: '浏览器的存储空间不足，或不允许网页保存数据。',
    keptUnreadable: { message: '工作簿里保存的自定方案无法识别，没有采用。', nextStep: '请重新加载方案文件；新加载的会代替它。' },
    keptFaulty: (file: string) => ({
      message: `以前加载的自定方案“${file}”现在通不过检查，没有采用。`,
      nextStep: '请在“方案”页打开“自定方案”，查看问题，改好文件后重新加载。',
    }),
    keptOther: (id: string) => ({ message: `保存的方案编号与文件里写的“${id}”不同。`, nextStep: '请移除后重新加载方案文件。' }),
  },
} as const;
