import type { SheetModel } from '../model/sheet';
import { byIndex, HostNode, type TypeSpec } from '../node';

interface ShapeSelf {
  readonly type: string;
}

const shapeType: TypeSpec<ShapeSelf> = { name: 'Shape', read: { Type: (self) => self.type } };

const items = (sheet: SheetModel): readonly HostNode[] => sheet.shapes.map((type) => HostNode.of(shapeType, { type }));

/** Shapes are counted by their kind; adding one answers ApiNotFound. */
export const shapesType: TypeSpec<SheetModel> = { name: 'ShapeCollection', items, call: byIndex<SheetModel>(items) };
