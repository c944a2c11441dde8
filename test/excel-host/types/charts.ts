import type { SheetModel } from '../model/sheet';
import { byIndex, HostNode, type TypeSpec } from '../node';

interface ChartSelf {
  readonly name: string;
}

const chartType: TypeSpec<ChartSelf> = { name: 'Chart', read: { Name: (self) => self.name } };

const items = (sheet: SheetModel): readonly HostNode[] => sheet.charts.map((name) => HostNode.of(chartType, { name }));

/** Charts are counted and named; adding one answers ApiNotFound. */
export const chartsType: TypeSpec<SheetModel> = {
  name: 'ChartCollection',
  read: { Count: (sheet) => sheet.charts.length },
  items,
  call: byIndex<SheetModel>(items),
};
