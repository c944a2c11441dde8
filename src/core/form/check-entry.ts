import { dataWeightingOf, dataWeightingProblems } from '../parameters/data-weighting';
import { columnOfGroups, type GroupWeights } from '../parameters/group-weights';
import { comparedWeights, type ComparedWeights } from '../parameters/comparisons';
import { readComparison, readParameter, readWeight, typed, type Setting } from '../parameters/setting-value';
import type { UserWeight } from '../parameters/parameter-sheet';
import type { Problem } from '../problem';
import { userWeights } from '../ranking/user-weights';
import { CELL_TEXT_LIMIT } from '../sheet-limits';
import { parameterWords } from '../words/parameters';
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
  const byGroup = new Map<string, { dimension: Map<string, UserWeight>; indicator: Map<string, UserWeight> }>();
  const ofGroup = (group: string | undefined): typeof given => {
    if (group === undefined) return given;
    const known = byGroup.get(group) ?? { dimension: new Map<string, UserWeight>(), indicator: new Map<string, UserWeight>() };
    byGroup.set(group, known);
    return known;
  };
  for (const { weights, pairs } of form.groups)
    for (const field of [...weights, ...pairs]) {
      const { kind, key, group } = refOf(field.id);
      const into = kind === 'pair' ? comparisons : kind === 'dimension' || kind === 'indicator' ? ofGroup(group)[kind] : undefined;
      const read = into && checkEntry(field, textOf(field));
      // The place says which field it is.
      if (read && 'value' in read && typeof read.value === 'number') into?.set(key, { value: read.value, cell: `!${field.id}` });
    }
  const { compared, problems: ofComparisons } = comparedWeights(form.weighed, comparisons, given);
  for (const { group, weights } of compared)
    for (const [key, value] of weights) given[group.kind].set(key, { value, cell: `!${idOf({ kind: group.kind, key })}`, compared: true });
  const { weighting } = form;
  const method = weighting && dataWeightingOf(textOf(weighting).trim());
  const grouped = [...byGroup.values()].flatMap(({ dimension, indicator }) => [dimension, indicator]);
  const ofMethod = method
    ? dataWeightingProblems({ value: method, cell: `!${weighting.id}` }, given.dimension, given.indicator, comparisons, ...grouped)
    : [];
  const { problems } = userWeights(form.weighed, {
    dimensionWeights: given.dimension,
    indicatorWeights: given.indicator,
    groupWeights: byGroup,
  });
  return {
    problems: [...ofMethod, ...ofComparisons, ...ofColumns(form, byGroup), ...problems].flatMap((problem) => {
      const group =
        (problem.cell === weighting?.id ? form.groups[0] : undefined) ??
        form.groups.find(({ weights, pairs }) => [...weights, ...pairs].some(({ id }) => id === problem.cell));
      return group ? [{ group, problem }] : [];
    }),
    compared,
  };
}

/** Weights may differ by the values of one column, and not of two. */
function ofColumns({ groupColumns }: SettingsForm, byGroup: ReadonlyMap<string, GroupWeights>): Problem[] {
  const named = [...byGroup].flatMap(([group, { dimension, indicator }]) => {
    const first = [...dimension.values(), ...indicator.values()][0];
    return first ? [{ group, cell: first.cell }] : [];
  });
  const groups = named.map(({ group }) => group);
  if (columnOfGroups(groupColumns, groups)) return [];
  const other = named.find((_, at) => !columnOfGroups(groupColumns, groups.slice(0, at + 1)));
  const said = parameterWords.groupUnknown(
    groups,
    groupColumns.map((column) => column.groups),
  );
  return other ? [{ severity: 'block', code: 'weights-group-unknown', cell: other.cell.slice(1), ...said }] : [];
}
