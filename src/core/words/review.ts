interface Outcome {
  readonly title: string;
}

/** Chinese text of reviews. */
export const reviewWords = {
  zone: '所在开发区',
  reasons: '理由和依据',
  open: '待补',
  /** What a row that is not settled can come to. */
  mayBe: (outcomes: readonly Outcome[]) => {
    const titles = outcomes.map(({ title }) => title);
    return `待补（${[titles.slice(0, -1).join('、'), ...titles.slice(-1)].filter((part) => part !== '').join('或')}）`;
  },
  counts: (row: string, all: number, parts: readonly (readonly [title: string, count: number])[]) =>
    `共${all}个${row}：${parts.map(([title, count]) => `${title}${count}个`).join('，')}。`,
  /** How the outcomes come about, for the head of the sheet. */
  because: (outcome: string, rules: readonly string[]) => `有下列任一项不符的，${outcome}：${rules.join('、')}。`,
  otherwise: (outcome: string) => `各项都没有不符的，${outcome}；缺数可能使结论更重的为待补，不作${outcome}。`,
  reason: (number: number, said: string, place: string) => `${number}．${said}（${place}）`,
  rule: (title: string, place: string) => `“${title}”（${place}）`,
  /** What can be judged of no row at all, once for all of it. */
  forNobody: (number: number, rules: readonly string[], row: string) =>
    `${number}．各${row}都无法判定的有${rules.length}项：${rules.join('、')}，原因见“数据缺失与口径说明”表`,
  none: '各项审查均未发现不符',
};
