import type { SheetGrid } from '../grid';
import { columnOfGroups, groupColumns, type GroupWeights } from '../parameters/group-weights';
import { dataWeightingProblems } from '../parameters/data-weighting';
import { withComparedWeights } from '../parameters/comparisons';
import { parameterSheet, parameterWords } from '../words/parameters';
import { readUserSettings, type ReadSettings, type UserWeight } from '../parameters/parameter-sheet';
import { readOwnRows, type OwnDimension, type OwnIndicator } from '../parameters/own-rows';
import type { Problem } from '../problem';
import { besidesForms } from '../result-form/form-sheets';
import type { Units } from '../units/units';
import { contentWords as words } from '../words/contents';
import { importIndicators } from './import-indicators';
import { withOwnDimensions, withOwnIndicators } from './own-contents';
import type { Pack } from './schema';

/** The pack as this workbook completes it, and what its 权重与参数 says. */
export interface WorkbookPack {
  readonly pack: Pack;
  readonly settings: ReadSettings;
  readonly problems: readonly Problem[];
}

interface AddedWeight {
  readonly name: string;
  readonly value: number | undefined;
  readonly cell: string;
}

/**
 * pack → contents that the user adds → the indicator list that the document cites → indicators that the user adds → settings, in this
 * order: the list may use the contents, and the settings may weigh all of them.
 */
export function packOfWorkbook(pack: Pack, all: readonly SheetGrid[], units: Units): WorkbookPack {
  const sheets = besidesForms(all);
  const rows = readOwnRows(sheets);
  const dimensioned = withOwnDimensions(pack, rows.sheet, rows.dimensions);
  const imported = importIndicators(dimensioned.pack, sheets, units);
  const completed = withOwnIndicators(imported.pack, rows.sheet, rows.indicators, units);
  const read = readUserSettings(completed.pack, sheets);

  const problems: Problem[] = [...rows.problems, ...dimensioned.problems, ...imported.problems, ...completed.problems, ...read.problems];
  const held = new Set(Object.values(completed.pack.indicators).map(({ dimension }) => dimension));
  rows.dimensions.forEach(({ name, cells }, place) => {
    const key = dimensioned.keys[place];
    if (key !== undefined && !held.has(key))
      problems.push({
        severity: 'warning',
        code: 'own-dimension-empty',
        sheet: rows.sheet,
        cell: cells.name,
        ...words.dimensionEmpty(name),
      });
  });
  /** Weights that stand in the added rows beside those that the sheet gives by title: each is given once. */
  const merge = (
    given: ReadonlyMap<string, UserWeight>,
    rowsOf: readonly AddedWeight[],
    keys: readonly (string | undefined)[],
  ): ReadonlyMap<string, UserWeight> => {
    const merged = new Map(given);
    rowsOf.forEach(({ name, value, cell }, place) => {
      const key = keys[place];
      if (key === undefined || value === undefined) return;
      const other = given.get(key);
      if (other)
        problems.push({ severity: 'block', code: 'weight-twice', sheet: rows.sheet, cell, ...words.weightTwice(name, other.cell) });
      else merged.set(key, { value, cell: `${rows.sheet}!${cell}` });
    });
    return merged;
  };
  const now = ({ name, weight, cells }: OwnDimension | OwnIndicator): AddedWeight => ({ name, value: weight, cell: cells.weight });
  const before = ({ name, oldWeight, cells }: OwnDimension): AddedWeight => ({ name, value: oldWeight, cell: cells.oldWeight });
  const stated = read.indicatorWeights.size > 0 ? read.indicatorWeights : imported.weights;
  const merged: ReadSettings = {
    ...read,
    dimensionWeights: merge(read.dimensionWeights, rows.dimensions.map(now), dimensioned.keys),
    oldWeights: merge(read.oldWeights, rows.dimensions.map(before), dimensioned.keys),
    indicatorWeights: merge(stated, rows.indicators.map(now), completed.keys),
  };
  const added = (place: 'dimension' | 'indicator'): readonly (readonly [key: string, OwnDimension | OwnIndicator])[] => {
    const [of, keys] = place === 'dimension' ? [rows.dimensions, dimensioned.keys] : [rows.indicators, completed.keys];
    return of.flatMap((row, at) => (keys[at] === undefined ? [] : [[keys[at], row] as const]));
  };
  const groups = groupedWeights(completed.pack, withAdded(read.groupWeights, added('dimension'), added('indicator')));
  const grouped = groups.column === undefined ? completed.pack : groupedBy(completed.pack, groups.column);
  const { settings, problems: ofComparisons } = withComparedWeights(completed.pack, merged, read.comparisons);
  const { dataWeighting, dimensionWeights, indicatorWeights, comparisons } = merged;
  const ofGroups = [...(groups.weights?.values() ?? [])].flatMap(({ dimension, indicator }) => [dimension, indicator]);
  const given = [dimensionWeights, indicatorWeights, comparisons, ...ofGroups];
  const ofWeights = [...ofComparisons, ...groups.problems, ...dataWeightingProblems(dataWeighting, ...given)];
  problems.push(...ofWeights);
  return {
    pack: grouped,
    settings: { ...settings, groupWeights: groups.weights, problems: [...read.problems, ...ofWeights] },
    problems,
  };
}

type Added = readonly (readonly [key: string, row: OwnDimension | OwnIndicator])[];

/** Weights by group with those that stand in the added rows. */
function withAdded(
  given: ReadSettings['groupWeights'],
  dimensions: Added,
  indicators: Added,
): ReadonlyMap<string, GroupWeights> | undefined {
  const named = new Set([
    ...(given?.keys() ?? []),
    ...[...dimensions, ...indicators].flatMap(([, { groupWeights }]) => [...groupWeights.keys()]),
  ]);
  const of = (rows: Added, group: string): (readonly [string, UserWeight])[] =>
    rows.flatMap(([key, { groupWeights }]) => (groupWeights.has(group) ? [[key, groupWeights.get(group)!] as const] : []));
  if (named.size === 0) return undefined;
  return new Map(
    [...named].map((group) => {
      const { dimension, indicator } = given?.get(group) ?? { dimension: [], indicator: [] };
      return [
        group,
        { dimension: new Map([...dimension, ...of(dimensions, group)]), indicator: new Map([...indicator, ...of(indicators, group)]) },
      ];
    }),
  );
}

interface Grouped {
  /** Key of the column of the main table; undefined where nothing is given by group, or no column has these groups. */
  readonly column: string | undefined;
  /** With an entry for every group that the column has. */
  readonly weights: ReadonlyMap<string, GroupWeights> | undefined;
  readonly problems: readonly Problem[];
}

const NO_WEIGHTS: GroupWeights = { dimension: new Map(), indicator: new Map() };

/** The column by whose values the weights differ. */
function groupedWeights(pack: Pack, given: ReadonlyMap<string, GroupWeights> | undefined): Grouped {
  if (!given) return { column: undefined, weights: undefined, problems: [] };
  const columns = groupColumns(pack);
  const named = [...given.keys()];
  const column = columnOfGroups(columns, named);
  if (column) {
    const all = column.groups.map((group) => [group, given.get(group) ?? NO_WEIGHTS] as const);
    return { column: column.key, weights: new Map(all), problems: [] };
  }
  const first = [...given.values()].flatMap(({ dimension, indicator }) => [...dimension.values(), ...indicator.values()])[0];
  const [sheet = parameterSheet.name, cell] = first?.cell.split('!') ?? [];
  const said = parameterWords.groupUnknown(
    named,
    columns.map(({ groups }) => groups),
  );
  const problem: Problem = { severity: 'block', code: 'weights-group-unknown', sheet, ...(cell !== undefined && { cell }), ...said };
  return { column: undefined, weights: given, problems: [problem] };
}

const groupedBy = (pack: Pack, column: string): Pack => ({ ...pack, scoring: { ...pack.scoring, group_by: column } });
