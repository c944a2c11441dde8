/** The texts of one sheet after another; of the table that all sheets share each keeps only those that it uses. */
export class TextTable {
  /** Texts of the sheet in hand. */
  texts: string[] = [];
  private own = new Map<string, number>();
  private sheet = 0;
  private readonly place: Int32Array;
  private readonly usedBy: Int32Array;

  constructor(private readonly shared: readonly string[]) {
    this.place = new Int32Array(shared.length);
    this.usedBy = new Int32Array(shared.length);
  }

  get sharedTexts(): number {
    return this.shared.length;
  }

  /** Begins the next sheet, or the same one anew. */
  begin(): void {
    this.sheet++;
    this.texts = [];
    this.own = new Map();
  }

  /** The text's place among those of the sheet; -1 for an empty one. */
  sharedText(index: number): number {
    if (this.usedBy[index] === this.sheet) return this.place[index]!;
    const text = this.shared[index]!;
    this.usedBy[index] = this.sheet;
    return (this.place[index] = text === '' ? -1 : this.texts.push(text) - 1);
  }

  text(value: string): number {
    let place = this.own.get(value);
    if (place === undefined) this.own.set(value, (place = this.texts.push(value) - 1));
    return place;
  }
}
