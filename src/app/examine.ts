import { assess, type Assessment, type AssessInput, type Checked } from '../core/assess';

type Fitting = { readonly matched: number; readonly usable: boolean };

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

/** The pack that a workbook was clearly made for: usable, and better than every other. @param fits best first */
export function clearFit<F extends Fitting>(fits: readonly F[]): F | undefined {
  const [first, second] = fits;
  if (!first?.usable) return undefined;
  return second?.usable && second.matched === first.matched ? undefined : first;
}

/** Packs that fit equally well and better than the rest: the person is asked. */
export function equalFits<F extends Fitting>(fits: readonly F[]): readonly F[] {
  const [first] = fits;
  return first?.usable ? fits.filter(({ usable, matched }) => usable && matched === first.matched) : [];
}

/** YYYY-MM-DD in local time. */
export function localDate(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
