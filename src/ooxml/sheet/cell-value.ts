import { cellName } from '../../core/cell';
import { fileWords as words } from '../words';
import type { CellSink, FormulaBond } from './cell-sink';
import { SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet-limits';
import { isoSerial } from '../parts/number-formats';
import { refusal } from '../../core/refusal';

/** One cell as the file writes it. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  /** The attribute t. */
  readonly type: string;
  /** Text of <v>, or of <is> for an inline text; undefined where the cell has none. */
  readonly value: string | undefined;
  /** '' for a cell that shares another cell's formula. */
  readonly formula: string | undefined;
  readonly bond: FormulaBond | undefined;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Hands a cell to the sink. An empty text counts as an empty cell; only where a formula stands in the cell it is kept as
 * text '', so that a formula which nobody ever calculated can be told from an empty cell.
 * @throws ProblemError outside-sheet, bad-cell
 */
export function takeCell(sheet: string, sink: CellSink, sharedTexts: number, cell: RawCell): void {
  const { row, column, style, formula } = cell;
  checkPlace(sheet, row, column);
  const value = cell.type === 'str' || cell.type === 'inlineStr' ? cell.value : cell.value?.trim();
  if (value === undefined || value === '') {
    if (formula === undefined) {
      sink.blank?.(row, column, style);
      return;
    }
    sink.text(row, column, '', style);
  } else {
    switch (cell.type) {
      case 'n': {
        const number = NUMBER.test(value) ? Number(value) : NaN;
        if (!Number.isFinite(number)) throw badCell(sheet, cell);
        sink.number(row, column, number, style);
        break;
      }
      case 's': {
        if (!/^\d{1,9}$/.test(value) || Number(value) >= sharedTexts) throw badCell(sheet, cell);
        sink.shared(row, column, Number(value), style, formula !== undefined);
        break;
      }
      case 'str':
      case 'inlineStr':
        sink.text(row, column, value, style);
        break;
      case 'b':
        if (!/^([01]|true|false)$/i.test(value)) throw badCell(sheet, cell);
        sink.boolean(row, column, value === '1' || value.toLowerCase() === 'true', style);
        break;
      case 'e':
        sink.error(row, column, value, style);
        break;
      case 'd': {
        const serial = isoSerial(value);
        if (serial === undefined) throw badCell(sheet, cell);
        sink.date(row, column, serial, style);
        break;
      }
      default:
        throw badCell(sheet, cell);
    }
  }
  if (formula !== undefined) sink.formula(formula, cell.bond);
}

/** @throws ProblemError outside-sheet */
export function checkPlace(sheet: string, row: number, column: number): void {
  if (row >= 0 && row < SHEET_ROWS && column >= 0 && column < SHEET_COLUMNS) return;
  throw refusal('outside-sheet', words.outsideSheet(sheet, placeName(row, column)), { sheet });
}

/** A place as an official would look for it, also where Excel has none: "A1048577", or "第 0 行" where no such address can be written. */
export function placeName(row: number, column: number): string {
  if (row < 0) return words.placeRow(row + 1);
  return column < 0 ? words.placeColumn(column + 1) : cellName(row, column);
}

function badCell(sheet: string, { row, column, value = '' }: RawCell): Error {
  const cell = cellName(row, column);
  return refusal('bad-cell', words.badCell(sheet, cell, value.slice(0, 40)), { sheet, cell });
}
