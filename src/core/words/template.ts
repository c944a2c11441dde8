import type { PeriodKind } from '../period/part';

/** Chinese text of the blank workbook that is to be filled in. */
export const templateWords = {
  guide: '填报说明',
  year: (year: number, kind: PeriodKind = 'year') => `${year}年${{ year: '度', half: '　半年', quarter: '第　季度', month: '　月' }[kind]}`,
  /** "某省经开区指标数据表（2016年度）" */
  title: (parts: readonly string[], year: number | undefined, kind?: PeriodKind) =>
    `${parts.join('')}${year === undefined ? '' : `（${templateWords.year(year, kind)}）`}`,
  guideTitle: (jurisdiction: string, subject: string, year: number) => `${jurisdiction}${subject}考评数据填报说明（${year}年度）`,
  parametersTitle: (jurisdiction: string, subject: string, year: number | undefined) =>
    templateWords.title([jurisdiction, subject, '考评权重与参数'], year),
  particulars: '填报单位（盖章）：　　　　　　　　填报人：　　　　　　填报日期：',
  header: (title: string, unit: string | undefined, between = '') => (unit === undefined ? title : `${title}${between}（${unit}）`),

  document: (title: string, number: string | undefined) => `依据：${title}${number === undefined ? '' : `（${number}）`}`,
  steps: [
    '1.每张表从表头下一行填起，行数不够的在表内插入行；表头有保护（没有密码），表头文字和括号内的单位不要改动。',
    '2.黄色栏目必填；其他栏目与本地情况无关的可以不填，用不到的表可以删去。',
    '3.没有数据的留空，不要填0；留空按缺数处理，不等于0，也不等于不达标。',
    '4.填好后打开“开发区考评助手”，点“数据校验”核对，再点“一键评分”。',
  ],
  stepsOfZone: [
    '1.本文件由一个开发区填报：“开发区”名称已填好的不要改动；表头文字和括号内的单位不要改动。',
    '2.黄色栏目必填；其他栏目与本区无关的可以不填。项目、事项等表行数不够的，在表内插入行。',
    '3.没有数据的留空，不要填0；留空按缺数处理，不等于0，也不等于不达标。',
    '4.填好后连同本表一并报送，不要删去本表最后一行的模板标识；文件名可以改。',
  ],
  /** The line to sign. */
  signatures: (zone: string | undefined) =>
    `填报单位（盖章）：${zone ?? '　　　　　　　　'}　　填报人：　　　　　　负责人：　　　　　　联系电话：　　　　　　　　填报日期：`,
  /** "【模板标识】shandong-2016／0.1.0／2016年度／青石经济开发区": read back by template/identity.ts. */
  identity: (parts: readonly string[]) => `【模板标识】${parts.join('／')}`,
  columns: {
    sheet: '工作表',
    item: '填报内容',
    unit: '计量单位',
    how: '填写要求',
    required: '是否必填',
    clause: '依据条款',
    source: '数据来源',
    reviewer: '审核单位',
  },
  listed: (names: readonly string[]) => names.join('、'),
  required: '必填',
  optional: '选填',
  everyRow: (row: string) => `每行一个${row}`,
  singleRow: '只填一行',
  like: (sheet: string, year: number | undefined, isPart: boolean) =>
    `栏目与“${sheet}”相同${year === undefined ? '，填相应年度的数' : `，填${year}年${isPart ? '同期' : '度'}的数`}`,
  numbered: (number: number, title: string) => `第${number}栏：${title}`,
  wholeTable: '（全表）',
  ofParameters: '权重和文件留给主管部门确定的数',
  byDepartment: '由主管部门填写；不填的，按“说明”一栏处理',
  how: {
    number: (low: number | undefined, high: number | undefined) =>
      low !== undefined && high !== undefined
        ? `填数字，${low}至${high}`
        : low !== undefined
          ? `填数字，不小于${low}`
          : high !== undefined
            ? `填数字，不大于${high}`
            : '填数字',
    text: '填文字',
    date: '填日期，如2016-11-16',
    oneOf: (values: readonly string[]) => `填下列之一：${values.join('、')}`,
    unitInHeader: (units: readonly string[]) =>
      units.length === 0 ? '单位写在表头括号内' : `单位以表头括号内所写为准，可改写，如${units.join('、')}`,
  },
  unitIs: (unit: string) => `单位：${unit}`,
  settingBlank: '不填的，按缺省处理',
  mustFill: '必填',
  mayFill: '选填',
  noFigure: '没有数据留空，不填0',
  joined: (parts: readonly string[]) => parts.join('；'),
  choices: (values: readonly string[]) => `可填：${values.join('、')}`,
  default: (value: string) => `缺省：${value}`,
  parametersHint: '只填“数值”一栏；不填的，按缺省或不启用有关规则。同一组的权重填全或全部留空。',
};
