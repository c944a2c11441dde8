import type { DraftState } from '../autosave';
import type { Offer } from '../drafts';

export interface DeskNotice {
  readonly id: number;
  readonly tone: 'success' | 'info' | 'warning' | 'error';
  readonly message: string;
  readonly nextStep?: string;
  readonly action?: { readonly label: string; run(): void };
  /** Of the workbook that is open: stays until it is put away or another workbook is open. */
  readonly ofWorkbook?: true;
}

export interface FileState {
  readonly name: string;
  /** changed – there are edits or results that were not downloaded. */
  readonly change: 'none' | 'changed' | 'downloaded';
}

/** What a person does with unsaved work before another workbook is opened. */
export type LeaveChoice = 'download' | 'open' | 'cancel';

/** What a person does who downloads a workbook whose results rest on other figures. */
export type StaleChoice = 'score' | 'download' | 'cancel';

export interface DeskState {
  /** Name of the workbook that is being opened. */
  readonly opening: string | undefined;
  readonly file: FileState | undefined;
  readonly draft: DraftState;
  readonly downloading: boolean;
  readonly history: { readonly undo: boolean; readonly redo: boolean };
  readonly grid: 'loading' | 'shown' | 'failed';
  readonly notices: readonly DeskNotice[];
  /** Why something that was just tried does not work; goes away by itself. */
  readonly hint: string | undefined;
  /** What of the file on screen is not shown. */
  readonly notes: readonly string[];
  readonly offers: readonly Offer[];
  /** Another workbook is to be opened over unsaved work. */
  readonly asking: { readonly name: string; readonly kept: boolean } | undefined;
  /** A workbook is to be downloaded whose results rest on other figures. */
  readonly confirming: { readonly name: string } | undefined;
  /** The selected cell and what stands in it, to be read out. */
  readonly selected: string;
  /** Jumps to cells so far; a drawer that lies over the sheet makes way. */
  readonly jumps: number;
}
