import { placesOf, completenessOf, type RankedPopulation } from '../ranking/population';
import type { ReportInput } from '../report/report-context';
import type { ReadTable } from '../table/spec';
import { carriedWords as words } from '../words/carried';

/** What a list of results says of a zone: column key → value. */
export interface ResultOfZone {
  readonly zone: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface CarriedResult {
  readonly rows: readonly ResultOfZone[];
  readonly from: string;
  readonly what: string;
}

interface Growing {
  readonly rows: Map<string, Record<string, string | number>>;
  readonly from: Set<string>;
  readonly twice: Set<string>;
  /** Sheets of lists that were read, and are now of a year further back. */
  readonly shifted: Set<string>;
  open: number;
}

/** Lists of results of earlier years as next year's workbook wants them, by table: this year's decided results, and those of earlier years a year further back. */
export function carriedResults(input: ReportInput): ReadonlyMap<string, CarriedResult> {
  const { pack, ranked, judgement, figures } = input;
  const lists = new Map<string, Growing>();
  const listOf = (table: string): Growing => {
    const known = lists.get(table) ?? { rows: new Map(), from: new Set(), twice: new Set(), shifted: new Set(), open: 0 };
    lists.set(table, known);
    return known;
  };
  const put = (table: string, zone: string, values: Readonly<Record<string, string | number | undefined>>): void => {
    const list = listOf(table);
    const row = list.rows.get(zone) ?? {};
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) continue;
      if (row[key] !== undefined && row[key] !== value) list.twice.add(zone);
      row[key] ??= value;
    }
    list.rows.set(zone, row);
  };
  /** This year's results of a ranking. */
  const take = (
    table: string,
    ranking: string | undefined,
    values: (one: RankedPopulation, place: number) => Readonly<Record<string, string | number | undefined>>,
  ): void => {
    const one = ranking === undefined ? undefined : ranked.rankings.get(ranking);
    if (!one) return;
    const list = listOf(table);
    const isNew = !list.from.has(one.title);
    list.from.add(one.title);
    for (const place of one.order) {
      const interval = placesOf(one, place);
      const isSure = interval !== undefined && interval[0] === interval[1] && interval[0] === one.rank[place];
      if (isSure) put(table, figures.subject({ table: pack.main_table }, one.rows[place]!), values(one, place));
      else if (isNew && interval !== undefined) list.open++;
    }
    if (isNew) list.open += one.doubtful.length;
  };
  /** A list that was read, as that of a year further back. */
  const shift = (from: string, to: string, columns: Readonly<Record<string, string | undefined>>): void => {
    const read = figures.tables.get(from);
    if (!read) return;
    listOf(to).shifted.add(read.sheet);
    read.keys.forEach((zone, row) =>
      put(
        to,
        zone,
        Object.fromEntries(
          Object.entries(columns).flatMap(([own, other]) => (other === undefined ? [] : [[own, valueIn(read, other, row)]])),
        ),
      ),
    );
  };
  for (const [id, rule] of Object.entries(pack.rules)) {
    if (judgement.unchosen.has(id)) continue;
    if (rule.kind === 'movement') {
      const { table, rank, total } = rule.earlier;
      take(table, rule.ranking, (one, place) => placed(one, place, { rank, total }));
    } else if (rule.kind === 'position' && rule.in) {
      rule.in.earlier.forEach(({ table, ...columns }, back) => {
        const before = back === 0 ? rule.imported : rule.in!.earlier[back - 1];
        if (back === 0 && !rule.imported) take(table, rule.ranking, (one, place) => placed(one, place, columns));
        else if (before)
          shift(before.table, table, {
            ...pair(columns.rank, before.rank),
            ...pair(columns.total, before.total),
            ...pair(columns.from_last, before.from_last),
          });
      });
    } else if (rule.kind === 'grade' && rule.in) {
      rule.in.earlier.forEach(({ table, column }, back) => {
        const before = rule.in!.earlier[back - 1];
        if (before) shift(before.table, table, { [column]: before.column });
        else
          take(table, rule.ranking, (one, place) => {
            const grade = one.grades.find(({ key }) => key === rule.scale)?.at[place];
            return { [column]: grade && grade.best === grade.worst ? grade.best : undefined };
          });
      });
    }
  }
  for (const [id, { mean_with: years = [] }] of Object.entries(pack.rankings))
    years.forEach(({ table, column }, back) => {
      const before = years[back - 1];
      if (before) shift(before.table, table, { [column]: before.column });
      else
        take(table, id, (one, place) => {
          const total = one.adjusted.totals[place]!;
          return { [column]: completenessOf(one, place) === 'gaps' || Number.isNaN(total) ? undefined : total };
        });
    });
  return new Map([...lists].map(([table, list]) => [table, resultOf(list)]));
}

const pair = (own: string | undefined, other: string | undefined): Readonly<Record<string, string>> =>
  own === undefined || other === undefined ? {} : { [own]: other };

function placed(
  one: RankedPopulation,
  place: number,
  columns: { readonly rank?: string | undefined; readonly total?: string | undefined; readonly from_last?: string | undefined },
): Readonly<Record<string, string | number | undefined>> {
  const rank = one.rank[place]!;
  const [sure, most] = one.taking;
  const total = sure === most ? sure : undefined;
  return {
    ...(columns.rank !== undefined && { [columns.rank]: rank }),
    ...(columns.total !== undefined && { [columns.total]: total }),
    ...(columns.from_last !== undefined && { [columns.from_last]: total === undefined ? undefined : total - rank + 1 }),
  };
}

function valueIn({ columns }: ReadTable, key: string, row: number): string | number | undefined {
  const column = columns.get(key);
  if (!column) return undefined;
  if (column.spec.kind !== 'number') return column.texts[row] === '' ? undefined : column.texts[row];
  const value = column.values[row]!;
  return Number.isNaN(value) ? undefined : value;
}

function resultOf({ rows, from, twice, shifted, open }: Growing): CarriedResult {
  return {
    rows: [...rows].map(([zone, values]) => ({ zone, values })),
    from: words.joined([...(from.size > 0 ? [words.results([...from])] : []), ...[...shifted].map(words.from)]),
    what: words.joined([
      ...(from.size > 0 ? [words.places(rows.size, open)] : []),
      ...(shifted.size > 0 ? [words.shifted(rows.size)] : []),
      ...(twice.size > 0 ? [words.twice(twice.size)] : []),
    ]),
  };
}
