import { earlierResults } from '../pack/earlier-results';
import { columnsOf, keyColumnOf } from '../pack/references';
import type { Pack } from '../pack/schema';
import type { InputTable } from './input-tables';

/** The zone that a form is made for, and what is known of it already. */
export interface FormZone {
  readonly name: string;
  /** Column of the main table → what stands in it, as 级别 → 省级. */
  readonly known: ReadonlyMap<string, string>;
}

/** Column by which rows of other tables belong to zones. */
const ZONE = 'zone';

/**
 * The tables that one zone fills in: those of zones, with one row that bears its name, and those whose rows belong to zones. What is of the
 * whole province or of cities, ranks from outside and results of earlier years are not a zone's to say.
 */
export function zoneTables(pack: Pack, tables: readonly InputTable[], { name, known }: FormZone): InputTable[] {
  const others = toldByOthers(pack);
  const { row } = pack.tables[pack.main_table]!;
  const key = keyColumnOf(pack, pack.main_table);
  return tables.flatMap((table): InputTable[] => {
    if (others.has(table.id)) return [];
    const isOfZones = table.row === row && table.columns.some((column) => column.isKey && column.key === key);
    if (isOfZones) return [{ ...table, single: true, given: [rowOf(table, name, known)] }];
    const belongs = table.columns.some((column) => column.key === ZONE && !column.isKey);
    return belongs ? [{ ...table, given: table.given.map((given) => ({ ...given, [ZONE]: name })) }] : [];
  });
}

/** Unit of places in a ranking: no zone ranks itself. */
const PLACES = '名';

/** Tables of results of earlier years, and of ranks that others publish. */
function toldByOthers(pack: Pack): ReadonlySet<string> {
  const ranks = Object.keys(pack.tables).filter((id) => Object.values(columnsOf(pack, id)).some(({ unit }) => unit === PLACES));
  return new Set([...ranks, ...earlierResults(pack).map(({ table }) => table)].filter((id) => id !== pack.main_table));
}

const rowOf = ({ columns }: InputTable, name: string, known: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    columns.flatMap(({ key, isKey }) => {
      const value = isKey ? name : known.get(key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
