import type { SheetGrid } from '../grid';
import type { Pack, SharedParts } from '../pack/schema';
import type { Units } from '../units/units';
import { listSheet } from '../pack/method-sheets';
import { documentList } from './document-list';
import type { OwnMethod } from './method';
import { ownMethod } from './own-method';

/**
 * The pack with what sheets of the workbook say of the method: all of it for a pack that leaves it to them, how the listed indicators are scored for
 * the pack of a document that lets the workbook bring a list. Pure.
 */
export function workbookMethod(pack: Pack, sheets: readonly SheetGrid[], units: Units, shared: SharedParts): OwnMethod {
  const own = units.with(pack.units);
  if (pack.from_workbook) return ownMethod(pack, pack.from_workbook, sheets, own, shared);
  const list = listSheet(pack, sheets);
  return list ? documentList(pack, list, sheets, own) : { pack, problems: [] };
}
