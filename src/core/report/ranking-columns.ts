import { columnsOf, titleOf } from '../pack/references';
import type { BodyColumn } from '../plan';
import { placesOf, type RankedPopulation } from '../ranking/population';
import { reportWords as words } from '../words/report';
import { roomLeft } from './print-fit';
import type { ReportContext } from './report-context';
import { columnWidth } from './width';

export interface RankingColumn {
  readonly header: string;
  readonly headerNote?: string;
  readonly body: BodyColumn;
  readonly width: number;
  /** How narrow it may become; its width where left out. */
  readonly least?: number;
  /** What a page that is too small does without: it stands on 得分明细 as well. */
  readonly spare?: true;
  /** Its mean stands below the ranks. */
  readonly averaged?: true;
}

export interface Fitted<C> {
  readonly columns: readonly C[];
  readonly landscape: boolean;
}

/** A page that holds all the columns, upright before lying, as wide as they like before narrowed; undefined where none does. */
export function fitted<C extends RankingColumn>(columns: readonly C[]): Fitted<C> | undefined {
  const wanted = columns.map(({ width }) => width);
  const least = columns.map(({ width, least: own = width }) => Math.min(width, own));
  for (const landscape of [false, true]) {
    let left = roomLeft(least, landscape);
    if (left < 0) continue;
    // What is left goes to those that wrap, the first of them first.
    const widths = least.map((own, at) => {
      const more = Math.min(left, wanted[at]! - own);
      left -= more;
      return own + more;
    });
    return { columns: columns.map((column, at) => ({ ...column, width: widths[at]! })), landscape };
  }
  return undefined;
}

/** Whether nothing stands in a column but dashes and blanks. */
export function saysNothing({ body }: RankingColumn): boolean {
  return body.kind === 'text' ? body.values.every((value) => value === '' || value === '—') : body.values.every(Number.isNaN);
}

/** Where the zones stand and of which kind they are, as the data say it: the column whose areas shares are taken of, and the kinds that a ranking mixes. */
export function aboutColumns({ pack, figures, book }: ReportContext, ranked: RankedPopulation, order: readonly number[]): RankingColumn[] {
  const declared = columnsOf(pack, pack.main_table);
  const area = Object.values(pack.measures).find((measure) => measure.kind === 'share_of_area');
  const kinds = Object.values(pack.rankings).flatMap(({ population = {} }) => Object.keys(population));
  const kind = kinds.find((key) => declared[key]?.kind === 'list');
  const textsOf = (key: string): string[] => {
    const read = figures.tables.get(pack.main_table)?.columns.get(key);
    return order.map((place) => read?.texts[ranked.rows[place]!] ?? '');
  };
  return [...(area?.kind === 'share_of_area' ? [area.by] : []), ...(kind === undefined ? [] : [kind])].flatMap((key) => {
    const values = textsOf(key);
    const isMixed = new Set(values.filter((value) => value !== '')).size > 1;
    if (values.every((value) => value === '') || (key === kind && !isMixed)) return [];
    const header = titleOf(pack, key);
    return [
      { header, body: { kind: 'text', values, style: book.style('centre') }, width: columnWidth(header, values, { least: 8, most: 14 }) },
    ];
  });
}

/** Places that a zone can come to, where missing figures leave more than one to anybody. */
export function intervalColumn({ book }: ReportContext, ranked: RankedPopulation, order: readonly number[]): RankingColumn[] {
  if (!ranked.places) return [];
  const intervals = order.map((place) => placesOf(ranked, place));
  if (intervals.every((interval) => interval === undefined || interval[0] === interval[1])) return [];
  const values = intervals.map((interval) => (interval === undefined ? '' : words.interval(...interval)));
  return [{ header: words.intervalHeader, body: { kind: 'text', values, style: book.style('centre') }, width: 9 }];
}
