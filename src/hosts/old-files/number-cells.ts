import { SHEET_COLUMNS } from '../../core/sheet-limits';

/** A number of a sheet. */
export interface NumberCell {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** The number of its cell format. */
  readonly style: number;
}

/** The numbers of a sheet in 14 bytes each; the library would make an object of 700 bytes of every one. */
export class NumberCells {
  private places = new Uint32Array(256);
  private styles = new Uint16Array(256);
  private values = new Float64Array(256);
  private size = 0;
  private inOrder = true;

  push(row: number, column: number, style: number, value: number): void {
    if (this.size === this.places.length) this.grow();
    const at = this.size++;
    const place = row * SHEET_COLUMNS + column;
    if (at > 0 && place <= this.places[at - 1]!) this.inOrder = false;
    this.places[at] = place;
    this.styles[at] = style;
    this.values[at] = value;
  }

  private grow(): void {
    const room = this.places.length * 2;
    const [places, styles, values] = [new Uint32Array(room), new Uint16Array(room), new Float64Array(room)];
    places.set(this.places);
    styles.set(this.styles);
    values.set(this.values);
    [this.places, this.styles, this.values] = [places, styles, values];
  }

  /** Row by row; of two at one place the later one. */
  *cells(): Generator<NumberCell, void, undefined> {
    const order = this.inOrder ? undefined : this.order();
    for (let n = 0; n < this.size; n++) {
      const at = order ? order[n]! : n;
      const place = this.places[at]!;
      if (order && n + 1 < this.size && this.places[order[n + 1]!] === place) continue;
      const row = Math.floor(place / SHEET_COLUMNS);
      yield { row, column: place - row * SHEET_COLUMNS, value: this.values[at]!, style: this.styles[at]! };
    }
  }

  private order(): Uint32Array {
    const { places } = this;
    return Uint32Array.from({ length: this.size }, (_, n) => n).sort((a, b) => places[a]! - places[b]! || a - b);
  }
}

const SCRATCH = new DataView(new ArrayBuffer(8));

/** An RK number ([MS-XLS] 2.5.217): 30 bits of an integer or of a double, perhaps in hundredths. */
export function rkNumber(bits: number): number {
  let value = bits >> 2;
  if ((bits & 2) === 0) {
    SCRATCH.setUint32(0, (bits & ~3) >>> 0);
    SCRATCH.setUint32(4, 0);
    value = SCRATCH.getFloat64(0);
  }
  return (bits & 1) === 0 ? value : value / 100;
}
