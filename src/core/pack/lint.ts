import { lintMethod, type MethodConfig } from '../score/methods/index';
import { referencesIn } from '../score/methods/settled';
import { own } from '../own';
import type { Units } from '../units/units';
import { packWords as words } from '../words/pack';
import { LintBook } from './lint-book';
import { lintChecks } from './lint-checks';
import { lintGrades } from './lint-grades';
import { lintLevels } from './lint-levels';
import { lintMeasures } from './lint-measures';
import { lintReviews } from './lint-reviews';
import { lintEdges, lintRules } from './lint-rules';
import { lintScoring } from './lint-scoring';
import { lintParameters, lintTables } from './lint-tables';
import { lintUnits } from './lint-units';
import { lintWeights } from './lint-weights';
import { declaredUnit } from './references';
import type { PackProblem } from './pack-problem';
import type { Pack, PackIndicator } from './schema';

function lintTree(lint: LintBook): void {
  const { pack } = lint;
  for (const [key, dimension] of Object.entries(pack.dimensions)) {
    const at = `dimensions.${key}`;
    lint.sources(at, dimension);
    if (dimension.coefficient) lint.limit(at, dimension.coefficient, '倍');
    if (dimension.condition) {
      lint.named('unknown-indicator', at, words.unknownIndicator, dimension.condition.indicator, pack.indicators);
      lintEdges(lint, `${at}.condition`, dimension.condition);
    }
    if (dimension.parent !== undefined) lint.named('unknown-dimension', at, words.unknownDimension, dimension.parent, pack.dimensions);
    const path = [key];
    for (let up = dimension.parent; up !== undefined && own(pack.dimensions, up); up = own(pack.dimensions, up)?.parent) {
      if (path.includes(up)) {
        lint.refuse('dimension-cycle', at, words.dimensionCycle([...path, up].join(' → ')));
        break;
      }
      path.push(up);
    }
  }
  for (const [key, indicator] of Object.entries(pack.indicators)) {
    const at = `indicators.${key}`;
    lint.sources(at, indicator);
    lint.named('unknown-dimension', at, words.unknownDimension, indicator.dimension, pack.dimensions);
    if (Object.hasOwn(pack.dimensions, key)) lint.refuse('key-twice', at, words.keyTwice(key));
    lint.measure(at, indicator.measure ?? key, undefined);
    lint.filter(at, 'applies', indicator.applies);
    if (indicator.gaps) lintOwnGaps(lint, `${at}.gaps`, indicator.gaps.clause);
    const measures = typeof indicator.measure === 'object' ? Object.values(indicator.measure.choices) : [indicator.measure ?? key];
    for (const [where, method] of methodsFor(pack, indicator)) {
      const place = indicator.normalise ? `${at}.${where}` : where;
      for (const reference of referencesIn(method)) measures.forEach((one) => lint.limit(place, reference, declaredUnit(pack, one)));
      lintMethod(method, indicator.direction).forEach((what) => lint.refuse('method', place, words.bands(`${at}.${where}`, what)));
    }
  }
  const filled = new Set(Object.values(pack.indicators).map(({ dimension }) => dimension));
  const parents = new Set(Object.values(pack.dimensions).map(({ parent }) => parent));
  const empty = Object.entries(pack.dimensions).filter(([key]) => !filled.has(key) && !parents.has(key));
  if (empty.length === 0) return;
  const said = words.emptyDimension(empty.map(([, { title }]) => title).join('、'));
  // Where the document names contents alone, its indicators come from the workbook; elsewhere somebody forgot them.
  const isPlanned = pack.contents !== undefined || pack.indicator_import !== undefined || pack.scoring.basis === 'equal_weights_trial';
  lint[isPlanned ? 'note' : 'warn']('empty-dimension', `dimensions.${empty[0]![0]}`, said);
}

/** Methods that may score an indicator: its own, or any of the pack's. Whether one fits hangs on the indicator's direction. */
function methodsFor(pack: Pack, indicator: PackIndicator): [string, MethodConfig][] {
  if (indicator.normalise) return [['normalise', indicator.normalise]];
  const { normalise } = pack.scoring;
  if (!('parameter' in normalise)) return [['scoring.normalise', normalise]];
  return Object.entries(normalise.choices).map(([choice, method]) => [`scoring.normalise.${choice}`, method]);
}

/** A document is in force for some time, if at all. */
function lintForce(lint: LintBook): void {
  const { from, until } = lint.pack.in_force ?? { from: null, until: null };
  if (from !== null && until !== null && from > until)
    lint.refuse('force-inverted', 'in_force', words.forceInverted(from, until), { word: until });
}

/** Everything that the schema alone cannot see: references, clauses, units, cycles, edges, bands, sources of defaults. */
export function lintPack(pack: Pack, builtIn: Units, file: string): PackProblem[] {
  const lint = new LintBook(pack, builtIn, file);
  lint.units = lintUnits(lint, builtIn);
  lintForce(lint);
  lintTables(lint);
  lintParameters(lint);
  lintMeasures(lint);
  lintChecks(lint);
  lintTree(lint);
  lintScoring(lint);
  lintWeights(lint);
  lintGrades(lint);
  lintLevels(lint);
  lintRules(lint);
  lintReviews(lint);
  lint.sources('indicator_import', pack.indicator_import ?? {});
  lint.sources('contents', pack.contents ?? {});
  return lint.problems;
}

/** An indicator's own policy on gaps: its weight can only be shared out where what is there always is. */
function lintOwnGaps(lint: LintBook, at: string, clause: readonly string[]): void {
  lint.clauses(at, clause);
  const { scoring, dimensions } = lint.pack;
  const all = [
    ['scoring', scoring.aggregate] as const,
    ...Object.entries(dimensions).map(([key, one]) => [`dimensions.${key}`, one.aggregate] as const),
  ];
  const other = all.find(([, aggregate]) => aggregate && aggregate.missing !== 'renormalise');
  if (other) lint.refuse('gaps-aggregate', at, words.gapsAggregate(at, `${other[0]}.aggregate.missing`));
}
