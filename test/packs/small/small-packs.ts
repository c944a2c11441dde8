import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../../../src/core/pack/schema';
import { loadPackText } from '../../../src/packs/pack-text';
import { sharedWords, units } from '../built-in';

/** A pack of this folder; nothing is said of it. */
export function smallPack(name: string): Pack {
  const file = `${name}.yaml`;
  const { pack, problems } = loadPackText(readFileSync(join(__dirname, file), 'utf8'), file, units, sharedWords);
  if (!pack || problems.length > 0) throw new Error(problems.map(({ sheet, message }) => `${sheet} ${message}`).join('\n'));
  return pack;
}
