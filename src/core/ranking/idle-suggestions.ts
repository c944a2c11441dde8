import type { Figures } from '../measure/figures';
import type { Pack } from '../pack/schema';
import { chosenReference } from '../parameters/parameter-sheet';

/**
 * The pack without the suggestions that nobody took up. An indicator that the text does not name (basis: suggested) is an offer: where the workbook
 * brings nothing for it and gives it no weight, it counts as not made, instead of being asked for and standing empty on every sheet.
 */
export function withoutIdleSuggestions(figures: Figures): Pack {
  const { pack, settings } = figures;
  const byGroup = [...(settings.groupWeights?.values() ?? [])];
  const kept = Object.entries(pack.indicators).filter(
    ([id, { basis, weight, measure }]) =>
      basis !== 'suggested' ||
      weight !== undefined ||
      settings.indicatorWeights.has(id) ||
      byGroup.some(({ indicator }) => indicator.has(id)) ||
      figures.series(chosenReference(settings, measure ?? id) ?? '').absent === undefined,
  );
  return kept.length === Object.keys(pack.indicators).length ? pack : { ...pack, indicators: Object.fromEntries(kept) };
}
