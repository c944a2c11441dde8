import { readParameter, readWeight, typed, type Setting } from '../parameters/setting-value';
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
  return 'parameter' in field ? readParameter(typed(text), field.parameter) : readWeight(typed(text), field.title);
}

/** What is wrong with the weights of a group as they stand in the form: not all of them there, another total than 100, … */
export interface GroupProblem {
  readonly group: WeightGroup;
  readonly problem: Problem;
}

/** @param textOf what a field holds now */
export function checkWeights(form: SettingsForm, textOf: (field: FormField) => string): readonly GroupProblem[] {
  const given = { dimension: new Map<string, UserWeight>(), indicator: new Map<string, UserWeight>() };
  for (const { weights } of form.groups)
    for (const field of weights) {
      const { kind, key } = refOf(field.id);
      const read = kind === 'dimension' || kind === 'indicator' ? checkEntry(field, textOf(field)) : undefined;
      // The place says which field it is.
      if (read && 'value' in read && typeof read.value === 'number')
        given[kind as 'dimension' | 'indicator'].set(key, { value: read.value, cell: `!${idOf({ kind, key })}` });
    }
  const { problems } = userWeights(form.weighed, { dimensionWeights: given.dimension, indicatorWeights: given.indicator });
  return problems.flatMap((problem) => {
    const group = form.groups.find(({ weights }) => weights.some(({ id }) => id === problem.cell));
    return group ? [{ group, problem }] : [];
  });
}
