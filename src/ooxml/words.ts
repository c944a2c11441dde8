/** Chinese text on .xlsx files: what a person is told when a file cannot be read, or an edit cannot be written into it. */

const again = '请向填报单位重新索取该文件，或在 Excel/WPS 中打开后另存为 .xlsx 再试。';
const saveAs = '请在 Excel 或 WPS 中打开该文件，另存为“Excel 工作簿（*.xlsx）”后再选用。';
const at = (sheet: string, cell: string): string => `“${sheet}”!${cell}`;

export const fileWords = {
  notZip: () => ({ message: '这个文件不是 Excel 工作簿（.xlsx），无法打开。', nextStep: saveAs }),
  empty: () => ({ message: '这个文件是空的（0 字节）。', nextStep: again }),
  truncated: () => ({
    message: '文件不完整，可能在复制、下载或传输时中断。',
    nextStep: '请重新复制或下载该文件；仍打不开时向填报单位重新索取。',
  }),
  brokenZip: () => ({ message: '工作簿的压缩包已损坏，内容互相矛盾。', nextStep: again }),
  brokenPart: (part: string) => ({ message: `工作簿中的部件 ${part} 已损坏（校验不符或无法解压）。`, nextStep: again }),
  brokenXml: (part: string, why: string) => ({ message: `工作簿中的部件 ${part} 格式有误：${why}。`, nextStep: again }),
  zipBomb: (why: string) => ({
    message: `文件解压后大得不正常（${why}），为安全起见未打开。`,
    nextStep: '请核对文件来源；确为正常文件的，请删去多余的空白行列、工作表和图片后另存再试。',
  }),
  tooManyEntries: (count: number, limit: number) => `内含 ${count} 个部件，上限 ${limit} 个`,
  tooLarge: (part: string, megabytes: number) => `${part} 解压后超过 ${megabytes} MB`,
  tooLargeAltogether: (megabytes: number) => `全部解压后超过 ${megabytes} MB`,
  tooDense: (part: string, ratio: number) => `${part} 的压缩比超过 ${ratio} 倍`,
  tooDenseAltogether: (ratio: number) => `整体压缩比超过 ${ratio} 倍`,
  sharedBytes: () => '几个部件共用同一段数据',
  tooManyRows: (limit: number) => `各工作表的行数合计超过 ${limit} 行`,
  encrypted: () => ({
    message: '工作簿设有打开密码，内容已加密，无法读取。',
    nextStep: '请先在 Excel/WPS 中去掉打开密码再另存，然后重新选用。',
  }),
  xlsLegacy: () => ({
    message: '这是旧版 Excel 97-2003 工作簿（.xls 或 .et），不能直接读取。',
    nextStep: '请在 Excel/WPS 中另存为 .xlsx 后再选用。',
  }),
  bareBiff: () => ({
    message: '这是早期 Excel 格式的工作簿（Excel 95 及更早版本，或旧业务系统直接导出的 .xls），不能直接读取。',
    nextStep:
      '请在 WPS 表格或 Excel 中打开后另存为 .xlsx 再选用；Excel 提示文件被阻止的，请改用 WPS 表格打开，或请填报单位导出 .xlsx 文件。',
  }),
  betaVersion: () => ({
    message: '这是 Office 2007 测试版保存的工作簿，格式与正式版不同，Excel 也无法打开。',
    nextStep: '请向填报单位索取用正式版 Excel 或 WPS 保存的 .xlsx 文件。',
  }),
  xlsb: () => ({ message: '这是二进制工作簿（.xlsb），不能直接读取。', nextStep: '请在 Excel/WPS 中另存为 .xlsx 后再选用。' }),
  openDocument: () => ({ message: '这是 OpenDocument 表格（.ods），不能直接读取。', nextStep: saveAs }),
  pdf: () => ({
    message: '这是 PDF 文件，其中的表格不能读取。',
    nextStep: '请向填报单位索取制作该文件的 Excel 或 WPS 表格；只有 PDF 的，请把数据录入表格后再选用，并逐格核对。',
  }),
  document: () => ({
    message: '这是文字处理文档（Word 或 WPS 文字），不是工作簿。',
    nextStep: '请把文档里的表格复制到 Excel 或 WPS 表格中，核对后另存为 .xlsx 再选用。',
  }),
  richText: () => ({
    message: '这是 RTF 文档，不是工作簿。',
    nextStep: '请把文档里的表格复制到 Excel 或 WPS 表格中，核对后另存为 .xlsx 再选用。',
  }),
  picture: () => ({ message: '这是图片文件，不能读取其中的数据。', nextStep: '请向填报单位索取 Excel 或 WPS 表格。' }),
  archive: () => ({ message: '这是压缩包，不是工作簿。', nextStep: '请先解压，再选用其中的工作簿。' }),
  markup: () => ({ message: '这个文件其实是网页或 XML 文本，只是用了表格文件的扩展名。', nextStep: saveAs }),
  notWorkbook: () => ({
    message: '这个文件是 Office 文档，但不是工作簿（可能是 Word 或 PowerPoint 文件）。',
    nextStep: '请选用 .xlsx 工作簿。',
  }),
  otherOffice: () => ({ message: '这是旧版 Office 文件，但不是工作簿。', nextStep: '请选用 .xlsx 工作簿。' }),
  missingPart: (part: string) => ({ message: `工作簿缺少必需的部件 ${part}。`, nextStep: again }),
  missingSheet: (sheet: string) => ({ message: `工作簿里登记了工作表“${sheet}”，但找不到它的内容。`, nextStep: again }),
  duplicatePart: (part: string) => ({ message: `压缩包中部件 ${part} 出现了两次，无法判断以哪一个为准。`, nextStep: again }),
  unknownCompression: (part: string) => ({ message: `部件 ${part} 使用了不支持的压缩方式。`, nextStep: saveAs }),
  encoding: (part: string, encoding: string) => ({ message: `部件 ${part} 使用了工作簿不允许的文字编码 ${encoding}。`, nextStep: saveAs }),
  doctype: (part: string) => ({
    message: `部件 ${part} 含有文档类型声明（DOCTYPE），工作簿不允许，为安全起见未打开。`,
    nextStep: '请核对文件来源，并在 Excel/WPS 中另存为 .xlsx 再试。',
  }),
  /** Places that have no address, counted from 1. */
  placeRow: (row: number) => `第 ${row} 行`,
  placeColumn: (column: number) => `第 ${column} 列`,
  tooManyFormats: (limit: number) => ({
    message: `工作簿的单元格格式已接近 Excel 的上限（${limit} 种），放不下所需的格式，没有写入。`,
    nextStep: '请在 Excel 中清理多余的单元格格式（如把用不到的区域和工作表删去，或把数据粘贴到新工作簿），另存后再试。',
  }),
  outsideSheet: (sheet: string, where: string) => ({
    message: `工作表“${sheet}”里有单元格位置 ${where}，不在 Excel 允许的 1048576 行、16384 列之内。`,
    nextStep: again,
  }),
  badCell: (sheet: string, cell: string, found: string) => ({
    message: `单元格 ${at(sheet, cell)} 的内容“${found}”与其类型不符，无法读取。`,
    nextStep: again,
  }),
  badMerge: (sheet: string, found: string) => ({ message: `工作表“${sheet}”的合并区域“${found}”无法识别。`, nextStep: again }),
  longText: (sheet: string) => ({ message: `工作表“${sheet}”里有一段文字长得不正常，为安全起见未读取。`, nextStep: again }),
  longFormulas: (sheet: string) => ({ message: `工作表“${sheet}”里共用的公式展开后长得不正常，为安全起见未显示。`, nextStep: again }),
  noSheet: (sheet: string) => ({ message: `工作簿里没有名为“${sheet}”的工作表，修改没有写入。`, nextStep: '请重新打开工作簿后再改。' }),
  noCells: (sheet: string) => ({ message: `“${sheet}”是图表等特殊工作表，没有单元格可改。`, nextStep: '请在普通工作表中修改数据。' }),
  arrayPart: (sheet: string, cell: string, area: string) => ({
    message: `单元格 ${at(sheet, cell)} 属于数组公式或模拟运算表的区域 ${area}，不能只改其中一部分。`,
    nextStep: `请选中整个区域 ${area} 一并清除或重填，或在 Excel 中修改该数组公式。`,
  }),
  tableHeader: (sheet: string, cell: string, table: string) => ({
    message: `单元格 ${at(sheet, cell)} 是表格“${table}”的列标题，公式可能按此名称引用该列，不能在这里修改。`,
    nextStep: '请在 Excel 中修改该列标题，公式会随之更新。',
  }),
  longEdit: (sheet: string, cell: string, length: number, limit: number) => ({
    message: `单元格 ${at(sheet, cell)} 的文字有 ${length} 个字符，超过 Excel 的上限 ${limit} 个。`,
    nextStep: '请缩短文字，或分到几个单元格。',
  }),
  longFormula: (sheet: string, cell: string, length: number, limit: number) => ({
    message: `单元格 ${at(sheet, cell)} 的公式有 ${length} 个字符，超过 Excel 的上限 ${limit} 个。`,
    nextStep: '请缩短公式，或分几个单元格计算。',
  }),
  badFormula: (sheet: string, cell: string, formula: string, why: string) => ({
    message: `单元格 ${at(sheet, cell)} 的公式“=${formula.length > 60 ? `${formula.slice(0, 60)}…` : formula}”没有写入：${why}。`,
    nextStep: "请改正公式后重新输入；要输入文字的，请在开头加英文单引号（'）。",
  }),
  /** What is wrong with a formula; the number counts from the equals sign, which is the first character. */
  formulaFlaw: {
    empty: () => '等号后面没有内容',
    long: () => '公式太长',
    'full-width': (place: number, sign: string) => `第 ${place} 个字符 ${sign} 是全角符号，公式中应改用英文半角符号`,
    'open-text': (place: number) => `第 ${place} 个字符处的引号没有成对`,
    'long-text': (place: number) => `第 ${place} 个字符起的文字超过 255 个字符，请分成几段用 & 连接`,
    parenthesis: (place: number) => `括号不成对（第 ${place} 个字符处）`,
    operand: (place: number) => `第 ${place} 个字符处缺少数值、引用或函数`,
    operator: (place: number) => `第 ${place} 个字符处缺少运算符、逗号或括号`,
    reference: (place: number) => `第 ${place} 个字符处应为单元格引用`,
    outside: (place: number) => `第 ${place} 个字符处引用的单元格不在 1048576 行、16384 列之内`,
    name: (place: number) => `第 ${place} 个字符处的名称不能使用`,
    number: (place: number) => `第 ${place} 个字符处的数太大`,
    parameter: (place: number) => `第 ${place} 个字符处 LET 或 LAMBDA 的名称有缺漏，或不能作名称`,
    deep: () => '函数或括号嵌套超过 64 层',
    arguments: () => '函数的参数超过 255 个',
    sign: (place: number, sign: string) => `第 ${place} 个字符 ${sign} 不能出现在这里`,
  },
  formulaNoSheet: (sheet: string) => `工作簿里没有工作表“${sheet}”`,
  formulaNoTable: (table: string) => `工作簿里没有表格“${table}”`,
  formulaNoTableHere: () => '省略表格名称的引用只能写在该表格的单元格里，请写明表格名称',
  formulaNoBook: (book: string) => `工作簿里没有外部链接 [${book}]`,
  editOutside: (sheet: string, where: string) => ({
    message: `工作表“${sheet}”的修改位置 ${where} 不在 Excel 允许的 1048576 行、16384 列之内。`,
    nextStep: '请撤销这处修改后重试。',
  }),
  badEdit: (sheet: string, cell: string, why: string) => ({
    message: `单元格 ${at(sheet, cell)} 的修改无法写入：${why}。`,
    nextStep: '请撤销这处修改后重新填写。',
  }),
  editTwice: () => '同一单元格一次改了两回',
  editNoNumber: () => '数值不是有限的数',
  editNoFormula: () => '公式为空',
  editWithFormula: () => '既是数据又带公式',
  editNoFormat: (limit: number) => `数字格式为空或超过 ${limit} 个字符`,
  why: {
    notXml: '不是有效的 XML',
    notText: '文字编码有误',
    noElement: (element: string) => `缺少 ${element}`,
    tooDeep: '层次过深',
  },
  defaultFont: '宋体',
} as const;
