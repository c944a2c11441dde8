import type { PackParameter } from '../pack/schema';
import type { Problem } from '../problem';
import { weightingTitles } from '../words/score';
import { parameterSheet, parameterWords as words } from '../words/parameters';
import type { UserWeight } from './user-weight';

/** Ways of weighting that take the weights from the figures themselves. */
export type DataWeighting = 'entropy' | 'critic';

export interface ChosenDataWeighting {
  readonly value: DataWeighting;
  readonly cell: string;
}

const TITLES: readonly (readonly [DataWeighting, string])[] = [
  ['entropy', weightingTitles.entropy],
  ['critic', weightingTitles.critic],
];

/** Key of the one row of its section. */
export const DATA_WEIGHTING = 'weights';

/** What the row may say, as a parameter is checked. */
export const dataWeightingChoice: PackParameter = {
  title: parameterSheet.dataWeighting,
  kind: 'choice',
  choices: TITLES.map(([, title]) => title),
  note: words.dataWeightingNote,
};

export const dataWeightingOf = (title: string): DataWeighting | undefined => TITLES.find(([, known]) => known === title)?.[0];

/** Weights are given, compared, or taken from the figures: whoever says two of them says nothing. */
export function dataWeightingProblems(
  dataWeighting: ChosenDataWeighting | undefined,
  ...given: readonly ReadonlyMap<string, UserWeight>[]
): Problem[] {
  if (!dataWeighting || given.every(({ size }) => size === 0)) return [];
  const [sheet = parameterSheet.name, cell] = dataWeighting.cell.split('!');
  return [
    {
      severity: 'block',
      code: 'weights-and-method',
      sheet,
      ...(cell !== undefined && { cell }),
      ...words.weightsAndMethod(weightingTitles[dataWeighting.value]),
    },
  ];
}
