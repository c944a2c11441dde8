import type { SheetModel } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import { HostNode, byKey } from '../node';
import type { TypeSpec } from '../node';
import { HostError } from '../wire';

/** Collections of keys and values: workbook settings, a sheet's custom properties, the document's custom properties. */
interface EntrySelf {
  readonly map: Map<string, unknown>;
  readonly key: string;
}

export function keyedValues<S>(
  type: string,
  itemType: string,
  mapOf: (self: S) => Map<string, unknown>,
  check: (key: string, value: unknown) => void,
  identity: readonly string[],
): TypeSpec<S> {
  const entry: TypeSpec<EntrySelf> = {
    name: itemType,
    identity,
    read: {
      ...(identity.includes('_Id') ? { _Id: (self: EntrySelf) => self.key } : {}),
      Key: (self) => self.key,
      Value: (self) => self.map.get(self.key) ?? null,
      ...(itemType === 'CustomProperty'
        ? {
            Type: (self: EntrySelf) =>
              ({ string: 'String', number: 'Number', boolean: 'Boolean' })[typeof self.map.get(self.key) as 'string'] ?? 'String',
          }
        : {}),
    },
    write: {
      Value: (self, value) => {
        if (!self.map.has(self.key)) throw new HostError('ItemNotFound');
        check(self.key, value);
        self.map.set(self.key, value);
      },
    },
    call: { Delete: (self) => void self.map.delete(self.key) },
  };
  const node = (self: S, key: string): HostNode => HostNode.of(entry, { map: mapOf(self), key });
  // Keys are compared without letter case in custom properties, exactly in settings.
  const found = (self: S, key: string): string | undefined =>
    [...mapOf(self).keys()].find((one) => (type === 'SettingCollection' ? one === key : one.toLowerCase() === key.toLowerCase()));
  return {
    name: type,
    items: (self) => [...mapOf(self).keys()].map((key) => node(self, key)),
    call: {
      ...byKey((self: S, key) => {
        const own = found(self, key);
        return own === undefined ? undefined : node(self, own);
      }),
      GetCount: (self) => mapOf(self).size,
      Add: (self, args) => {
        const key = args.text(0);
        const value = args.values[1];
        if (key === '') throw new HostError('InvalidArgument');
        check(key, value);
        const own = found(self, key) ?? key;
        mapOf(self).set(own, value);
        return node(self, own);
      },
      ...(type === 'CustomPropertyCollection' ? { DeleteAll: (self: S): void => mapOf(self).clear() } : {}),
    },
  };
}

/** workbook.settings: any JSON value; adding a key again replaces its value. */
export const settingsType: TypeSpec<WorkbookModel> = {
  ...keyedValues(
    'SettingCollection',
    'Setting',
    (book: WorkbookModel) => book.settings,
    (_key, value) => {
      if (value === undefined) throw new HostError('InvalidArgument');
    },
    ['_Id'],
  ),
};

export const documentCustomPropertiesType: TypeSpec<WorkbookModel> = keyedValues(
  'CustomPropertyCollection',
  'CustomProperty',
  (book: WorkbookModel) => book.customProperties,
  (key, value) => {
    if (key.length > 255 || (typeof value === 'string' && value.length > 255)) throw new HostError('InvalidArgument');
  },
  ['Key'],
);

/** worksheet.customProperties: texts. */
export const worksheetCustomPropertiesType: TypeSpec<SheetModel> = keyedValues(
  'WorksheetCustomPropertyCollection',
  'WorksheetCustomProperty',
  (sheet: SheetModel) => sheet.customProperties as Map<string, unknown>,
  (_key, value) => {
    if (typeof value !== 'string') throw new HostError('InvalidArgument');
  },
  ['_Id'],
);
