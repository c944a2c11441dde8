import type { SheetGrid } from '../grid';
import type { Pack } from '../pack/schema';
import { packOfWorkbook } from '../pack/workbook-pack';
import type { Units } from '../units/units';
import type { RuleLine } from './rule-line';
import { ruleLines } from './rule-lines';

/** Everything that a pack does, as the workbook completes it. @param units those that all packs share */
export function ruleBook(pack: Pack, sheets: readonly SheetGrid[], units: Units): readonly RuleLine[] {
  const whole = packOfWorkbook(pack, sheets, units.with(pack.units));
  return ruleLines(whole.pack, whole.settings);
}
