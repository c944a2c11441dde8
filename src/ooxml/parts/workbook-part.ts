import { fileWords as words } from '../words';
import { CONTENT_TYPES_PART, contentTypeOf } from './content-types';
import type { Dialect } from '../xml/namespaces';
import { BETA_SPREADSHEET, dialectOf } from '../xml/namespaces';
import type { Package } from './package';
import { refusal } from '../../core/refusal';
import { partKey } from '../zip/zip-directory';
import type { Relationship } from './relationships';
import type { XmlElement } from '../xml/xml-outline';
import { outline } from '../xml/xml-outline';
import { attribute, child, childrenNamed, isSet } from '../xml/xml-tree';

/** The schema's sequence inside <workbook> (ISO 29500-1, 18.2.27). */
export const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

export interface WorkbookSheet {
  readonly name: string;
  readonly sheetId: number;
  readonly hidden: boolean;
  readonly relationshipId: string;
  /** The part's name; '' where the relationship is missing. */
  readonly part: string;
  /** False for chart, dialog and macro sheets, and for old macro modules, which are listed without a part. */
  readonly cells: boolean;
}

/** A defined name as the workbook part has it. */
export interface WorkbookName {
  readonly name: string;
  /** Index of the sheet that the name is local to. */
  readonly sheet: number | undefined;
  readonly formula: string;
}

/** What xl/workbook.xml and its surroundings say, wherever that part lies in the package. */
export interface WorkbookPart {
  readonly part: string;
  readonly dialect: Dialect;
  readonly sheets: readonly WorkbookSheet[];
  readonly names: readonly WorkbookName[];
  readonly date1904: boolean;
  readonly traits: readonly string[];
  /** The first part of each kind that the workbook points to: 'styles', 'sharedStrings', 'calcChain', … */
  readonly parts: ReadonlyMap<string, string>;
}

/** @throws ProblemError missing-part, xlsb, not-workbook, broken-xml */
export function readWorkbookPart(pack: Package): WorkbookPart {
  if (!pack.has(CONTENT_TYPES_PART)) {
    if (pack.has('mimetype')) throw refusal('open-document', words.openDocument());
    throw refusal('not-workbook', words.notZip());
  }
  const part = mainPart(pack);
  const root = outline(part, pack.text(part).text);
  const dialect = dialectOf(root.uri);
  if (BETA_SPREADSHEET.includes(root.uri)) throw refusal('beta-version', words.betaVersion());
  if (!dialect || root.local !== 'workbook') throw refusal('not-workbook', words.notWorkbook());
  const relationships = pack.relationships(part);
  const parts = new Map<string, string>();
  for (const one of relationships) if (one.part !== '' && !parts.has(one.kind)) parts.set(one.kind, one.part);
  return {
    part,
    dialect,
    sheets: readSheets(part, root, relationships),
    names: readNames(root),
    date1904: isSet(child(root, 'workbookPr') ?? root, 'date1904'),
    traits: readTraits(pack, root, relationships),
    parts,
  };
}

function mainPart(pack: Package): string {
  const main = pack.relationships('').find((one) => one.kind === 'officeDocument')?.part;
  if (main === undefined || main === '') throw refusal('missing-part', words.missingPart('xl/workbook.xml'));
  const type = contentTypeOf(pack.text(CONTENT_TYPES_PART).text, main) ?? '';
  if (/\.bin$/i.test(main) || /sheet\.binary/i.test(type)) throw refusal('xlsb', words.xlsb());
  if (/wordprocessingml|ms-word/i.test(type)) throw refusal('not-workbook', words.document());
  if (/presentationml|ms-powerpoint/i.test(type)) throw refusal('not-workbook', words.notWorkbook());
  if (!pack.has(main)) throw refusal('missing-part', words.missingPart(main));
  return main;
}

function readSheets(part: string, root: XmlElement, relationships: readonly Relationship[]): WorkbookSheet[] {
  const list = child(root, 'sheets');
  if (!list || list.children.length === 0) throw refusal('broken-xml', words.brokenXml(part, words.why.noElement('sheets')));
  const byId = new Map(relationships.map((one) => [one.id, one]));
  return childrenNamed(list, 'sheet').map((element) => {
    const relationshipId = attribute(element, 'r:id') ?? '';
    const target = byId.get(relationshipId);
    return {
      name: attribute(element, 'name') ?? '',
      sheetId: Number(attribute(element, 'sheetId') ?? 0),
      hidden: ['hidden', 'veryHidden'].includes(attribute(element, 'state') ?? ''),
      relationshipId,
      part: target?.part ?? '',
      cells: target === undefined ? relationshipId.trim() !== '' : target.kind === 'worksheet',
    };
  });
}

function readNames(root: XmlElement): WorkbookName[] {
  return childrenNamed(child(root, 'definedNames'), 'definedName').map((element) => {
    const sheet = attribute(element, 'localSheetId');
    return { name: attribute(element, 'name') ?? '', sheet: sheet === undefined ? undefined : Number(sheet), formula: element.text };
  });
}

function readTraits(pack: Package, root: XmlElement, relationships: readonly Relationship[]): string[] {
  const traits: string[] = [];
  const protection = child(root, 'workbookProtection');
  if (relationships.some((one) => one.kind === 'vbaProject')) traits.push('macros');
  if (protection && isSet(protection, 'lockStructure')) traits.push('protected-structure');
  if (isSet(child(root, 'workbookPr') ?? root, 'date1904')) traits.push('date1904');
  if (relationships.some((one) => one.kind === 'externalLink')) traits.push('external-links');
  if (pack.names.some((name) => partKey(name).startsWith('_xmlsignatures/'))) traits.push('signed');
  return traits;
}
