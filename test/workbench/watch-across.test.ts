import { carryWatch, watchAcross } from '../../src/workbench/watch-across';
import { settle } from './clock';

function both(watch: Parameters<typeof carryWatch>[0]) {
  const near = carryWatch(watch);
  const far = watchAcross(near.port);
  return {
    near,
    far,
    close: () => {
      near.end();
      near.port.close();
    },
  };
}

test('shares come back in their order', async () => {
  const shares: number[] = [];
  const { far, close } = both({ progress: (share) => shares.push(share) });
  [0, 0.25, 1].forEach((share) => far.progress?.(share));
  await settle();
  expect(shares).toEqual([0, 0.25, 1]);
  close();
});

test.each([
  ['before', true],
  ['after', false],
])('a wish to stop %s the call goes over', async (_, before) => {
  const controller = new AbortController();
  if (before) controller.abort();
  const { far, close } = both({ signal: controller.signal });
  await settle();
  expect(far.signal?.aborted).toBe(before);
  controller.abort();
  await settle();
  expect(far.signal?.aborted).toBe(true);
  close();
});

test('after the end nobody is told', async () => {
  const shares: number[] = [];
  const { near, far, close } = both({ progress: (share) => shares.push(share) });
  near.end();
  far.progress?.(1);
  await settle();
  expect(shares).toEqual([]);
  close();
});
