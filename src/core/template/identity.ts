import type { Pack } from '../pack/schema';
import type { SheetGrid } from '../grid';
import { CellKind } from '../grid';
import { templateWords as words } from '../words/template';

/** What a template says of itself, in one cell of its guide: plain text is all that every program and every file format keeps. */
export interface TemplateIdentity {
  readonly pack: string;
  readonly version: string;
  /** Year of the figures. */
  readonly year: number;
  /** The zone that it was made for; undefined where it is for all. */
  readonly zone: string | undefined;
}

/** Rows and columns from the first that are looked at: the guide of the largest pack has a third of them. */
const [DEEPEST, WIDEST] = [2000, 10];

const MARKED = /^【模板标识】([a-z][a-z0-9-]*)／(\d+\.\d+\.\d+)／(\d{4})年度(?:／(.+))?$/u;

/** The line that {@link templateIdentity} knows again. */
export const identityLine = ({ pack, version }: Pack, year: number, zone?: string): string =>
  words.identity([pack, version, words.year(year), ...(zone === undefined ? [] : [zone.trim().replace(/\s+/gu, ' ')])]);

/** The identity of a workbook that was made from a template of ours; undefined where no cell states one. */
export function templateIdentity(sheets: readonly SheetGrid[]): TemplateIdentity | undefined {
  for (const { grid, owned } of sheets) {
    if (owned) continue;
    for (let row = Math.min(grid.rows, DEEPEST) - 1; row >= 0; row--)
      for (const column of grid.filled(row)) {
        if (column >= WIDEST || grid.kind(row, column) !== CellKind.text) continue;
        const found = MARKED.exec(grid.text(row, column).trim());
        if (found) return { pack: found[1]!, version: found[2]!, year: Number(found[3]), zone: found[4] };
      }
  }
  return undefined;
}
