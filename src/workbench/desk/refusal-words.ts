import type { Refusal } from '../grid/grid-view';
import { workbenchWords } from '../words';

const words = workbenchWords.refusal;

/** Why the grid did not do what was tried. */
export function refusalWords(refusal: Exclude<Refusal, { readonly kind: 'unfinished' }>): string {
  switch (refusal.kind) {
    case 'structure':
      return words.structure;
    case 'protected':
      return words.protected(refusal.sheet);
    case 'array':
      return words.array(refusal.sheet);
    case 'table':
      return words.table(refusal.sheet);
    case 'fixed':
      return words.fixed(refusal.sheet);
    case 'busy':
      return words.busy;
    case 'formula':
      return words.formula(refusal.text);
    case 'spill':
      return words.spill;
    case 'fetch':
      return words.fetch;
    case 'cut':
      return words.cut;
    case 'clipboard':
      return words.clipboard;
    case 'link':
      return words.link(refusal.to);
  }
}
