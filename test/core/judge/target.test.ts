import { settingsSheet, sheetOf } from '../../packs/sheets';
import { judged } from '../../packs/run';
import { draft, valid, type Draft } from '../pack/small-pack';
import { book, codes, lines, parameters, run, sentence, zones } from './one-rule';

const target = { kind: 'target', measure: 'output', unit: '亿元', goal: { year: 2020, at_least: 15 } };
const one = zones({ zone: '甲区', output: 10 });

/** A main table with a title over it. */
const titled = (title: string, name = '指标数据', output = 10) => [
  sheetOf(name, [[title], ['开发区名称', '级别', '工业总产值（亿元）'], ['甲区', '省级', output]]),
];

test('a finding tells figure, goal and verdict, and rests on the figure’s cell', () => {
  expect(sentence(run(target, zones({ zone: '甲区', output: 15 })))).toBe(
    '甲区“工业总产值”为15亿元，目标为到2020年不低于15亿元，已达到目标。',
  );
  expect(run(target, one).of('rule')[0]).toMatchObject({ value: '10亿元', limit: '不低于15亿元', cells: ['指标数据!B2'] });
});

describe('before and after the year', () => {
  const at = (year: number, more: Draft = {}) => run({ ...target, consequence: '通报', ...more }, one, {}, '2026-03-31', year);

  test('before it: on the way, without consequence', () => {
    expect(at(2019).of('rule')[0]).toMatchObject({ status: 'explain', word: '未到目标年', consequence: undefined });
    expect(sentence(at(2019))).toContain('尚未达到目标（目标年2020年未到）');
  });
  test('in it and later: missed', () => {
    expect(at(2020).of('rule')[0]).toMatchObject({ status: 'unmet', word: '不达标', consequence: '通报' });
    expect(sentence(at(2021))).toContain('目标年已到，未达到目标');
    expect(at(2020, { severity: 'general' }).of('rule')[0]?.status).toBe('explain');
  });
  test('the year of the figures is stated or read; where nobody states it, a goal of an earlier year is grey', () => {
    const set = run(target, book({ indicators: [{ zone: '甲区', output: 10 }] }, parameters({ data_year: 2020 })), {}, '2021-06-01');
    expect([lines(set), codes(set).filter((code) => code.startsWith('data-year'))]).toEqual([['甲区 unmet 不达标'], []]);
    const open = run(target, one, {}, '2021-06-01');
    expect([lines(open), sentence(open)]).toEqual([['甲区 missing 缺数'], expect.stringContaining('数据年度未载明')]);
    expect(open.problems.find(({ code }) => code === 'data-year-unknown')?.severity).toBe('warning');
    // Figures cannot be of a later year than the run.
    expect(lines(run(target, one, {}, '2018-06-01'))).toEqual(['甲区 explain 未到目标年']);
  });
  test('figures of a part of the goal’s year have not missed it, and no pace is reckoned', () => {
    const part = run({ ...target, baseline: { year: 2014, value: 5 } }, () => titled('2020年1-11月'), {}, '2021-06-01');
    expect(lines(part)).toEqual(['甲区 explain 未到目标年']);
    expect(sentence(part)).toContain('尚未达到目标（数据为目标年2020年1-11月，未满全年）');
    const early = run({ ...target, baseline: { year: 2014, value: 5 } }, () => titled('2017年1-11月'), {}, '2018-06-01');
    expect(sentence(early)).not.toContain('按时间进度');
  });
  test('contradictory years: neither reached nor missed', () => {
    for (const output of [10, 20]) {
      const open = run(target, () => titled('2015年度', '指标数据2016', output), {}, '2021-06-01');
      expect(lines(open)).toEqual(['甲区 missing 缺数']);
      expect(sentence(open)).toContain('指标数据2016!A1标题为2015年，工作表名“指标数据2016”为2016年，年度不一致');
    }
  });
  test('a pack without goals asks for the year too, as worth knowing', () => {
    const asked = run({ kind: 'threshold', measure: 'output', unit: '亿元', at_least: 1 }, one).problems;
    expect(asked.filter(({ code }) => code === 'data-year-unknown').map(({ severity }) => severity)).toEqual(['info']);
  });
  test('one goal among other rules makes it a warning, of whichever kind', () => {
    const common = { title: '线', clause: '一·产值', measure: 'output', unit: '亿元' };
    const asks = (kind: Draft): boolean => {
      const pack = valid(draft({ rules: { line: { kind: 'threshold', ...common, at_least: 1 }, other: { ...common, ...kind } } }));
      return judged(pack, one(pack)).problems.some(({ code, severity }) => code === 'data-year-unknown' && severity === 'warning');
    };
    expect(asks({ kind: 'count_target', at_least: 1, goal: { year: 2020, at_least: 1, unit: '个' } })).toBe(true);
    expect(asks({ kind: 'target', goal: { year: 2020, at_least: 1 } })).toBe(true);
    expect(asks({ kind: 'threshold', at_least: 1 })).toBe(false);
  });
});

test('a missing figure, a missing goal and a missing year are grey, each with its reason', () => {
  const figure = run(target, zones({ zone: '甲区', output: null }, { zone: '乙区', output: 1 }));
  expect(sentence(figure, '甲区')).toBe('甲区“规则”无法判定：指标数据!B2“工业总产值”未填报。');
  expect(figure.one('rule', '甲区')?.cells).toEqual(['指标数据!B2']);
  const asked = { parameters: { goal: { title: '目标值', kind: 'number', unit: '亿元' }, year: { title: '目标年', kind: 'year' } } };
  const goal = run({ ...target, goal: { year: 2020, at_least: { parameter: 'goal' } } }, one, asked);
  // What lacks for everyone is said once, not of each.
  expect(lines(goal)).toEqual(['全部开发区 missing 缺数']);
  expect(sentence(goal, '全部开发区')).toContain('“权重与参数”表中未填“目标值”');
  const year = run({ ...target, goal: { year: { parameter: 'year' }, at_least: 1 } }, one, asked);
  expect(lines(year)).toEqual(['全部开发区 missing 缺数']);
  expect(sentence(year, '全部开发区')).toContain('“权重与参数”表中未填“目标年”');
  const set = run(
    { ...target, goal: { year: { parameter: 'year' }, at_least: { parameter: 'goal' } } },
    book({ indicators: [{ zone: '甲区', output: 10 }] }, parameters({ goal: 10, year: 2016 })),
    asked,
  );
  expect(set.of('rule')[0]).toMatchObject({ status: 'met', cells: ['指标数据!B2', '权重与参数!C2'] });
});

test('only for those that the rule is for; nothing to measure is one grey line', () => {
  const rows = zones({ zone: '甲区', level: '省级', output: 20 }, { zone: '乙区', level: '国家级', output: 20 });
  expect(lines(run({ ...target, for: { level: '省级' } }, rows))).toEqual(['甲区 met 达标']);
  expect(lines(run(target, zones({ zone: '甲区', land: 1 })))).toEqual(['全部开发区 missing 缺数']);
});

describe('the way from the baseline', () => {
  const way = (output: number, year: number, more: Draft = {}) =>
    sentence(run({ ...target, baseline: { year: 2014, value: 5 }, ...more }, zones({ zone: '甲区', output }), {}, '2021-06-01', year));

  test('share of the way made, and the share that an even pace would have made', () => {
    expect(way(10, 2017)).toContain('基期2014年为5亿元，已完成目标增量的50%，按时间进度匀速推算应完成50%');
    expect(way(7, 2015)).toContain('已完成目标增量的20%，按时间进度匀速推算应完成16.67%');
    expect(way(10, 2014)).toContain('应完成0%');
  });
  test('no pace once the year has come, or before the baseline', () => {
    expect(way(10, 2020)).not.toContain('应完成');
    expect(way(10, 2013)).not.toContain('应完成');
    expect(way(10, 2017, { baseline: { year: 2020, value: 5 } })).not.toContain('应完成');
  });
  test('a baseline that the user has not given is left out', () => {
    const asked = { parameters: { base: { title: '基期值', kind: 'number', unit: '亿元' }, from: { title: '基期年', kind: 'year' } } };
    const open = run({ ...target, baseline: { year: { parameter: 'from' }, value: 5 } }, one, asked, '2017-01-01');
    expect(sentence(open)).not.toContain('基期');
    const value = run({ ...target, baseline: { year: 2014, value: { parameter: 'base' } } }, one, asked, '2017-01-01');
    expect(sentence(value)).not.toContain('基期');
    const given = run(
      { ...target, baseline: { year: { parameter: 'from' }, value: { parameter: 'base' } } },
      (pack) => [...one(pack), settingsSheet(pack, { parameters: { base: 5, from: 2014 } })],
      asked,
      '2017-01-01',
    );
    expect(sentence(given)).toContain('基期2014年为5亿元，已完成目标增量的50%');
  });
});

describe('a number of zones by a year', () => {
  const count = { kind: 'count_target', measure: 'output', unit: '亿元', at_least: 15, goal: { year: 2016, at_least: 2, unit: '个' } };
  const rows = (...outputs: (number | null)[]) => zones(...outputs.map((output, at) => ({ zone: `${at + 1}区`, output })));

  test('exactly on the line counts; those that pass are named with their cells', () => {
    const result = run(count, rows(15, 14.99, 20));
    expect(lines(result)).toEqual(['某省 met 达标']);
    expect(result.of('rule')[0]).toMatchObject({ value: '2个', limit: '不低于2个', cells: ['指标数据!B2', '指标数据!B4'] });
    expect(sentence(result)).toBe('某省“规则”为2个，达到该线的有2个（1区、3区），目标为到2016年不低于2个，已达到目标。');
  });
  test('too few is missed; nobody at all names nobody', () => {
    expect(lines(run(count, rows(15, 1), {}, undefined, 2016))).toEqual(['某省 unmet 不达标']);
    expect(sentence(run(count, rows(1)))).toContain('达到该线的有0个，目标');
  });
  test('gaps may still pass: not proven missed, but reached is reached', () => {
    const open = run(count, rows(15, null, null));
    expect(lines(open)).toEqual(['某省 missing 缺数']);
    expect(sentence(open)).toContain('另有2个缺数未计');
    expect(sentence(open)).toContain('缺数补齐后方可判定是否达到目标');
    expect(open.of('rule')[0]?.cells).toEqual(['指标数据!B2']);
    expect(lines(run(count, rows(15, 16, null)))).toEqual(['某省 met 达标']);
    expect(sentence(run(count, rows(15, 16)))).not.toContain('缺数未计');
  });
  test('eight names are shown in full, of more the first eight', () => {
    const many = (n: number) => sentence(run(count, rows(...Array.from({ length: n }, () => 20))));
    expect(many(8)).toContain('（1区、2区、3区、4区、5区、6区、7区、8区）');
    expect(many(9)).toContain('（1区、2区、3区、4区、5区、6区、7区、8区等9个）');
  });
  test('only those that the rule is for are counted', () => {
    const filtered = zones({ zone: '甲区', level: '省级', output: 20 }, { zone: '乙区', level: '国家级', output: 20 });
    expect(run({ ...count, for: { level: '省级' } }, filtered).of('rule')[0]?.value).toBe('1个');
  });
  test('one figure of the whole province counts as one', () =>
    expect(
      run(
        { ...count, measure: 'province.output', for: { level: '省级' }, goal: { year: 2016, at_least: 1, unit: '个' } },
        book({ indicators: [{ zone: '甲区', output: 1 }], province: [{ area: '某省', output: 20 }] }),
      ).of('rule')[0],
    ).toMatchObject({ status: 'met', value: '1个' }));
  test('nothing to count is one grey line', () =>
    expect(lines(run(count, zones({ zone: '甲区', land: 1 })))).toEqual(['全部开发区 missing 缺数']));
});
