import type { Decision } from '../core/decision';
import type { CellChanges } from '../core/cell-changes';
import type { Entry } from '../core/form/settings-changes';
import type { SettingsForm } from '../core/form/settings-form';
import type { Pack } from '../core/pack/schema';
import type { Mapping } from '../core/pack/table-specs';
import type { Problem } from '../core/problem';
import type { RuleLine } from '../core/rule-book/rule-line';
import type { SheetChoices } from '../core/sheet-choices';
import type { ReadingState, Watch } from '../hosts/port';
import type { ShownResult } from './shown-result';
import type { TableShape, TableView } from './tables';

/** A workbook as it was read last, without its cells. */
export interface Book {
  /** See fingerprintOf in core. */
  readonly fingerprint: string;
  /** Names of the person's own sheets. */
  readonly sheets: readonly string[];
  /** Names of the sheets that are ours. */
  readonly owned: readonly string[];
  /** What should be known about the figures; absent where the host cannot tell. */
  readonly state?: ReadingState;
}

/** How well the workbook fits a pack. */
export interface Fit {
  /** Id of the pack. */
  readonly pack: string;
  /** Columns of the pack that the workbook has, over all tables. */
  readonly matched: number;
  readonly declared: number;
  /** Whether the main table was found. */
  readonly usable: boolean;
  readonly telling: boolean;
}

export interface Question {
  /** Id of a pack that the engine has. */
  readonly pack: string;
  /** Date of assessment, YYYY-MM-DD. */
  readonly asOf: string;
  /** Whether nobody chose that date and it is only today's: one that the workbook states comes before it then. */
  readonly asOfIsToday: boolean;
  /** ISO 8601; stands in the mark of the sheets that are written. */
  readonly at: string;
  /** Sheet of the main table, where the person named one. */
  readonly sheet: string | undefined;
  /** Year of the figures, where the person set one. */
  readonly year: number | undefined;
  /** Headers that the person matched by hand. */
  readonly mapping: Mapping;
  /** Proposals that the person accepted. */
  readonly decisions: readonly Decision[];
  /** Which sheets are written, and how; all but cards where left out. */
  readonly sheetChoices?: SheetChoices;
}

/** The workbook as it was read last, looked at with one pack. */
export interface Examination {
  readonly pack: string;
  /** Date of assessment that counted. */
  readonly asOf: string;
  /** Date of assessment that the workbook states, whether it counted or not. */
  readonly statedDay: string | undefined;
  /** The year of the figures, in Chinese: as short as can be, and with the place where it stands. */
  readonly dataYear: { readonly short: string; readonly placed: string };
  /** Everything that was found, scoring's own problems included. */
  readonly problems: readonly Problem[];
  /** The decisions that counted; others are about something else by now. */
  readonly followed: readonly Decision[];
  readonly tables: readonly TableView[];
  /** Names of what is assessed, to pick from; none where they are too many for that. */
  readonly zones: readonly string[];
  /** Tables of the workbook by their shape, where the main table was not found and the person has to point at one. */
  readonly shapes: readonly TableShape[];
  /** Whether there is a result that can be written; a problem that blocks leaves none. */
  readonly ready: boolean;
}

export interface Written {
  /** Names of the sheets, in their order. */
  readonly written: readonly string[];
  /** What the host left out, in Chinese. */
  readonly leftOut: readonly string[];
}

/** What was entered into 权重与参数, and what takes it back. Plain data. */
export type Entered = { readonly sheet: string; readonly leftOut: readonly string[] } & (
  { readonly kind: 'made' } | { readonly kind: 'changed'; readonly changes: CellChanges; readonly back: CellChanges }
);

/**
 * Whoever holds the cells and counts, here or on another thread. The pane sees no grid, no plan and no figure of a zone: questions
 * and answers are plain data that survive structuredClone, and only what screens show is in them. {@link Watch} alone is not plain;
 * whoever stands between two threads carries it over. Failures are ProblemErrors with a text for the person, a cancelled one has the code
 * 'cancelled'; any other error is a mistake of the program. Nothing needs to be asked before the workbook was read once.
 */
export interface Engine {
  /** What the host cannot do, in Chinese; see OpenWorkbook. */
  readonly limits: readonly string[];
  /** Reads the workbook anew and keeps its cells; what was examined before is forgotten. */
  read(watch?: Watch): Promise<Book>;
  /** Whether figures have changed since those that the last reading gave; absent where that cannot be told without reading. */
  outdated?(): boolean;
  /** The person's own packs, in place of those given before; every question may name one of them afterwards. */
  takePacks(own: readonly Pack[]): Promise<void>;
  /** How well every pack fits, best first; see matchPacks. */
  fits(): Promise<readonly Fit[]>;
  /** Checks and scores what was read last, and writes nothing. */
  examine(question: Question): Promise<Examination>;
  /** What came out of the last examination, as the screens show it. @throws Error where that was not ready */
  result(): Promise<ShownResult>;
  /** Writes what came out of the last examination, all of it or nothing, and lets go of it: the plan of a large workbook is large. @throws Error where that was not ready */
  write(watch?: Watch): Promise<Written>;
  /**
   * Adds the blank sheets of a pack, all of them or none; they are the person's.
   * @param pack id of a pack that the engine has
   * @param year of the figures; undefined for the filled sheets alone by which a workbook may state its method
   */
  insert(pack: string, year: number | undefined, watch?: Watch): Promise<Written>;
  /** Parameters and weights as the sheet 权重与参数 says them, of what was read last. @param pack id of a pack that the engine has */
  form(pack: string): Promise<SettingsForm>;
  /** Everything that a pack does, as the workbook that was read last completes it. @param pack id of a pack that the engine has */
  rules(pack: string): Promise<readonly RuleLine[]>;
  /** Puts entries of the form into that sheet, which is made where there is none; all or none. Of what was read last. */
  enter(pack: string, entries: readonly Entry[], watch?: Watch): Promise<Entered>;
  /** Puts the former cells back, or takes the sheet away that was made, unless somebody has changed them since; of what was read last. */
  takeBack(entered: Entered, watch?: Watch): Promise<void>;
  /** Works all formulas out anew; absent where the host does that by itself. */
  recalculate?(watch?: Watch): Promise<void>;
  /** Removes our sheets. @returns their names */
  clear(watch?: Watch): Promise<readonly string[]>;
  goTo(sheet: string, cell: string, watch?: Watch): Promise<void>;
  /** Small texts kept with the workbook; see OpenWorkbook. */
  recall(key: string, watch?: Watch): Promise<string | undefined>;
  remember(key: string, value: string | undefined, watch?: Watch): Promise<void>;
}
