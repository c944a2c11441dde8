import { parameterSheet } from './parameters';

const where = parameterSheet.name;

/** Chinese text of the form for weights and parameters, as far as the core says it. */
export const formWords = {
  /** What a parameter turns on. */
  uses: {
    rule: (title: string) => `规则“${title}”`,
    indicator: (title: string) => `指标“${title}”`,
    dimension: (title: string) => `方面“${title}”`,
    measure: (title: string) => `派生指标“${title}”`,
    adjustment: (title: string) => `加减分“${title}”`,
    grades: (title: string) => `等次“${title}”`,
    check: '数据校验',
    scoring: '计分方法',
    gaps: '缺数的处理',
    sheets: (titles: readonly string[]) => `结果表：${titles.map((title) => `“${title}”`).join('、')}`,
  },
  clause: (place: string, quote: string) => `${place}：“${quote}”`,
  decided: (id: string, what: string, why: string) => `${id}：${what}（${why.replace(/。$/u, '')}）`,
  dimensionGroup: '各项考核内容',
  indicatorGroup: (title: string) => `“${title}”下各指标`,
  partGroup: (title: string) => `“${title}”下各部分`,
  oldGroup: '原权重（提高比重的核对用）',
  locked: {
    compared: (weight: string) => `由判断矩阵得出：${weight}。清空判断矩阵并写入后，可直接填写。`,
    elsewhere: (cell: string) => `取自 ${cell}，请在该处修改。`,
    merged: (cell: string) => `“${where}”表 ${cell} 是合并单元格的一部分，请先在表中取消合并。`,
  },
  noHeader: (needed: string) => ({
    message: `“${where}”表里没有找到表头（${needed}），不能按表填写。`,
    nextStep: '请在该表补上表头一行；或者把该表改名，再由本页新建。',
  }),
  tooLong: (limit: number) => ({ message: `文字超过一个单元格能容纳的 ${limit} 个字符。`, nextStep: '请缩短。' }),
  sheetChanged: (sheet: string) => ({
    message: `“${sheet}”表写入后又改动过，没有删去。`,
    nextStep: '请在表中直接修改；不需要这张表的，请自行删去。',
  }),
  unknownField: { message: '表单与当前方案不一致。', nextStep: '请重新打开本页。' },
};
