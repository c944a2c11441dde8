import { assess, type Assessment, type AssessInput, type Checked } from '../core/assess';
import type { PackFit } from '../core/pack/match-pack';
import type { Pack } from '../core/pack/schema';

/** A workbook looked at with one pack, nothing written. */
export interface Examination {
  readonly checked: Checked;
  readonly assessment: Assessment;
}

/** Scoring finds problems of its own (weights, constant indicators), so checking scores too; only writing is left out. */
export function examine(input: AssessInput): Examination {
  const assessment = assess(input);
  return { checked: assessment.checked, assessment };
}

/** The pack that a workbook was clearly made for: usable, and better than every other. */
export function clearFit(fits: readonly PackFit[]): Pack | undefined {
  const [first, second] = fits;
  if (!first?.usable) return undefined;
  return second?.usable && second.matched === first.matched ? undefined : first.pack;
}

/** Packs that fit equally well and better than the rest: the person is asked. */
export function equalFits(fits: readonly PackFit[]): readonly PackFit[] {
  const [first] = fits;
  return first?.usable ? fits.filter(({ usable, matched }) => usable && matched === first.matched) : [];
}

/** YYYY-MM-DD in local time. */
export function localDate(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
