import { shownText, type Cell } from '../cell';
import { foldText } from '../table/fold';
import { DASHES, UNIT_LINE } from '../table/vocabulary';
import type { Units } from '../units/units';
import { gatherWords as words } from '../words/gather';
import { templateWords } from '../words/template';
import {
  UNKNOWN,
  type Answer,
  type AnswerCell,
  type AnswerColumn,
  type AnswerRow,
  type AnswerTable,
  type FreeLine,
  type Period,
} from './answer';

/** One file's word for a cell about which files disagree. */
export interface Source {
  readonly file: string;
  /** "指标数据!C5" in that file. */
  readonly place: string;
  readonly shown: string;
}

export interface Conflict {
  readonly table: string;
  /** Name of the row, and the zone that it belongs to where that is another. */
  readonly name: string;
  readonly zone: string;
  readonly title: string;
  readonly sources: readonly Source[];
  /** Cell of the merged table that waits for the decision, by row and column of its body. */
  readonly row: number;
  readonly column: number;
}

export interface MergedCell {
  readonly cell: Cell;
  /** Where it comes from: "指标数据!C5" of a file. */
  readonly file: string;
  readonly place: string;
  /** What it must be read as, where it was converted or written otherwise than in its file. */
  readonly expected?: number | string;
}

export interface MergedColumn extends AnswerColumn {
  /** Column on the first file's sheet, where it is there. */
  readonly at: number | undefined;
  /** Whether its header is written anew, since the first file has none that stands over a column. */
  readonly isFresh: boolean;
}

/** The rows of all files in the columns of the first. */
export interface MergedTable {
  readonly id: string;
  readonly sheet: string;
  readonly period: Period;
  readonly above: readonly FreeLine[];
  readonly below: readonly FreeLine[];
  /** Whether the first file's title is among the lines above. */
  readonly titled: boolean;
  readonly columns: readonly MergedColumn[];
  readonly headerRows: number;
  readonly rows: { readonly name: string; readonly cells: ReadonlyMap<string, MergedCell> }[];
  readonly conflicts: readonly Conflict[];
  /** By file: rows that others hand in too; cells that do not fit the unit or the words of the column. */
  readonly repeated: ReadonlyMap<string, number>;
  readonly unfit: ReadonlyMap<string, readonly string[]>;
}

/** What one file says of one row. */
interface Said {
  readonly file: string;
  readonly rows: readonly AnswerRow[];
  readonly columns: ReadonlyMap<string, AnswerColumn>;
}

/**
 * Merges what files say in one table: rows by their name and zone, columns by the pack's keys. Where files say the same, it is taken once; where one is
 * silent, the other is taken; where they differ, the cell stays empty and is a conflict.
 */
export function mergeTable(parts: readonly { readonly answer: Answer; readonly table: AnswerTable }[], units: Units): MergedTable {
  const [first] = parts;
  const { id, sheet, period } = first!.table;
  const columns = columnsOf(parts.map(({ table }) => table));
  const places = new Map(columns.map((column, at) => [column.id, at]));
  const conflicts: Conflict[] = [];
  const rows: { name: string; cells: Map<string, MergedCell> }[] = [];
  const repeated = new Map<string, number>();
  const unfit = new Map<string, string[]>();

  for (const group of groupsOf(parts)) {
    const [one, ...others] = group;
    for (const { file, rows: again } of others) repeated.set(file, (repeated.get(file) ?? 0) + again.length);
    const { name, zone } = one!.rows[0]!;
    const isUneven = others.some((other) => other.rows.length !== one!.rows.length);
    const shared = isUneven ? namesAlone(group) : group;
    for (let n = 0; n < shared[0]!.rows.length; n++) {
      const cells = new Map<string, MergedCell>();
      for (const column of columns) {
        const sources = shared.flatMap((said): Transferred[] => {
          const cell = said.rows[n]!.cells.get(column.id);
          if (!cell) return [];
          const moved = transfer(cell, said.columns.get(column.id)!, column, units);
          if (moved) return [{ from: cell, figure: moved.figure, merged: { ...moved.merged, file: said.file, place: placeOf(cell) } }];
          const told = unfit.get(said.file) ?? [];
          unfit.set(said.file, [...told, words.unfit(placeOf(cell), column.title, shownText(cell.cell))]);
          return [];
        });
        const [taken, ...rest] = sources;
        if (!taken) continue;
        if (rest.every((other) => isSame(taken, other))) cells.set(column.id, taken.merged);
        else
          conflicts.push({
            ...{
              table: id,
              name,
              zone,
              title: templateWords.header(column.title, column.written),
              row: rows.length,
              column: places.get(column.id)!,
            },
            sources: sources.map(({ from, merged: { file, place } }) => ({ file, place, shown: shownText(from.cell) })),
          });
      }
      rows.push({ name, cells });
    }
    if (isUneven)
      conflicts.push({
        ...{ table: id, name, zone, title: words.wholeRows, row: rows.length - 1, column: 0 },
        sources: group.map((said) => ({ file: said.file, place: firstPlace(said), shown: words.rowCount(said.rows.length) })),
      });
  }
  const { above, below } = linesOf(parts.map(({ table }) => table));
  const headerRows = Math.max(1, first!.table.headerRows);
  const titled = above.length > 0 && above[0] === first!.table.above[0];
  return { id, sheet, period, above, below, titled, columns, headerRows, rows, conflicts, repeated, unfit };
}

interface Transferred {
  readonly from: AnswerCell;
  readonly merged: MergedCell;
  /** In the column's unit, for comparison. */
  readonly figure: number | string;
}

const placeOf = ({ place }: AnswerCell): string => `${place.sheet}!${place.cell}`;

const firstPlace = ({ rows }: Said): string => {
  const cell = rows[0]?.cells.values().next().value;
  return cell ? placeOf(cell) : '';
};

/** The columns of the first table, then those that only others have. */
function columnsOf(tables: readonly AnswerTable[]): MergedColumn[] {
  const columns = new Map<string, MergedColumn>();
  tables.forEach((table, n) => {
    for (const column of table.columns)
      if (!columns.has(column.id))
        columns.set(column.id, { ...column, at: n === 0 ? column.at : undefined, isFresh: n > 0 || column.header.length === 0 });
  });
  return [...columns.values()];
}

const isDash = (cell: Cell): boolean => cell.kind === 'text' && DASHES.test(foldText(cell.value));

/** Rows of one name and zone, file by file, in the order in which they come first. */
function groupsOf(parts: readonly { readonly answer: Answer; readonly table: AnswerTable }[]): Said[][] {
  const groups = new Map<string, Map<string, { rows: AnswerRow[]; columns: ReadonlyMap<string, AnswerColumn> }>>();
  for (const { answer, table } of parts) {
    const columns = new Map(table.columns.map((column) => [column.id, column]));
    for (const row of table.rows) {
      const key = `${foldText(row.name)}\n${foldText(row.zone)}`;
      const files = groups.get(key) ?? new Map<string, { rows: AnswerRow[]; columns: ReadonlyMap<string, AnswerColumn> }>();
      groups.set(key, files);
      const said = files.get(answer.file);
      if (said) said.rows.push(row);
      else files.set(answer.file, { rows: [row], columns });
    }
  }
  return [...groups.values()].map((files) => [...files].map(([file, said]) => ({ file, ...said })));
}

/** Where files count the rows of one name differently, no row can be told to be another's: the name alone stays. */
const namesAlone = (group: readonly Said[]): Said[] =>
  group.slice(0, 1).map((said) => {
    const [row] = said.rows;
    const named = [...row!.cells].filter(([column, { value }]) => column === 'zone' || value === row!.name);
    return { ...said, rows: [{ ...row!, cells: new Map(named) }] };
  });

/** A cell as it stands in the merged column; undefined where what it says there would be another thing. */
function transfer(
  { cell, value }: AnswerCell,
  from: AnswerColumn,
  to: MergedColumn,
  units: Units,
): { readonly merged: Pick<MergedCell, 'cell' | 'expected'>; readonly figure: number | string } | undefined {
  const inUnit = typeof value === 'number' ? converted(value, from.unit, to.unit, units) : value;
  // Under a header of ours a doubt that the file's own header raised would be lost: nothing but what was read goes there.
  const keepsHeader = !to.isFresh || to.id.startsWith(UNKNOWN);
  if (from.signature === to.signature && keepsHeader) return { merged: { cell }, figure: inUnit ?? foldText(shownText(cell)) };
  if (inUnit === undefined) return isDash(cell) ? { merged: { cell }, figure: foldText(shownText(cell)) } : undefined;
  if (typeof inUnit === 'string') return { merged: { cell: { kind: 'text', value: inUnit }, expected: inUnit }, figure: inUnit };
  const written = converted(inUnit, to.unit, to.written, units);
  if (written === undefined) return undefined;
  return { merged: { cell: { kind: 'number', value: written, format: 'General' }, expected: inUnit }, figure: inUnit };
}

function converted(value: number, from: string | undefined, to: string | undefined, units: Units): number | undefined {
  if (from === to) return value;
  return from === undefined || to === undefined ? undefined : units.factor(from, to)?.apply(value);
}

/** A conversion may leave the last digit of a double in doubt. */
const DIGITS = 1e-12;

function isSame({ figure: one }: Transferred, { figure: other }: Transferred): boolean {
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= DIGITS * Math.max(Math.abs(one), Math.abs(other));
  return typeof one === 'string' && typeof other === 'string' && foldText(one) === foldText(other);
}

/** Lines that all files have; a line of units stays in any case, as the columns of the first file rest on it. */
function linesOf(tables: readonly AnswerTable[]): Pick<AnswerTable, 'above' | 'below'> {
  const textOf = (line: FreeLine): string => line.map(({ cell }) => foldText(shownText(cell))).join('\n');
  const [first, ...others] = tables;
  const common = (pick: (table: AnswerTable) => readonly FreeLine[]): FreeLine[] => {
    const elsewhere = others.map((table) => new Set(pick(table).map(textOf)));
    return pick(first!).filter(
      (line) => line.some(({ cell }) => UNIT_LINE.test(foldText(shownText(cell)))) || elsewhere.every((texts) => texts.has(textOf(line))),
    );
  };
  return { above: common(({ above }) => above), below: common(({ below }) => below) };
}
