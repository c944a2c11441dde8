import { MERGED, mergedPlan } from '../results/merged-plan';
import { opened } from './session';

test('cells are merged across and down', async () => {
  const { port, book } = await opened();
  await port.write(mergedPlan);
  expect(book.sheet('名单').merges.map(({ top, bottom, left, right }) => [top, bottom, left, right])).toEqual(MERGED);
});
