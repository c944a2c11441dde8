import { cellName, columnName } from '../../../src/core/cell';
import type { Area } from '../../../src/core/cell';
import type { BookLook, ConditionalLook, SheetLook, StyleLook } from '../../../src/ooxml/look/look';
import { cellsOf } from './look-of';

const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '⏎');
const band = (first: number, last: number, name: (n: number) => string): string =>
  first === last ? name(first) : `${name(first)}–${name(last)}`;
const area = ({ top, left, bottom, right }: Area): string =>
  top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;

/** A style in one line: what it says, in the order font, colours, alignment, borders, format. */
export function styleLine(style: StyleLook): string {
  const words = [
    style.font,
    style.size === undefined ? undefined : `${style.size} pt`,
    style.bold && 'bold',
    style.italic && 'italic',
    style.underline && 'underline',
    style.strike && 'strike',
    style.color && `colour ${style.color}`,
    style.fill && `fill ${style.fill}`,
    style.align,
    style.valign && `${style.valign} (vertical)`,
    style.wrap && 'wrap',
    style.shrink && 'shrink',
    style.indent && `indent ${style.indent}`,
    style.rotation === undefined ? undefined : `turned ${style.rotation}`,
    ...Object.entries(style.borders ?? {}).map(([side, { line, color }]) => `${side} ${line}${color ? ` ${color}` : ''}`),
    style.numberFormat && `\`${style.numberFormat}\``,
    style.locked === false && 'unlocked',
  ];
  return escape(words.filter((word) => typeof word === 'string' && word !== '').join(', '));
}

function conditionalLine({ areas, priority, stopIfTrue, ...kind }: ConditionalLook): string {
  const details = Object.entries(kind).map(([name, value]) =>
    name === 'style'
      ? `→ ${styleLine(value as StyleLook) || 'nothing'}`
      : `${name === 'kind' ? '' : `${name} `}${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return `- ${priority}. ${areas.map(area).join(' ')}: ${escape(details.join(', '))}${stopIfTrue ? ', then stop' : ''}`;
}

function sheetMarkdown(book: BookLook, sheet: SheetLook): string {
  const facts = [
    sheet.hidden && 'hidden',
    sheet.owned && 'ours',
    sheet.tabColor && `tab ${sheet.tabColor}`,
    !sheet.gridLines && 'no grid lines',
    `zoom ${sheet.zoom} %`,
    `frozen ${sheet.freeze.rows} rows ${sheet.freeze.columns} columns`,
    `cells ${sheet.defaultWidth} × ${sheet.defaultHeight} px`,
    sheet.protected && 'protected',
    sheet.drawings && 'drawings',
  ];
  const bands = (
    looks: readonly { first: number; last: number; width?: number; height?: number; hidden?: boolean; style?: number }[],
    name: (n: number) => string,
  ): string =>
    looks
      .map(
        ({ first, last, width, height, hidden, style }) =>
          `${band(first, last, name)} ${[width ?? height, hidden && 'hidden', style && `style ${style}`].filter(Boolean).join(' ')}`,
      )
      .join('; ') || '—';
  const lines = [
    `## ${sheet.name}`,
    '',
    `${facts.filter((fact) => typeof fact === 'string' && fact !== '').join(', ')}  `,
    `columns: ${bands(sheet.columns, columnName)}  `,
    `rows: ${bands(sheet.rows, (row) => String(row + 1))}  `,
    `merged: ${sheet.merges.map(area).join(' ') || '—'}`,
    '',
  ];
  const cells = Object.entries(cellsOf(book, sheet));
  if (cells.length > 0) lines.push('| cell | holds | formula | style |', '|---|---|---|---|');
  for (const [name, { value, style, formula, array }] of cells) {
    const live = formula === undefined ? '' : `=${formula}${array === undefined ? '' : ` over ${array}`}`;
    lines.push(`| ${name} | ${escape(value === null ? '' : String(value))} | ${escape(live)} | ${book.styles.indexOf(style)} |`);
  }
  for (const rule of sheet.conditional) lines.push(conditionalLine(rule));
  for (const { row, column, to } of sheet.links) lines.push(`- link ${cellName(row, column)} → ${to}`);
  for (const { row, column, text } of sheet.notes) lines.push(`- note ${cellName(row, column)}: ${escape(text)}`);
  return lines.join('\n');
}

/** A look for a person to read: the styles by number, then each sheet. */
export function lookMarkdown(book: BookLook): string {
  const styles = book.styles.map((style, n) => `| ${n} | ${styleLine(style)} |`);
  return `${[`On top: ${book.active}`, ['| style | |', '|---|---|', ...styles].join('\n'), ...book.sheets.map((sheet) => sheetMarkdown(book, sheet))].join('\n\n')}\n`;
}
