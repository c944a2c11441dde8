import { CONTENT_TYPES_PART, declareParts, withdrawParts } from './content-types';
import { CONTENT_TYPE } from '../xml/namespaces';
import type { Package } from './package';
import { addRelationships, folderOf, freeRelationshipId, relationshipsPart, removeRelationships } from './relationships';
import { emptyStyleSheet } from './styles-append';
import type { WorkbookPart } from './workbook-part';

/** A part name that is not in use: with a number where `first` is given, else with one only when needed. */
export function freePart(pack: Package, stem: string, extension: string, first?: number): string {
  if (first === undefined && !pack.has(`${stem}${extension}`)) return `${stem}${extension}`;
  let number = first ?? 2;
  while (pack.has(`${stem}${number}${extension}`)) number++;
  return `${stem}${number}${extension}`;
}

/** Points from the workbook to a part in its folder. @returns the relationship's id */
export function addRelationship(pack: Package, workbook: WorkbookPart, kind: string, part: string): string {
  return pointTo(pack, workbook, kind, part.slice(folderOf(workbook.part).length));
}

/** @param target as seen from the workbook's part. @returns the relationship's id */
export function pointTo(pack: Package, workbook: WorkbookPart, kind: string, target: string): string {
  const id = freeRelationshipId(pack.relationships(workbook.part).map((one) => one.id));
  const relsPart = relationshipsPart(workbook.part);
  pack.edit(relsPart, (text) => addRelationships(relsPart, text, [{ id, type: `${workbook.dialect.references}/${kind}`, target }]));
  return id;
}

export function dropRelationships(pack: Package, source: string, ids: ReadonlySet<string>): void {
  const part = relationshipsPart(source);
  pack.edit(part, (text) => removeRelationships(part, text, ids));
}

/** The style sheet that the workbook points to, whether it is there or not. */
export function stylesPart(pack: Package, workbook: WorkbookPart): string | undefined {
  return pack.relationships(workbook.part).find(({ kind, part }) => kind === 'styles' && part !== '')?.part;
}

/** Gives a workbook that has none an empty style sheet. @returns its part */
export function addStyles(pack: Package, workbook: WorkbookPart): string {
  const known = stylesPart(pack, workbook);
  const part = known ?? freePart(pack, `${folderOf(workbook.part)}styles`, '.xml');
  if (pack.has(part)) return part;
  pack.putText(part, emptyStyleSheet(workbook.dialect));
  pack.edit(CONTENT_TYPES_PART, (text) => declareParts(text, new Map([[part, CONTENT_TYPE.styles]])));
  if (known === undefined) addRelationship(pack, workbook, 'styles', part);
  return part;
}

/** Takes a part away that nothing but the workbook points to. */
export function dropPart(pack: Package, workbook: WorkbookPart, kind: string, part: string): void {
  dropRelationships(
    pack,
    workbook.part,
    new Set(
      pack
        .relationships(workbook.part)
        .filter((one) => one.kind === kind)
        .map((one) => one.id),
    ),
  );
  pack.remove(part);
  pack.edit(CONTENT_TYPES_PART, (text) => withdrawParts(text, [part]));
}
