import { columnsOf, titleOf } from '../pack/references';
import type { Pack } from '../pack/schema';
import type { BodyColumn } from '../plan';
import { placesOf, type RankedPopulation } from '../ranking/population';
import { handOutWords } from '../words/hand-out';
import { reportWords as words } from '../words/report';
import { pageOf, roomLeft } from './print-fit';
import type { ReportContext } from './report-context';
import { columnWidth } from './width';

export interface RankingColumn {
  readonly header: string;
  readonly headerNote?: string;
  readonly body: BodyColumn;
  readonly width: number;
  /** How narrow it may become; its width where left out. */
  readonly least?: number;
  /** The width that it comes to before others become wider than they must be. */
  readonly early?: number;
  /** What a page that is too small does without: it stands on 得分明细 as well. */
  readonly spare?: true;
  /** Its mean stands above the ranks. */
  readonly averaged?: true;
}

/** Where the column of names stands. */
export const NAMES = 1;

export interface Fitted<C> {
  readonly columns: readonly C[];
  readonly landscape: boolean;
}

const leastOf = (columns: readonly RankingColumn[]): number[] => columns.map(({ width, least = width }) => Math.min(width, least));

/** Where no page holds them at a size that can be read: as narrow as they become. */
export const narrowed = <C extends RankingColumn>(columns: readonly C[]): Fitted<C> => {
  const least = leastOf(columns);
  return { columns: columns.map((column, at) => ({ ...column, width: least[at]! })), landscape: true };
};

/** A page that holds all the columns, upright before lying, as wide as they like before narrowed; undefined where none does. */
export function fitted<C extends RankingColumn>(columns: readonly C[]): Fitted<C> | undefined {
  const least = leastOf(columns);
  for (const landscape of [false, true]) {
    const left = roomLeft(least, landscape);
    if (left < 0) continue;
    const widths = filled(shared(columns, least, left));
    return { columns: columns.map((column, at) => ({ ...column, width: widths[at]! })), landscape };
  }
  return undefined;
}

/** What is left goes to texts that would else wrap, and then evenly to all that want more. */
function shared(columns: readonly RankingColumn[], least: readonly number[], left: number): number[] {
  const wanted = columns.map(({ width }) => width);
  const widths = [...least];
  let more = left;
  columns.forEach(({ early = 0 }, at) => {
    const taken = Math.max(0, Math.min(more, early - widths[at]!));
    widths[at]! += taken;
    more -= taken;
  });
  while (more > 0) {
    const wanting = widths.flatMap((width, at) => (width < wanted[at]! ? [at] : [])).slice(0, more);
    if (wanting.length === 0) break;
    for (const at of wanting) widths[at]!++;
    more -= wanting.length;
  }
  return widths;
}

/** Few columns take the whole of an upright page. */
function filled(widths: readonly number[]): readonly number[] {
  const sum = widths.reduce((all, width) => all + width, 0);
  const page = pageOf(widths.length);
  return sum < page ? widths.map((width) => Math.floor((width * page) / sum)) : widths;
}

/** Whether nothing stands in a column but dashes and blanks. */
export function saysNothing({ body }: RankingColumn): boolean {
  return body.kind === 'text' ? body.values.every((value) => value === '' || value === '—') : body.values.every(Number.isNaN);
}

/** The column that says of which kind a zone is, where rankings go by one. */
function kindColumn(pack: Pack): string | undefined {
  const declared = columnsOf(pack, pack.main_table);
  const keys = Object.values(pack.rankings).flatMap(({ population = {} }) => Object.keys(population));
  return keys.find((key) => declared[key]?.kind === 'list');
}

/** What the zones of a ranking are called together; nothing where the document's word names a kind (国家级经开区) that not all of them are of. */
export function subjectOf({ pack, figures }: ReportContext, ranked: RankedPopulation): string {
  const kind = kindColumn(pack);
  const read = kind === undefined ? undefined : figures.tables.get(pack.main_table)?.columns.get(kind);
  const kinds = new Set(Array.from(ranked.rows, (row) => read?.texts[row] ?? '').filter((text) => text !== ''));
  const isNamed = [...kinds].some((one) => pack.subject.includes(one));
  return isNamed && kinds.size > 1 ? '' : pack.subject;
}

/** In which city each zone lies, by row of the main table; undefined where no column of it says so. */
export function cityTexts({ pack, figures }: ReportContext): readonly string[] | undefined {
  const columns = [...(figures.tables.get(pack.main_table)?.columns.values() ?? [])];
  return columns.find(({ texts, key }) => handOutWords.isCity(titleOf(pack, key)) && texts.some((text) => text !== ''))?.texts;
}

/** Where the zones stand, and of which kind they are where a ranking mixes several. */
export function aboutColumns(context: ReportContext, ranked: RankedPopulation, order: readonly number[]): RankingColumn[] {
  const { pack, figures, book } = context;
  const column = (header: string, texts: readonly string[] | undefined): RankingColumn & { readonly values: readonly string[] } => {
    const values = order.map((place) => texts?.[ranked.rows[place]!] ?? '');
    const body = { kind: 'text', values, style: book.style('centre') } as const;
    return { values, header, body, width: columnWidth(header, values, { least: 8, most: 14 }) };
  };
  const key = kindColumn(pack);
  const city = column(handOutWords.city, cityTexts(context));
  const kind = column(
    key === undefined ? '' : titleOf(pack, key),
    key === undefined ? undefined : figures.tables.get(pack.main_table)?.columns.get(key)?.texts,
  );
  const isMixed = new Set(kind.values.filter((value) => value !== '')).size > 1;
  return [...(city.values.some((value) => value !== '') ? [city] : []), ...(isMixed ? [kind] : [])];
}

/** Places that a zone can come to, where missing figures leave more than one to anybody. */
export function intervalColumn({ book }: ReportContext, ranked: RankedPopulation, order: readonly number[]): RankingColumn[] {
  if (!ranked.places) return [];
  const intervals = order.map((place) => placesOf(ranked, place));
  if (intervals.every((interval) => interval === undefined || interval[0] === interval[1])) return [];
  const values = intervals.map((interval) => (interval === undefined || interval[0] === interval[1] ? '' : words.interval(...interval)));
  const width = columnWidth('', values, { least: 7, most: 9 });
  return [{ header: words.intervalHeader, body: { kind: 'text', values, style: book.style('centre') }, width: 9, least: width }];
}
