import { cellName } from '../cell';
import type { SheetGrid } from '../grid';
import { keyColumnOf } from '../pack/references';
import { readingWords, tableSpecs } from '../pack/table-specs';
import type { Pack } from '../pack/schema';
import { ProblemError, type Problem } from '../problem';
import { foldHeader, foldText, tidyText } from '../table/fold';
import { cellAt } from '../table/placed-table';
import { readTables } from '../table/read-tables';
import type { ColumnSpec, ReadTable, TableSpec } from '../table/spec';
import type { FormZone } from '../template/zone-form';
import type { Units } from '../units/units';
import { gatherWords as words } from '../words/gather';

/** The zones that a list of names says are asked, with what it says of them beside figures. @throws ProblemError where there is no such list, or a name stands twice */
export function readRegister(pack: Pack, units: Units, sheets: readonly SheetGrid[], file: string): FormZone[] {
  const main = tableSpecs(pack).find(({ id }) => id === pack.main_table)!;
  const key = keyColumnOf(pack, pack.main_table);
  const columns = Object.fromEntries(
    Object.entries(main.columns)
      .filter(([name, { kind }]) => name === key || kind === 'list' || kind === 'text' || kind === 'yes_no')
      .map(([name, column]): [string, ColumnSpec] => [name, { ...column, required: name === key }]),
  );
  const spec: TableSpec = {
    id: 'register',
    sheet: [...pack.words.register_sheets, ...main.sheet],
    rowWord: main.rowWord,
    key,
    repeats: false,
    optional: false,
    columns,
  };
  const table = readTables([spec], sheets, units.with(pack.units), readingWords(pack)).tables.get(spec.id);
  const listed = table ? rowsOf(table) : bareNames(sheets, main.columns[key]!.header);
  if (listed.length === 0) throw new ProblemError([refused(file, words.noRegister(file, main.columns[key]!.header))]);
  const cells = new Map<string, string>();
  for (const { name, cell } of listed) {
    const before = cells.get(foldText(name));
    if (before !== undefined) throw new ProblemError([refused(file, words.registeredTwice(name, before, cell))]);
    cells.set(foldText(name), cell);
  }
  return listed.map(({ name, known }) => ({ name, known }));
}

interface ListedZone extends FormZone {
  readonly cell: string;
}

function rowsOf(table: ReadTable): ListedZone[] {
  const { key } = table.spec;
  return table.keys.map((name, row) => ({
    name,
    known: new Map(
      [...table.columns].flatMap(([column, { texts }]): [string, string][] =>
        column === key || (texts[row] ?? '') === '' ? [] : [[column, texts[row]!]],
      ),
    ),
    cell: cellAt(table, row, table.columns.get(key)!.column).cell,
  }));
}

/** A list that is nothing but names is no table: what stands below the first header of names, as far as a blank cell. */
function bareNames(sheets: readonly SheetGrid[], headers: readonly string[]): ListedZone[] {
  const known = new Set(headers.map(foldHeader));
  for (const { grid, owned } of sheets) {
    if (owned) continue;
    for (let row = 0; row < grid.rows; row++)
      for (const column of grid.filled(row))
        if (known.has(foldHeader(grid.text(row, column)))) {
          const found: ListedZone[] = [];
          for (let at = row + 1; grid.text(at, column).trim() !== ''; at++)
            found.push({ name: tidyText(grid.text(at, column)), known: new Map(), cell: cellName(at, column) });
          if (found.length > 0) return found;
        }
  }
  return [];
}

const refused = (sheet: string, said: { readonly message: string; readonly nextStep: string }): Problem => ({
  severity: 'block',
  code: 'register',
  sheet,
  ...said,
});
