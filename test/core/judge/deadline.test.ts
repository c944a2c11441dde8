import { knownYears } from '../../../src/core/judge/working-days';
import type { Row, Settings } from '../../packs/sheets';
import { judged } from '../../packs/run';
import { draft, valid, type Draft } from '../pack/small-pack';
import { book, codes, lines, parameters, run, sentence, withColumns } from './one-rule';

const rule = { kind: 'deadline', event_title: '开工', event: { column: 'projects.started' }, days: 10, action: '报送进度' };
const done = withColumns('projects', {
  finished: { header: ['完成日期'], kind: 'date' },
  urgent: { header: ['是否加急'], kind: 'yes_no' },
});
const at = (asOf: string, row: Row, more: Draft = {}, settings?: Settings, parts: Draft = {}) =>
  run(
    { ...rule, ...more },
    book({ indicators: [{ zone: '甲区', output: 1 }], projects: [{ project: 'P1', zone: '甲区', ...row }] }, settings),
    { ...done, ...parts },
    asOf,
  );
const started = { started: '2017-03-01' };

test('the last day belongs to the term; what is left and what is over is counted in days', () => {
  const until = (asOf: string) => at(asOf, started, { consequence: '通报' });
  expect(until('2017-03-08').of('rule')[0]).toMatchObject({
    status: 'explain',
    word: '未到期',
    value: '2017-03-11',
    consequence: undefined,
    cells: ['项目明细!C2'],
  });
  expect(sentence(until('2017-03-08'))).toBe(
    'P1：开工日期为2017-03-01，应于2017-03-11前（含当日）报送进度，按自然日、次日起算，距截止还有3天。',
  );
  expect(sentence(until('2017-03-11'))).toContain('，今日截止。');
  expect(until('2017-03-12').of('rule')[0]).toMatchObject({ status: 'unmet', word: '已逾期', consequence: '通报' });
  expect(sentence(until('2017-03-13'))).toContain('，已超过截止日期2天。');
  expect(at('2017-03-12', started, { severity: 'general' }).of('rule')[0]?.status).toBe('explain');
});

test('done in time, on the last day, too late', () => {
  const when = (finished: string | null, more: Draft = {}) =>
    at('2017-06-01', { ...started, finished }, { done: { column: 'projects.finished' }, ...more });
  expect(when('2017-03-11').of('rule')[0]).toMatchObject({ status: 'met', word: '已完成', cells: ['项目明细!C2', '项目明细!D2'] });
  expect(sentence(when('2017-03-11'))).toContain('，已于2017-03-11完成。');
  expect(when('2017-03-12').of('rule')[0]).toMatchObject({ status: 'unmet', word: '已逾期' });
  expect(sentence(when('2017-03-12'))).toContain('，于2017-03-12完成，晚于截止日期。');
  expect(when('2017-03-12', { severity: 'guidance' }).of('rule')[0]?.status).toBe('explain');
});

test('months, years and working days', () => {
  const without = (more: Draft) => Object.fromEntries(Object.entries({ ...rule, ...more }).filter(([, value]) => value !== undefined));
  const dueOf = (more: Draft): string | undefined =>
    run(
      without({ days: undefined, ...more }),
      book({ indicators: [{ zone: '甲区', output: 1 }], projects: [{ project: 'P1', zone: '甲区', started: '2017-01-31' }] }),
      done,
    ).of('rule')[0]?.value;
  expect(dueOf({ months: 1 })).toBe('2017-02-28');
  expect(dueOf({ years: 3 })).toBe('2020-01-31');
  expect(dueOf({ days: 3, counting: 'natural' })).toBe('2017-02-03');
  // The Spring Festival goes on until 2 February, and Saturday the 4th is worked.
  expect(dueOf({ days: 4, counting: 'working' })).toBe('2017-02-07');
  const months = run(
    without({ days: undefined, months: 1 }),
    book({ indicators: [{ zone: '甲区', output: 1 }], projects: [{ project: 'P1', zone: '甲区', ...started }] }),
    done,
  );
  expect(sentence(months)).not.toContain('次日起算');
});

test('the way of counting may be the user’s', () => {
  const counting = {
    parameters: { counting: { title: '计日', kind: 'choice', choices: ['自然日', '工作日'], default: '自然日', decided: 'G1' } },
  };
  const by = (choice: string) =>
    at(
      '2017-03-01',
      { started: '2017-03-03' },
      { days: 1, counting: { parameter: 'counting' } },
      parameters({ counting: choice }),
      counting,
    );
  expect(by('自然日').of('rule')[0]?.value).toBe('2017-03-04');
  expect(by('工作日').of('rule')[0]?.value).toBe('2017-03-06');
  expect(sentence(by('工作日'))).toContain('按工作日（扣除法定节假日，调休上班日计入）');
});

test('where the holidays of a year are not known the sentence says how days were counted', () => {
  const late = at('2049-03-01', { started: '2049-03-05' }, { days: 1, counting: 'working' }, undefined);
  // 2049-03-05 is a Friday.
  expect(late.of('rule')[0]?.value).toBe('2049-03-08');
  expect(sentence(late)).toContain(`法定节假日安排只收录${knownYears.first}年至${knownYears.last}年，其余按周一至周五计，请核对`);
});

test('an event without a date is grey', () => {
  const result = at('2017-03-01', { started: null }, {}, undefined);
  expect(lines(result)).toEqual(['P1 missing 缺数']);
  expect(sentence(result)).toContain('“开工”日期未填');
});

describe('a term that the user gives', () => {
  const term = { parameters: { term: { title: '报送期限', kind: 'integer' } } };
  test('set, unset', () => {
    expect(at('2017-03-01', started, { days: { parameter: 'term' } }, parameters({ term: 2 }), term).of('rule')[0]?.value).toBe(
      '2017-03-03',
    );
    const open = at('2017-03-01', started, { days: { parameter: 'term' } }, undefined, term);
    expect(lines(open)).toEqual(['全部开发区 missing 缺数']);
    expect(sentence(open)).toContain('文件未规定期限，“权重与参数”表中未填“报送期限”');
  });
  test('unset, and nobody that it runs for: nothing is said', () =>
    expect(
      codes(at('2017-03-01', started, { days: { parameter: 'term' }, for: { 'projects.zone': '乙区' } }, undefined, term)),
    ).not.toContain('rule-missing-input'));
});

test('an event of the whole province, fixed or the user’s', () => {
  const one = book({ indicators: [{ zone: '甲区', output: 1 }] });
  const fixed = run({ ...rule, event: { date: '2017-03-01' } }, one, {}, '2017-03-12');
  expect(lines(fixed)).toEqual(['某省 unmet 已逾期']);
  expect(fixed.of('rule')[0]?.cells).toEqual([]);
  const asked = { parameters: { published: { title: '发布日期', kind: 'date' } } };
  const byUser = { ...rule, event: { parameter: 'published' } };
  const set = run(
    byUser,
    book({ indicators: [{ zone: '甲区', output: 1 }] }, parameters({ published: '2017-03-01' })),
    asked,
    '2017-03-11',
  );
  expect(set.of('rule')[0]).toMatchObject({ subject: '某省', word: '未到期', cells: ['权重与参数!C2'] });
  expect(lines(run(byUser, one, asked))).toEqual(['某省 missing 缺数']);
});

test('answers that a project must give as well', () => {
  const asked = (urgent: string | null) => at('2017-03-08', { ...started, urgent }, { and_yes: ['projects.urgent'] });
  expect(asked('是').of('rule')[0]).toMatchObject({ word: '未到期', cells: ['项目明细!D2', '项目明细!C2'] });
  expect(asked('否').of('rule')).toEqual([]);
});

test('an answer that is not given is grey', () => {
  const rows = [
    { project: 'P1', zone: '甲区', ...started, urgent: null },
    { project: 'P2', zone: '甲区', ...started, urgent: '是' },
  ];
  const result = run(
    { ...rule, and_yes: ['projects.urgent'] },
    book({ indicators: [{ zone: '甲区', output: 1 }], projects: rows }),
    done,
    '2017-03-08',
  );
  expect(lines(result)).toEqual(['P1 missing 缺数', 'P2 explain 未到期']);
  expect(sentence(result, 'P1')).toContain('“是否加急”未填');
});

test('only for rows that the rule is for', () => {
  const rows = [
    { project: 'P1', zone: '甲区', ...started, urgent: '否' },
    { project: 'P2', zone: '甲区', ...started, urgent: '是' },
  ];
  const result = run(
    { ...rule, for: { 'projects.urgent': '是' } },
    book({ indicators: [{ zone: '甲区', output: 1 }], projects: rows }),
    done,
    '2017-03-08',
  );
  expect(lines(result)).toEqual(['P2 explain 未到期']);
});

describe('for those that another rule found', () => {
  const packOf = (deadline: Draft, more: Draft = {}) =>
    valid(
      draft({
        ...more,
        rules: {
          found: { kind: 'threshold', title: '线', clause: '一·产值', measure: 'output', unit: '亿元', at_least: 15, effect: 'qualify' },
          rule: { title: '规则', clause: '一·产值', ...rule, event: { date: '2017-03-01' }, when_found_by: 'found', ...deadline },
        },
      }),
    );
  const rows = [
    { zone: '甲区', output: 20, lawful: '是' },
    { zone: '乙区', output: 1, lawful: '是' },
    { zone: '丙区', output: null, lawful: '是' },
    { zone: '丁区', output: 20, lawful: '否' },
  ];

  test('each of them, and not those that could not be judged', () => {
    const pack = packOf({});
    expect(lines(judged(pack, book({ indicators: rows })(pack), '2017-03-08'))).toEqual(['甲区 explain 未到期', '丁区 explain 未到期']);
  });
  test('answers are read from their rows', () => {
    const pack = packOf({ and_yes: ['lawful'] });
    expect(lines(judged(pack, book({ indicators: rows })(pack), '2017-03-08'))).toEqual(['甲区 explain 未到期']);
  });
  test('a term that nobody has set is grey for them alone', () => {
    const pack = packOf({ days: { parameter: 'term' } }, { parameters: { term: { title: '期限', kind: 'integer' } } });
    expect(lines(judged(pack, book({ indicators: rows })(pack), '2017-03-08'))).toEqual(['甲区 missing 缺数', '丁区 missing 缺数']);
  });
  test('a found subject that is no row of the main table has no date of its own', () => {
    const pack = valid(
      draft({
        tables: {
          ...(draft().tables as Draft),
          ...(withColumns('indicators', { noted: { header: ['通知日期'], kind: 'date' } }).tables as Draft),
        },
        rules: {
          found: { kind: 'threshold', title: '线', clause: '一·产值', measure: 'province.output', unit: '亿元', at_least: 1 },
          rule: { title: '规则', clause: '一·产值', ...rule, event: { column: 'noted' }, when_found_by: 'found' },
        },
      }),
    );
    const result = judged(
      pack,
      book({ indicators: [{ zone: '甲区', noted: '2017-03-01' }], province: [{ area: '某省', output: 2 }] })(pack),
    );
    expect(lines(result)).toEqual(['某省 missing 缺数']);
  });
});
