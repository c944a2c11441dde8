/** Chinese text of the sheets that list tasks, and what the document says besides. */
export const tasksWords = {
  number: '序号',
  item: '事项',
  group: '类别',
  lead: '牵头单位',
  others: '配合单位',
  subject: '填报对象',
  state: '完成情况',
  evidence: '证明材料',
  quote: '文件原文',
  clause: '依据条款',
  unanswered: '未填',
  notApplicable: '不适用',
  progress: (done: number, answered: number, all: number) =>
    `共${all}项，已完成${done}项，已填报${answered}项，未填${all - answered}项；“不适用”的不计。`,
  unit: (unit: string, done: number, all: number) => `${unit}${done}／${all}`,
  units: (all: readonly string[]) => `按牵头单位（已完成／事项数）：${all.join('；')}。`,
  foot: '完成情况由填报人判定，本表只汇总；未填的按缺数列灰，不等于未完成。',
} as const;

export const statementWords = {
  sheet: '支持措施和职责',
  number: '序号',
  kind: '类别',
  title: '内容',
  quote: '文件原文',
  clause: '依据条款',
  responsible: '责任单位',
  note: '说明',
  kinds: { support: '支持措施', duty: '职责分工', report: '报告', other: '其他' },
  hint: '文件写明、不需要计算也不需要勾选的内容，照原文列出，供查阅。',
  foot: '本表不作结论。',
} as const;
