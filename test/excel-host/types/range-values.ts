import { cellsOf, columnsOf, isEntireColumn, isEntireRow, rowsOf } from '../model/area';
import { displayText } from '../model/display-text';
import { isErrorText } from '../model/entry';
import type { CellContent } from '../model/entry';
import { fromR1C1, toR1C1 } from '../model/formula-references';
import type { RangeSelf } from '../node';
import { HostError, refuse } from '../wire';
import { checkContentWrite, checkFormatWrite } from './guard';

/** What one read may return at most, Excel's documented limit. */
export const readableCells = 5_000_000;

function isUnbounded({ area }: RangeSelf): boolean {
  return isEntireColumn(area) || isEntireRow(area);
}

function grid<T>(self: RangeSelf, cell: (row: number, column: number, content: CellContent | undefined) => T): T[][] | null {
  // Cell-level properties of an unbounded range come back as null.
  if (isUnbounded(self)) return null;
  const { sheet, area } = self;
  if (cellsOf(area) > readableCells) throw new HostError('RangeExceedsLimit');
  const rows: T[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: T[] = [];
    for (let column = area.left; column <= area.right; column++) line.push(cell(row, column, sheet.content(row, column)));
    rows.push(line);
  }
  return rows;
}

export function valuesOf(self: RangeSelf): unknown {
  return grid(self, (_row, _column, content) => content?.value ?? '');
}

export function formulasOf(self: RangeSelf): unknown {
  return grid(self, (_row, _column, content) => content?.formula ?? content?.value ?? '');
}

export function formulasR1C1Of(self: RangeSelf): unknown {
  return grid(self, (row, column, content) =>
    content?.formula === undefined ? (content?.value ?? '') : toR1C1(content.formula, row, column),
  );
}

export function numberFormatsOf(self: RangeSelf): unknown {
  return grid(self, (row, column) => self.sheet.styles.value(row, column, 'numberFormat'));
}

export function textsOf(self: RangeSelf): unknown {
  return grid(self, (row, column, content) => displayText(content, String(self.sheet.styles.value(row, column, 'numberFormat'))));
}

export function valueTypesOf(self: RangeSelf): unknown {
  return grid(self, (_row, _column, content) => {
    if (!content) return 'Empty';
    if (typeof content.value === 'number') return 'Double';
    if (typeof content.value === 'boolean') return 'Boolean';
    return content.error || (content.formula !== undefined && isErrorText(content.value)) ? 'Error' : 'String';
  });
}

/** Walks a value given for a range: one for all cells, or a 2-D array of the range's size in which null leaves a cell alone. */
function spread(self: RangeSelf, given: unknown, put: (row: number, column: number, value: unknown) => void): void {
  if (isUnbounded(self)) throw new HostError('InvalidArgument');
  const { area } = self;
  const rows = rowsOf(area);
  const columns = columnsOf(area);
  const single = !Array.isArray(given);
  if (!single && (given.length !== rows || given.some((line) => !Array.isArray(line) || line.length !== columns)))
    throw new HostError('InvalidArgument');
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value: unknown = single ? given : (given as unknown[][])[row]?.[column];
      if (value !== null && value !== undefined) put(area.top + row, area.left + column, value);
    }
  }
}

export function setValues(self: RangeSelf, given: unknown): void {
  checkContentWrite(self);
  spread(self, given, (row, column, value) => self.sheet.enter(row, column, value));
}

/** Formulas enter as values do: a text with '=' is a formula, everything else a constant. */
export function setFormulas(self: RangeSelf, given: unknown): void {
  setValues(self, given);
}

/** One formula in R1C1 notation stands for the same relation in every cell. */
export function setFormulasR1C1(self: RangeSelf, given: unknown): void {
  checkContentWrite(self);
  spread(self, given, (row, column, value) => {
    const isFormula = typeof value === 'string' && value.startsWith('=');
    self.sheet.enter(row, column, isFormula ? (fromR1C1(value, row, column) ?? refuse('InvalidArgument')) : value);
  });
}

export function setNumberFormats(self: RangeSelf, given: unknown): void {
  checkFormatWrite(self, 'allowFormatCells');
  if (!Array.isArray(given)) {
    if (typeof given !== 'string') throw new HostError('InvalidArgument');
    self.sheet.styles.set(self.area, 'numberFormat', given || 'General');
    return;
  }
  spread(self, given, (row, column, value) => {
    if (typeof value !== 'string') throw new HostError('InvalidArgument');
    self.sheet.styles.set({ top: row, left: column, bottom: row, right: column }, 'numberFormat', value || 'General');
  });
}
