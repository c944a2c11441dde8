import type { Factor } from '../../units/factor';
import type { Units } from '../../units/units';

/** The ratio unit whose number 1 means "as large as". */
const TIMES = '倍';

/**
 * Exact factor that turns a ÷ b (as read, in the units `above` and `below`) into the unit `wanted`: like over like gives a
 * ratio ("%") or is counted by so many ("人/万人"), unlike gives a compound unit ("万元/公顷"). Undefined where the units do not lead there.
 */
export function quotientFactor(units: Units, above: string | undefined, below: string | undefined, wanted: string): Factor | undefined {
  if (above === undefined || below === undefined) return undefined;
  const like = units.factor(above, below);
  if (like) {
    const shown = units.factor(TIMES, wanted);
    if (shown) return like.multiply(shown);
  }
  const slash = wanted.indexOf('/');
  if (slash < 0) return undefined;
  const top = units.factor(above, wanted.slice(0, slash));
  const bottom = units.factor(below, wanted.slice(slash + 1));
  return top && bottom && top.divide(bottom);
}

/** a ÷ b in the wanted unit; "" live where either is missing or b is zero. */
export function quotientFormula(a: string | undefined, b: string | undefined, factor: number): string | undefined {
  if (a === undefined || b === undefined) return undefined;
  const scale = factor === 1 ? '' : `*${factor}`;
  return `IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),IF((${b})=0,"",(${a})/(${b})${scale}),"")`;
}
