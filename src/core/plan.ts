import type { Area } from './cell';
import type { SheetFace } from './sheet-choices';

/**
 * Plain data that says which sheets to make and what stands in each cell. Hosts only carry it out.
 * It survives structuredClone, so that it can come out of a Web Worker.
 */
export interface SheetsPlan {
  readonly sheets: readonly SheetPlan[];
  /** Cells refer to a style by its index here. */
  readonly styles: readonly CellStyle[];
  /** Absent where the sheets are to be the person's own. */
  readonly mark?: OwnershipMark;
}

/** The result of a run: sheets that are ours and that the next run replaces. */
export interface Plan extends SheetsPlan {
  /** Written into every sheet's ownership mark, see {@link OwnershipMark}. */
  readonly mark: OwnershipMark;
}

/** Says invisibly that a sheet is ours, so that a rerun replaces it and never a sheet of the user's. */
export interface OwnershipMark {
  readonly pack: string;
  readonly version: string;
  /** Fingerprint of the input that was read, hexadecimal. */
  readonly input: string;
  /** When the run took place, ISO 8601; the host's clock, handed in. */
  readonly at: string;
}

export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Name of the font; the workbook's own where left out. */
  readonly font?: string;
  /** Points; 10.5 where left out. */
  readonly size?: number;
  /** RRGGBB, no hash. */
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'center';
  readonly wrap?: boolean;
  readonly border?: boolean;
  /** Can be typed into on a sheet that is guarded. */
  readonly unlocked?: true;
  /** A number format code such as `0.00`, `@`, `yyyy-mm-dd`; General where left out. */
  readonly numberFormat?: string;
}

/** A value in a head or foot row. Text is always written as text, never as a formula. */
export interface PlanCell {
  readonly value: string | number | boolean | null;
  readonly style?: number;
  /** Live formula without the leading '='; `value` is what the engine computed for it. */
  readonly formula?: string;
  /** How many columns the cell spans (merged), at least 1; the next cell of the row stands behind them, as with colspan in HTML. */
  readonly span?: number;
  /** How many rows the cell spans (merged), at least 1; the rows below keep a cell of '' in its place. */
  readonly down?: number;
  readonly note?: string;
  readonly link?: CellLink;
}

/** A jump inside the workbook. */
export interface CellLink {
  readonly sheet: string;
  readonly cell: string;
}

/** One column of the body; all columns of a body are equally long. */
export type BodyColumn =
  | { readonly kind: 'text'; readonly values: readonly string[]; readonly style: number; readonly styles?: Uint16Array }
  | {
      readonly kind: 'number';
      /** NaN is an empty cell. */
      readonly values: Float64Array;
      readonly style: number;
      /** One style a row where they differ. */
      readonly styles?: Uint16Array;
      /**
       * One live formula a row without the leading '='; '' where the row has none (its value is written then).
       * The value is what the engine computed for it; NaN together with a formula is an empty text result.
       */
      readonly formulas?: readonly string[];
      /** Rows of one number other than 0 have one formula that differs in its own row alone, as when it is filled down. */
      readonly alike?: Uint16Array;
    };

/** Cells of one column, rows from 0 and both included, that offer values to choose from. Anything else may be typed: whoever reads the sheet checks it. */
export interface ChoiceList {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
  /** Without commas, 255 characters together with the commas between them. */
  readonly values: readonly string[];
}

/** What is expected in cells of one column, rows from 0 and both included: said when one is chosen, and asked about where something else is typed. */
export interface EntryRule {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
  readonly is:
    | { readonly kind: 'list'; readonly values: readonly string[] }
    | { readonly kind: 'number'; readonly least?: number; readonly most?: number }
    | { readonly kind: 'date' }
    | { readonly kind: 'any' };
  /** At most 32 characters. */
  readonly title: string;
  /** At most 255 characters. */
  readonly prompt: string;
}

/** A look that follows what stands in cells, whoever changes it; it goes before their styles. Areas count rows and columns from 0. */
export type LiveLook = { readonly areas: readonly Area[] } & (
  | {
      readonly kind: 'bar';
      /** RRGGBB. */
      readonly color: string;
      /** Numbers at which no bar is seen and a whole one; the least and greatest of the areas where left out. */
      readonly ends?: readonly [number, number];
    }
  /** Fill and colour of a style where nothing stands, or a formula that comes to nothing. */
  | { readonly kind: 'blank'; readonly style: number }
  /** The same where just this number stands. */
  | { readonly kind: 'number'; readonly value: number; readonly style: number }
);

/** How a series is filled, so that it is told from its neighbours in a grey print as well. */
export interface SeriesFill {
  /** RRGGBB. */
  readonly color: string;
  /** Stripes of the colour on white, where a host knows them. */
  readonly hatch?: 'up' | 'down';
}

/**
 * Lying bars over cells of the chart's own sheet. Names and series stand side by side, in one row above them what each of them is called. Areas count rows
 * and columns from 0; values are what stands in the cells.
 */
export interface SheetChart {
  readonly title: string;
  /** One bar a zone, put together of all series; or one beside the other. */
  readonly stacked: boolean;
  readonly axes: { readonly zones: string; readonly values: string };
  readonly zones: { readonly area: Area; readonly values: readonly string[] };
  readonly series: readonly {
    readonly title: string;
    readonly area: Area;
    /** NaN is an empty cell. */
    readonly values: Float64Array;
    readonly fill: SeriesFill;
  }[];
  readonly format: string;
  /** The cells that it covers. */
  readonly over: Area;
}

export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * The sheet of the person's that a planned sheet is a copy of. Its rows `first` to `last` (from 0) become `count` rows that look like the first; what
 * stands below follows on. Looks, heights, widths, merged cells and print setup are the copied sheet's.
 */
export interface CopiedFrom {
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  /** Cells of the copy in the order of the plan's rows that do not hold what the copied sheet does, but what the plan says. */
  readonly filled: readonly { readonly row: number; readonly column: number }[];
  /** Number formats of columns in the rows that were made, where the copied cells have none of their own. */
  readonly formats: readonly { readonly column: number; readonly code: string }[];
  /** Rows that become as high as their texts need. */
  readonly grown: readonly number[];
}

export interface SheetPlan {
  /** Where given, all cells stand in `head`, without styles and spans. */
  readonly copied?: CopiedFrom;
  /** The name wanted; a host takes another one where a sheet of the user's has it. At most 31 characters. */
  readonly name: string;
  /** What it is among the sheets of a result; left out where it is none. */
  readonly face?: SheetFace;
  /** What the name refers to inside formulas of this plan is the wanted name; hosts rewrite when they rename. */
  readonly tabColor?: string;
  /** Rows above the body: title, basis lines, header rows. */
  readonly head: readonly (readonly PlanCell[])[];
  readonly body: readonly BodyColumn[];
  readonly bodyRows: number;
  /** Rows below the body. */
  readonly foot: readonly (readonly PlanCell[])[];
  /** Characters of the default font (a Chinese character counts two), one entry a column. */
  readonly widths: readonly number[];
  /** Points by head row; left out rows keep the default. */
  readonly headHeights?: readonly (number | undefined)[];
  /** Points by body row, 0 keeps the default; for bodies whose texts wrap. */
  readonly bodyHeights?: Float32Array;
  /** Points by foot row; left out rows keep the default. */
  readonly footHeights?: readonly number[];
  /** Rows and columns that stay when scrolling. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  /** The header row (from 0) whose columns get a filter over the body; none where left out. */
  readonly filterRow?: number;
  /** Print titles: rows repeated on every page, from 0, both included. */
  readonly repeatRows?: { readonly first: number; readonly last: number };
  readonly landscape: boolean;
  /** Printed pages side by side; 1 where left out. */
  readonly pagesWide?: number;
  readonly choices?: readonly ChoiceList[];
  readonly entries?: readonly EntryRule[];
  /** Only cells of unlocked styles can be typed into, until somebody takes the protection away; it has no password. */
  readonly guarded?: true;
  readonly looks?: readonly LiveLook[];
  readonly charts?: readonly SheetChart[];
  /** Rows, from 0, with which a new page begins. */
  readonly pageBreaks?: readonly number[];
  /** Cell notes (comments) in the body or head, rows from 0 on the sheet. */
  readonly notes: readonly CellNote[];
  readonly links: readonly { readonly row: number; readonly column: number; readonly link: CellLink }[];
  /** Names for ranges on this sheet: name → "$A$5:$C$20" (no sheet). Workbook scope. */
  readonly names: readonly { readonly name: string; readonly range: string }[];
}
