import type { Decided } from '../decided';
import type { SheetGrid } from '../grid';
import type { Figures } from '../measure/figures';
import type { Problem } from '../problem';
import { dataCheckWords as words } from '../words/data-check';
import { checkChanges } from './changes';
import type { CheckFinding, CheckOutcome } from './check-finding';
import { CheckScope } from './check-scope';
import { checkEqualRows } from './equal-rows';
import { checkGrowth } from './growth';
import { checkParts } from './parts';
import { checkRanges } from './ranges';
import { checkRegister } from './register';
import { checkShares } from './shares';
import { checkSums } from './sums';
import { checkUnfilled } from './unfilled';

/** What the logic of the tables gave: figures against each other, against last year, against the register. */
export interface DataChecks {
  /** How many checks could be made: one a relation, column or list. */
  readonly made: number;
  /** By zone in the main table's order, what concerns no single zone behind. */
  readonly findings: readonly CheckFinding[];
  /** How many more there are that are not listed. */
  readonly more: number;
}

/** How many places a message names. */
const NAMED = 5;

/** Asks what does not agree. Nothing here changes a figure, and a missing one is never asked about for a relation. */
export function checkLogic(
  figures: Figures,
  sheets: readonly SheetGrid[],
  decided?: Decided,
): DataChecks & { readonly problems: readonly Problem[] } {
  const scope = new CheckScope(figures, sheets, decided);
  const outcomes = [
    ...checkParts(scope),
    ...checkSums(scope),
    ...checkShares(scope),
    ...checkGrowth(scope),
    ...checkRanges(scope),
    ...checkChanges(scope),
    ...checkEqualRows(scope),
    ...checkRegister(scope),
    ...checkUnfilled(scope),
  ];
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  const listed = findings.length;
  return {
    made: outcomes.length,
    findings: findings.sort((a, b) => (a.order === b.order ? 0 : a.order - b.order)),
    more: outcomes.reduce((sum, { count }) => sum + count, 0) - listed,
    problems: outcomes.flatMap(problemOf),
  };
}

/** Zones that the register lacks, with the answers that may leave one out: what tables hold depends on them. */
export const askedOfRegister = (figures: Figures, sheets: readonly SheetGrid[], decided: Decided): Problem[] =>
  checkRegister(new CheckScope(figures, sheets, decided)).flatMap(problemOf);

function problemOf({ told, findings, count, proposals }: CheckOutcome): Problem[] {
  const [first] = findings;
  if (!told || !first) return [];
  const { severity, code, say } = told;
  const cells = findings.slice(0, NAMED).map((finding) => finding.cells[0] ?? finding.title);
  const bang = first.cells[0]?.lastIndexOf('!') ?? -1;
  const place = bang < 0 ? {} : { sheet: first.cells[0]!.slice(0, bang), cell: first.cells[0]!.slice(bang + 1) };
  return [
    {
      severity,
      code,
      ...place,
      ...say(first, cells.join('、') + (count > NAMED ? words.more(count) : ''), count),
      ...(proposals.length > 0 && { proposals, oneOf: true as const, forAll: true as const }),
    },
  ];
}
