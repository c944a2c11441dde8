import type { Units } from '../units/units';
import { isDecoration } from './decoration';
import { foldHeader } from './fold';
import type { HeaderColumn } from './header-columns';
import { splitUnit } from './header-unit';
import type { ColumnSpec, TableSpec } from './spec';
import { GUARDS, PLAIN_LEAVES } from './vocabulary';

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
}

export interface HeaderMatch {
  readonly matches: ReadonlyMap<string, ColumnMatch>;
  /** Columns of the spec for which two headers speak equally well. */
  readonly ambiguous: ReadonlyMap<string, readonly HeaderColumn[]>;
  /** Columns that a worse alias would have given to another header. */
  readonly others: ReadonlyMap<string, HeaderColumn>;
}

interface Forms {
  readonly header: HeaderColumn;
  readonly full: string;
  /** Joined from each level down, the last level last. */
  readonly suffixes: readonly string[];
  readonly relaxed: readonly string[];
}

const PART_WORD = '其中';
const YEAR = /^(?:(?:19|20)\d\d年(?:度|末)?|本年度?|当年|全年)|(?:\(?(?:19|20)\d\d年?(?:度|末)?\)?|\(本年\))$/gu;
const REMARK = /\([^()]*\)/gu;

const joinFold = (text: string): string => foldHeader(text).replace(/[/:>]/gu, '').replaceAll(PART_WORD, '');

function formsOf(header: HeaderColumn): Forms {
  let levels = header.levels.filter((level) => level !== PART_WORD).map((level) => joinFold(level));
  if (levels.length > 1 && PLAIN_LEAVES.has(levels.at(-1) ?? '')) levels = levels.slice(0, -1);
  const suffixes = levels.map((_, from) => levels.slice(from).join(''));
  // "工业总产值／上年" is 上年工业总产值.
  if (levels.length > 1) suffixes.push(`${levels.at(-1)}${levels.at(-2)}`);
  const relaxed = suffixes.map((text) => text.replace(REMARK, '').replace(YEAR, '')).filter((text) => text !== '');
  return { header, full: suffixes[0] ?? '', suffixes, relaxed };
}

function fitOf(forms: Forms, alias: string): Fit {
  const guarded = GUARDS.some((word) => forms.full.includes(word) && !alias.includes(word));
  if (forms.full === alias) return 4;
  if (guarded) return 0;
  if (forms.suffixes.includes(alias)) return 3;
  if (forms.relaxed.includes(alias)) return 2;
  if (alias.length < 3) return 0;
  return forms.relaxed.some((text) => {
    const at = text.indexOf(alias);
    if (at < 0) return false;
    const before = text.slice(0, at);
    const after = text.slice(at + alias.length);
    return (before === '' || isDecoration(before)) && (after === '' || isDecoration(after));
  })
    ? 1
    : 0;
}

/** Folded aliases of a column; a unit written in an alias is not compared. */
export function foldedAliases(column: ColumnSpec, units: Units): string[] {
  return column.header.map((alias) => joinFold(splitUnit(alias, units).name || alias));
}

/** Whether a header with this unit can hold what the spec asks for; no unit contradicts nothing. */
function unitFits(header: HeaderColumn, column: ColumnSpec, units: Units): boolean {
  if (column.kind !== 'number' || header.unit === undefined || column.unit === undefined || column.unit === 'from_header') return true;
  return units.factor(header.unit, column.unit) !== undefined;
}

/** Gives every column of the spec the header that fits best; a header serves one column only. */
export function matchHeaders(spec: TableSpec, headers: readonly HeaderColumn[], keyColumn: number, units: Units): HeaderMatch {
  const forms = headers.map(formsOf);
  const matches = new Map<string, ColumnMatch>();
  const ambiguous = new Map<string, readonly HeaderColumn[]>();
  const others = new Map<string, HeaderColumn>();
  const taken = new Set<number>();
  const key = headers.find((header) => header.column === keyColumn) ?? { column: keyColumn, levels: [], unit: undefined, row: 0 };
  matches.set(spec.key, { header: key, fit: 4, alias: 0 });
  taken.add(keyColumn);

  const wanted = Object.entries(spec.columns)
    .filter(([name]) => name !== spec.key)
    .map(([name, column]) => ({ name, column, aliases: foldedAliases(column, units) }));
  for (const level of [4, 3, 2, 1] as const) {
    const claims = new Map<number, { name: string; alias: number }[]>();
    const choices = new Map<string, ColumnMatch[]>();
    for (const { name, column, aliases } of wanted) {
      if (matches.has(name) || ambiguous.has(name)) continue;
      const fitting: ColumnMatch[] = [];
      for (const form of forms) {
        if (taken.has(form.header.column)) continue;
        const alias = aliases.findIndex((text) => fitOf(form, text) === level);
        if (alias >= 0) fitting.push({ header: form.header, fit: level, alias });
      }
      const compatible = fitting.filter((match) => unitFits(match.header, column, units));
      const pool = compatible.length > 0 ? compatible : fitting;
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
