import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the client library lies. */
export const libraryFolder = join(__dirname, '../../node_modules/@microsoft/office-js/dist');

export interface MemberSet {
  readonly set: string;
  readonly version: string;
}

let table: ReadonlyMap<string, MemberSet> | undefined;

/**
 * "Worksheet.autoFilter" → ExcelApi 1.9. Read out of the client library itself, which names the set of every member
 * newer than ExcelApi 1.1 (and never checks it: that is the host's work).
 */
export function memberSets(): ReadonlyMap<string, MemberSet> {
  if (table) return table;
  const source = readFileSync(join(libraryFolder, 'excel-web-16.00.debug.js'), 'utf8');
  const excel = source.indexOf('_defaultApiSetName = "ExcelApi"');
  if (excel < 0) throw new Error('the client library has changed: no default requirement set found');
  const found = new Map<string, MemberSet>();
  for (const match of source.slice(excel).matchAll(/_throwIfApiNotSupported\("([\w.]+)", (?:_defaultApiSetName|"(\w+)"), "([\d.]+)"/g)) {
    found.set(match[1]!, { set: match[2] ?? 'ExcelApi', version: match[3]! });
  }
  // The client writes two members under shorter names on the wire.
  for (const [wire, member] of Object.entries({
    'Worksheet.gridlines': 'Worksheet.showGridlines',
    'Worksheet.headings': 'Worksheet.showHeadings',
  })) {
    const set = found.get(member);
    if (set) found.set(wire, set);
  }
  // Not in this library at all; the set is that of Microsoft's type declarations.
  if (!found.has('Worksheet.notes')) found.set('Worksheet.notes', { set: 'ExcelApi', version: '1.18' });
  return (table = found);
}

/** "1.10" is above "1.9". */
export function atLeast(version: string, wanted: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** Parts of the object model that a test can take away, by the members that lead to them. */
export const features = {
  settings: ['Workbook.settings'],
  comments: ['Workbook.comments', 'Worksheet.comments'],
  notes: ['Worksheet.notes'],
  charts: ['Worksheet.charts'],
  customXmlParts: ['Workbook.customXmlParts'],
  names: ['Workbook.names', 'Worksheet.names'],
  tables: ['Workbook.tables', 'Worksheet.tables'],
  freezePanes: ['Worksheet.freezePanes'],
  autoFilter: ['Worksheet.autoFilter'],
  pageLayout: ['Worksheet.pageLayout'],
  protection: ['Workbook.protection', 'Worksheet.protection'],
  conditionalFormats: ['Range.conditionalFormats'],
  dataValidation: ['Range.dataValidation'],
  hyperlinks: ['Range.hyperlink'],
  customProperties: ['Worksheet.customProperties', 'DocumentProperties.custom'],
} as const;
export type Feature = keyof typeof features;

/** What the host says it can do. */
export class Capabilities {
  private readonly sets: ReadonlyMap<string, string>;
  private readonly without: ReadonlySet<string>;

  constructor(requirementSet: string, more: Readonly<Record<string, string>>, without: readonly (Feature | `${string}.${string}`)[]) {
    this.sets = new Map(
      Object.entries({
        ExcelApi: requirementSet,
        RichApiRuntime: '1.2',
        RichApiRuntimeFlag: '1.2',
        DelayForCellEdit: '1.1',
        DialogApi: '1.2',
        ...more,
      }).map(([name, version]) => [name.toLowerCase(), version]),
    );
    this.without = new Set(without.flatMap((item) => (item in features ? features[item as Feature] : [item])));
  }

  isSetSupported(name: string, version = '0'): boolean {
    const own = this.sets.get(name.toLowerCase());
    return own !== undefined && atLeast(own, String(version));
  }

  /** Whether a member such as "Worksheet.autoFilter" is there. */
  allows(member: string): boolean {
    if (this.without.has(member)) return false;
    const needed = memberSets().get(member);
    return needed === undefined || this.isSetSupported(needed.set, needed.version);
  }

  /** The JSON text that getAppContext carries. */
  get matrix(): string {
    return JSON.stringify(Object.fromEntries(this.sets));
  }
}
