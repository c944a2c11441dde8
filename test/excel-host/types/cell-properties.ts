import { area, areaName, columnsOf, rowsOf, sheetPrefix } from '../model/area';
import type { Area } from '../model/area';
import type { SheetModel } from '../model/sheet';
import { pascal } from '../node';
import type { RangeSelf } from '../node';
import { HostError, isRecord } from '../wire';
import { checkFormatWrite } from './guard';
import { borderSides, formatProperties, setBorder, setColumnWidth, setFormat, setRowHeight } from './range-format';
import type { BorderSide } from './range-format';

/** Range.setCellProperties, setRowProperties, setColumnProperties and their getters: formats of many cells in one call. */

const borderNames: Readonly<Record<string, BorderSide>> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  horizontal: 'InsideHorizontal',
  vertical: 'InsideVertical',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
};

function applyFormat(sheet: SheetModel, on: Area, format: unknown): void {
  if (!isRecord(format)) throw new HostError('InvalidArgument');
  for (const [name, value] of Object.entries(format)) {
    if (value === undefined || value === null) continue;
    if (name === 'columnWidth') setColumnWidth(sheet, on.left, on.right, value);
    else if (name === 'rowHeight') setRowHeight(sheet, on.top, on.bottom, value);
    else if (name === 'borders') applyBorders(sheet, on, value);
    else if (formatProperties[name] !== undefined) setFormat(sheet, on, name, value);
    else if (isRecord(value)) for (const [inner, set] of Object.entries(value)) setFormat(sheet, on, `${name}.${inner}`, set);
    else throw new HostError('InvalidArgument');
  }
}

function applyBorders(sheet: SheetModel, on: Area, borders: unknown): void {
  if (!isRecord(borders)) throw new HostError('InvalidArgument');
  for (const [name, border] of Object.entries(borders)) {
    const side = borderNames[name] ?? borderSides.find((one) => one === pascal(name));
    if (!side || !isRecord(border)) throw new HostError('InvalidArgument');
    for (const [property, value] of Object.entries(border)) setBorder(sheet, on, side, property, value);
  }
}

function applyOne(sheet: SheetModel, on: Area, given: unknown, hiddenOf?: Set<number>): void {
  if (given === null || given === undefined) return;
  if (!isRecord(given)) throw new HostError('InvalidArgument');
  for (const [name, value] of Object.entries(given)) {
    if (name === 'format') applyFormat(sheet, on, value);
    else if (name === 'style' && typeof value === 'string') sheet.styles.set(on, 'style', value);
    else if ((name === 'rowHidden' || name === 'columnHidden') && hiddenOf) {
      const at = name === 'rowHidden' ? on.top : on.left;
      if (value === true) hiddenOf.add(at);
      else hiddenOf.delete(at);
    } else throw new HostError('InvalidArgument');
  }
}

export function setCellProperties(self: RangeSelf, given: unknown): null {
  checkFormatWrite(self, 'allowFormatCells');
  const { sheet, area: on } = self;
  if (!Array.isArray(given) || given.length !== rowsOf(on) || given.some((line) => !Array.isArray(line) || line.length !== columnsOf(on)))
    throw new HostError('InvalidArgument');
  (given as unknown[][]).forEach((line, row) =>
    line.forEach((cell, column) => applyOne(sheet, area(on.top + row, on.left + column), cell)),
  );
  return null;
}

export function setRowProperties(self: RangeSelf, given: unknown): null {
  checkFormatWrite(self, 'allowFormatRows');
  const { sheet, area: on } = self;
  if (!Array.isArray(given) || given.length !== rowsOf(on)) throw new HostError('InvalidArgument');
  given.forEach((one: unknown, row) => applyOne(sheet, { ...on, top: on.top + row, bottom: on.top + row }, one, sheet.hiddenRows));
  return null;
}

export function setColumnProperties(self: RangeSelf, given: unknown): null {
  checkFormatWrite(self, 'allowFormatColumns');
  const { sheet, area: on } = self;
  if (!Array.isArray(given) || given.length !== columnsOf(on)) throw new HostError('InvalidArgument');
  given.forEach((one: unknown, column) =>
    applyOne(sheet, { ...on, left: on.left + column, right: on.left + column }, one, sheet.hiddenColumns),
  );
  return null;
}

/** The properties that the options ask for, of one area. */
function readOne(sheet: SheetModel, on: Area, options: unknown): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  if (!isRecord(options)) throw new HostError('InvalidArgument');
  for (const [name, wanted] of Object.entries(options)) {
    if (name === 'format' && isRecord(wanted)) answer['format'] = readFormat(sheet, on, wanted, '');
    else if (wanted !== true) continue;
    else if (name === 'address') answer['address'] = sheetPrefix(sheet.name) + areaName(on);
    else if (name === 'rowHidden') answer['rowHidden'] = sheet.isRowHidden(on.top);
    else if (name === 'columnHidden') answer['columnHidden'] = sheet.hiddenColumns.has(on.left);
    else if (name === 'rowIndex') answer['rowIndex'] = on.top;
    else if (name === 'columnIndex') answer['columnIndex'] = on.left;
    else if (name === 'hidden') answer['hidden'] = sheet.isRowHidden(on.top) || sheet.hiddenColumns.has(on.left);
    else if (name === 'style') answer['style'] = sheet.styles.shared(on, 'style');
    else throw new HostError('ApiNotFound');
  }
  return answer;
}

function readFormat(sheet: SheetModel, on: Area, wanted: Record<string, unknown>, prefix: string): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(wanted)) {
    const key = prefix + name;
    if (name === 'columnWidth' && value === true) answer[name] = sheet.columnWidth(on.left);
    else if (name === 'rowHeight' && value === true) answer[name] = sheet.rowHeight(on.top);
    else if (name === 'borders' && isRecord(value)) {
      answer[name] = Object.fromEntries(
        Object.entries(value).map(([side, inner]) => [
          side,
          isRecord(inner)
            ? Object.fromEntries(
                Object.keys(inner).map((property) => [
                  property,
                  sheet.styles.shared(on, `borders.${borderNames[side] ?? pascal(side)}.${property}`),
                ]),
              )
            : null,
        ]),
      );
    } else if (isRecord(value)) answer[name] = readFormat(sheet, on, value, `${key}.`);
    else if (value === true && formatProperties[key] !== undefined) answer[name] = sheet.styles.shared(on, key);
  }
  return answer;
}

export function getCellProperties({ sheet, area: on }: RangeSelf, options: unknown): unknown {
  return Array.from({ length: rowsOf(on) }, (_, row) =>
    Array.from({ length: columnsOf(on) }, (_unused, column) => readOne(sheet, area(on.top + row, on.left + column), options)),
  );
}

export function getRowProperties({ sheet, area: on }: RangeSelf, options: unknown): unknown {
  return Array.from({ length: rowsOf(on) }, (_, row) => readOne(sheet, { ...on, top: on.top + row, bottom: on.top + row }, options));
}

export function getColumnProperties({ sheet, area: on }: RangeSelf, options: unknown): unknown {
  return Array.from({ length: columnsOf(on) }, (_, column) =>
    readOne(sheet, { ...on, left: on.left + column, right: on.left + column }, options),
  );
}
