import type { Area } from '../../core/cell';

/**
 * How a workbook looks: everything that a screen needs to show it as Excel would, in plain data that passes between threads.
 * Colours are RRGGBB without '#', theme, indexed and tinted ones worked out; lengths are CSS pixels at 96 dpi and 100 %.
 */
export interface BookLook {
  /** In tab order; sheets without cells (chart sheets) are left out. */
  readonly sheets: readonly SheetLook[];
  /** Name of the sheet that lies on top when the file is opened; a visible one with cells. */
  readonly active: string;
  /** Cell styles by the number that {@link CellsLook.styleOf}, rows and columns refer to. Number 0 is the default. */
  readonly styles: readonly StyleLook[];
  /** Names that formulas may use, those of our own and of printing left out; absent where only some sheets are asked for. */
  readonly names?: readonly NameLook[];
}

export interface NameLook {
  readonly name: string;
  /** Without '='. */
  readonly formula: string;
  /** The sheet that the name is local to. */
  readonly sheet?: string;
}

/** An Excel table (a list object) that formulas refer to by its name. */
export interface TableLook {
  readonly name: string;
  /** Header row and data; there is a header row always, and no totals row. */
  readonly area: Area;
  /** Column titles from left to right. */
  readonly columns: readonly string[];
}

export interface SheetLook {
  readonly name: string;
  readonly hidden: boolean;
  /** Written by the program that reads; see LookWish in read-look.ts. */
  readonly owned: boolean;
  readonly tabColor?: string;
  readonly gridLines: boolean;
  /** Zoom in per cent, 100 where the file says nothing. */
  readonly zoom: number;
  /** Frozen rows and columns counted from the first one shown (the sheet may be scrolled: `pane` with `topLeftCell` is taken as the count alone). */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly defaultWidth: number;
  readonly defaultHeight: number;
  /** In order, not overlapping; the last ones may go to the end of the sheet. */
  readonly columns: readonly ColumnLook[];
  /** Rows of which the file gives height, visibility or style, in order, not overlapping; the last ones may go down to the end of the sheet. */
  readonly rows: readonly RowLook[];
  /** Row by row, each of two cells at least, not overlapping. */
  readonly merges: readonly Area[];
  readonly cells: CellsLook;
  readonly conditional: readonly ConditionalLook[];
  /** The sheet is protected: cells whose style is `locked` must not be edited. */
  readonly protected: boolean;
  /** Pictures, charts, shapes or form controls lie on the sheet; they are not part of the look. */
  readonly drawings: boolean;
  /** Jumps inside the workbook from a cell (rows and columns from 0) to a place such as `'得分明细'!A5`; links to the outside are left out. */
  readonly links: readonly { readonly row: number; readonly column: number; readonly to: string }[];
  /** Tables with a header row and without a totals row. */
  readonly tables?: readonly TableLook[];
  /** Comments (notes) by cell. */
  readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

export interface ColumnLook {
  readonly first: number;
  readonly last: number;
  readonly width?: number;
  readonly hidden?: boolean;
  readonly style?: number;
}

/** Neighbouring rows that are alike. */
export interface RowLook {
  readonly first: number;
  readonly last: number;
  /** Where the file gives one; Excel fits a row without one to its content, and to `defaultHeight` at the least. */
  readonly height?: number;
  readonly hidden?: boolean;
  readonly style?: number;
}

/**
 * Cells row by row (compressed sparse rows), those included that hold nothing but a style. The arrays can be handed over
 * between threads without a copy.
 */
export interface CellsLook {
  readonly rows: number;
  readonly columns: number;
  /** Cells of row r are those from rowStart[r] to rowStart[r + 1]; length rows + 1. */
  readonly rowStart: Int32Array;
  readonly columnOf: Uint16Array;
  /** CellKind of core/grid.ts. */
  readonly kinds: Uint8Array;
  /** The number itself, 0 or 1 for a boolean, the index in `texts` for a text or an error code. Dates are of the 1900 epoch. */
  readonly payload: Float64Array;
  readonly styleOf: Uint16Array;
  readonly texts: readonly string[];
  /** Formulas without '='; those that share one are worked out in full for each cell. */
  readonly formulas: readonly { readonly at: number; readonly text: string; readonly array?: string }[];
}

export interface StyleLook {
  readonly font?: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right' | 'justify' | 'distributed' | 'fill' | 'centerContinuous';
  /** Bottom where left out. */
  readonly valign?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly shrink?: boolean;
  /** Levels of indentation. */
  readonly indent?: number;
  /** Degrees, -90 to 90, counter-clockwise positive; 'stacked' for letters below each other. */
  readonly rotation?: number | 'stacked';
  readonly borders?: Readonly<Partial<Record<'left' | 'right' | 'top' | 'bottom', BorderLook>>>;
  /** Number format code; General where left out. */
  readonly numberFormat?: string;
  /** False where the style unlocks its cells on a protected sheet. */
  readonly locked?: boolean;
}

export interface BorderLook {
  /** As in the file format: thin, medium, thick, double, dashed, dotted, hair, … */
  readonly line: string;
  readonly color?: string;
}

/** What a conditional format changes; only what it names. */
export type DifferentialLook = Pick<StyleLook, 'bold' | 'italic' | 'underline' | 'strike' | 'color' | 'fill'>;

interface ConditionalBase {
  readonly areas: readonly Area[];
  /** Lower goes first. */
  readonly priority: number;
  readonly stopIfTrue: boolean;
}

export type Operator =
  'equal' | 'notEqual' | 'greaterThan' | 'greaterThanOrEqual' | 'lessThan' | 'lessThanOrEqual' | 'between' | 'notBetween';
export type ScalePoint =
  { readonly kind: 'min' | 'max' } | { readonly kind: 'num' | 'percent' | 'percentile' | 'formula'; readonly value: string };

/** Conditional formats of the kinds that officials' templates use; others are left out and counted in `other`. */
export type ConditionalLook = ConditionalBase &
  (
    | { readonly kind: 'cellIs'; readonly operator: Operator; readonly formulas: readonly string[]; readonly style: DifferentialLook }
    | { readonly kind: 'expression'; readonly formula: string; readonly style: DifferentialLook }
    | {
        readonly kind: 'text';
        readonly operator: 'contains' | 'notContains' | 'beginsWith' | 'endsWith';
        readonly text: string;
        readonly style: DifferentialLook;
      }
    | { readonly kind: 'blanks'; readonly blank: boolean; readonly style: DifferentialLook }
    | {
        readonly kind: 'top';
        readonly count: number;
        readonly percent: boolean;
        readonly bottom: boolean;
        readonly style: DifferentialLook;
      }
    | { readonly kind: 'average'; readonly above: boolean; readonly equal: boolean; readonly style: DifferentialLook }
    | { readonly kind: 'duplicates'; readonly unique: boolean; readonly style: DifferentialLook }
    | { readonly kind: 'colorScale'; readonly points: readonly ScalePoint[]; readonly colors: readonly string[] }
    | { readonly kind: 'dataBar'; readonly min: ScalePoint; readonly max: ScalePoint; readonly color: string; readonly showValue: boolean }
    | {
        readonly kind: 'iconSet';
        readonly set: string;
        readonly points: readonly ScalePoint[];
        readonly reverse: boolean;
        readonly showValue: boolean;
      }
    | { readonly kind: 'other'; readonly type: string }
  );
