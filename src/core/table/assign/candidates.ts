import { parseCellName } from '../../cell';
import { NOTHING_DECIDED, type Decided } from '../../decided';
import { CellKind, type SheetGrid } from '../../grid';
import type { Units } from '../../units/units';
import { foldHeader } from '../fold';
import { isColumn, withAccepted } from './accepted-headers';
import { foldedAliases, matchHeaders, type HeaderMatch, type WantedYear } from './header-match';
import { splitUnit, withoutMarks } from '../describe/header-unit';
import { layoutAt, type Layout } from '../describe/layout';
import { TableSource } from '../describe/source';
import { yearOfTable } from '../describe/table-year';
import type { TableSpec } from '../spec';
import type { Words } from '../words';

/** A table on a sheet that may be the one a spec looks for. */
export interface Candidate {
  readonly spec: TableSpec;
  readonly layout: Layout;
  readonly match: HeaderMatch;
  /** Columns of the spec that the table has (ambiguous ones too), the key included. */
  readonly matched: number;
  /** Required columns that it lacks, by their first header. */
  readonly lacking: readonly string[];
}

interface Anchor {
  readonly row: number;
  readonly column: number;
  readonly folded: string;
  /** A person took it for one. */
  readonly accepted?: true;
}

/** More key headers than this on one sheet are data, not headers. */
const MOST_HEADS = 400;
const LONGEST_HEADER = 40;
/** With blanks and line breaks around it. */
const LONGEST_PADDED = 400;
const LOOK_DOWN = 80;
const REMARK = /\([^()]*\)$/u;

const headerTitle = (spec: TableSpec, key: string): string => spec.columns[key]?.header[0] ?? key;

/** Key headers are compared without a remark or unit in brackets: "开发区名称（全称）". */
const keyForms = (text: string): string[] => {
  const folded = foldHeader(withoutMarks(text));
  if (folded.length > LONGEST_HEADER) return [];
  const bare = folded.replace(REMARK, '');
  return bare === folded || bare === '' ? [folded] : [folded, bare];
};

/** Cheap test that lets through every text that could fold to one of the keys: most texts of a large sheet are not even folded. */
function mayBeKey(keys: ReadonlySet<string>): RegExp {
  const loose = [...keys].map(
    (key) =>
      (key.match(/[\u4e00-\u9fff]|[^\u4e00-\u9fff]+/gu) ?? []).filter((run) => /[\u4e00-\u9fff]/.test(run)).join('[^\u4e00-\u9fff]*') ||
      '[^\u4e00-\u9fff]',
  );
  return new RegExp(loose.length > 0 ? loose.join('|') : '(?!)', 'u');
}

function anchorsOn(sheet: SheetGrid, keys: ReadonlySet<string>): Anchor[] {
  const { grid } = sheet;
  const anchors: Anchor[] = [];
  const likely = mayBeKey(keys);
  for (let row = 0; row < grid.rows; row++) {
    for (const column of grid.filled(row)) {
      if (grid.kind(row, column) !== CellKind.text) continue;
      const text = grid.text(row, column);
      if (text.length > LONGEST_PADDED || !likely.test(text)) continue;
      const folded = keyForms(text).find((form) => keys.has(form));
      if (folded !== undefined) anchors.push({ row, column, folded });
    }
  }
  return anchors;
}

/** Headers of which a person said that they stand over the names of the spec's rows. */
const acceptedKeys = (spec: TableSpec, sheet: SheetGrid, decided: Decided, keys: readonly string[]): Anchor[] =>
  decided.headersOf(sheet.name, spec.key).flatMap((cell) => {
    const at = parseCellName(cell);
    return at && keys[0] !== undefined ? [{ ...at, folded: keys[0], accepted: true }] : [];
  });

/** A figure in the row says that the key header's words are data there. Years may be headers. */
function rowHasFigures(source: TableSource, row: number, column: number): boolean {
  for (let at = column + 1; at < Math.min(source.columns, column + 80); at++) {
    if (source.kind(row, at) !== CellKind.number) continue;
    const value = source.number(row, at);
    if (!(Number.isInteger(value) && value >= 1949 && value <= 2100)) return true;
  }
  return false;
}

const signature = (source: TableSource, row: number, left: number, right: number): string => {
  const texts: string[] = [];
  for (let column = left; column <= right; column++) texts.push(foldHeader(source.shown(row, column)));
  return texts.join('|');
};

export function judge(spec: TableSpec, layout: Layout, units: Units, year?: WantedYear): Candidate {
  const match = withAccepted(spec, layout, matchHeaders(spec, layout.columns, layout.keyColumn, units, layout.source.words, year));
  const has = (key: string): boolean => match.matches.has(key) || match.ambiguous.has(key);
  const matched = match.matches.size + match.ambiguous.size;
  const others = Object.keys(spec.columns).filter((key) => key !== spec.key);
  // A table that shares nothing but the names of its rows is not this table, even if no single column is required.
  const wanted = matched > 1 || others.length === 0 ? others.filter((key) => spec.columns[key]?.required) : others.slice(0, 5);
  const lacking = wanted.filter((key) => !has(key)).map((key) => headerTitle(spec, key));
  return { spec, layout, match, matched, lacking };
}

/** Whether what a person took for the key's header still says the same, with the levels over it. */
function holdsKey({ spec, layout }: Candidate): boolean {
  const { source, columns, keyColumn } = layout;
  const header = columns.find(({ column }) => column === keyColumn);
  return header !== undefined && source.decided.accepts(source.sheet.name, isColumn(spec, layout, header, spec.key));
}

const better = (a: Candidate, b: Candidate): boolean =>
  a.lacking.length !== b.lacking.length ? a.lacking.length < b.lacking.length : a.matched > b.matched;

/** Finds, for every spec, the tables on one sheet whose key header and other headers it knows. */
export function candidatesOn(
  sheet: SheetGrid,
  specs: readonly TableSpec[],
  units: Units,
  words: Words,
  decided = NOTHING_DECIDED,
): Candidate[] {
  const upright = new TableSource(sheet, false, words, decided);
  const sideways = new TableSource(sheet, true, words, decided);
  const keysOf = new Map(
    specs.map((spec) => {
      const key = spec.columns[spec.key];
      return [spec.id, key ? foldedAliases(key, units) : []] as const;
    }),
  );
  const allKeys = new Set([...keysOf.values()].flat());
  const anchors = anchorsOn(sheet, allKeys);
  const found: Candidate[] = [];

  for (const spec of specs) {
    const keys = keysOf.get(spec.id) ?? [];
    const own = new Set(Object.values(spec.columns).flatMap((column) => foldedAliases(column, units)));
    const cut = { keys: allKeys, others: new Set([...allKeys].filter((key) => !own.has(key) || keys.includes(key))) };
    const heads: (Candidate & { signature: string; keyRow: number; alias: number })[] = [];
    for (const anchor of [...anchors, ...acceptedKeys(spec, sheet, decided, keys)]) {
      const alias = keys.indexOf(anchor.folded);
      if (alias < 0 || heads.length >= MOST_HEADS) continue;
      const { row, column } = anchor;
      const repeated = heads.some(
        (head) =>
          !head.layout.source.transposed &&
          head.layout.keyColumn === column &&
          head.keyRow < row &&
          head.signature === signature(upright, row, head.layout.left, head.layout.right) &&
          !saysOtherwise(head.layout, layoutAt(upright, row, column, units, cut)),
      );
      if (repeated) continue;
      let candidate = rowHasFigures(upright, row, column) ? undefined : judge(spec, layoutAt(upright, row, column, units, cut), units);
      const wanted = Object.keys(spec.columns).length;
      if ((!candidate || candidate.matched < wanted) && headersBelow(upright, row, column, own, units)) {
        const turned = judge(spec, layoutAt(sideways, column, row, units, cut), units);
        if (!candidate || better(turned, candidate)) candidate = turned;
      }
      if (!candidate || (anchor.accepted && !holdsKey(candidate))) continue;
      const at = heads.findIndex((head) => overlaps(head.layout, row, column));
      const head = { ...candidate, alias, keyRow: row, signature: signature(upright, row, candidate.layout.left, candidate.layout.right) };
      const rival = heads[at];
      if (!rival) heads.push(head);
      else if (head.alias < rival.alias || (head.alias === rival.alias && better(head, rival))) heads[at] = head;
    }
    const real = heads.filter((head) => head.matched > 1 || Object.keys(spec.columns).length === 1);
    found.push(...(real.length > 0 ? real : heads.slice(0, 1)));
  }
  return found.map((candidate) => ({ ...candidate, layout: { ...candidate.layout, end: endOf(candidate.layout, found) } }));
}

/** Whether the lines over a header that comes again say that figures of another year, or part of it, or in another unit follow: then it begins a table of its own. */
function saysOtherwise(first: Layout, again: Layout): boolean {
  if (again.titles.length === 0) return false;
  if (again.tableUnits.length > 0 && again.tableUnits.join() !== first.tableUnits.join()) return true;
  const [one, two] = [yearOfTable(first), yearOfTable(again)];
  const lastYear = (layout: Layout): boolean => layout.titles.some((title) => layout.source.words.lastYear.test(title));
  return (
    (one.year !== undefined && two.year !== undefined && (one.year !== two.year || one.part !== two.part)) ||
    lastYear(first) !== lastYear(again)
  );
}

/** Whether headers that the spec knows stand below the key header: then the table may lie on its side. */
function headersBelow(source: TableSource, row: number, column: number, own: ReadonlySet<string>, units: Units): boolean {
  for (let below = row + 1; below < Math.min(source.rows, row + LOOK_DOWN); below++) {
    const text = source.text(below, column);
    if (text !== '' && text.length <= LONGEST_PADDED && own.has(foldHeader(splitUnit(withoutMarks(text), units).name))) return true;
  }
  return false;
}

/** Whether the sheet's cell lies in the header of the layout. */
function overlaps(layout: Layout, row: number, column: number): boolean {
  const [r, c] = layout.source.transposed ? [column, row] : [row, column];
  return r >= layout.first && r <= layout.last && c >= layout.left && c <= layout.right;
}

/** A table ends where the titles of the next one below it begin. */
function endOf(layout: Layout, others: readonly Candidate[]): number {
  let end = layout.end;
  for (const { layout: other, matched } of others) {
    if (matched < 2) continue;
    if (other.source.transposed !== layout.source.transposed || other.first <= layout.last) continue;
    if (other.left > layout.right || other.right < layout.left) continue;
    end = Math.min(end, Math.max(other.top, layout.last + 1));
  }
  return end;
}
