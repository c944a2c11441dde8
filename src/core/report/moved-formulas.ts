import { SHEET_ROWS } from '../sheet-limits';

/** Formulas of a column, some of which are one formula moved down. */
export interface MovedFormulas {
  readonly formulas: readonly string[];
  /** By row: those of one number have the same formula, each for its own row; 0 for a formula of its own or none. */
  readonly alike: Uint16Array;
}

/** The last row of a sheet: no formula of a result reaches so far. */
const PATTERN = SHEET_ROWS;
/** Where a cell of that row stands; fixed rows have a sign between. */
const MOVING = new RegExp(`(?<=[A-Z])${PATTERN}(?!\\d)`);

/**
 * Formulas that name cells of their own row alone, besides such as are fixed: each kind is worked out once and moved to its rows.
 * @param firstRow row of the sheet, from 0, of the first place
 * @param kindOf what parts formulas from each other; undefined where a place has none
 * @param make the formula of a kind: for the cells of the place `at`, with all else as it is at `place`
 */
export function movedFormulas(
  firstRow: number,
  places: number,
  kindOf: (place: number) => string | undefined,
  make: (at: number, place: number) => string,
): MovedFormulas {
  const kinds = new Map<string, { readonly number: number; readonly pieces: readonly string[] }>();
  const alike = new Uint16Array(places);
  const formulas = Array.from({ length: places }, (_, place) => {
    const key = kindOf(place);
    if (key === undefined) return '';
    let kind = kinds.get(key);
    if (!kind) {
      const formula = make(PATTERN - 1 - firstRow, place);
      kind = { number: formula === '' ? 0 : kinds.size + 1, pieces: formula.split(MOVING) };
      kinds.set(key, kind);
    }
    alike[place] = kind.number;
    return kind.number === 0 ? '' : kind.pieces.join(String(firstRow + place + 1));
  });
  return { formulas, alike };
}
