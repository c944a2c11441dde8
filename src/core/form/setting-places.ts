import { cellName, parseCellName } from '../cell';
import type { Grid, SheetGrid } from '../grid';
import type { Pack } from '../pack/schema';
import { readOwnRows } from '../parameters/own-rows';
import {
  findLayout,
  findParameterSheet,
  isBlankRow,
  keyNamed,
  namesBySection,
  settingRows,
  SheetReader,
  type Layout,
} from '../parameters/parameter-sheet';
import { foldText } from '../table/fold';
import { parameterSheet } from '../words/parameters';

/** What a field of the form sets; `old` is the weight of the method used before, `pair` a comparison of two. */
export type SettingKind = 'parameter' | 'dimension' | 'indicator' | 'old' | 'pair' | 'weighting';

/** One thing that can be set: a parameter's or a content's key in the pack. */
export interface SettingRef {
  readonly kind: SettingKind;
  readonly key: string;
  /** Of a weight: the group of rows that it is for; left out where it is for everybody. */
  readonly group?: string | undefined;
}

export const idOf = ({ kind, key, group }: SettingRef): string => `${kind}:${key}${group === undefined ? '' : `:${group}`}`;

/** Keys have no colon. */
const ID = /^(dimension|indicator):([^:]+):(.+)$/su;

export function refOf(id: string): SettingRef {
  const [, weight, of, group] = ID.exec(id) ?? [];
  if (weight !== undefined && of !== undefined) return { kind: weight as SettingKind, key: of, group };
  const at = id.indexOf(':');
  return { kind: id.slice(0, at) as SettingKind, key: id.slice(at + 1) };
}

const SECTIONS: Readonly<Record<SettingKind, string>> = {
  parameter: parameterSheet.sections.parameter,
  dimension: parameterSheet.sections.dimension,
  old: parameterSheet.sections.dimension,
  indicator: parameterSheet.sections.indicator,
  pair: parameterSheet.sections.comparison,
  weighting: parameterSheet.sections.weighting,
};
export const sectionOf = ({ kind }: SettingRef): string => SECTIONS[kind];

/** A cell that belongs to a setting, rows and columns from 0. */
export interface SettingPlace {
  readonly row: number;
  readonly column: number;
  /** Column of the name in the same row. */
  readonly nameColumn: number;
}

/** The sheet 权重与参数 and where on it each setting stands. */
export interface SettingSheet {
  readonly name: string;
  readonly grid: Grid;
  readonly layout: Layout;
  readonly reader: SheetReader;
  /** undefined where the sheet has no row for it, or no column. */
  placeOf(ref: SettingRef): SettingPlace | undefined;
  rowOf(ref: SettingRef): number | undefined;
  columnOf(ref: SettingRef): number | undefined;
}

/**
 * @param pack as the workbook completes it
 * @returns 'no-header' where the sheet cannot be understood; undefined where there is none
 */
export function settingSheet(pack: Pack, sheets: readonly SheetGrid[]): SettingSheet | 'no-header' | undefined {
  const found = findParameterSheet(sheets);
  if (!found) return undefined;
  const { name, grid } = found;
  const layout = findLayout(grid);
  if (!layout) return 'no-header';
  const reader = new SheetReader(name, grid);
  const names = namesBySection(pack);
  const rows = new Map<string, number>();
  for (const { row, section, name: said } of settingRows(reader, grid, layout)) {
    const known = names.get(section);
    const key = said === '' || !known ? undefined : keyNamed(known, said);
    if (key === undefined) continue;
    // Of rows that name the same the reader takes the first that gives a value.
    const id = `${section}／${key}`;
    const before = rows.get(id);
    if (before === undefined || (isBlankRow(reader, layout, before) && !isBlankRow(reader, layout, row))) rows.set(id, row);
  }
  const added = addedRows(pack, sheets);
  const rowOf = (ref: SettingRef): number | undefined =>
    rows.get(`${sectionOf(ref)}／${ref.key}`) ?? added.get(`${sectionOf(ref)}／${ref.key}`);
  const columnOf = ({ kind, group }: SettingRef): number | undefined =>
    group === undefined
      ? kind === 'old'
        ? layout.old
        : layout.value
      : layout.groups.find((one) => foldText(one.group) === foldText(group))?.column;
  return {
    name,
    grid,
    layout,
    reader,
    rowOf,
    columnOf,
    placeOf(ref) {
      const [row, column] = [rowOf(ref), columnOf(ref)];
      return row === undefined || column === undefined ? undefined : { row, column, nameColumn: layout.name };
    },
  };
}

/** Rows of contents and indicators that the user adds: their weights stand there. */
function addedRows({ dimensions, indicators }: Pack, sheets: readonly SheetGrid[]): ReadonlyMap<string, number> {
  const rows = readOwnRows(sheets);
  const found = new Map<string, number>();
  const take = (section: string, key: string, title: string, among: readonly { name: string; cells: { name: string } }[]): void => {
    const own = among.find(({ name }) => foldText(name) === foldText(title));
    const at = own && parseCellName(own.cells.name);
    if (at) found.set(`${section}／${key}`, at.row);
  };
  for (const [key, { title, basis }] of Object.entries(dimensions))
    if (basis === 'own') take(parameterSheet.sections.dimension, key, title, rows.dimensions);
  for (const [key, { title = key, basis }] of Object.entries(indicators))
    if (basis === 'own') take(parameterSheet.sections.indicator, key, title, rows.indicators);
  return found;
}

/** The cell, where it lies in a merged area without being its first: nothing can be entered there. */
export function mergedAway({ grid }: SettingSheet, { row, column }: SettingPlace): string | undefined {
  const inside = grid.merges.some(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
  );
  return inside ? cellName(row, column) : undefined;
}
