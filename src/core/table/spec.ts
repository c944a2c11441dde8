/** What the reader looks for: one input table as a rule pack declares it (see pack/schema.ts for the YAML side). */
export interface TableSpec {
  readonly id: string;
  /** Sheet names that hint at this table, best first; a table is found by its headers, the name only helps. */
  readonly sheet: readonly string[];
  /** What a row stands for, in Chinese, for messages: 开发区, 项目, 产业集群, 地市. */
  readonly rowWord: string;
  /** Column whose text names the row; duplicates of it are a blocking problem unless `repeats` is set. */
  readonly key: string;
  readonly repeats: boolean;
  /** No problem is raised where the workbook has no such table (rules that need it say 缺数 themselves). */
  readonly optional: boolean;
  /** How many years before the year assessed its figures are of: 0 or 1; undefined where the year of such a table says nothing. */
  readonly yearsBack?: number;
  readonly columns: Readonly<Record<string, ColumnSpec>>;
}

export interface ColumnSpec {
  /** Accepted headers, best first; compared after folding width, spaces and punctuation. */
  readonly header: readonly string[];
  readonly kind: 'number' | 'text' | 'list' | 'yes_no' | 'date';
  /** Unit id of the closed list; 'from_header' takes whatever unit the sheet states (and demands that it states one). */
  readonly unit?: string;
  /** With 'from_header': dimensions that the stated unit has to be of; any where left out. */
  readonly dimensions?: readonly string[];
  /** Accepted values of a list column. */
  readonly values?: readonly string[];
  /** Other ways of writing a value of a list or yes-no column → the value. */
  readonly spellings?: ReadonlyMap<string, string>;
  /** A table lacking a required column is not this table. */
  readonly required: boolean;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** The column's range or the pack's limits speak of tens: figures that are all 1 or less under （%） are likely fractions. */
  readonly speaksOfTens?: boolean;
  /** One number for a whole list (how many took part): that all rows have it is no mistake. */
  readonly sameForAll?: boolean;
  /** Key of the column that this one is a part of; part greater than whole is a problem. */
  readonly partOf?: string;
}

/** Why a cell gives no value. Missing is grey: never zero, never red. */
export type MissingReason =
  | 'empty'
  | 'dash'
  | 'not_number'
  | 'error_value'
  | 'unit_unknown'
  | 'out_of_range'
  | 'fraction'
  | 'not_in_list'
  | 'no_column'
  | 'not_calculated'
  | 'doubtful';

export interface ReadColumn {
  readonly key: string;
  readonly spec: ColumnSpec;
  /** Column on the sheet, from 0. */
  readonly column: number;
  /** Header path as read, levels joined by '／', unit removed: "其中／外来人口". */
  readonly header: string;
  /** Unit that the sheet states (id), undefined where it states none. */
  readonly statedUnit: string | undefined;
  /** Unit of `values`: the spec's, or the stated one for 'from_header'. */
  readonly unit: string | undefined;
  /** Numbers in `unit`, one a data row, NaN where missing. Percent formats and unit conversion are already applied, as exact decimals. */
  readonly values: Float64Array;
  /**
   * Spreadsheet expression that turns the cell's raw number into `values`, with `#` for the cell: "#", "#*100", "#/10000".
   * Undefined where no live formula may refer to the column.
   */
  readonly expression: string | undefined;
  /** Rows whose value is not the cell's own, a plain number or a listed value as it is written ("12.5%" as text, √ for 是): no live formula for these. */
  readonly adjusted: ReadonlySet<number>;
  /** Trimmed text a row, for text, list, yes_no and date columns ('' where missing; yes_no is 是/否/''; dates are YYYY-MM-DD). */
  readonly texts: readonly string[];
  readonly missing: ReadonlyMap<number, MissingReason>;
}

/** total – adds up or compares other rows; part – 其中; unlikely – by its structure no row of the table, which is asked. */
export type SkipReason = 'total' | 'note' | 'sub_header' | 'blank_key' | 'part' | 'unlikely';

/** A further piece of a table: the same columns, other rows. */
export interface Continued {
  /** First data row of the piece. */
  readonly from: number;
  readonly sheet: string;
  /** How many columns further right it stands than the table begins. */
  readonly shift: number;
  /** Rows left out of the piece. */
  readonly skipped: ReadTable['skipped'];
}

export interface ReadTable {
  readonly spec: TableSpec;
  /** Sheet on which the table begins. */
  readonly sheet: string;
  /** Pieces that stand elsewhere, in the order of their rows. `header`, `skipped`, `stated` of the table are of the first piece alone. Never with `transposed`. */
  readonly continued?: readonly Continued[];
  /** Header rows on the sheet, from 0, both included. */
  readonly header: { readonly first: number; readonly last: number };
  /** Row on the sheet (from 0) of each data row; totals, notes, blank and sub-header rows are not data. */
  readonly rows: Int32Array;
  /** Text of the key column of each data row, trimmed, inner spaces folded. */
  readonly keys: readonly string[];
  readonly columns: ReadonlyMap<string, ReadColumn>;
  /** Columns for which several headers speak equally well, so that none was read: the headers' cells. */
  readonly ambiguous?: ReadonlyMap<string, readonly string[]>;
  /** Headers that fit no column of the spec. */
  readonly unmatched: readonly { readonly header: string; readonly cell: string }[];
  /** Numbers that a line above or below the table states once for all its rows ("参评总数：219"), by the column that they stand for. */
  readonly stated?: ReadonlyMap<string, { readonly value: number; readonly cell: string }>;
  /** Rows left out on purpose and why. */
  readonly skipped: readonly {
    readonly row: number;
    readonly why: SkipReason;
    /** What stands where the row's name would stand; '' where it does not matter. */
    readonly name: string;
  }[];
  /** Rows whose name a person took for another zone's than the name that it is like. */
  readonly ownNames?: ReadonlySet<number>;
  /** Year of the figures, where the workbook states it. */
  readonly year?: number;
  /** 0..1: how sure the reader is that this is the table. */
  readonly confidence: number;
  /**
   * The table's rows are columns of the sheet: `rows` and `header` then hold sheet columns and `ReadColumn.column` is a sheet row;
   * no column has an expression. `cellOf` in placed-table.ts knows both ways.
   */
  readonly transposed: boolean;
}
