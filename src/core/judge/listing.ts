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

/** How many of the years that a rule looks at are this one. */
export const thisYears = ({ this_year: mode }: { readonly this_year: 'counts' | 'besides' | 'ignored' }): 0 | 1 =>
  mode === 'counts' ? 1 : 0;

/** Cells that settle where a row stands, whichever end is asked. */
export const cellsOfPlace = (figures: Figures, ranked: RankedPopulation, place: number): string[] => [
  ...settlingCells(figures, ranked, place, 'first'),
  ...settlingCells(figures, ranked, place, 'last'),
];

/**
 * Whether so many of the last years were hits.
 * @param hits earlier years, undefined where that is not known
 * @param of how many years are looked at; those beyond `hits` are not known
 * @param counted how many of them are this year, which is a hit: 1 or 0
 */
export function yearsHit(
  hits: readonly (boolean | undefined)[],
  years: number,
  of: number,
  counted: 0 | 1,
): { readonly verdict: 'enough' | 'unknown' | 'too_few'; readonly sure: number } {
  const sure = counted + hits.filter((hit) => hit === true).length;
  const open = hits.filter((hit) => hit === undefined).length + Math.max(0, of - counted - hits.length);
  return { verdict: sure >= years ? 'enough' : sure + open >= years ? 'unknown' : 'too_few', sure };
}
