import { xlsxWords as words } from '../words';
import { CONTENT_TYPES_PART, contentTypeOf } from './content-types';
import type { Dialect } from '../xml/namespaces';
import { RELATIONSHIP_REFERENCE, dialectOf } from '../xml/namespaces';
import type { Mark } from '../../hosts/results/mark';
import { OWNER_NAME, ownedSheets, readMark } from '../../hosts/results/mark';
import type { Package } from './package';
import { refusal } from '../refusal';
import { partKey } from '../zip/zip-directory';
import type { Relationship } from './relationships';
import type { XmlElement } from '../xml/xml-outline';
import { attribute, child, childrenNamed, outline } from '../xml/xml-outline';

export interface WorkbookSheet {
  readonly name: string;
  readonly sheetId: number;
  readonly hidden: boolean;
  readonly relationshipId: string;
  /** The part's name; '' where the relationship is missing. */
  readonly part: string;
  /** False for chart, dialog and macro sheets. */
  readonly cells: boolean;
  readonly owned: boolean;
  readonly mark: Mark | undefined;
}

/** What xl/workbook.xml and its surroundings say, wherever that part lies in the package. */
export interface WorkbookPart {
  readonly part: string;
  readonly dialect: Dialect;
  readonly sheets: readonly WorkbookSheet[];
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
  if (!dialect || root.local !== 'workbook') throw refusal('not-workbook', words.notWorkbook());
  const relationships = pack.relationships(part);
  const parts = new Map<string, string>();
  for (const one of relationships) if (one.part !== '' && !parts.has(one.kind)) parts.set(one.kind, one.part);
  return {
    part,
    dialect,
    sheets: readSheets(part, root, relationships),
    date1904: isTrue(attribute(child(root, 'workbookPr') ?? root, 'date1904')),
    traits: readTraits(pack, root, relationships),
    parts,
  };
}

function mainPart(pack: Package): string {
  const main = pack.relationships('').find((one) => one.kind === 'officeDocument')?.part;
  if (main === undefined || main === '') throw refusal('missing-part', words.missingPart('xl/workbook.xml'));
  const type = contentTypeOf(pack.text(CONTENT_TYPES_PART).text, main) ?? '';
  if (/\.bin$/i.test(main) || /sheet\.binary/i.test(type)) throw refusal('xlsb', words.xlsb());
  if (/wordprocessingml|presentationml|ms-(word|powerpoint)/i.test(type)) throw refusal('not-workbook', words.notWorkbook());
  if (!pack.has(main)) throw refusal('missing-part', words.missingPart(main));
  return main;
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

function readSheets(part: string, root: XmlElement, relationships: readonly Relationship[]): WorkbookSheet[] {
  const list = child(root, 'sheets');
  if (!list || list.children.length === 0) throw refusal('broken-xml', words.brokenXml(part, words.why.noElement('sheets')));
  const marks = readMarks(root);
  const byId = new Map(relationships.map((one) => [one.id, one]));
  const sheets = childrenNamed(list, 'sheet').map((element, index) => {
    const relationshipId = attribute(element, 'id', RELATIONSHIP_REFERENCE) ?? '';
    const target = byId.get(relationshipId);
    return {
      name: attribute(element, 'name') ?? '',
      sheetId: Number(attribute(element, 'sheetId') ?? 0),
      hidden: ['hidden', 'veryHidden'].includes(attribute(element, 'state') ?? ''),
      relationshipId,
      part: target?.part ?? '',
      cells: target === undefined || target.kind === 'worksheet',
      mark: marks.get(index),
    };
  });
  const owned = ownedSheets(sheets);
  return sheets.map((sheet, index) => ({ ...sheet, owned: sheet.cells && owned[index]! }));
}

function readMarks(root: XmlElement): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  const names = child(root, 'definedNames');
  for (const element of names ? childrenNamed(names, 'definedName') : []) {
    const sheet = attribute(element, 'localSheetId');
    if (attribute(element, 'name')?.toLowerCase() !== OWNER_NAME || sheet === undefined) continue;
    const mark = readMark(element.text);
    if (mark) marks.set(Number(sheet), mark);
  }
  return marks;
}

function readTraits(pack: Package, root: XmlElement, relationships: readonly Relationship[]): string[] {
  const traits: string[] = [];
  const protection = child(root, 'workbookProtection');
  if (relationships.some((one) => one.kind === 'vbaProject')) traits.push('macros');
  if (protection && isTrue(attribute(protection, 'lockStructure'))) traits.push('protected-structure');
  if (isTrue(attribute(child(root, 'workbookPr') ?? root, 'date1904'))) traits.push('date1904');
  if (relationships.some((one) => one.kind === 'externalLink')) traits.push('external-links');
  if (pack.names.some((name) => partKey(name).startsWith('_xmlsignatures/'))) traits.push('signed');
  return traits;
}
