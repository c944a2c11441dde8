import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packs } from '../built-in';
import { caseTable } from './case-table';

test.each(packs.map((pack) => [pack.pack, pack] as const))('%s: a case for each kind of rule, as a person has reviewed it', (id, pack) => {
  expect(caseTable(pack)).toBe(readFileSync(join(__dirname, `${id}.md`), 'utf8'));
});
