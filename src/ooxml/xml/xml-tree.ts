import type { SaxesTagNS } from 'saxes';
import { RELATIONSHIP_REFERENCE } from './namespaces';
import type { XmlEvents } from './xml-reader';
import { XmlReader } from './xml-reader';

/** An element with what is in it; where it stands in the text does not matter here. */
export interface XmlTree {
  readonly local: string;
  readonly uri: string;
  /** Attributes without prefix, and `r:id` whatever its prefix is. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlTree[];
  /** Its own character data, without that of children. */
  text: string;
}

/** Grows trees from the events of a reader. */
export class TreeGrower implements XmlEvents {
  readonly roots: XmlTree[] = [];
  private readonly path: XmlTree[] = [];
  private outside = 0;

  /** @param wanted whether to keep an element that is no child of one kept; all where left out */
  constructor(private readonly wanted: (tag: SaxesTagNS, depth: number) => boolean = () => true) {}

  open(tag: SaxesTagNS, depth: number): void {
    const parent = this.path.at(-1);
    if (!parent && !this.wanted(tag, depth)) {
      this.outside++;
      return;
    }
    const attributes = new Map<string, string>();
    for (const { local, prefix, uri, value } of Object.values(tag.attributes)) {
      if (prefix === '') attributes.set(local, value);
      else if (local === 'id' && RELATIONSHIP_REFERENCE.includes(uri as (typeof RELATIONSHIP_REFERENCE)[number]))
        attributes.set('r:id', value);
    }
    const tree: XmlTree = { local: tag.local, uri: tag.uri, attributes, children: [], text: '' };
    (parent?.children ?? this.roots).push(tree);
    this.path.push(tree);
  }

  close(): void {
    if (this.path.length > 0) this.path.pop();
    else this.outside--;
  }

  text(piece: string): void {
    const tree = this.path.at(-1);
    if (tree) tree.text += piece;
  }
}

/** The tree of a whole part. @throws ProblemError broken-xml, doctype */
export function readTree(part: string, text: string): XmlTree {
  const grower = new TreeGrower();
  new XmlReader(part, grower).write(text).close();
  return grower.roots[0]!;
}

export function child(tree: XmlTree | undefined, local: string): XmlTree | undefined {
  return tree?.children.find((one) => one.local === local && one.uri === tree.uri);
}

export function childrenNamed(tree: XmlTree | undefined, local: string): XmlTree[] {
  return tree?.children.filter((one) => one.local === local && one.uri === tree.uri) ?? [];
}

/** A number within bounds, undefined where the attribute is missing or no number. */
export function numberOf(tree: XmlTree | undefined, name: string, least: number, most: number): number | undefined {
  const text = tree?.attributes.get(name)?.trim();
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  return Number.isNaN(value) ? undefined : Math.min(most, Math.max(least, value));
}

/** @param otherwise what an attribute that is missing or odd stands for */
export function isSet(tree: XmlTree | undefined, name: string, otherwise = false): boolean {
  const text = tree?.attributes.get(name)?.trim().toLowerCase();
  if (text === '1' || text === 'true' || text === 'on') return true;
  return text === '0' || text === 'false' || text === 'off' ? false : otherwise;
}
