import { join } from 'node:path';
import { check } from '../../../../src/core/checked';
import type { Decision } from '../../../../src/core/decision';
import type { SheetGrid } from '../../../../src/core/grid';
import type { Pack } from '../../../../src/core/pack/schema';
import { cellAt } from '../../../../src/core/table/placed-table';
import { acceptAll } from '../../../cases/reading/accept-all';
import { openCase, readingsOf, type ReadCase } from '../../../cases/reading/read-case';
import { draws } from '../../../draws';
import { packs, units } from '../../../packs/built-in';
import { inputOf } from '../../../packs/run';
import { Book } from './book-model';
import { deformations } from './deformations';
import { chance, type Deformation, type Scene } from './scene';
import { wholeTables } from './whole-tables';

/** Deformed workbooks, a third of them deformed twice or three times. */
const WORKBOOKS = draws(456);
const ALL: readonly Deformation[] = [...deformations, ...wholeTables];
const COMPOSED = 'composed';
const SEED = 20161116;

interface Sample {
  readonly pack: Pack;
  readonly sheets: readonly SheetGrid[];
  readonly read: ReadCase;
}

const asks = (severity: string): boolean => severity !== 'info';
const readBook = (pack: Pack, sheets: readonly SheetGrid[], decisions: readonly Decision[] = []): ReadCase => {
  const { figures, problems } = check({ ...inputOf(pack, sheets), asOfIsToday: true, decisions });
  return { tables: figures.tables, problems, readings: readingsOf(figures.tables) };
};

interface Outcome {
  readonly names: string;
  readonly kind: string;
  /** untrue: read as a person accepted it, who was mistaken. */
  readonly how: 'right' | 'asked' | 'refused' | 'wrong' | 'lost' | 'untrue';
  readonly details: readonly string[];
  /** Of an asked workbook: what it is once all proposals are accepted, and kinds of those that were. */
  readonly accepted?: Outcome & { readonly kinds: ReadonlySet<Decision['kind']> };
}

/** Problems that ask about a whole table that is not used. */
const TABLE_PROBLEMS = ['table-lacks-columns', 'table-year', 'two-tables-fit', 'table-unnamed'];

/** Problems that refuse a whole table without pointing at what is doubtful in it. */
const REFUSALS = ['no-matching-table', 'two-tables-fit', 'no-data-rows', 'no-such-sheet'];

/** What a deformed table has to be read as, where that is not what the sample says. */
interface Changed {
  readonly gone: ReadonlySet<string>;
  /** Columns that mean something else: a figure read from them is wrong, unless a person took them for what they are not. */
  readonly foreign: ReadonlySet<string>;
  readonly otherYear: boolean;
  /** Whether a person accepted what was proposed. */
  readonly accepted: boolean;
}

function outcomeOf(
  sample: Sample,
  book: Book,
  read: ReadCase,
  { gone, foreign, otherYear, accepted }: Changed,
): Pick<Outcome, 'how' | 'details'> {
  const details: string[] = [];
  let how: Outcome['how'] = 'right';
  let untrue = false;
  const worse = (next: Outcome['how'], detail: string): void => {
    const order = ['right', 'asked', 'refused', 'lost', 'wrong'];
    if (order.indexOf(next) > order.indexOf(how)) how = next;
    if (next !== 'asked') details.push(detail);
  };
  const blocked = read.problems.filter(({ severity }) => severity === 'block');
  if (blocked.length > 0) {
    const refusal = blocked.find(({ code }) => REFUSALS.includes(code));
    return { how: refusal ? 'refused' : 'asked', details: blocked.map(({ code, message }) => `${code} ${message}`) };
  }
  for (const [id, rows] of sample.read.readings) {
    const table = read.tables.get(id);
    const now = read.readings.get(id);
    if (!table || !now) {
      const { name: sheet } = book.tables.get(id)!.sheet;
      const said = read.problems.some(
        (problem) => asks(problem.severity) && problem.sheet === sheet && TABLE_PROBLEMS.includes(problem.code),
      );
      worse(said ? 'asked' : 'lost', `${id}: no table`);
      continue;
    }
    const asked = read.problems.filter((problem) => asks(problem.severity));
    const askedOnSheet = asked.filter((problem) => problem.sheet === table.sheet);
    const base = sample.read.tables.get(id)!;
    for (const zone of now.keys()) if (!rows.has(zone)) worse('wrong', `${id}: row ${zone}`);
    for (const [zone, cells] of rows) {
      const row = table.keys.indexOf(zone);
      if (row < 0) {
        const said = askedOnSheet.some(({ code }) =>
          ['rows-left-out', 'sum-row', 'blank-key', 'names-not-calculated', 'another-table-fits'].includes(code),
        );
        worse(said ? 'asked' : 'lost', `${id}: ${zone} is no row`);
        continue;
      }
      for (const [key, truth] of cells) {
        if (base.columns.get(key)?.spec.kind !== 'number') continue;
        const taken = now.get(zone)?.get(key);
        // A column may be read in whatever unit its header states.
        const factor = units.factor(table.columns.get(key)?.unit ?? '', base.columns.get(key)?.unit ?? '');
        const is = typeof taken === 'number' && factor ? factor.apply(taken) : taken;
        const place = `${id}.${zone}.${key}`;
        const { unit, dimensions } = base.columns.get(key)!.spec;
        // Where the pack accepts any unit, another one is none of another indicator.
        const other = foreign.has(`${id}.${key}`) && (unit !== 'from_header' || dimensions !== undefined);
        if (other && accepted && is !== undefined) {
          untrue = true;
          continue;
        }
        const nothing = gone.has(place) || gone.has(`${id}.${zone}.`);
        const wanted = nothing || other ? undefined : truth;
        if (is !== undefined && (wanted === undefined || Math.abs(Number(is) / Number(wanted) - 1) > 1e-9)) {
          if (!(is === 0 && wanted === 0)) worse('wrong', `${place}: ${is} for ${wanted}`);
          continue;
        }
        const unread = is === undefined && !nothing && (wanted !== undefined || (truth !== undefined && other));
        if (!unread) continue;
        const column = table.columns.get(key);
        const name = table.spec.columns[key]?.header[0] ?? key;
        const { sheet, cell } = column ? cellAt(table, row, column.column) : { sheet: table.sheet, cell: '' };
        const said = asked.some(
          ({ sheet: on, cell: at = '', message }) =>
            on === sheet && (at === cell || message.includes(`“${name}”`) || (column && at.replace(/\d+/, '') === cell.replace(/\d+/, ''))),
        );
        worse(said ? 'asked' : 'lost', `${place}: lost`);
      }
    }
  }
  const ofYear = read.problems.some(({ severity, code }) => asks(severity) && code.includes('year'));
  if (otherYear && !accepted) worse(ofYear ? 'asked' : 'wrong', 'the year is not asked');
  return { how: untrue && how === 'right' ? 'untrue' : how, details };
}

function deform(sample: Sample, chosen: readonly Deformation[], random: () => number): Outcome | undefined {
  const book = Book.of(sample.sheets, sample.read.tables);
  const main = sample.pack.main_table;
  const gone = new Set<string>();
  const foreign = new Set<string>();
  let otherYear = false;
  const others = [...book.tables.values()].filter(({ id, columns, rows }) => id !== main && columns.size > 1 && rows.size > 3);
  const table = random() < 0.7 || others.length === 0 ? book.tables.get(main)! : others[Math.floor(random() * others.length)]!;
  const scene: Scene = {
    book,
    table,
    random,
    gone: (zone, key = '') => gone.add(`${table.id}.${zone}.${key}`),
    foreign: (key) => foreign.add(`${table.id}.${key}`),
    ofAnotherYear: () => (otherYear = true),
  };
  const done = chosen.filter((deformation) => deformation.apply(scene));
  if (done.length === 0) return undefined;
  const names = `${sample.pack.pack} ${table.id}: ${done.map(({ kind, name }) => `${kind} ${name}`).join(' + ')}`;
  const kind = done.length > 1 ? COMPOSED : done[0]!.kind;
  const sheets = book.grids();
  const changed = { gone, foreign, otherYear };
  const outcome = { names, kind, ...outcomeOf(sample, book, readBook(sample.pack, sheets), { ...changed, accepted: false }) };
  if (outcome.how !== 'asked') return outcome;
  const { read, decisions } = acceptAll((accepted) => readBook(sample.pack, sheets, accepted));
  const kinds = new Set(decisions.map((decision) => decision.kind));
  return { ...outcome, accepted: { names, kind, ...outcomeOf(sample, book, read, { ...changed, accepted: true }), kinds } };
}

/** How many of each kind came out how. */
function counts(outcomes: readonly Outcome[]): string {
  const hows = ['right', 'asked', 'refused', 'wrong', 'lost'] as const;
  const line = (kind: string, of: readonly Outcome[]): string =>
    `${kind.padEnd(40)}${hows.map((how) => String(of.filter((one) => one.how === how).length).padStart(8)).join('')}\n`;
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort();
  return [
    `${'deformed workbooks'.padEnd(40)}${hows.map((how) => how.padStart(8)).join('')}\n`,
    ...kinds.map((kind) =>
      line(
        kind,
        outcomes.filter((one) => one.kind === kind),
      ),
    ),
    line('all', outcomes),
  ].join('');
}

test('deformed workbooks: nothing is silently wrong, nothing is lost without a word, no readable table is refused', async () => {
  const samples: Sample[] = [];
  for (const pack of packs) {
    const sheets = await openCase(join('assets', 'samples', `${pack.pack}.xlsx`));
    samples.push({ pack, sheets, read: readBook(pack, sheets) });
  }
  const random = chance(SEED);
  const outcomes: Outcome[] = [];
  for (let at = 0; outcomes.length < WORKBOOKS; at++) {
    const round = Math.floor(at / ALL.length);
    const sample = samples[(at + round) % samples.length]!;
    const more = (at + round) % 5 < 2 ? 1 + Math.floor(random() * 2) : 0;
    const chosen = [ALL[at % ALL.length]!, ...Array.from({ length: more }, () => ALL[Math.floor(random() * ALL.length)]!)];
    const outcome = deform(sample, chosen, random);
    if (outcome) outcomes.push(outcome);
  }
  const faults = outcomes.filter(({ how }) => how === 'wrong' || how === 'lost' || how === 'refused');
  process.stdout.write(counts(outcomes));
  const accepted = outcomes.flatMap((outcome) => outcome.accepted ?? []);
  for (const kind of ['value', 'row', 'header', 'table'] as const) {
    const ofKind = accepted.filter(({ kinds }) => kinds.has(kind));
    const after = (how: Outcome['how']): number => ofKind.filter((outcome) => outcome.how === how).length;
    process.stdout.write(
      `  ${kind} proposals accepted: ${after('right')} right, ${after('asked')} still asked, ${after('untrue')} not the truth, ${after('wrong')} wrong, ${after('lost')} lost\n`,
    );
  }
  faults.push(...accepted.filter(({ how }) => how === 'wrong' || how === 'lost' || how === 'refused'));
  expect(outcomes.filter(({ kind }) => kind === COMPOSED).length).toBeGreaterThanOrEqual(WORKBOOKS / 3);
  expect(faults.map(({ names, how, details }) => `${how}: ${names}: ${details.slice(0, 3).join('; ')}`)).toEqual([]);
}, 240_000);
