/** The two dialects of ISO 29500: what Excel writes by default, and "Strict Open XML". */
const TRANSITIONAL = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';

export const SPREADSHEET = [`${TRANSITIONAL}/spreadsheetml/2006/main`, `${STRICT}/spreadsheetml/main`] as const;
/** Namespace of r:id. */
export const RELATIONSHIP_REFERENCE = [
  `${TRANSITIONAL}/officeDocument/2006/relationships`,
  `${STRICT}/officeDocument/relationships`,
] as const;
export const PACKAGE_RELATIONSHIPS = `${TRANSITIONAL}/package/2006/relationships`;
export const CONTENT_TYPES = `${TRANSITIONAL}/package/2006/content-types`;

/** Namespaces for what we write: those of the workbook itself, so that a strict package stays strict. */
export interface Dialect {
  readonly strict: boolean;
  readonly spreadsheet: string;
  readonly references: string;
}

/** Namespaces of drawings on sheets, of what is drawn, and of charts. */
export function drawingNamespaces({ strict }: Dialect): {
  readonly sheetDrawing: string;
  readonly drawing: string;
  readonly chart: string;
} {
  const base = strict ? `${STRICT}/drawingml` : `${TRANSITIONAL}/drawingml/2006`;
  return { sheetDrawing: `${base}/spreadsheetDrawing`, drawing: `${base}/main`, chart: `${base}/chart` };
}

export function dialectOf(rootUri: string): Dialect | undefined {
  const n = SPREADSHEET.findIndex((uri) => uri === rootUri);
  if (n < 0) return undefined;
  return { strict: n === 1, spreadsheet: SPREADSHEET[n]!, references: RELATIONSHIP_REFERENCE[n]! };
}

/** Relationship types are compared by their last word, which both dialects and Microsoft's own types share. */
export function relationshipKind(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1);
}

const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument';
export const CONTENT_TYPE = {
  worksheet: `${SHEET_TYPES}.spreadsheetml.worksheet+xml`,
  styles: `${SHEET_TYPES}.spreadsheetml.styles+xml`,
  comments: `${SHEET_TYPES}.spreadsheetml.comments+xml`,
  vml: `${SHEET_TYPES}.vmlDrawing`,
  drawing: `${SHEET_TYPES}.drawing+xml`,
  chart: `${SHEET_TYPES}.drawingml.chart+xml`,
  relationships: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  customXmlProperties: `${SHEET_TYPES}.customXmlProperties+xml`,
} as const;

/** Namespaces of spreadsheets that test versions of Office 2007 wrote (Beta 1, Beta 2, technical refresh); Excel itself opens none of them. */
export const BETA_SPREADSHEET: readonly string[] = [
  'http://schemas.microsoft.com/office/excel/2006/2',
  `${TRANSITIONAL}/spreadsheetml/2006/5/main`,
  `${TRANSITIONAL}/spreadsheetml/2006/7/main`,
];
