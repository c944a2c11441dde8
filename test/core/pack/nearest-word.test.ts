import { withNearest } from '../../../src/core/pack/nearest-word';

const next = (word: string, known: readonly string[]): string =>
  withNearest({ message: '不对。', nextStep: '请改正。' }, word, known).nextStep;

test('the nearest word, and all that may stand there', () =>
  expect(next('weigth', ['title', 'weight'])).toBe('请改正。是否应为“weight”？可写：title、weight。'));
test('no guess where two words are equally near, or none is', () => {
  expect(next('丙级', ['甲级', '乙级'])).toBe('请改正。可写：甲级、乙级。');
  expect(next('对象', ['title'])).toBe('请改正。可写：title。');
});
test('nothing is listed where nothing may stand', () => expect(next('x', [])).toBe('请改正。'));
test('of many words the first are listed, and their number', () =>
  expect(
    next(
      'zz',
      Array.from({ length: 40 }, (_, at) => `k${at}`),
    ),
  ).toMatch(/k23等40个。$/));
