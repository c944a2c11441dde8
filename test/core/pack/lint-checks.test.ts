import { loadPack } from '../../../src/core/pack/load';
import { sharedWords, units } from '../../packs/built-in';
import { draft, type Draft } from './small-pack';

const problemsOf = (check: Draft) =>
  loadPack(draft({ checks: { one: { title: '校验', ...check } } }), 'small.yaml', units, sharedWords).problems.filter(
    ({ severity }) => severity === 'block',
  );
const part = { kind: 'part', of: 'output', whole: 'output' };

describe('checks of reported figures', () => {
  test.each<[string, Draft]>([
    ['a part', part],
    ['several parts of a number', { kind: 'part', of: ['green', 'green'], whole: 100 }],
    ['a share', { kind: 'share', reported: 'green', of: 'land', over: 'land' }],
    ['a rate in a compound unit', { kind: 'share', reported: 'per_land', of: 'output', over: 'land' }],
    ['a range of a measure', { kind: 'range', of: 'per_land', at_most: 1 }],
    ['a change', { kind: 'change', of: ['output', 'cities.output'], more_than: { parameter: 'rate' } }],
  ])('%s', (_, check) => {
    expect(problemsOf(check)).toEqual([]);
  });

  test.each<[string, Draft, string]>([
    ['unknown-reference', { ...part, of: 'outptu' }, '“checks.one”引用的“outptu”'],
    ['unknown-decision', { ...part, decided: 'G9' }, 'G9'],
    ['unknown-clause', { ...part, clause: '三·没有' }, '三·没有'],
    ['unit-mismatch', { ...part, whole: 'land' }, '公顷'],
    ['unit-mismatch', { kind: 'share', reported: 'green', of: 'output', over: 'land' }, '公顷'],
    ['check-across-tables', { ...part, whole: 'cities.output' }, '不在同一张表'],
    ['check-of-measure', { kind: 'change', of: 'per_land', more_than: 50 }, '“per_land”不是表中的列'],
    ['unknown-parameter', { kind: 'change', of: 'output', more_than: { parameter: 'check_chnage' } }, 'check_chnage'],
    ['check-without-limit', { kind: 'range', of: 'output' }, '没有写界限'],
    ['pack-schema', { ...part, wohle: 1 }, 'wohle'],
  ])('%s', (code, check, words) => {
    const [problem, ...more] = problemsOf(check);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code, severity: 'block', sheet: 'small.yaml' });
    expect(problem?.message).toContain(words);
    expect(problem?.nextStep).not.toBe('');
  });
});
