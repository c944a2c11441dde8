import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadPackText } from '../../../src/packs/pack-text';
import { sharedWords, units } from '../built-in';
import data from './mistakes.yaml';

const edit = z.strictObject({ find: z.string().min(1), write: z.string() });
const { variations, mistakes } = z
  .strictObject({
    variations: z.record(z.string(), z.array(edit)),
    mistakes: z.array(
      edit.extend({
        what: z.string(),
        with: z.string().optional(),
        also: edit.optional(),
        warned: z.literal(true).optional(),
        at: z.string().regex(/^\d+:\d+$/),
        says: z.string(),
        offers: z.string(),
      }),
    ),
  })
  .parse(data);

const correct = readFileSync(join(__dirname, 'correct.yaml'), 'utf8');
const load = (text: string) => loadPackText(text, 'my.yaml', units, sharedWords);

/** Every place of the text is edited, so that a key that is renamed is renamed wherever it is named. */
function edited(text: string, edits: readonly { find: string; write: string }[]): string {
  return edits.reduce((before, { find, write }) => {
    expect(before).toContain(find);
    return before.replaceAll(find, write);
  }, text);
}

const startOf = (variation: string | undefined): string => edited(correct, variation === undefined ? [] : variations[variation]!);

test.each([undefined, ...Object.keys(variations)])('nothing is said of what is correct (%s)', (variation) => {
  const { pack, problems } = load(startOf(variation));
  expect(problems).toEqual([]);
  expect(pack).toBeDefined();
});

test('the catalogue has sixty mistakes and more, each once', () => {
  expect(new Set(mistakes.map(({ what }) => what)).size).toBe(mistakes.length);
  expect(mistakes.length).toBeGreaterThanOrEqual(60);
});

describe('a mistake is told with its place, reason and proposal, and none loads in silence', () => {
  test.each(mistakes.map((one) => [one.what, one] as const))('%s', (_, { find, write, also, warned, at, says, offers, ...one }) => {
    const { pack, problems } = load(edited(startOf(one.with), [{ find, write }, ...(also ? [also] : [])]));
    const told = problems.map(({ severity, sheet, message, nextStep }) => ({ severity, sheet, said: `${message}${nextStep}` }));
    const found = told.find(({ said }) => said.includes(says));
    if (!found) throw new Error(`“${says}” is not said: ${JSON.stringify(told, null, 1)}`);
    expect(found).toMatchObject({ severity: warned ? 'warning' : 'block', sheet: `my.yaml:${at}` });
    expect(found.said).toContain(offers);
    expect(pack === undefined).toBe(!warned);
  });
});
