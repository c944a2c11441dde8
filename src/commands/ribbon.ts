import { mayStateMethod } from '../core/pack/method-sheets';
import { concluded, expectScoring, reportOf } from '../app/parts-of-core';
import type { Conclusion } from '../core/conclude';
import { clearFit, equalFits } from '../app/clear-fit';
import { localDate } from '../app/local-date';
import { severityCounts } from '../app/problems';
import { OWN_PACKS_KEY, packsFromText } from '../app/own-pack-texts';
import type { LocalEngineOptions } from '../app/local-engine';
import type { OwnPackOptions } from '../app/own-pack-state';
import { lastResult, NOTHING_CHOSEN, recall, remember, rememberCleared, type Choices, type Memory } from '../app/remembered';
import { fingerprintOf } from '../core/fingerprint';
import { matchPacks } from '../core/pack/match-pack';
import type { Pack } from '../core/pack/schema';
import { own } from '../core/own';
import { ProblemError, blocks, type Problem } from '../core/problem';
import { refusal } from '../core/refusal';
import { jurisdictionName } from '../core/report/jurisdiction';
import type { Units } from '../core/units/units';
import type { ExcelPort } from '../hosts/excel/open-excel';
import type { Watch } from '../hosts/port';
import { noticePlan, type Notice } from './notice-plan';
import { LONGEST, type RibbonName } from './ribbon-names';
import { noticeWords as words } from './words';

export interface RibbonOptions {
  open(): Promise<ExcelPort>;
  /** Those that come with the product. */
  readonly packs: readonly Pack[];
  /** Validates a pack of the person's own that the workbook keeps. */
  readonly read: OwnPackOptions['read'];
  /** See LocalEngineOptions. */
  readonly method: LocalEngineOptions['method'];
  readonly units: Units;
  now(): Date;
  /** Says something where no sheet can be written (protected or read-only workbooks). */
  say(notice: Notice): Promise<void>;
  /** Excel ends a command after five minutes; ours end themselves before, and say so. Milliseconds. */
  readonly longest?: number;
}

type Task = keyof typeof words.title;

/**
 * What the ribbon's buttons do, by the names that the manifest gives them. They need no pane: choices come from the workbook, where the
 * pane keeps them, and what is to be said stands on a sheet of its own. None of them throws.
 */
export function ribbonCommands(options: RibbonOptions): Readonly<Record<RibbonName, () => Promise<void>>> {
  return {
    scoreWorkbook: () => carryOut(options, 'score', score),
    checkWorkbook: () => carryOut(options, 'check', check),
    clearResults: () => carryOut(options, 'clear', clear),
  };
}

type Work = (port: ExcelPort, options: RibbonOptions, watch: Watch) => Promise<void>;

async function carryOut(options: RibbonOptions, task: Task, work: Work): Promise<void> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), options.longest ?? LONGEST);
  let port: ExcelPort | undefined;
  try {
    port = await options.open();
    await work(port, options, { signal: controller.signal });
  } catch (error) {
    const problems = controller.signal.aborted ? refusal('timeout', words.timeout()).problems : problemsOf(error);
    await tell(port, options, { title: words.title[task], lines: [], problems });
  } finally {
    clearTimeout(timer);
  }
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof ProblemError) return error.problems;
  return refusal('unexpected', words.unexpected(error instanceof Error ? error.message : String(error))).problems;
}

/** On a sheet where one can be written. */
async function tell(port: ExcelPort | undefined, options: RibbonOptions, notice: Notice): Promise<void> {
  try {
    if (!port) throw new Error('no workbook');
    const { written } = await port.writeNotice(noticePlan(notice, options.now().toISOString()));
    if (written[0] !== undefined) await port.goTo(written[0], 'A1');
  } catch {
    await options.say(notice);
  }
}

interface Looked {
  readonly conclusion: Conclusion;
  readonly pack: Pack;
  readonly memory: Memory;
  readonly fingerprint: string;
}

async function look(port: ExcelPort, options: RibbonOptions, watch: Watch): Promise<Looked> {
  const { packs, units, now } = options;
  expectScoring();
  const recalled = await recall(port);
  const memory: Memory = recalled && 'memory' in recalled ? recalled.memory : { choices: NOTHING_CHOSEN, last: undefined };
  const { choices } = memory;
  const builtIn = (id: string): Pack | undefined => packs.find((one) => one.pack === id);
  // Whoever chose a document is not given another one in its place.
  const chosen = choices.pack === undefined ? undefined : (builtIn(choices.pack) ?? (await ownPack(port, options, choices)));
  const sheets = await port.read(watch);
  const given = chosen ?? fitting(packs, sheets, units);
  const { pack, problems: packProblems } = mayStateMethod(given, sheets)
    ? (await options.method()).statedMethod(given, sheets, units)
    : { pack: given, problems: [] };
  const fingerprint = fingerprintOf(sheets);
  const at = now();
  // Scoring finds problems of its own, so checking scores too; only writing is left out.
  const conclusion = await concluded({
    pack,
    packProblems,
    units,
    sheets,
    asOf: choices.asOf ?? localDate(at),
    asOfIsToday: choices.asOf === undefined,
    at: at.toISOString(),
    fingerprint,
    sheet: choices.sheet,
    year: choices.year,
    mapping: own(choices.mappings, pack.pack),
    decisions: own(choices.decisions, pack.pack),
    packOf: builtIn,
  });
  return { conclusion, pack, fingerprint, memory: { ...memory, choices: { ...choices, pack: pack.pack } } };
}

/** @throws ProblemError unknown-pack where the workbook keeps no such pack, own-pack-faulty where it cannot be used */
async function ownPack(port: ExcelPort, { read }: RibbonOptions, { pack: id = '', ownPacks }: Choices): Promise<Pack> {
  const text = ownPacks ? await port.recall(OWN_PACKS_KEY) : undefined;
  const kept = packsFromText(text ?? '')?.find((one) => one.id === id);
  if (!kept) throw refusal('unknown-pack', words.unknownPack(id));
  const { pack } = await read(kept.text, kept.file);
  if (pack?.pack !== id) throw refusal('own-pack-faulty', words.ownPackFaulty(kept.file));
  return pack;
}

function fitting(packs: readonly Pack[], sheets: Parameters<typeof matchPacks>[1], units: Units): Pack {
  const fits = matchPacks(packs, sheets, units);
  const fit = clearFit(fits);
  if (fit) return fit.pack;
  const equal = equalFits(fits);
  throw equal.length > 0
    ? refusal('several-packs', words.severalPacks(equal.map((fit) => titleOf(fit.pack))))
    : refusal('no-pack', words.noPack());
}

const titleOf = (pack: Pack): string => `${jurisdictionName(pack)} ${pack.title}`;

async function score(port: ExcelPort, options: RibbonOptions, watch: Watch): Promise<void> {
  const looked = await look(port, options, watch);
  const { result, toReport, checked } = looked.conclusion;
  if (!toReport) {
    const blocking = result.problems.filter(({ severity }) => severity === 'block').length;
    return tell(port, options, { title: words.title.score, lines: [words.blocked(blocking)], problems: result.problems });
  }
  const { pack, fingerprint, memory } = looked;
  const { choices } = memory;
  const { plan } = await reportOf({ toReport, checked }, choices.sheetChoices);
  const { written } = await port.write(plan, watch);
  const last = lastResult(choices, pack, fingerprint, result, plan.mark.at, written);
  await keep(() => remember(port, { choices, last }));
}

async function clear(port: ExcelPort): Promise<void> {
  await port.clear();
  await keep(() => rememberCleared(port));
}

async function check(port: ExcelPort, options: RibbonOptions, watch: Watch): Promise<void> {
  const { pack, conclusion } = await look(port, options, watch);
  const { problems } = conclusion.result;
  const counts = severityCounts(problems).map(({ severity, count }) => words.count(words.severity[severity], count));
  const line = counts.length === 0 ? words.checkedClean(titleOf(pack)) : words.checked(titleOf(pack), counts.join('、'));
  const lines = blocks(problems) ? [line, words.blocked(problems.filter(({ severity }) => severity === 'block').length)] : [line];
  await tell(port, options, { title: words.title.check, lines, problems });
}

/** A workbook that keeps nothing can be assessed all the same. */
async function keep(put: () => Promise<void>): Promise<void> {
  try {
    await put();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}
