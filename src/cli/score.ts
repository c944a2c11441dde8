import { createHash } from 'node:crypto';
import { assess, type AssessInput } from '../core/assess';
import { cards } from '../core/card/cards';
import { handOut } from '../core/hand-out/hand-out';
import type { NoticeLine } from '../core/hand-out/notice-lines';
import { ownParts } from '../core/own-parts';
import { own } from '../core/own';
import { formsOf } from '../core/result-form/forms';
import { blocks } from '../core/problem';
import type { Result } from '../core/result';
import type { XlsxWorkbook } from '../hosts/xlsx/open-xlsx';
import type { Words } from '../core/refusal';
import { assessmentDate, cardsNamed, dataYear, decimalsShown, facesNamed, type Arguments } from './arguments';
import { decisionsText, proposalsWaiting, readDecisions } from './decisions';
import { extensionOf, refuseFolder, sameFile, writeWhole } from './files';
import { jsonPieces } from './json';
import { keepResult, takeUp, type Taken } from './kept-choices';
import { choosePack, findBuiltIn, isPackFile, units } from './packs';
import type { SheetChoices } from '../core/sheet-choices';
import { statedMethod } from '../packs/stated-method';
import { Progress } from './progress';
import { problemLines, summary } from './summary';
import { ExitCode, UsageError, type Terminal } from './terminal';
import { openWorkbookFile } from './workbook-file';
import { cliWords as words } from './words';

interface Opened {
  readonly workbook: XlsxWorkbook;
  readonly input: AssessInput;
  readonly taken: Taken;
  /** What became of a file of an older kind; undefined where it was an .xlsx. */
  readonly note: Words | undefined;
}

/** A workbook with everything that scores it. */
export async function openForScoring({ rest, options }: Arguments, terminal: Terminal, progress = new Progress(terminal)): Promise<Opened> {
  const [file] = rest;
  if (file === undefined) throw new UsageError(words.needInput);
  if (options.pack === undefined) throw new UsageError(words.needPack);
  const now = terminal.now();
  const today = assessmentDate(undefined, now);
  const said = {
    asOf: options['as-of'] === undefined ? undefined : assessmentDate(options['as-of'], now),
    year: dataYear(options.year),
    sheet: options.sheet,
    sheetChoices: saidOf(options),
  };
  const pack = choosePack(options.pack, (doubts) => terminal.err(`${problemLines(doubts)}\n`));
  const decisions = options.accept === undefined ? undefined : readDecisions(options.accept);
  progress.step(words.reading);
  const { bytes, workbook, note } = await openWorkbookFile(file);
  const sheets = await workbook.read();
  const fingerprint = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const at = now.toISOString();
  const taken = await takeUp(workbook, { ...said, pack: pack.pack, decisions });
  const { asOf, year, sheet, mappings, decisions: accepted, sheetChoices } = taken.choices;
  const stated = statedMethod(pack, sheets, units);
  const input = {
    ...{
      pack: stated.pack,
      packProblems: stated.problems,
      units,
      sheets,
      asOf: asOf ?? today,
      asOfIsToday: asOf === undefined,
      year,
      at,
      fingerprint,
      sheet,
    },
    ...{
      mapping: own(mappings, pack.pack),
      decisions: own(accepted, pack.pack),
      packOf: findBuiltIn,
      own: ownParts,
      forms: formsOf,
      handOut,
      cards,
    },
    sheetChoices,
  };
  return { workbook, input, taken, note };
}

/** What options say of the sheets; what they leave open stays as the workbook keeps it. */
function saidOf({ faces, cards: zones, decimals }: Arguments['options']): SheetChoices {
  return {
    ...(faces !== undefined && { faces: facesNamed(faces) }),
    ...(zones !== undefined && { cards: cardsNamed(zones) }),
    ...(decimals !== undefined && { decimals: decimalsShown(decimals) }),
  };
}

/** Score a workbook: the result workbook and the JSON appear whole or not at all. */
export async function scoreCommand(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { out, json, notice } = args.options;
  const file = args.rest[0];
  if (file === undefined) throw new UsageError(words.needInput);
  if (out === undefined) throw new UsageError(words.needOut);
  keepApart(args);
  refuseFolder(out);
  if (notice !== undefined && extensionOf(notice) !== '.docx') throw new UsageError(words.notice.extension(notice));

  const progress = new Progress(terminal);
  const { workbook, input, taken, note } = await openForScoring(args, terminal, progress);
  await checkExtension(workbook, file, out);
  progress.step(words.scoring);
  const { result, plan, checked, notice: text, noNotice, uncarded = [] } = assess(input);
  if (!plan) {
    terminal.err(
      `${[...taken.told, words.notWrittenBecause, problemLines(result.problems, ['block'])].join('\n')}\n${proposalsWaiting(result.problems)}`,
    );
    if (json === '-') printJson(result, terminal);
    return ExitCode.problems;
  }
  progress.step(words.writing);
  const { written, leftOut } = await workbook.write(plan);
  await keepResult(workbook, taken, input, result, written);
  const jsonFile = json === undefined || json === '-' ? [] : [{ path: json, content: jsonBytes(result) }];
  const noticeFile = notice === undefined || !text ? [] : [{ path: notice, content: [await noticeBytes(text)] }];
  writeWhole([{ path: out, content: [workbook.bytes()] }, ...jsonFile, ...noticeFile]);
  if (json === '-') {
    printJson(result, terminal);
  } else {
    const writesNotes = input.sheetChoices?.faces?.includes('working') ?? true;
    const lines = [
      summary(result, checked, input.sheetChoices?.decimals ?? input.pack.scoring.show_decimals, writesNotes),
      ...taken.told,
      ...leftOut,
      ...(note ? [words.converted(note.message, note.nextStep)] : []),
      ...uncarded.map(({ title, why }) => words.notCarded(title, why)),
      words.written(out),
      ...jsonFile.map(({ path }) => words.jsonWritten(path)),
      ...noticeFile.map(({ path }) => words.notice.written(path)),
      ...(notice !== undefined && !text ? [words.notice.nothing(noNotice)] : []),
    ];
    terminal.out(`${lines.join('\n')}\n`);
  }
  return ExitCode.done;
}

/** No file that is read is written, and no file is written twice. */
function keepApart({ rest, options: { pack, out, json, accept, proposals, notice } }: Arguments): void {
  const written = [out, json, notice, proposals].filter((path): path is string => path !== undefined && path !== '-');
  const read = [...rest, ...(pack !== undefined && isPackFile(pack) ? [pack] : []), ...(accept === undefined ? [] : [accept])];
  written.forEach((path, index) => {
    const clash = [...read, ...written.slice(0, index)].find((other) => sameFile(other, path));
    if (clash !== undefined) throw new UsageError(words.sameFile(path, clash));
  });
}

/** Excel refuses a workbook whose extension does not say what it is: with macros, a template, or plain. */
async function checkExtension(workbook: XlsxWorkbook, file: string, out: string): Promise<void> {
  const { traits } = await workbook.describe();
  const macros = traits.includes('macros');
  const template = /^\.xlt[xm]$/.test(extensionOf(file));
  const wanted = `.xl${template ? 't' : 's'}${macros ? 'm' : 'x'}`;
  if (extensionOf(out) !== wanted) throw new UsageError(words.outExtension(out, wanted));
}

/** Fetched when it is asked for: the library is as large as the rest. */
const noticeBytes = async (text: readonly NoticeLine[]): Promise<Uint8Array> =>
  (await import(/* webpackChunkName: "cli-docx" */ '../hosts/docx/notice-docx')).noticeDocx(text);

function* jsonBytes(result: Result): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const piece of jsonPieces(result)) yield encoder.encode(piece);
  yield encoder.encode('\n');
}

function printJson(result: Result, terminal: Terminal): void {
  for (const piece of jsonPieces(result)) terminal.out(piece);
  terminal.out('\n');
}

/** Problems, and the proposals of them as a file where one is named; exit code 1 where something blocks. */
export async function checkCommand(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { proposals } = args.options;
  keepApart(args);
  if (proposals !== undefined) refuseFolder(proposals);
  const progress = new Progress(terminal);
  const { input, taken, note } = await openForScoring(args, terminal, progress);
  progress.step(words.scoring);
  // Scoring finds problems of its own (weights, constant indicators), so it runs too where reading went well.
  const { problems } = assess(input).result;
  if (note) terminal.out(`${words.converted(note.message, note.nextStep)}\n`);
  for (const line of taken.told) terminal.out(`${line}\n`);
  terminal.out(problems.length === 0 ? `${words.noProblems}\n` : `${problemLines(problems)}\n`);
  if (proposals === undefined) {
    terminal.out(proposalsWaiting(problems));
  } else {
    const { text, sure, choices } = decisionsText(problems);
    writeWhole([{ path: proposals, content: [new TextEncoder().encode(text)] }]);
    terminal.out(`${words.decisions.written(proposals, sure, choices)}\n`);
  }
  return blocks(problems) ? ExitCode.problems : ExitCode.done;
}
