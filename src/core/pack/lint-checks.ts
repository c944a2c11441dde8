import { quotientFactor } from '../measure/derivations/quotient';
import { packWords as words } from '../words/pack';
import type { PackCheck, ShareCheck } from './check-schema';
import type { LintBook } from './lint-book';
import { declaredUnit, frameOf, resolve } from './references';

const figuresOf = (check: PackCheck): readonly string[] => {
  switch (check.kind) {
    case 'part':
      return typeof check.whole === 'number' ? check.of : [...check.of, check.whole];
    case 'share':
      return [check.reported, check.of, check.over];
    default:
      return check.of;
  }
};

/** Every figure resolves, those that are compared stand in the same rows and in units that can be compared. */
export function lintChecks(lint: LintBook): void {
  const { pack } = lint;
  for (const [id, check] of Object.entries(pack.checks)) {
    const at = `checks.${id}`;
    lint.sources(at, check);
    const figures = figuresOf(check);
    if (!figures.map((figure) => lint.reference(at, figure)).every(Boolean)) continue;
    if (check.kind === 'change') {
      if (typeof check.more_than !== 'number') lint.parameter(at, check.more_than.parameter);
      const derived = figures.filter((figure) => resolve(pack, figure)?.kind !== 'column');
      if (derived.length > 0) lint.refuse('check-of-measure', at, words.checkOfMeasure(at, derived.join('、')));
    }
    if (check.kind === 'range' && check.at_least === undefined && check.at_most === undefined)
      lint.refuse('check-without-limit', at, words.checkWithoutLimit(at));
    if (check.kind !== 'part' && check.kind !== 'share') continue;
    const frames = new Set(figures.map((figure) => JSON.stringify(frameOf(pack, figure))));
    if (frames.size > 1) lint.refuse('check-across-tables', at, words.checkAcrossTables(at, figures.join('、')));
    if (check.kind === 'part') lintUnits(lint, at, figures);
    else lintQuotient(lint, at, check);
  }
}

const unitOf = ({ pack, units }: LintBook, figure: string): string | undefined => {
  const unit = declaredUnit(pack, figure);
  return unit === undefined || unit === 'from_header' ? undefined : units.find(unit);
};

/** Parts and whole are amounts of one kind. */
function lintUnits(lint: LintBook, at: string, figures: readonly string[]): void {
  const stated = figures.flatMap((figure) => {
    const id = unitOf(lint, figure);
    return id === undefined ? [] : [{ figure, id }];
  });
  const [first, ...others] = stated;
  for (const other of others)
    if (lint.units.factor(other.id, first!.id) === undefined)
      lint.refuse('unit-mismatch', at, words.unitMismatch(at, first!.id, `${other.figure}（${other.id}）`));
}

/** The quotient has the unit in which it is reported: like over like a ratio, unlike a compound. */
function lintQuotient(lint: LintBook, at: string, { reported, of, over }: ShareCheck): void {
  const [wanted, above, below] = [reported, of, over].map((figure) => unitOf(lint, figure));
  if (wanted === undefined || above === undefined || below === undefined) return;
  if (!quotientFactor(lint.units, above, below, wanted))
    lint.refuse('unit-mismatch', at, words.unitMismatch(at, wanted, `${of}÷${over}（${above}/${below}）`));
}
