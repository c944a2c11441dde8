import { Factor } from '../units/factor';
import type { Units } from '../units/units';
import { packWords as words } from '../words/pack';
import type { LintBook } from './lint-book';

/**
 * A pack's own units stand beside the built-in ones, for this pack alone. None may bear a name that already says a unit, listed or made
 * of listed ones (百人, 万元/公顷): the same header would mean another thing under another document.
 * @returns the units that the pack is read by; the built-in ones where its own are refused
 */
export function lintUnits(lint: LintBook, builtIn: Units): Units {
  const before = lint.problems.length;
  const seen = new Map<string, string>();
  for (const [dimension, { title, adds, scaled, units }] of Object.entries(lint.pack.units)) {
    const at = `units.${dimension}`;
    if (builtIn.lists(dimension)) {
      if (title !== undefined || adds !== undefined || scaled !== undefined) lint.refuse('unit-dimension', at, words.dimensionListed(at));
    } else {
      if (title === undefined) lint.refuse('unit-dimension', at, words.dimensionUntitled(at));
      if (!Object.values(units).some(({ factor }) => isBase(factor))) lint.refuse('unit-dimension', at, words.dimensionWithoutBase(at));
    }
    for (const [unit, { factor, aliases }] of Object.entries(units)) {
      const where = `${at}.units.${unit}`;
      if (isNothing(factor)) lint.refuse('unit-factor', where, words.unitFactor(where, factor));
      for (const name of [unit, ...aliases]) {
        const known = builtIn.find(name);
        const other = seen.get(name);
        if (known !== undefined) lint.refuse('unit-listed', where, words.unitListed(where, name, known));
        else if (other !== undefined) lint.refuse('unit-twice', where, words.unitTwice(where, name, other));
        else seen.set(name, unit);
      }
    }
  }
  if (lint.problems.length > before) return builtIn;
  try {
    return builtIn.with(lint.pack.units);
  } catch (error) {
    // Two names that differ only in width, case or spaces.
    if (!(error instanceof RangeError)) throw error;
    lint.refuse('unit-twice', 'units', words.unitsAlike(error.message));
    return builtIn;
  }
}

/** "0", "0.00" or a fraction over 0. */
const isNothing = (factor: string): boolean => factor.split('/').some((part) => Number(part) === 0);

const isBase = (factor: string): boolean => !isNothing(factor) && Factor.parse(factor).isOne;
