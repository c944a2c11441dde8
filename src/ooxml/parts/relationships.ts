import { PACKAGE_RELATIONSHIPS, relationshipKind } from '../xml/namespaces';
import { escapeXml } from '../xml/xml-text';
import type { XmlElement } from '../xml/xml-outline';
import { appendChildren, applyEdits, outline, prefixOf } from '../xml/xml-outline';
import { attribute, childrenNamed } from '../xml/xml-tree';

/** An arrow from one part to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: 'worksheet', 'styles', 'vbaProject', … */
  readonly kind: string;
  /** The part's name from the package root without leading slash; '' for a target outside of the package. */
  readonly part: string;
}

/** xl/workbook.xml → xl/_rels/workbook.xml.rels; '' (the package) → _rels/.rels. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The folder of a part with its slash, '' at the root. */
export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** Resolves a target against its source part: relative, absolute ("/xl/…") and percent-encoded ones. */
export function resolveTarget(source: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : folderOf(source).split('/').filter(Boolean);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

export function readRelationships(relsPart: string, source: string, text: string): Relationship[] {
  return relationshipElements(outline(relsPart, text)).map((element) => ({
    id: attribute(element, 'Id') ?? '',
    kind: relationshipKind(attribute(element, 'Type') ?? ''),
    part: attribute(element, 'TargetMode') === 'External' ? '' : resolveTarget(source, attribute(element, 'Target') ?? ''),
  }));
}

function relationshipElements(root: XmlElement): XmlElement[] {
  return childrenNamed(root, 'Relationship');
}

export interface NewRelationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The text of a relationships part of our own. */
export function relationshipsXml(relationships: readonly NewRelationship[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${relationships.map((one) => relationshipXml(one, '')).join('')}</Relationships>`;
}

function relationshipXml({ id, type, target }: NewRelationship, prefix: string): string {
  return `<${prefix}Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"/>`;
}

/** Adds relationships at the end and leaves the rest of the text alone. */
export function addRelationships(relsPart: string, text: string, added: readonly NewRelationship[]): string {
  const root = outline(relsPart, text);
  const markup = added.map((one) => relationshipXml(one, prefixOf(root))).join('');
  return applyEdits(text, [appendChildren(root, markup)]);
}

export function removeRelationships(relsPart: string, text: string, ids: ReadonlySet<string>): string {
  const gone = relationshipElements(outline(relsPart, text)).filter((element) => ids.has(attribute(element, 'Id') ?? ''));
  return applyEdits(
    text,
    gone.map(({ start, end }) => ({ start, end, text: '' })),
  );
}

/** An id that is not taken yet, of the form that Excel uses. */
export function freeRelationshipId(taken: Iterable<string>): string {
  let highest = 0;
  for (const id of taken) {
    const match = /^rId(\d{1,9})$/i.exec(id);
    if (match) highest = Math.max(highest, Number(match[1]));
  }
  return `rId${highest + 1}`;
}
