import type { SheetModel } from '../model/sheet';
import type { HostNode, TypeSpec } from '../node';
import { byIndex } from '../node';

const none = (): readonly HostNode[] => [];

/** Charts are not modelled: a sheet has none, and adding one answers ApiNotFound. */
export const chartsType: TypeSpec<SheetModel> = {
  name: 'ChartCollection',
  read: { Count: () => 0 },
  items: none,
  call: byIndex<SheetModel>(none),
};
