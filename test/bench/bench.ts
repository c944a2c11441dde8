import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { assess, type Assessment, type AssessInput } from '../../src/core/assess';
import { loadPack } from '../../src/core/pack/load';
import { readingWords, tableSpecs } from '../../src/core/pack/table-specs';
import { score } from '../../src/core/score/score';
import type { ScoreBranch } from '../../src/core/score/tree';
import { readTables } from '../../src/core/table/read-tables';
import { createUnits } from '../../src/core/units/units';
import { unitData } from '../../src/packs';
import { plainWorkbook } from '../ooxml/package-builder';
import {
  DIMENSIONS,
  figure,
  formulaColumns,
  INDICATORS,
  provinceFormulas,
  provinceGrid,
  provincePack,
  provincePackText,
  provinceWorkbook,
} from './province';

/**
 * How fast the house is, printed as a Markdown table. Nothing is asserted: machines differ, and a slow neighbour is no mistake.
 *
 *   npm run bench                        300, 3,000 and 100,000 zones × 60 indicators
 *   npm run bench -- --sizes 300,3000
 *   npm run bench -- --full              LibreOffice too at 100,000 zones (many minutes)
 */
const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '300,3000,100000' }, full: { type: 'boolean', default: false } },
});
const sizes = options.sizes.split(',').map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 4)) throw new RangeError(`--sizes ${options.sizes}`);

/** From this size on one run is enough, and LibreOffice takes longer than anyone waits. */
const LARGE = 20_000;
const program = resolve('dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'zone-assessor-bench-'));
const at = (name: string): string => join(folder, name);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
}

const units = createUnits(unitData);
const loaded = loadPack(provincePack(), 'bench', units);
if (!loaded.pack) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
const { pack } = loaded;

const inputOf = (zones: number, missing?: number): AssessInput => ({
  pack,
  units,
  sheets: [{ name: '指标数据', grid: provinceGrid(zones, missing), hidden: false, owned: false }],
  asOf: '2017-03-01',
  at: '2017-03-01T00:00:00.000Z',
  fingerprint: '0',
});

/** Grid → plan, in this process. */
function core(zones: number): { readonly ms: number; readonly first: number; readonly assessment: Assessment } {
  const input = inputOf(zones);
  const times: number[] = [];
  let assessment: Assessment | undefined;
  for (let run = 0; run < (zones >= LARGE ? 2 : 15); run++) {
    assessment = undefined;
    globalThis.gc?.();
    const { ms, value } = timed(() => assess(input));
    times.push(ms);
    assessment = value;
  }
  if (!assessment?.plan) throw new Error('the made-up province cannot be scored');
  return { ms: median(times), first: times[0]!, assessment };
}

/** Processor time of a workbook with one figure in so many missing, over that of the same without gaps; by turns, the median of the ratios. */
function costOfGaps(zones: number, missing: number): number {
  const [gappy, whole] = [inputOf(zones, missing), inputOf(zones, Infinity)];
  const cpu = (input: AssessInput): number => {
    globalThis.gc?.();
    const start = process.cpuUsage();
    assess(input);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  cpu(gappy);
  cpu(whole);
  return median(Array.from({ length: 15 }, () => cpu(gappy) / cpu(whole)));
}

/** Finding and reading the tables alone: nanoseconds of processor time a cell, the median of several rounds. */
function readingPerCell(zones: number): number {
  const { sheets } = inputOf(zones);
  const [specs, words] = [tableSpecs(pack), readingWords(pack)];
  const cpu = (): number => {
    const start = process.cpuUsage();
    readTables(specs, sheets, units, words);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  // The first rounds are spent on compiling what is to be counted.
  for (let run = 0; run < (zones >= LARGE ? 2 : 30); run++) cpu();
  return (median(Array.from({ length: zones >= LARGE ? 5 : 31 }, cpu)) * 1000) / (zones * INDICATORS);
}

/** Normalising, weighing and aggregating alone. */
function arithmetic(zones: number): number {
  const columns = Array.from({ length: INDICATORS }, (_, indicator) =>
    Float64Array.from({ length: zones }, (_unused, zone) => figure(zone, indicator)),
  );
  const id = (indicator: number): string => `i${indicator + 1}`;
  const perDimension = INDICATORS / DIMENSIONS;
  const tree: ScoreBranch = {
    id: 'total',
    method: 'weighted_arithmetic',
    missing: 'renormalise',
    children: Array.from({ length: DIMENSIONS }, (_, dimension) => ({
      id: `d${dimension + 1}`,
      method: 'weighted_arithmetic',
      missing: 'renormalise',
      children: Array.from({ length: perDimension }, (_unused, place) => ({ id: id(dimension * perDimension + place) })),
    })),
  };
  const input = {
    rows: zones,
    values: new Map(columns.map((column, indicator) => [id(indicator), column])),
    indicators: columns.map((_, indicator) => ({
      id: id(indicator),
      direction: 'higher_is_better' as const,
      method: { method: 'min_max' as const, to: [0, 100] as [number, number] },
    })),
    tree,
    weighting: { kind: 'equal' as const },
  };
  return median(
    Array.from({ length: 5 }, () => {
      globalThis.gc?.();
      return timed(() => score(input)).ms;
    }),
  );
}

interface Whole {
  readonly ms: number;
  /** Time of all processors together; says more than `ms` where the machine has other work. */
  readonly cpuMs: number;
  readonly megabytes: number;
}

/** The built program from its start to its end, and the most memory that it held. */
function wholeScore(zones: number): Whole {
  writeFileSync(at('pack.yaml'), provincePackText());
  writeFileSync(at('in.xlsx'), provinceWorkbook(zones));
  writeFileSync(
    at('usage.cjs'),
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(at('usage.json'))}, JSON.stringify(process.resourceUsage())));`,
  );
  const runs = Array.from({ length: zones >= LARGE ? 1 : 5 }, () => {
    const { ms, value } = timed(() =>
      spawnSync(
        process.execPath,
        [
          '--require',
          at('usage.cjs'),
          program,
          'score',
          at('in.xlsx'),
          '--pack',
          at('pack.yaml'),
          '--out',
          at('out.xlsx'),
          '--as-of',
          '2017-03-01',
        ],
        { encoding: 'utf8' },
      ),
    );
    if (value.status !== 0) throw new Error(`score ended with ${value.status}: ${value.stderr}`);
    const usage = JSON.parse(readFileSync(at('usage.json'), 'utf8')) as NodeJS.ResourceUsage;
    return { ms, cpuMs: (usage.userCPUTime + usage.systemCPUTime) / 1000, megabytes: usage.maxRSS / 1024 };
  });
  return {
    ms: median(runs.map(({ ms }) => ms)),
    cpuMs: median(runs.map(({ cpuMs }) => cpuMs)),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
  };
}

const soffice = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
].find((path) => existsSync(path));

/** Opens a workbook, calculates all of it anew and writes the first sheet as text. */
function libreOffice(name: string, bytes: Uint8Array): { readonly ms: number; readonly csv: string } {
  if (soffice === undefined) throw new Error('no LibreOffice');
  mkdirSync(at('profile/user'), { recursive: true });
  writeFileSync(
    at('profile/user/registrymodifications.xcu'),
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>',
  );
  writeFileSync(at(`${name}.xlsx`), bytes);
  // Field and text separators, UTF-8, from line 1; the last but one of the values asks for numbers as stored, not as shown.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1';
  const { ms } = timed(() =>
    execFileSync(
      soffice,
      ['--headless', `-env:UserInstallation=file://${at('profile')}`, '--convert-to', filter, '--outdir', at('csv'), at(`${name}.xlsx`)],
      { stdio: 'pipe' },
    ),
  );
  const file = [`${name}-得分.csv`, `${name}-数据.csv`, `${name}.csv`].map((one) => at(`csv/${one}`)).find((path) => existsSync(path));
  return { ms, csv: file === undefined ? '' : readFileSync(file, 'utf8') };
}

/** Both programs must have worked out the same ranking, else their times say nothing. */
function compare({ result }: Assessment, csv: string): void {
  const ours = new Map(result.rankings[0]!.rows.map((row) => [row.subject, row]));
  const lines = csv.trim().split('\n').slice(formulaColumns.firstRow);
  if (lines.length !== ours.size) throw new Error(`LibreOffice gave ${lines.length} zones instead of ${ours.size}`);
  for (const line of lines) {
    const cells = line.replaceAll('"', '').split(',');
    const row = ours.get(cells[0]!);
    const total = Number(cells[formulaColumns.total]);
    if (!row || Math.abs(total - row.total!) > 1e-6 || Number(cells[formulaColumns.rank]) !== row.rank)
      throw new Error(`LibreOffice differs: ${cells[0]} ${total} / ${row?.total}, rank ${cells[formulaColumns.rank]} / ${row?.rank}`);
  }
}

const ms = (value: number): string => (value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${Math.round(value)} ms`);
const lines: string[] = [];

try {
  // The first start of a profile takes longer than all others; of the others the quickest is the least disturbed.
  const quickest = (name: string, bytes: Uint8Array, times: number): ReturnType<typeof libreOffice> =>
    Array.from({ length: times }, () => libreOffice(name, bytes)).reduce((best, one) => (one.ms < best.ms ? one : best));
  if (soffice !== undefined) libreOffice('empty', plainWorkbook());
  const baseline = soffice === undefined ? NaN : quickest('empty', plainWorkbook(), 5).ms;
  for (const zones of sizes) {
    say(`${zones} × ${INDICATORS} …`);
    const { ms: coreMs, first, assessment } = core(zones);
    const whole = wholeScore(zones);
    let office = ['—', '—', '—'];
    if (soffice !== undefined && (zones < LARGE || options.full)) {
      const { ms: officeMs, csv } = quickest(`province${zones}`, provinceFormulas(zones), zones < LARGE ? 3 : 1);
      compare(assessment, csv);
      const calculated = officeMs - baseline;
      office = [ms(calculated), `${(calculated / coreMs).toFixed(1)}×`, `${(calculated / whole.ms).toFixed(1)}×`];
    }
    lines.push(
      `| ${zones.toLocaleString('en')} × ${INDICATORS} | ${ms(coreMs)} | ${ms(first)} | ${ms(whole.ms)} | ${ms(whole.cpuMs)} | ${Math.round(whole.megabytes)} MB | ${office.join(' | ')} |`,
    );
  }
  const cells = 100_000 * INDICATORS;
  const [small, large] = [readingPerCell(3000), readingPerCell(100_000)];
  const arithmeticMs = arithmetic(100_000);
  process.stdout.write(
    [
      `Node ${process.version}, ${cpus()[0]?.model ?? ''} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB${soffice === undefined ? '' : `, ${execFileSync(soffice, ['--version'], { encoding: 'utf8' }).trim()} (empty workbook: ${ms(baseline)}, taken off below)`}`,
      '',
      '| zones × indicators | core, grid → plan (median) | core, first run | whole `score` | its processor time | peak memory | LibreOffice, same scoring | ÷ core | ÷ whole |',
      '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...lines,
      '',
      `3,000 × ${INDICATORS} with 1 % of the figures missing: ${costOfGaps(3000, 100).toFixed(2)}× the core's processor time of none missing`,
      `Reading tables alone: ${small.toFixed(0)} ns a cell of 3,000 × ${INDICATORS}, ${large.toFixed(0)} ns of 100,000 × ${INDICATORS}: ${(large / small).toFixed(2)}×`,
      `Scoring arithmetic alone on ${cells.toLocaleString('en')} cells: ${ms(arithmeticMs)}`,
      '',
    ].join('\n'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
