import { samples, sampleBytes } from '../../assets/samples/samples';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { ExcelHost } from './host';
import { startExcel } from './hostbridge';
import { dumpSheet, gridOfSheet } from './grid-of';
import { workbookFromXlsx } from './workbook-from-xlsx';

it.each(samples.map((sample) => [sample.pack, sample] as const))(
  'a sample is the same through Excel as through its file: %s',
  async (_pack, sample) => {
    const bytes = sampleBytes(sample);
    const book = await workbookFromXlsx(bytes);
    const direct = await openXlsx(bytes).read();
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(direct.map((sheet) => sheet.name));
    const { Excel } = startExcel(new ExcelHost(book));
    await Excel.run(async (context) => {
      for (const { name, grid } of direct) {
        const range = context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true);
        range.load('values,formulas,rowIndex,columnIndex,numberFormat');
        await context.sync();
        expect(range.isNullObject).toBe(false);
        range.values.forEach((cells: unknown[], row: number) =>
          cells.forEach((value, column) => {
            const [at, left] = [range.rowIndex + row, range.columnIndex + column];
            const cell = grid.cell(at, left);
            expect(value).toBe(cell.kind === 'empty' ? '' : cell.kind === 'error' ? cell.code : cell.value);
            const formula = grid.formula(at, left);
            if (formula !== undefined) expect((range.formulas as unknown[][])[row]?.[column]).toBe(`=${formula}`);
          }),
        );
      }
    });
    for (const { name, grid } of direct) {
      const again = gridOfSheet(book.sheet(name));
      expect([again.size, again.merges]).toEqual([
        [...Array(grid.rows).keys()].reduce(
          (sum, row) => sum + [...Array(grid.columns).keys()].filter((column) => grid.kind(row, column) !== 0).length,
          0,
        ),
        grid.merges,
      ]);
      expect(dumpSheet(book.sheet(name))).toContain(`# ${name}`);
    }
  },
);
