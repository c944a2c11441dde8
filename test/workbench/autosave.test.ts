import { Autosave, type DraftState } from '../../src/workbench/autosave';
import { Clock } from './clock';

function autosave({ savedAt, save = async () => undefined }: { savedAt?: Date; save?: () => Promise<void> } = {}) {
  const clock = new Clock();
  const saved: number[] = [];
  const told: DraftState['kind'][] = [];
  const one = new Autosave({
    savedAt,
    now: clock.now,
    later: clock.later,
    save: async (at) => {
      await save();
      saved.push(at.getTime() - clock.start);
    },
    told: ({ kind }) => told.push(kind),
  });
  return { clock, saved, told, autosave: one };
}

test('a change is saved after a moment of quiet, counted from the last change', async () => {
  const { clock, saved, autosave: one } = autosave();
  one.touch();
  await clock.pass(1499);
  one.touch();
  await clock.pass(1499);
  expect(saved).toEqual([]);
  await clock.pass(1);
  expect(saved).toEqual([2999]);
  expect(one.state).toEqual({ kind: 'saved', at: new Date(clock.start + 2999), behind: false });
});

test('what changes after a saving leaves the draft behind until it is saved as well', async () => {
  const { clock, autosave: one } = autosave();
  one.touch();
  await clock.pass(1500);
  expect(one.state).toMatchObject({ kind: 'saved', behind: false });
  one.touch();
  expect(one.state).toMatchObject({ kind: 'saved', at: new Date(clock.start + 1500), behind: true });
  await clock.pass(1500);
  expect(one.state).toEqual({ kind: 'saved', at: new Date(clock.start + 3000), behind: false });
});

test('changes without end are saved every ten seconds all the same', async () => {
  const { clock, saved, autosave: one } = autosave();
  for (let n = 0; n < 25; n++) {
    one.touch();
    await clock.pass(1000);
  }
  expect(saved).toEqual([10_000, 20_000]);
});

test('leaving saves at once, and only what waits', async () => {
  const { clock, saved, autosave: one } = autosave();
  await one.flush();
  one.touch();
  await one.flush();
  await clock.pass(5000);
  expect(saved).toEqual([0]);
});

test('a storage that refuses is told, and tried again with the next change', async () => {
  let full = true;
  const {
    clock,
    told,
    saved,
    autosave: one,
  } = autosave({
    save: async () => {
      if (full) throw new DOMException('no room', 'QuotaExceededError');
    },
  });
  one.touch();
  await clock.pass(1500);
  full = false;
  one.touch();
  await clock.pass(1500);
  expect(told).toEqual(['refused', 'saved']);
  expect(saved).toHaveLength(1);
});

test('one saving at a time; what changes meanwhile is saved afterwards', async () => {
  let finish: () => void = () => undefined;
  const { clock, saved, autosave: one } = autosave({ save: () => new Promise((resolve) => (finish = resolve)) });
  one.touch();
  await clock.pass(1500);
  one.touch();
  await clock.pass(5000);
  expect(saved).toEqual([]);
  finish();
  await clock.pass(0);
  finish();
  await clock.pass(0);
  expect(saved).toHaveLength(2);
});

test('what was downloaded has no draft: nothing waits, and whoever asked removes what is there', async () => {
  const { clock, saved, autosave: one } = autosave();
  expect(await one.reset()).toBe(false);
  one.touch();
  await one.flush();
  one.touch();
  expect(await one.reset()).toBe(true);
  await clock.pass(5000);
  expect(saved).toEqual([0]);
  expect(one.state).toEqual({ kind: 'none' });
});

test('a document that comes from a draft has one', async () => {
  const at = new Date(2016, 10, 20, 17, 3);
  const { autosave: one } = autosave({ savedAt: at });
  expect(one.state).toEqual({ kind: 'saved', at, behind: false });
  expect(await one.reset()).toBe(true);
});

test('after the end nothing is saved or told', async () => {
  const { clock, saved, told, autosave: one } = autosave();
  one.touch();
  one.stop();
  one.touch();
  await one.flush();
  await clock.pass(5000);
  expect([saved, told]).toEqual([[], []]);
});
