import { GridBuilder } from '../../src/core/grid';
import type { Grid } from '../../src/core/grid';
import { cellName } from '../../src/core/cell';
import { areaName } from './model/area';
import { displayText } from './model/display-text';
import { isErrorText } from './model/entry';
import type { SheetModel } from './model/sheet';

/** A sheet of the host as the core's grid. */
export function gridOfSheet(sheet: SheetModel): Grid {
  const builder = new GridBuilder();
  const used = sheet.usedArea(true);
  for (let row = used?.top ?? 0; row <= (used?.bottom ?? -1); row++) {
    for (let column = used?.left ?? 0; column <= (used?.right ?? -1); column++) {
      const content = sheet.content(row, column);
      if (!content) continue;
      const { value, formula } = content;
      if (typeof value === 'number') builder.number(row, column, value, String(sheet.styles.value(row, column, 'numberFormat')));
      else if (typeof value === 'boolean') builder.boolean(row, column, value);
      else if (content.error || (formula !== undefined && isErrorText(value))) builder.error(row, column, value);
      else builder.text(row, column, value);
      if (formula !== undefined) builder.formula(formula.slice(1));
    }
  }
  sheet.merges.forEach((merge) => builder.merge(merge));
  return builder.build();
}

/** A sheet as a Markdown table of what the cells show, for reading and for golden files. Formulas stand behind '⟵'. */
export function dumpSheet(sheet: SheetModel): string {
  const used = sheet.usedArea(true);
  const lines = [`# ${sheet.name}`];
  for (let row = 0; row <= (used?.bottom ?? -1); row++) {
    const cells: string[] = [];
    for (let column = 0; column <= (used?.right ?? -1); column++) {
      const content = sheet.content(row, column);
      const text = displayText(content, String(sheet.styles.value(row, column, 'numberFormat')))
        .replaceAll('|', '\\|')
        .replaceAll('\n', '⏎');
      cells.push(content?.formula === undefined ? text : `${text} ⟵ ${content.formula}`);
    }
    lines.push(`| ${cells.join(' | ')} |`);
  }
  if (sheet.merges.length > 0) lines.push('', `merged: ${sheet.merges.map(areaName).join(', ')}`);
  for (const comment of sheet.comments) lines.push(`comment ${cellName(comment.row, comment.column)}: ${comment.content}`);
  return lines.join('\n') + '\n';
}
