import { loadPack, sharedPartsOf } from '../core/pack/load';
import type { Pack } from '../core/pack/schema';
import { ProblemError } from '../core/problem';
import { unitsSchema, type UnitList } from '../core/units/schema';
import { unitsOf } from '../core/units/units';
import { READY, type Ready } from './ready';

/**
 * A pack as a bundle for browsers holds it: through schema and lint, with its defaults.
 * @param data the pack's YAML, parsed
 * @param unitData units.yaml, parsed
 * @param wordData words.yaml, parsed
 * @throws ProblemError where the pack does not load
 */
export function readyPack(file: string, data: unknown, unitData: unknown, wordData: unknown): Ready<Pack> {
  const { pack, problems } = loadPack(data, file, unitsOf(unitsSchema.parse(unitData)), sharedPartsOf(wordData));
  if (pack === undefined) throw new ProblemError(problems);
  return { ready: READY, content: withoutCoverage(pack) };
}

/** @throws ZodError, RangeError as createUnits does */
export function readyUnitList(unitData: unknown): Ready<UnitList> {
  const content = unitsSchema.parse(unitData);
  unitsOf(content);
  return { ready: READY, content };
}

const mapped = <T>(entries: Readonly<Record<string, T>>, change: (entry: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, change(entry)]));
const uncovered = <T extends { readonly covers: readonly string[] }>(part: T): T => ({ ...part, covers: [] });

/** Without the catalogue numbers of the parts: only tests count them, and they are a kilobyte of the pane. What the pack says of its document as a whole stays. */
function withoutCoverage(pack: Pack): Pack {
  return {
    ...pack,
    dimensions: mapped(pack.dimensions, uncovered),
    indicators: mapped(pack.indicators, uncovered),
    rankings: mapped(pack.rankings, uncovered),
    statements: mapped(pack.statements, uncovered),
    rules: mapped(pack.rules, (rule) =>
      rule.kind === 'checklist' ? { ...uncovered(rule), items: mapped(rule.items, uncovered) } : uncovered(rule),
    ),
  };
}
