import { areaName } from '../../../src/core/cell';
import type { BodyColumn, CellStyle, Plan, PlanCell, SheetPlan } from '../../../src/core/plan';
import { headerRow } from './headers';

/** The word for a colour, so that a person reading the golden file sees it. */
const colours: Readonly<Record<string, string>> = { C6EFCE: '绿', FFEB9C: '黄', FFC7CE: '红', D9D9D9: '灰' };
export const colourOf = (style: CellStyle | undefined): string | undefined => (style?.fill === undefined ? undefined : colours[style.fill]);

const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '⏎');
const number = (value: number): string => String(Number(value.toPrecision(12)));

export function styleAt(plan: Plan, column: BodyColumn, row: number): CellStyle | undefined {
  return plan.styles[column.styles?.[row] ?? column.style];
}

/** The colour that a cell of the body has by what stands in it, if it follows that, or else by its style. */
export function colourAt(plan: Plan, sheet: SheetPlan, row: number, at: number): string | undefined {
  const column = sheet.body[at]!;
  const onSheet = sheet.head.length + row;
  const value = column.values[row]!;
  const look = sheet.looks?.find(
    (one) =>
      one.areas.some(({ top, bottom, left, right }) => top <= onSheet && onSheet <= bottom && left <= at && at <= right) &&
      ((one.kind === 'blank' && (value === '' || Number.isNaN(value))) || (one.kind === 'number' && one.value === value)),
  );
  return colourOf(look && look.kind !== 'bar' ? plan.styles[look.style] : styleAt(plan, column, row));
}

export function valueAt(column: BodyColumn, row: number): string {
  if (column.kind === 'text') return column.values[row]!;
  const value = column.values[row]!;
  return Number.isNaN(value) ? '' : number(value);
}

function headCell(plan: Plan, cell: PlanCell): string {
  const value = typeof cell.value === 'number' ? number(cell.value) : String(cell.value ?? '');
  const colour = cell.style === undefined ? undefined : colourOf(plan.styles[cell.style]);
  return (
    escape(value) +
    (cell.formula === undefined ? '' : ' ƒ') +
    (colour === undefined ? '' : `【${colour}】`) +
    (cell.link ? `→${cell.link.sheet}` : '')
  );
}

/** Head rows as lines, the row that names the columns as the table's header, colours as 【红】, live cells as ƒ; then one row's formulas and the notes. */
function sheetMarkdown(plan: Plan, sheet: SheetPlan): string {
  const lines = [`## ${sheet.name}`, ''];
  const hasBody = sheet.body.length > 0;
  const at = headerRow(sheet);
  const head = hasBody ? sheet.head.slice(0, at) : sheet.head;
  for (const row of head)
    lines.push(
      `> ${row
        .filter(({ value }) => value !== null && value !== '')
        .map((cell) => headCell(plan, cell))
        .join(' ¦ ')}  `,
    );
  lines.push('');
  if (hasBody) {
    const header = sheet.head[at]!;
    lines.push(`| ${header.map((cell) => headCell(plan, cell)).join(' | ')} |`, `|${header.map(() => '---').join('|')}|`);
    for (const row of sheet.head.slice(at + 1)) lines.push(`| ${row.map((cell) => headCell(plan, cell)).join(' | ')} |`);
    for (let row = 0; row < sheet.bodyRows; row++) {
      const cells = sheet.body.map((column, at) => {
        const colour = colourAt(plan, sheet, row, at);
        const live = column.kind === 'number' && column.formulas?.[row] ? ' ƒ' : '';
        return escape(valueAt(column, row)) + live + (colour === undefined ? '' : `【${colour}】`);
      });
      lines.push(`| ${cells.join(' | ')} |`);
    }
    lines.push('');
    const formulas = sheet.body.flatMap((column, index) =>
      column.kind === 'number' && column.formulas?.[0]
        ? [`- ${escape(String(header[index]?.value ?? ''))}: \`=${column.formulas[0]}\``]
        : [],
    );
    if (formulas.length > 0) lines.push('Formulas of the first row:', '', ...formulas, '');
  }
  for (const row of sheet.foot) lines.push(`> ${row.map((cell) => headCell(plan, cell)).join(' ¦ ')}  `, '');
  for (const { title, stacked, axes, zones, series, over } of sheet.charts ?? [])
    lines.push(
      `Chart over ${areaName(over)}: ${title}, ${stacked ? 'stacked' : 'side by side'}, ${axes.zones} (${areaName(zones.area)}) by ${axes.values}: ${series.map((one) => `${one.title} (${areaName(one.area)})`).join(', ')}`,
      '',
    );
  if (sheet.pageBreaks?.length) lines.push(`New pages begin with rows ${sheet.pageBreaks.map((row) => row + 1).join(', ')}.`, '');
  if (sheet.looks?.length)
    lines.push(
      'Looks that follow what stands there:',
      '',
      ...sheet.looks.map(
        (look) =>
          `- ${look.areas.map(areaName).join(' ')}: ${look.kind === 'bar' ? `bar ${look.ends?.join('–') ?? 'from least to greatest'}` : `${look.kind === 'blank' ? 'blank' : String(look.value)}【${colourOf(plan.styles[look.style])}】`}`,
      ),
      '',
    );
  if (sheet.notes.length > 0)
    lines.push('Notes:', '', ...sheet.notes.map(({ row, column, text }) => `- row ${row + 1}, column ${column + 1}: ${escape(text)}`), '');
  return lines.join('\n');
}

/** A plan as a person can review it. */
export function planMarkdown(title: string, plan: Plan): string {
  return (
    [`# ${title}`, '', ...plan.sheets.map((sheet) => sheetMarkdown(plan, sheet))]
      .join('\n')
      .replace(/[ \t]+$/gmu, (spaces) => (spaces.length === 2 ? spaces : ''))
      .trimEnd() + '\n'
  );
}
