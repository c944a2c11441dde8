import { parseCellName } from '../cell';
import type { CellLink } from '../plan';

/** "指标数据!C5" → a jump there. */
export function linkTo(place: string | undefined): CellLink | undefined {
  const bang = place?.lastIndexOf('!') ?? -1;
  if (place === undefined || bang < 0 || !parseCellName(place.slice(bang + 1))) return undefined;
  return { sheet: place.slice(0, bang), cell: place.slice(bang + 1) };
}

/** "Sheet!B4", "Sheet!C4", "Other!A1" → "Sheet!B4、C4、Other!A1": a sheet is named where it changes. */
export function cellsInShort(cells: readonly string[], most: number): string {
  let sheet = '';
  const shown = cells.slice(0, most).map((place) => {
    const bang = place.lastIndexOf('!');
    const known = bang > 0 && place.slice(0, bang) === sheet;
    if (bang > 0) sheet = place.slice(0, bang);
    return known ? place.slice(bang + 1) : place;
  });
  return shown.join('、') + (cells.length > most ? '…' : '');
}
