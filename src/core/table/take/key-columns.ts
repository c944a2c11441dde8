import { CellKind } from '../../grid';
import type { Problem, Proposal } from '../../problem';
import type { Units } from '../../units/units';
import { isColumn } from '../assign/accepted-headers';
import { judge } from '../assign/candidates';
import type { HeaderColumn } from '../describe/header-columns';
import { layoutAt, NO_KEYS, type Layout } from '../describe/layout';
import { foldHeader, foldText } from '../fold';
import type { TableSpec } from '../spec';
import { ORDINAL_HEADER } from '../vocabulary';
import { ALIKE, nearness } from './absent-columns';

/** Rows that are looked at for names. */
const PROBED = 50;
/** So many columns are proposed to hold the names of the rows. */
const MOST_PROPOSED = 3;
/** Names are told apart: of so many cells, this share has to differ. */
const DISTINCT = 0.8;
/** Share of the names that have to end as those of zones do. */
const OF_ZONES = 0.5;

interface Likely {
  readonly proposal: Proposal;
  /** Whether the column's cells, or its header, say that it is. */
  readonly isSure: boolean;
  readonly score: number;
}

/**
 * Columns of a table with an unknown key header that may hold the names of its rows, by what they hold and by what their headers are like.
 * Where none or several of them are likely a person has to choose.
 */
export function keyColumns(spec: TableSpec, layout: Layout, units: Units): Pick<Problem, 'proposals' | 'oneOf'> {
  const found = layout.columns.flatMap((header) => likelyKey(spec, layout, header, units) ?? []).sort((a, b) => b.score - a.score);
  if (found.length === 0) return {};
  const sure = found.filter(({ isSure }) => isSure);
  if (sure.length === 1) return { proposals: [sure[0]!.proposal] };
  return { proposals: found.slice(0, MOST_PROPOSED).map(({ proposal }) => proposal), oneOf: true };
}

function likelyKey(spec: TableSpec, { source, last, end }: Layout, header: HeaderColumn, units: Units): Likely | undefined {
  const { column } = header;
  if (ORDINAL_HEADER.test(foldHeader(header.levels.at(-1) ?? ''))) return undefined;
  const names: string[] = [];
  let cells = 0;
  for (let row = last + 1; row < Math.min(end, last + 1 + PROBED); row++) {
    if (source.isBlank(row, column)) continue;
    cells++;
    if (source.kind(row, column) === CellKind.text) names.push(foldText(source.text(row, column)));
  }
  if (names.length === 0 || names.length < cells || (!spec.repeats && new Set(names).size < names.length * DISTINCT)) return undefined;
  const own = layoutAt(source, header.row, column, units, NO_KEYS);
  const { matched } = judge(spec, own, units);
  const proposal = isColumn(spec, own, own.columns.find((one) => one.column === column) ?? header, spec.key);
  // What is another column of the table by its header is not its key.
  if (matched < 2) return undefined;
  const like = nearness(spec.columns[spec.key]?.header ?? [], header);
  const { zoneEnds } = source.words;
  const ofZones = names.filter((name) => zoneEnds.some((zoneEnd) => name.endsWith(zoneEnd))).length / names.length;
  return { proposal, isSure: ofZones >= OF_ZONES || like >= ALIKE, score: ofZones + like + matched / 100 };
}
