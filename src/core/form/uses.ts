import { parametersIn } from '../pack/parameters-in';
import type { Pack } from '../pack/schema';
import { titleOf } from '../pack/references';
import { adjustmentWords } from '../words/adjustments';
import { formWords as words } from '../words/form';

/** What a parameter turns on or changes: rules, the result sheets that hold them, indicators, derived figures, checks, scoring. */
export function usesOf(pack: Pack, parameter: string): readonly string[] {
  const of = <T>(parts: Readonly<Record<string, T>>): [string, T][] =>
    Object.entries(parts).filter(([, part]) => parametersIn(part).has(parameter));
  const rules = of(pack.rules);
  const found = new Set(rules.map(([key]) => key));
  const sheets = pack.sheets.filter((sheet) => sheet.rules.some((rule) => found.has(rule)));
  const { gaps, adjustments, ...scoring } = pack.scoring;
  return [
    ...rules.map(([, { title }]) => words.uses.rule(title)),
    ...(sheets.length === 0 ? [] : [words.uses.sheets(sheets.map(({ title }) => title))]),
    ...of(pack.indicators).map(([key, { title }]) => words.uses.indicator(title ?? titleOf(pack, key))),
    ...of(pack.dimensions).map(([, { title }]) => words.uses.dimension(title)),
    ...of(pack.measures).map(([, { title }]) => words.uses.measure(title)),
    ...(of(pack.checks).length === 0 ? [] : [words.uses.check]),
    ...adjustments.filter((one) => parametersIn(one).has(parameter)).map((one) => words.uses.adjustment(adjustmentWords.title(one))),
    ...of(pack.grades).map(([, { title }]) => words.uses.grades(title)),
    ...(parametersIn(scoring).has(parameter) ? [words.uses.scoring] : []),
    ...(gaps !== undefined && 'parameter' in gaps && (gaps.parameter === parameter || gaps.ground === parameter) ? [words.uses.gaps] : []),
  ];
}
