import type { PeriodKind } from '../period/part';

type PartKind = Exclude<PeriodKind, 'year'>;

const PART_NAMES: Readonly<Record<PartKind, string>> = { half: '个半年', quarter: '个季度', month: '个月' };
const PART_EXAMPLES: Readonly<Record<PartKind, string>> = { half: '2025年上半年', quarter: '2025年第一季度', month: '2025年3月' };

/** What so many of the last periods are counted in: 近3个季度中有2个季度. */
export const periodUnit = (kind: PeriodKind): string => (kind === 'year' ? '年' : PART_NAMES[kind]);

export const earlierPeriods = (kind: PeriodKind): string => (kind === 'year' ? '以前年度' : '以前各期');

/** Chinese text of the year of the figures and the day of the assessment. */
export const periodWords = {
  /** Where a year stands, and what is said there. */
  said: {
    parameter: (place: string, year: string) => `${place}“数据年度”填${year}`,
    decision: (_place: string, year: string) => `经人工确认用${year}`,
    option: (_place: string, year: string) => `本次运行指定${year}`,
    title: (place: string, year: string) => `${place}标题为${year}`,
    header: (place: string, year: string) => `${place}表头为${year}`,
    sheet_name: (place: string, year: string) => `工作表名“${place}”为${year}`,
  },
  ofAssessment: (assessed: number, year: number) => `${assessed}年度考评（用${year}年的数据）`,
  useYear: (year: number) => `用 ${year} 年的表`,
  useAs: (year: number) => `作 ${year} 年的表用`,
  stillOfYear: (year: number) => `年份无误，仍按 ${year} 年计`,
  base: '基期',
  useAsBase: '仍作基期的表用',
  period: (year: number, part: string | undefined) => `${year}年${part ?? '全年'}`,
  useAsPeriod: (year: number, part: string | undefined) => `按 ${year} 年${part ?? '全年'}的数据用`,
  isOfYear: (year: number) => `是 ${year} 年的数据`,
  unknown: (needed: boolean, before: { readonly said: string; readonly proposed: number } | undefined) => ({
    message: `主表的标题、工作表名和表头都没有写明数据属于哪一年${needed ? '；目标年已过的未达到目标项不作结论，也不推算进度' : ''}。`,
    nextStep: `请在表上方的标题中写明年度（如“（2016年度）”），或在“数据”页选定数据年度（命令行写 --year），或填在“权重与参数”表（报表数据所属年度，不是考评日期所在年度），再重新考评。${before === undefined ? '' : `上年表：${before.said}；如本表为次年数据，应填${before.proposed}。`}`,
  }),
  twoYears: (said: string) => `${said}，年度不一致`,
  twoYearsNext: (isSet: boolean) =>
    isSet
      ? '请核对后改正“数据年度”或表的标题、工作表名、表头，使两者一致，再重新考评。'
      : '请核对后改正标题、工作表名或表头；几个年度都有原因的，请定下数据所属的一个：在“数据”页选定数据年度（命令行写 --year），或填在“权重与参数”表，再重新考评。',
  notEarlier: (said: string, year: number, previous: boolean) =>
    previous ? `${said}，不是本表数据年度${year}年的上一年` : `${said}，不早于本表数据年度${year}年，不能作基期`,
  otherPart: (said: string, period: string) => `${said}，与本表的${period}期间不同，不能直接比较`,
  noPart: (kind: PartKind, year: string) => `主表只写明${year}，没有写明是哪${PART_NAMES[kind]}`,
  otherParts: (kind: PartKind, said: string) => `${said}，不是同一${PART_NAMES[kind]}`,
  partNext: (kind: PartKind) => `请在表上方的标题中写明是哪${PART_NAMES[kind]}（如“${PART_EXAMPLES[kind]}”），几处写法须一致，再重新考评。`,
  oddList: (said: string, wanted: string) => `${said}，应为${wanted}的名次`,
  oddListAsked: (why: string) => ({
    message: `${why}。核定前，该表的名次不计入连续年数。`,
    nextStep: '请核对该表的标题、工作表名和名次，改正后重新考评。',
  }),
  oddTotalAsked: (why: string) => ({
    message: `${why.replace(/的名次$/u, '的结果')}。得分已照用。`,
    nextStep: '请核对该表的标题、工作表名和数据，改正后重新考评。',
  }),
  earlierNext: '请核对两表的标题、工作表名和数据，改正后重新考评。',
  contradictory: (why: string) => `${why}。核定前，目标和与上年、基期的比较都不作结论。`,
  chosen: (others: string, taken: string) => ({
    message: `${others}；已按${taken}。`,
    nextStep: '如数据不属于该年度，请改正“数据年度”（“权重与参数”表、“数据”页，命令行为 --year）。',
  }),
  otherTable: (said: string, year: number) => ({
    message: `${said}，主表数据为${year}年，年度不同。数值已照用。`,
    nextStep: '请核对该表是否为同一年度的数据；标题写错的，请改正。',
  }),
  afterDay: (said: string, day: string) => ({
    message: `${said}，晚于考评日期${day}所在的年份。`,
    nextStep: '请核对数据年度和考评日期。',
  }),
};
