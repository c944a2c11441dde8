import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFaults, validated } from '../../ooxml/validator';
import { plainWorkbook } from '../../ooxml/package-builder';
import * as biff from './biff-builder';
import { xlsOf } from './compound-builder';
import { convert } from './read-converted';

const data = join(__dirname, '..', '..', 'data');
const files = ['yearbook', 'old-files'].flatMap((folder) =>
  readdirSync(join(data, folder))
    .filter((name) => /\.(xls|csv)$/.test(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(data, folder, name))) })),
);

/** Everything at once that Excel might stumble over. */
const odd = (): Uint8Array =>
  xlsOf(
    biff.biff8(
      [
        { name: "'a/b:c'", records: [biff.number(0, 0, 1, 1), biff.merges([0, 1, 0, 1], [1, 2, 1, 2])], hidden: 2 },
        {
          name: 'History',
          records: [
            biff.columns(0, 5, 10),
            biff.columns(3, 400, 300),
            biff.rowFrame(9, 500, true),
            biff.label(0, 0, '=1+1\u0000\uffff'),
            biff.boolErr(0, 1, 0x99, true),
            biff.number(1, 0, 5, 2),
          ],
          hidden: 1,
        },
      ],
      [
        biff.format(164, `"${'长'.repeat(300)}"0`),
        biff.format(165, '0"<&>"'),
        biff.xf(164),
        biff.xf(165),
        biff.record(0x0022, biff.u16(1)),
      ],
    ),
  );

validated('Excel opens what is made of older files without repair', async () => {
  const made = await Promise.all(
    [...files, { name: 'odd.xls', bytes: odd() }].map(async ({ name, bytes }) => ({
      name,
      before: plainWorkbook(),
      after: (await convert(bytes, name)).bytes,
    })),
  );
  expect(made.length).toBe(9);
  expect(await newFaults(made, ['Office2019', 'Microsoft365'])).toEqual([]);
});
