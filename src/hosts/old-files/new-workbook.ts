import { cellName } from '../../core/cell';
import { LONGEST_SHEET_NAME, SHEET_ROWS } from '../../core/sheet-limits';
import { CONTENT_TYPE, CONTENT_TYPES, dialectOf, PACKAGE_RELATIONSHIPS, SPREADSHEET } from '../../ooxml/xml/namespaces';
import { emptyStyleSheet, LIKE_FORMULA, StyleAppender } from '../../ooxml/parts/styles-append';
import { disjoint } from '../../ooxml/sheet/areas';
import { escapeXml } from '../../ooxml/xml/xml-text';
import { buildZip } from '../../ooxml/zip/zip-build';
import { deflateWhole, EntryWriter, type DeflatePiece } from '../../ooxml/zip/zip-data';
import type { ZipEntry } from '../../ooxml/zip/zip-directory';
import { legalSheetName, nameKey } from '../results/names';
import { SheetBytes } from '../xlsx/sheet-bytes';
import type { PlainCell, PlainColumns, PlainRow, PlainSheet, RowFrame } from './plain-sheet';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DIALECT = dialectOf(SPREADSHEET[0])!;
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const LONGEST_FORMAT = 255;
/** Points and characters that Excel takes at most. */
const [HIGHEST_ROW, WIDEST_COLUMN] = [409.5, 255];

export interface NewWorkbook {
  readonly bytes: Uint8Array;
  /** How many texts were cut to what a cell can hold. */
  readonly shortened: number;
}

/** What a whole workbook has in common. */
export interface BookSetting {
  readonly date1904?: boolean;
  readonly deflatePiece?: DeflatePiece | undefined;
}

/** An .xlsx file of the sheets given; the same sheets give the same bytes at any time. */
export function newWorkbook(sheets: readonly PlainSheet[], { date1904 = false, deflatePiece }: BookSetting = {}): NewWorkbook {
  const styles = new Styles();
  let shortened = 0;
  const parts = sheets.map((sheet, n): ZipEntry => {
    const written = writeSheet(`xl/worksheets/sheet${n + 1}.xml`, sheet, styles, deflatePiece);
    shortened += written.shortened;
    return written.entry;
  });
  const text = (name: string, xml: string): ZipEntry => deflateWhole(name, new TextEncoder().encode(HEAD + xml));
  const entries = [
    text('[Content_Types].xml', contentTypes(parts)),
    text('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])),
    text('xl/workbook.xml', workbookXml(sheets, date1904)),
    text(
      'xl/_rels/workbook.xml.rels',
      relationships([...parts.map(({ name }) => ['worksheet', name.slice('xl/'.length)] as const), ['styles', 'styles.xml'] as const]),
    ),
    deflateWhole('xl/styles.xml', new TextEncoder().encode(styles.xml())),
    ...parts,
  ];
  return { bytes: buildZip(entries), shortened };
}

/** The numbers of the few styles that cells without a look need: a number format, and that a text stays a text. */
class Styles {
  private readonly appender = new StyleAppender('xl/styles.xml', emptyStyleSheet(DIALECT));
  private readonly known = new Map<string, number>();

  of(format: string, quoted: boolean): number {
    const key = `${quoted ? 1 : 0}${format}`;
    let n = this.known.get(key);
    if (n === undefined) {
      const code = format === 'General' || format.trim() === '' || format.length > LONGEST_FORMAT ? undefined : format;
      n = code === undefined && !quoted ? 0 : this.appender.lists.cellXfs.at(this.appender.plainXf(quoted, code));
      this.known.set(key, n);
    }
    return n;
  }

  xml(): string {
    return this.appender.build();
  }
}

function contentTypes(sheets: readonly ZipEntry[]): string {
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  return (
    `<Types xmlns="${CONTENT_TYPES}"><Default Extension="rels" ContentType="${CONTENT_TYPE.relationships}"/><Default Extension="xml" ContentType="application/xml"/>` +
    `${override('xl/workbook.xml', WORKBOOK_TYPE)}${override('xl/styles.xml', CONTENT_TYPE.styles)}` +
    `${sheets.map(({ name }) => override(name, CONTENT_TYPE.worksheet)).join('')}</Types>`
  );
}

function relationships(links: readonly (readonly [kind: string, target: string])[]): string {
  const items = links.map(
    ([kind, target], n) => `<Relationship Id="rId${n + 1}" Type="${DIALECT.references}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${items.join('')}</Relationships>`;
}

/** Names that Excel takes, each once. */
function sheetNames(wanted: readonly string[]): string[] {
  const used = new Set<string>();
  return wanted.map((name) => {
    const legal = legalSheetName(name);
    let free = legal;
    for (let time = 2; used.has(nameKey(free)); time++) {
      const suffix = ` (${time})`;
      free = legal.slice(0, LONGEST_SHEET_NAME - suffix.length).replace(/[\ud800-\udbff]$/, '') + suffix;
    }
    used.add(nameKey(free));
    return free;
  });
}

function workbookXml(sheets: readonly PlainSheet[], date1904: boolean): string {
  const names = sheetNames(sheets.map(({ name }) => name));
  // Excel opens no workbook without a sheet to be seen.
  const first = Math.max(
    0,
    sheets.findIndex(({ state }) => state === 'visible'),
  );
  const list = sheets.map(({ state }, n) => {
    const shown = n === first ? 'visible' : state;
    return `<sheet name="${escapeXml(names[n]!)}" sheetId="${n + 1}"${shown === 'visible' ? '' : ` state="${shown}"`} r:id="rId${n + 1}"/>`;
  });
  return (
    `<workbook xmlns="${DIALECT.spreadsheet}" xmlns:r="${DIALECT.references}"><workbookPr${date1904 ? ' date1904="1"' : ''}/>` +
    `<bookViews><workbookView activeTab="${first}"/></bookViews><sheets>${list.join('')}</sheets></workbook>`
  );
}

function writeSheet(
  part: string,
  sheet: PlainSheet,
  styles: Styles,
  deflatePiece: DeflatePiece | undefined,
): { readonly entry: ZipEntry; readonly shortened: number } {
  const writer = new EntryWriter(part, 1, deflatePiece);
  const out = new SheetBytes(writer);
  out.ascii(
    `${HEAD}<worksheet xmlns="${DIALECT.spreadsheet}"><sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet.columns)}<sheetData>`,
  );
  for (const { row, cells, frame } of framedRows(sheet)) {
    out.ascii(`<row r="${row + 1}"${frame ? frameXml(frame) : ''}>`);
    for (const cell of cells) writeCell(out, row, cell, styles);
    out.ascii('</row>');
  }
  const merges = disjoint(sheet.merges).map(
    ({ top, left, bottom, right }) => `<mergeCell ref="${cellName(top, left)}:${cellName(bottom, right)}"/>`,
  );
  out.ascii(`</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : ''}</worksheet>`);
  out.finish();
  return { entry: writer.finish(), shortened: out.shortened };
}

/** Columns that are described twice keep the first description: Excel would call the file damaged. */
function columnsXml(columns: readonly PlainColumns[]): string {
  let next = 0;
  const items: string[] = [];
  for (const { first, last, width, hidden } of [...columns].sort((a, b) => a.first - b.first)) {
    const from = Math.max(first, next);
    if (from > last) continue;
    next = last + 1;
    items.push(
      `<col min="${from + 1}" max="${last + 1}" width="${Number(Math.min(WIDEST_COLUMN, width).toFixed(4))}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`,
    );
  }
  return items.length > 0 ? `<cols>${items.join('')}</cols>` : '';
}

function frameXml({ height, hidden }: RowFrame): string {
  return `${height === undefined ? '' : ` ht="${Math.min(HIGHEST_ROW, height)}" customHeight="1"`}${hidden ? ' hidden="1"' : ''}`;
}

interface FramedRow extends PlainRow {
  readonly frame?: RowFrame;
}

/** Rows with cells, and rows that merely stand otherwise than usual. */
function* framedRows({ rows, frames }: PlainSheet): Generator<FramedRow, void, undefined> {
  let at = 0;
  for (const row of rows) {
    for (; at < frames.length && frames[at]!.row < row.row; at++) yield { row: frames[at]!.row, cells: [], frame: frames[at]! };
    const frame = frames[at]?.row === row.row ? frames[at++] : undefined;
    yield { ...row, ...(frame && { frame }) };
  }
  for (; at < frames.length && frames[at]!.row < SHEET_ROWS; at++) yield { row: frames[at]!.row, cells: [], frame: frames[at]! };
}

function writeCell(out: SheetBytes, row: number, { column, value, format = 'General' }: PlainCell, styles: Styles): void {
  const style = styles.of(format, typeof value === 'string' && LIKE_FORMULA.test(value));
  const open = `<c r="${cellName(row, column)}"${style === 0 ? '' : ` s="${style}"`}`;
  if (typeof value === 'string') {
    out.ascii(`${open} t="inlineStr"><is><t xml:space="preserve">`);
    out.text(value);
    out.ascii('</t></is></c>');
  } else if (typeof value === 'number') out.ascii(`${open}><v>${value}</v></c>`);
  else if (typeof value === 'boolean') out.ascii(`${open} t="b"><v>${value ? 1 : 0}</v></c>`);
  else out.ascii(`${open} t="e"><v>${value.error}</v></c>`);
}
