import { BUILT_IN_FORMATS } from './number-formats';
import type { XmlElement } from '../xml/xml-outline';
import { outline } from '../xml/xml-outline';
import { attribute, child, childrenNamed } from '../xml/xml-tree';

/** The number format code of each cell style, by the index that cells use (`s`). */
export function readFormats(part: string, text: string): string[] {
  const root = outline(part, text);
  const codes = new Map(BUILT_IN_FORMATS);
  for (const element of items(root, 'numFmts'))
    codes.set(Number(attribute(element, 'numFmtId')), attribute(element, 'formatCode') ?? 'General');
  return items(root, 'cellXfs').map((xf) => codes.get(Number(attribute(xf, 'numFmtId') ?? 0)) ?? 'General');
}

function items(root: XmlElement, list: string): XmlElement[] {
  const element = child(root, list);
  return element ? childrenNamed(element, ITEM.get(list)!) : [];
}

/** The element that each list of the style sheet holds. */
export const ITEM: ReadonlyMap<string, string> = new Map([
  ['numFmts', 'numFmt'],
  ['fonts', 'font'],
  ['fills', 'fill'],
  ['borders', 'border'],
  ['cellStyleXfs', 'xf'],
  ['cellXfs', 'xf'],
  ['dxfs', 'dxf'],
]);
