import type { LackingSheet } from '../measure/lack';
import type { MissingReason } from '../table/spec';

const reasons: Record<MissingReason, string> = {
  empty: '未填报',
  dash: '填为“—”等占位符',
  not_number: '不是数字',
  error_value: '为错误值',
  unit_unknown: '表头未注明单位',
  out_of_range: '超出合理范围',
  not_in_list: '的填法不能识别',
  no_column: '没有该列',
  fraction: '疑似把百分数填成小数，未采用',
  not_calculated: '是公式，文件中没有存计算结果',
  doubtful: '有疑问，核定前未采用',
};

/** “项目明细”表, but “定性清单表” as it is. */
export function sheetTitle(sheet: string): string {
  return sheet.endsWith('表') ? `“${sheet}”` : `“${sheet}”表`;
}

/** What sheets lack. */
export const lackText = (lacking: readonly LackingSheet[]): string =>
  lacking
    .map(({ sheet, row, columns }) => (columns === undefined ? measureWords.noTable(sheet, row) : measureWords.noColumns(sheet, columns)))
    .join('；');

/** What to add to them. */
export const lackStep = (lacking: readonly LackingSheet[]): string =>
  lacking.every(({ columns }) => columns === undefined)
    ? `请在工作簿中增加${lacking.map(({ sheet }) => `“${sheet}”`).join('、')}（表头与模板一致）`
    : '请补充上述内容（表头与模板一致）';

/** Chinese text about figures that are not there, and where to put them. */
export const measureWords = {
  noTable: (sheet: string, row: string) => `工作簿中没有“${sheet}”（每行一个${row}）`,
  noColumn: (sheet: string, header: string) => `${sheetTitle(sheet)}没有“${header}”列`,
  columnTwice: (sheet: string, header: string, cells: readonly string[]) =>
    cells.length > 1
      ? `${sheetTitle(sheet)}有${cells.length}列可作“${header}”（${cells.join('、')}），分不清用哪一列`
      : `${sheetTitle(sheet)}可作“${header}”的表头（${cells.join('')}）也可作另一列，分不清是哪一列`,
  noColumns: (sheet: string, headers: readonly string[]) => `${sheetTitle(sheet)}没有${headers.map((header) => `“${header}”`).join('')}列`,
  cell: (sheet: string, cell: string, header: string, reason: MissingReason) => `${sheet}!${cell}“${header}”${reasons[reason]}`,
  noPrevious: (title: string) => `没有“${title}”的上年数据`,
  noArea: (name: string, sheet: string) => `${sheetTitle(sheet)}中找不到“${name}”`,
  noAreaName: (cell: string) => `${cell}未填所属地区`,
  zeroDivisor: (title: string) => `分母“${title}”为 0`,
  noParameter: (title: string) => `“权重与参数”表中未填“${title}”`,
  tooFewToDrop: (count: number, drop: number) => `只有${count}个数，去掉${drop}个最高、${drop}个最低后没有剩余`,
  noRowsOf: (subject: string, sheet: string) => `${sheetTitle(sheet)}中没有属于“${subject}”的行`,
  openRow: (subject: string, cells: readonly string[]) =>
    `${cells.length > 0 ? `${cells.join('、')}待核定，` : ''}不能确定“${subject}”是否计入`,
  moreReasons: (count: number) => `……共${count}处`,
  outOfRange: (title: string, value: string) => `“${title}”算得${value}，超出合理范围，未采用`,
  unitUnknown: (title: string) => `“${title}”的单位无法换算`,
  severalRows: (sheet: string, count: number) => ({
    message: `“${sheet}”应只有一行数据，实有 ${count} 行。`,
    nextStep: '请只保留一行汇总数据。',
  }),
  unknownZone: (sheet: string, cells: string, names: string) => ({
    message: `“${sheet}”里有 ${names} 不在主表名单中（${cells}），相关行未计入。`,
    nextStep: '请核对名称，使其与主表中的名称完全一致；确非本名单的，可不处理。',
  }),
  zoneOfBefore: (sheet: string, cells: string, names: string) => ({
    message: `“${sheet}”里有 ${names} 不在今年的主表名单中（${cells}），只用来判断当年名次的先后。`,
    nextStep: '请核对名称，使其与主表中的名称完全一致；今年已不参评的，可不处理。',
  }),
  nearZone: (sheet: string, cell: string, name: string, likely: readonly string[]) => ({
    message: `“${sheet}”${cell}“${name}”与主表中的${likely.map((one) => `“${one}”`).join('、')}名称相近、不完全相同，核定前与其有关的结果按不能确定处理。`,
    nextStep: `请核定：如就是“${likely[0] ?? ''}”，请把名称改为与主表一致；不是的，请把名称写全，使两者能够区分。`,
  }),
  isNamed: (name: string) => `就是 ${name}`,
  absent: '—',
  placeAbsent: '没有该地的数，比重按缺数处理',
  stranger: '是名单之外的另一个，不计入',
  strangerOfBefore: '今年不参评，只用来判断当年名次的先后',
  sameZone: (cell: string) => `与 ${cell} 是同一个，不计这一行`,
  ownZone: '是另一个，两行都计',
  nearListed: (name: string, cell: string, listed: string) => ({
    message: `${cell}“${name}”与文件所列的“${listed}”名称相近、不完全相同，核定前不列入也不排除。`,
    nextStep: `请核定：如就是“${listed}”，请改为该名称；不是的，请把名称写全，使两者能够区分。`,
  }),
  namesAlike: (name: string, cell: string, other: string, otherCell: string) => ({
    message: `${otherCell}“${other}”与 ${cell}“${name}”名称相近，可能是同一个，核定前两行是否都参加排名按不能确定处理。`,
    nextStep: '请核定：如是同一个，请删去重复的一行；不是的，请在名称中写明区别（如所在市、县）。',
  }),
  unknownPlace: (name: string, sheet: string, likely: readonly string[]) => ({
    message: `${sheetTitle(sheet)}中找不到“${name}”，占所在地比重无法计算。`,
    nextStep:
      likely.length > 0
        ? `请核定是否就是${likely.map((one) => `“${one}”`).join('或')}，并使两处名称一致。`
        : `请在${sheetTitle(sheet)}中补上该地，或改正名称。`,
  }),
  impossible: (subject: string, why: string, cells: string) => ({
    message: `${subject}${why}（${cells}）。`,
    nextStep: '请核对这些单元格的数值和单位，改正后重新考评；改正前按缺数处理。',
  }),
};
