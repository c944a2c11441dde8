import { CellKind, type SheetGrid } from './grid';

/** FNV-1a with 64 bits, kept in two halves, because a bigint for every byte is a hundred times slower. */
class Fnv64 {
  private high = 0xcbf29ce4;
  private low = 0x84222325;
  private readonly number = new DataView(new ArrayBuffer(8));

  byte(value: number): void {
    const low = (this.low ^ value) >>> 0;
    // × 0x100000001b3 = × 2^40 + × 0x1b3; every product stays below 2^53.
    const product = low * 0x1b3;
    this.high = (this.high * 0x1b3 + Math.floor(product / 0x1_0000_0000) + ((low << 8) >>> 0)) % 0x1_0000_0000;
    this.low = product >>> 0;
  }

  int(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 255);
  }

  double(value: number): void {
    this.number.setFloat64(0, value);
    for (let at = 0; at < 8; at++) this.byte(this.number.getUint8(at));
  }

  text(value: string): void {
    this.int(value.length);
    for (let at = 0; at < value.length; at++) {
      const unit = value.charCodeAt(at);
      this.byte(unit & 255);
      this.byte(unit >>> 8);
    }
  }

  hex(): string {
    return [this.high, this.low].map((half) => half.toString(16).padStart(8, '0')).join('');
  }
}

/**
 * Fingerprint of everything that the table reader looks at: names, cells with their number formats, merged areas. Sheets of our own
 * are left out, so writing results does not change it. It tells whether figures changed since a result; it is no protection
 * against someone who wants two workbooks to look alike.
 * @returns 16 hexadecimal digits
 */
export function fingerprintOf(sheets: readonly SheetGrid[]): string {
  const hash = new Fnv64();
  const formats = new Map<string, number>();
  for (const { name, grid, hidden, owned } of sheets) {
    if (owned) continue;
    hash.text(name);
    hash.byte(Number(hidden));
    for (const { top, left, bottom, right } of grid.merges) [top, left, bottom, right].forEach((edge) => hash.int(edge));
    for (let row = 0; row < grid.rows; row++) {
      for (const column of grid.filled(row)) {
        const kind = grid.kind(row, column);
        hash.int(row);
        hash.int(column);
        hash.byte(kind);
        if (kind === CellKind.number) {
          hash.double(grid.number(row, column));
          const format = grid.format(row, column);
          if (format === 'General') continue;
          const known = formats.get(format);
          hash.int(known ?? formats.size);
          if (known === undefined) {
            hash.text(format);
            formats.set(format, formats.size);
          }
        } else if (kind === CellKind.boolean) {
          const cell = grid.cell(row, column);
          hash.byte(Number(cell.kind === 'boolean' && cell.value));
        } else {
          hash.text(grid.text(row, column));
        }
      }
    }
  }
  return hash.hex();
}

/** Fingerprint of texts, whatever their order. @returns 16 hexadecimal digits */
export function fingerprintOfTexts(texts: readonly string[]): string {
  const hash = new Fnv64();
  for (const text of [...texts].sort()) hash.text(text);
  return hash.hex();
}
