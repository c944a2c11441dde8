/**
 * A digest of what stands in a sheet's cells: constants and formulas, not the values that formulas come to, because those of NOW() or
 * RAND() change by themselves. Only cells that hold something count, so it is the same however the sheet was cut into blocks, as
 * long as the blocks come in the order of rows.
 */
export class CellDigest {
  private low = 0x811c9dc5;
  private high = 0x1000193;
  private cells = 0;

  add(top: number, left: number, formulas: readonly (readonly unknown[])[]): void {
    formulas.forEach((row, r) =>
      row.forEach((formula, c) => {
        if (formula === '') return;
        this.cells++;
        this.int(top + r);
        this.int(left + c);
        this.text(`${typeof formula}${String(formula)}`);
      }),
    );
  }

  private int(value: number): void {
    this.low = Math.imul(this.low ^ value, 0x01000193);
    this.high = Math.imul(this.high + value, 0x85ebca6b) ^ (this.high >>> 13);
  }

  private text(text: string): void {
    for (let at = 0; at < text.length; at++) this.int(text.charCodeAt(at));
  }

  get value(): string {
    return `${this.cells}:${(this.low >>> 0).toString(16)}:${(this.high >>> 0).toString(16)}`;
  }
}
