import { CellKind } from '../../grid';
import type { Problem, Proposal } from '../../problem';
import type { Units } from '../../units/units';
import { tableWords } from '../../words/table';
import type { Candidate } from '../assign/candidates';
import { isColumn } from '../assign/accepted-headers';
import { unitFits } from '../assign/header-match';
import { foldHeader, foldText } from '../fold';
import { pathOf, type HeaderColumn } from '../describe/header-columns';
import type { Layout } from '../describe/layout';
import type { TableSource } from '../describe/source';
import type { ColumnSpec, TableSpec } from '../spec';
import { likeness } from './nearest-value';

/** Below this likeness a header is another one; with a unit that fits, a little less is enough. */
export const ALIKE = 0.5;
const ALIKE_IN_UNIT = 0.4;
/** A header that holds the whole name, and words that make it another figure. */
const HOLDS = 0.75;
const SHORTEST_HELD = 3;
/** A header with a unit that does not fit has to be liker. */
const ALMOST_SAME = 0.7;
const LONGEST = 40;
/** Rows that are looked at for figures. */
const PROBED = 50;

/**
 * Columns that the table lacks. Where a header that nothing else uses is like one of them it is named, never taken: each header for the
 * column that it is most like.
 */
export function absentColumns(
  spec: TableSpec,
  layout: Layout,
  absent: readonly string[],
  free: readonly HeaderColumn[],
  rows: Int32Array,
  units: Units,
): Problem[] {
  if (absent.length === 0) return [];
  const { source } = layout;
  const title = (key: string): string => spec.columns[key]?.header[0] ?? key;
  const problems = [...nearHeaders(spec, layout, absent, free, rows, units)].map(([key, header]): Problem => {
    const proposal = isColumn(spec, layout, header, key);
    return {
      severity: 'warning',
      code: 'column-near',
      sheet: source.sheet.name,
      cell: proposal.cell,
      ...tableWords.columnNear(title(key), pathOf(header), proposal.cell),
      proposals: [proposal],
    };
  });
  return [
    ...problems,
    {
      severity: 'info',
      code: 'columns-not-found',
      sheet: source.sheet.name,
      cell: source.cellName(layout.first, layout.keyColumn),
      ...tableWords.columnsNotFound(absent.map(title)),
    },
  ];
}

/** Columns that a table cannot do without, where a header is like one. */
export function nearLacking({ spec, layout, match }: Candidate, units: Units): Proposal[] {
  const used = new Set([...match.matches.values()].map(({ header }) => header.column));
  const absent = Object.keys(spec.columns).filter(
    (key) => spec.columns[key]!.required && !match.matches.has(key) && !match.ambiguous.has(key),
  );
  const free = layout.columns.filter(({ column }) => !used.has(column));
  const rows = Int32Array.from({ length: Math.min(PROBED, layout.end - layout.last - 1) }, (_, at) => layout.last + 1 + at);
  return [...nearHeaders(spec, layout, absent, free, rows, units)].map(([key, header]) => isColumn(spec, layout, header, key));
}

/** Column → the header that is most like it. */
function nearHeaders(
  spec: TableSpec,
  layout: Layout,
  absent: readonly string[],
  free: readonly HeaderColumn[],
  rows: Int32Array,
  units: Units,
): ReadonlyMap<string, HeaderColumn> {
  const { source } = layout;
  const withFigures = free.filter(({ column }) =>
    rows.subarray(0, PROBED).some((row) => source.kind(row, column) === CellKind.number || source.formula(row, column) !== undefined),
  );
  const formsOf = new Map(free.map((header) => [header, headerForms(header)]));
  const pairs = absent.flatMap((key) =>
    (spec.columns[key]?.kind === 'number' ? withFigures : free)
      .map((header) => ({ key, header, like: likeForms(spec.columns[key]?.header ?? [], formsOf.get(header)!, ALIKE_IN_UNIT) }))
      .filter(({ header, like }) => like >= leastLike(header, spec.columns[key]!, units))
      .concat(holdsList(source, spec.columns[key]!, free, rows).map((header) => ({ key, header, like: ALIKE }))),
  );
  pairs.sort((a, b) => b.like - a.like);
  const near = new Map<string, HeaderColumn>();
  const given = new Set<HeaderColumn>();
  for (const { key, header } of pairs) {
    if (near.has(key) || given.has(header)) continue;
    near.set(key, header);
    given.add(header);
  }
  return near;
}

/** The one free column whose cells are all values of the list; none where several are. */
function holdsList(source: TableSource, column: ColumnSpec, free: readonly HeaderColumn[], rows: Int32Array): readonly HeaderColumn[] {
  if (column.kind !== 'list' || !column.values) return [];
  const known = new Set([...column.values, ...(column.spellings?.keys() ?? [])].map(foldText));
  const holding = free.filter(({ column: at }) => {
    const texts = [...rows.subarray(0, PROBED)].map((row) => foldText(source.shown(row, at))).filter((text) => text !== '');
    return texts.length > 0 && texts.every((text) => known.has(text));
  });
  return holding.length === 1 ? holding : [];
}

const leastLike = (header: HeaderColumn, column: ColumnSpec, units: Units): number =>
  !unitFits(header, column, units) ? ALMOST_SAME : header.unit === undefined ? ALIKE : ALIKE_IN_UNIT;

/** The ways in which a header may be meant: its lowest level, and all levels together. */
const headerForms = ({ levels }: HeaderColumn): readonly string[] =>
  [...new Set([foldHeader(levels.at(-1) ?? ''), foldHeader(levels.join(''))].map((text) => text.slice(0, LONGEST)))].filter(
    ({ length }) => length >= 2,
  );

/** How like a header is to the nearest of a column's accepted ones, 0 to 1. */
export const nearness = (accepted: readonly string[], header: HeaderColumn): number => likeForms(accepted, headerForms(header), 0);

function likeForms(accepted: readonly string[], forms: readonly string[], least: number): number {
  let best = 0;
  for (const one of accepted) {
    const folded = foldHeader(one).slice(0, LONGEST);
    for (const form of forms) {
      best = Math.max(best, likeness(form, folded, Math.max(best, least)));
      if (folded.length >= SHORTEST_HELD && form.includes(folded)) best = Math.max(best, HOLDS);
    }
  }
  return best;
}
