import { ProblemError } from '../../core/problem';
import { CONTENT_TYPE } from '../xml/namespaces';
import { escapeXml } from '../xml/xml-text';
import { partKey } from '../zip/zip-directory';
import { CONTENT_TYPES_PART, declareParts, withdrawParts } from './content-types';
import type { Package } from './package';
import { dropRelationships, freePart, pointTo } from './part-adding';
import { folderOf, relationshipsPart, relationshipsXml } from './relationships';
import type { WorkbookPart } from './workbook-part';

/** A part of data that some program put into the workbook (ISO 29500-1, 15.2.5). */
export interface CustomXml {
  readonly part: string;
  /** Undefined where it is too long to be looked at. */
  readonly xml: string | undefined;
}

/** Of the start of a part, in which its first tag is looked for. */
const START = 4096;

/**
 * The parts whose first element is of a namespace, be the rest as damaged as it may. Those of other programs are passed over.
 * @param longest UTF-16 units; longer ones come without their text
 */
export function customXmlOf(pack: Package, workbook: WorkbookPart, namespace: string, longest: number): CustomXml[] {
  const parts = new Map(
    pack
      .relationships(workbook.part)
      .filter(({ kind, part }) => kind === 'customXml' && part !== '' && pack.has(part))
      .map(({ part }) => [partKey(part), part]),
  );
  return [...parts.values()].flatMap((part): CustomXml[] => {
    // A character takes four bytes at most.
    const short = pack.size(part) <= longest * 4;
    const text = readable(() => (short ? pack.text(part).text : startOf(pack, part)));
    return text !== undefined && rootNamespace(text.slice(0, START)) === namespace
      ? [{ part, xml: short && text.length <= longest ? text : undefined }]
      : [];
  });
}

/** Undefined where no tag is to be seen. */
function rootNamespace(start: string): string | undefined {
  const [, prefix, attributes] = /<(?:([\w.-]+):)?[\w.-]+(\s[^<>]*)?>/.exec(start.replace(/<!--[^]*?-->|<\?[^]*?\?>/g, '')) ?? [];
  const declared = [...(attributes ?? '').matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  const [, , double, single] = declared.find(([, of]) => of === prefix) ?? [];
  return double ?? single;
}

function startOf(pack: Package, part: string): string {
  for (const chunk of pack.chunks(part)) return new TextDecoder().decode(chunk.subarray(0, START));
  return '';
}

/** Damaged parts of others are not our business. */
function readable(read: () => string): string | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

/** Adds a part with the properties by which Office knows it. */
export function addCustomXml(pack: Package, workbook: WorkbookPart, namespace: string, xml: string): void {
  const folder = 'customXml/';
  let number = 1;
  while (pack.has(`${folder}item${number}.xml`) || pack.has(`${folder}itemProps${number}.xml`)) number++;
  const part = `${folder}item${number}.xml`;
  const properties = freePart(pack, `${folder}itemProps`, '.xml', number);
  const { references } = workbook.dialect;
  const types = `${references.slice(0, references.lastIndexOf('/'))}/customXml`;
  pack.putText(part, xml);
  pack.putText(
    properties,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${itemId(number)}" xmlns:ds="${types}"><ds:schemaRefs><ds:schemaRef ds:uri="${escapeXml(namespace)}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  pack.putText(
    relationshipsPart(part),
    relationshipsXml([{ id: 'rId1', type: `${references}/customXmlProps`, target: properties.slice(folder.length) }]),
  );
  pack.edit(CONTENT_TYPES_PART, (text) =>
    declareParts(
      text,
      new Map([
        [part, CONTENT_TYPE.xml],
        [properties, CONTENT_TYPE.customXmlProperties],
        [relationshipsPart(part), CONTENT_TYPE.relationships],
      ]),
    ),
  );
  const upwards = '../'.repeat(folderOf(workbook.part).split('/').length - 1);
  pointTo(pack, workbook, 'customXml', `${upwards}${part}`);
}

/** Any that is not taken will do; the last digits keep parts of one workbook apart. */
const itemId = (number: number): string => `{5A0E6A55-C3D1-4B0E-9E5A-${String(number).padStart(12, '0')}}`;

/** Takes a part away, with its properties and all else that nothing but it leads to. */
export function dropCustomXml(pack: Package, workbook: WorkbookPart, part: string): void {
  const below = pack.reachable(part, new Set([partKey(part)]));
  const ids = pack.relationships(workbook.part).filter((one) => partKey(one.part) === partKey(part));
  dropRelationships(pack, workbook.part, new Set(ids.map(({ id }) => id)));
  const needed = pack.reachable('');
  const gone = pack.names.filter((name) => below.has(partKey(name)) && !needed.has(partKey(name)));
  for (const name of gone) {
    pack.remove(name);
    pack.remove(relationshipsPart(name));
  }
  pack.edit(CONTENT_TYPES_PART, (text) => withdrawParts(text, [...gone, ...gone.map(relationshipsPart)]));
}
