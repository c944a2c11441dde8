import { area, cellsOf } from '../model/area';
import type { NoteModel, SheetModel } from '../model/sheet';
import { HostNode, byIndex } from '../node';
import type { Arguments, TypeSpec, World } from '../node';
import { HostError, refuse } from '../wire';
import { checkContentWrite } from './guard';
import { rangeArgument, rangeNode } from './range';

/**
 * Notes (ExcelApi 1.18). The client library of the npm package cannot ask for them yet; a test that adds the members to the
 * client, or a later library, finds them here.
 */
interface NoteSelf {
  readonly sheet: SheetModel;
  readonly note: NoteModel;
}

const noteType: TypeSpec<NoteSelf> = {
  name: 'Note',
  alive: (self) => !self.sheet.deleted && self.sheet.notes.includes(self.note),
  read: {
    AuthorName: () => '测试',
    Content: (self) => self.note.content,
    Visible: (self) => self.note.visible,
    Height: () => 59,
    Width: () => 108,
  },
  write: {
    Content: (self, value) => {
      self.note.content = String(value);
    },
    Visible: (self, value) => {
      self.note.visible = value === true;
    },
  },
  call: {
    Delete: (self) => void self.sheet.notes.splice(self.sheet.notes.indexOf(self.note), 1),
    GetLocation: (self) => rangeNode(self.sheet, area(self.note.row, self.note.column)),
  },
};

const items = (sheet: SheetModel): readonly HostNode[] => sheet.notes.map((note) => HostNode.of(noteType, { sheet, note }));

function at(
  sheet: SheetModel,
  args: Arguments,
  world: World,
): { readonly row: number; readonly column: number; readonly note: NoteModel | undefined } {
  const range = rangeArgument(args, 0, world, sheet);
  if (range.sheet !== sheet || cellsOf(range.area) !== 1) throw new HostError('InvalidArgument');
  const { top: row, left: column } = range.area;
  return { row, column, note: sheet.notes.find((note) => note.row === row && note.column === column) };
}

export const notesType: TypeSpec<SheetModel> = {
  name: 'NoteCollection',
  items,
  call: {
    ...byIndex(items),
    Add: (sheet, args, world) => {
      const { row, column, note: taken } = at(sheet, args, world);
      checkContentWrite({ sheet, area: area(row, column) });
      if (taken) throw new HostError('InvalidArgument');
      const note: NoteModel = { row, column, content: args.text(1), visible: false };
      sheet.notes.push(note);
      return HostNode.of(noteType, { sheet, note });
    },
    GetItem: (sheet, args, world) => HostNode.of(noteType, { sheet, note: at(sheet, args, world).note ?? refuse('ItemNotFound') }),
    GetItemOrNullObject: (sheet, args, world) => {
      const { note } = at(sheet, args, world);
      return note ? HostNode.of(noteType, { sheet, note }) : null;
    },
  },
};
