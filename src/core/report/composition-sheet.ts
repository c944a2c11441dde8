import { titleOf } from '../pack/references';
import type { SheetPlan } from '../plan';
import { lacksWhatOthersHave, placesOf, weightsAt, type RankedPopulation } from '../ranking/population';
import { TOTAL } from '../ranking/total';
import { nameOf, type ScoreNode } from '../score/tree';
import { chartWords as words } from '../words/charts';
import { reportWords } from '../words/report';
import { ADJUSTED, chartSheet, fillOf, type ChartBlock, type ChartSeries } from './chart-sheet';
import { headerOf } from './own-header';
import type { ReportContext } from './report-context';
import { contextOf } from './standard-context';
import { decimalFormat } from './style-book';

/** Fewer zones than these are no picture; nor are fewer than half of all. */
const FEWEST = 3;
/** What parts may differ from their sum by, as doubles do. */
const NOISE = 1e-6;

/** Totals of each ranking by the total, put together of the dimensions; of those alone whose places are settled and who lack nothing that would change their bars. */
export function compositionSheet(context: ReportContext, rankings: readonly RankedPopulation[]): SheetPlan[] {
  const blocks = rankings.flatMap((one) => blockOf(contextOf(context, one), one));
  if (blocks.length === 0) return [];
  return [chartSheet(context, words.composition, [], blocks, true)];
}

function blockOf({ pack, figures }: ReportContext, ranked: RankedPopulation): ChartBlock[] {
  // What is ranked is a mean of several years then, and none of its parts.
  if (ranked.years) return [];
  const places = Array.from(ranked.order).filter((place) => isSettled(ranked, place));
  const left = ranked.rows.length - places.length;
  if (places.length < FEWEST || places.length < left) return [];
  const pick = (values: ArrayLike<number>): Float64Array => Float64Array.from(places, (place) => values[place]!);
  const total = { title: reportWords.total, values: pick(ranked.adjusted.totals) };
  const parts = partsOf(ranked, places, (id) => pack.dimensions[id]?.basis);
  const changes = changesOf(ranked, places);
  const isWhole = parts.length > 1 || (parts.length === 1 && changes.length > 0);
  return [
    {
      title: isWhole ? words.compositionOf(ranked.title) : words.totalsOf(ranked.title),
      lines: [
        ...(left > 0 ? [words.leftOut(left)] : []),
        ...(isWhole ? [words.parts] : []),
        ...(isWhole && changes.length > 0 ? [words.adjusted] : []),
      ],
      stacked: true,
      axes: { zones: titleOf(pack, figures.tables.get(pack.main_table)?.spec.key ?? ''), values: words.points },
      lead: { title: reportWords.rank, values: places.map((place) => ranked.rank[place]!) },
      names: places.map((place) => figures.subject({ table: pack.main_table }, ranked.rows[place]!)),
      ...(isWhole ? { series: [...parts, ...changes], total } : { series: [{ ...total, fill: fillOf(0) }] }),
      format: decimalFormat(pack.scoring.show_decimals),
      firstOf: words.first,
    },
  ];
}

function isSettled(ranked: RankedPopulation, place: number): boolean {
  const [best, worst] = placesOf(ranked, place) ?? [];
  return ranked.rank[place]! > 0 && best !== undefined && best === worst && !lacksWhatOthersHave(ranked, place);
}

/** What each dimension brings to the total before anything adjusts it; none where the total is no weighted mean of them for each of the places. */
function partsOf(
  ranked: RankedPopulation,
  places: readonly number[],
  basisOf: (id: string) => Parameters<typeof headerOf>[0],
): ChartSeries[] {
  const { tree, scores } = ranked;
  if (tree.method !== 'weighted_arithmetic') return [];
  const scoresOf = ({ id }: ScoreNode): Float64Array | undefined => scores.nodeScores.get(id) ?? scores.indicatorScores.get(id);
  const before = scores.nodeScores.get(TOTAL)!;
  const brought = tree.children.map(() => new Float64Array(places.length).fill(NaN));
  for (const [at, place] of places.entries()) {
    const weights = weightsAt(ranked, place)?.siblings;
    const present = tree.children.flatMap((node, child) => {
      const score = scoresOf(node)?.[place] ?? NaN;
      const weight = weights?.get(node.id) ?? 0;
      return Number.isNaN(score) || weight === 0 ? [] : [{ child, score, weight }];
    });
    const whole = present.reduce((sum, { weight }) => sum + weight, 0);
    // A mark is part of its own share of all marks already.
    const partOf = ({ score, weight }: (typeof present)[number]): number =>
      ranked.marks === undefined ? (score * weight) / whole : score / whole;
    for (const one of present) brought[one.child]![at] = partOf(one);
    const sum = present.reduce((all, one) => all + partOf(one), 0);
    if (Math.abs(sum - before[place]!) > NOISE) return [];
  }
  return tree.children
    .map((node, child) => ({ title: headerOf(basisOf(node.id), nameOf(node)), values: brought[child]! }))
    .filter(({ values }) => values.some((value) => !Number.isNaN(value)))
    .map((part, at) => ({ ...part, fill: fillOf(at) }));
}

/** What bonuses, deductions and limits come to. */
function changesOf(ranked: RankedPopulation, places: readonly number[]): ChartSeries[] {
  const before = ranked.scores.nodeScores.get(TOTAL)!;
  const values = Float64Array.from(places, (place) => ranked.adjusted.totals[place]! - before[place]!);
  return values.some((value) => Math.abs(value) > NOISE) ? [{ title: words.adjustments, values, fill: ADJUSTED }] : [];
}
