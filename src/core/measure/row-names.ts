import { NameForms, NearNames } from '../names/name-forms';
import type { NameWords } from '../names/schema';
import { foldText } from '../table/fold';
import type { ReadTable } from '../table/spec';

type TableAt<P extends string> = (table: string, period: P) => ReadTable | undefined;

/**
 * Rows of tables by the text of their key column. The same name, but for width, case and spaces, is the same row; a place may leave out 市 or 省;
 * a zone whose name only resembles another's is never taken for it, but told as near.
 */
export class RowNames<P extends string> {
  readonly forms: NameForms;
  private readonly exact = new Map<string, ReadonlyMap<string, number>>();
  private readonly places = new Map<string, ReadonlyMap<string, number | undefined>>();
  private readonly similar = new Map<string, NearNames>();
  private readonly found = new Map<string, readonly number[]>();

  constructor(
    words: NameWords,
    private readonly tableAt: TableAt<P>,
  ) {
    this.forms = new NameForms(words);
  }

  row(table: string, name: string, period: P): number | undefined {
    const rows = this.once(this.exact, table, period, (keys) => new Map(keys.map((key, row) => [foldText(key), row])));
    return rows.get(foldText(name));
  }

  /** Row of a place: 广州 is 广州市, where the table has no other place that could be meant. */
  place(table: string, name: string, period: P): number | undefined {
    const own = this.row(table, name, period);
    if (own !== undefined) return own;
    const rows = this.once(this.places, table, period, (keys) => {
      const stems = new Map<string, number | undefined>();
      keys.forEach((key, row) => {
        const stem = this.forms.placeStem(key);
        stems.set(stem, stems.has(stem) ? undefined : row);
      });
      return stems;
    });
    const [typed, stem] = [foldText(name), this.forms.placeStem(name)];
    const row = rows.get(stem);
    if (row === undefined) return undefined;
    // 海州区 is not 海州市: one of the two has to be the bare name.
    const key = foldText(this.tableAt(table, period)?.keys[row] ?? '');
    return typed === stem || key === stem ? row : undefined;
  }

  /** Rows whose names are near; none where a row bears the name itself. */
  near(table: string, name: string, period: P): readonly number[] {
    if (name === '' || this.row(table, name, period) !== undefined) return [];
    const id = `${period}:${table}:${foldText(name)}`;
    let rows = this.found.get(id);
    if (!rows) {
      rows = this.once(this.similar, table, period, (keys) => new NearNames(this.forms, keys)).of(name);
      this.found.set(id, rows);
    }
    return rows;
  }

  private once<T>(known: Map<string, T>, table: string, period: P, make: (keys: readonly string[]) => T): T {
    const id = `${period}:${table}`;
    let made = known.get(id);
    if (made === undefined) known.set(id, (made = make(this.tableAt(table, period)?.keys ?? [])));
    return made;
  }
}

/**
 * Rows of one table that may be the same zone: their names differ in kind or administration alone, and no other word of the two rows says that they
 * are two. Row → the first of the others.
 */
export function doubledRows(table: ReadTable | undefined, forms: NameForms): ReadonlyMap<number, number> {
  const doubled = new Map<number, number>();
  if (!table) return doubled;
  const settled = table.ownNames ?? new Set<number>();
  const byStem = new Map<string, number[]>();
  table.keys.forEach((key, row) => {
    const stem = forms.zoneStem(key);
    const known = byStem.get(stem);
    if (known) known.push(row);
    else byStem.set(stem, [row]);
  });
  const telling = [...table.columns.values()].filter(
    ({ key, spec }) => key !== table.spec.key && (spec.kind === 'list' || spec.kind === 'text'),
  );
  const apart = (one: number, other: number): boolean =>
    telling.some(({ texts }) => {
      const [a, b] = [texts[one] ?? '', texts[other] ?? ''];
      return a !== '' && b !== '' && forms.placeStem(a) !== forms.placeStem(b);
    });
  for (const rows of byStem.values()) {
    for (const row of rows) {
      const other = rows.find(
        (one) =>
          one !== row &&
          !settled.has(one) &&
          !settled.has(row) &&
          foldText(table.keys[one]!) !== foldText(table.keys[row]!) &&
          !apart(one, row),
      );
      if (other !== undefined) doubled.set(row, other);
    }
  }
  return doubled;
}
