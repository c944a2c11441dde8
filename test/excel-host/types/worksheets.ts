import type { SheetModel } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import { HostNode } from '../node';
import type { TypeSpec, World } from '../node';
import { HostError, refuse } from '../wire';
import { checkStructure, eventNumber, worksheetType } from './worksheet';

const node = (sheet: SheetModel): HostNode => HostNode.of(worksheetType, sheet);

function find(world: World, key: string): HostNode | undefined {
  const sheet = world.book.find(key);
  return sheet && node(sheet);
}

function shown(book: WorkbookModel, visibleOnly: boolean): readonly SheetModel[] {
  return visibleOnly ? book.visibleSheets : book.sheets;
}

export const worksheetsType: TypeSpec<WorkbookModel> = {
  name: 'WorksheetCollection',
  items: (book) => book.sheets.map(node),
  call: {
    Add: (book, args, world) => {
      checkStructure(world);
      const name = args.has(0) && args.values[0] !== '' ? args.text(0) : book.freeSheetName();
      book.checkSheetName(name);
      const sheet = book.addSheet(name);
      world.emit({ type: 13, targets: ['Workbook'], message: { worksheetId: sheet.id, source: 'Local' } });
      return node(sheet);
    },
    GetItem: (_book, args, world) => find(world, args.text(0)) ?? refuse('ItemNotFound'),
    GetItemOrNullObject: (_book, args, world) => find(world, args.text(0)) ?? null,
    GetActiveWorksheet: (book) => (book.active ? node(book.active) : refuse('ItemNotFound')),
    GetCount: (book, args) => shown(book, args.flag(0)).length,
    GetFirst: (book, args) => node(shown(book, args.flag(0))[0] ?? refuse('ItemNotFound')),
    GetLast: (book, args) => node(shown(book, args.flag(0)).at(-1) ?? refuse('ItemNotFound')),
    _events: (_book, args, world) => {
      const type = eventNumber(args.text(1));
      if (type === 0) throw new HostError('ApiNotFound');
      world.listen(type, 'Workbook', args.flag(0));
      return null;
    },
  },
};
