import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../../src/core/checked';
import type { Decision } from '../../../src/core/decision';
import type { SheetGrid } from '../../../src/core/grid';
import type { Pack } from '../../../src/core/pack/schema';
import type { Problem } from '../../../src/core/problem';
import { cellOf } from '../../../src/core/table/placed-table';
import type { ReadTable } from '../../../src/core/table/spec';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { packOf } from '../../packs/built-in';
import { acceptAll } from './accept-all';
import { inputOf } from '../../packs/run';

const ROOT = join(__dirname, '..', '..', '..');

/** What a cell of a table holds in the table's unit; undefined where nothing is read. */
export type Reading = number | string | undefined;

/** Table → zone → column → what is read. */
export type Readings = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Reading>>>;

export interface ReadCase {
  readonly tables: ReadonlyMap<string, ReadTable>;
  readonly problems: readonly Problem[];
  readonly readings: Readings;
}

const opened = new Map<string, Promise<readonly SheetGrid[]>>();

/** What a file holds; read once, as sheets never change. */
export function openCase(path: string): Promise<readonly SheetGrid[]> {
  const sheets = opened.get(path) ?? openXlsx(readFileSync(join(ROOT, path))).read();
  opened.set(path, sheets);
  return sheets;
}

export function readingsOf(tables: ReadonlyMap<string, ReadTable>): Readings {
  return new Map(
    [...tables].map(([id, table]) => [
      id,
      new Map(
        table.keys.map((key, row) => [
          key,
          new Map(
            [...table.columns.values()].map((column): [string, Reading] => {
              const value = column.spec.kind === 'number' ? column.values[row]! : column.texts[row]!;
              return [column.key, Number.isNaN(value) || value === '' ? undefined : value];
            }),
          ),
        ]),
      ),
    ]),
  );
}

export function readSheets(pack: Pack, sheets: readonly SheetGrid[], decisions: readonly Decision[] = []): ReadCase {
  const { figures, problems } = check({ ...inputOf(pack, sheets), decisions });
  return { tables: figures.tables, problems, readings: readingsOf(figures.tables) };
}

export const readCase = async (path: string, pack: string): Promise<ReadCase> => readSheets(packOf(pack), await openCase(path));

/** The case once everything that can be accepted is accepted. */
export async function acceptedCase(path: string, pack: string): Promise<ReadCase> {
  const sheets = await openCase(path);
  return acceptAll((decisions) => readSheets(packOf(pack), sheets, decisions)).read;
}

/** What asks about a place: problems of severity warning or worse that name the cell. */
export const askedAt = (problems: readonly Problem[], sheet: string, cell: string): readonly Problem[] =>
  problems.filter(
    (problem) =>
      problem.severity !== 'info' &&
      problem.sheet === sheet &&
      (problem.cell === cell || new RegExp(`(?<![A-Z])${cell}(?![0-9])`).test(problem.message)),
  );

/**
 * Cells whose reading is not the truth, as "table.zone.column": the value read instead, or the code of the problem that asks about the cell
 * or its column's header ("asked code"), or "lost".
 */
export function deviations(read: ReadCase, truth: Readings): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [id, rows] of truth) {
    const table = read.tables.get(id);
    for (const [zone, cells] of rows) {
      const row = table?.keys.indexOf(zone) ?? -1;
      for (const [key, value] of cells) {
        const is = read.readings.get(id)?.get(zone)?.get(key);
        if (is === value || (typeof is === 'number' && typeof value === 'number' && Math.abs(is / value - 1) < 1e-12)) continue;
        found[`${id}.${zone}.${key}`] = is !== undefined ? String(is) : whyMissing(read, table, row, key);
      }
    }
    for (const zone of table?.keys ?? []) if (!rows.has(zone)) found[`${id}.${zone}`] = 'no zone';
  }
  return found;
}

function whyMissing(read: ReadCase, table: ReadTable | undefined, row: number, key: string): string {
  const blocking = read.problems.find(({ severity }) => severity === 'block');
  if (blocking) return `asked ${blocking.code}`;
  if (!table || row < 0) return 'lost';
  const column = table.columns.get(key);
  if (!column) return askedOfColumn(read, table, key);
  const place = cellOf(table, table.rows[row]!, column.column);
  const [cell] = askedAt(read.problems, table.sheet, place);
  if (cell) return `asked ${cell.code}`;
  // A message names the first cells; the rest of the column is counted.
  const missing = column.missing.get(row);
  const [header] = read.problems.filter(
    ({ severity, sheet, cell: at = '' }) =>
      severity !== 'info' && sheet === table.sheet && at.replace(/\d+/, '') === place.replace(/\d+/, '') && missing !== 'empty',
  );
  return header ? `asked ${header.code}` : 'lost';
}

function askedOfColumn({ problems }: ReadCase, table: ReadTable, key: string): string {
  const name = table.spec.columns[key]?.header[0] ?? key;
  const asking = problems.find(
    ({ severity, sheet, message }) => severity !== 'info' && sheet === table.sheet && message.includes(`“${name}”`),
  );
  return asking ? `asked ${asking.code}` : 'lost';
}
