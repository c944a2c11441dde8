import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadPack } from '../src/core/pack/load';
import { createUnits } from '../src/core/units/units';
const units = createUnits(parse(readFileSync('src/packs/units.yaml', 'utf8')));
test.each(['shandong-2016', 'jilin-2016'])('%s', (name) => {
  const { pack, problems } = loadPack(parse(readFileSync(`src/packs/${name}.yaml`, 'utf8')), name, units);
  console.log(JSON.stringify(problems, null, 1));
  expect(pack).toBeDefined();
});
