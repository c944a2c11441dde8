import { sides } from '../limit/edge';
import { own } from '../own';
import { packWords as words } from '../words/pack';
import type { LintBook } from './lint-book';
import { declaredUnit } from './references';

/** Scales of levels: limits on the side that the indicator's direction asks for, one less than there are levels, from the best to the worst. */
export function lintLevels(lint: LintBook): void {
  const { pack } = lint;
  for (const [key, { steps, indicators, caps, ...scale }] of Object.entries(pack.levels)) {
    const at = `levels.${key}`;
    lint.sources(at, scale);
    const titles = steps.map(({ title }) => title);
    const twice = titles.find((title, index) => titles.indexOf(title) !== index);
    if (twice !== undefined) lint.refuse('grade-twice', at, words.gradeTwice(at, twice));
    for (const { any, at_best: best } of caps)
      for (const title of [any, best])
        if (!titles.includes(title)) lint.refuse('unknown-grade', at, words.unknownGrade(at, title, true), { word: title, known: titles });
    for (const [id, given] of Object.entries(indicators)) {
      const here = `${at}.indicators.${id}`;
      if (!lint.named('unknown-indicator', `${at}.indicators`, words.unknownIndicator, id, pack.indicators)) continue;
      const { direction, measure = id } = own(pack.indicators, id)!;
      const used = sides.filter((side) => given[side] !== undefined);
      const [side] = used;
      const isRising = side === 'at_most' || side === 'under';
      if (!side || used.length > 1 || isRising !== (direction === 'lower_is_better')) {
        lint.refuse('level-edge', here, words.levelEdge(here, direction === 'lower_is_better'));
        continue;
      }
      const limits = given[side]!;
      if (limits.length !== steps.length - 1)
        lint.refuse('level-limits', here, words.levelLimits(here, limits.length, steps.length), { word: side });
      if (limits.some((limit, index) => index > 0 && (isRising ? limit <= limits[index - 1]! : limit >= limits[index - 1]!)))
        lint.refuse('level-order', here, words.levelOrder(here), { word: side });
      if (typeof measure === 'string' && declaredUnit(pack, measure) === 'from_header')
        lint.refuse('level-unit', here, words.levelUnit(here, measure), { word: measure });
    }
  }
}
