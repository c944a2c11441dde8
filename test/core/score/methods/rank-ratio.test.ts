import { scoreFormula } from '../../../../src/core/score/methods/index';
import { expectScores, scored, settledConfig } from '../scored';

it('is 100 × rank from the worst ÷ number, tied values sharing the mean of their ranks', () => {
  // Ranks 1, 2.5, 2.5, 4 of four.
  expectScores(scored([10, 20, 20, 30, null], { method: 'rank_ratio' }).scores, [25, 62.5, 62.5, 100, null]);
  expectScores(scored([10, 20, 20, 30], { method: 'rank_ratio' }, 'lower_is_better').scores, [100, 62.5, 62.5, 25]);
});

it('has all alike in the middle, and ties what looks equal', () => {
  expectScores(scored([5, 5, 5], { method: 'rank_ratio' }).scores, [200 / 3, 200 / 3, 200 / 3]);
  expectScores(scored([0.3, 0.1 + 0.2], { method: 'rank_ratio' }).scores, [75, 75]);
});

it('keeps its ranks under a logarithm and loses what is not positive', () => {
  expectScores(scored([0, 1, 10], { method: 'rank_ratio', transform: 'log' }).scores, [null, 50, 100]);
});

it('counts both sides in its formula', () => {
  expect(scoreFormula({ value: 'B5', range: 'B$5:B$9' }, 'higher_is_better', settledConfig({ method: 'rank_ratio' }))).toBe(
    'IF(ISNUMBER(B5),50*(SUMPRODUCT(ISNUMBER(B$5:B$9)*(B$5:B$9<B5))+1+COUNT(B$5:B$9)-SUMPRODUCT(ISNUMBER(B$5:B$9)*(B$5:B$9>B5)))/COUNT(B$5:B$9),"")',
  );
});
