import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Gathering } from '../../../src/core/gather/gathering';
import { packOfWorkbook } from '../../../src/core/pack/workbook-pack';
import { bookOfPlan } from '../../../src/hosts/old-files/book-of-plan';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { packs, units } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { cutTo, zonesIn } from './cut';

const CELL = /(?<!\w)[A-Z]{1,2}[1-9]\d*(?!\w)/gu;

/** The result without the places of cells, and lists in one order: that of rows follows the files. */
function placeless(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(CELL, '@');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value
      .map(placeless)
      .map((item) => ({ item, text: JSON.stringify(item) }))
      .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
      .map(({ item }) => item);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, placeless(item)]));
}

it.each(packs.map((pack) => [pack.pack, pack] as const))(
  'the sample of %s, cut into a file for each zone and merged again, scores as it did',
  async (id, pack) => {
    const sheets = await openXlsx(new Uint8Array(readFileSync(join(__dirname, '../../../assets/samples', `${id}.xlsx`)))).read();
    const zones = zonesIn(pack, sheets);
    const gathering = new Gathering(pack, units);
    for (const zone of zones) {
      const cut = cutTo(pack, sheets, zone);
      gathering.add({ name: `${zone}.xlsx`, sheets: cut }, packOfWorkbook(pack, cut, units).pack);
    }
    const { plan, conflicts, lines } = gathering.finish();
    expect(conflicts).toEqual([]);
    expect(lines.map(({ outcome, zones: of }) => [outcome, ...of])).toEqual(zones.map((zone) => ['taken', zone]));
    const merged = await openXlsx(bookOfPlan(plan!)).read();
    const result = assessed(pack, merged).result;
    expect(result.rankings.length).toBeGreaterThan(0);
    expect(placeless(result)).toEqual(placeless(assessed(pack, cutTo(pack, sheets, undefined)).result));
  },
);
