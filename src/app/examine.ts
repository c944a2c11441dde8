import { assess, type Assessment, type AssessInput, type Checked } from '../core/assess';

type Fitting = { readonly matched: number; readonly usable: boolean; readonly telling: boolean };

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

/** The pack that a workbook was clearly made for: usable, with columns that tell it, and better than every other. @param fits best first */
export function clearFit<F extends Fitting>(fits: readonly F[]): F | undefined {
  const [first, second] = fits;
  if (!first?.usable || !first.telling) return undefined;
  return second?.usable && second.matched === first.matched ? undefined : first;
}

/** Packs among which the workbook does not decide, so that the person is asked: equally good ones, or all where too few columns tell. */
export function equalFits<F extends Fitting>(fits: readonly F[]): readonly F[] {
  const [first] = fits;
  if (!first?.usable) return [];
  return fits.filter(({ usable, matched }) => usable && (!first.telling || matched === first.matched));
}

/** YYYY-MM-DD in local time. */
export function localDate(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
