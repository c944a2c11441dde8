import type { Units } from '../../units/units';
import { bareTitle } from '../describe/bare-title';
import { readRows } from '../describe/data-rows';
import type { Layout } from '../describe/layout';
import { foldText } from '../fold';
import type { Dated } from './assessed-year';

const namesOf = ({ source, titles }: Layout): readonly string[] => [source.sheet.name, ...titles];

/** Whether a table says that it goes on with another one. */
export const saysContinued = ({ layout }: Dated): boolean =>
  namesOf(layout).some((text) => layout.source.words.continued.test(foldText(text)));

/** Titles without unit lines and particulars, the sheet's name where there are none. */
function titlesOf({ source, titles }: Layout): readonly string[] {
  const bare = (text: string): string => bareTitle(text, source.words);
  const named = titles
    .filter((text) => !foldText(text).includes(':'))
    .map(bare)
    .filter((text) => text !== '');
  // A title that says nothing but 续表 is one: the sheet's name is not asked then.
  return named.length > 0 || titles.some((text) => source.words.continued.test(foldText(text))) ? named : [bare(source.sheet.name)];
}

/** Names of the rows, folded. */
const rowsOf = (layout: Layout, units: Units): readonly string[] => readRows(layout, units).keys.map(foldText);

/** How many columns further right the same headers stand; undefined where the headers are not the same. */
export function shiftOf({ layout, match, spec }: Dated, other: Dated): number | undefined {
  if (layout.source.transposed || other.layout.source.transposed) return undefined;
  if (match.ambiguous.size > 0 || other.match.ambiguous.size > 0 || match.matches.size !== other.match.matches.size) return undefined;
  const shift = other.layout.keyColumn - layout.keyColumn;
  const tableUnits = layout.tableUnits.join() === other.layout.tableUnits.join();
  for (const [key, { header, fit }] of match.matches) {
    const same = other.match.matches.get(key);
    if (!same || same.fit !== fit || same.header.column - header.column !== shift) return undefined;
    // Whatever unit the sheet states is the column's: it has to be one.
    if (spec.columns[key]?.unit === 'from_header' && (same.header.unit !== header.unit || !tableUnits)) return undefined;
  }
  return shift;
}

/**
 * Tables with which a chosen one goes on: the same headers in the same order, and either they say so (续表) or they bear the same title and
 * none of their rows stands in another piece. A bare 续表 goes on with what stands before it.
 * @param pool tables that would do for the spec, in the order of the workbook
 */
export function piecesOf(chosen: Dated, pool: readonly Dated[], units: Units): Dated[] {
  const whole = ({ several, bothYears, dated }: Dated): boolean => several.length < 2 && !bothYears && dated.clash.length === 0;
  if (!whole(chosen)) return [];
  const title = titlesOf(chosen.layout);
  const pieces: Dated[] = [];
  let names: Set<string> | undefined;
  let before: Dated | undefined;
  for (const candidate of pool) {
    const last = before;
    before = candidate;
    if (candidate === chosen || shiftOf(chosen, candidate) === undefined || !whole(candidate)) continue;
    const [one, two] = [chosen.dated.year, candidate.dated.year];
    if (one !== undefined && two !== undefined && one !== two) continue;
    const own = titlesOf(candidate.layout);
    const [fewer, more] = own.length < title.length ? [own, title] : [title, own];
    const follows = last !== undefined && (last === chosen || pieces.includes(last));
    const bare = own.length === 0 && follows && saysContinued(candidate);
    // A second line of a title need not come again.
    if (!bare && (fewer.length === 0 || !fewer.every((text) => more.includes(text)))) continue;
    const taken = (names ??= new Set(rowsOf(chosen.layout, units)));
    const rows = rowsOf(candidate.layout, units);
    if (rows.length === 0 || (!saysContinued(candidate) && rows.some((name) => taken.has(name)))) continue;
    rows.forEach((name) => taken.add(name));
    pieces.push(candidate);
  }
  return pieces;
}
