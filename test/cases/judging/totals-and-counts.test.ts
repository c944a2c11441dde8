import { assessCase } from '../assess-case';

describe('a blank level (snL): everything that counts the zone is at least and at most', () => {
  test.each([
    ['target_industry', '至少7%，至多10%'],
    ['target_trade', '至少10%，至多15%'],
    ['target_fiscal', '至少5%，至多7%'],
    ['target_large_zones', '至少1家，至多2家'],
  ])('%s is grey: %s', async (rule, between) => {
    const { one } = await assessCase('judging/snL', 'shaanxi-2015');
    const finding = one(rule, '陕西');
    expect(finding).toMatchObject({ status: 'missing', certainty: 'possible', consequence: null, settle: ['指标数据!B3'] });
    expect(finding?.sentence).toContain(between);
    expect(finding?.sentence).toContain('不能确定“国乙”是否计入');
  });

  test('what does not rest on the level stays', async () => {
    const { one } = await assessCase('judging/snL', 'shaanxi-2015');
    expect(one('target_counties', '陕西')).toMatchObject({ status: 'met', certainty: 'certain' });
  });
});

describe('clusters of zones that are not national (gdC)', () => {
  test('count as the message says: not at all', async () => {
    const { one, asked } = await assessCase('judging/gdC', 'guangdong-2016');
    expect(asked('产业集群', 'B7').map(({ message }) => message)).toEqual([expect.stringContaining('相关行未计入')]);
    for (const rule of ['clusters_500', 'clusters_1000'])
      expect(one(rule, 'F')).toMatchObject({ status: 'missing', certainty: 'possible', settle: ['产业集群!B7'] });
    expect(one('target_clusters_500', '广东省')?.sentence).toContain(
      '至少4个，至多5个，达到该线的有4个（A、C、D、G），另有1个缺数未计（E）',
    );
  });

  test('a goal that no missing figure can reach is certainly missed, yellow as the text says 力争', async () => {
    const { one } = await assessCase('judging/gdC', 'guangdong-2016');
    for (const rule of ['target_clusters_500', 'target_clusters_1000'])
      expect(one(rule, '广东省')).toMatchObject({ status: 'explain', certainty: 'certain' });
  });
});

describe('projects of zones of another level, or of no list (snP)', () => {
  test('land is guaranteed only for zones of province level and above', async () => {
    const { of, one } = await assessCase('judging/snP', 'shaanxi-2015');
    const kept = of('large_projects_from').filter(({ consequence }) => consequence !== null);
    expect(kept.map(({ subject }) => subject)).toEqual(['a']);
    expect(one('large_projects_from', 'e')).toBeUndefined();
    expect(one('large_projects_from', 'f')).toMatchObject({ status: 'missing', certainty: 'possible', settle: ['项目明细!B7'] });
  });
});
