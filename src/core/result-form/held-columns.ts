import type { Figures } from '../measure/figures';
import { columnsOf, declaredUnit, keyColumnOf, titleOf } from '../pack/references';
import type { Pack } from '../pack/schema';
import { chosenReference } from '../parameters/parameter-sheet';
import { foldHeader } from '../table/fold';
import type { ColumnSpec, TableSpec } from '../table/spec';
import { handOutWords } from '../words/hand-out';
import { resultFormWords as words } from '../words/result-form';

/** What a result holds under the name of the zone; `of` is a key of the pack. */
export type Held =
  { readonly kind: FixedKind } | { readonly kind: 'scale' | 'dimension' | 'indicator' | 'points' | 'column'; readonly of: string };

export type FixedKind =
  | 'zone'
  | 'order'
  | 'rank'
  | 'total'
  | 'lastRank'
  | 'moved'
  | 'grade'
  | 'verdict'
  | 'consequence'
  | 'clause'
  | 'remark'
  | 'rule'
  | 'value'
  | 'limit'
  | 'statement';

const FIXED: readonly FixedKind[] = [
  ...(['zone', 'order', 'rank', 'total', 'lastRank', 'moved', 'grade', 'verdict', 'consequence'] as const),
  ...(['clause', 'remark', 'rule', 'value', 'limit', 'statement'] as const),
];

/** Names that come first in their list are the plain ones. */
const MOST_NAMES = 8;

export const ZONE = 'zone';

/** What a result holds, as a table whose headers are looked for on a form just as those of input are. */
export interface HeldTable {
  readonly spec: TableSpec;
  readonly held: ReadonlyMap<string, Held>;
  /** What a header may be like that is none of the accepted ones: those without the groups under which they may stand. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

export function heldTable(pack: Pack, figures: Figures): HeldTable {
  const main = columnsOf(pack, pack.main_table);
  const key = keyColumnOf(pack, pack.main_table);
  const columns: Record<string, ColumnSpec> = {};
  const held = new Map<string, Held>();
  const names = new Map<string, readonly string[]>();
  const taken = new Set<string>();
  /** A header that two of them could have is the first one's. */
  const add = (what: Held, header: readonly string[], spec: Pick<ColumnSpec, 'kind' | 'unit'> = { kind: 'text' }): void => {
    const own = header.filter((alias) => !taken.has(foldHeader(alias)));
    if (own.length === 0) return;
    for (const alias of own) taken.add(foldHeader(alias));
    const id = 'of' in what ? `${what.kind}:${what.of}` : what.kind;
    held.set(id, what);
    names.set(id, own.slice(0, 'of' in what ? 1 : MOST_NAMES));
    columns[id] = { header: own, required: what.kind === ZONE, ...spec };
  };
  for (const kind of FIXED)
    add(
      { kind },
      kind === ZONE ? [titleOf(pack, key), ...(main[key]?.header ?? []), pack.subject, ...words.headers.zone] : words.headers[kind],
    );
  for (const [of, { title }] of Object.entries(pack.grades)) add({ kind: 'scale', of }, [title]);
  for (const [of, { title }] of Object.entries(pack.dimensions)) add({ kind: 'dimension', of }, [title, ...words.points(title)]);
  for (const [of, indicator] of Object.entries(pack.indicators)) {
    const measure = chosenReference(figures.settings, indicator.measure ?? of) ?? '';
    const title = indicator.title ?? titleOf(pack, measure);
    if (title === '') continue;
    const unit = figures.series(measure).unit ?? declaredUnit(pack, measure);
    add({ kind: 'indicator', of }, [title], { kind: 'number', ...(unit !== undefined && unit !== 'from_header' && { unit }) });
    add({ kind: 'points', of }, words.points(title));
  }
  for (const [of, { header, kind, unit }] of Object.entries(main)) {
    if (of === key) continue;
    const more = handOutWords.isCity(header[0]!) ? words.headers.city : [];
    add({ kind: 'column', of }, [...header, ...more], { kind, ...(unit !== undefined && unit !== 'from_header' && { unit }) });
  }
  return {
    spec: { id: 'result', sheet: [words.prefix], rowWord: pack.subject, key: ZONE, repeats: true, optional: true, columns },
    held,
    names,
  };
}
