import { lastResult, recall, remember, type Choices, NOTHING_CHOSEN } from '../app/remembered';
import type { AssessInput } from '../core/assess';
import { sameDecision, type Decision } from '../core/decision';
import { fingerprintOf } from '../core/fingerprint';
import { own } from '../core/own';
import type { Result } from '../core/result';
import { faceTitles } from '../core/words/faces';
import { withChoice, type SheetChoices } from '../core/sheet-choices';
import type { XlsxWorkbook } from '../hosts/xlsx/open-xlsx';
import { findBuiltIn } from './packs';
import { cliWords } from './words';

const words = cliWords.kept;

/** What options say for this run; it comes before what the workbook keeps. */
export interface Said {
  readonly pack: string;
  readonly sheet: string | undefined;
  readonly asOf: string | undefined;
  readonly year: number | undefined;
  /** From a file; undefined where none was named. */
  readonly decisions: readonly Decision[] | undefined;
  readonly sheetChoices: SheetChoices;
}

export interface Taken {
  /** Those of the run, with whatever else the workbook keeps. */
  readonly choices: Choices;
  /** What was taken up, in Chinese; empty where nothing is kept. */
  readonly told: readonly string[];
  /** Whether the workbook with results is to keep them. */
  readonly kept: boolean;
}

/** What a person chose in the pane or the workbench, kept in the workbook, as far as nothing else is said for this run. */
export async function takeUp(workbook: XlsxWorkbook, said: Said): Promise<Taken> {
  const recalled = await recall(workbook);
  const memory = recalled && 'memory' in recalled ? recalled.memory : undefined;
  const before = memory?.choices ?? NOTHING_CHOSEN;
  const keptDecisions = own(before.decisions, said.pack) ?? [];
  const { sheetChoices: kept } = before;
  const accepted = said.decisions ?? [];
  const decisions = [...keptDecisions.filter((one) => !accepted.some((other) => sameDecision(one, other))), ...accepted];
  const mapped = Object.values(own(before.mappings, said.pack) ?? {}).reduce((count, columns) => count + Object.keys(columns).length, 0);
  const parts = [
    ...(said.asOf === undefined && before.asOf !== undefined ? [words.asOf(before.asOf)] : []),
    ...(said.year === undefined && before.year !== undefined ? [words.year(before.year)] : []),
    ...(said.sheet === undefined && before.sheet !== undefined ? [words.sheet(before.sheet)] : []),
    ...(mapped > 0 ? [words.mapping(mapped)] : []),
    ...(keptDecisions.length > 0 ? [words.decisions(keptDecisions.length)] : []),
    ...(said.sheetChoices.cards === undefined && kept.cards ? [words.cards(kept.cards === 'all' ? undefined : kept.cards.length)] : []),
    ...(said.sheetChoices.decimals === undefined && kept.decimals !== undefined ? [words.decimals(kept.decimals)] : []),
    ...(said.sheetChoices.faces === undefined && kept.faces ? [words.faces(kept.faces.map((face) => faceTitles[face]))] : []),
  ];
  return {
    choices: {
      ...before,
      pack: said.pack,
      sheet: said.sheet ?? before.sheet,
      asOf: said.asOf ?? before.asOf,
      year: said.year ?? before.year,
      sheetChoices: withChoice(kept, said.sheetChoices),
      decisions: { ...before.decisions, [said.pack]: decisions },
    },
    told: [...(recalled && !memory ? [words.unreadable] : []), ...(parts.length > 0 ? [words.taken(parts)] : [])],
    kept: (memory !== undefined || accepted.length > 0) && findBuiltIn(said.pack) !== undefined,
  };
}

/** Lets the workbook with its new results keep what they rest on, so that the pane needs no second decision. */
export async function keepResult(
  workbook: XlsxWorkbook,
  { choices, kept }: Taken,
  { pack, sheets, at }: AssessInput,
  result: Result,
  written: readonly string[],
): Promise<void> {
  if (kept) await remember(workbook, { choices, last: lastResult(choices, pack, fingerprintOf(sheets), result, at, written) });
}
