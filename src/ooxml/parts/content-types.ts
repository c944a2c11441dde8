import { partKey } from '../zip/zip-directory';
import { escapeXml } from '../xml/xml-text';
import { appendChildren, applyEdits, outline, prefixOf } from '../xml/xml-outline';
import { attribute, child, childrenNamed } from '../xml/xml-tree';

export const CONTENT_TYPES_PART = '[Content_Types].xml';

/** The content type of a part, undefined where none is declared. */
export function contentTypeOf(text: string, part: string): string | undefined {
  const root = outline(CONTENT_TYPES_PART, text);
  const key = partKey(part);
  const override = childrenNamed(root, 'Override').find((one) => partKey(attribute(one, 'PartName') ?? '') === key);
  if (override) return attribute(override, 'ContentType');
  const extension = key.slice(key.lastIndexOf('.') + 1);
  const byExtension = childrenNamed(root, 'Default').find((one) => attribute(one, 'Extension')?.toLowerCase() === extension);
  return byExtension && attribute(byExtension, 'ContentType');
}

/** Declares new parts by name; a part already declared is left as it is. */
export function declareParts(text: string, parts: ReadonlyMap<string, string>): string {
  const root = outline(CONTENT_TYPES_PART, text);
  const known = new Set(childrenNamed(root, 'Override').map((one) => partKey(attribute(one, 'PartName') ?? '')));
  const prefix = prefixOf(root);
  const markup = [...parts]
    .filter(([part]) => !known.has(partKey(part)))
    .map(([part, type]) => `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${escapeXml(type)}"/>`)
    .join('');
  return markup === '' ? text : applyEdits(text, [appendChildren(text, root, markup)]);
}

/** Declares a content type by extension, at the head of the list, unless that extension is declared. */
export function declareExtension(text: string, extension: string, type: string): string {
  const root = outline(CONTENT_TYPES_PART, text);
  if (childrenNamed(root, 'Default').some((one) => attribute(one, 'Extension')?.toLowerCase() === extension)) return text;
  const markup = `<${prefixOf(root)}Default Extension="${extension}" ContentType="${type}"/>`;
  const first = child(root, 'Default') ?? child(root, 'Override');
  if (!first) return applyEdits(text, [appendChildren(text, root, markup)]);
  return applyEdits(text, [{ start: first.start, end: first.start, text: markup }]);
}

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

export function withdrawExtension(text: string, extension: string): string {
  const gone = childrenNamed(outline(CONTENT_TYPES_PART, text), 'Default').filter(
    (one) => attribute(one, 'Extension')?.toLowerCase() === extension,
  );
  return applyEdits(
    text,
    gone.map(({ start, end }) => ({ start, end, text: '' })),
  );
}
