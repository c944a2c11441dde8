import { CellKind } from '../../grid';
import { foldHeader, foldText } from '../fold';
import type { Layout } from './layout';
import type { ReadTable, TableSpec } from '../spec';

/** A number that a line above or below the table states once for all its rows: "参评总数：219". */
export interface StatedOnce {
  readonly value: number;
  /** "B4" */
  readonly cell: string;
}

/** Label and whole number at the end of a line, which may begin with 注：. Whole numbers only: amounts need a unit, and a column. */
const LINE = /(?:^|:)([^:]{2,20}):(\d{1,9})[个家]?$/u;

/** Longer texts are remarks. */
const LONGEST = 200;

/** Whether a lone text is such a line; it is never the name of a row. */
export const statesOnce = (text: string): boolean => text.length <= LONGEST && LINE.test(foldText(text));

/** Numbers that lines around the table state for columns which it has no header for; by column. Two lines that differ state nothing. */
export function statedOnce(
  spec: TableSpec,
  { source, top, first, left, right }: Layout,
  skipped: ReadTable['skipped'],
): Map<string, StatedOnce> {
  const stated = new Map<string, StatedOnce>();
  const refused = new Set<string>();
  const keyOf = (label: string): string | undefined =>
    Object.entries(spec.columns).find(
      ([, { kind, header }]) => kind === 'number' && header.some((alias) => foldHeader(alias) === label),
    )?.[0];
  const above = Array.from({ length: Math.max(0, first - top) }, (_, at) => top + at);
  const below = skipped.flatMap(({ row, why }) => (why === 'note' ? [row] : []));
  for (const row of [...above, ...below]) {
    for (let column = left; column <= right; column++) {
      if (source.kind(row, column) !== CellKind.text) continue;
      const text = source.text(row, column);
      for (const piece of text.length > LONGEST ? [] : text.split(/[\s,，;；。]+/u)) {
        const [, label, number] = LINE.exec(foldText(piece)) ?? [];
        const key = label === undefined ? undefined : keyOf(foldHeader(label));
        if (key === undefined) continue;
        if (stated.has(key) && stated.get(key)!.value !== Number(number)) refused.add(key);
        else if (!stated.has(key)) stated.set(key, { value: Number(number), cell: source.cellName(row, column) });
      }
    }
  }
  refused.forEach((key) => stated.delete(key));
  return stated;
}
