import type { Finding } from '../judge/finding';
import { cellsOfPlace } from '../judge/listing';
import type { CellNote } from '../plan';
import { whyUnranked, type RankedPopulation } from '../ranking/population';
import { reportWords as words } from '../words/report';
import type { AdjustmentColumn } from './adjustment-columns';
import type { ReportContext } from './report-context';

/** How many missing indicators a remark names. */
const NAMED = 3;

/** What the rows of a signed ranking are made of. */
export interface Rows {
  /** Places in the population as they stand on the sheet. */
  readonly order: readonly number[];
  /** How many of them stand in the table; the others below it. */
  readonly settled: number;
  readonly listed: ReadonlyMap<number, readonly Finding[]>;
}

/** What is to be said of each zone; of those below the ranks, what would settle their places. */
export function remarksOf(
  { figures }: ReportContext,
  ranked: RankedPopulation,
  adjustments: readonly AdjustmentColumn[],
  { order, settled, listed }: Rows,
): string[] {
  const blank = new Set(ranked.coverage.blankIndicators.map(({ id }) => id));
  const taking = ranked.indicators
    .filter(({ id }) => !ranked.scores.constant.has(id) && !blank.has(id))
    .map(({ id, title }) => ({
      title,
      values: ranked.scorable.get(id)!,
      given: ranked.values.get(id)!,
      inapplicable: ranked.inapplicable.get(id),
    }));
  return order.map((place, index) => {
    const remark = remarkOf(ranked, adjustments, taking, place, listed.get(place) ?? []);
    const why = ranked.rank[place] === 0 ? whyUnranked(ranked, place) : 'lacking';
    const cells = index < settled || why === 'vetoed' || why === 'unplaced' ? [] : cellsOfPlace(figures, ranked, place);
    return [...(remark === '' ? [] : [remark]), ...(cells.length > 0 ? [words.fill([...new Set(cells)])] : [])].join('；');
  });
}

/** Findings of list rules on this ranking, by place. */
export function listedBy(context: ReportContext, ranked: RankedPopulation): Map<number, Finding[]> {
  const { pack, figures, judgement } = context;
  const places = new Map(Array.from(ranked.rows, (row, place) => [figures.subject({ table: pack.main_table }, row), place]));
  const listed = new Map<number, Finding[]>();
  for (const finding of judgement.findings) {
    const rule = pack.rules[finding.rule];
    if (rule?.kind !== 'position' || rule.ranking !== ranked.id || finding.certainty === 'impossible') continue;
    if (finding.status === 'missing' && finding.settle.length === 0) continue;
    const place = places.get(finding.subject);
    if (place !== undefined) listed.set(place, [...(listed.get(place) ?? []), finding]);
  }
  return listed;
}

export function toneOf(ranked: RankedPopulation, place: number, listed: readonly Finding[]): Finding['status'] | undefined {
  // Who takes no place by rule lacks nothing.
  if (ranked.rank[place] === 0) return ranked.unplaced?.[place] === 1 ? undefined : 'missing';
  return (['unmet', 'explain', 'met', 'missing'] as const).find((status) => listed.some((finding) => finding.status === status));
}

function remarkOf(
  ranked: RankedPopulation,
  adjustments: readonly AdjustmentColumn[],
  taking: readonly {
    readonly title: string;
    readonly values: Float64Array;
    readonly given: Float64Array;
    readonly inapplicable: Uint8Array | undefined;
  }[],
  place: number,
  listed: readonly Finding[],
): string {
  const isOutside = ({ inapplicable }: (typeof taking)[number]): boolean => inapplicable?.[place] === 1;
  const lacking = taking.filter((one) => Number.isNaN(one.values[place]!) && !isOutside(one));
  const outside = taking.filter(isOutside).map(({ title }) => title);
  const named =
    lacking
      .slice(0, NAMED)
      .map(({ title, given }) => (Number.isNaN(given[place]!) ? title : words.unmeasured(title)))
      .join('、') + (lacking.length > NAMED ? words.more(lacking.length) : '');
  const parts = [
    ...(ranked.rank[place] === 0 ? [words.unranked[whyUnranked(ranked, place)]] : []),
    ...(ranked.tied[place] ? [words.tied] : []),
    ...adjustments.flatMap(({ remark }) => remark(place) ?? []),
    ...listed.map(({ title, word, certainty }) => (certainty === 'certain' ? title : `${title}：${word}`)),
    ...(outside.length > 0 ? [words.notFor(outside.join('、'))] : []),
    ...(lacking.length > 0 ? [words.lacking(named)] : []),
  ];
  return parts.join('；');
}

export function rankNotes({ listed, order }: Rows, rowOf: (index: number) => number): CellNote[] {
  return order.flatMap((place, index) => {
    const findings = listed.get(place);
    return findings ? [{ row: rowOf(index), column: 0, text: findings.map(({ sentence }) => sentence).join('\n') }] : [];
  });
}
