import type { LeftBehind } from './left-behind';
import type { TextEncoding } from './text-encoding';

const saveAs = '请在 Excel 或 WPS 中打开该文件，另存为“Excel 工作簿（*.xlsx）”后再选用。';

const leftBehind: Readonly<Record<LeftBehind | 'macros', (count: number) => string>> = {
  formulas: (count) => `公式（${count} 个单元格，只带来文件里存的计算结果）`,
  drawings: () => '图表、图片和控件',
  notes: (count) => `批注（${count} 条）`,
  links: () => '超链接',
  conditional: () => '条件格式',
  validation: () => '数据有效性',
  pivots: () => '数据透视表',
  filters: () => '筛选',
  names: () => '定义的名称',
  protection: () => '工作表或工作簿保护',
  marks: (count) => `上标、下标和删除线（${count} 格文字，其中的数字已写成 ¹²³ 和带删除线的样子，逐格核对）`,
  'other-sheets': (count) => `图表工作表、宏表等 ${count} 张`,
  macros: () => '宏',
};

const delimiters: ReadonlyMap<string, string> = new Map([
  [',', '逗号'],
  ['\t', '制表符'],
  [';', '分号'],
  ['|', '竖线'],
]);

/** Chinese text on files of older kinds, and on what became of them. */
export const oldFileWords = {
  broken: () => ({ message: '这个旧版工作簿（.xls 或 .et）已损坏，内容互相矛盾，无法读取。', nextStep: saveAs }),
  tooManyCells: (limit: number) => ({
    message: `文件里的单元格超过 ${limit / 10_000} 万个，超出本工具的处理范围。`,
    nextStep: '请删去多余的行、列和工作表，或拆成几个文件；旧版 .xls 也可在 Excel 或 WPS 中另存为 .xlsx 后再选用。',
  }),
  tooManyTexts: (limit: number) => ({
    message: `这个旧版工作簿里的文字和公式超过 ${limit / 10_000} 万格，超出本工具的处理范围。`,
    nextStep: '请在 Excel 或 WPS 中另存为 .xlsx 后再选用，或删去多余的行、列和工作表。',
  }),
  tooManyColumns: (line: number, limit: number) => ({
    message: `文本表格第 ${line} 行超过 ${limit} 列，工作表放不下。`,
    nextStep: '请核对文件的分隔符和换行是否正常，或请填报单位重新导出。',
  }),
  tooManyRows: (limit: number) => ({ message: `文本表格超过 ${limit} 行，工作表放不下。`, nextStep: '请拆成几个文件再选用。' }),
  longField: (line: number) => ({
    message: `文本表格第 ${line} 行有一格文字长得不正常，为安全起见未读取。`,
    nextStep: '请核对该行的引号和分隔符，或请填报单位重新导出。',
  }),
  openQuote: (line: number) => ({
    message: `文本表格第 ${line} 行有一个引号没有成对，其后的内容分不清属于哪一格。`,
    nextStep: '请用记事本打开，补上或删去该行多余的引号（"）后再选用。',
  }),
  strayQuote: (line: number) => ({
    message: `文本表格第 ${line} 行引号（"）之后还有文字，分不清属于哪一格。`,
    nextStep: '请用记事本打开，改正该行的引号（引号内的引号应写两个）后再选用。',
  }),
  blank: () => ({ message: '这个文本文件里没有内容。', nextStep: '请核对是否选错了文件。' }),

  /** The sheet of a text file whose name gives none. */
  sheet: '数据',
  fromBinary: (name: string, left: readonly string[]) => ({
    message: `《${name}》是旧格式工作簿，已转成新的 .xlsx：数值、文字、数字格式、合并单元格、列宽行高和隐藏的工作表都已带来；没有带来的：${['字体、边框和底色', '打印设置', ...left].join('、')}。`,
    nextStep: '原来的文件没有改动，结果写在新的 .xlsx 里。需要保留上述内容的，请在 Excel 或 WPS 中把原文件另存为 .xlsx 后再选用。',
  }),
  fromText: (name: string, encoding: TextEncoding, delimiter: string) => ({
    message: `《${name}》是文本表格（${encoding.toUpperCase()} 编码，${delimiters.get(delimiter) ?? ''}分隔），已转成新的 .xlsx：写法是数的按数读，长编号、以 0 开头的编号、日期和以 = + - @ 开头的文字照原样作文字。`,
    nextStep: '原来的文件没有改动，结果写在新的 .xlsx 里。文本表格不含数字格式、合并单元格和其他工作表，请核对表头和单位。',
  }),
  shortened: (count: number) => `其中 ${count} 格文字超过 Excel 的上限 32767 个字符，已截短。`,
  leftBehind,
} as const;
