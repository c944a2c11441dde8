import type { SheetGrid } from '../grid';
import { dataWeightingProblems } from '../parameters/data-weighting';
import { withComparedWeights } from '../parameters/comparisons';
import { readUserSettings, type ReadSettings, type UserWeight } from '../parameters/parameter-sheet';
import { readOwnRows, type OwnDimension, type OwnIndicator } from '../parameters/own-rows';
import type { Problem } from '../problem';
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
export function packOfWorkbook(pack: Pack, sheets: readonly SheetGrid[], units: Units): WorkbookPack {
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
  const { settings, problems: ofComparisons } = withComparedWeights(completed.pack, merged, read.comparisons);
  const { dataWeighting, dimensionWeights, indicatorWeights, comparisons } = merged;
  const ofWeights = [...ofComparisons, ...dataWeightingProblems(dataWeighting, dimensionWeights, indicatorWeights, comparisons)];
  problems.push(...ofWeights);
  return { pack: completed.pack, settings: { ...settings, problems: [...read.problems, ...ofWeights] }, problems };
}
