import { fromText, MEMORY_KEY } from '../../src/app/remembered';
import { RESCORE_MS } from '../../src/app/rescore';
import type { Session } from '../../src/app/session';
import { appWords as words } from '../../src/app/words';
import { ProblemError } from '../../src/core/problem';
import { gridOf, type PlainValue, type SheetGrid } from '../../src/core/grid';
import type { OpenWorkbook, Watch } from '../../src/hosts/port';
import { Memory, portOf, said, sessionOver } from './sample';
import { HEADER, parkSheets, ROWS } from './small-park';

/** Timers that run when a test says so. */
class Clock {
  private waiting: (() => void)[] = [];
  readonly asked: number[] = [];

  readonly later = (milliseconds: number, work: () => void): (() => void) => {
    this.asked.push(milliseconds);
    this.waiting.push(work);
    return () => (this.waiting = this.waiting.filter((one) => one !== work));
  };

  get pending(): number {
    return this.waiting.length;
  }

  /** Lets all time pass that is waited for, and what follows from it come to an end. */
  async pass(): Promise<void> {
    this.waiting.splice(0).forEach((work) => work());
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

interface Park {
  readonly session: Session;
  readonly port: ReturnType<typeof portOf>;
  readonly clock: Clock;
  readonly memory: Memory;
  /** Another figure in the first row, and the event of it. */
  change(byPerson?: boolean): void;
  /** What the writing of results was told. */
  readonly watches: (Watch | undefined)[];
  rows: readonly (readonly PlainValue[])[];
}

const resultsOf = ({ plans }: ReturnType<typeof portOf>): SheetGrid[] =>
  (plans.at(-1)?.sheets ?? []).map(({ name }) => ({ name, grid: gridOf([['结果']]), hidden: false, owned: true }));

/** A session with a result, and scoring by itself switched on. */
async function park(options: { shown?: () => boolean; on?: boolean; offered?: boolean; port?: Partial<OpenWorkbook> } = {}): Promise<Park> {
  const clock = new Clock();
  const memory = new Memory();
  const watches: (Watch | undefined)[] = [];
  let figure = 5200;
  const made = { rows: ROWS };
  const port: ReturnType<typeof portOf> = portOf(() => [...parkSheets(HEADER, made.rows), ...resultsOf(port)], memory);
  const { write } = port;
  port.write = async (plan, watch) => {
    watches.push(watch);
    return write(plan, watch);
  };
  Object.assign(port, options.port);
  const rescore = { later: clock.later, shown: options.shown ?? (() => true) };
  const session = sessionOver(port, options.offered === false ? {} : { rescore });
  await session.open();
  await session.score();
  await session.chooseRescore(options.on ?? true);
  return Object.assign(made, {
    session,
    port,
    clock,
    memory,
    watches,
    change(byPerson = true): void {
      figure++;
      made.rows = [['桃林经济开发区', '省级', figure, 91.2, 6], ...ROWS.slice(1)];
      session.changed(byPerson);
    },
  });
}

test('it is off until somebody switches it on, and that is kept in the workbook', async () => {
  const { session, clock, change, port, memory } = await park({ on: false });
  expect(session.state.choices.rescore).toBe(false);
  expect(memory.getItem(MEMORY_KEY)).not.toContain('rescore');
  change();
  expect(clock.pending).toBe(0);
  await session.chooseRescore(true);
  expect(fromText(memory.getItem(MEMORY_KEY)!)?.choices.rescore).toBe(true);
  const again = sessionOver(port, { rescore: { later: clock.later, shown: () => true } });
  await again.open();
  expect(again.state.choices.rescore).toBe(true);
  await session.chooseRescore(false);
  expect(fromText(memory.getItem(MEMORY_KEY)!)?.choices.rescore).toBe(false);
});

test('a pane that is not offered it never scores by itself', async () => {
  const { session, port } = await park({ offered: false });
  expect(session.canRescore).toBe(false);
  session.changed(true);
  expect(port.plans).toHaveLength(1);
});

test('some time after the last change it scores once, stays on the screen, and marks the write as one that nobody asked for', async () => {
  const { session, clock, change, port, watches } = await park();
  session.show('data');
  change();
  change();
  change();
  expect(clock.pending).toBe(1);
  expect(new Set(clock.asked)).toEqual(new Set([RESCORE_MS]));
  const unasked: (boolean | undefined)[] = [];
  session.subscribe(() => session.state.work && unasked.push(session.state.work.unasked));
  await clock.pass();
  expect(port.plans).toHaveLength(2);
  expect(session.state).toMatchObject({ view: 'data', stale: false, work: undefined });
  expect(said(session)).toEqual([words.done.rescored(port.plans[1]!.sheets.length)]);
  expect(new Set(unasked)).toEqual(new Set([true]));
  expect(watches.map((watch) => watch?.unasked)).toEqual([false, true]);
  await clock.pass();
  expect(port.plans).toHaveLength(2);
});

test('figures that are the same as before, and changes made elsewhere, are not scored again', async () => {
  const { session, clock, change, port } = await park();
  session.changed(true);
  await clock.pass();
  expect(port.plans).toHaveLength(1);
  change(false);
  expect(clock.pending).toBe(0);
});

test('while a run is under way it waits for the next chance', async () => {
  const { session, clock, change, port } = await park();
  const { read } = port;
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  port.read = async (watch) => {
    const sheets = await read(watch);
    await held;
    return sheets;
  };
  const run = session.score();
  await new Promise((resolve) => setTimeout(resolve, 0));
  change();
  await clock.pass();
  expect(port.plans).toHaveLength(1);
  expect(clock.pending).toBe(1);
  go();
  await run;
  expect(port.plans).toHaveLength(2);
  await clock.pass();
  expect(port.plans).toHaveLength(3);
  expect(session.state.stale).toBe(false);
});

test('while a question stands open, where the pane is closed, and where there is no result, the result is only marked', async () => {
  let shown = true;
  const { session, clock, change, port } = await park({ shown: () => shown });
  session.askClear();
  change();
  await clock.pass();
  expect(session.state.asking).toMatchObject({ about: 'clear' });
  await session.answer('no');
  shown = false;
  change();
  await clock.pass();
  expect(port.plans).toHaveLength(1);
  shown = true;
  await session.clear();
  change();
  await clock.pass();
  expect(port.plans).toHaveLength(0);
});

test('where a click would be asked, nothing is written and asked: the result stays, is marked, and the pane says why', async () => {
  let manual = false;
  const edited = new ProblemError([{ severity: 'warning', code: 'results-edited', message: '结果表“排名”写出后被人改过。', nextStep: '' }]);
  const found = await park({ port: { readingState: () => ({ manualCalculation: manual, filtered: [] }) } });
  const { session, clock, change, port } = found;
  const last = session.state.outcome;
  const unchanged = (why: string): void => {
    expect(session.state).toMatchObject({ asking: undefined, stale: true, view: 'result' });
    expect(session.state.outcome).toBe(last);
    expect(session.state.notices.map(({ tone, message, nextStep }) => ({ tone, message, nextStep }))).toEqual([
      { tone: 'info', ...words.rescore.not(why) },
    ]);
    expect(port.plans).toHaveLength(1);
  };
  manual = true;
  change();
  await clock.pass();
  unchanged(words.rescore.because.manual);
  manual = false;
  port.write = async () => Promise.reject(edited);
  change();
  await clock.pass();
  unchanged('结果表“排名”写出后被人改过。');
  found.rows = [...ROWS, ROWS[0]!];
  session.changed(true);
  await clock.pass();
  unchanged(words.rescore.because.blocked(1));
});

test('a pane that was taken away scores no more', async () => {
  const { session, clock, change, port } = await park();
  change();
  session.close();
  await clock.pass();
  expect(port.plans).toHaveLength(1);
});
