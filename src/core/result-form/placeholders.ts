import { CellKind, type Grid } from '../grid';
import { resultFormWords as words } from '../words/result-form';

/** Something in double braces, as it stands in a cell. */
export interface Placeholder {
  readonly row: number;
  readonly column: number;
  /** Without the braces, width levelled. */
  readonly text: string;
}

const BRACES = /(?:\{\{|｛｛)([^{}｛｝]*)(?:\}\}|｝｝)/gu;

const plain = (text: string): string => text.normalize('NFKC').trim();

/** Everything in double braces on a sheet. */
export function placeholdersIn(grid: Grid): Placeholder[] {
  const found: Placeholder[] = [];
  for (let row = 0; row < grid.rows; row++)
    for (const column of grid.filled(row)) {
      if (grid.kind(row, column) !== CellKind.text) continue;
      for (const [, text = ''] of grid.text(row, column).matchAll(BRACES)) found.push({ row, column, text: plain(text) });
    }
  return found;
}

/** "级别=国家级" → 级别, 国家级; undefined where it sets nothing. */
export function settingIn(text: string): readonly [name: string, value: string] | undefined {
  const at = text.search(/[=:]/u);
  return at <= 0 ? undefined : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

export const holdsBraces = (text: string): boolean => text.search(BRACES) >= 0;

/** A cell's text with what the braces stand for; settings leave nothing behind. Behind 年度 no second 年度 or 年 is written. */
export function filledText(text: string, valueOf: (name: string) => string): string {
  return text.replace(new RegExp(`${BRACES.source}(年度|年)?`, 'gu'), (_, name: string, after: string = '') => {
    const value = plain(name) === words.fills.period ? valueOf(words.fills.period) : undefined;
    if (value === undefined) return `${valueOf(plain(name))}${after}`;
    return value.endsWith(after) || value.endsWith('度') ? value : `${value}${after}`;
  });
}
