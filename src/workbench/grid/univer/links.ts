import { parseCellName } from '../../../core/cell';
import type { SheetLook } from '../../../ooxml/look/look';

export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** Where the link of a cell leads; undefined where it has none, or none to a cell. */
export function linkAt({ links, name }: SheetLook, row: number, column: number): Place | undefined {
  const link = links.find((one) => one.row === row && one.column === column);
  return link && placeOf(link.to, name);
}

/** `'得分明细'!$A$5`, `Sheet1!A1:B2` or `A5` on the link's own sheet. */
export function placeOf(to: string, own: string): Place | undefined {
  const parts = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Za-z]{1,3}\$?\d{1,7})(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?$/.exec(
    to.replace(/^#/, ''),
  );
  const cell = parts?.[3]?.replaceAll('$', '').toUpperCase();
  if (!parts || cell === undefined || !parseCellName(cell)) return undefined;
  return { sheet: parts[1]?.replaceAll("''", "'") ?? parts[2] ?? own, cell };
}
