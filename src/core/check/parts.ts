import { addRatio, compareRatio, ratioOf, subtractRatio, sumRatios, type Ratio } from '../decimal';
import { showChange, showFigure } from '../limit/show';
import { frameOf, titleOf } from '../pack/references';
import type { PartCheck } from '../pack/check-schema';
import { dataCheckWords as words } from '../words/data-check';
import { CheckOutcome, type Told } from './check-finding';
import type { CheckScope } from './check-scope';
import { columnOperand, operandOf, type Operand } from './operand';

interface Relation {
  readonly title: string;
  readonly frame: 'single' | { readonly table: string };
  readonly parts: readonly Operand[];
  /** A number stands for a whole that nobody reports: 100 per cent. */
  readonly whole: Operand | number;
  readonly wholeTitle: string;
  readonly relation: 'at_most' | 'equals';
  readonly unit: string | undefined;
  readonly told: Told | undefined;
}

/** Doubles this close, relative to the larger one, are compared exactly. */
const CLOSE = 1e-9;

/** Parts against their wholes: those that columns declare (其中), and those of the pack's checks. */
export function checkParts(scope: CheckScope): CheckOutcome[] {
  return [...declaredParts(scope), ...checkedParts(scope)].map((relation) => outcomeOf(scope, relation));
}

/** 其中 columns; a part greater than its whole has been told by the reader of the table. */
function declaredParts(scope: CheckScope): Relation[] {
  return [...scope.figures.tables].flatMap(([id, table]) =>
    [...table.columns.values()].flatMap((column): Relation[] => {
      const whole = column.spec.partOf === undefined ? undefined : table.columns.get(column.spec.partOf);
      const unit = whole?.unit;
      const part = whole && columnOperand(scope, id, table, column, unit);
      const all = whole && columnOperand(scope, id, table, whole, unit);
      if (!part || !all) return [];
      const title = words.partTitle(part.title, all.title);
      return [
        { title, frame: { table: id }, parts: [part], whole: all, wholeTitle: all.title, relation: 'at_most', unit, told: undefined },
      ];
    }),
  );
}

function checkedParts(scope: CheckScope): Relation[] {
  const { pack } = scope.figures;
  return Object.values(pack.checks).flatMap((check): Relation[] => (check.kind === 'part' ? relationOf(scope, check) : []));
}

function relationOf(scope: CheckScope, check: PartCheck): Relation[] {
  const { figures } = scope;
  const { whole: declared, relation, title, of } = check;
  const unit = figures.series(typeof declared === 'number' ? of[0]! : declared).unit;
  const parts = of.flatMap((reference) => operandOf(scope, reference, unit) ?? []);
  const whole = typeof declared === 'number' ? declared : operandOf(scope, declared, unit);
  const frame = frameOf(figures.pack, of[0]!);
  if (whole === undefined || frame === undefined || parts.length < of.length) return [];
  const wholeTitle = typeof declared === 'number' ? '' : titleOf(figures.pack, declared);
  const told: Told = { severity: 'warning', code: 'parts-and-whole', say: words.toldRelation };
  return [{ title, frame, parts, whole, wholeTitle, relation, unit, told }];
}

function outcomeOf(scope: CheckScope, { title, frame, parts, whole, wholeTitle, relation, unit, told }: Relation): CheckOutcome {
  const outcome = new CheckOutcome(told);
  const { units } = scope.figures;
  const rows = scope.figures.rowsOf(frame);
  for (let row = 0; row < rows; row++) {
    const near = parts.reduce((sum, part) => sum + part.near(row), 0);
    const limit = typeof whole === 'number' ? whole : whole.near(row);
    const apart = near - limit;
    // NaN, where a figure is missing, is no finding.
    if (!(apart > -CLOSE * Math.abs(limit) || relation === 'equals') || Number.isNaN(apart)) continue;
    const exact = (): { sum: Ratio; all: Ratio; over: Ratio } => {
      const sum = sumRatios(parts.map((part) => part.exact(row)));
      const all = typeof whole === 'number' ? ratioOf(whole) : whole.exact(row);
      return { sum, all, over: subtractRatio(sum, all) };
    };
    const clearly = parts.length === 1 && relation === 'at_most' && apart > CLOSE * Math.abs(near);
    if (!clearly && holds(exact().over, relation, parts, whole, row)) continue;
    outcome.add(() => {
      const { sum, all, over } = exact();
      const { zone, order, item } = scope.ownerIn(frame, row);
      const cells = [...parts.flatMap((part) => part.cells(row)), ...(typeof whole === 'number' ? [] : whole.cells(row))];
      const shown = showFigure(units, all, unit, [sum]);
      return {
        kind: 'part',
        zone,
        order,
        title: words.of(title, item),
        cells,
        actual: showFigure(units, sum, unit, [all]),
        expected: words.wholeIs(relation, wholeTitle, shown),
        difference: showChange(units, over, unit),
        question: words.askPart(
          parts.map((part) => part.title),
          wholeTitle,
          relation,
        ),
      };
    });
  }
  return outcome;
}

/** A single part is compared as it stands; where several add up, each may have been rounded to the digits shown. */
function holds(over: Ratio, relation: 'at_most' | 'equals', parts: readonly Operand[], whole: Operand | number, row: number): boolean {
  const none = ratioOf(0);
  if (compareRatio(over, none) === 0) return true;
  if (relation === 'at_most' && compareRatio(over, none) < 0) return true;
  if (parts.length === 1 && relation === 'at_most') return false;
  const slack = sumRatios(parts.map((part) => part.half(row)));
  const tolerance = typeof whole === 'number' ? slack : addRatio(slack, whole.half(row));
  const distance = compareRatio(over, none) < 0 ? subtractRatio(none, over) : over;
  return compareRatio(distance, tolerance) <= 0;
}
