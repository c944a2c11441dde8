import type { SheetGrid } from '../grid';
import { readingWords } from '../pack/table-specs';
import type { Proposal } from '../problem';
import { foldText } from '../table/fold';
import { cellAt, type CellPlace } from '../table/placed-table';
import { readTables } from '../table/read-tables';
import type { ReadTable, TableSpec } from '../table/spec';
import { dataCheckWords as words } from '../words/data-check';
import { CheckOutcome } from './check-finding';
import { STRANGER, type CheckScope } from './check-scope';

/** Zones that a register (园区名录) in the workbook lists and the main table lacks, and the other way round. */
export function checkRegister(scope: CheckScope): CheckOutcome[] {
  const { figures, decided } = scope;
  const main = figures.table(figures.pack.main_table);
  const register = main && registerOf(scope, main);
  if (!main || !register) return [];
  const listed = new Set(register.keys.map(foldText));
  // A list of a few of the zones is another list, whatever its sheet is called.
  if (main.keys.filter((name) => listed.has(foldText(name))).length * 2 < main.keys.length) return [];
  const absent = new CheckOutcome({ severity: 'warning', code: 'zone-not-reported', say: words.toldAbsent });
  const unlisted = new CheckOutcome({ severity: 'warning', code: 'zone-not-registered', say: words.toldUnlisted });
  const place = (table: ReadTable, row: number): CellPlace => cellAt(table, row, table.columns.get(table.spec.key)?.column ?? 0);
  const cell = (table: ReadTable, row: number): string => `${place(table, row).sheet}!${place(table, row).cell}`;
  const isAccepted = ({ sheet = '', ...proposal }: Proposal): boolean => decided.accepts(sheet, proposal);
  const common = { kind: 'register' as const, title: words.registerTitle, difference: '' };

  register.keys.forEach((name, row) => {
    if (figures.rowByKey(figures.pack.main_table, name) !== undefined) return;
    const known: Proposal = { kind: 'row', ...place(register, row), words: words.isNotAssessed };
    if (isAccepted(known)) return;
    absent.add(() => {
      const near = figures.names.near(figures.pack.main_table, name, 'current').map((at) => main.keys[at] ?? '');
      const asked = words.askAbsent(main.sheet, near);
      return {
        ...common,
        zone: name,
        order: STRANGER,
        cells: [cell(register, row)],
        actual: '',
        expected: words.listedIn(register.sheet),
        question: asked,
      };
    }, [known]);
  });
  main.keys.forEach((name, row) => {
    if (listed.has(foldText(name))) return;
    const stays: Proposal = { kind: 'row', ...place(main, row), words: words.isZone, value: words.stays };
    if (isAccepted(stays)) return;
    unlisted.add(
      () => ({
        ...common,
        zone: name,
        order: row,
        cells: [cell(main, row)],
        actual: name,
        expected: words.notListedIn(register.sheet),
        question: words.askUnlisted(register.sheet),
      }),
      [stays, { kind: 'row', ...place(main, row), words: words.isNoZone }],
    );
  });
  return [absent, unlisted];
}

/** The table of a sheet that is named a register and that nothing else is read from. */
function registerOf({ figures, sheets }: CheckScope, main: ReadTable): ReadTable | undefined {
  const read = new Set([...figures.tables.values()].map(({ sheet }) => sheet));
  const names = figures.pack.words.register_sheets.map(foldText);
  const named = sheets.filter(
    (sheet: SheetGrid) => !sheet.owned && !read.has(sheet.name) && names.some((name) => foldText(sheet.name).includes(name)),
  );
  const key = main.spec.columns[main.spec.key];
  if (named.length === 0 || !key) return undefined;
  const spec: TableSpec = {
    id: 'register',
    sheet: named.map(({ name }) => name),
    rowWord: main.spec.rowWord,
    key: main.spec.key,
    repeats: true,
    optional: true,
    columns: { [main.spec.key]: key },
  };
  return readTables([spec], named, figures.units, readingWords(figures.pack)).tables.get(spec.id);
}
