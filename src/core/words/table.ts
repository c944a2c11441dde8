/** Every sentence about reading tables that an official sees: where, what is wrong, what to do next. */

interface Sentence {
  readonly message: string;
  readonly nextStep: string;
}

const list = (words: readonly string[]): string => words.join('、');
const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('、');

/** "共 12 处：B4“约3”、B9“待定”等" */
const places = (cells: readonly string[], count: number): string => `${list(cells)}${count > cells.length ? `等，共 ${count} 处` : ''}`;

/** A text as a message can carry it. */
const cut = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

export interface NearestTable {
  readonly sheet: string;
  readonly cell: string;
  readonly lacking: readonly string[];
}

export const tableWords = {
  noSuchSheet: (sheet: string, sheets: readonly string[]): Sentence => ({
    message: `工作簿中没有名为“${sheet}”的工作表；现有：${list(sheets)}。`,
    nextStep: '请核对工作表名称后重新指定。',
  }),
  noMatchingTable: (
    rowWord: string,
    sheet: string | undefined,
    keyHeaders: readonly string[],
    required: readonly string[],
    nearest: NearestTable | undefined,
  ): Sentence => ({
    message: nearest
      ? `没有找到每行一个${rowWord}的数据表${sheet ? `（${sheet}）` : ''}。最接近的是工作表“${nearest.sheet}”${nearest.cell} 起的表，缺少必需的表头：${quoted(nearest.lacking)}。`
      : `没有找到每行一个${rowWord}的数据表${sheet ? `（${sheet}）` : ''}：各工作表中都没有表头${quoted(keyHeaders)}。`,
    nextStep: nearest
      ? '请在该表的表头行补上所缺的列（名称与模板一致），或参照示例工作簿的表头。'
      : `请给名称列写上表头“${keyHeaders[0] ?? ''}”${required.length > 0 ? `，并有必需的列${quoted(required)}` : ''}，或参照示例工作簿的表头。`,
  }),
  tableLacksColumns: (rowWord: string, sheet: string, lacking: readonly string[]): Sentence => ({
    message: `工作表“${sheet}”像是${rowWord}数据表，但没有认出这些列：${quoted(lacking.slice(0, 12))}，整张表没有采用。`,
    nextStep: '请核对该表的表头，使其与模板一致；确不需要这张表的，可不处理。',
  }),
  needsSheetName: (rowWord: string, sheet: string, hint: string): Sentence => ({
    message: `工作表“${sheet}”的表头符合${rowWord}数据表“${hint}”，但另一张表的表头与它相同，仅凭表头分不清是哪一张。`,
    nextStep: `请把该工作表改名为“${hint}”，或在表的标题行写明（如“上年”）。`,
  }),
  twoTablesFit: (rowWord: string, first: string, second: string, hint: string | undefined, oneSheet: boolean): Sentence => ({
    message: `有两张表同样符合${rowWord}数据表的表头：${first} 和 ${second}，不能确定用哪一张。`,
    nextStep: oneSheet
      ? '两张表在同一工作表上：请合并成一张，或把不用的那张移走。'
      : `请指定主表所在的工作表（命令行写 --sheet，面板在“方案”页选择），或${hint ? `把要用的工作表改名为“${hint}”` : '把不用的那张移到别的工作簿'}。`,
  }),
  twoPeriodsFit: (rowWord: string, first: string, firstAt: string, second: string, secondAt: string): Sentence => ({
    message: `有两张${rowWord}数据表：${first}的（${firstAt}）和${second}的（${secondAt}），不能确定用哪一张。`,
    nextStep: '请按建议选定，或把不用的那张移走。',
  }),
  usePeriod: (hint: string, period: string, place: string) => `“${hint}”用${period}的表（${place} 起）`,
  tableUnnamed: (names: readonly string[]): Sentence => ({
    message: `这张表的表头符合${names.map((name) => `“${name}”`).join('、')}，仅凭表头分不清是哪一张，没有采用。`,
    nextStep: `请把它放在名为${names.map((name) => `“${name}”`).join('或')}的工作表上，或在标题里写明。`,
  }),
  tableContinued: (rowWord: string, places: readonly string[], count: number): Sentence => ({
    message: `${rowWord}数据表分在 ${places.length} 处（首行：${places.join('、')}），表头相同、行不重复，已接成一张，共 ${count} 行。`,
    nextStep: '请核对；不是同一张表的，把工作表名称或标题改得不同。',
  }),
  headerAgain: (rowWord: string, cells: readonly string[], count: number, rows: number): Sentence => ({
    message: `${rowWord}数据表中又出现同样的表头：${places(cells, count)}；其下各行已接成一张，共 ${rows} 行。`,
    nextStep: '请核对；不是同一张表的，请在上方写明标题。',
  }),
  anotherTableFits: (rowWord: string, used: string, other: string): Sentence => ({
    message: `${rowWord}数据表用的是 ${used}；${other} 的表头也大体符合，没有使用。`,
    nextStep: '如用错了表，请指定主表所在的工作表（命令行写 --sheet，面板在“方案”页选择），或改工作表名称。',
  }),
  useYear: (year: number) => `用 ${year} 年的表`,
  useAs: (year: number) => `作 ${year} 年的表用`,
  useTable: (hint: string, place: string) => `“${hint}”用 ${place} 起的表`,
  isTable: (hint: string) => `这张就是“${hint}”`,
  unitIs: (unit: string) => `单位是 ${unit}`,
  isValue: (value: string) => `就是 ${value}`,
  repeatsRow: (cell: string) => `与 ${cell} 重复，不计这一行`,
  tableOfOtherYear: (rowWord: string, found: number, wanted: number): Sentence => ({
    message: `${rowWord}数据表写明是 ${found} 年的，本次考评需要 ${wanted} 年的，没有采用。`,
    nextStep: `请核对：年份写错的，改正标题或工作表名称；确应使用 ${found} 年数据的，请在“数据”页选定数据年度（命令行写 --year），或填在“权重与参数”表。`,
  }),
  yearOpen: (years: readonly number[]): Sentence => ({
    message: `工作簿里有不止一年的数据（${years.join('、')}），不能确定考评用哪一年。`,
    nextStep: '请在“数据”页选定数据年度（命令行写 --year），或填在“权重与参数”表；上年的表按年份自动对应。',
  }),
  yearUnlikely: (year: number, likely: readonly number[]): Sentence => ({
    message: `这张表写明是 ${year} 年的数据；按考评日期，应是 ${likely.join(' 或 ')} 年的数据。`,
    nextStep: `请核对是否用错了旧表；确应使用 ${year} 年数据的，请在“数据”页选定数据年度（命令行写 --year），或填在“权重与参数”表。`,
  }),
  headerYear: (name: string, header: string, year: number | undefined): Sentence => ({
    message: `“${name}”的表头“${header}”写着另一个年份${year === undefined ? '' : `（本表应为 ${year} 年）`}，核定前整列未采用。`,
    nextStep: '请核对该列是哪一年的数据；年份写错的改正表头，不是本年数据的换成本年的。',
  }),
  headerRemark: (name: string, header: string, remarks: readonly string[]): Sentence => ({
    message: `表头“${header}”比“${name}”多了${quoted(remarks)}，可能不是同一口径，核定前整列未采用。`,
    nextStep: `如就是“${name}”，请从表头删去该说明；不是的，请换成“${name}”的数据。`,
  }),
  isColumn: (header: string, name: string) => `“${header}”就是“${name}”`,
  columnNear: (name: string, header: string, cell: string): Sentence => ({
    message: `没有“${name}”列，按缺数处理；最接近的表头是 ${cell}“${header}”。`,
    nextStep: `如就是“${name}”，请把表头改为“${name}”，或在面板上手工对应。`,
  }),
  takenByHeaders: (sheet: string, hint: string, twin: string): Sentence => ({
    message: `工作表“${sheet}”按表头认作“${hint}”（名称未注明，“${twin}”未提供）。`,
    nextStep: `如它其实是“${twin}”，请把工作表改成这个名称。`,
  }),
  duplicateRow: (rowWord: string, name: string, first: string, second: string): Sentence => ({
    message: `${rowWord}“${name}”出现两次：${first} 和 ${second}。`,
    nextStep: '请删去重复的一行，或把两行改成不同的名称。',
  }),
  namesNotCalculated: (rowWord: string, cells: readonly string[], count: number): Sentence => ({
    message: `${rowWord}名称是公式，文件中没有存计算结果，这些行无法读入：${places(cells, count)}。`,
    nextStep: '请在 Excel 或 WPS 中打开本文件，待公式算出后保存，再重新考评。',
  }),
  notARow: '这一行不是数据行',
  rowsLeftOut: (rowWord: string, cells: readonly string[], count: number): Sentence => ({
    message: `以下行不像是一个${rowWord}（合计、平均、比较或其中项），未作为数据行：${places(cells, count)}。`,
    nextStep: `请核对；确是一个${rowWord}的，请写全名称并填序号，不是的可不处理。`,
  }),
  sumRow: (rowWord: string, cells: readonly string[], count: number): Sentence => ({
    message: `以下行的多数指标恰等于其他各行之和，像是合计，核定前未作为${rowWord}：${places(cells, count)}。`,
    nextStep: `是合计的，请把名称写为“合计”；确是一个${rowWord}的，请核对数值。`,
  }),
  blankKey: (rowWord: string, cells: readonly string[], count: number): Sentence => ({
    message: `有数据但没有${rowWord}名称的行未读入：${places(cells, count)}。`,
    nextStep: `请补上${rowWord}名称；不是数据的行可不处理。`,
  }),
  noDataRows: (rowWord: string): Sentence => ({
    message: `表头下面没有${rowWord}数据行。`,
    nextStep: '请在表头下填入数据后重试。',
  }),
  columnAmbiguous: (name: string, headers: readonly string[]): Sentence => ({
    message: `“${name}”有${headers.length}列表头同样符合：${list(headers)}，未采用任何一列，按缺数处理。`,
    nextStep: `请把不用的表头改成别的名称，只留一列“${name}”。`,
  }),
  columnClaimed: (name: string, other: string, header: string): Sentence => ({
    message: `表头${header}既可作“${name}”又可作“${other}”，未采用，按缺数处理。`,
    nextStep: `请把该表头写明是“${name}”还是“${other}”。`,
  }),
  columnSecondChoice: (name: string, used: string, other: string): Sentence => ({
    message: `“${name}”采用了 ${used}；${other} 也是它的可用表头，没有使用。`,
    nextStep: '如应采用另一列，请改动表头，使只有一列符合。',
  }),
  columnSimilar: (name: string, header: string): Sentence => ({
    message: `表头“${header}”与“${name}”不完全相同，按同一指标读取。`,
    nextStep: `如不是同一指标，请改表头；如是，可改成“${name}”以免再提示。`,
  }),
  columnsNotFound: (names: readonly string[]): Sentence => ({
    message: `表中没有这些列，按缺数处理：${list(names.slice(0, 12))}${names.length > 12 ? `等 ${names.length} 项` : ''}。`,
    nextStep: '需要这些指标时，请按模板的表头补列。',
  }),
  unitMissing: (name: string, unit: string, lines: readonly string[] = []): Sentence => ({
    message:
      lines.length > 0
        ? `“${name}”口径缺失：表头没有写计量单位，表上方的 ${list(lines)} 也不能确定它的单位，整列按缺数处理。`
        : `“${name}”口径缺失：表头没有写计量单位，整列按缺数处理。`,
    nextStep: `请在表头写明单位，如“${name}（${unit}）”，或在表的上方写“单位：${unit}”。`,
  }),
  unitUnknownWords: (name: string, cell: string, words: string, unit: string): Sentence => ({
    message: `“${name}”表头 ${cell} 的括号里像是计量单位的“${cut(words)}”不能识别，核定前整列未采用。`,
    nextStep: `请把括号里改为规范的单位，如“${name}（${unit}）”；不是单位的，请移出括号。`,
  }),
  unitMismatch: (name: string, stated: string, wanted: string): Sentence => ({
    message: `“${name}”表头的单位是“${stated}”，应为“${wanted}”或能与它换算的单位，整列按缺数处理。`,
    nextStep: `请核对该列数据，换算后把表头单位改为“${wanted}”。`,
  }),
  unknownSpecUnit: (name: string, unit: string): Sentence => ({
    message: `规则包给“${name}”规定的单位“${unit}”不在单位清单内，整列按缺数处理。`,
    nextStep: '请修改规则包中的单位。',
  }),
  percentInAmount: (name: string, unit: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”的单位是“${unit}”，但单元格设成了百分比格式：${places(cells, count)}。已按单元格里存的数使用。`,
    nextStep: '请核对数值，并把单元格格式改为“数值”。',
  }),
  /** How a doubtful cell is shown: "0.905，按90.5%计？" */
  fractionAs: (shown: string, percent: number) => `${shown}，按${percent}%计？`,
  fractionInPercent: (name: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”的单位是“%”，疑似把百分数填成了小数：${places(cells, count)}。核定前未采用。`,
    nextStep: '是小数的请改填百分数（如0.905改填90.5）；数值本来就不足1%的，请在单元格中连同“%”一起填写（如0.905%）。',
  }),
  textNumber: (name: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”有以文本形式存储的数字，已按数字读取：${places(cells, count)}。`,
    nextStep: '可在 Excel 中选中该列，用“转换为数字”改正。',
  }),
  bracketedNumber: (name: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”有写在括号里的数字，已按负数读取：${places(cells, count)}。`,
    nextStep: '请核对是否为负数；不是的请去掉括号。',
  }),
  notNumber: (name: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”有不是数字的内容，按缺数处理：${places(cells, count)}。`,
    nextStep: '请改填纯数字（单位写在表头）；没有数据的请留空或填“—”。',
  }),
  errorValue: (name: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”有 Excel 错误值，按缺数处理：${places(cells, count)}。`,
    nextStep: '请修正这些单元格的公式。',
  }),
  tooLarge: (name: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”有过大或过于接近 0 的数，无法据以计算，按缺数处理：${places(cells, count)}。`,
    nextStep: '请核对是否误填（如多打了位数或指数），改为实际数值。',
  }),
  textTooLong: (cells: readonly string[], count: number, length: number, most: number): Sentence => ({
    message: `单元格文字过长，没有读入：${places(cells, count)}（首个有 ${length} 字，Excel 单元格最多 ${most} 字）。`,
    nextStep: '请删减这些单元格的文字后重试；不需要的可清空。',
  }),
  /** What the button of a proposal says. */
  countAs: (value: number, unit: string) => `按 ${value}${unit} 计`,
  isOfRow: (counted: string) => `归这一行，${counted}`,
  /** What a cell counts as that holds no figure. */
  noFigure: '—',
  hasNoFigure: '没有数据，按缺数处理',
  /** One of several answers about a row; what stands behind the colon may be given to all rows at once. */
  ofRow: (row: string, answer: string) => `${row}：${answer}`,
  isUnknown: '没有可用的内容，按未知处理',
  staysUnknown: '确实没有，按未知处理',
  proposed: (shown: string, value: number) => `${cut(shown)}，按${value}计？`,
  footnoteNumber: (name: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”的数字旁有注释符号，核定前未采用：${places(cells, count)}。`,
    nextStep: '请删去单元格中的注释符号（脚注写在表的下方），只留数字。',
  }),
  twoNumbers: (name: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”的一个单元格里像是有不止一个数，核定前未采用：${places(cells, count)}。`,
    nextStep: '请只留一个数；千位分隔请用半角逗号或不写。',
  }),
  dateInAmount: (name: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”是数量列，单元格却显示为日期或时间，核定前未采用：${places(cells, count)}。`,
    nextStep: '多是输入“3-15”一类内容时被自动改成了日期：请把单元格格式改为“常规”后重新填写原来的数；存的数本来就对的，只改格式即可。',
  }),
  dateShown: (shown: string, value: number) => `${shown}（存的数是${value}）`,
  shownOtherwise: (name: string, unit: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”的数字格式使看到的数与存的数不同，或带有与表头“${unit}”不一致的单位，核定前未采用：${places(cells, count)}。`,
    nextStep: '请把单元格格式改为“数值”，并按表头的单位填写看到的数；存的数对的，只改格式即可。',
  }),
  shownAs: (shown: string, words: string, stored: number) => `显示${shown}${words}，存的数是${stored}`,
  formulaNotCalculated: (name: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”是公式，文件中没有存计算结果，按缺数处理：${places(cells, count)}。`,
    nextStep: '请在 Excel 或 WPS 中打开本文件，待公式算出后保存，再重新考评。',
  }),
  mergedAmount: (name: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”有跨行合并的数，不能确定归哪一行，核定前未采用：${places(cells, count)}。`,
    nextStep: '请取消合并，逐行填写各自的数。',
  }),
  outOfRange: (name: string, range: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”应${range}，有数值超出，按缺数处理：${places(cells, count)}。`,
    nextStep: '请核对数值和计量单位后改正。',
  }),
  range: (atLeast: number | undefined, atMost: number | undefined, unit: string): string =>
    atLeast !== undefined && atMost !== undefined
      ? `在 ${atLeast}～${atMost}${unit} 之间`
      : atLeast !== undefined
        ? `不小于 ${atLeast}${unit}`
        : `不大于 ${atMost ?? ''}${unit}`,
  notInList: (
    name: string,
    accepted: readonly string[],
    shown: string,
    cells: readonly string[],
    count: number,
    proposal: string | undefined,
  ): Sentence => ({
    message: `“${name}”应填${list(accepted)}，“${cut(shown)}”不能识别，核定前按未知处理：${places(cells, count)}。`,
    nextStep:
      proposal === undefined
        ? `请改填${list(accepted)}之一。`
        : `如确为${proposal}，请改填“${proposal}”，按“${proposal}”计；不是的，请改填${list(accepted)}之一。`,
  }),
  notInListMore: (name: string, accepted: readonly string[], count: number): Sentence => ({
    message: `“${name}”不能识别的填法还有 ${count} 种，核定前均按未知处理。`,
    nextStep: `请核对是否认错了列；没有认错的，请改填${list(accepted)}之一。`,
  }),
  requiredBlank: (name: string, rowWord: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”必须填写，以下单元格为空，核定前按未知处理：${places(cells, count)}。`,
    nextStep: `请补填；补填前，与这些${rowWord}有关的结果按不能确定处理。`,
  }),
  notDate: (name: string, cells: readonly string[], count: number): Sentence => ({
    message: `“${name}”有不能识别的日期，按缺数处理：${places(cells, count)}。`,
    nextStep: '请按“2016-11-16”或“2016年11月16日”填写。',
  }),
  partOverWhole: (part: string, partCell: string, partValue: string, whole: string, wholeCell: string, wholeValue: string): Sentence => ({
    message: `“${part}”${partCell} 为 ${partValue}，大于它所属的“${whole}”${wholeCell} 的 ${wholeValue}。`,
    nextStep: '请核对这两个数和它们的计量单位。',
  }),
  partOverWholeMore: (part: string, whole: string, count: number): Sentence => ({
    message: `“${part}”大于“${whole}”的还有 ${count} 行。`,
    nextStep: '请核对这两列数和它们的计量单位。',
  }),
  constantColumn: (name: string, value: string, rows: number): Sentence => ({
    message: `“${name}”的 ${rows} 个数全部是 ${value}，请核对是否误填。`,
    nextStep: '请核对是否漏改了模板中的示例数。',
  }),
  yes: '是',
  no: '否',
} as const;
