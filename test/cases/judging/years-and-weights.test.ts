import { assessCase } from '../assess-case';

test('snD: nobody says which year the figures are of, so a run in 2026 does not say that 2020 was missed', async () => {
  const late = (await assessCase('judging/snD', 'shaanxi-2015', '2026-03-31')).result;
  const missed = late.findings.filter(({ rule, status }) => rule.startsWith('target_') && status !== 'met');
  expect(missed.length).toBeGreaterThan(0);
  for (const { status, certainty, consequence, sentence } of missed) {
    expect([status, certainty, consequence]).toEqual(['missing', 'possible', null]);
    expect(sentence).toContain('数据年度未载明');
  }
  expect(late.problems.map(({ code, severity }) => `${code} ${severity}`)).toContain('data-year-unknown warning');
});

test('snD: figures cannot be of a later year than the run, so before 2020 the goal is still ahead', async () => {
  const early = (await assessCase('judging/snD', 'shaanxi-2015', '2017-03-31')).result;
  const ahead = early.findings.filter(({ rule, status }) => rule.startsWith('target_') && status !== 'met');
  expect(ahead.map(({ status }) => status)).toEqual(ahead.map(() => 'explain'));
  for (const { sentence } of ahead) expect(sentence).not.toContain('按时间进度');
});

test('sdW4: new weights make 1 and old ones 100; they are compared as shares', async () => {
  const raised = (await assessCase('judging/sdW4', 'shandong-2016')).of('weights_raised');
  expect(raised.map(({ subject, status }) => `${subject} ${status}`)).toEqual([
    '创新能力 met',
    '品牌建设 unmet',
    '生态环境 unmet',
    '知识产权创造运用和保护 unmet',
    '投资环境 met',
    '新增债务 met',
    '安全生产 unmet',
  ]);
  expect(raised[0]?.sentence).toContain('现权重30%，原权重20%');
});
