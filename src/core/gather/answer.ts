import type { Cell } from '../cell';
import type { SheetGrid } from '../grid';
import type { CellPlace } from '../table/placed-table';
import type { TemplateIdentity } from '../template/identity';

/** When a file was last saved, as it says itself. */
export interface SavedAt {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** For people, in their own time. */
  readonly shown: string;
}

/** A file that came back, as a host hands it in. */
export interface AnswerFile {
  readonly name: string;
  readonly sheets: readonly SheetGrid[];
  readonly savedAt?: SavedAt | undefined;
}

/** A cell that somebody filled in. */
export interface AnswerCell {
  readonly cell: Cell;
  readonly place: CellPlace;
  /** As it was read, a number in the column's unit; undefined where it gives no value. */
  readonly value: number | string | undefined;
}

/** What stands over a column in one header row. */
export interface HeaderCell {
  readonly text: string;
  /** Leftmost column on the sheet of the merged area that the cell lies in. */
  readonly group: number | undefined;
}

/** Begins the ids of columns that the pack does not know. */
export const UNKNOWN = '?';

export interface AnswerColumn {
  /** The pack's key, or what tells a column that the pack does not know from others. */
  readonly id: string;
  readonly title: string;
  /** Columns of the same signature hold the same in the same way: cells go from one to the other as they are. */
  readonly signature: string;
  /** One a header row; empty for a table that lies on its side. */
  readonly header: readonly HeaderCell[];
  /** Header path as read. */
  readonly path: string;
  /** Unit of the values read. */
  readonly unit: string | undefined;
  /** Unit in which the cells are written, where that is known. */
  readonly written: string | undefined;
}

export interface AnswerRow {
  readonly name: string;
  /** The zone that the row belongs to; '' where it belongs to none. */
  readonly zone: string;
  readonly cells: ReadonlyMap<string, AnswerCell>;
}

/** Cells of a row outside the table: titles, lines of units, notes. */
export type FreeLine = readonly { readonly column: number; readonly cell: Cell }[];

/** Time that figures are of, as far as a table states it. */
export interface Period {
  readonly year: number | undefined;
  /** 1-11月, 上半年; undefined for a whole year. */
  readonly part: string | undefined;
}

export interface AnswerTable {
  readonly id: string;
  readonly sheet: string;
  readonly period: Period;
  readonly above: readonly FreeLine[];
  readonly below: readonly FreeLine[];
  /** In the order of the sheet; `at` is the column on the sheet. */
  readonly columns: readonly (AnswerColumn & { readonly at: number })[];
  readonly headerRows: number;
  readonly rows: readonly AnswerRow[];
}

/** A sheet that holds no table of the pack: parameters, lists of indicators, explanations. */
export interface OtherSheet {
  readonly name: string;
  readonly fingerprint: string;
  readonly sheet: SheetGrid;
}

/** What one file says, without its grids. */
export interface Answer {
  readonly file: string;
  readonly savedAt: SavedAt | undefined;
  readonly identity: TemplateIdentity | undefined;
  /** Of its main table, else of what states the year assessed. */
  readonly period: Period;
  /** Zones of the main table, else of the others, in their order. */
  readonly zones: readonly string[];
  readonly tables: readonly AnswerTable[];
  readonly others: readonly OtherSheet[];
  /** Names of all its sheets, in their order. */
  readonly order: readonly string[];
  /** Cells of the pack's columns that are filled in, and that are not, in tables of zones. */
  readonly filled: number;
  readonly gaps: number;
  readonly problems: readonly string[];
}
