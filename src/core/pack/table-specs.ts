import { edges, type Edged } from '../limit/edge';
import { own } from '../own';
import type { ColumnSpec, TableSpec } from '../table/spec';
import { wordsForParts, wordsOf, type Words } from '../table/words';
import { earlierResults } from './earlier-results';
import { accepts, columnsOf, keyColumnOf } from './references';
import type { Pack, PackColumn } from './schema';

/** Headers that the user matched by hand: table → column → header as it stands on the sheet. */
export type Mapping = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the table reader looks for: every table of the pack, `like` resolved; the main table is the one that must be there. */
export function tableSpecs(pack: Pack, mapping: Mapping = {}): readonly TableSpec[] {
  if (Object.keys(mapping).length > 0) return specsOf(pack, mapping);
  const known = unmapped.get(pack) ?? specsOf(pack, mapping);
  unmapped.set(pack, known);
  return known;
}

const unmapped = new WeakMap<Pack, readonly TableSpec[]>();

function specsOf(pack: Pack, mapping: Mapping): TableSpec[] {
  return Object.entries(pack.tables).map(([id, table]) => {
    const key = keyColumnOf(pack, id);
    const columns = Object.fromEntries(
      Object.entries(columnsOf(pack, id)).map(([name, column]): [string, ColumnSpec] => [
        name,
        {
          header: headersOf(column.header, own(own(mapping, id) ?? {}, name)),
          kind: column.kind,
          required: column.required || name === key,
          ...(column.unit !== undefined && { unit: column.unit }),
          ...(column.dimensions && { dimensions: column.dimensions }),
          ...(column.values && { values: column.values }),
          spellings: spellingsOf(pack, column),
          ...(column.at_least !== undefined && { atLeast: column.at_least }),
          ...(column.at_most !== undefined && { atMost: column.at_most }),
          ...(speaksOfTens(pack, id, name, column) && { speaksOfTens: true }),
          ...(countsParticipants(pack, id, name) && { sameForAll: true }),
          ...(column.part_of !== undefined && { partOf: column.part_of }),
        },
      ]),
    );
    return {
      id,
      sheet: table.sheet,
      rowWord: table.row,
      key,
      repeats: table.repeats,
      optional: id !== pack.main_table && table.optional,
      ...yearsBack(pack, id),
      columns,
    };
  });
}

/** Whether a rule takes a column for the number of participants of a list of ranks. */
function countsParticipants(pack: Pack, table: string, name: string): boolean {
  return Object.values(pack.rules).some(
    (rule) =>
      rule.kind === 'position' &&
      [rule.imported, ...(rule.in?.earlier ?? [])].some((source) => source?.table === table && source.total === name),
  );
}

/** Tables of figures are of the year assessed, or of the one before; results of earlier years and lists of tasks bear other years. */
function yearsBack(pack: Pack, id: string): Pick<TableSpec, 'yearsBack'> {
  const table = pack.tables[id]!;
  if (table.previous) return { yearsBack: 1 };
  if (id === pack.main_table) return { yearsBack: 0 };
  const ofFigures = Object.values(columnsOf(pack, id)).some(({ unit }) => unit !== undefined && unit !== '名');
  return table.base ||
    !ofFigures ||
    earlierResults(pack).some((one) => one.table === id) ||
    table.sheet.some((name) => readingWords(pack).earlierYears.test(name))
    ? {}
    : { yearsBack: 0 };
}

/** The words by which the pack's tables are read. */
export function readingWords(pack: Pack): Words {
  const words = wordsOf(pack.words.reading, pack.words.zone_kinds);
  if (pack.period === 'year' && pack.figures_before === 0) return words;
  let known = ofPeriods.get(pack);
  if (!known) {
    known = { ...(pack.period === 'year' ? words : wordsForParts(words)), figuresBefore: pack.figures_before };
    ofPeriods.set(pack, known);
  }
  return known;
}

const ofPeriods = new WeakMap<Pack, Words>();

const TEN = 10;

/** Whether the declared range of a column in per cent, or a limit that a rule sets for it, is of tens of per cent. */
function speaksOfTens(pack: Pack, table: string, name: string, { unit, at_most }: PackColumn): boolean {
  if (unit !== '%') return false;
  if ((at_most ?? 0) >= TEN) return true;
  const own = table === pack.main_table ? name : `${table}.${name}`;
  return Object.values(pack.rules).some((rule) => {
    if (!('measure' in rule) || rule.measure !== own || rule.unit !== '%') return false;
    const edged: Edged = rule.kind === 'target' ? rule.goal : rule.kind === 'threshold' || rule.kind === 'count_target' ? rule : {};
    return edges.some((edge) => typeof edged[edge] === 'number' && edged[edge] >= TEN);
  });
}

/** A header matched by hand comes before those that the pack knows. */
function headersOf(known: readonly string[], byHand: string | undefined): readonly string[] {
  return byHand === undefined ? known : [byHand, ...known.filter((header) => header !== byHand)];
}

/** Every spelling of a column's values: what the column itself says comes before what the pack says for all columns. */
function spellingsOf(pack: Pack, column: PackColumn): ReadonlyMap<string, string> {
  const values = accepts(column);
  const lists = [pack.words.spellings, column.spellings ?? {}];
  return new Map(
    lists.flatMap((list) =>
      values.flatMap((value) => (Object.hasOwn(list, value) ? list[value]!.map((spelling): [string, string] => [spelling, value]) : [])),
    ),
  );
}
