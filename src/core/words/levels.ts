import { sides, type Side } from '../limit/edge';

interface Step {
  readonly title: string;
}

const edgeWords: Readonly<Record<Side, string>> = { over: '超过', at_least: '不低于', under: '低于', at_most: '不超过' };

/** Chinese text of levels. */
export const levelWords = {
  missing: '缺数',
  notFor: '—',
  limits: (given: { readonly [side in Side]?: readonly number[] | undefined }, steps: readonly Step[], unit: string) => {
    const side = sides.find((one) => given[one] !== undefined)!;
    const named = given[side]!.map((limit, at) => `${edgeWords[side]}${limit}${unit}为${steps[at]!.title}`);
    return `${named.join('，')}，其余为${steps.at(-1)!.title}。`;
  },
  combined: ({
    combine: { worst, between },
    caps,
    missing,
  }: {
    readonly combine: { readonly worst?: number | undefined; readonly between: 'better' | 'worse' };
    readonly caps: readonly { readonly any: string; readonly at_best: string }[];
    readonly missing: 'wait' | 'left_out';
  }) =>
    [
      worst === 1
        ? '各方面取最差一项指标的级别'
        : `各方面取${worst === undefined ? '全部' : `最差${worst}项`}指标的平均级别，在两级之间的取较${between === 'better' ? '好' : '差'}一级`,
      ...caps.map(({ any, at_best: best }) => `有一项为“${any}”或更差的，不高于“${best}”`),
      missing === 'wait' ? '缺数为灰，缺数会改变级别的待定' : '缺数为灰，方面的级别只看有数的指标',
    ].join('；') + '。',
};
