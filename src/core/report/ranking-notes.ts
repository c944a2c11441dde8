import { changesPoints } from '../ranking/adjustments';
import type { RankedPopulation } from '../ranking/population';
import { places } from '../pack/clause-place';
import { adjustmentWords } from '../words/adjustments';
import { reportWords as words } from '../words/report';
import { adjustmentLegend } from './adjustment-notes';
import { coverageLine } from './coverage-line';
import { dimensionLegend } from './dimension-legend';
import { fewScored } from './few-scored';
import { groupWeightLines } from './group-weights';
import type { ReportContext } from './report-context';
import { gapLines, methodLine } from './sheet-head';

/** The line that names document, clause, day and method. */
export function basisLine(context: ReportContext, ranked: RankedPopulation): string {
  const { pack, day } = context;
  const clause = places(pack.rankings[ranked.id]?.clause ?? []);
  const document = `${words.document(pack.title, pack.number)}${clause === '' || context.standardLine !== undefined ? '' : `，${clause}`}`;
  const isOfFigures = ranked.by !== undefined && Object.hasOwn(pack.indicators, ranked.by);
  const method = isOfFigures ? words.byFigure(ranked.direction) : `${methodLine(context)}；${words.rankFrom(ranked.roundedTo)}。`;
  return `${document}　${words.asOf(day)}　${method}`;
}

/** What else is to be said of a ranking, each once. */
export function rankingNotes(
  context: ReportContext,
  ranked: RankedPopulation,
  said: {
    /** Where last year's places come from. */
    readonly last: string | undefined;
    /** Columns that are left out: nothing stands in them, or the page does not hold them. */
    readonly empty: readonly { readonly header: string }[];
    readonly tooWide: readonly { readonly header: string }[];
    readonly isLive: boolean;
    readonly isGrey: boolean;
  },
): string[] {
  const { pack, figures } = context;
  const { by } = ranked;
  const isOfFigures = by !== undefined && Object.hasOwn(pack.indicators, by);
  const coverage = by === undefined ? coverageLine(ranked.coverage) : undefined;
  // A document that states full marks states what belongs to which content as well.
  const isOwnReading =
    by === undefined &&
    pack.scoring.basis !== 'pack_weights' &&
    ranked.indicators.some(({ basis, id }) => basis !== 'imported' && (pack.indicators[id]?.decided?.length ?? 0) > 0);
  const few = fewScored(ranked, pack.subject);
  const hasPlaces = pack.scoring.adjustments.some(({ kind }) => kind === 'places');
  return [
    `${words.population(ranked.rows.length, ranked.ranked, pack.subject)}。${isOfFigures ? '' : scopeSentence(context, ranked)}${words.meanOf}`,
    ...(context.standardLine === undefined ? [] : [context.standardLine]),
    ...(few === undefined ? [] : [few]),
    ...(coverage === undefined ? [] : [coverage]),
    ...(isOfFigures ? [] : gapLines(context)),
    ...(by === undefined ? groupWeightLines(ranked) : []),
    ...dimensionLegend(pack, figures, ranked),
    ...(by === undefined ? adjustmentLegend(pack, figures, ranked) : pack.scoring.adjustments.length > 0 ? [words.unadjusted] : []),
    ...(said.isLive && changesPoints(pack) ? [adjustmentWords.live, ...(hasPlaces ? [adjustmentWords.placesKept] : [])] : []),
    ...(said.last ? [said.last] : []),
    ...(said.empty.length > 0 ? [words.emptyColumns(titlesOf(said.empty))] : []),
    ...(said.tooWide.length > 0 ? [words.tooWide(titlesOf(said.tooWide), context.faces.has('working'))] : []),
    ...(ranked.places ? [words.assumption] : []),
    ...(isOwnReading ? [words.suggestedDimensions] : []),
    ...(said.isGrey ? [words.grey] : []),
  ];
}

/** Headers without the weights below them. */
const titlesOf = (columns: readonly { readonly header: string }[]): string =>
  columns.map(({ header }) => header.split('\n', 1)[0]!).join('、');

/** Over whom the scores were worked out, where more than one ranking makes a difference. */
function scopeSentence({ pack }: ReportContext, { scoredOver }: RankedPopulation): string {
  if (!scoredOver) return '';
  return scoredOver.scope === 'all' ? words.scoredTogether(scoredOver.count, pack.subject) : words.scoredWithin;
}
