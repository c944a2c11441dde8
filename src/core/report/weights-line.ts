import type { Basis } from '../ranking/rank-zones';
import type { DataWeighting } from '../parameters/data-weighting';
import { reportWords } from '../words/report';
import { weightingTitles } from '../words/score';
import { weightsGroundWords as words } from '../words/weights-ground';

/** The document that weights come from, in the core's way or the JSON's. */
interface Ground {
  readonly name: string;
  readonly number: string | null | undefined;
  readonly date: string | null | undefined;
}

/** Whose weights count, as every sheet that rests on them says it, and whether that is a warning: weights without a document are nobody's. */
export function weightsLine(
  basis: Basis,
  ground: Ground | null | undefined,
  from?: DataWeighting,
): { readonly text: string; readonly warns: boolean } {
  const stated = lineOf(basis, ground);
  if (!from) return stated;
  return { ...stated, text: words.fromData(weightingTitles[from], ground ? stated.text : undefined) };
}

function lineOf(basis: Basis, ground: Ground | null | undefined): { readonly text: string; readonly warns: boolean } {
  if (basis !== 'user_weights' || !ground) return { text: reportWords.basis[basis], warns: basis !== 'pack_weights' };
  return {
    text: words.ground(
      ground.name,
      [ground.number, ground.date].filter((part): part is string => typeof part === 'string'),
    ),
    warns: false,
  };
}
