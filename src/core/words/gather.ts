import type { Pack } from '../pack/schema';

/** Time that figures are of. */
interface Period {
  readonly year: number | undefined;
  readonly part: string | undefined;
}

const quoted = (names: readonly string[], most = 3): string =>
  `“${names.slice(0, most).join('”“')}”${names.length > most ? `等${names.length}个` : ''}`;

/** Chinese text of gathering filled templates into one workbook. */
export const gatherWords = {
  noRegister: (file: string, headers: readonly string[]) => ({
    message: `“${file}”中没有找到开发区名录：要有一列表头为${quoted(headers)}，下面每行一个名称。`,
    nextStep: '请核对是不是名录文件，并把名称一列的表头写成上述之一。',
  }),
  registeredTwice: (name: string, one: string, other: string) => ({
    message: `名录中“${name}”写了两次（${one}、${other}）。`,
    nextStep: '请删去重复的一行。',
  }),
  twoYears: (one: number, other: number) => ({
    message: `各文件的年度不一，${one}年度和${other}年度的一样多，不能确定收哪一年的。`,
    nextStep: '请只选同一年度的文件；命令行也可以用 --year 写明数据年度。',
  }),

  twoParts: (one: string, other: string) => ({
    message: `各文件的时段不一，${one}和${other}的一样多，不能确定收哪一个。`,
    nextStep: '请分开收，或请有关开发区改正表的标题。',
  }),
  /** 2016年度, 2016年1-11月. */
  period: ({ year, part }: Period) => (year === undefined ? '' : `${year}年${part ?? '度'}`),
  titled: (title: string, period: Period) => (period.year === undefined ? title : `${title}（${gatherWords.period(period)}）`),
  withoutPeriod: (title: string) => title.replace(/（[^（）]*年[^（）]*）$/u, ''),
  tableYear: (sheet: string, year: number) => `“${sheet}”写的是${year}年，与主表的年度对不上，没有并入。`,
  tableApart: (sheet: string, own: string, first: string, other: string) => `“${sheet}”是${own}的，“${first}”中的是${other}的，没有并入。`,
  noYear: '表上没有写年度，按本次所收的年度并入，请核对。',

  said: (message: string, nextStep: string) => `${message}${nextStep}`,
  problemAt: (sheet: string | undefined, cell: string | undefined, message: string) =>
    sheet === undefined ? message : `${sheet}${cell === undefined ? '' : `!${cell}`}：${message}`,
  refused: {
    otherPack: (found: string, wanted: string) => ({
      message: `这是方案“${found}”的模板，不是“${wanted}”的。`,
      nextStep: '请发给该区正确的模板重新填报。',
    }),
    noTable: () => ({
      message: '没有找到本方案的数据表：表头与模板不符，也没有模板标识。',
      nextStep: '请核对是不是别的文件，或请该区用下发的模板填报。',
    }),
    twoYears: (ofTemplate: number, ofTable: number) => ({
      message: `模板标识是${ofTemplate}年度，数据表标题写的是${ofTable}年，不能确定是哪一年的数。`,
      nextStep: '请与该区核对，改正标题后重新收。',
    }),
    otherPeriod: (found: string, wanted: string): [string, string] => [
      `这是${found}的数据，本次收的是${wanted}。`,
      '请该区报送本次要收的。',
    ],
  },
  unanswered: (sheets: readonly string[]) => `${quoted(sheets, 6)}没有填。`,
  otherZones: (zone: string, others: readonly string[]) => `模板是发给“${zone}”的，表中另填了${quoted(others)}，请核对。`,
  unfit: (place: string, title: string, shown: string) =>
    `${place}（${title}）写的是“${shown}”，与汇总表这一栏的表头或单位不同、又不能换算，没有并入；请在原表改正后重新收。`,
  misread: (place: string, title: string) => `${place}（${title}）换算后读回的数与原数不符，没有并入；请在原表按汇总表的单位填写后重新收。`,
  repeated: (sheet: string, rows: number) => `“${sheet}”有${rows}行前面的文件也报了，相同的只计一次。`,
  another: (name: string, n: number) => `${name.slice(0, 26)}（${n}）`,
  unreadSheet: (name: string) => `工作表“${name}”没有读出数据表（表头不全，或另一张表更合），没有并入，请核对表头。`,
  otherSheetDiffers: (name: string, first: string) =>
    `工作表“${name}”与“${first}”中的不同，都没有并入；请由主管部门定一份，放进汇总工作簿。`,
  notRegistered: (zones: readonly string[]) => `${quoted(zones)}不在名录中，请核对名称。`,
  olderVersion: (newest: string, saved: string) =>
    `同一开发区另有较新的一份“${newest}”（${saved} 保存）。只用较新的：去掉这一份，或在命令行加 --latest，重新收。`,
  supersededBy: (newest: string, saved: string) => `同一开发区另有较新的一份“${newest}”（${saved} 保存），已用那一份。`,
  newestVersion: (older: readonly string[]) => `同一开发区另有较早的${quoted(older)}；这一份保存得最晚。`,
  versionUnknown: (others: readonly string[]) =>
    `同一开发区另有${quoted(others)}，文件没有写明保存时间或时间相同，分不出先后；请只留一份。`,
  wholeRows: '（整行）',
  rowCount: (rows: number) => `${rows}行`,
  source: (from: string, shown: string) => `${from}：${shown}`,
  sourceFrom: (file: string, place: string) => `${file}\n${place}`,
  ofRow: (name: string, title: string) => `${name}：${title}`,
  openNote: (sources: readonly string[]) => `各文件报的不同，没有取任何一个，待核定：\n${sources.join('\n')}`,

  sheets: { receipt: '收表回执', conflicts: '数据冲突', reminders: '催报名单' },
  titleOf: ({ jurisdiction, subject }: Pick<Pack, 'jurisdiction' | 'subject'>, sheet: string, year: number | undefined) =>
    `${jurisdiction.name}${subject}考评${sheet}${year === undefined ? '' : `（${year}年度）`}`,
  outcomes: { taken: '已并入', blank: '空白未填', superseded: '未用旧版', refused: '拒收', broken: '打不开' },
  zones: (zones: readonly string[], most: number) =>
    zones.length > most ? `${zones.slice(0, most).join('、')}等${zones.length}个` : zones.join('、'),
  problems: (problems: readonly string[], most: number) =>
    [...problems.slice(0, most), ...(problems.length > most ? [`另有${problems.length - most}处`] : [])].join('\n'),
  receipt: {
    number: '序号',
    file: '文件',
    from: '报送单位',
    outcome: '处理',
    filled: '已填\n（格）',
    gaps: '空缺\n（格）',
    conflicts: '冲突\n（格）',
    savedAt: '保存时间',
    unknown: '未载明',
    problems: '问题',
    state: '情况',
  },
  conflict: {
    item: '指标',
    value: (n: number) => `第${n}份报的数`,
    source: (n: number) => `第${n}份出处`,
    more: '其余各份',
    fillIn: '核定后填入',
    remark: '核实情况',
  },
  summary: (files: number, counts: Readonly<Record<'taken' | 'blank' | 'superseded' | 'refused' | 'broken', number>>) =>
    [
      `共收${files}个文件：已并入${counts.taken}`,
      ...(counts.superseded > 0 ? [`未用旧版${counts.superseded}`] : []),
      ...(counts.blank > 0 ? [`空白未填${counts.blank}`] : []),
      ...(counts.refused > 0 ? [`拒收${counts.refused}`] : []),
      ...(counts.broken > 0 ? [`打不开${counts.broken}`] : []),
    ].join('，') + '。“空缺”是本区应填的表中没有数的格，按缺数处理。',
  disputed: (cells: number) =>
    cells === 0 ? '没有冲突：同一格没有两个不同的数。' : `有${cells}处冲突，列在“数据冲突”表；核定以前汇总表中是灰色空格，按缺数处理。`,
  noRegisterGiven: '没有给名录，不能列出未报的开发区；收表时写明名录即可列出。',
  remindersCount: (zones: number) => (zones === 0 ? '名录中的开发区都已报送。' : `名录中有${zones}个开发区没有报送，列在“催报名单”表。`),
  allAnswered: '名录中的开发区都已报送。',
  remind: '下列开发区在名录中，还没有收到可以并入的数据。',
  decide: '同一格各文件报的不同，程序不取任何一个。请向报送单位核实，把核定数填入所指的单元格（现为灰色空格）；不填的按缺数处理。',
  absent: {
    nothing: '没有收到文件',
    blank: (file: string) => `收到“${file}”，没有填数`,
    refused: (file: string) => `收到“${file}”，已拒收（见“收表回执”）`,
    near: (other: string) => `没有收到同名的；收到名称相近的“${other}”，请核对是不是同一个`,
  },
};
