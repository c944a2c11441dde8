import type { Problem, Proposal } from '../../problem';
import type { Units } from '../../units/units';
import { periodWords } from '../../words/period';
import { tableWords } from '../../words/table';
import { foldHeader, foldText } from '../fold';
import type { TableSpec } from '../spec';
import { assessedYear, calledAnother, datedCandidates, NO_YEAR, type AssessedYear, type Dated, type YearChoice } from './assessed-year';
import type { Candidate } from './candidates';
import { piecesOf, saysContinued } from './pieces';
import { otherYears, yearsBetween, yearUnclear } from './year-problems';

/** How far names speak for a candidate: 3 – a person says so, 2 – its sheet is called like the spec, 1 – sheet name, title or year hint at it, 0 – neutral. */
type NameLevel = 0 | 1 | 2 | 3;

interface Named extends Dated {
  readonly level: NameLevel;
}

/** Share of common headers from which two specs cannot be told apart by headers. */
const SAME_COLUMNS = 0.6;
/** A table left aside is mentioned when it has at least this share of the chosen one's columns. */
const NEARLY_AS_GOOD = 0.8;

const hintsOf = (spec: TableSpec): string[] => spec.sheet.map(foldText);
const placeOf = ({ layout }: Candidate): string => `${layout.source.sheet.name}!${layout.source.cellName(layout.first, layout.keyColumn)}`;
const samePlace = (a: Candidate, b: Candidate): boolean =>
  placeOf(a) === placeOf(b) && a.layout.source.transposed === b.layout.source.transposed;

/** Whether two specs look for the same headers, so that only names can tell their tables apart. */
export function areTwins(a: TableSpec, b: TableSpec): boolean {
  const ofA = twinned.get(a) ?? new WeakMap<TableSpec, boolean>();
  twinned.set(a, ofA);
  const known = ofA.get(b) ?? sharesHeaders(a, b);
  ofA.set(b, known);
  return known;
}

const twinned = new WeakMap<TableSpec, WeakMap<TableSpec, boolean>>();

function sharesHeaders(a: TableSpec, b: TableSpec): boolean {
  const headers = (spec: TableSpec): Set<string>[] =>
    Object.entries(spec.columns)
      .filter(([key]) => key !== spec.key)
      .map(([, column]) => new Set(column.header.map(foldHeader)));
  const [first, second] = [headers(a), headers(b)];
  const common = first.filter((one) => second.some((other) => [...one].some((header) => other.has(header)))).length;
  return common > 0 && common / Math.max(first.length, second.length) >= SAME_COLUMNS;
}

/** What names say of a table: how far they speak for the spec; undefined where it is another's. */
function levelByName(candidate: Dated, specs: readonly TableSpec[]): NameLevel | undefined {
  const { spec, layout, alone } = candidate;
  const titles = layout.titles.map(foldText);
  const { lastYear } = layout.source.words;
  // The name of a sheet with several such tables is that of none of them, unless they have no titles.
  const sheet = alone || titles.length === 0 ? foldText(layout.source.sheet.name) : '';
  const own = hintsOf(spec);
  if (own.includes(sheet)) return 2;
  const others = specs.filter((other) => other.id !== spec.id);
  if (others.some((other) => hintsOf(other)[0] === sheet && !candidate.beside.has(other.id))) return undefined;

  const words = [sheet, ...titles];
  const twins = others.filter((other) => areTwins(spec, other));
  const wantsLastYear = own.some((hint) => lastYear.test(hint));
  const lastYearTwin = twins.some((twin) => hintsOf(twin).some((hint) => lastYear.test(hint)));
  // A sheet that is called 上年 is last year's, whatever its titles have in common with this year's.
  if (twins.length > 0 && lastYear.test(sheet) && (wantsLastYear || lastYearTwin)) return wantsLastYear ? 1 : undefined;
  const longest = (hints: readonly string[]): number =>
    Math.max(0, ...hints.filter((hint) => words.some((word) => word.includes(hint))).map((hint) => hint.length));
  const mine = longest(own);
  const theirs = Math.max(0, ...twins.map((twin) => longest(hintsOf(twin))));
  if (theirs > mine) return undefined;
  const saysLastYear = words.some((word) => lastYear.test(word));
  if (twins.length > 0 && saysLastYear !== wantsLastYear && (saysLastYear ? lastYearTwin : mine === 0)) return undefined;
  return mine > 0 || (twins.length > 0 && saysLastYear && wantsLastYear) ? 1 : 0;
}

/** Whether a person said that the table is the spec's. */
const isAccepted = ({ spec, layout: { source, first, keyColumn } }: Candidate): boolean =>
  !source.decided.isEmpty && source.decided.would(source.sheet.name, useTable(source.cellName(first, keyColumn), '', spec.id));

/** The proposal to read a spec from the table whose key header stands in a cell. */
const useTable = (cell: string, words: string, spec: string): Proposal => ({ kind: 'table', cell, words, value: spec });
const useCandidate = (candidate: Candidate): Proposal => {
  const { spec, layout } = candidate;
  const cell = layout.source.cellName(layout.first, layout.keyColumn);
  return { ...useTable(cell, tableWords.useTable(spec.sheet[0] ?? spec.id, placeOf(candidate)), spec.id), sheet: layout.source.sheet.name };
};
/** One of two tables of parts of a year, or of a part and all of it. */
const usePeriod = (candidate: Dated): Proposal => {
  const proposal = useCandidate(candidate);
  const hint = candidate.spec.sheet[0] ?? candidate.spec.id;
  return { ...proposal, words: tableWords.usePeriod(hint, periodOf(candidate), placeOf(candidate)) };
};
const periodOf = ({ dated: { year, part } }: Dated): string => periodWords.period(year ?? 0, part);
const ofTwoPeriods = (one: Dated, other: Dated): boolean =>
  one.dated.year !== undefined && one.dated.year === other.dated.year && one.dated.part !== other.dated.part;

/** Whether a table bears last year's date, for a spec that is called last year's and may be of any year otherwise (上年结果). */
const namesLastYear = ({ spec, dated, layout }: Dated, year: number | undefined): boolean =>
  spec.yearsBack === undefined && year !== undefined && dated.year === year - 1 && layout.source.words.lastYear.test(spec.sheet[0] ?? '');

/** As {@link levelByName}; but the year that a table names outweighs all but the outright name of its sheet. */
function levelOf(candidate: Dated, specs: readonly TableSpec[], { year, tells }: AssessedYear): NameLevel | undefined {
  const { spec, dated, several, bothYears, layout } = candidate;
  if (isAccepted(candidate)) return 3;
  const byName = levelByName(candidate, specs);
  if (bothYears && several.length < 2) return spec.yearsBack === 1 ? 1 : byName;
  if (byName !== 2 && namesLastYear(candidate, year) && !calledAnother(candidate, specs)) return 1;
  const outright =
    candidate.alone && (byName === 2 || calledAnother(candidate, specs) || layout.source.words.lastYear.test(layout.source.sheet.name));
  if (year === undefined || !tells || spec.yearsBack === undefined || (outright && several.length < 2)) return byName;
  const wanted = year - spec.yearsBack;
  if (several.length > 1) return several.includes(wanted) ? (byName ?? 1) : undefined;
  if (dated.year === undefined) return byName;
  if (dated.year !== wanted) return undefined;
  return byName === undefined || byName === 0 ? 1 : byName;
}

export interface Choice {
  readonly chosen: ReadonlyMap<string, Dated>;
  /** Tables with which a chosen one goes on, by its spec. */
  readonly pieces: ReadonlyMap<string, readonly Dated[]>;
  readonly problems: Problem[];
  /** Specs for which no candidate was good enough. */
  readonly without: readonly TableSpec[];
  /** The year assessed, where a person or a table states it. */
  readonly year: number | undefined;
}

/** Whether the table does better for another spec. */
const fitsAnother = ({ spec, layout, matched }: Candidate, complete: readonly Candidate[]): boolean =>
  complete.some(
    (other) =>
      other.spec.id !== spec.id &&
      other.matched > matched &&
      other.layout.source.sheet === layout.source.sheet &&
      other.layout.source.transposed === layout.source.transposed &&
      other.layout.first === layout.first &&
      other.layout.left <= layout.keyColumn &&
      other.layout.right >= layout.keyColumn,
  );

/** Whether a column of figures is among those that the spec and the table share; or the spec asks for none. */
const hasFigures = ({ spec, match }: Candidate): boolean => {
  const isFigure = (key: string): boolean => spec.columns[key]?.kind === 'number';
  return !Object.keys(spec.columns).some(isFigure) || [...match.matches.keys(), ...match.ambiguous.keys()].some(isFigure);
};

/** A table that headers alone do not give to one of several specs, none of which has to be there. */
interface Unnamed {
  readonly best: Candidate;
  readonly fitting: readonly TableSpec[];
}

/** Tables that would do for twins and say of none that they are it: one problem a table. @param served specs that have a table */
function unnamedTables(nameless: readonly Unnamed[], served: ReadonlySet<string>): Problem[] {
  const byPlace = new Map(nameless.map((one) => [placeOf(one.best), one]));
  return [...byPlace.values()].map(({ best: { layout }, fitting }): Problem => {
    const { source } = layout;
    const left = fitting.filter(({ id }) => !served.has(id)).map(({ id, sheet: [name = id] }) => ({ id, name }));
    const names = left.map(({ name }) => name);
    const cell = source.cellName(layout.first, layout.keyColumn);
    return {
      severity: 'warning',
      code: 'table-unnamed',
      sheet: source.sheet.name,
      cell,
      ...tableWords.tableUnnamed(names),
      proposals: left.map(({ id, name }) => useTable(cell, tableWords.isTable(name), id)),
      oneOf: true,
    };
  });
}

/** Gives every spec its table, or says why it gets none. Where two tables fit equally well nothing is picked. */
export function chooseTables(
  specs: readonly TableSpec[],
  candidates: readonly Candidate[],
  only: string | undefined,
  units: Units,
  years: YearChoice = NO_YEAR,
): Choice {
  const chosen = new Map<string, Dated>();
  const pieces = new Map<string, readonly Dated[]>();
  const problems: Problem[] = [];
  const without: TableSpec[] = [];
  const nameless: Unnamed[] = [];
  const complete = datedCandidates(candidates.filter((candidate) => candidate.lacking.length === 0));
  const assessed = assessedYear(specs, complete, years);
  const { year } = assessed;

  specs.forEach((spec, place) => {
    const twins = specs.filter((other) => other.id !== spec.id && areTwins(spec, other));
    const bySheet = place === 0 && only !== undefined;
    const named: Named[] = [];
    const ofOtherYears: Dated[] = [];
    for (const candidate of complete) {
      if (candidate.spec.id !== spec.id) continue;
      const elsewhere = bySheet && candidate.layout.source.sheet.name !== only;
      const level = elsewhere ? undefined : bySheet && !isAccepted(candidate) ? 2 : levelOf(candidate, specs, assessed);
      const served =
        candidate.several.length < 2 &&
        !candidate.bothYears &&
        [...chosen].some(
          ([id, other]) =>
            twins.some((twin) => twin.id === id) && [other, ...(pieces.get(id) ?? [])].some((taken) => samePlace(taken, candidate)),
        );
      if (level !== undefined && !served) named.push({ ...candidate, level });
      else if (level === undefined && levelByName(candidate, specs) !== undefined) ofOtherYears.push(candidate);
    }
    const visible = named.filter((candidate) => !candidate.layout.source.sheet.hidden);
    const seen = visible.length > 0 ? visible : named;
    // What does better for another spec is that one's, as long as there is a table that does not.
    const own = seen.filter((candidate) => !fitsAnother(candidate, complete));
    const pool = own.length > 0 ? own : spec.optional ? seen.filter(hasFigures) : seen;
    const inOrder = [...pool];
    pool.sort((a, b) => b.level - a.level || b.matched - a.matched || Number(saysContinued(a)) - Number(saysContinued(b)));
    const best = pool[0];
    if (!best) {
      const problem = otherYears(spec, ofOtherYears, assessed, place === 0, years);
      if (problem) problems.push(problem);
      else without.push(spec);
      return;
    }
    if (assessed.open.length > 1 && !bySheet && (place === 0 || twins.includes(specs[0]!))) {
      // Until someone says which year it is, no table is this year's or last year's.
      const unclear = place === 0 ? yearUnclear(best, true, assessed, years) : undefined;
      if (unclear) problems.push(unclear);
      return;
    }
    const wanted = year === undefined || spec.yearsBack === undefined ? undefined : year - spec.yearsBack;
    if (best.yearColumn !== undefined && wanted !== undefined && !best.several.includes(wanted)) {
      const problem = otherYears(spec, [best], assessed, place === 0, years);
      if (problem) problems.push(problem);
      return;
    }
    const where = { sheet: best.layout.source.sheet.name, cell: best.layout.source.cellName(best.layout.first, best.layout.keyColumn) };
    const further = piecesOf(best, inOrder, units);
    const others = pool.filter((candidate) => candidate !== best && !further.some((piece) => samePlace(piece, candidate)));
    const second = others.find((candidate) => candidate.level === best.level);
    const hint = spec.sheet[0];
    if (second && second.matched === best.matched) {
      const oneSheet = where.sheet === second.layout.source.sheet.name;
      problems.push(
        yearsBetween(best, second) ?? {
          severity: 'block',
          code: 'two-tables-fit',
          ...where,
          ...(ofTwoPeriods(best, second)
            ? tableWords.twoPeriodsFit(spec.rowWord, periodOf(best), placeOf(best), periodOf(second), placeOf(second))
            : tableWords.twoTablesFit(spec.rowWord, placeOf(best), placeOf(second), hint, oneSheet)),
          proposals: [best, second].map(ofTwoPeriods(best, second) ? usePeriod : useCandidate),
          oneOf: true,
        },
      );
      return;
    }
    if (twins.length > 0 && best.level === 0) {
      // Headers alone cannot tell twins apart. The one that must be there may still take the only nameless table.
      const free = !spec.optional && twins.every((twin) => twin.optional);
      if (!free) {
        if (!spec.optional)
          problems.push({
            severity: 'block',
            code: 'no-matching-table',
            ...where,
            ...tableWords.needsSheetName(spec.rowWord, where.sheet, hint ?? spec.id),
            proposals: [useTable(where.cell, tableWords.isTable(hint ?? spec.id), spec.id)],
          });
        else nameless.push({ best, fitting: [spec, ...twins] });
        return;
      }
      problems.push({
        severity: 'info',
        code: 'table-by-headers',
        ...where,
        ...tableWords.takenByHeaders(where.sheet, hint ?? spec.id, twins.map((twin) => twin.sheet[0] ?? twin.id).join('、')),
      });
    }
    const unclear = yearUnclear(best, specs[0]?.id === spec.id, assessed, years);
    if (unclear) problems.push(unclear);
    if (best.level === 3) best.layout.source.accepts('table', best.layout.first, best.layout.keyColumn, spec.id);
    const other = best.level === 3 ? undefined : others.find((candidate) => candidate.matched >= best.matched * NEARLY_AS_GOOD);
    if (other) {
      problems.push({
        severity: 'warning',
        code: 'another-table-fits',
        ...where,
        ...tableWords.anotherTableFits(spec.rowWord, placeOf(best), placeOf(other)),
        proposals: [useCandidate(best)],
      });
    }
    chosen.set(spec.id, best);
    if (further.length > 0) pieces.set(spec.id, further);
  });
  const taken = [...chosen.values(), ...[...pieces.values()].flat()];
  problems.push(
    ...unnamedTables(
      nameless.filter(({ best }) => !taken.some((one) => samePlace(one, best))),
      new Set(chosen.keys()),
    ),
  );
  return { chosen, pieces, problems, without, year };
}
