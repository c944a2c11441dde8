import { quoteSheet } from '../../core/cell';
import type { SheetsPlan } from '../../core/plan';
import { trimMarks } from '../../core/trim-marks';
import { resultWords as words } from './words';
import { LONGEST_SHEET_NAME, NOT_IN_SHEET_NAMES } from '../../core/sheet-limits';

/** Excel compares names without regard to case; width variants are taken as equal too, which only ever avoids a name. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** What a plan's names became in this workbook. */
export interface ResultNames {
  /** The sheets' names in the plan's order. */
  readonly sheets: readonly string[];
  /** The range names, sheet by sheet in the plan's order. */
  readonly ranges: readonly (readonly string[])[];
  /** A formula of the plan with the names as written. */
  rewrite(formula: string): string;
  /** A sheet's name as a link wants it, as written. */
  sheet(wanted: string): string;
}

/**
 * Chooses names that no sheet and no defined name of the user's has.
 * @param takenSheets names of sheets that stay
 * @param takenNames defined names of workbook scope that stay
 */
export function chooseNames(plan: SheetsPlan, takenSheets: readonly string[], takenNames: readonly string[]): ResultNames {
  const used = new Set(takenSheets.map(nameKey));
  const renamedSheets = new Map<string, string>();
  const sheets = plan.sheets.map(({ name }) => {
    const written = freeSheetName(legalSheetName(name), used, plan.mark ? words.renameSuffix : words.insertSuffix);
    used.add(nameKey(written));
    if (written !== name && !renamedSheets.has(nameKey(name))) renamedSheets.set(nameKey(name), written);
    return written;
  });
  const usedNames = new Set(takenNames.map(nameKey));
  const renamedRanges = new Map<string, string>();
  const ranges = plan.sheets.map((sheet) =>
    sheet.names.map(({ name }) => {
      const written = freeRangeName(legalRangeName(name), usedNames);
      usedNames.add(nameKey(written));
      if (written !== name && !renamedRanges.has(nameKey(name))) renamedRanges.set(nameKey(name), written);
      return written;
    }),
  );
  return {
    sheets,
    ranges,
    rewrite: (formula) => rewriteFormula(formula, renamedSheets, renamedRanges),
    sheet: (wanted) => renamedSheets.get(nameKey(wanted)) ?? wanted,
  };
}

/** What was not written as the plan has it, in Chinese. @param shortened texts that were cut to what a cell holds */
export function otherwiseWritten(plan: SheetsPlan, names: ResultNames, shortened: number): string[] {
  const said: string[] = [];
  plan.sheets.forEach((sheet, n) => {
    const told = plan.mark ? words.leftOut.renamed : words.leftOut.insertedAs;
    if (names.sheets[n] !== sheet.name) said.push(told(sheet.name, names.sheets[n]!));
    sheet.names.forEach(({ name }, k) => {
      if (names.ranges[n]![k] !== name) said.push(words.leftOut.renamedName(name, names.ranges[n]![k]!));
    });
  });
  if (shortened > 0) said.push(words.leftOut.shortened(shortened));
  return said;
}

/** Excel forbids \ / ? * [ ] : in a sheet's name, an apostrophe at its ends, and the name History. */
export function legalSheetName(name: string): string {
  const legal = cut(trimMarks(name.replace(NOT_IN_SHEET_NAMES, '_').replace(/\p{Cc}/gu, '_'), "'", "'"), LONGEST_SHEET_NAME).trim();
  if (legal === '') return words.unnamedSheet;
  return /^history$/i.test(legal) ? `${legal}_` : legal;
}

function freeSheetName(name: string, used: ReadonlySet<string>, suffixOf: (time: number) => string): string {
  let free = name;
  for (let time = 1; used.has(nameKey(free)); time++) {
    const suffix = suffixOf(time);
    free = cut(name, LONGEST_SHEET_NAME - suffix.length) + suffix;
  }
  return free;
}

/** The first so many UTF-16 units, never half of a surrogate pair. */
function cut(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}

/** A defined name is letters, digits, '_' and '.', and reads neither as a cell (A1, R1C1) nor as R or C. */
function legalRangeName(name: string): string {
  const legal = name
    .replace(/[^\p{L}\p{N}_.]/gu, '_')
    .replace(/^(?![\p{L}_])/u, '_')
    .slice(0, 240);
  return /^([a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(legal) ? `_${legal}` : legal;
}

function freeRangeName(name: string, used: ReadonlySet<string>): string {
  let free = name;
  for (let time = 2; used.has(nameKey(free)); time++) free = `${name}_${time}`;
  return free;
}

/** A quoted sheet is taken whether or not a '!' follows: what fails late would be tried again from every quote in it. */
const TOKENS = /"(?:[^"]|"")*"|'((?:[^']|'')+)'(!?)|([\p{L}_][\p{L}\p{N}_.]*)(!?)(?!\()/gu;

/**
 * A formula with other names of sheets and cells; texts in quotes stay as they are.
 * @param sheet what stands for a sheet's name and its '!', undefined where it stays
 * @param cells what stands for a defined name, undefined where it stays
 */
export function replaceNames(
  formula: string,
  sheet: (name: string) => string | undefined,
  cells: (name: string) => string | undefined = () => undefined,
): string {
  return formula.replace(
    TOKENS,
    (token, quoted: string | undefined, behind: string | undefined, word: string | undefined, bang: string | undefined) => {
      if (quoted !== undefined && behind === '') return token;
      if (quoted !== undefined) return sheet(quoted.replaceAll("''", "'")) ?? token;
      if (word === undefined) return token;
      return (bang === '!' ? sheet(word) : cells(word)) ?? token;
    },
  );
}

/** A formula of the plan with the names as written. */
export function rewriteFormula(formula: string, sheets: ReadonlyMap<string, string>, names: ReadonlyMap<string, string>): string {
  if (sheets.size === 0 && names.size === 0) return formula;
  return replaceNames(
    formula,
    (sheet) => {
      const written = sheets.get(nameKey(sheet));
      return written === undefined ? undefined : `${quoteSheet(written)}!`;
    },
    (name) => names.get(nameKey(name)),
  );
}
