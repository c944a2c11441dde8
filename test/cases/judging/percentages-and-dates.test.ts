import { assessCase } from '../assess-case';

describe('fractions under （%）', () => {
  test.each([
    ['D2', '45%', 'building_density', 'a'],
    ['D3', '38%', 'building_density', 'b'],
    ['D4', '50%', 'building_density', 'c'],
    ['E2', '30%', 'green_special', 'a'],
    ['E3', '10%', 'green_special', 'b'],
    ['E4', '20%', 'green_special', 'c'],
  ])('throughout a column (jlF): %s is asked with %s, and not used', async (cell, proposal, rule, subject) => {
    const { one, asked } = await assessCase('judging/jlF', 'jilin-2016');
    const [problem] = asked('项目明细', cell);
    expect(problem).toMatchObject({ severity: 'error', code: 'fraction-in-percent' });
    expect(problem?.message).toContain(`按${proposal}计`);
    expect(one(rule, subject)).toMatchObject({ status: 'missing', certainty: 'possible', settle: [`项目明细!${cell}`] });
  });

  test('one among others (gdT): asked on its cell, the others stay', async () => {
    const { one, asked } = await assessCase('judging/gdT', 'guangdong-2016');
    expect(asked('指标数据', 'F3').map(({ code }) => code)).toContain('fraction-in-percent');
    expect(one('target_treatment', '珠海经开区')).toMatchObject({ status: 'missing', certainty: 'possible', consequence: null });
    expect(one('target_treatment', '广州经济技术开发区')).toMatchObject({ status: 'met', certainty: 'certain' });
  });
});

test('a coverage of 100.1 % (gbA) is asked, not passed; 100 % exactly passes', async () => {
  const { one, asked } = await assessCase('judging/gbA', 'national-2014');
  expect(asked('指标数据', 'G6').map(({ code }) => code)).toContain('figure-out-of-range');
  expect(one('control_plan', '戊')).toMatchObject({ status: 'missing', certainty: 'possible' });
  expect(one('control_plan', '戊')?.sentence).toContain('100.1%');
  expect(one('control_plan', '甲')).toMatchObject({ status: 'met' });
  expect(one('control_plan', '乙')).toMatchObject({ status: 'unmet' });
});

test('delivered before the meeting (jlD) is asked, not green', async () => {
  const { one, asked } = await assessCase('judging/jlD', 'jilin-2016');
  expect(asked('项目明细', 'E8').map(({ code }) => code)).toEqual(['odd-date']);
  expect(one('opinion_delivery', 'g')).toMatchObject({ status: 'missing', certainty: 'possible', settle: ['项目明细!E8'] });
  expect(one('opinion_delivery', 'a')).toMatchObject({ status: 'met' });
});

test('delivered after the day of the assessment is a plan, not a fact', async () => {
  const { one, asked } = await assessCase('judging/jlD', 'jilin-2016', '2017-02-04');
  expect(asked('项目明细', 'E3').map(({ code }) => code)).toEqual(['odd-date']);
  expect(one('opinion_delivery', 'b')).toMatchObject({ status: 'missing', certainty: 'possible' });
});
