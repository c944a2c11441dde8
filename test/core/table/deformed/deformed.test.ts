import { join } from 'node:path';
import { check } from '../../../../src/core/assess';
import type { Decision } from '../../../../src/core/decision';
import type { SheetGrid } from '../../../../src/core/grid';
import type { Pack } from '../../../../src/core/pack/schema';
import { cellOf } from '../../../../src/core/table/placed-table';
import { acceptAll } from '../../../cases/reading/accept-all';
import { openCase, readingsOf, type ReadCase } from '../../../cases/reading/read-case';
import { packs, units } from '../../../packs/built-in';
import { inputOf } from '../../../packs/run';
import { Book } from './book-model';
import { chance, deformations, type Deformation, type Scene } from './deformations';

/** Deformed workbooks; every third is deformed twice or three times. */
const WORKBOOKS = 450;
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
  /** untrue: read as a person accepted it, who was mistaken. */
  readonly how: 'right' | 'asked' | 'refused' | 'wrong' | 'lost' | 'untrue';
  readonly details: readonly string[];
  /** Of an asked workbook: what it is once all proposals are accepted, and kinds of those that were. */
  readonly accepted?: Outcome & { readonly kinds: ReadonlySet<Decision['kind']> };
}

/** Problems that ask about a whole table that is not used. */
const TABLE_PROBLEMS = ['table-lacks-columns', 'table-year', 'two-tables-fit'];

/** Problems that refuse a whole table without pointing at what is doubtful in it. */
const REFUSALS = ['no-matching-table', 'two-tables-fit', 'no-data-rows', 'no-such-sheet'];

/** Columns that mean something else: a figure read from them is wrong, unless a person took them for what they are not. */
interface Foreign {
  readonly columns: ReadonlySet<string>;
  readonly accepted: boolean;
}

function outcomeOf(names: string, sample: Sample, read: ReadCase, gone: ReadonlySet<string>, foreign: Foreign): Outcome {
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
    return { names, how: refusal ? 'refused' : 'asked', details: blocked.map(({ code, message }) => `${code} ${message}`) };
  }
  for (const [id, rows] of sample.read.readings) {
    const table = read.tables.get(id);
    const now = read.readings.get(id);
    if (!table || !now) {
      const { sheet } = sample.read.tables.get(id)!;
      const said = read.problems.some(
        (problem) => asks(problem.severity) && problem.sheet === sheet && TABLE_PROBLEMS.includes(problem.code),
      );
      worse(said ? 'asked' : 'lost', `${id}: no table`);
      continue;
    }
    const askedOnSheet = read.problems.filter((problem) => asks(problem.severity) && problem.sheet === table.sheet);
    const base = sample.read.tables.get(id)!;
    for (const zone of now.keys()) if (!rows.has(zone)) worse('wrong', `${id}: row ${zone}`);
    for (const [zone, cells] of rows) {
      const row = table.keys.indexOf(zone);
      if (row < 0) {
        const said = askedOnSheet.some(({ code }) => ['rows-left-out', 'sum-row', 'blank-key', 'names-not-calculated'].includes(code));
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
        const other = foreign.columns.has(`${id}.${key}`) && (unit !== 'from_header' || dimensions !== undefined);
        if (other && foreign.accepted && is !== undefined) {
          untrue = true;
          continue;
        }
        const wanted = gone.has(place) || gone.has(`${id}.${zone}.`) || other ? undefined : truth;
        if (is !== undefined && (wanted === undefined || Math.abs(Number(is) / Number(wanted) - 1) > 1e-9)) {
          if (!(is === 0 && wanted === 0)) worse('wrong', `${place}: ${is} for ${wanted}`);
          continue;
        }
        const unread = is === undefined && (wanted !== undefined || (truth !== undefined && other));
        if (!unread) continue;
        const column = table.columns.get(key);
        const name = table.spec.columns[key]?.header[0] ?? key;
        const cell = column ? cellOf(table, table.rows[row]!, column.column) : '';
        const said = askedOnSheet.some(
          ({ cell: at = '', message }) =>
            at === cell || message.includes(`“${name}”`) || (column && at.replace(/\d+/, '') === cell.replace(/\d+/, '')),
        );
        worse(said ? 'asked' : 'lost', `${place}: lost`);
      }
    }
  }
  return { names, how: untrue && how === 'right' ? 'untrue' : how, details };
}

function deform(sample: Sample, chosen: readonly Deformation[], random: () => number): Outcome | undefined {
  const book = Book.of(sample.sheets, sample.read.tables);
  const main = sample.pack.main_table;
  const gone = new Set<string>();
  const foreign = new Set<string>();
  const others = [...book.tables.values()].filter(({ id, columns, rows }) => id !== main && columns.size > 1 && rows.size > 3);
  const table = random() < 0.7 || others.length === 0 ? book.tables.get(main)! : others[Math.floor(random() * others.length)]!;
  const scene: Scene = {
    book,
    table,
    random,
    gone: (zone, key = '') => gone.add(`${table.id}.${zone}.${key}`),
    foreign: (key) => foreign.add(`${table.id}.${key}`),
  };
  const done = chosen.filter((deformation) => deformation.apply(scene));
  if (done.length === 0) return undefined;
  const names = `${sample.pack.pack} ${table.id}: ${done.map(({ name }) => name).join(' + ')}`;
  const sheets = book.grids();
  const outcome = outcomeOf(names, sample, readBook(sample.pack, sheets), gone, { columns: foreign, accepted: false });
  if (outcome.how !== 'asked') return outcome;
  const { read, decisions } = acceptAll((accepted) => readBook(sample.pack, sheets, accepted));
  const kinds = new Set(decisions.map(({ kind }) => kind));
  return { ...outcome, accepted: { ...outcomeOf(names, sample, read, gone, { columns: foreign, accepted: true }), kinds } };
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
    const sample = samples[at % samples.length]!;
    const first = deformations[Math.floor(at / samples.length) % deformations.length]!;
    const more = at % 3 === 0 ? 1 + Math.floor(random() * 2) : 0;
    const chosen = [first, ...Array.from({ length: more }, () => deformations[Math.floor(random() * deformations.length)]!)];
    const outcome = deform(sample, chosen, random);
    if (outcome) outcomes.push(outcome);
  }
  const count = (how: Outcome['how']): number => outcomes.filter((outcome) => outcome.how === how).length;
  const faults = outcomes.filter(({ how }) => how === 'wrong' || how === 'lost' || how === 'refused');
  process.stdout.write(
    `deformed workbooks: ${count('right')} right, ${count('asked')} asked, ${count('refused')} refused, ${count('wrong')} silently wrong, ${count('lost')} lost\n`,
  );
  const accepted = outcomes.flatMap((outcome) => outcome.accepted ?? []);
  for (const kind of ['value', 'row', 'header', 'table'] as const) {
    const ofKind = accepted.filter(({ kinds }) => kinds.has(kind));
    const after = (how: Outcome['how']): number => ofKind.filter((outcome) => outcome.how === how).length;
    process.stdout.write(
      `  ${kind} proposals accepted: ${after('right')} right, ${after('asked')} still asked, ${after('untrue')} not the truth, ${after('wrong')} wrong, ${after('lost')} lost\n`,
    );
  }
  faults.push(...accepted.filter(({ how }) => how === 'wrong' || how === 'lost' || how === 'refused'));
  expect(faults.map(({ names, how, details }) => `${how}: ${names}: ${details.slice(0, 3).join('; ')}`)).toEqual([]);
}, 120_000);
