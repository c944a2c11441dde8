import { dataWeightingOf, dataWeightingProblems } from '../parameters/data-weighting';
import { comparedWeights, type ComparedWeights } from '../parameters/comparisons';
import { readComparison, readParameter, readWeight, typed, type Setting } from '../parameters/setting-value';
import type { UserWeight } from '../parameters/parameter-sheet';
import type { Problem } from '../problem';
import { userWeights } from '../ranking/user-weights';
import { CELL_TEXT_LIMIT } from '../sheet-limits';
import { formWords as words } from '../words/form';
import { idOf, refOf } from './setting-places';
import type { FormField, FormParameter, SettingsForm, WeightGroup } from './settings-form';

/** What a text that was typed into a field comes to, by the checks that read the sheet. */
export function checkEntry(field: FormField | FormParameter, text: string): Setting<number | string> {
  if (text.length > CELL_TEXT_LIMIT) return { refused: { code: 'long-text', ...words.tooLong(CELL_TEXT_LIMIT) } };
  if ('parameter' in field) return readParameter(typed(text), field.parameter);
  return refOf(field.id).kind === 'pair' ? readComparison(typed(text), field.title) : readWeight(typed(text), field.title);
}

/** What is wrong with the weights of a group as they stand in the form: not all of them there, another total than 100, … */
export interface GroupProblem {
  readonly group: WeightGroup;
  readonly problem: Problem;
}

/** @param textOf what a field holds now */
export function checkWeights(
  form: SettingsForm,
  textOf: (field: FormField) => string,
): { readonly problems: readonly GroupProblem[]; readonly compared: readonly ComparedWeights[] } {
  const comparisons = new Map<string, UserWeight>();
  const given = { dimension: new Map<string, UserWeight>(), indicator: new Map<string, UserWeight>() };
  for (const { weights, pairs } of form.groups)
    for (const field of [...weights, ...pairs]) {
      const { kind, key } = refOf(field.id);
      const into = kind === 'pair' ? comparisons : kind === 'dimension' || kind === 'indicator' ? given[kind] : undefined;
      const read = into && checkEntry(field, textOf(field));
      // The place says which field it is.
      if (read && 'value' in read && typeof read.value === 'number') into?.set(key, { value: read.value, cell: `!${field.id}` });
    }
  const { compared, problems: ofComparisons } = comparedWeights(form.weighed, comparisons, given);
  for (const { group, weights } of compared)
    for (const [key, value] of weights) given[group.kind].set(key, { value, cell: `!${idOf({ kind: group.kind, key })}`, compared: true });
  const { weighting } = form;
  const method = weighting && dataWeightingOf(textOf(weighting).trim());
  const ofMethod = method
    ? dataWeightingProblems({ value: method, cell: `!${weighting.id}` }, given.dimension, given.indicator, comparisons)
    : [];
  const { problems } = userWeights(form.weighed, { dimensionWeights: given.dimension, indicatorWeights: given.indicator });
  return {
    problems: [...ofMethod, ...ofComparisons, ...problems].flatMap((problem) => {
      const group =
        (problem.cell === weighting?.id ? form.groups[0] : undefined) ??
        form.groups.find(({ weights, pairs }) => [...weights, ...pairs].some(({ id }) => id === problem.cell));
      return group ? [{ group, problem }] : [];
    }),
    compared,
  };
}
