import { placeOfCell } from '../table/placed-table';
import { columnsOf, titleOf } from '../pack/references';
import type { ReadColumn, ReadTable } from '../table/spec';
import type { JudgeContext } from './judge-context';

export function cellOf(place: { readonly table: ReadTable; readonly column: ReadColumn; readonly row: number }): string {
  return placeOfCell(place.table, place.column, place.row);
}

export function titleOfColumn(context: JudgeContext, reference: string): string {
  return titleOf(context.pack, reference);
}

/** A bare column in a rule about another table's rows means that table's own column where it has one. */
export function ownReference(context: JudgeContext, reference: string, table: string | undefined): string {
  return table !== undefined && !reference.includes('.') && columnsOf(context.pack, table)[reference] ? `${table}.${reference}` : reference;
}
