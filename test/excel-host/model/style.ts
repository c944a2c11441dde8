import { bounding, cellKey, cellsOf, contains, keyColumn, keyRow } from './area';
import type { Area } from './area';

/** What a format property can be; keys are wire names with dots: "fill.color", "font.bold", "borders.EdgeTop.style". */
export type StyleValue = string | number | boolean | null;

/** One format of a cell; equal formats are one object. */
export interface Style {
  readonly values: ReadonlyMap<string, StyleValue>;
  readonly next: Map<string, Style>;
}

export const styleDefaults: Readonly<Record<string, StyleValue>> = {
  numberFormat: 'General',
  horizontalAlignment: 'General',
  verticalAlignment: 'Bottom',
  wrapText: false,
  textOrientation: 0,
  readingOrder: 'Context',
  shrinkToFit: false,
  indentLevel: 0,
  autoIndent: false,
  'fill.color': '#FFFFFF',
  'fill.pattern': 'None',
  'fill.patternColor': '#000000',
  'fill.tintAndShade': 0,
  'fill.patternTintAndShade': 0,
  'font.name': '宋体',
  'font.size': 11,
  'font.color': '#000000',
  'font.bold': false,
  'font.italic': false,
  'font.underline': 'None',
  'font.strikethrough': false,
  'font.subscript': false,
  'font.superscript': false,
  'font.tintAndShade': 0,
  'protection.locked': true,
  'protection.formulaHidden': false,
};

const borderDefaults: Readonly<Record<string, StyleValue>> = { style: 'None', weight: 'Thin', color: '#000000', tintAndShade: 0 };

export function styleDefault(key: string): StyleValue {
  const known = styleDefaults[key];
  return known !== undefined ? known : (borderDefaults[key.slice(key.lastIndexOf('.') + 1)] ?? null);
}

export function styleValue(style: Style, key: string): StyleValue {
  const value = style.values.get(key);
  return value === undefined ? styleDefault(key) : value;
}

/** The formats of one sheet: one object a cell, and paints over whole rows or columns that lie below them. */
export class SheetStyles {
  private readonly plain: Style = { values: new Map(), next: new Map() };
  private readonly cells = new Map<number, Style>();
  private changes = 0;
  /** Paints too wide to be kept cell by cell, oldest first. */
  private readonly wide: { readonly area: Area; readonly key: string; readonly value: StyleValue }[] = [];

  at(row: number, column: number): Style {
    const own = this.cells.get(cellKey(row, column));
    if (own || this.wide.length === 0) return own ?? this.plain;
    let style = this.plain;
    for (const paint of this.wide) if (contains(paint.area, row, column)) style = this.derive(style, paint.key, paint.value);
    return style;
  }

  value(row: number, column: number, key: string): StyleValue {
    return styleValue(this.at(row, column), key);
  }

  set(on: Area, key: string, value: StyleValue): void {
    this.changes++;
    if (cellsOf(on) > 400000) {
      this.wide.push({ area: on, key, value });
      for (const [at, style] of this.cells) if (contains(on, keyRow(at), keyColumn(at))) this.cells.set(at, this.derive(style, key, value));
      return;
    }
    for (let row = on.top; row <= on.bottom; row++) {
      for (let column = on.left; column <= on.right; column++)
        this.cells.set(cellKey(row, column), this.derive(this.at(row, column), key, value));
    }
  }

  /** The value all cells share, null where they differ. */
  shared(on: Area, key: string): StyleValue {
    if (cellsOf(on) > 400000) return this.sharedWide(on, key);
    const first = this.value(on.top, on.left, key);
    for (let row = on.top; row <= on.bottom; row++) {
      for (let column = on.left; column <= on.right; column++) if (this.value(row, column, key) !== first) return null;
    }
    return first;
  }

  private sharedWide(on: Area, key: string): StyleValue {
    // What lies below the cells: the newest paint that covers all, if no newer one covers a part.
    let base = styleDefault(key);
    for (const paint of this.wide) {
      if (paint.key !== key) continue;
      const whole = bounding(paint.area, on);
      base = cellsOf(whole) === cellsOf(paint.area) ? paint.value : base === paint.value ? base : null;
    }
    for (const [at, style] of this.cells) if (contains(on, keyRow(at), keyColumn(at)) && styleValue(style, key) !== base) return null;
    return base;
  }

  clear(on: Area): void {
    this.changes++;
    for (const at of [...this.cells.keys()]) if (contains(on, keyRow(at), keyColumn(at))) this.cells.delete(at);
    for (let index = this.wide.length - 1; index >= 0; index--) {
      const paint = this.wide[index]!;
      if (cellsOf(bounding(paint.area, on)) === cellsOf(on)) this.wide.splice(index, 1);
    }
  }

  /** Takes over everything of another sheet's. */
  copy(other: SheetStyles): void {
    this.changes++;
    for (const [at, style] of other.cells) this.cells.set(at, style);
    this.wide.push(...other.wide);
  }

  /** Every cell's format goes to where its row goes; what is wider than cells stays. */
  moveRows(to: (row: number) => number | undefined): void {
    this.changes++;
    const moved = [...this.cells].flatMap(([at, style]) => {
      const row = to(keyRow(at));
      return row === undefined ? [] : [[cellKey(row, keyColumn(at)), style] as const];
    });
    this.cells.clear();
    for (const [at, style] of moved) this.cells.set(at, style);
  }

  copyRow(from: number, to: number): void {
    this.changes++;
    for (const [at, style] of [...this.cells]) {
      if (keyRow(at) === to) this.cells.delete(at);
      if (keyRow(at) === from) this.cells.set(cellKey(to, keyColumn(at)), style);
    }
  }

  /** Cells that have a format of their own: they count for the used range. */
  keys(): Iterable<number> {
    return this.cells.keys();
  }

  /** Grows with every change. */
  get revision(): number {
    return this.changes;
  }

  private derive(style: Style, key: string, value: StyleValue): Style {
    const step = `${key}=${typeof value}:${String(value)}`;
    let next = style.next.get(step);
    if (!next) {
      if (styleValue(style, key) === value && (style.values.has(key) || value === styleDefault(key))) next = style;
      else next = { values: new Map(style.values).set(key, value), next: new Map() };
      style.next.set(step, next);
    }
    return next;
  }
}
