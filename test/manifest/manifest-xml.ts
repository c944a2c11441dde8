import { SaxesParser } from 'saxes';

export interface ManifestElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: ManifestElement[];
  readonly parent: ManifestElement | undefined;
  readonly line: number;
  text: string;
}

/** The tree of a manifest. @throws Error with line and column where the text is not well-formed */
export function parseManifest(xml: string): ManifestElement {
  const parser = new SaxesParser({ xmlns: true, fragment: false });
  let root: ManifestElement | undefined;
  let open: ManifestElement | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes }) => {
    const element: ManifestElement = {
      name: local,
      attributes: new Map(
        Object.values(attributes)
          .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
          .map(({ local: key, value }) => [key, value]),
      ),
      children: [],
      parent: open,
      line: parser.line,
      text: '',
    };
    open?.children.push(element);
    root ??= element;
    open = element;
  });
  parser.on('text', (text) => {
    if (open) open.text += text;
  });
  parser.on('closetag', () => {
    open = open?.parent;
  });
  parser.write(xml).close();
  if (!root) throw new Error('no root element');
  return root;
}

export function* elements(of: ManifestElement): Generator<ManifestElement> {
  yield of;
  for (const child of of.children) yield* elements(child);
}

export function child(of: ManifestElement | undefined, ...path: string[]): ManifestElement | undefined {
  return path.reduce<ManifestElement | undefined>((at, name) => at?.children.find((one) => one.name === name), of);
}

export const named = (of: ManifestElement, name: string): ManifestElement[] => [...elements(of)].filter((one) => one.name === name);
