import { HostError } from '../wire';
import { cellKey, keyColumn, keyRow } from './area';
import type { Area } from './area';
import type { SheetModel } from './sheet';
import type { WorkbookModel } from './workbook';

/** A copy of a sheet behind all others, names of its own included; without notes, comments and tables. */
export function copySheet(book: WorkbookModel, sheet: SheetModel): SheetModel {
  let number = 2;
  while (book.find(`${sheet.name} (${number})`)) number++;
  const copy = book.addSheet(`${sheet.name} (${number})`);
  for (const [key, content] of sheet.cells) copy.put(keyRow(key), keyColumn(key), { ...content });
  copy.styles.copy(sheet.styles);
  copy.merges = [...sheet.merges];
  for (const [at, width] of sheet.columnWidths) copy.columnWidths.set(at, width);
  for (const [at, height] of sheet.rowHeights) copy.rowHeights.set(at, height);
  for (const [at, link] of sheet.links) copy.links.set(at, link);
  for (const [key, value] of sheet.page) copy.page.set(key, value);
  for (const [key, value] of sheet.headerFooter) copy.headerFooter.set(key, value);
  copy.validations.push(...sheet.validations);
  copy.conditionalFormats.push(...sheet.conditionalFormats);
  copy.charts.push(...sheet.charts);
  copy.shapes.push(...sheet.shapes);
  copy.visibility = sheet.visibility;
  copy.tabColor = sheet.tabColor;
  copy.showGridlines = sheet.showGridlines;
  copy.frozen = sheet.frozen;
  copy.filter = sheet.filter;
  copy.protection = sheet.protection;
  for (const { name, formula, comment, visible } of book.names.filter((one) => one.sheet === sheet))
    book.addName(name, formula, { sheet: copy, comment, visible });
  return copy;
}

/** Whole rows are put in; what stands there goes down. Formulas do not follow, see the README. */
export function insertRows(sheet: SheetModel, { top, bottom }: Area): void {
  const count = bottom - top + 1;
  moveRows(sheet, (row) => (row >= top ? row + count : row));
  // They look like the row above.
  if (top > 0) for (let row = top; row <= bottom; row++) copyLook(sheet, top - 1, row);
}

/** Whole rows are taken out; what stands below comes up. */
export function deleteRows(sheet: SheetModel, { top, bottom }: Area): void {
  const count = bottom - top + 1;
  moveRows(sheet, (row) => (row < top ? row : row > bottom ? row - count : undefined));
}

/** Looks of one whole row in others, merged cells included. */
export function copyRowFormats(sheet: SheetModel, from: Area, to: Area): void {
  if (from.top !== from.bottom) throw new HostError('InvalidArgument');
  for (let row = to.top; row <= to.bottom; row++) copyLook(sheet, from.top, row);
  sheet.merges = [
    ...sheet.merges.filter((merge) => merge.bottom < to.top || merge.top > to.bottom),
    ...sheet.merges
      .filter((merge) => merge.top === from.top && merge.bottom === from.top)
      .flatMap((merge) => Array.from({ length: to.bottom - to.top + 1 }, (_, at) => ({ ...merge, top: to.top + at, bottom: to.top + at }))),
  ];
}

function copyLook(sheet: SheetModel, from: number, to: number): void {
  sheet.styles.copyRow(from, to);
  const height = sheet.rowHeights.get(from);
  if (height !== undefined) sheet.rowHeights.set(to, height);
}

function moveRows(sheet: SheetModel, to: (row: number) => number | undefined): void {
  const cells = [...sheet.cells];
  for (const [key] of cells) sheet.put(keyRow(key), keyColumn(key), undefined);
  for (const [key, content] of cells) {
    const row = to(keyRow(key));
    if (row !== undefined) sheet.put(row, keyColumn(key), content);
  }
  sheet.styles.moveRows(to);
  const area = (of: Area): Area | undefined => {
    const [top, bottom] = [firstStaying(of.top, of.bottom, to), firstStaying(of.bottom, of.top, to)];
    return top === undefined || bottom === undefined ? undefined : { ...of, top, bottom };
  };
  sheet.merges = sheet.merges.flatMap((merge) => area(merge) ?? []);
  for (const list of [sheet.conditionalFormats, sheet.validations] as { area: Area }[][])
    list.splice(
      0,
      list.length,
      ...list.flatMap((one) => {
        const moved = area(one.area);
        return moved ? [{ ...one, area: moved }] : [];
      }),
    );
  remap(sheet.rowHeights, to);
  const links = [...sheet.links];
  sheet.links.clear();
  for (const [key, link] of links) {
    const row = to(keyRow(key));
    if (row !== undefined) sheet.links.set(cellKey(row, keyColumn(key)), link);
  }
  for (const hidden of [sheet.hiddenRows, sheet.filteredRows]) {
    const rows = [...hidden].flatMap((row) => to(row) ?? []);
    hidden.clear();
    for (const row of rows) hidden.add(row);
  }
}

/** Where the first of the rows goes that stays; from the last row on it is looked for upwards. */
function firstStaying(from: number, until: number, to: (row: number) => number | undefined): number | undefined {
  const step = from <= until ? 1 : -1;
  for (let row = from; row !== until + step; row += step) {
    const moved = to(row);
    if (moved !== undefined) return moved;
  }
  return undefined;
}

function remap(map: Map<number, number>, to: (row: number) => number | undefined): void {
  const entries = [...map];
  map.clear();
  for (const [at, value] of entries) {
    const row = to(at);
    if (row !== undefined) map.set(row, value);
  }
}
