import { cellName, parseCellName } from '../../src/core/cell';
import type { CellStyle, Plan, SheetPlan } from '../../src/core/plan';
import { areaName, cellKey, parseArea, sameArea } from './model/area';
import type { Area } from './model/area';
import type { SheetModel } from './model/sheet';

/** What a cell of a plan asks for. */
interface WantedCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean | null;
  readonly formula?: string;
  readonly style?: number | undefined;
}

function* cellsOf(plan: SheetPlan): Generator<WantedCell> {
  const rows = [
    ...plan.head.map((cells, row) => [row, cells] as const),
    ...plan.foot.map((cells, row) => [plan.head.length + plan.bodyRows + row, cells] as const),
  ];
  for (const [row, cells] of rows) {
    let column = 0;
    for (const cell of cells) {
      yield { row, column, value: cell.value, style: cell.style, ...(cell.formula === undefined ? {} : { formula: cell.formula }) };
      column += Math.max(1, cell.span ?? 1);
    }
  }
  for (const [column, body] of plan.body.entries()) {
    for (let at = 0; at < plan.bodyRows; at++) {
      const row = plan.head.length + at;
      const style = body.styles?.[at] ?? body.style;
      if (body.kind === 'text') yield { row, column, value: body.values[at] ?? '', style };
      else {
        const number = body.values[at] ?? NaN;
        const formula = body.formulas?.[at];
        yield { row, column, value: Number.isNaN(number) ? null : number, style, ...(formula ? { formula } : {}) };
      }
    }
  }
}

export interface ComparisonOptions {
  /** Compare what a formula cell should say with this rewriting of sheet names; values of formulas are the calculation hook's. */
  readonly rewrite?: (formula: string) => string;
  /** Look at formats too; true where left out. */
  readonly formats?: boolean;
}

/**
 * Where a sheet of the host differs from its plan, one line each; empty where all is there: values, formulas, number
 * formats, fonts, fills, alignment, merges, frozen panes, filter, print setup, notes or comments. Column widths are left to the
 * host's own tests: their unit differs.
 */
export function planDifferences(
  sheet: SheetModel,
  plan: SheetPlan,
  styles: Plan['styles'],
  options: ComparisonOptions = {},
): readonly string[] {
  const found: string[] = [];
  const expect = (where: string, got: unknown, wanted: unknown): void => {
    if (got !== wanted) found.push(`${where}: ${show(got)}, planned ${show(wanted)}`);
  };
  for (const cell of cellsOf(plan)) {
    const at = cellName(cell.row, cell.column);
    if (cell.formula !== undefined) expect(at, sheet.formula(cell.row, cell.column), `=${options.rewrite?.(cell.formula) ?? cell.formula}`);
    else {
      expect(at, sheet.value(cell.row, cell.column), cell.value ?? '');
      expect(`${at} formula`, sheet.formula(cell.row, cell.column), undefined);
    }
    const style = cell.style === undefined ? undefined : styles[cell.style];
    if (style && options.formats !== false) compareStyle(sheet, cell, style, expect);
  }
  compareLayout(sheet, plan, expect);
  return found;
}

type Expect = (where: string, got: unknown, wanted: unknown) => void;

function compareStyle(sheet: SheetModel, { row, column }: WantedCell, style: CellStyle, expect: Expect): void {
  const at = cellName(row, column);
  const is = (key: string, wanted: unknown): void => expect(`${at} ${key}`, sheet.styles.value(row, column, key), wanted);
  if (style.numberFormat !== undefined && style.numberFormat !== 'General') is('numberFormat', style.numberFormat);
  if (style.bold) is('font.bold', true);
  if (style.italic) is('font.italic', true);
  if (style.underline) is('font.underline', 'Single');
  if (style.size !== undefined) is('font.size', style.size);
  if (style.color !== undefined) is('font.color', `#${style.color.toUpperCase()}`);
  if (style.fill !== undefined) is('fill.color', `#${style.fill.toUpperCase()}`);
  if (style.align !== undefined) is('horizontalAlignment', style.align.charAt(0).toUpperCase() + style.align.slice(1));
  if (style.valign !== undefined) is('verticalAlignment', style.valign === 'top' ? 'Top' : 'Center');
  if (style.wrap) is('wrapText', true);
  if (style.border) is('borders.EdgeTop.style', 'Continuous');
}

function compareLayout(sheet: SheetModel, plan: SheetPlan, expect: Expect): void {
  const spans: Area[] = [];
  for (const [row, cells] of [
    ...plan.head.entries(),
    ...[...plan.foot.entries()].map(([at, cells]) => [plan.head.length + plan.bodyRows + at, cells] as const),
  ]) {
    let column = 0;
    for (const { span = 1, down = 1 } of cells) {
      if (span > 1 || down > 1) spans.push({ top: row, left: column, bottom: row + down - 1, right: column + span - 1 });
      column += Math.max(1, span);
    }
  }
  for (const span of spans)
    expect(
      `merge ${areaName(span)}`,
      sheet.merges.some((merge) => sameArea(merge, span)),
      true,
    );
  expect('merges', sheet.merges.length, spans.length);
  expect('frozen rows', sheet.frozen?.rows ?? 0, plan.freeze.rows);
  expect('frozen columns', sheet.frozen?.columns ?? 0, plan.freeze.columns);
  expect('filter row', sheet.filter?.area.top, plan.filterRow);
  expect('orientation', sheet.page.get('Orientation') ?? 'Portrait', plan.landscape ? 'Landscape' : 'Portrait');
  const repeated = sheet.page.get('PrintTitleRows') as Area | undefined;
  expect(
    'repeated rows',
    repeated && `${repeated.top}–${repeated.bottom}`,
    plan.repeatRows && `${plan.repeatRows.first}–${plan.repeatRows.last}`,
  );
  const beside = sheet.page.get('PrintTitleColumns') as Area | undefined;
  expect(
    'repeated columns',
    beside && `${beside.left}–${beside.right}`,
    (plan.pagesWide ?? 1) > 1 && plan.freeze.columns > 0 ? `0–${plan.freeze.columns - 1}` : undefined,
  );
  if (plan.tabColor !== undefined) expect('tab colour', sheet.tabColor, `#${plan.tabColor.toUpperCase()}`);
  for (const { row, column, text } of plan.notes)
    expect(
      `comment ${cellName(row, column)}`,
      (sheet.notes.find((note) => note.row === row && note.column === column) ?? sheet.commentAt(row, column))?.content,
      text,
    );
  for (const { row, column, link } of plan.links) {
    const place = sheet.links.get(cellKey(row, column))?.documentReference ?? '';
    expect(
      `link ${cellName(row, column)}`,
      parseCellName(place.slice(place.lastIndexOf('!') + 1)) && place.slice(place.lastIndexOf('!') + 1).replaceAll('$', ''),
      parseArea(link.cell) ? link.cell : undefined,
    );
  }
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
