import type { CellStyle, Plan, SheetPlan } from '../../../src/core/plan';
import { sampleBytes, samples } from '../../../assets/samples/samples';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { packOf } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { fullPlan } from '../xlsx/sample-plan';
import type { SheetModel } from '../../excel-host/model/sheet';
import { bookOfXlsx } from './book-of-grids';
import { WorkbookModel } from '../../excel-host/model/workbook';
import { session } from './session';

/** The plan's style of a cell, worked out the slow way. */
function styleOf(plan: Plan, sheet: SheetPlan, row: number, column: number): CellStyle | undefined {
  const body = row - sheet.head.length;
  if (body >= 0 && body < sheet.bodyRows) {
    const of = sheet.body[column];
    return of && plan.styles[of.styles?.[body] ?? of.style];
  }
  const cells = body < 0 ? sheet.head[row] : sheet.foot[body - sheet.bodyRows];
  let at = 0;
  for (const cell of cells ?? []) {
    const span = cell.span ?? 1;
    if (column >= at && column < at + span) return cell.style === undefined ? undefined : plan.styles[cell.style];
    at += span;
  }
  return undefined;
}

const WISHED = [
  'fill.color',
  'font.color',
  'font.bold',
  'font.italic',
  'font.underline',
  'font.size',
  'horizontalAlignment',
  'verticalAlignment',
  'wrapText',
  'numberFormat',
] as const;

function wished(style: CellStyle | undefined): Record<(typeof WISHED)[number], unknown> {
  const align = { left: 'Left', center: 'Center', right: 'Right' } as const;
  return {
    'fill.color': style?.fill === undefined ? '#FFFFFF' : `#${style.fill}`,
    'font.color': style?.color === undefined ? '#000000' : `#${style.color}`,
    'font.bold': style?.bold ?? false,
    'font.italic': style?.italic ?? false,
    'font.underline': style?.underline ? 'Single' : 'None',
    'font.size': style ? (style.size ?? 10.5) : 11,
    horizontalAlignment: style?.align ? align[style.align] : 'General',
    verticalAlignment: style ? (style.valign === 'top' ? 'Top' : 'Center') : 'Bottom',
    wrapText: style?.wrap ?? false,
    numberFormat: style?.numberFormat ?? 'General',
  };
}

function bordered(sheet: SheetModel, row: number, column: number): boolean {
  return ['EdgeTop', 'EdgeLeft', 'EdgeBottom', 'EdgeRight'].every(
    (side) => sheet.styles.value(row, column, `borders.${side}.style`) === 'Continuous',
  );
}

function expectLooks(plan: Plan, sheet: SheetPlan, model: SheetModel): void {
  const rows = sheet.head.length + sheet.bodyRows + sheet.foot.length;
  const wrong: string[] = [];
  for (let row = 0; row < rows + 2; row++) {
    for (let column = 0; column < sheet.widths.length + 2; column++) {
      const style = styleOf(plan, sheet, row, column);
      const want = wished(style);
      const linked = model.links.has(row * 16384 + column);
      for (const key of WISHED) {
        const is = model.styles.value(row, column, key);
        if (is !== want[key] && !(linked && key.startsWith('font.')))
          wrong.push(`${sheet.name} ${row},${column} ${key}: ${String(is)}, not ${String(want[key])}`);
      }
      if (style?.border && !bordered(model, row, column)) wrong.push(`${sheet.name} ${row},${column}: no border`);
    }
  }
  expect(wrong.slice(0, 10)).toEqual([]);
}

function expectFrame(sheet: SheetPlan, model: SheetModel): void {
  // Calibri 11, the host's default: 7 pixels a digit, 5 beside them, 0.75 points a pixel.
  sheet.widths.forEach((width, column) =>
    expect([sheet.name, column, model.columnWidth(column)]).toEqual([sheet.name, column, Math.round(width * 7 + 5) * 0.75]),
  );
  sheet.head.forEach((_, row) => expect([row, model.rowHeight(row)]).toEqual([row, sheet.headHeights?.[row] ?? 15]));
  sheet.bodyHeights?.forEach((height, n) => expect(model.rowHeight(sheet.head.length + n)).toBe(height > 0 ? height : 15));
  const { rows, columns } = sheet.freeze;
  expect(model.frozen ?? { rows: 0, columns: 0 }).toEqual({ rows, columns });
  expect(model.tabColor).toBe(sheet.tabColor === undefined ? '' : `#${sheet.tabColor}`);
}

describe.each(['1.14', '1.17'])('looks at ExcelApi %s', (requirementSet) => {
  it.each(samples.map((sample) => [sample.pack, sample] as const))('sample %s', async (_, sample) => {
    const bytes = sampleBytes(sample);
    const { plan } = assessed(packOf(sample.pack), await openXlsx(bytes).read(), sample.asOf);
    const { port, book } = await session(await bookOfXlsx(bytes), { requirementSet });
    await port.write(plan!);
    for (const sheet of plan!.sheets) {
      expectLooks(plan!, sheet, book.sheet(sheet.name));
      expectFrame(sheet, book.sheet(sheet.name));
    }
  });

  it('everything that a plan can say', async () => {
    const book = new WorkbookModel();
    book.addSheet('指标表', [['甲']]);
    const { port } = await session(book, { requirementSet });
    const report = await port.write(fullPlan());
    for (const sheet of fullPlan().sheets) {
      expectLooks(fullPlan(), sheet, book.sheet(sheet.name));
      expectFrame(sheet, book.sheet(sheet.name));
    }
    const ranking = book.sheet('综合排名');
    expect(ranking.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 3 },
      { top: 1, left: 0, bottom: 1, right: 3 },
      { top: 6, left: 0, bottom: 6, right: 1 },
    ]);
    expect([...ranking.links.values()].map(({ documentReference }) => documentReference)).toEqual(["'得分明细'!B2", "'得分明细'!A1"]);
    expect(ranking.formula(3, 2)).toBe("=SUM('得分明细'!B2:B3)");
    expect(ranking.formula(6, 2)).toBe('=SUM(C4:C6)');
    const name = book.findName('考评_得分')!;
    expect(book.areaOfName(name)).toEqual({ sheet: ranking, area: { top: 3, left: 2, bottom: 5, right: 2 } });
    expect(name.comment).toBe('zone-assessor');
    expect(book.active).toBe(ranking);
    expect(report.leftOut.join()).toMatch(/^[^筛打]*批注[^筛打]*$/);
    expect(ranking.filter?.area).toEqual({ top: 2, left: 0, bottom: 5, right: 3 });
    expect(ranking.showGridlines).toBe(false);
    expect(ranking.page.get('Orientation')).toBe('Landscape');
    expect(book.sheet('得分明细').page.get('Orientation')).toBe('Portrait');
  });
});
