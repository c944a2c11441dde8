import { doubling } from '../doubling';
import { withPart, withRows } from './one-sheet';
import { outcome } from './outcome';
import { DECLARATION, MAIN, sheetXml, workbook } from './package-builder';

describe('sheets made to be slow: twice as much takes about twice as long, and too much is refused', () => {
  it.each<[string, number, (size: number) => Uint8Array, number, string]>([
    [
      'one endless value',
      500_000,
      (size) => withRows(`<row r="1"><c r="A1" t="str"><v>${Array.from({ length: size }, (_, n) => n % 97).join('')}</v></c></row>`),
      3_000_000,
      'long-text',
    ],
    [
      'a head that never ends',
      25_000,
      (size) => {
        const cols = Array.from({ length: size }, (_, n) => `<col min="${n}" max="${n}" width="${n % 71}"/>`).join('');
        return withPart('xl/worksheets/sheet1.xml', `${DECLARATION}<worksheet xmlns="${MAIN}"><cols>${cols}</cols></worksheet>`);
      },
      100_000,
      'ok',
    ],
    [
      'rows in reverse',
      12_500,
      (size) => withRows(Array.from({ length: size }, (_, n) => `<row r="${size - n}"><c r="A${size - n}"><v>${n}</v></c></row>`).join('')),
      50_000,
      'ok',
    ],
    [
      'many sheets with a cell in the last row',
      3,
      (size) =>
        workbook({
          sheets: Array.from({ length: size }, (_, n) => ({ name: `表${n}`, xml: sheetXml('<row r="1048576"><c><v>1</v></c></row>') })),
        }),
      30,
      'zip-bomb',
    ],
  ])('%s', async (_, size, make, most, code) => {
    const opening = (wanted: number) => {
      const bytes = make(wanted);
      return async () => expect(await outcome(bytes)).toBe('ok');
    };
    expect(await doubling(opening, size)).toBeLessThan(3);
    expect(await outcome(make(most))).toBe(code);
  });
});
