import type { SaxesTagNS } from 'saxes';
import { XmlReader } from './xml-reader';

/** An element and where it stands in the part's text, so that the text can be changed without being written anew. */
export interface XmlElement {
  readonly local: string;
  readonly prefix: string;
  readonly uri: string;
  readonly attributes: readonly { readonly local: string; readonly prefix: string; readonly uri: string; readonly value: string }[];
  /** Namespaces in force inside the element: prefix → address. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** From the opening '<'. */
  readonly start: number;
  /** Behind the '>' of the opening tag. */
  readonly openEnd: number;
  /** At the '<' of the closing tag; equal to {@link openEnd} where the element closes itself. */
  closeStart: number;
  /** Behind the last '>'. */
  end: number;
  readonly selfClosing: boolean;
  readonly children: XmlElement[];
  /** Its own character data, without that of children. */
  text: string;
}

/** The tree of a small part. @throws ProblemError broken-xml, doctype */
export function outline(part: string, text: string): XmlElement {
  const open: XmlElement[] = [];
  const roots: XmlElement[] = [];
  const reader: XmlReader = new XmlReader(part, {
    open(tag: SaxesTagNS) {
      const openEnd = reader.position;
      const parent = open.at(-1);
      const element: XmlElement = {
        local: tag.local,
        prefix: tag.prefix,
        uri: tag.uri,
        attributes: Object.values(tag.attributes).map(({ local, prefix, uri, value }) => ({ local, prefix, uri, value })),
        namespaces: namespacesIn(tag, parent?.namespaces),
        // No '<' can stand inside a tag, so the last one before its end opens it.
        start: text.lastIndexOf('<', openEnd - 1),
        openEnd,
        closeStart: openEnd,
        end: openEnd,
        selfClosing: tag.isSelfClosing,
        children: [],
        text: '',
      };
      (parent?.children ?? roots).push(element);
      open.push(element);
    },
    close() {
      const element = open.pop();
      if (!element || element.selfClosing) return;
      element.end = reader.position;
      element.closeStart = text.lastIndexOf('<', element.end - 1);
    },
    text(piece: string) {
      const element = open.at(-1);
      if (element) element.text += piece;
    },
  });
  reader.write(text).close();
  return roots[0]!;
}

function namespacesIn(tag: SaxesTagNS, outer: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> {
  const own = Object.entries(tag.ns);
  return outer && own.length === 0 ? outer : new Map([...(outer ?? []), ...own]);
}

/** The value of an attribute without prefix, or of one in any of the namespaces given. */
export function attribute(element: XmlElement, local: string, uris: readonly string[] = ['']): string | undefined {
  return element.attributes.find((one) => one.local === local && uris.includes(one.uri))?.value;
}

export function child(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((one) => one.local === local && one.uri === element.uri);
}

export function childrenNamed(element: XmlElement, local: string): XmlElement[] {
  return element.children.filter((one) => one.local === local && one.uri === element.uri);
}

/** "x:" for elements of the same namespace as `element`, '' where that is the default namespace. */
export function prefixOf(element: XmlElement): string {
  return element.prefix === '' ? '' : `${element.prefix}:`;
}

/** One change of a text: what stands between start and end becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Carries out edits that do not overlap; those at the same place stay in the order given. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Puts markup behind the last child; an element that closed itself is opened for it. */
export function appendChildren(text: string, element: XmlElement, markup: string): Edit {
  if (!element.selfClosing) return { start: element.closeStart, end: element.closeStart, text: markup };
  const open = text.slice(element.start, element.openEnd);
  const name = `${prefixOf(element)}${element.local}`;
  return { start: element.start, end: element.end, text: `${open.replace(/\s*\/>$/, '>')}${markup}</${name}>` };
}

/**
 * Puts a new child where the schema's sequence wants it: behind the last child that comes before it in `order`.
 * @param order local names of all children in the order of the schema
 */
export function insertInOrder(text: string, parent: XmlElement, order: readonly string[], local: string, markup: string): Edit {
  const before = new Set(order.slice(0, order.indexOf(local)));
  const previous = parent.children.filter((one) => one.uri === parent.uri && before.has(one.local)).at(-1);
  if (previous) return { start: previous.end, end: previous.end, text: markup };
  if (parent.selfClosing) return appendChildren(text, parent, markup);
  return { start: parent.openEnd, end: parent.openEnd, text: markup };
}

/** Sets, changes or (undefined) takes away an attribute without prefix in an opening tag. */
export function setAttribute(text: string, element: XmlElement, name: string, value: string | undefined): Edit {
  const open = text.slice(element.start, element.openEnd);
  for (const match of open.matchAll(/\s+([^\s=/<>"']+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (match[1] !== name) continue;
    const start = element.start + match.index;
    return { start, end: start + match[0].length, text: value === undefined ? '' : ` ${name}="${value}"` };
  }
  const end = element.openEnd - (element.selfClosing ? 2 : 1);
  return { start: end, end, text: value === undefined ? '' : ` ${name}="${value}"` };
}
