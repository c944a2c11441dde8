import { columnsOf } from '../../src/core/pack/references';
import type { Pack } from '../../src/core/pack/schema';
import type { BodyColumn, SheetPlan, SheetsPlan } from '../../src/core/plan';
import { templatePlan } from '../../src/core/template/template-plan';
import { bookOfPlan } from '../../src/hosts/old-files/book-of-plan';
import { Package } from '../../src/ooxml/parts/package';
import { units } from '../packs/built-in';

/** Figures of a zone: column of the main table → number or text. */
export type ZoneFigures = Readonly<Record<string, number | string>>;

export interface FilledForm {
  readonly zone: string;
  readonly year?: number;
  readonly figures: ZoneFigures;
  /** ISO 8601; undefined where the file does not say. */
  readonly savedAt?: string;
  readonly mend?: (plan: SheetsPlan) => SheetsPlan;
}

/** A form of one zone as it comes back. */
export function filledForm(pack: Pack, { zone, year = 2016, figures, savedAt, mend = (plan) => plan }: FilledForm): Uint8Array {
  const plan = templatePlan(pack, units, year, { name: zone, known: new Map() });
  const main = pack.tables[pack.main_table]!.sheet[0]!;
  const sheets = plan.sheets.map((sheet) => (sheet.name === main ? filledSheet(pack, sheet, [figures]) : sheet));
  return saved(bookOfPlan(mend({ ...plan, sheets })), savedAt);
}

/** The sheet of the main table with figures, row by row; its names stand there already or are among the figures. */
export function filledSheet(pack: Pack, sheet: SheetPlan, rows: readonly ZoneFigures[]): SheetPlan {
  const keys = Object.keys(columnsOf(pack, pack.main_table));
  const body = sheet.body.map((column, at): BodyColumn => {
    const values = rows.map((row) => row[keys[at]!]);
    if (values.some((value) => typeof value === 'number'))
      return {
        kind: 'number',
        values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : NaN)),
        style: column.style,
      };
    const before = column.kind === 'text' ? column.values : [];
    return {
      kind: 'text',
      values: values.map((value, row) => (typeof value === 'string' ? value : (before[row] ?? ''))),
      style: column.style,
    };
  });
  return { ...sheet, body, bodyRows: rows.length, bodyHeights: new Float32Array(rows.length) };
}

function saved(bytes: Uint8Array, at: string | undefined): Uint8Array {
  if (at === undefined) return bytes;
  const pack = Package.open(bytes).fork();
  const schemas = 'http://schemas.openxmlformats.org/package/2006';
  pack.putText(
    'docProps/core.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="${schemas}/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
  );
  pack.edit('[Content_Types].xml', (types) =>
    types.replace(
      '</Types>',
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    ),
  );
  pack.edit('_rels/.rels', (links) =>
    links.replace(
      '</Relationships>',
      `<Relationship Id="rIdCore" Type="${schemas}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ),
  );
  return pack.bytes();
}
