import type { Figures } from '../../measure/figures';
import { titleOf } from '../../pack/references';
import { inFirst, inLast, placesOf, whyUnranked, type RankedPopulation } from '../../ranking/population';
import { adjustmentCells } from '../../ranking/adjustments';
import { openCells, settlingCells } from '../../ranking/open-cells';
import { placeOfCell } from '../../table/placed-table';
import { judgeWords as words } from '../../words/judge';
import type { JudgeContext } from '../judge-context';
import type { Verdicts } from '../verdicts';
import type { Candidate, PositionRule } from './candidate';

/**
 * First or last N of one of this pack's own rankings, ties included. Who stands there whatever the missing figures turn out to be is certain;
 * who stands there now, or could come to stand there, is a candidate whose figures are waited for; those without a place are grey.
 */
export function ownCandidates(
  context: JudgeContext,
  verdicts: Verdicts,
  rule: PositionRule,
  { n, most }: { readonly n: number; readonly most: number },
): Candidate[] {
  const ranked = context.rankings.get(rule.ranking!);
  if (!ranked || ranked.ranked === 0) {
    verdicts.nobody(words.nothingRanked(ranked?.title ?? context.pack.rankings[rule.ranking!]?.title ?? ''));
    return [];
  }
  const { figures, pack } = context;
  const end = rule.last === undefined ? 'first' : 'last';
  const now = end === 'first' ? inFirst(ranked, n) : inLast(ranked, n);
  const candidates: Candidate[] = [];
  for (const place of [...ranked.order, ...Array.from(ranked.doubtful, (_, at) => ranked.rows.length + at)]) {
    const row = rowAt(ranked, place);
    const membership = figures.membership(rule.for, pack.main_table, row);
    if (membership === 'out') continue;
    const standing = ranked.places?.among(place, end, n) ?? (now.has(place) ? 'certain' : 'impossible');
    // A share of all who take part has more places where more may take part.
    const verdict =
      standing === 'impossible' && most > n && ranked.places?.among(place, end, most) !== 'impossible' ? 'possible' : standing;
    if (verdict === 'impossible') {
      if (place < ranked.rows.length && placesOf(ranked, place) === undefined) {
        const subject = figures.subject({ table: pack.main_table }, row);
        const why = whyUnranked(ranked, place);
        if (why === 'vetoed') addVetoed(context, verdicts, ranked, place);
        else if (why !== 'unplaced') verdicts.missing(subject, words.notRanked(subject, ranked.title, why));
      }
      continue;
    }
    // Among the last five of four stands everybody; of whom nothing at all is known, that alone says nothing, and a list names nobody on it.
    const bare = ranked.rank[place] === 0 && hasNoFigures(figures, ranked, row);
    const certain = verdict === 'certain' && membership === 'in' && !bare;
    candidates.push(candidateAt(context, ranked, place, { end, n, now: now.has(place), certain, bare }));
  }
  tellEdges(context, rule, ranked, now, n);
  return candidates;
}

/** A veto decides: whoever it keeps out of the ranking cannot be on its lists, whatever else is missing. */
function addVetoed({ figures, pack }: JudgeContext, verdicts: Verdicts, ranked: RankedPopulation, place: number): void {
  const row = ranked.rows[place]!;
  const subject = figures.subject({ table: pack.main_table }, row);
  const vetoes = (ranked.adjusted.vetoed.get(place) ?? []).flatMap((index) => {
    const declared = pack.scoring.adjustments[index]!;
    return declared.kind === 'veto' && declared.effect === 'unranked' ? [declared] : [];
  });
  const { rule } = verdicts;
  const grounds = vetoes.map(({ title, column, when }) => words.vetoGround(title, titleOf(pack, column), when));
  verdicts.add(subject, 'explain', [words.excluded(subject, grounds, ranked.title, rule.title)], {
    word: words.excludedWord,
    certainty: 'impossible',
    consequence: undefined,
    clauses: [...new Set([...vetoes.flatMap(({ clause }) => clause ?? []), ...rule.clause])],
    cells: vetoes.flatMap((declared) => adjustmentCells(figures, declared, row)),
  });
}

const rowAt = (ranked: RankedPopulation, place: number): number => ranked.rows[place] ?? ranked.doubtful[place - ranked.rows.length]!;

function hasNoFigures(figures: Figures, { indicators }: RankedPopulation, row: number): boolean {
  return indicators.every(({ measure }) => {
    const series = figures.series(measure);
    return Number.isNaN(series.values[series.frame === 'single' ? 0 : row] ?? NaN);
  });
}

interface Standing {
  readonly end: 'first' | 'last';
  readonly n: number;
  readonly now: boolean;
  readonly certain: boolean;
  /** Nothing was reported that the ranking rests on. */
  readonly bare: boolean;
}

function candidateAt(context: JudgeContext, ranked: RankedPopulation, place: number, { end, n, now, certain, bare }: Standing): Candidate {
  const { figures, pack } = context;
  const row = rowAt(ranked, place);
  const subject = figures.subject({ table: pack.main_table }, row);
  const table = figures.tables.get(pack.main_table);
  const key = table?.columns.get(table.spec.key);
  const cells = table && key ? [placeOfCell(table, key, row)] : [];
  const rank = ranked.rank[place] ?? 0;
  const tied = ranked.tied[place] === 1;
  const [best, worst] = placesOf(ranked, place) ?? [rank, rank];
  const provisional = openCells(figures, ranked, place).length > 0;
  const said = [
    rank === 0
      ? words.notYetPlaced(subject, ranked.title)
      : certain && ranked.places
        ? words.placed(subject, ranked.title, String(rank), ranked.ranked, provisional) + (tied ? `（${words.tied}）` : '')
        : now
          ? (end === 'first' ? words.firstPlace : words.lastPlace)(subject, ranked.title, String(rank), ranked.ranked, n, tied, provisional)
          : words.placed(subject, ranked.title, String(rank), ranked.ranked, provisional),
    ...(best === worst || bare ? [] : [words.interval(best, worst)]),
    ...(certain && ranked.places
      ? [ranked.places.amongAnywhere(place, end, n) ? words.holdsAnywhere(end, n) : words.holdsWithin(end, n)]
      : []),
    ...(certain ? [] : [bare ? words.noFigures : now ? words.mayLeave(end, n) : words.mayEnter(end, n)]),
  ];
  return {
    subject,
    said: said.join('，'),
    value: rank === 0 ? '—' : words.placeOf(rank, ranked.ranked),
    cells,
    tied: tied && now,
    table: pack.main_table,
    row,
    certain,
    now,
    settle: certain ? [] : settlingCells(figures, ranked, place, end),
  };
}

/** More names than N because of a tie, or a population so small that everybody is named. */
function tellEdges(context: JudgeContext, rule: PositionRule, ranked: RankedPopulation, now: ReadonlySet<number>, n: number): void {
  const { figures, pack } = context;
  const named = [...now].filter((place) => figures.passes(rule.for, pack.main_table, ranked.rows[place]!)).length;
  if (named > n && !rule.in) context.problems.push({ severity: 'info', code: 'tie-at-edge', ...words.tiedMore(rule.title, named, n) });
  if (ranked.ranked > 1 && named === ranked.ranked) {
    context.problems.push({ severity: 'warning', code: 'all-listed', ...words.allListed(rule.title, ranked.ranked) });
  }
}
