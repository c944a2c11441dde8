import { parametersIn } from '../pack/parameters-in';
import { columnsOf, operandsOf, resolve } from '../pack/references';
import type { Pack } from '../pack/schema';
import type { UserSettings } from '../parameters/parameter-sheet';
import { parameterSheet } from '../words/parameters';
import { ruleBookWords as words } from '../words/rule-book';
import { weightingTitles } from '../words/score';
import type { RuleSetting } from './rule-line';

/** Figures that a part of a pack rests on by `measure`: one, or one for each choice. */
export function measuresOf(part: object): readonly string[] {
  const measure: unknown = 'measure' in part ? part.measure : undefined;
  if (typeof measure === 'string') return [measure];
  if (typeof measure !== 'object' || measure === null || !('choices' in measure)) return [];
  return Object.values(measure.choices as Readonly<Record<string, string>>);
}

/** Columns and measures as the pack declares them, from which a figure is worked out. */
export function declaredBehind(pack: Pack, references: readonly string[], seen: Set<string> = new Set()): object[] {
  return references.flatMap((reference) => {
    const target = seen.has(reference) ? undefined : resolve(pack, reference);
    seen.add(reference);
    if (!target) return [];
    if (target.kind === 'column') return columnsOf(pack, target.table)[target.column] ?? [];
    return [target.measure, ...declaredBehind(pack, operandsOf(target.measure), seen)];
  });
}

/** Keys of the parameters that these parts refer to, in the order of the pack. */
export function parameterKeys(pack: Pack, parts: readonly unknown[]): string[] {
  const found = parametersIn(parts);
  return Object.keys(pack.parameters).filter((key) => found.has(key));
}

export function settingOf({ parameters }: Pack, settings: UserSettings, key: string): RuleSetting {
  const { title, unit = '', default: given, unset, note } = parameters[key]!;
  const set = settings.parameters.get(key);
  return {
    title,
    now: set && `${set.value}${unit}`,
    cell: set?.cell,
    default: given === undefined ? undefined : `${given}${unit}`,
    notes: [...(unset === undefined ? [] : [unset]), ...(note === undefined ? [] : [note])],
  };
}

/** Weights that come from comparisons have many digits. */
const rounded = (weight: number): string => String(Math.round(weight * 1e4) / 1e4);

/** The weight of a content or an indicator, where the user may state it. */
export function weightOf({ scoring }: Pack, settings: UserSettings, kind: 'dimension' | 'indicator', key: string): RuleSetting[] {
  if (scoring.basis !== 'equal_weights_trial') return [];
  const set = settings[kind === 'dimension' ? 'dimensionWeights' : 'indicatorWeights'].get(key);
  const groups = [...(settings.groupWeights ?? [])].flatMap(([group, weights]) => {
    const own = weights[kind].get(key);
    return own ? [words.ofGroup(group, rounded(own.value))] : [];
  });
  const now = [...(set ? [rounded(set.value)] : []), ...groups];
  return [
    {
      title: parameterSheet.sections[kind],
      now: now.length === 0 ? undefined : now.join('、'),
      cell: set?.cell,
      default: words.equal,
      notes: [],
    },
  ];
}

/** How weights may be taken from the figures. */
export function dataWeightingOf({ scoring }: Pack, { dataWeighting }: UserSettings): RuleSetting[] {
  if (scoring.basis !== 'equal_weights_trial') return [];
  return [
    {
      title: parameterSheet.dataWeighting,
      now: dataWeighting && words.fromData(weightingTitles[dataWeighting.value]),
      cell: dataWeighting?.cell,
      default: undefined,
      notes: [],
    },
  ];
}
