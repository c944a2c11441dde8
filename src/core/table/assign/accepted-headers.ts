import type { Proposal } from '../../problem';
import { tableWords } from '../../words/table';
import { pathOf, type HeaderColumn } from '../describe/header-columns';
import type { Layout } from '../describe/layout';
import type { TableSpec } from '../spec';
import type { ColumnMatch, HeaderMatch } from './header-match';

/** The proposal that a header is a column's. */
export const isColumn = (spec: TableSpec, { source }: Layout, header: HeaderColumn, key: string): Proposal => ({
  kind: 'header',
  cell: source.cellName(header.row, header.column),
  words: tableWords.isColumn(pathOf(header), spec.columns[key]?.header[0] ?? key),
  value: key,
});

/** The match with the headers that a person accepted for columns which had none, or several. */
export function withAccepted(spec: TableSpec, layout: Layout, match: HeaderMatch): HeaderMatch {
  const { source, columns } = layout;
  const { decided, sheet } = source;
  if (decided.isEmpty) return match;
  const matches = new Map<string, ColumnMatch>(match.matches);
  const ambiguous = new Map(match.ambiguous);
  const taken = new Set([...matches.values()].map(({ header }) => header.column));
  const isAccepted = (header: HeaderColumn, key: string): boolean =>
    !taken.has(header.column) && decided.would(sheet.name, isColumn(spec, layout, header, key));
  const accepted = new Set<string>();
  for (const key of Object.keys(spec.columns)) {
    if (matches.has(key)) continue;
    const [only, second] = (ambiguous.get(key) ?? columns).filter((header) => isAccepted(header, key));
    if (!only || second) continue;
    matches.set(key, { header: only, fit: 4, alias: 0, remarks: [] });
    ambiguous.delete(key);
    taken.add(only.column);
    accepted.add(key);
  }
  if (accepted.size === 0) return match;
  for (const [key, headers] of ambiguous) {
    const rest = headers.filter(({ column }) => !taken.has(column));
    if (rest.length > 0) ambiguous.set(key, rest);
    else ambiguous.delete(key);
  }
  return { ...match, matches, ambiguous, accepted };
}
