import type { Problem } from '../problem';
import { scoreProblems } from '../words/score';
import { aggregate, type ChildColumn, type GroupIndex } from './aggregate';
import type { Direction } from './methods/method';
import { normalise, type AppliedMethod } from './methods/index';
import { heldBelow, withFactor, type RowRules } from './row-factors';
import { branchesOf, nameOf, type ScoreBranch } from './tree';
import { resolveShares, type Weighting } from './weights/index';
import type { Consistency } from './weights/weighting';

export interface IndicatorScoring {
  readonly id: string;
  readonly title?: string;
  readonly direction: Direction;
  readonly method: AppliedMethod;
  /** Score of a missing figure where a method says that it counts, as 0; left out, it is missing. */
  readonly missingAs?: number | undefined;
  /** The figures as they were reported, where some of them cannot be scored yet: these are not missing. */
  readonly reported?: Float64Array | undefined;
}

/** The groups that rows fall into, for weights by group and group means. */
export interface RowGroups {
  readonly names: readonly string[];
  /** Row → index into `names`, -1 for none. */
  readonly of: GroupIndex;
}

export interface ScoreInput {
  /** Size of the population. */
  readonly rows: number;
  /** Values by indicator, NaN where missing, in the population's order. */
  readonly values: ReadonlyMap<string, Float64Array>;
  readonly indicators: readonly IndicatorScoring[];
  readonly tree: ScoreBranch;
  readonly weighting: Weighting;
  readonly groups?: RowGroups | undefined;
  readonly rules?: RowRules | undefined;
  /** Indicator → 1 for the rows that it is not for: their values are NaN, and are not missing. */
  readonly inapplicable?: ReadonlyMap<string, Uint8Array> | undefined;
}

export interface ScoreResult {
  readonly indicatorScores: ReadonlyMap<string, Float64Array>;
  /** Scores of every branch, the root's being the total; all NaN where the weights were refused. */
  readonly nodeScores: ReadonlyMap<string, Float64Array>;
  /**
   * Every node's share among its siblings as used (adds up to 1; 0 takes no part); see `overallShares` for shares in the total.
   * Empty under `by_group`, where `groupWeights` says it for each group.
   */
  readonly weights: ReadonlyMap<string, number>;
  readonly groupWeights: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Branch → consistency of its AHP matrix. */
  readonly consistency: ReadonlyMap<string, Consistency>;
  /** Indicators left out because their values cannot be told apart. */
  readonly constant: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Values → indicator scores → node scores, in one call. The configuration must be free of lint (`lintMethod`, `lintTree`).
 * An indicator whose method cannot tell its values apart takes no part: its siblings share its weight, as if it had weight 0.
 * @throws RangeError where an indicator of the tree has no column or a column is not `rows` long (a mistake of the caller's).
 */
export function score(input: ScoreInput): ScoreResult {
  const { rows, tree, groups } = input;
  const problems: Problem[] = [];
  const indicatorScores = new Map<string, Float64Array>();
  const constant = new Set<string>();

  for (const { id, title = id, direction, method, missingAs, reported } of input.indicators) {
    const values = input.values.get(id);
    if (values?.length !== rows) throw new RangeError(`no column of ${rows} rows for indicator ${id}`);
    const out = new Float64Array(rows);
    const report = normalise(values, direction, method, out);
    if (missingAs !== undefined && !report.constant) fillMissing(values, out, missingAs, input.inapplicable?.get(id), reported);
    indicatorScores.set(id, heldBelow(out, input.rules?.ceilings.get(id)?.now));
    if (report.nonPositive > 0) {
      problems.push({ severity: 'error', code: 'log-non-positive', ...scoreProblems.logNonPositive(title, report.nonPositive) });
    }
    if (report.unreckonable > 0) {
      problems.push({ severity: 'error', code: 'value-unreckonable', ...scoreProblems.valueUnreckonable(title, report.unreckonable) });
    }
    if (report.constant) {
      constant.add(id);
      problems.push({ severity: 'warning', code: 'constant-indicator', ...scoreProblems.constantIndicator(title) });
    }
  }

  const {
    shares,
    problems: weightProblems,
    consistency,
  } = resolveShares(input.weighting, {
    tree,
    rows,
    scores: indicatorScores,
    silent: constant,
    groupNames: groups?.names,
  });
  problems.push(...weightProblems);
  const refused = weightProblems.some(({ severity }) => severity === 'block');
  const byGroup = !refused && input.weighting.kind === 'by_group' && groups !== undefined;
  if (byGroup) {
    const unknown = groups.of.reduce((count, group) => (group < 0 ? count + 1 : count), 0);
    if (unknown > 0) problems.push({ severity: 'error', code: 'group-unknown', ...scoreProblems.groupUnknown(unknown) });
  }

  const nodeScores = new Map<string, Float64Array>();
  for (const branch of branchesOf(tree)) {
    if (refused) {
      nodeScores.set(branch.id, new Float64Array(rows).fill(NaN));
      continue;
    }
    const children = branch.children.map(({ id }): ChildColumn => {
      const scores = nodeScores.get(id) ?? indicatorScores.get(id);
      if (!scores) throw new RangeError(`no indicator ${id} for the tree`);
      return { id, scores, share: shares.get(id)!, inapplicable: input.inapplicable?.get(id) };
    });
    const { method, missing } = branch;
    const result = aggregate(children, { rows, method, missing, weightGroup: byGroup ? groups.of : undefined, meanGroup: groups?.of });
    nodeScores.set(branch.id, withFactor(result.scores, input.rules?.coefficients.get(branch.id), branch));
    reportNode(branch, result, problems);
  }

  const weightsOf = (group: number): Map<string, number> => new Map([...shares].map(([id, share]) => [id, share[group]!]));
  return {
    indicatorScores,
    nodeScores,
    weights: byGroup ? new Map() : weightsOf(0),
    groupWeights: byGroup ? new Map(groups.names.map((name, index) => [name, weightsOf(index)])) : new Map(),
    consistency,
    constant,
    problems,
  };
}

/** An indicator that nobody has takes no part, so nothing is filled in. */
function fillMissing(
  values: Float64Array,
  scores: Float64Array,
  score: number,
  inapplicable: Uint8Array | undefined,
  reported: Float64Array = values,
): void {
  if (values.every((value) => value !== value)) return;
  for (let row = 0; row < scores.length; row++) {
    // A figure that nothing measures yet is not a missing one.
    const isUnmeasured = values[row] !== values[row] && reported[row] === reported[row];
    if (scores[row] !== scores[row] && !isUnmeasured && inapplicable?.[row] !== 1) scores[row] = score;
  }
}

function reportNode(branch: ScoreBranch, result: ReturnType<typeof aggregate>, problems: Problem[]): void {
  const title = nameOf(branch);
  if (result.negative > 0) {
    problems.push({ severity: 'error', code: 'geometric-negative', ...scoreProblems.geometricNegative(title, result.negative) });
  }
  if (result.zero > 0) problems.push({ severity: 'warning', code: 'geometric-zero', ...scoreProblems.geometricZero(title, result.zero) });
  for (const child of branch.children) {
    const count = result.filled.get(child.id);
    if (count)
      problems.push({ severity: 'warning', code: 'group-mean-filled', ...scoreProblems.groupMeanFilled(title, nameOf(child), count) });
  }
}
