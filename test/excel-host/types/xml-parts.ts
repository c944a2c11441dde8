import type { WorkbookModel } from '../model/workbook';
import { HostNode, byKey } from '../node';
import type { TypeSpec } from '../node';
import { HostError, refuse } from '../wire';

type Part = WorkbookModel['xmlParts'][number];

interface PartSelf {
  readonly book: WorkbookModel;
  readonly part: Part;
}

/** The namespace of the root element; undefined where the text does not look like XML at all. */
function rootNamespace(xml: string): string | undefined {
  const root =
    /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:([\w.-]+):)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/>|>)/.exec(
      xml,
    );
  if (!root) return undefined;
  const tag = root[1] ? `${root[1]}:${root[2] ?? ''}` : root[2];
  if (root[4] === '>' && !xml.trimEnd().endsWith(`</${tag ?? ''}>`)) return undefined;
  const attribute = new RegExp(`\\s${root[1] ? `xmlns:${root[1]}` : 'xmlns'}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root[3] ?? '');
  return attribute?.[1] ?? attribute?.[2] ?? '';
}

function checked(xml: string): string {
  if (rootNamespace(xml) === undefined) throw new HostError('InvalidArgument');
  return xml;
}

const partType: TypeSpec<PartSelf> = {
  name: 'CustomXmlPart',
  alive: (self) => self.book.xmlParts.includes(self.part),
  identity: ['Id'],
  read: { Id: (self) => self.part.id, NamespaceUri: (self) => rootNamespace(self.part.xml) ?? '' },
  call: {
    GetXml: (self) => self.part.xml,
    SetXml: (self, args) => {
      self.part.xml = checked(args.text(0));
    },
    Delete: (self) => void self.book.xmlParts.splice(self.book.xmlParts.indexOf(self.part), 1),
  },
};

interface Scope {
  readonly book: WorkbookModel;
  readonly namespace?: string;
}

const parts = (self: Scope): readonly HostNode[] =>
  self.book.xmlParts
    .filter((part) => self.namespace === undefined || rootNamespace(part.xml) === self.namespace)
    .map((part) => HostNode.of(partType, { book: self.book, part }));

const methods = {
  ...byKey((self: Scope, key) => parts(self).find((node) => node.is(partType) && node.self.part.id === key)),
  GetCount: (self: Scope) => parts(self).length,
};

const scopedType: TypeSpec<Scope> = {
  name: 'CustomXmlPartScopedCollection',
  items: parts,
  call: {
    ...methods,
    GetOnlyItem: (self) => (parts(self).length === 1 ? parts(self)[0]! : refuse('ItemNotFound')),
    GetOnlyItemOrNullObject: (self) => (parts(self).length === 1 ? parts(self)[0]! : null),
  },
};

export const xmlPartsType: TypeSpec<Scope> = {
  name: 'CustomXmlPartCollection',
  items: parts,
  call: {
    ...methods,
    Add: ({ book }, args) => {
      const part = { id: book.guid(), xml: checked(args.text(0)) };
      book.xmlParts.push(part);
      return HostNode.of(partType, { book, part });
    },
    GetByNamespace: ({ book }, args) => HostNode.of(scopedType, { book, namespace: args.text(0) }),
  },
};
