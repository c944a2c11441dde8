import fc from 'fast-check';
import type { Cell } from '../../../src/core/cell';
import { gridOf } from '../../../src/core/grid';
import type { PlainValue } from '../../../src/core/grid';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { decodeCellText, encodeCellText } from '../../../src/ooxml/xml/xml-text';
import { cellText } from '../../../src/hosts/results/limits';
import { plainWorkbook } from '../../ooxml/package-builder';
import { planOf, sheetPlan } from './sample-plan';

/** Characters on which XML, UTF-8 and Excel's own escapes stumble. */
const odd = fc.constantFrom(
  '&',
  '<',
  '>',
  '"',
  "'",
  '\r',
  '\n',
  '\t',
  '_x000D_',
  '_x005F_',
  '_x',
  ']]>',
  '中',
  '\u{20000}',
  '\u00e9',
  ' ',
  '=',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u00a0',
);
const oddText = fc.array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 12 }).map((pieces) => pieces.join(''));
const number = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100),
  )
  .map((n) => n + 0);
const value: fc.Arbitrary<PlainValue> = fc.oneof(
  number,
  fc.boolean(),
  oddText.map((text) => cellText(text)),
  fc.constant(null),
);

describe('cells survive the file', () => {
  it('as any workbook holds them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 12 }), async (rows) => {
        // A file's inline text reads _x000D_ as an escape; the builder of this test writes it as it is.
        const meant = rows.map((cells) => cells.map((one) => (typeof one === 'string' ? decodeCellText(one) || null : one)));
        const [sheet] = await openXlsx(plainWorkbook(rows)).read();
        const expected = gridOf(meant);
        const all = (grid: { cell(row: number, column: number): Cell }): Cell[][] =>
          rows.map((cells, row) => cells.map((_, column) => grid.cell(row, column)));
        expect(all(sheet!.grid)).toEqual(all(expected));
      }),
      { numRuns: 150 },
    );
  });

  it('as a plan writes them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ text: oddText, number: fc.oneof(number, fc.constant(NaN)) }), { minLength: 1, maxLength: 20 }),
        value,
        async (rows, head) => {
          const file = openXlsx(plainWorkbook());
          await file.write(
            planOf(
              sheetPlan({
                name: '结果',
                head: [[{ value: head ?? null, style: 1 }]],
                body: [
                  { kind: 'text', values: rows.map(({ text }) => text), style: 2 },
                  { kind: 'number', values: Float64Array.from(rows.map((row) => row.number)), style: 3 },
                ],
                bodyRows: rows.length,
              }),
            ),
          );
          const grid = (await openXlsx(file.bytes()).read())[1]!.grid;
          expect(rows.map((_, n) => grid.text(n + 1, 0))).toEqual(rows.map(({ text }) => cellText(text)));
          expect(rows.map((_, n) => grid.number(n + 1, 1))).toEqual(rows.map((row) => row.number));
          const cell = grid.cell(0, 0);
          expect(cell.kind === 'empty' ? null : 'value' in cell ? cell.value : undefined).toEqual(head === '' ? null : head);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('escapes of cell texts undo each other', () => {
    fc.assert(fc.property(oddText, (text) => decodeCellText(encodeCellText(text)) === text));
  });
});
