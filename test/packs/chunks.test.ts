import { offeredPacks } from '../../src/packs';
import { fetchPacks } from '../../src/packs/chunks';

test('one by one they are the packs that come with the product, in their order', async () => {
  expect(await fetchPacks()).toEqual(offeredPacks);
});
