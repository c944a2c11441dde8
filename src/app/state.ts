import type { SettingsForm } from '../core/form/settings-form';
import type { Entered, Examination, Fit } from './engine';
import type { OwnState } from './own-pack-state';
import type { Choices, LastResult } from './remembered';
import type { ShownResult } from './shown-result';

/** Screens of the pane. `rules`, `settings` and `own` belong to the tab 方案; `about` stands beside the tabs. */
export type View = 'pack' | 'rules' | 'settings' | 'own' | 'data' | 'check' | 'result' | 'about';

export type Task = 'open' | 'check' | 'score' | 'clear' | 'insert' | 'enter' | 'takeBack' | 'load';
export type Stage = 'reading' | 'assessing' | 'writing' | 'clearing' | 'inserting' | 'entering' | 'loading';

/** Work under way. */
export interface Work {
  readonly task: Task;
  readonly stage: Stage;
  /** 0 to 1, never falling. */
  readonly share: number;
  readonly cancelling: boolean;
  /** The host is slow to answer: most often something stands open that it waits for. */
  readonly waiting: boolean;
  /** Nobody clicked: it takes no focus and shows no other screen. */
  readonly unasked: boolean;
}

/** A line that tells how something went; the person may put it away. */
export interface Notice {
  readonly id: number;
  readonly tone: 'success' | 'info' | 'warning' | 'error';
  readonly message: string;
  readonly nextStep?: string;
}

/** The result that was written last. */
export interface Outcome {
  readonly last: LastResult;
  /** Absent where only the remembered summary is known: the workbook has changed since it was written. */
  readonly detail?: ShownResult;
  /** What the host left out when it wrote, in Chinese. */
  readonly leftOut: readonly string[];
}

export interface Asking {
  readonly about: 'edited-results' | 'manual-calculation' | 'clear';
  readonly task: 'score' | 'clear';
  readonly message: string;
  readonly nextStep: string;
}

/** The form for parameters and weights. */
export interface SettingsState {
  /** As the workbook fills it; undefined until it is asked for. */
  readonly form: SettingsForm | undefined;
  /** What was typed and is not on the sheet yet, by id of the field. */
  readonly draft: ReadonlyMap<string, string>;
  /** What was written and can be taken back, the last at the end: one step back after another. */
  readonly entered: readonly Entered[];
}

export interface CameForRule {
  /** Key of the line; undefined for the page as a whole. */
  readonly line?: string | undefined;
  /** Words of the clause that led there. */
  readonly quote?: string | undefined;
  readonly from: View;
  /** Element that takes the focus again there. */
  readonly landing?: string | undefined;
}

export interface SessionState {
  /** opening – nothing is known yet; unreadable – the workbook could not be read, see the notices. */
  readonly phase: 'opening' | 'ready' | 'unreadable';
  readonly view: View;
  /** Element that takes the focus on the screen that came; its heading where left out. */
  readonly landing?: string | undefined;
  /** The line of the rule book that somebody came for, and where they came from. */
  readonly cameForRule: CameForRule;
  readonly work: Work | undefined;
  readonly notices: readonly Notice[];
  /** What a person has to agree to before the task goes on. */
  readonly asking: Asking | undefined;
  readonly choices: Choices;
  readonly chosenBy: 'match' | 'person' | 'memory' | undefined;
  /** How well every pack fits, best first; worked out when it is asked for. */
  readonly fits: readonly Fit[] | undefined;
  /** The workbook looked at with the chosen pack; undefined without one, and until the first look at it ends. */
  readonly examined: Examination | undefined;
  readonly settings: SettingsState;
  /** Packs of the person's own. */
  readonly own: OwnState;
  /** Whether the person has asked for a check. */
  readonly checked: boolean;
  readonly outcome: Outcome | undefined;
  /** Whether data or choices differ from those that the result rests on. */
  readonly stale: boolean;
  /** Sheets in the workbook that are ours. */
  readonly owned: readonly string[];
  /** Names of the person's own sheets. */
  readonly sheets: readonly string[];
}

/** With what a task begins, where not by reading. */
export const FIRST_STAGE: Partial<Record<Task, Stage>> = { clear: 'clearing', insert: 'inserting', load: 'loading' };
