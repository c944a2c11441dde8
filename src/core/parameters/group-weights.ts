import { accepts, columnsOf } from '../pack/references';
import type { Pack } from '../pack/schema';
import { parameterSheet } from '../words/parameters';
import type { UserWeight } from './user-weight';

/** Weights of one group of rows, by key of dimension and of indicator; what is left blank weighs as for everybody. */
export interface GroupWeights {
  readonly dimension: ReadonlyMap<string, UserWeight>;
  readonly indicator: ReadonlyMap<string, UserWeight>;
}

/** A column of the main table by whose values weights may differ. */
export interface GroupColumn {
  readonly key: string;
  readonly title: string;
  readonly groups: readonly string[];
}

/** The group whose weights a column holds, by its header; undefined where it is no such column. */
export function weightGroupOf(header: string): string | undefined {
  const group = parameterSheet.groupWeight.exec(header.trim())?.[1]?.trim();
  return group === undefined || group === '' || parameterSheet.weightUnits.includes(group) ? undefined : group;
}

/** The column that the pack groups by, or else every list of its main table. */
export function groupColumns(pack: Pack): readonly GroupColumn[] {
  const by = pack.scoring.group_by;
  return Object.entries(columnsOf(pack, pack.main_table)).flatMap(([key, column]): GroupColumn[] =>
    (by === undefined ? column.kind === 'list' : key === by) ? [{ key, title: column.header[0] ?? key, groups: accepts(column) }] : [],
  );
}

/** The one column whose values all the groups are. */
export const columnOfGroups = <C extends Pick<GroupColumn, 'groups'>>(columns: readonly C[], groups: readonly string[]): C | undefined =>
  columns.find((column) => groups.every((group) => column.groups.includes(group)));
