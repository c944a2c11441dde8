import { loadPack } from '../../src/core/pack/load';
import { builtInPacks } from '../../src/packs';
import { parsePacks } from '../../src/app/packs';
import { units } from './sample';

/** The pane parses its packs without lint; that is safe because lint finds nothing that blocks. */
test('the packs of the pane are those that pass the lint', () => {
  expect(parsePacks(builtInPacks)).toEqual(builtInPacks.map(({ data, file }) => loadPack(data, file, units).pack));
});

/** What webpack leaves out of the pane's packs (catalogue numbers of their parts) changes nothing else. */
test('without catalogue numbers a pack is the same pack', () => {
  const bare = (part: unknown): unknown =>
    Array.isArray(part) ? part.map(bare) : typeof part === 'object' && part !== null ? Object.fromEntries(Object.entries(part).map(([key, value]) => [key, key === 'covers' && !Array.isArray(part) ? [] : bare(value)])) : part;
  const strip = (data: unknown): unknown => {
    const own = data as Record<string, unknown>;
    const drop = (part: unknown): unknown => (Array.isArray(part) || typeof part !== 'object' || part === null ? part : Object.fromEntries(Object.entries(part).filter(([key]) => key !== 'covers').map(([key, value]) => [key, drop(value)])));
    return { ...own, ...Object.fromEntries(Object.entries(own).filter(([section]) => section !== 'covers').map(([section, part]) => [section, drop(part)])) };
  };
  const stripped = parsePacks(builtInPacks.map(({ file, data }) => ({ file, data: strip(data) })));
  parsePacks(builtInPacks).forEach((pack, at) => {
    expect(stripped[at]?.covers).toEqual(pack.covers);
    expect(bare(stripped[at])).toEqual(bare(pack));
  });
});
