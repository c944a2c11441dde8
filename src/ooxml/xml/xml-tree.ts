import type { SaxesTagNS } from 'saxes';
import { RELATIONSHIP_REFERENCE } from './namespaces';
import type { XmlEvents } from './xml-reader';
import { XmlReader } from './xml-reader';

/** An element with what is in it. */
export interface XmlTree {
  readonly local: string;
  readonly uri: string;
  /** Attributes without prefix, and `r:id` whatever its prefix is. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: this[];
  /** Its own character data, without that of children. */
  text: string;
}

/** What a tag says by itself. */
export function plainTree(tag: SaxesTagNS): XmlTree {
  const attributes = new Map<string, string>();
  for (const { local, prefix, uri, value } of Object.values(tag.attributes)) {
    if (prefix === '') attributes.set(local, value);
    else if (local === 'id' && RELATIONSHIP_REFERENCE.some((one) => one === uri)) attributes.set('r:id', value);
  }
  return { local: tag.local, uri: tag.uri, attributes, children: [], text: '' };
}

/** Grows trees from the events of a reader. */
export class Grower<Tree extends XmlTree> implements XmlEvents {
  readonly roots: Tree[] = [];
  private readonly path: Tree[] = [];

  /**
   * @param plant makes the element of an opening tag
   * @param wanted whether to keep an element that is no child of one kept; all where left out
   */
  constructor(
    private readonly plant: (tag: SaxesTagNS, parent: Tree | undefined) => Tree,
    private readonly wanted: (tag: SaxesTagNS, depth: number) => boolean = () => true,
  ) {}

  open(tag: SaxesTagNS, depth: number): void {
    const parent = this.path.at(-1);
    if (!parent && !this.wanted(tag, depth)) return;
    const tree = this.plant(tag, parent);
    (parent?.children ?? this.roots).push(tree);
    this.path.push(tree);
  }

  /** @returns the element that closes, where it was kept */
  close(): Tree | undefined {
    return this.path.pop();
  }

  text(piece: string): void {
    const tree = this.path.at(-1);
    if (tree) tree.text += piece;
  }
}

/** Grows trees that do not know where they stand in the text. */
export class TreeGrower extends Grower<XmlTree> {
  /** @param wanted as {@link Grower} has it */
  constructor(wanted?: (tag: SaxesTagNS, depth: number) => boolean) {
    super(plainTree, wanted);
  }
}

/** The tree of a whole part. @throws ProblemError broken-xml, doctype */
export function readTree(part: string, text: string): XmlTree {
  const grower = new TreeGrower();
  new XmlReader(part, grower).write(text).close();
  return grower.roots[0]!;
}

export const attribute = (tree: XmlTree | undefined, name: string): string | undefined => tree?.attributes.get(name);

export function child<Tree extends XmlTree>(tree: Tree | undefined, local: string): Tree | undefined {
  return tree?.children.find((one) => one.local === local && one.uri === tree.uri);
}

export function childrenNamed<Tree extends XmlTree>(tree: Tree | undefined, local: string): Tree[] {
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
