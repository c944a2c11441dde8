import type { Words } from '../../../src/core/refusal';
import { openExcel } from '../../../src/hosts/excel/open-excel';
import { patience } from '../../../src/hosts/excel/context';
import { excelWords as words } from '../../../src/hosts/excel/words';
import type { Watch } from '../../../src/hosts/port';
import { opened, picture, plainPlan, refusalOf, type Session } from './session';

beforeAll(() => {
  patience.slow = 300;
});

const RESULT = ['指标表', '综合排名', '得分明细'];
const names = ({ book }: Session): string[] => book.sheets.map(({ name }) => name);

interface Watched extends Watch {
  readonly cancel: () => void;
  /** What it was told of waiting. */
  readonly said: string[];
  /** What became of a cancelled write. */
  readonly became: string[];
}

function watched(): Watched {
  const controller = new AbortController();
  const said: string[] = [];
  const became: string[] = [];
  return {
    signal: controller.signal,
    cancel: () => controller.abort(),
    said,
    became,
    waiting: (on) => said.push(on ? 'waiting' : 'answered'),
    late: ({ message }: Words) => became.push(message),
  };
}

/** Holds the nth request back, and tells when it has come. */
function hold({ host }: Session, nth: number, when: 'before' | 'after'): { readonly came: Promise<void>; readonly release: () => void } {
  const release = host.holdSync(nth, when);
  let left = nth;
  const came = new Promise<void>((resolve) => {
    host.beforeRequest = () => {
      if (--left === 0) resolve();
    };
  });
  return { came, release };
}

async function until(what: () => boolean): Promise<void> {
  for (let rounds = 0; !what(); rounds++) {
    if (rounds > 1000) throw new Error('it never came to this');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe.each([false, true])('a request that is not answered (rerun: %s)', (rerun) => {
  it.each([1, 2] as const)(
    'request %i of a write: cancelling lets go at once, the next click works, the late answer leaves nothing half',
    async (nth) => {
      for (const when of ['before', 'after'] as const) {
        const open = await opened({ rerun });
        const { book, port } = open;
        const before = picture(book);
        const { came, release } = hold(open, nth, when);
        const watch = watched();
        const work = refusalOf(port.write(plainPlan(), watch));
        await came;
        watch.cancel();
        expect(await work).toMatchObject({ code: 'unanswered', message: words.cancelledUnanswered().message });
        release();
        await until(() => watch.became.length > 0);
        // The exchange was under way: it is finished; before it everything is taken back.
        const finished = nth === 2;
        expect({ when, became: watch.became }).toEqual({ when, became: [words.late[finished ? 'finished' : 'taken-back'].message] });
        if (finished) expect(names(open)).toEqual(RESULT);
        else expect(picture(book)).toEqual(before);
        await port.read();
        expect((await port.write(plainPlan())).written).toEqual(RESULT.slice(1));
        expect(names(open)).toEqual(RESULT);
      }
    },
  );

  it.each([1, 2] as const)('request %i of a write is never answered: the next click works all the same', async (nth) => {
    for (const when of ['before', 'after'] as const) {
      const open = await opened({ rerun });
      const { port } = open;
      const { came, release } = hold(open, nth, when);
      const watch = watched();
      const work = refusalOf(port.write(plainPlan(), watch));
      await came;
      watch.cancel();
      expect((await work).code).toBe('unanswered');
      await port.read();
      expect((await port.write(plainPlan())).written).toEqual(RESULT.slice(1));
      expect({ when, names: names(open) }).toEqual({ when, names: RESULT });
      const after = picture(open.book);
      // An answer that comes after all does no harm to what the next click wrote.
      release();
      await port.describe();
      await port.describe();
      expect({ when, after: picture(open.book) }).toEqual({ when, after });
    }
  });
});

describe('reading, clearing, jumping and choices', () => {
  it.each<[string, (open: Session, watch: Watch) => Promise<unknown>]>([
    ['describe', ({ port }, watch) => port.describe(watch)],
    ['read', ({ port }, watch) => port.read(watch)],
    ['clear', ({ port }, watch) => port.clear(watch)],
    ['goTo', ({ port }, watch) => port.goTo('指标表', 'A1', watch)],
    ['recall', ({ port }, watch) => port.recall('x', watch)],
    ['remember', ({ port }, watch) => port.remember('x', 'y', watch)],
  ])('%s can be cancelled while Excel does not answer', async (_, act) => {
    const open = await opened({ rerun: true });
    const { came, release } = hold(open, 1, 'before');
    const watch = watched();
    const work = refusalOf(act(open, watch));
    await came;
    watch.cancel();
    expect((await work).code).toBe('unanswered');
    expect(await open.port.read()).toHaveLength(3);
    release();
  });
});

it('after the exchange the result stands: formulas of the user’s that could not be given back are told', async () => {
  const open = await opened({ rerun: true });
  open.book.sheet('指标表').put(5, 0, { value: 95.5, formula: '=综合排名!C4' });
  await open.port.read();
  // Filling, exchange, then the user's formulas.
  const { came, release } = hold(open, 3, 'before');
  const watch = watched();
  const work = open.port.write(plainPlan(), watch);
  await came;
  watch.cancel();
  const { written, leftOut } = await work;
  expect(written).toEqual(RESULT.slice(1));
  expect(leftOut.find((line) => line.includes('#REF!'))).toContain('指标表!A6');
  release();
});

it('listening to changes is given up where Excel does not answer: others get their turn', async () => {
  const open = await opened();
  const timeout = jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort());
  const port = await openExcel();
  const release = open.host.holdSync(1);
  await port.watchChanges(() => undefined);
  timeout.mockRestore();
  expect(await port.read()).toHaveLength(1);
  release();
});

it('is told after three seconds, and that it was answered after all', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
  try {
    const { host, port } = await opened();
    host.editMode = true;
    const watch = watched();
    const work = port.read(watch);
    await jest.advanceTimersByTimeAsync(patience.slow - 1);
    expect(watch.said).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(watch.said).toEqual(['waiting']);
    host.editMode = false;
    await work;
    expect(watch.said).toEqual(['waiting', 'answered']);
  } finally {
    jest.useRealTimers();
  }
});
