import { createHash } from 'node:crypto';
import { assess, type AssessInput } from '../core/assess';
import type { Plan } from '../core/plan';
import { blocks } from '../core/problem';
import type { Result } from '../core/result';
import { cliWords as words } from '../core/words/cli';
import { openXlsx, type XlsxWorkbook } from '../hosts/xlsx/open-xlsx';
import { assessmentDate, type Arguments } from './arguments';
import { readBytes, sameFile, writeWhole } from './files';
import { choosePack, units } from './packs';
import { Progress } from './progress';
import { problemLines, summary } from './summary';
import { ExitCode, UsageError, type Terminal } from './terminal';

/** Larger workbooks than any office keeps; beyond it memory would run out before an answer came. */
const WORKBOOK_MEGABYTES = 400;

interface Opened {
  readonly workbook: XlsxWorkbook;
  readonly input: AssessInput;
}

async function open({ rest, options }: Arguments, terminal: Terminal, progress: Progress): Promise<Opened> {
  const [file] = rest;
  if (file === undefined) throw new UsageError(words.needInput);
  if (options.pack === undefined) throw new UsageError(words.needPack);
  const now = terminal.now();
  const asOf = assessmentDate(options['as-of'], now);
  const pack = choosePack(options.pack);
  progress.step(words.reading);
  const bytes = readBytes(file, WORKBOOK_MEGABYTES);
  const workbook = openXlsx(bytes);
  const sheets = await workbook.read();
  const fingerprint = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return { workbook, input: { pack, units, sheets, asOf, at: now.toISOString(), fingerprint, sheet: options.sheet } };
}

/** Score a workbook: the result workbook and the JSON appear whole or not at all. */
export async function scoreCommand(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { out, json } = args.options;
  const file = args.rest[0];
  if (file === undefined) throw new UsageError(words.needInput);
  if (out === undefined) throw new UsageError(words.needOut);
  if (sameFile(file, out) || (json !== undefined && json !== '-' && (sameFile(file, json) || sameFile(out, json)))) throw new UsageError(words.sameFile);

  const progress = new Progress(terminal);
  const { workbook, input } = await open(args, terminal, progress);
  progress.step(words.scoring);
  const { result, plan } = assess(input);
  if (!plan) {
    terminal.err(`${words.notWrittenBecause}\n${problemLines(result.problems, ['block'])}\n`);
    if (json === '-') terminal.out(`${JSON.stringify(result, null, 2)}\n`);
    return ExitCode.problems;
  }
  progress.step(words.writing);
  await save(workbook, plan, result, out, json, terminal);
  return ExitCode.done;
}

async function save(workbook: XlsxWorkbook, plan: Plan, result: Result, out: string, json: string | undefined, terminal: Terminal): Promise<void> {
  const report = await workbook.write(plan);
  const text = json === undefined ? undefined : `${JSON.stringify(result, null, 2)}\n`;
  writeWhole([
    { path: out, bytes: workbook.bytes() },
    ...(json === undefined || json === '-' || text === undefined ? [] : [{ path: json, bytes: new TextEncoder().encode(text) }]),
  ]);
  const renamed = report.written.filter((name, index) => name !== plan.sheets[index]?.name).map(words.renamed);
  if (json === '-' && text !== undefined) {
    terminal.out(text);
    return;
  }
  const lines = [summary(result), ...renamed, ...report.leftOut, words.written(out), ...(json === undefined ? [] : [words.jsonWritten(json)])];
  terminal.out(`${lines.join('\n')}\n`);
}

/** Problems only; exit code 1 where something blocks. */
export async function checkCommand(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const progress = new Progress(terminal);
  const { input } = await open(args, terminal, progress);
  progress.step(words.scoring);
  // Scoring finds problems of its own (weights, constant indicators), so it runs too where reading went well.
  const { problems } = assess(input).result;
  terminal.out(problems.length === 0 ? `${words.noProblems}\n` : `${problemLines(problems)}\n`);
  return blocks(problems) ? ExitCode.problems : ExitCode.done;
}
