import type { Figures } from '../measure/figures';
import { settlingCells } from '../ranking/open-cells';
import type { RankedPopulation } from '../ranking/population';
import { judgeWords as words } from '../words/judge';
import type { FindingStatus } from './finding';

export type Colour = 'red' | 'yellow' | 'green';

const statuses: Readonly<Record<Colour, FindingStatus>> = { red: 'unmet', yellow: 'explain', green: 'met' };

/** The status of whoever is on a list of this colour. */
export const statusOf = (colour: Colour): FindingStatus => statuses[colour];

/** Who is on a list by the figures that are there, or may come onto it, until the rest is in. */
export function undecided(isNow: boolean): { readonly status: FindingStatus; readonly word: string } {
  return isNow ? { status: 'explain', word: words.listedPending } : { status: 'missing', word: words.mayBeListed };
}

/** Cells that settle where a row stands, whichever end is asked. */
export const cellsOfPlace = (figures: Figures, ranked: RankedPopulation, place: number): string[] => [
  ...settlingCells(figures, ranked, place, 'first'),
  ...settlingCells(figures, ranked, place, 'last'),
];

/**
 * Whether so many of the last years were hits, this year counting as one.
 * @param hits earlier years, undefined where that is not known
 * @param of how many years are looked at; those beyond `hits` are not known
 */
export function yearsHit(
  hits: readonly (boolean | undefined)[],
  years: number,
  of: number,
): { readonly verdict: 'enough' | 'unknown' | 'too_few'; readonly sure: number } {
  const sure = 1 + hits.filter((hit) => hit === true).length;
  const open = hits.filter((hit) => hit === undefined).length + Math.max(0, of - 1 - hits.length);
  return { verdict: sure >= years ? 'enough' : sure + open >= years ? 'unknown' : 'too_few', sure };
}
