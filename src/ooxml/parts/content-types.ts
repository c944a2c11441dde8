import { partKey } from '../zip/zip-directory';
import { escapeXml } from '../xml/xml-text';
import type { XmlElement } from '../xml/xml-outline';
import { appendChildren, applyEdits, outline, prefixOf } from '../xml/xml-outline';
import { attribute, childrenNamed } from '../xml/xml-tree';

export const CONTENT_TYPES_PART = '[Content_Types].xml';

/** The content type of a part, undefined where none is declared. */
export function contentTypeOf(text: string, part: string): string | undefined {
  const root = outline(CONTENT_TYPES_PART, text);
  const key = partKey(part);
  const override = childrenNamed(root, 'Override').find((one) => partKey(attribute(one, 'PartName') ?? '') === key);
  return override ? attribute(override, 'ContentType') : typesByExtension(root).get(extensionOf(part));
}

function typesByExtension(root: XmlElement): ReadonlyMap<string, string | undefined> {
  return new Map(
    childrenNamed(root, 'Default').map((one) => [(attribute(one, 'Extension') ?? '').toLowerCase(), attribute(one, 'ContentType')]),
  );
}

function extensionOf(part: string): string {
  const key = partKey(part);
  return key.slice(key.lastIndexOf('.') + 1);
}

/**
 * Declares new parts by name, as far as their extensions do not say their types already; a part already declared is left as it is.
 * Never by extension: whether the user's parts need that too by the time ours go, nobody could tell.
 */
export function declareParts(text: string, parts: ReadonlyMap<string, string>): string {
  const root = outline(CONTENT_TYPES_PART, text);
  const known = new Set(childrenNamed(root, 'Override').map((one) => partKey(attribute(one, 'PartName') ?? '')));
  const byExtension = typesByExtension(root);
  const prefix = prefixOf(root);
  const markup = [...parts]
    .filter(([part, type]) => !known.has(partKey(part)) && byExtension.get(extensionOf(part)) !== type)
    .map(([part, type]) => `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${escapeXml(type)}"/>`)
    .join('');
  return markup === '' ? text : applyEdits(text, [appendChildren(root, markup)]);
}

/** Takes declarations by name back. */
export function withdrawParts(text: string, parts: readonly string[]): string {
  const keys = new Set(parts.map(partKey));
  const gone = childrenNamed(outline(CONTENT_TYPES_PART, text), 'Override').filter((one) =>
    keys.has(partKey(attribute(one, 'PartName') ?? '')),
  );
  return applyEdits(
    text,
    gone.map(({ start, end }) => ({ start, end, text: '' })),
  );
}
