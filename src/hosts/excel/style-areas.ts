import { areaName } from '../../core/cell';
import type { Area } from '../../core/cell';
import type { CellStyle } from '../../core/plan';
import type { ResultCells } from './result-cells';
import { NO_STYLE } from './result-cells';

/** What a style comes to, property by property; undefined where the sheet's default will do. */
export interface Look {
  bold?: true | undefined;
  italic?: true | undefined;
  underline?: true | undefined;
  font?: string | undefined;
  size?: number | undefined;
  color?: string | undefined;
  fill?: string | undefined;
  align?: 'Left' | 'Center' | 'Right' | undefined;
  valign?: 'Top' | 'Center' | undefined;
  wrap?: true | undefined;
  unlocked?: true | undefined;
  border?: true | undefined;
}

/** Areas of a sheet that look the same in some respects. */
export interface LookAreas {
  readonly areas: readonly Area[];
  readonly look: Look;
}

const DEFAULT_SIZE = 10.5;
const ALIGN = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VALIGN = { top: 'Top', center: 'Center' } as const;
const rgb = (color: string | undefined): string | undefined =>
  color === undefined ? undefined : `#${/^[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : '000000'}`;

/** The same as the .xlsx port makes of a style. */
function lookOf(style: CellStyle): Look {
  return {
    bold: style.bold ? true : undefined,
    italic: style.italic ? true : undefined,
    underline: style.underline ? true : undefined,
    font: style.font,
    size: style.size ?? DEFAULT_SIZE,
    color: rgb(style.color),
    fill: rgb(style.fill),
    align: style.align && ALIGN[style.align],
    valign: VALIGN[style.valign ?? 'center'],
    wrap: style.wrap ? true : undefined,
    unlocked: style.unlocked,
    border: style.border ? true : undefined,
  };
}

/** The plan's style of every cell of a sheet. */
export class StyleMatrix {
  readonly columns: number;
  readonly rows: number;
  private readonly cells: Int32Array;

  constructor(cells: ResultCells) {
    this.rows = cells.rows;
    this.columns = cells.columns;
    this.cells = new Int32Array(this.rows * this.columns);
    for (let row = 0; row < this.rows; row++) cells.styles(row, this.cells.subarray(row * this.columns, (row + 1) * this.columns));
  }

  /**
   * Rectangles of cells whose styles have the same value; cells of value undefined are in none.
   * @param values by number of style
   */
  areas<V>(values: readonly (V | undefined)[]): Map<V, Area[]> {
    const found = new Map<V, Area[]>();
    let open = new Map<string, Area & { right: number }>();
    for (let column = 0; column < this.columns; column++) {
      const next = new Map<string, Area & { right: number }>();
      for (const { top, bottom, value } of this.runs(column, values)) {
        const key = `${top},${bottom},${String(value)}`;
        const before = open.get(key);
        if (before) before.right = column;
        const area = before ?? { top, bottom, left: column, right: column };
        next.set(key, area);
        if (before) continue;
        const list = found.get(value);
        if (list) list.push(area);
        else found.set(value, [area]);
      }
      open = next;
    }
    return found;
  }

  private *runs<V>(column: number, values: readonly (V | undefined)[]): Generator<{ top: number; bottom: number; value: V }> {
    let top = 0;
    let current: V | undefined;
    for (let row = 0; row <= this.rows; row++) {
      const style = row < this.rows ? this.cells[row * this.columns + column]! : NO_STYLE;
      const value = style === NO_STYLE ? undefined : values[style];
      if (value === current) continue;
      if (current !== undefined) yield { top, bottom: row - 1, value: current };
      top = row;
      current = value;
    }
  }
}

/** What to format, in as few areas as there are: properties that hold for the same cells are set together. */
export function lookAreas(matrix: StyleMatrix, styles: readonly CellStyle[]): LookAreas[] {
  const looks = styles.map(lookOf);
  const together = new Map<string, LookAreas>();
  const properties = [
    'valign',
    'font',
    'size',
    'border',
    'bold',
    'italic',
    'underline',
    'color',
    'fill',
    'align',
    'wrap',
    'unlocked',
  ] as const;
  for (const property of properties) {
    for (const [value, areas] of matrix.areas(looks.map((look) => look[property]))) {
      const key = addressOf(areas);
      const before = together.get(key);
      together.set(key, { areas, look: { ...before?.look, [property]: value } });
    }
  }
  return [...together.values()];
}

export function numberFormatAreas(matrix: StyleMatrix, styles: readonly CellStyle[]): Map<string, Area[]> {
  return matrix.areas(styles.map(({ numberFormat }) => (numberFormat === 'General' ? undefined : numberFormat)));
}

export function addressOf(areas: readonly Area[]): string {
  return areas.map(areaName).join(',');
}
