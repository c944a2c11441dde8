import type { SaxesTagNS } from 'saxes';
import { XmlReader } from './xml-reader';
import { Grower, plainTree, type XmlTree } from './xml-tree';

/** An element and where it stands in the part's text, so that the text can be changed without being written anew. */
export interface XmlElement extends XmlTree {
  readonly prefix: string;
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
}

/** The tree of a small part. @throws ProblemError broken-xml, doctype */
export function outline(part: string, text: string): XmlElement {
  const grower = new Grower<XmlElement>((tag, parent) => {
    const openEnd = reader.position;
    return {
      ...plainTree(tag),
      children: [],
      prefix: tag.prefix,
      namespaces: namespacesIn(tag, parent?.namespaces),
      // No '<' can stand inside a tag, so the last one before its end opens it.
      start: text.lastIndexOf('<', openEnd - 1),
      openEnd,
      closeStart: openEnd,
      end: openEnd,
      selfClosing: tag.isSelfClosing,
    };
  });
  const reader: XmlReader = new XmlReader(part, {
    open: (tag, depth) => grower.open(tag, depth),
    close: () => {
      const element = grower.close();
      if (!element || element.selfClosing) return;
      element.end = reader.position;
      element.closeStart = text.lastIndexOf('<', element.end - 1);
    },
    text: (piece) => grower.text(piece),
  });
  reader.write(text).close();
  return grower.roots[0]!;
}

function namespacesIn(tag: SaxesTagNS, outer: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> {
  const own = Object.entries(tag.ns);
  return outer && own.length === 0 ? outer : new Map([...(outer ?? []), ...own]);
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

/** Puts markup behind the last child; an element that closed itself is opened for it, its spaces kept. */
export function appendChildren(element: XmlElement, markup: string): Edit {
  if (!element.selfClosing) return { start: element.closeStart, end: element.closeStart, text: markup };
  return { start: element.openEnd - 2, end: element.end, text: `>${markup}</${prefixOf(element)}${element.local}>` };
}

/**
 * Puts a new child where the schema's sequence wants it: behind the last child that comes before it in `order`.
 * @param order local names of all children in the order of the schema
 */
export function insertInOrder(parent: XmlElement, order: readonly string[], local: string, markup: string): Edit {
  const before = new Set(order.slice(0, order.indexOf(local)));
  const previous = parent.children.filter((one) => one.uri === parent.uri && before.has(one.local)).at(-1);
  if (previous) return { start: previous.end, end: previous.end, text: markup };
  if (parent.selfClosing) return appendChildren(parent, markup);
  return { start: parent.openEnd, end: parent.openEnd, text: markup };
}

/**
 * Sets, changes or (undefined) takes away an attribute without prefix in an opening tag. Quotes and spaces of the tag stay, so that
 * an attribute that was set is taken away or changed back without a trace.
 */
export function setAttribute(text: string, element: XmlElement, name: string, value: string | undefined): Edit {
  const open = text.slice(element.start, element.openEnd);
  let end = element.start + open.search(/[\s/>]/);
  for (const match of open.matchAll(/(?<!\s)\s+([^\s=/<>"']+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    const start = element.start + match.index;
    end = start + match[0].length;
    if (match[1] !== name) continue;
    return value === undefined ? { start, end, text: '' } : { start: end - match[2]!.length + 1, end: end - 1, text: value };
  }
  return { start: end, end, text: value === undefined ? '' : ` ${name}="${value}"` };
}
