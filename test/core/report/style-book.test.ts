import type { Finding } from '../../../src/core/judge/finding';
import { findingTone } from '../../../src/core/report/style-book';
import { judgeWords } from '../../../src/core/words/judge';

const finding = (word: string): Finding => ({
  rule: 'a',
  kind: 'checklist',
  title: '甲',
  clauses: [],
  subject: '甲开发区',
  status: 'met',
  word,
  certainty: 'certain',
  settle: [],
  consequence: undefined,
  sentence: '',
  statement: '',
  cells: [],
  value: undefined,
  limit: undefined,
});

test('what does not apply to somebody is neither good nor bad', () => {
  expect(findingTone(finding(judgeWords.notApplicable))).toBeUndefined();
  expect(findingTone(finding(judgeWords.status.met))).toBe('met');
});
