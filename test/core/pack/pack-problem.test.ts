import { pathOf, writtenPath } from '../../../src/core/pack/pack-problem';

test.each([
  ['', []],
  ['scoring', ['scoring']],
  ['scoring.adjustments[0].measure', ['scoring', 'adjustments', 0, 'measure']],
  ['grades.a.grades[12]', ['grades', 'a', 'grades', 12]],
  ['clauses.二（五）5·警示', ['clauses', '二（五）5·警示']],
])('“%s” is read and written alike', (text, path) => {
  expect(pathOf(text)).toEqual(path);
  expect(writtenPath(path)).toBe(text);
});
