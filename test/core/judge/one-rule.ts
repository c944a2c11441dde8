import type { SheetGrid } from '../../../src/core/grid';
import type { Pack } from '../../../src/core/pack/schema';
import { judged, type Judged } from '../../packs/run';
import { settingsSheet, tableSheet, type CellInput, type Row, type Settings } from '../../packs/sheets';
import { draft, valid, withRule, type Draft } from '../pack/small-pack';

/** What the small pack's one rule `rule` says of a workbook; `parts` replace parts of the pack, `year` is that of the figures. */
export function run(rule: Draft, sheets: (pack: Pack) => readonly SheetGrid[], parts: Draft = {}, asOf?: string, year?: number): Judged {
  const pack = valid(withRule(rule, parts));
  return judged(pack, sheets(pack), asOf, year);
}

export const lines = (result: Judged): string[] => result.of('rule').map(({ subject, status, word }) => `${subject} ${status} ${word}`);
export const codes = (result: Judged): string[] => result.problems.map(({ code }) => code);

/** The sentence of the one finding, or of the one on a subject, as far as the clause. */
export function sentence(result: Judged, subject?: string): string | undefined {
  const [finding] = subject === undefined ? result.of('rule') : [result.one('rule', subject)];
  return finding?.sentence.split('依据')[0];
}

/** The main table. */
export const zones =
  (...rows: Row[]) =>
  (pack: Pack): SheetGrid[] => [tableSheet(pack, 'indicators', rows)];

/** A workbook as table → rows, with what the user filled in. */
export const book =
  (tables: Readonly<Record<string, readonly Row[]>>, settings?: Settings, units?: Readonly<Record<string, string>>) =>
  (pack: Pack): SheetGrid[] => [
    ...Object.entries(tables).map(([table, rows]) => tableSheet(pack, table, rows, table === 'indicators' && units ? { units } : {})),
    ...(settings ? [settingsSheet(pack, settings)] : []),
  ];

export const parameters = (values: Readonly<Record<string, CellInput>>): Settings => ({ parameters: values });

/** The small pack's tables with more columns in one of them. */
export function withColumns(table: string, columns: Draft): Draft {
  const tables = draft().tables as Record<string, Draft>;
  return { tables: { ...tables, [table]: { ...tables[table], columns: { ...(tables[table]!['columns'] as Draft), ...columns } } } };
}
