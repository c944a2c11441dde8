import { appWords } from '../app/words';

/** Chinese text of the page around the embedded spreadsheet. */
export const workbenchWords = {
  product: appWords.product,
  title: (file: string | undefined, unsaved: boolean) =>
    `${unsaved ? '● ' : ''}${file === undefined ? '' : `${file} - `}${appWords.product}`,
  /** Instead of all else, where the page was opened from a folder without its server. */
  fromFolder: [
    '这个网页要由服务器打开，直接双击用不了。',
    '不用服务器的，请向信息科要“开发区考评助手.html”（npm run package 生成），双击即可；本机试用的，请运行 npm start。',
  ],
  startingGrid: '正在准备表格……',
  startingPane: '正在打开考评面板……',
  noWorkbook: '还没有打开工作簿。',
  grid: '工作簿',
  gridKeys: '表格中 Tab 键在单元格之间移动；按 F6 到考评面板，按 Shift+F6 到上方的按钮。',
  close: appWords.close,

  /** For those who cannot see the frame around the selected cell. */
  selected: (sheet: string, cell: string, text: string) => `${sheet} ${cell}：${text === '' ? '空' : text}`,

  bar: {
    label: '工作簿操作',
    open: '打开文件…',
    samples: '示例',
    samplesHint: '示例数据都是虚构的',
    undo: '撤销',
    redo: '重做',
    download: '下载工作簿',
    showPane: '显示考评面板',
    hidePane: '收起考评面板',
  },

  /** Behind the name of the file. */
  file: {
    changed: '有未下载的修改',
    downloaded: '已下载',
    draft: (time: string) => `草稿已自动保存 ${time}（只存在本机浏览器中）`,
    noDraft: '草稿没有存成，请及时下载',
  },

  sample: (region: string) => `示例（${region}）.xlsx`,
  result: '考评结果',
  edited: '已修改',

  opening: (name: string) => `正在打开《${name}》……`,
  cancelOpening: '取消打开',
  drop: '松开鼠标，打开这个工作簿或方案文件；几个填好的文件一起拖入即汇总',
  downloaded: (name: string) => `《${name}》已交给浏览器下载。`,
  busyDownload: '正在生成要下载的文件……',

  drafts: {
    label: '上次没有下载的工作',
    offer: (name: string, at: string, scored = false) => `上次有未下载的工作：《${name}》（${at}${scored ? '，含考评结果' : ''}）`,
    restore: '恢复',
    discard: '删除',
    removed: (name: string, at: string, most: number) => ({
      message: `本机浏览器中最多保留 ${most} 份草稿，最旧的一份已删去：《${name}》（${at}）。`,
      nextStep: '请从原来的文件重新打开；以后请及时下载。',
    }),
    unreadable: (count: number) => ({
      message: `本机浏览器中有 ${count} 份草稿读不出来（已损坏或出自别的版本），没有改动。`,
      nextStep: '请从原来的文件重新打开。',
    }),
    unreadableFile: (name: string) => ({
      message: `草稿《${name}》已损坏或出自别的版本，不能恢复；其中的文件还在。`,
      nextStep: '可以下载这个文件，核对后再打开。',
    }),
    unnamed: '草稿.xlsx',
    takeFile: '下载其中的文件',
    restored: (name: string) => `已恢复《${name}》的草稿，请及时下载。`,
    elsewhere: { message: '这份草稿正在另一个浏览器标签页中使用。', nextStep: '请到那个标签页继续，或关掉它以后再恢复或删除。' },
    gone: { message: '这份草稿已经不在本机浏览器中。', nextStep: '可能已在另一个标签页中下载或删除；请打开下载的文件。' },
    refused: {
      message: '浏览器没有能保存草稿（存储空间不足，或不允许网页保存数据）。',
      nextStep: '请及时下载工作簿；关闭网页后没有下载的修改会丢失。',
    },
  },

  leave: {
    title: '先下载，再打开别的工作簿？',
    body: (name: string) => `《${name}》里还有尚未下载的修改或考评结果。`,
    kept: (most: number) => `不下载也会留有草稿，以后可以恢复（最多保留 ${most} 份，再多时删去最旧的）。`,
    lost: '草稿没有存成：不下载就打开，这些修改和结果会丢失。',
    download: '下载后打开',
    open: '直接打开（草稿保留）',
    openLosing: '直接打开（放弃修改）',
    cancel: '取消',
  },

  /** Before a workbook goes out whose results rest on other figures than it holds. */
  staleDownload: {
    title: '先重新考评，再下载？',
    body: (name: string) => `《${name}》里的考评结果是按改动前的数据或设置算的。仍要下载？`,
    score: '重新考评后再下载',
    download: '直接下载',
    cancel: '取消',
    stillStale: '没有得出新的考评结果，文件没有下载；请看考评面板中的提示。',
  },

  limits: [
    '只能修改单元格的内容；插入或删除行列、增减工作表、合并单元格、改格式请在 Excel 或 WPS 中进行。',
    '图表、图片和控件不在网页中显示，宏不运行；下载的文件里都原样保留。',
    '面板中的选择（方案、日期、表头对应）与草稿一起存在本机浏览器中，不写进下载的文件。',
  ],

  notes: {
    cut: (sheet: string, rows: number, shown: number) => `《${sheet}》共 ${rows} 行，屏幕上只显示前 ${shown} 行；考评与下载按全部数据。`,
    notCalculated: '没有全部显示的数据表，公式不在网页中重算；改数后请在 Excel 或 WPS 中重算再考评。',
    fixed: (count: number, places: readonly string[]) =>
      `有 ${count} 个公式网页不能按 Excel 的方式重算（${count > places.length ? '如 ' : ''}${places.join('、')}），改数后仍是文件里原来的结果；请在 Excel 或 WPS 中打开重算后再考评。`,
    place: (sheet: string, cell: string) => `《${sheet}》${cell}`,
    drawings: '图表、图片不在网页中显示，下载的文件里原样保留。',
    macros: '宏不在网页中运行，下载的文件里原样保留。',
  },

  refusal: {
    structure: '网页中只能修改单元格的内容；行列、工作表、合并和格式请在 Excel 或 WPS 中修改。',
    protected: (sheet: string) => `《${sheet}》受保护，这个单元格不能修改；请在 Excel 或 WPS 中取消保护后再改。`,
    array: (sheet: string) => `《${sheet}》的这个单元格是数组公式的一部分，不能单独修改。`,
    table: (sheet: string) => `《${sheet}》的这个单元格是智能表格的表头，网页中不能修改；请在 Excel 或 WPS 中修改。`,
    fixed: (sheet: string) => `《${sheet}》的这个单元格里是网页不能重算的公式，网页中不能修改；请在 Excel 或 WPS 中修改。`,
    busy: '这张表还在载入或核对公式，刚才的修改没有做；请稍候再改。',
    formula: (text: string) => `“${text}”不是完整的公式，没有写入；请补全后再输入，要输入文字请在前面加一个单引号。`,
    fetch: '网页中不能输入要从别处取数据或图片的公式，没有写入；数据不出本机。',
    cut: '网页中不能剪切；请复制、粘贴后再清除原来的单元格。',
    spill: '网页中不能输入结果占多个单元格的公式；请在 Excel 或 WPS 中输入。',
    results: '结果表会在下次考评时重写，改动不会保留；请改数据表。',
    clipboard: '浏览器不让网页读取剪贴板；请用 Ctrl+V（苹果电脑为 ⌘V）粘贴。',
    link: (to: string) => `链接指向的位置“${to}”不在这个工作簿中。`,
  },

  gather: {
    name: (files: number) => `汇总（${files}个文件）.xlsx`,
    /** Of files of the same name. */
    another: (name: string, n: number) => `${name}（${n}）`,
    unreadable: { message: '文件无法读取。', nextStep: '请该区重新报送。' },
    noPack: {
      message: '看不出这些文件是按哪个方案填的，没有汇总。',
      nextStep: '请用“插入模板”或命令行 template 生成的模板填报；或在命令行用 merge --pack 写明方案。',
    },
    left: (file: string, why: string) => (why === '' ? file : `${file}：${why}`),
    nothing: (left: readonly string[]) => ({
      message: `没有一个文件可以并入。${left.slice(0, 5).join('')}${left.length > 5 ? `另有${left.length - 5}个。` : ''}`,
      nextStep: '请更正后重新选定这些文件。',
    }),
    gathered: (told: {
      readonly files: number;
      readonly left: number;
      readonly year: number | undefined;
      readonly conflicts: number;
      readonly absent: number | undefined;
    }) => ({
      message:
        [
          `已汇总${told.files}个文件${told.year === undefined ? '' : `（${told.year}年度）`}`,
          ...(told.left > 0 ? [`${told.left}个没有并入`] : []),
          ...(told.conflicts > 0 ? [`${told.conflicts}处冲突，留作灰色空格`] : []),
          ...(told.absent === undefined ? [] : [`名录中${told.absent}个没有报送`]),
        ].join('，') + '。',
      nextStep: `请先看“收表回执”${told.conflicts > 0 ? '，核定“数据冲突”各处' : ''}，再评分；汇总工作簿请下载保存。`,
    }),
  },

  trouble: {
    oneFile: { message: '工作簿和方案文件不能一起打开。', nextStep: '请只拖入一个方案文件，或只拖入工作簿；几个工作簿一起拖入即汇总。' },
    tooBig: (name: string, megabytes: number, limit: number) => ({
      message: `《${name}》有 ${megabytes} MB，网页中最多打开 ${limit} MB 的文件。`,
      nextStep: '请删去多余的工作表、图片后另存再试，或用命令行考评这个文件。',
    }),
    unreadableFile: (name: string) => ({
      message: `浏览器读不出《${name}》。`,
      nextStep: '文件可能已移走、改名或正被占用；请确认后重新打开。',
    }),
    noSample: (name: string) => ({ message: `没有取到《${name}》。`, nextStep: '请确认工作台程序仍在运行、网络正常，再试一次。' }),
    cancelled: { message: '已取消。', nextStep: '需要时可重新开始。' },
    lost: { message: '处理工作簿的后台程序意外停止，多半是内存不足。', nextStep: '请关掉其他网页和程序后重新打开文件。' },
    /** Of the workbook on the screen: what may be saved in a draft, and what is not any more. */
    lostWork: {
      kept: '屏幕上以后的修改不再保存，也不能考评和下载。请从草稿重新打开（停止前几秒的修改可能不在草稿里）。',
      unkept: '屏幕上以后的修改不再保存，也不能考评和下载；没有草稿可以恢复。请关掉其他网页和程序后重新打开文件。',
    },
    lostEdit: '后台程序已停止，这处修改没有保存；请按上面的提示重新打开。',
    lostDownload: '后台程序已停止，不能下载；请按上面的提示重新打开。',
    unfinished: {
      message: '公式没有重算完，部分单元格仍是原来的结果。',
      nextStep: '考评和下载按屏幕上现有的数；请在 Excel 或 WPS 中打开、重算后再考评。',
    },
    notInFile: (sheet: string, cell: string, screen: string, file: string) => `${sheet}!${cell} 屏幕上是${screen}，文件里仍是${file}。`,
    inCell: (text: string) => (text === '' ? '空' : `“${text}”`),
    moreNotInFile: (count: number) => ({
      message: `另有 ${count} 处修改也没有写进文件。`,
      nextStep: '请改好上面列出的单元格，重新打开下载的文件逐项核对。',
    }),
    notLoaded: {
      message: '处理工作簿的程序没有载入，文件没有打开。',
      nextStep: '请确认工作台程序仍在运行、网络正常，再打开一次；已打开的工作簿不受影响。',
    },
    reopenDraft: '从草稿重新打开',
    gone: (sheet: string) => ({ message: `《${sheet}》已不在工作簿中，在它上面的修改没有保存。`, nextStep: '请在现有的工作表中修改。' }),
    noGrid: { message: '表格没有显示出来。', nextStep: '请刷新网页再试；考评和下载仍可使用。' },
    notShown: { message: '新的工作表已写入工作簿，但网页上的表格没有更新。', nextStep: '请下载工作簿查看，或刷新网页后从草稿恢复。' },
  },
} as const;
