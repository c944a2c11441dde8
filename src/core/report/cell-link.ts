import { parseCellName } from '../cell';
import type { CellLink } from '../plan';

/** "指标数据!C5" → a jump there. */
export function linkTo(place: string | undefined): CellLink | undefined {
  const bang = place?.lastIndexOf('!') ?? -1;
  if (place === undefined || bang < 0 || !parseCellName(place.slice(bang + 1))) return undefined;
  return { sheet: place.slice(0, bang), cell: place.slice(bang + 1) };
}
