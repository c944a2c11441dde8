import { type ISheetClipboardService, PREDEFINED_HOOK_NAME_PASTE } from '@univerjs/sheets-ui';

/** Univer marks what was copied on this page. */
const COPIED_HERE = /data-copy-id="([^"]+)"/;

/**
 * Pastes contents alone: what was copied on this page with its formulas and exact values, anything else as the text that it shows.
 * Univer's own way would bring merges, fonts and widths along, which are not saved.
 */
export function pasteContents(clipboard: ISheetClipboardService, html: string, text: string): Promise<boolean> {
  const id = COPIED_HERE.exec(html)?.[1];
  if (id !== undefined && clipboard.copyContentCache().get(id)) return clipboard.pasteByCopyId(id, PREDEFINED_HOOK_NAME_PASTE.SPECIAL_PASTE_FORMULA);
  const table = new Blob([tableOf(cellsOf(text))], { type: 'text/html' });
  return clipboard.paste(new ClipboardItem({ 'text/html': table }), PREDEFINED_HOOK_NAME_PASTE.SPECIAL_PASTE_VALUE);
}

/**
 * Rows of cells in a text as spreadsheets put it on the clipboard: tabs between cells, line ends between rows; a cell that holds one of these
 * or begins with a quotation mark stands between quotation marks.
 */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const token = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;
  for (let at = 0; at <= text.length; ) {
    token.lastIndex = at;
    const [whole = '', quoted, bare] = token.exec(text) ?? [];
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    at += whole.length;
    const end = /\t|\r\n|\r|\n|$/y;
    end.lastIndex = at;
    const [separator = ''] = end.exec(text) ?? [];
    at += separator.length || 1;
    // A line end at the very end of the text begins no further row.
    if (separator !== '' && separator !== '\t' && at < text.length) rows.push([]);
    else if (separator !== '\t') break;
  }
  return rows;
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<td>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</td>`;
  return `<table>${rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('')}</table>`;
}
