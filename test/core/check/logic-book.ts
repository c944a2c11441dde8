import { check } from '../../../src/core/checked';
import type { DataChecks } from '../../../src/core/check/check-logic';
import type { CheckFinding, CheckKind } from '../../../src/core/check/check-finding';
import type { SheetGrid } from '../../../src/core/grid';
import type { Pack } from '../../../src/core/pack/schema';
import type { Problem } from '../../../src/core/problem';
import { inputOf } from '../../packs/run';
import { draft, valid, type Draft } from '../pack/small-pack';

/** The small pack with relations between its columns. */
export const packWith = (checks: Draft, parts: Draft = {}): Pack => valid(draft({ checks, ...parts }));

export interface Checks extends DataChecks {
  readonly problems: readonly Problem[];
  of(kind: CheckKind): readonly CheckFinding[];
}

export function checksOf(pack: Pack, ...sheets: readonly SheetGrid[]): Checks {
  const { checks, problems } = check(inputOf(pack, sheets));
  return { ...checks, problems, of: (kind) => checks.findings.filter((finding) => finding.kind === kind) };
}
