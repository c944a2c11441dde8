import fc from 'fast-check';
import type { Cell } from '../../../src/core/cell';
import { cellName } from '../../../src/core/cell';
import type { CellEdit, EditValue } from '../../../src/ooxml/edit/cell-edit';
import { CellStyles } from '../../../src/ooxml/edit/cell-styles';
import { EditedRows } from '../../../src/ooxml/edit/edited-rows';
import { SheetPatch } from '../../../src/ooxml/edit/patch-cells';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { Package } from '../../../src/ooxml/parts/package';
import { readWorkbookPart } from '../../../src/ooxml/parts/workbook-part';
import { outline } from '../../../src/ooxml/xml/xml-outline';
import { attribute, child, childrenNamed } from '../../../src/ooxml/xml/xml-tree';
import { cellText } from '../../../src/hosts/results/limits';
import { DECLARATION, MAIN, escape, partText, unzip, workbook } from '../package-builder';
import { PART } from './edited-part';

const ROWS = 8;
const COLUMNS = 6;

const text = fc
  .array(
    fc.constantFrom('&', '<', '>', '"', '\r', '\n', '\t', '_x000D_', ']]>', '中', '\u{20000}', ' ', '=', '-', '@', 'a', '\u0001', '1'),
    { maxLength: 6 },
  )
  .map((pieces) => cellText(pieces.join('')));
const number = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100),
  )
  .map((n) => n + 0);
const value: fc.Arbitrary<EditValue> = fc.oneof(
  number,
  fc.boolean(),
  text,
  fc.constant(null),
  fc.constantFrom('#N/A', '#DIV/0!').map((error) => ({ error })),
);

/** A cell of the file as this test writes it: its markup, and what it must read as. */
interface Written {
  readonly value: EditValue;
  readonly formula: string | undefined;
  readonly style: number;
  readonly named: boolean;
}

const written: fc.Arbitrary<Written | undefined> = fc.option(
  fc.record({
    value,
    formula: fc.option(fc.constantFrom('A1+1', 'SUM($A$1:B2)&"<"'), { nil: undefined }),
    style: fc.integer({ min: 0, max: 1 }),
    named: fc.boolean(),
  }),
  { nil: undefined },
);

const edit: fc.Arbitrary<CellEdit> = fc
  .record({
    row: fc.integer({ min: 0, max: ROWS + 1 }),
    column: fc.integer({ min: 0, max: COLUMNS + 1 }),
    kind: fc.constantFrom('value', 'formula', 'result'),
    value,
  })
  .map(({ kind, ...rest }) => ({ ...rest, kind, ...(kind === 'formula' ? { formula: 'B2&"甲"' } : {}) }) as CellEdit);
const edits = fc.uniqueArray(edit, { maxLength: 12, selector: ({ row, column }) => `${row},${column}` });

const sheet = fc.record({
  rows: fc.array(fc.array(written, { maxLength: COLUMNS }), { maxLength: ROWS }),
  space: fc.constantFrom('', '\n  ', '<!-- <c r="A1"/> -->', '<?x <row?>'),
  prefix: fc.constantFrom('', 's:'),
});

function markup({ value: stored, formula, style, named }: Written, cell: string, p: string, place: boolean): string {
  const open = `<${p}c${place || named ? ` r="${cell}"` : ''}${style > 0 ? ` s="${style}"` : ''}`;
  const f = formula === undefined ? '' : `<${p}f>${escape(formula)}</${p}f>`;
  const content = (type: string, inner: string): string => `${open}${type}>${f}${inner}</${p}c>`;
  if (stored === null || stored === '') return f === '' ? `${open}/>` : `${open} t="str">${f}</${p}c>`;
  if (typeof stored === 'number') return content('', `<${p}v>${stored}</${p}v>`);
  if (typeof stored === 'boolean') return content(' t="b"', `<${p}v>${stored ? 1 : 0}</${p}v>`);
  if (typeof stored === 'object') return content(' t="e"', `<${p}v>${stored.error}</${p}v>`);
  const encoded = escape(stored.replaceAll('_x000D_', '_x005F_x000D_')).replaceAll('\r', '&#13;');
  return f === ''
    ? content(' t="inlineStr"', `<${p}is><${p}t>${encoded}</${p}t></${p}is>`)
    : content(' t="str"', `<${p}v>${encoded}</${p}v>`);
}

function sheetXml(rows: readonly (readonly (Written | undefined)[])[], space: string, p: string): string {
  const body = rows.map((cells, row) => {
    let last = -1;
    const all = cells.map((one, column) => {
      if (!one) return '';
      // A cell without an address stands right of the one before it.
      const markedUp = markup(one, cellName(row, column), p, column !== last + 1);
      last = column;
      return space + markedUp;
    });
    return cells.length === 0 ? '' : `${space}<${p}row r="${row + 1}" spans="1:2">${all.join('')}${space}</${p}row>`;
  });
  return `${DECLARATION}<${p}worksheet xmlns${p === '' ? '' : ':s'}="${MAIN}"><${p}sheetData>${body.join('')}${space}</${p}sheetData></${p}worksheet>`;
}

const fileOf = ({
  rows,
  space,
  prefix,
}: {
  rows: readonly (readonly (Written | undefined)[])[];
  space: string;
  prefix: string;
}): Uint8Array =>
  workbook({
    sheets: [
      { name: '数据', xml: sheetXml(rows, space, prefix) },
      { name: '另', xml: sheetXml([[undefined]], '', '') },
    ],
  });

function expectedCell(stored: EditValue): Cell {
  if (stored === null || stored === '') return { kind: 'empty' };
  if (typeof stored === 'object') return { kind: 'error', code: stored.error };
  if (typeof stored === 'number') return { kind: 'number', value: stored, format: 'General' };
  return typeof stored === 'boolean' ? { kind: 'boolean', value: stored } : { kind: 'text', value: stored };
}

/** The part without the edited cells, without rows that the file did not have, and without spans, which may grow. */
function withoutCells(xml: string, edited: ReadonlySet<string>, rowsBefore: ReadonlySet<number>): string {
  const data = child(outline('sheet', xml), 'sheetData')!;
  const cuts: [number, number][] = [];
  let row = -1;
  for (const element of childrenNamed(data, 'row')) {
    row = Number(attribute(element, 'r')) - 1;
    if (!rowsBefore.has(row)) {
      cuts.push([element.start, element.end]);
      continue;
    }
    let column = 0;
    for (const cell of childrenNamed(element, 'c')) {
      const address = attribute(cell, 'r') ?? cellName(row, column);
      column = address.charCodeAt(0) - 64;
      if (edited.has(address)) cuts.push([cell.start, cell.end]);
    }
  }
  let rest = '';
  let at = 0;
  for (const [start, end] of cuts) {
    rest += xml.slice(at, start);
    at = end;
  }
  return (rest + xml.slice(at)).replace(/ spans="\d+:\d+"/g, '');
}

describe('edits of any sheet', () => {
  it('read back as the grid with the edits applied, and nothing else differs', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, edits, async (source, cells) => {
        const before = fileOf(source);
        const file = openXlsx(before);
        file.edit([{ sheet: '数据', cells }]);
        const after = file.bytes();
        const { grid } = (await openXlsx(after).read())[0]!;
        const byPlace = new Map(cells.map((one) => [cellName(one.row, one.column), one]));
        for (let row = 0; row < ROWS + 2; row++) {
          for (let column = 0; column < COLUMNS + 2; column++) {
            const was = source.rows[row]?.[column];
            const change = byPlace.get(cellName(row, column));
            const applies = change !== undefined && (change.kind !== 'result' || was?.formula !== undefined);
            const now = applies ? change.value : (was?.value ?? null);
            const formula = !applies || change.kind === 'result' ? was?.formula : change.formula;
            const expected =
              formula !== undefined && (now === null || now === '')
                ? { kind: 'text', value: '' }
                : expectedCell(typeof now === 'string' ? now : now);
            expect({ row, column, cell: grid.cell(row, column), formula: grid.formula(row, column) }).toEqual({
              row,
              column,
              cell: expected,
              formula,
            });
          }
        }
        const [old, now] = [unzip(before), unzip(after)];
        for (const part of Object.keys(old))
          if (![PART, 'xl/workbook.xml', '[Content_Types].xml', 'xl/_rels/workbook.xml.rels'].includes(part))
            expect(Buffer.compare(old[part]!, now[part]!)).toBe(0);
        const rowsBefore = new Set(source.rows.flatMap((one, row) => (one.length > 0 ? [row] : [])));
        const rest = (bytes: Uint8Array): string => withoutCells(partText(bytes, PART), new Set(byPlace.keys()), rowsBefore);
        expect(rest(after)).toBe(rest(before));
      }),
      { numRuns: 120 },
    );
  });

  it('are found alike however the part comes in pieces', () => {
    fc.assert(
      fc.property(sheet, edits, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }), (source, cells, sizes) => {
        const bytes = fileOf(source);
        const pack = Package.open(bytes);
        const part = unzip(bytes)[PART]!;
        const changes = (pieces: readonly Uint8Array[]): unknown => {
          const patch = new SheetPatch(PART, '数据', new EditedRows(cells), new CellStyles(pack.fork(), readWorkbookPart(pack)));
          for (const piece of pieces) patch.push(piece);
          return patch.changes();
        };
        const pieces: Uint8Array[] = [];
        for (let at = 0, n = 0; at < part.length; n++) {
          const size = sizes[n % sizes.length]!;
          pieces.push(part.subarray(at, at + size));
          at += size;
        }
        expect(changes(pieces)).toEqual(changes([part]));
      }),
      { numRuns: 60 },
    );
  });
});
