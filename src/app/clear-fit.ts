type Fitting = { readonly matched: number; readonly usable: boolean; readonly telling: boolean };

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
