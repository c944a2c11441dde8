import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oddities } from './oddities';

/** Writes the hand-made workbooks anew; run from the root of the repository. */
for (const [file, make] of oddities) writeFileSync(join('test/data/packages', file), make());
