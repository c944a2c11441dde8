import { area, columnsOf, lastColumn, lastRow, rowsOf } from '../model/area';
import type { SheetModel } from '../model/sheet';
import type { HostNode, TypeSpec, World } from '../node';
import { HostError, refuse } from '../wire';
import { rangeArgument, rangeNode } from './range';

/** What is frozen, as a range from A1: entire rows, entire columns, or a corner. */
function location(sheet: SheetModel): HostNode | null {
  const { rows, columns } = sheet.frozen ?? { rows: 0, columns: 0 };
  if (rows === 0 && columns === 0) return null;
  return rangeNode(sheet, area(0, 0, rows === 0 ? lastRow + 1 : rows, columns === 0 ? lastColumn + 1 : columns));
}

function freeze(sheet: SheetModel, rows: number, columns: number): void {
  if (!Number.isInteger(rows) || !Number.isInteger(columns) || rows < 0 || columns < 0) throw new HostError('InvalidArgument');
  sheet.frozen = rows === 0 && columns === 0 ? undefined : { rows, columns };
}

export const freezePanesType: TypeSpec<SheetModel> = {
  name: 'WorksheetFreezePanes',
  alive: (self) => !self.deleted,
  call: {
    // Freezing rows lets go of frozen columns and the other way round.
    FreezeRows: (self, args) => freeze(self, args.number(0, 1), 0),
    FreezeColumns: (self, args) => freeze(self, 0, args.number(0, 1)),
    FreezeAt: (self, args, world: World) => {
      const { sheet, area: of } = rangeArgument(args, 0, world, self);
      if (sheet !== self) throw new HostError('InvalidArgument');
      const whole = { rows: of.bottom + 1, columns: of.right + 1 };
      freeze(self, rowsOf(of) > lastRow ? 0 : whole.rows, columnsOf(of) > lastColumn ? 0 : whole.columns);
    },
    Unfreeze: (self) => freeze(self, 0, 0),
    GetLocation: (self) => location(self) ?? refuse('ItemNotFound'),
    GetLocationOrNullObject: location,
  },
};
