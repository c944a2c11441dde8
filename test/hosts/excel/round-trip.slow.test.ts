import { cellName } from '../../../src/core/cell';
import { formulasIn } from '../../ooxml/formulas-in';
import type { Assessment } from '../../../src/core/assess';
import type { Grid, SheetGrid } from '../../../src/core/grid';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { sampleBytes, samples } from '../../../assets/samples/samples';
import { packOf } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { bookOfXlsx } from './book-of-grids';
import { session } from './session';

const requirementSets = ['1.14', '1.17'] as const;

interface PlainCell {
  readonly value: unknown;
  readonly format: string;
  readonly formula: string | undefined;
}

function cellsOf(grid: Grid): Record<string, PlainCell> {
  const cells: Record<string, PlainCell> = {};
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const cell = grid.cell(row, column);
      if (cell.kind === 'empty') continue;
      cells[`${row},${column}`] = {
        value: cell.kind === 'error' ? cell.code : cell.value,
        format: grid.format(row, column),
        formula: grid.formula(row, column),
      };
    }
  }
  return cells;
}

function plain(sheets: readonly SheetGrid[]): unknown {
  return sheets.map(({ name, hidden, owned, grid }) => ({
    name,
    hidden,
    owned,
    cells: cellsOf(grid),
    merges: [...grid.merges].sort((a, b) => a.top - b.top || a.left - b.left),
  }));
}

function rankings(assessment: Assessment): unknown {
  return assessment.result.rankings.map(({ id, rows }) => [id, rows.map(({ subject, total, rank }) => [subject, total, rank])]);
}

describe.each(samples.map((sample) => [sample.pack, sample] as const))('sample %s', (_, sample) => {
  const bytes = sampleBytes(sample);
  const pack = packOf(sample.pack);

  it('reads as the .xlsx port does', async () => {
    const { port } = await session(await bookOfXlsx(bytes));
    expect(plain(await port.read())).toEqual(plain(await openXlsx(bytes).read()));
  });

  it('comes to the same result at the requirement floor, where merged areas are inferred', async () => {
    const { port } = await session(await bookOfXlsx(bytes), { requirementSet: '1.14' });
    const expected = assessed(pack, await openXlsx(bytes).read(), sample.asOf);
    const found = assessed(pack, await port.read(), sample.asOf);
    expect(rankings(found)).toEqual(rankings(expected));
    expect(found.result.problems).toEqual(expected.result.problems);
    expect(found.result.findings).toEqual(expected.result.findings);
  });

  it.each(requirementSets)('writes the cells that the .xlsx port writes, at ExcelApi %s', async (requirementSet) => {
    const { port, book, host } = await session(await bookOfXlsx(bytes), { requirementSet });
    await port.describe();
    const { plan } = assessed(pack, await port.read(), sample.asOf);
    const before = host.requests.length;
    const report = await port.write(plan!);
    const file = openXlsx(bytes);
    const expected = await file.write(plan!);
    expect(report.written).toEqual(expected.written);
    expect(host.requests.length - before).toBeLessThanOrEqual(2);
    const written = (await openXlsx(file.bytes()).read()).filter(({ owned }) => owned);
    const formulas = formulasIn(file.bytes());
    for (const { name, grid } of written) {
      const sheet = book.sheet(name);
      const cells: Record<string, unknown> = {};
      const wanted: Record<string, unknown> = {};
      for (let row = 0; row < Math.max(grid.rows, 200); row++) {
        for (let column = 0; column < Math.max(grid.columns, 40); column++) {
          const formula = formulas.get(name)!.get(cellName(row, column));
          const cell = grid.cell(row, column);
          if (cell.kind !== 'empty')
            wanted[`${row},${column}`] =
              formula === undefined
                ? [cell.kind === 'error' ? cell.code : cell.value, cell.kind === 'number' ? cell.format : '']
                : `=${formula}`;
          const content = sheet.content(row, column);
          if ((content && content.value !== '') || content?.formula !== undefined) {
            cells[`${row},${column}`] = content.formula ?? [
              content.value,
              typeof content.value === 'number' ? sheet.styles.value(row, column, 'numberFormat') : '',
            ];
          }
        }
      }
      expect({ name, cells }).toEqual({ name, cells: wanted });
      expect(sheet.merges).toEqual([...grid.merges]);
    }
    expect((await port.describe()).sheets.filter(({ owned }) => owned).map(({ name }) => name)).toEqual(report.written);
  });
});
