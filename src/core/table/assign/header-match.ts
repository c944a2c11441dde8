import type { Units } from '../../units/units';
import { isDecoration } from './decoration';
import { foldHeader } from '../fold';
import type { HeaderColumn } from '../describe/header-columns';
import { splitUnit } from '../describe/header-unit';
import type { ColumnSpec, TableSpec } from '../spec';
import { yearsOfHeader } from '../describe/header-year';
import type { Words } from '../words';

/**
 * How well a header fits an alias.
 * 4 – the whole path is the alias; 3 – its last level or levels are; 2 – it is once the year and remarks in brackets are
 * dropped; 1 – what is left over are words that change nothing (全区, 总额, 情况 …); 0 – it does not fit.
 */
export type Fit = 0 | 1 | 2 | 3 | 4;

export interface ColumnMatch {
  readonly header: HeaderColumn;
  readonly fit: Fit;
  /** Place of the alias that fitted in the spec's list. */
  readonly alias: number;
  /** Remarks in brackets that the alias lacks and that may change what the header means. */
  readonly remarks: readonly string[];
}

/** The year whose figures are wanted, where the table holds those of several. */
export interface WantedYear {
  /** Undefined where no year is known: then headers of all years are looked at. */
  readonly year: number | undefined;
  /** Last year's figures: headers that say 上年 are theirs. */
  readonly lastYear: boolean;
  /** Whether columns of figures have to name the year: the table is another year's, too. */
  readonly named: boolean;
}

const ANY_YEAR: WantedYear = { year: undefined, lastYear: false, named: false };

export interface HeaderMatch {
  readonly matches: ReadonlyMap<string, ColumnMatch>;
  /** Columns of the spec for which two headers speak equally well. */
  readonly ambiguous: ReadonlyMap<string, readonly HeaderColumn[]>;
  /** Columns that a worse alias would have given to another header. */
  readonly others: ReadonlyMap<string, HeaderColumn>;
  /** Columns whose header a person accepted. */
  readonly accepted?: ReadonlySet<string>;
}

interface Forms {
  readonly header: HeaderColumn;
  readonly full: string;
  /** Joined from each level down, the last level last. */
  readonly suffixes: readonly string[];
  readonly relaxed: readonly string[];
  readonly remarks: readonly string[];
  /** Words in it that an alias needs, too. */
  readonly otherFigures: readonly string[];
}

const PART_WORD = '其中';
const REMARK = /\(([^()]*)\)/gu;
const REMARK_OF_YEAR = /^(?:(?:19|20)\d\d年?(?:度|末)?)$/u;

const joinFold = (text: string): string => foldHeader(text).replace(/[/:>]/gu, '').replaceAll(PART_WORD, '');

function formsOf(header: HeaderColumn, words: Words, { lastYear }: WantedYear): Forms {
  let levels = header.levels
    .filter((level, at) => level !== PART_WORD && (header.levels.length === 1 || !isYearLevel(level, words, lastYear && at > 0)))
    .map((level) => joinFold(level));
  if (levels.length > 1) {
    if (words.plainLevels.has(levels.at(-1) ?? '')) levels = levels.slice(0, -1);
  }
  const suffixes = levels.map((_, from) => levels.slice(from).join(''));
  // "工业总产值／上年" is 上年工业总产值.
  if (levels.length > 1) suffixes.push(`${levels.at(-1)}${levels.at(-2)}`);
  const relaxed = suffixes.map((text) => text.replace(REMARK, '').replace(words.yearAround, '')).filter((text) => text !== '');
  const remarks = [...(suffixes[0] ?? '').matchAll(REMARK)]
    .map(([, remark = '']) => remark)
    .filter((remark) => remark !== '' && !words.harmless.has(remark) && !REMARK_OF_YEAR.test(remark));
  const full = suffixes[0] ?? '';
  return { header, full, suffixes, relaxed, remarks, otherFigures: words.otherFigures.filter((word) => full.includes(word)) };
}

/** A level that only says of which year the figures are. @param before whether 上年 says no more than that, as last year's figures are wanted */
const isYearLevel = (level: string, words: Words, before: boolean): boolean =>
  yearsOfHeader(level).alone || (before && words.lastYearLevel.test(foldHeader(level)));

/** Whether a header can hold figures of the wanted year. */
function yearFits(header: HeaderColumn, column: ColumnSpec, { year, lastYear, named }: WantedYear): boolean {
  if (column.kind !== 'number') return true;
  if (header.lastYear && lastYear) return true;
  if (header.years.length === 0) return !named;
  return year === undefined || header.years.includes(year);
}

function fitOf(forms: Forms, alias: string, words: Words): Fit {
  if (forms.full === alias) return 4;
  if (forms.otherFigures.some((word) => !alias.includes(word))) return 0;
  if (forms.suffixes.includes(alias)) return 3;
  if (forms.relaxed.includes(alias)) return 2;
  if (alias.length < 3) return 0;
  return forms.relaxed.some((text) => {
    const at = text.indexOf(alias);
    if (at < 0) return false;
    const before = text.slice(0, at);
    const after = text.slice(at + alias.length);
    return (before === '' || isDecoration(before, words)) && (after === '' || isDecoration(after, words));
  })
    ? 1
    : 0;
}

/** Folded aliases of a column; a unit written in an alias is not compared. */
export function foldedAliases({ header }: ColumnSpec, units: Units): readonly string[] {
  const ofUnits = aliases.get(header) ?? new WeakMap<Units, readonly string[]>();
  aliases.set(header, ofUnits);
  const known = ofUnits.get(units) ?? header.map((alias) => joinFold(splitUnit(alias, units).name || alias));
  ofUnits.set(units, known);
  return known;
}

/** Accepted headers are a pack's, and are asked for with every sheet. */
const aliases = new WeakMap<readonly string[], WeakMap<Units, readonly string[]>>();

/** What the header says beyond the alias and may change its meaning: remarks in brackets, 规模以上 in a level above. */
function remarksOf(forms: Forms, alias: string, fit: Fit, words: Words): readonly string[] {
  if (fit === 4) return [];
  const above = words.changing.filter((word) => forms.full.includes(word) && !alias.includes(word));
  return [
    ...new Set([...(fit > 2 ? [] : forms.remarks), ...above.filter((word) => !forms.remarks.some((remark) => remark.includes(word)))]),
  ];
}

/** Whether a header with this unit can hold what the spec asks for; no unit contradicts nothing. */
export function unitFits(header: HeaderColumn, column: ColumnSpec, units: Units): boolean {
  if (column.kind !== 'number' || header.unit === undefined || column.unit === undefined) return true;
  if (column.unit === 'from_header') return !column.dimensions || column.dimensions.includes(units.dimension(header.unit) ?? '');
  return units.factor(header.unit, column.unit) !== undefined;
}

const NO_HEADER = (column: number): HeaderColumn => ({
  column,
  levels: [],
  unit: undefined,
  oddUnit: undefined,
  years: [],
  lastYear: false,
  row: 0,
});

/** Gives every column of the spec the header that fits best; a header serves one column only. */
export function matchHeaders(
  spec: TableSpec,
  headers: readonly HeaderColumn[],
  keyColumn: number,
  units: Units,
  words: Words,
  wanted: WantedYear = ANY_YEAR,
): HeaderMatch {
  const forms = headers.map((header) => formsOf(header, words, wanted));
  const matches = new Map<string, ColumnMatch>();
  const ambiguous = new Map<string, readonly HeaderColumn[]>();
  const others = new Map<string, HeaderColumn>();
  const taken = new Set<number>();
  const key = headers.find((header) => header.column === keyColumn) ?? NO_HEADER(keyColumn);
  matches.set(spec.key, { header: key, fit: 4, alias: 0, remarks: [] });
  taken.add(keyColumn);

  const columns = Object.entries(spec.columns)
    .filter(([name]) => name !== spec.key)
    .map(([name, column]) => ({ name, column, aliases: foldedAliases(column, units) }));
  for (const level of [4, 3, 2, 1] as const) {
    const claims = new Map<number, { name: string; alias: number }[]>();
    const choices = new Map<string, ColumnMatch[]>();
    for (const { name, column, aliases } of columns) {
      if (matches.has(name) || ambiguous.has(name)) continue;
      const fitting: ColumnMatch[] = [];
      for (const form of forms) {
        if (taken.has(form.header.column)) continue;
        // Most tables are headed as the pack says: nothing else is looked at then.
        const alias = level === 4 ? aliases.indexOf(form.full) : aliases.findIndex((text) => fitOf(form, text, words) === level);
        if (alias >= 0) fitting.push({ header: form.header, fit: level, alias, remarks: remarksOf(form, aliases[alias]!, level, words) });
      }
      const ofYear = fitting.filter((match) => yearFits(match.header, column, wanted));
      if (ofYear.length === 0 && wanted.named) continue;
      const timely = ofYear.length > 0 ? ofYear : fitting;
      const compatible = timely.filter((match) => unitFits(match.header, column, units));
      const pool = compatible.length > 0 ? compatible : timely;
      if (pool.length === 0) continue;
      const best = Math.min(...pool.map((match) => match.alias));
      choices.set(
        name,
        pool.filter((match) => match.alias === best),
      );
      const other = pool.find((match) => match.alias !== best);
      if (other) others.set(name, other.header);
      for (const match of pool.filter((one) => one.alias === best)) {
        claims.set(match.header.column, [...(claims.get(match.header.column) ?? []), { name, alias: match.alias }]);
      }
    }
    for (const [name, pool] of choices) {
      const free = pool.filter(
        ({ header, alias }) => !(claims.get(header.column) ?? []).some((claim) => claim.name !== name && claim.alias < alias),
      );
      const only = free[0];
      if (!only) continue;
      const rivals = (claims.get(only.header.column) ?? []).filter((claim) => claim.alias === only.alias);
      if (free.length > 1 || rivals.length > 1) {
        ambiguous.set(
          name,
          free.map((match) => match.header),
        );
      } else {
        matches.set(name, only);
        taken.add(only.header.column);
      }
    }
    for (const headersOfName of ambiguous.values()) for (const header of headersOfName) taken.add(header.column);
  }
  for (const [name, header] of others) {
    if (taken.has(header.column)) others.delete(name);
  }
  return { matches, ambiguous, others };
}
