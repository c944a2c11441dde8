import { cellName } from '../../../src/core/cell';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import type { BookLook, SheetLook, StyleLook } from '../../../src/ooxml/look/look';
import { DECLARATION, MAIN, REFS, workbook } from '../package-builder';
import type { WorkbookSource } from '../package-builder';

/** A worksheet of which each part is given, in the schema's order. */
export function worksheet({
  before = '',
  rows = '',
  after = '',
}: {
  readonly before?: string;
  readonly rows?: string;
  readonly after?: string;
}): string {
  return `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${REFS}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function bookLook(xml: string, more: Omit<WorkbookSource, 'sheets'> = {}): BookLook {
  return openXlsx(workbook({ sheets: [{ name: '数据', xml }], ...more })).look();
}

export function sheetLook(xml: string, more: Omit<WorkbookSource, 'sheets'> = {}): SheetLook {
  return bookLook(xml, more).sheets[0]!;
}

/** A style sheet with these lists; each one that a test is not about has the single record that Excel expects. */
export function styleSheet(lists: {
  readonly numFmts?: string;
  readonly fonts?: string;
  readonly fills?: string;
  readonly borders?: string;
  readonly cellXfs?: string;
  readonly dxfs?: string;
  readonly colors?: string;
}): string {
  const {
    fonts = '<font><sz val="11"/><name val="Calibri"/></font>',
    fills = '<fill><patternFill patternType="none"/></fill>',
    borders = '<border/>',
    cellXfs = '<xf/>',
  } = lists;
  const list = (name: string, content: string | undefined): string => (content === undefined ? '' : `<${name}>${content}</${name}>`);
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN}">${list('numFmts', lists.numFmts)}${list('fonts', fonts)}${list('fills', fills)}${list('borders', borders)}` +
    `${list('cellXfs', cellXfs)}${list('dxfs', lists.dxfs)}${list('colors', lists.colors)}</styleSheet>`
  );
}

/** Every cell by its name: what it holds, its style and its formula. */
export function cellsOf(
  { styles }: Pick<BookLook, 'styles'>,
  { cells }: SheetLook,
): Record<
  string,
  { readonly value: string | number | boolean | null; readonly style: StyleLook; readonly formula?: string; readonly array?: string }
> {
  const formulas = new Map(cells.formulas.map((one) => [one.at, one]));
  const found: ReturnType<typeof cellsOf> = {};
  for (let row = 0; row < cells.rows; row++) {
    for (let at = cells.rowStart[row]!; at < cells.rowStart[row + 1]!; at++) {
      const payload = cells.payload[at]!;
      const value = [null, payload, cells.texts[payload] ?? null, payload === 1, cells.texts[payload] ?? null][cells.kinds[at]!]!;
      const { text, array } = formulas.get(at) ?? {};
      found[cellName(row, cells.columnOf[at]!)] = {
        value,
        style: styles[cells.styleOf[at]!]!,
        ...(text === undefined ? {} : { formula: text }),
        ...(array === undefined ? {} : { array }),
      };
    }
  }
  return found;
}
