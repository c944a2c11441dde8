import { made } from '../words/own-method';
import type { Draft } from './draft';
import type { Row } from './sheet-rows';

/** Marks that keys of clauses may not hold, and the one that separates a place from a word of ours. */
const NOT_IN_PLACES = /[\s.,:#'"·]+/gu;

/**
 * The clause that a row rests on: the place that the person names, or the row itself. Its words are the document's where the row quotes them, else
 * those of the row.
 * @returns its key, as parts of a pack cite clauses
 */
export function clauseOf<F extends string>(row: Row<F | 'clause' | 'quote'>, draft: Draft, own: readonly F[]): string[] {
  const place = row.text('clause').replace(NOT_IN_PLACES, '');
  const here = made.place(row.sheet, row.row + 1);
  const quote = row.text('quote');
  // What stands in quotation marks is the document's only where the row quotes it; else it is said to be the row's.
  const key = quote === '' ? made.placeOf(here, place) : place === '' ? here : `${place}·${here}`;
  draft.clauses[key] =
    quote === ''
      ? own
          .map((field) => row.text(field))
          .filter((text) => text !== '')
          .join('，')
      : quote;
  return [key];
}
