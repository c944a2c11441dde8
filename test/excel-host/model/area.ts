import { columnName } from '../../../src/core/cell';
import type { Area } from '../../../src/core/cell';

export type { Area };

export const lastRow = 1048575;
export const lastColumn = 16383;

/** One number for a cell, so that maps stay small. */
export function cellKey(row: number, column: number): number {
  return row * 16384 + column;
}

export function keyRow(key: number): number {
  return Math.floor(key / 16384);
}

export function keyColumn(key: number): number {
  return key % 16384;
}

export function area(top: number, left: number, rows = 1, columns = 1): Area {
  return { top, left, bottom: top + rows - 1, right: left + columns - 1 };
}

export function rowsOf(of: Area): number {
  return of.bottom - of.top + 1;
}

export function columnsOf(of: Area): number {
  return of.right - of.left + 1;
}

export function cellsOf(of: Area): number {
  return rowsOf(of) * columnsOf(of);
}

export function isEntireColumn(of: Area): boolean {
  return of.top === 0 && of.bottom === lastRow;
}

export function isEntireRow(of: Area): boolean {
  return of.left === 0 && of.right === lastColumn;
}

export function contains(outer: Area, row: number, column: number): boolean {
  return row >= outer.top && row <= outer.bottom && column >= outer.left && column <= outer.right;
}

export function intersect(a: Area, b: Area): Area | undefined {
  const both = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return both.top <= both.bottom && both.left <= both.right ? both : undefined;
}

export function bounding(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

export function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

export function onSheet(of: Area): boolean {
  return of.top >= 0 && of.left >= 0 && of.bottom <= lastRow && of.right <= lastColumn && of.top <= of.bottom && of.left <= of.right;
}

/** "B4:D9", "B4", "C:C", "2:5"; '$' signs are overlooked, ends may be swapped; undefined where the text is no address. */
export function parseArea(text: string): Area | undefined {
  const match = /^(?:([A-Za-z]{1,3})?([0-9]{1,7})?)(?::(?:([A-Za-z]{1,3})?([0-9]{1,7})?))?$/.exec(text.replaceAll('$', '').trim());
  if (!match) return undefined;
  const [, firstLetters, firstDigits, secondLetters, secondDigits] = match;
  const ranged = text.includes(':');
  if (!ranged && !(firstLetters && firstDigits)) return undefined;
  if (ranged && (Boolean(firstLetters) !== Boolean(secondLetters) || Boolean(firstDigits) !== Boolean(secondDigits))) return undefined;
  if (!firstLetters && !firstDigits) return undefined;
  const lettersA = firstLetters ? columnIndex(firstLetters) : 0;
  const lettersB = secondLetters ? columnIndex(secondLetters) : firstLetters ? lettersA : lastColumn;
  const digitsA = firstDigits ? Number(firstDigits) - 1 : 0;
  const digitsB = secondDigits ? Number(secondDigits) - 1 : firstDigits ? digitsA : lastRow;
  const found = {
    top: Math.min(digitsA, digitsB),
    left: Math.min(lettersA, lettersB),
    bottom: Math.max(digitsA, digitsB),
    right: Math.max(lettersA, lettersB),
  };
  return onSheet(found) ? found : undefined;
}

function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** "B4:D9", one cell "B4", entire columns "C:C", entire rows "2:5". */
export function areaName(of: Area): string {
  if (isEntireRow(of)) return isEntireColumn(of) ? `1:${lastRow + 1}` : `${of.top + 1}:${of.bottom + 1}`;
  if (isEntireColumn(of)) return `${columnName(of.left)}:${columnName(of.right)}`;
  const first = columnName(of.left) + String(of.top + 1);
  return cellsOf(of) === 1 ? first : `${first}:${columnName(of.right)}${of.bottom + 1}`;
}

export function absoluteName(of: Area): string {
  return areaName(of)
    .replace(/([A-Z]+)/g, '$$$1')
    .replace(/([0-9]+)/g, '$$$1');
}

/** "Sheet1!A1" or "'a b'!A1" → sheet and rest; no sheet where the text has none. */
export function splitSheet(text: string): { readonly sheet?: string; readonly rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.+)$/s.exec(text);
  if (quoted?.[1] && quoted[2]) return { sheet: quoted[1].replaceAll("''", "'"), rest: quoted[2] };
  const plain = /^([^'!]+)!(.+)$/s.exec(text);
  return plain?.[1] && plain[2] ? { sheet: plain[1], rest: plain[2] } : { rest: text };
}

/** A sheet's name before '!': quoted only where Excel quotes it. */
export function sheetPrefix(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}[0-9]+$/.test(name) && !/^[rRcC]$/.test(name);
  return (plain ? name : `'${name.replaceAll("'", "''")}'`) + '!';
}
