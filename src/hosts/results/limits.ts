import { CELL_TEXT_LIMIT, UNWRITABLE } from '../../core/sheet-limits';

/** The text as a cell can hold it: what XML forbids taken out, at most 32,767 characters. */
export function cellText(text: string): string {
  const clean = text.search(UNWRITABLE) < 0 ? text : text.replace(UNWRITABLE, '');
  if (clean.length <= CELL_TEXT_LIMIT) return clean;
  const cut = clean.slice(0, CELL_TEXT_LIMIT - 1);
  // Not through the middle of a surrogate pair.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
