import { cellName } from '../cell';
import { formatHalfUp } from '../decimal';
import type { SheetGrid } from '../grid';
import { spokenPlace } from '../pack/clause-place';
import type { Pack, PackParameter } from '../pack/schema';
import { packOfWorkbook } from '../pack/workbook-pack';
import { comparedGroups, pairKey, pairName, type ComparedGroup } from '../parameters/comparisons';
import { groupColumns, type GroupColumn } from '../parameters/group-weights';
import { DATA_WEIGHTING, dataWeightingChoice } from '../parameters/data-weighting';
import type { ReadSettings } from '../parameters/parameter-sheet';
import type { Problem } from '../problem';
import { holdsIndicators, type Weighed } from '../ranking/user-weights';
import type { Words } from '../refusal';
import type { Units } from '../units/units';
import { formWords as words } from '../words/form';
import { parameterSheet } from '../words/parameters';
import { weightingTitles } from '../words/score';
import { idOf, mergedAway, settingSheet, type SettingRef, type SettingSheet } from './setting-places';
import { usesOf } from './uses';

/** One value that can be entered. */
export interface FormField {
  /** See idOf. */
  readonly id: string;
  readonly title: string;
  /** What the sheet says, as it is typed; '' where it says nothing. */
  readonly text: string;
  /** "C7" on the sheet; undefined where it has no such row yet. */
  readonly cell: string | undefined;
  /** Why nothing can be entered here. */
  readonly locked: string | undefined;
  /** The cell holds a formula, which a new value takes the place of. */
  readonly formula: boolean;
  /** What is wrong with what the sheet says. */
  readonly problem: Words | undefined;
}

export interface FormParameter extends FormField {
  readonly parameter: PackParameter;
  /** Clauses that leave it open or state its default, with their words. */
  readonly clauses: readonly string[];
  /** What was decided where the document is silent, and why. */
  readonly decided: readonly string[];
  readonly turnsOn: readonly string[];
}

export interface FormWeight extends FormField {
  /** A content without any indicator: its weight goes to the others. */
  readonly idle: boolean;
  /** Added by the user beside what the document names. */
  readonly own: boolean;
}

/** A comparison of two members of a group. */
export interface FormPair extends FormField {
  /** Places of the two in the group; where the sheet names them the other way round, `first` is behind `second`. */
  readonly first: number;
  readonly second: number;
}

/** Weights that make a whole together. */
export interface WeightGroup {
  /** `old` for the weights of the method used before, which nobody adds up. */
  readonly kind: 'dimensions' | 'indicators' | 'old';
  /** The group of rows that they are for; undefined where they are for everybody. */
  readonly of: string | undefined;
  readonly title: string;
  readonly weights: readonly FormWeight[];
  /** Every two of them once; none where they cannot be compared. */
  readonly pairs: readonly FormPair[];
}

/** Parameters and weights of a pack as the workbook's sheet 权重与参数 sets them. Plain data. */
export interface SettingsForm {
  /** Id of the pack. */
  readonly pack: string;
  /** Whether the workbook has the sheet. */
  readonly exists: boolean;
  /** Why the sheet cannot be written to. */
  readonly locked: Words | undefined;
  readonly parameters: readonly FormParameter[];
  readonly groups: readonly WeightGroup[];
  /** Columns of the main table by whose values weights may differ; none where the pack states its weights itself. */
  readonly groupColumns: readonly GroupColumn[];
  /** How weights are taken from the figures; undefined where the pack states its weights itself. */
  readonly weighting: FormParameter | undefined;
  /** What weights are checked against. */
  readonly weighed: Weighed;
  /** What is wrong on the sheet beside the fields. */
  readonly problems: readonly Problem[];
}

const NO_HEADER = [parameterSheet.columns.section, parameterSheet.columns.name, parameterSheet.columns.value].join('、');

/** The form, filled in with what the workbook says. @param units the built-in ones */
export function settingsForm(given: Pack, units: Units, sheets: readonly SheetGrid[]): SettingsForm {
  const { pack, settings } = packOfWorkbook(given, sheets, units.with(given.units));
  const found = settingSheet(pack, sheets);
  const sheet = found === 'no-header' ? undefined : found;
  const fields = new Fields(settings, sheet);
  const parameters = Object.entries(pack.parameters).map(([key, parameter]): FormParameter => ({
    ...fields.of({ kind: 'parameter', key }, parameter.title),
    parameter,
    clauses: (parameter.clause ?? []).map((clause) => words.clause(spokenPlace(clause), pack.clauses[clause] ?? '')),
    decided: (parameter.decided ?? []).flatMap((id) => {
      const decided = pack.decided[id];
      return decided ? [words.decided(id, decided.what, decided.why)] : [];
    }),
    turnsOn: usesOf(pack, key),
  }));
  // The pack as it is before the sheet says which column it groups by: another one can still be chosen.
  const columns = isWeighedByUser(pack) ? groupColumns(given) : [];
  const groups = [
    ...weightGroups(pack, fields, sheet?.layout.old !== undefined || found === undefined),
    ...[...new Set(columns.flatMap((column) => column.groups))].flatMap((group) => weightGroups(pack, fields, false, group)),
  ];
  return {
    pack: pack.pack,
    exists: found !== undefined,
    locked: found === 'no-header' ? words.noHeader(NO_HEADER) : undefined,
    parameters,
    groups,
    groupColumns: columns,
    weighting:
      groups.length === 0
        ? undefined
        : {
            ...fields.of({ kind: 'weighting', key: DATA_WEIGHTING }, dataWeightingChoice.title),
            parameter: dataWeightingChoice,
            ...{ clauses: [], decided: [], turnsOn: [] },
          },
    weighed: { contents: pack.contents, dimensions: pack.dimensions, indicators: pack.indicators },
    problems: settings.problems.filter(
      (problem) => !fields.shown.has(problem) && problem.severity !== 'info' && problem.code !== 'parameters-no-header',
    ),
  };
}

interface Accepted {
  readonly value: number | string;
  readonly cell: string;
  readonly compared?: true;
}

/** Fields as the sheet fills them. */
class Fields {
  /** Problems that stand at a field. */
  readonly shown = new Set<Problem>();

  constructor(
    private readonly settings: ReadSettings,
    private readonly sheet: SettingSheet | undefined,
  ) {}

  of(ref: SettingRef, title: string): FormField {
    const { sheet } = this;
    const id = idOf(ref);
    const accepted = this.accepted(ref);
    const compared = accepted?.compared === true;
    const elsewhere = !compared && accepted?.cell !== undefined && !accepted.cell.startsWith(`${sheet?.name ?? ''}!`);
    const blank = { id, title, text: '', cell: undefined, locked: undefined, formula: false, problem: undefined };
    if (elsewhere) return { ...blank, text: String(accepted.value), locked: words.locked.elsewhere(accepted.cell) };
    if (compared) return { ...blank, locked: words.locked.compared(formatHalfUp(Number(accepted.value), 2)) };
    const place = sheet?.placeOf(ref);
    if (!sheet || !place) return blank;
    const cell = cellName(place.row, place.column);
    const merged = mergedAway(sheet, place);
    const problem = this.settings.problems.find((one) => one.sheet === sheet.name && one.cell === cell);
    if (problem) this.shown.add(problem);
    return {
      id,
      title,
      text: accepted && ref.kind !== 'pair' ? String(accepted.value) : sheet.reader.shown(place.row, place.column),
      cell,
      locked: merged === undefined ? undefined : words.locked.merged(merged),
      formula: sheet.grid.formula(place.row, place.column) !== undefined,
      problem: problem && { message: problem.message, nextStep: problem.nextStep },
    };
  }

  /** Every two of a group, in the order in which the sheet names them. */
  pairs(group: ComparedGroup): FormPair[] {
    const { members } = group;
    return members.flatMap((_, first) =>
      members.slice(first + 1).map((__, next): FormPair => {
        const second = first + 1 + next;
        const of = (a: number, b: number): FormPair => ({
          ...this.of(
            { kind: 'pair', key: pairKey(group, members[a]!.key, members[b]!.key) },
            pairName(members[a]!.title, members[b]!.title),
          ),
          first: a,
          second: b,
        });
        const there = of(first, second);
        const back = there.cell === undefined ? of(second, first) : there;
        return back.cell === undefined ? there : back;
      }),
    );
  }

  private accepted({ kind, key, group }: SettingRef): Accepted | undefined {
    if (group !== undefined && (kind === 'dimension' || kind === 'indicator'))
      return this.settings.groupWeights?.get(group)?.[kind].get(key);
    const { parameters, dimensionWeights, indicatorWeights, oldWeights, comparisons, dataWeighting } = this.settings;
    if (kind === 'weighting') return dataWeighting && { value: weightingTitles[dataWeighting.value], cell: dataWeighting.cell };
    if (kind !== 'parameter')
      return { dimension: dimensionWeights, indicator: indicatorWeights, old: oldWeights, pair: comparisons }[kind].get(key);
    const set = parameters.get(key);
    return set?.cell === undefined ? undefined : { value: set.value, cell: set.cell };
  }
}

const isWeighedByUser = ({ scoring }: Pack): boolean => scoring.basis === 'equal_weights_trial';

/**
 * Groups of weights from the whole downwards; none where the pack states its weights itself, as the blank sheet has no rows for them then.
 * @param of the group of rows that the weights are for; undefined for everybody
 */
function weightGroups(pack: Pack, fields: Fields, withOld: boolean, of?: string): WeightGroup[] {
  if (!isWeighedByUser(pack)) return [];
  const dimensions = Object.entries(pack.dimensions);
  const ofDimension = (key: string): FormWeight => ({
    ...fields.of({ kind: 'dimension', key, group: of }, pack.dimensions[key]!.title),
    idle: !holdsIndicators(pack, key),
    own: pack.dimensions[key]!.basis === 'own',
  });
  const compared = of === undefined ? comparedGroups(pack) : [];
  const group = (kind: WeightGroup['kind'], title: string, weights: readonly FormWeight[], parent?: string): WeightGroup[] => {
    const pairs = compared.find((one) => `${one.kind}s` === kind && one.parent === parent);
    return weights.length === 0 ? [] : [{ kind, of, title, weights, pairs: pairs ? fields.pairs(pairs) : [] }];
  };
  const below = (parent: string | undefined): FormWeight[] =>
    dimensions.filter(([, declared]) => declared.parent === parent).map(([key]) => ofDimension(key));
  const increased = Object.values(pack.rules).flatMap((rule) => (rule.kind === 'weight_increase' ? rule.dimensions : []));
  const old = dimensions.filter(([key]) => withOld && increased.includes(key));
  return [
    ...group('dimensions', words.dimensionGroup, below(undefined)),
    ...dimensions.flatMap(([key, { title }]) => [
      ...group('dimensions', words.partGroup(title), below(key), key),
      ...group(
        'indicators',
        words.indicatorGroup(title),
        Object.entries(pack.indicators)
          .filter(([, { dimension }]) => dimension === key)
          .map(([id, indicator]) => ({
            ...fields.of({ kind: 'indicator', key: id, group: of }, indicator.title ?? id),
            idle: false,
            own: indicator.basis === 'own',
          })),
        key,
      ),
    ]),
    ...group(
      'old',
      words.oldGroup,
      old.map(([key, { title }]) => ({ ...fields.of({ kind: 'old', key }, title), idle: false, own: false })),
    ),
  ];
}
