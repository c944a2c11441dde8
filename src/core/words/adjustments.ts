const kinds = {
  coefficient: '系数',
  rescale: '折算',
  bonus: '加分',
  deduction: '扣分',
  places: '名次加分',
  limit: '限额',
  veto: '一票否决',
};

/** What an adjustment is called by. */
interface Titled {
  readonly kind: keyof typeof kinds;
  readonly title?: string | undefined;
  readonly cap?: unknown;
  readonly floor?: unknown;
  readonly on?: unknown;
}

/** Chinese text about what changes totals after they are put together. */
export const adjustmentWords = {
  group: '加减分与一票否决',
  basis: '加减分依据',
  before: '调整前得分',
  title: ({ kind, title, cap, floor, on }: Titled) => {
    if (title !== undefined) return title;
    if (kind !== 'limit') return kinds[kind];
    return on ? '合计限额' : cap === undefined ? '保底' : floor === undefined ? '封顶' : '封顶和保底';
  },
  capped: '（封顶）',
  raised: '（保底）',
  kinds,
  vetoed: '一票否决',
  barred: '取消资格',
  notVetoed: '—',
  unknown: '未报',

  perUnit: (bonus: boolean, unit: string | undefined, points: number, cap: number | undefined) =>
    `每1${unit ?? '个单位'}${bonus ? '加' : '扣'}${points}分${cap === undefined ? '' : `，最多${bonus ? '加' : '扣'}${cap}分`}`,
  multiplied: (figure: string) => `得分乘以系数（${figure}）`,
  rescaled: (best: number) => `各对象得分同比例折算，最高的为${best}分`,
  figureOf: (indicator: string) => `“${indicator}”`,
  scoreOf: (dimension: string) => `“${dimension}”得分`,
  placeRule: (by: string | undefined, within: string | undefined, points: string) =>
    `${within === undefined ? '' : `各“${within}”分别`}按${by ?? '调整前得分'}的名次，${points}`,
  places: (group: string, points: readonly number[]) => `${group}前${points.length}名依次加${points.join('、')}分`,
  gainedEach: (table: string, points: number, cap: number | undefined) =>
    `比“${table}”每进1位加${points}分${cap === undefined ? '' : `，最多加${cap}分`}`,
  gainedSteps: (table: string, steps: readonly { readonly at_least: number; readonly points: number }[]) =>
    `比“${table}”${steps.map((step) => `进${step.at_least}位以上加${step.points}分`).join('、')}`,
  placesKept: '名次加分按考评时的名次写入，不带公式。',
  amountFrom: (title: string, cell: string | undefined) => `“${title}”${cell === undefined ? '用缺省值' : `取自${cell}`}`,
  amountsFrom: (amounts: readonly string[]) => `（${amounts.join('，')}）`,
  unset: (titles: readonly string[]) => `“权重与参数”表中未填${titles.map((title) => `“${title}”`).join('、')}，本项未启用`,
  crossed: '最低分高于最高分，本项未启用',
  off: (title: string, why: string) => ({
    message: `${title}：${why}。`,
    nextStep: '采用本项的，请在“权重与参数”表中填好后重新考评；不采用的，可以不填。',
  }),
  together: (titles: readonly string[], cap: number) => `${titles.join('、')}合计最多${cap}分`,
  within: (cap: number | undefined, floor: number | undefined) =>
    [...(cap === undefined ? [] : [`最高${cap}分`]), ...(floor === undefined ? [] : [`最低${floor}分`])].join('，'),
  vetoRule: (column: string, when: string, effect: 'zero' | 'unranked' | 'last' | 'keep', bars: readonly string[]) =>
    `“${column}”为“${when}”的，${[
      ...{ zero: ['综合得分记0分'], unranked: ['不参加排名'], last: ['排在本组最后'], keep: [] }[effect],
      ...(bars.length > 0 ? [`不得评为${bars.join('、')}`] : []),
    ].join('，')}`,

  legend: (items: readonly string[]) => `加减分与一票否决：${items.join('；')}。`,
  condition: (indicator: string, edge: string, otherwise: number) => `“${indicator}”未达到“${edge}”的，其他指标最多${otherwise}分`,
  ofRow: '各自的限值',
  dimensionLegend: (items: readonly string[]) => `方面得分（各以100分计）：${items.join('；')}。`,
  live: '加减分和综合得分为活公式，随填报数据重算；名次、名单和颜色不随之改变，数据改动后请重新考评。',
  vetoKept: (count: number) => `其中${count}个回答不是照标准写法填在本行单元格的（如以“√”填写、合并单元格），按识别结果写入，不带公式。`,
  legendItem: (title: string, rule: string, places: string) => `${title}，${rule}${places === '' ? '' : `（${places}）`}`,
  counted: (title: string, amount: string, rule: string, points: string) => `${title}：${amount}，${rule}，计${points}分`,
  held: (title: string, rule: string, points: string) => `${title}：${rule}，计${points}分`,
  decided: (title: string, rule: string) => `${title}：${rule}`,
  provisional: (title: string, kind: 'coefficient' | 'bonus' | 'deduction' | 'places' | 'veto') =>
    `${title}：没有可用的数据，暂按${{ coefficient: '没有得分', bonus: '不加分', deduction: '不扣分', places: '不加分', veto: '未触发' }[kind]}计算，待补报后核定`,
  cells: (cells: readonly string[]) => `数据：${cells.join('、')}`,
  remark: (title: string, points: string) => `${title}${points}分`,
  remarkUnknown: (title: string) => `“${title}”未报`,
};
