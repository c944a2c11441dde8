import type { IStyleData } from '@univerjs/core';
import { WrapStrategy } from '@univerjs/core';
import { CellKind } from '../../../core/grid';
import type { SheetLook } from '../../../ooxml/look/look';
import type { Styles } from './style';
import { styleId } from './style';

/** A line is so many times as high as its font's size; Chinese fonts need about that much. */
const LINE = 1.35;
const PIXELS_PER_POINT = 96 / 72;
/** The highest row of Excel, 409 points. */
const MOST = 546;
/** Signs that take a full square. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
const NARROW = 0.56;

interface Measure {
  readonly size: number;
  readonly line: number;
  readonly wraps: boolean;
  readonly padding: number;
}

/**
 * Tells the height that a row needs for its content, in pixels, where the file leaves it to the program; undefined where the default
 * will do. Univer fits a row only once a person edits it. An estimate: nothing is measured.
 * @param widthOf column width in pixels
 * @param merged whether a cell is part of a merge; Excel leaves those out of account
 */
export function fittedHeights(
  { cells, defaultHeight }: Pick<SheetLook, 'cells' | 'defaultHeight'>,
  styles: Styles,
  prefix: string,
  widthOf: (column: number) => number,
  merged: (row: number, column: number) => boolean,
): (row: number) => number | undefined {
  const { rowStart, columnOf, kinds, payload, styleOf, texts } = cells;
  const measures: Measure[] = [];
  // The default height is made for one line of the default font.
  const usual = measureOf(styles[styleId(prefix, 0)]).size;
  return (row) => {
    let need = 0;
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const kind = kinds[at];
      if (kind === CellKind.empty) continue;
      const { size, line, wraps, padding } = (measures[styleOf[at]!] ??= measureOf(styles[styleId(prefix, styleOf[at]!)]));
      const text = wraps && kind === CellKind.text;
      if (!text && size <= usual) continue;
      const lines = text ? linesOf(texts[payload[at]!]!, size, widthOf(columnOf[at]!) - padding) : 1;
      if ((lines > 1 || size > usual) && !merged(row, columnOf[at]!)) need = Math.max(need, line * lines);
    }
    const height = Math.min(Math.ceil(need) + 2, MOST);
    return height > defaultHeight + 2 ? height : undefined;
  };
}

function measureOf(style: IStyleData | undefined): Measure {
  const size = (style?.fs ?? 11) * PIXELS_PER_POINT;
  return { size, line: size * LINE, wraps: style?.tb === WrapStrategy.WRAP, padding: (style?.pd?.l ?? 2) + (style?.pd?.r ?? 2) };
}

function linesOf(text: string, size: number, room: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let width = 0;
    for (const sign of paragraph) width += WIDE.test(sign) ? size : size * NARROW;
    lines += Math.max(1, Math.ceil(width / Math.max(room, size)));
  }
  return lines;
}
