import { strToU8, zipSync } from 'fflate';
import { cellName, type Area } from '../../src/core/cell';
import { Styles, type Look } from './styles';

/** What a cell holds: null is a blank one that still has its borders; a formula carries the value that Excel last worked out. */
export type Value = string | number | null | { readonly formula: string; readonly value: number };

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: Value;
  readonly look: Look;
}

export interface ListRule {
  readonly area: Area;
  readonly options: readonly string[];
}

export interface Sheet {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly merges: readonly Area[];
  /** In characters, as Excel counts them. */
  readonly widths: readonly number[];
  /** Points by row, where a row is not as high as usual. */
  readonly heights: ReadonlyMap<number, number>;
  /** Rows above and columns left of the cell stay when scrolling. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly lists?: readonly ListRule[];
  readonly paper: 'A3' | 'A4';
  readonly landscape: boolean;
  /** Rows that every printed page repeats, first and last. */
  readonly repeat?: readonly [number, number];
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PAPER = { A3: 8, A4: 9 } as const;

/** A zip entry's date has no time zone; the same bytes everywhere need the same local date. */
const ENTRY_DATE = new Date(2016, 11, 1, 8, 0, 0);

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const areaName = ({ top, left, bottom, right }: Area): string => `${cellName(top, left)}:${cellName(bottom, right)}`;
const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

class Strings {
  private readonly places = new Map<string, number>();
  private uses = 0;

  of(text: string): number {
    this.uses++;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }

  xml(): string {
    const items = [...this.places.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`);
    return `<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

function cellXml({ row, column, value, look }: Cell, styles: Styles, strings: Strings): string {
  const open = `<c r="${cellName(row, column)}" s="${styles.of(look)}"`;
  if (value === null) return `${open}/>`;
  if (typeof value === 'string') return `${open} t="s"><v>${strings.of(value)}</v></c>`;
  if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
  return `${open}><f>${escape(value.formula)}</f><v>${value.value}</v></c>`;
}

function viewXml(freeze: Sheet['freeze'], first: boolean): string {
  const open = `<sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">`;
  if (!freeze) return `<sheetViews>${open}<selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>`;
  const corner = cellName(freeze.rows, freeze.columns);
  const split = `${freeze.columns > 0 ? ` xSplit="${freeze.columns}"` : ''} ySplit="${freeze.rows}"`;
  const pane = freeze.columns > 0 ? 'bottomRight' : 'bottomLeft';
  return `<sheetViews>${open}<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`;
}

function sheetXml(sheet: Sheet, index: number, styles: Styles, strings: Strings): string {
  const byRow = new Map<number, Cell[]>();
  for (const cell of sheet.cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  const rows = [...new Set([...byRow.keys(), ...sheet.heights.keys()])]
    .sort((a, b) => a - b)
    .map((row) => {
      const height = sheet.heights.get(row);
      const cells = (byRow.get(row) ?? []).sort((a, b) => a.column - b.column).map((cell) => cellXml(cell, styles, strings));
      return `<row r="${row + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells.join('')}</row>`;
    });
  const bottom = Math.max(...sheet.cells.map((cell) => cell.row));
  const right = sheet.widths.length - 1;
  const columns = sheet.widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width + 0.625}" customWidth="1"/>`);
  const merges = sheet.merges.map((area) => `<mergeCell ref="${areaName(area)}"/>`);
  const lists = (sheet.lists ?? []).map(
    ({ area, options }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${areaName(area)}"><formula1>"${options.map(escape).join(',')}"</formula1></dataValidation>`,
  );
  return (
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${cellName(bottom, right)}"/>` +
    `${viewXml(sheet.freeze, index === 0)}<sheetFormatPr defaultRowHeight="18" customHeight="1"/><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>` +
    (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '') +
    (lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '') +
    '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${PAPER[sheet.paper]}" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>'
  );
}

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(({ name }, n) => `<sheet name="${escape(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`);
  const names = sheets.flatMap(({ name, repeat }, n) =>
    repeat
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">${escape(quoted(name))}!$${repeat[0] + 1}:$${repeat[1] + 1}</definedName>`,
        ]
      : [],
  );
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr defaultThemeVersion="124226"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>` +
    `<sheets>${list.join('')}</sheets>${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}<calcPr calcId="152511"/></workbook>`
  );
}

/** Smallest theme that gives "theme 1" its black and the body its fonts. */
const THEME =
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements><a:clrScheme name="Office">' +
  '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2>' +
  ['4F81BD', 'C0504D', '9BBB59', '8064A2', '4BACC6', 'F79646']
    .map((color, n) => `<a:accent${n + 1}><a:srgbClr val="${color}"/></a:accent${n + 1}>`)
    .join('') +
  '<a:hlink><a:srgbClr val="0000FF"/></a:hlink><a:folHlink><a:srgbClr val="800080"/></a:folHlink></a:clrScheme><a:fontScheme name="Office">' +
  ['majorFont', 'minorFont']
    .map(
      (font) =>
        `<a:${font}><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Hans" typeface="宋体"/></a:${font}>`,
    )
    .join('') +
  '</a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>' +
  '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3) +
  '</a:fillStyleLst><a:lnStyleLst>' +
  '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'.repeat(3) +
  '</a:lnStyleLst><a:effectStyleLst>' +
  '<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3) +
  '</a:effectStyleLst><a:bgFillStyleLst>' +
  '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3) +
  '</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>';

/**
 * An .xlsx file as a person would have saved it: shared strings, styles, merges, frozen panes, print set-up.
 * The same sheets give the same bytes on every machine and day.
 */
export function workbookBytes(title: string, sheets: readonly Sheet[]): Uint8Array {
  const styles = new Styles();
  const strings = new Strings();
  const parts: Record<string, string> = {};
  const sheetParts = sheets.map((sheet, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheetXml(sheet, n, styles, strings)] as const);
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const link = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

  parts['[Content_Types].xml'] =
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    override('xl/workbook.xml', `${TYPE}.sheet.main+xml`) +
    sheetParts.map(([part]) => override(part, `${TYPE}.worksheet+xml`)).join('') +
    override('xl/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml') +
    override('xl/styles.xml', `${TYPE}.styles+xml`) +
    override('xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`) +
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    '</Types>';
  parts['_rels/.rels'] =
    `<Relationships xmlns="${PACKAGE}/relationships">${link('rId1', `${RELATIONS}/officeDocument`, 'xl/workbook.xml')}` +
    `${link('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`;
  parts['docProps/core.xml'] =
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ` +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escape(title)}</dc:title><dc:creator>示例</dc:creator>` +
    '<dcterms:created xsi:type="dcterms:W3CDTF">2016-12-01T00:00:00Z</dcterms:created></cp:coreProperties>';
  parts['xl/workbook.xml'] = workbookXml(sheets);
  const rest = sheets.length;
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, n) => link(`rId${n + 1}`, `${RELATIONS}/worksheet`, `worksheets/sheet${n + 1}.xml`)).join('')}` +
    `${link(`rId${rest + 1}`, `${RELATIONS}/theme`, 'theme/theme1.xml')}${link(`rId${rest + 2}`, `${RELATIONS}/styles`, 'styles.xml')}${link(`rId${rest + 3}`, `${RELATIONS}/sharedStrings`, 'sharedStrings.xml')}</Relationships>`;
  for (const [part, xml] of sheetParts) parts[part] = xml;
  parts['xl/theme/theme1.xml'] = THEME;
  parts['xl/styles.xml'] = styles.xml();
  parts['xl/sharedStrings.xml'] = strings.xml();
  return zipSync(Object.fromEntries(Object.entries(parts).map(([part, xml]) => [part, strToU8(DECLARATION + xml)])), {
    level: 9,
    mtime: ENTRY_DATE,
    os: 0,
    attrs: 0,
  });
}
