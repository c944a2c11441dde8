import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cellName } from '../../src/core/cell';
import type { PlainValue } from '../../src/core/grid';

export type Parts = Record<string, string | Uint8Array>;

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const REFS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE_RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface SheetSource {
  readonly name: string;
  readonly xml: string;
  readonly state?: 'hidden' | 'veryHidden';
}

export interface WorkbookSource {
  readonly sheets: readonly SheetSource[];
  /** Markup between <sheets> and the end of the workbook, in the schema's order. */
  readonly afterSheets?: string;
  readonly beforeSheets?: string;
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly extra?: Parts;
}

/** The parts of a small workbook as Excel would name them. */
export function workbookParts(source: WorkbookSource): Parts {
  const parts: Parts = {};
  const overrides = [`<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`];
  const relationships: string[] = [];
  source.sheets.forEach(({ xml }, n) => {
    overrides.push(`<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`);
    relationships.push(`<Relationship Id="rId${n + 1}" Type="${REFS}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`);
    parts[`xl/worksheets/sheet${n + 1}.xml`] = xml;
  });
  if (source.styles !== undefined) {
    overrides.push(`<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`);
    relationships.push(`<Relationship Id="rIdStyles" Type="${REFS}/styles" Target="styles.xml"/>`);
    parts['xl/styles.xml'] = source.styles;
  }
  if (source.sharedStrings !== undefined) {
    overrides.push(`<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>`);
    relationships.push(`<Relationship Id="rIdStrings" Type="${REFS}/sharedStrings" Target="/xl/sharedStrings.xml"/>`);
    parts['xl/sharedStrings.xml'] = source.sharedStrings;
  }
  const sheets = source.sheets.map(
    ({ name, state }, n) => `<sheet name="${escape(name)}" sheetId="${n + 1}"${state ? ` state="${state}"` : ''} r:id="rId${n + 1}"/>`,
  );
  return {
    '[Content_Types].xml':
      `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE_RELS}"><Relationship Id="rId1" Type="${REFS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${REFS}">${source.beforeSheets ?? ''}<sheets>${sheets.join('')}</sheets>${source.afterSheets ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE_RELS}">${relationships.join('')}</Relationships>`,
    ...parts,
    ...source.extra,
  };
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function zip(parts: Parts, level: 0 | 1 | 6 = 1): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])), {
    level,
  });
}

export function workbook(source: WorkbookSource): Uint8Array {
  return zip(workbookParts(source));
}

/** Every part, inflated. */
export function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}

export function partText(bytes: Uint8Array, part: string): string {
  const found = unzipSync(bytes)[part];
  if (!found) throw new Error(`no part ${part}`);
  return strFromU8(found);
}

/** A worksheet whose sheetData is given. */
export function sheetXml(rows: string, after = ''): string {
  return `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${REFS}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** A worksheet of plain values with inline texts. */
export function sheetOf(rows: readonly (readonly PlainValue[])[]): string {
  return sheetXml(
    rows
      .map((cells, row) => {
        const markup = cells.map((value, column) => {
          const open = `<c r="${cellName(row, column)}"`;
          if (value === null || value === undefined) return '';
          if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
          if (typeof value === 'boolean') return `${open} t="b"><v>${value ? 1 : 0}</v></c>`;
          return `${open} t="inlineStr"><is><t xml:space="preserve">${escape(value).replaceAll('\r', '&#13;')}</t></is></c>`;
        });
        return `<row r="${row + 1}">${markup.join('')}</row>`;
      })
      .join(''),
  );
}

/** A workbook with the one sheet 数据 of plain values. */
export function plainWorkbook(
  rows: readonly (readonly PlainValue[])[] = [
    ['地区', '产值'],
    ['甲', 1],
  ],
): Uint8Array {
  return workbook({ sheets: [{ name: '数据', xml: sheetOf(rows) }] });
}
