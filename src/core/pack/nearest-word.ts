import { nearestValue } from '../table/take/nearest-value';
import { packWords as words } from '../words/pack';

interface Said {
  readonly message: string;
  readonly nextStep: string;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** What is said of a wrong word, with the word that was probably meant and all that may stand there. */
export function withNearest({ message, nextStep }: Said, word: string, known: readonly string[]): Said {
  const others = [...new Set(known)].filter((one) => one !== word);
  return { message, nextStep: `${nextStep}${words.instead(nearestValue(word, others, NONE), others)}` };
}

/** The listed unit that a text is nearest to; none where several are. */
export const nearestUnit = (unit: string, known: readonly string[]): string | undefined => nearestValue(unit, known, NONE);
