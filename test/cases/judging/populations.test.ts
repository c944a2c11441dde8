import { assessCase } from '../assess-case';

describe('levels: blank, and written otherwise', () => {
  test('gdBlank: 国家级经开区 is 国家级; a blank level is asked and grey, whatever the rank', async () => {
    const { one, asked } = await assessCase('judging/gdBlank', 'guangdong-2016');
    for (const rule of ['last_twenty', 'last_ten', 'last_five']) {
      expect(one(rule, '湛江经济技术开发区')).toMatchObject({
        status: 'missing',
        certainty: 'possible',
        consequence: null,
        settle: ['指标数据!B3'],
      });
      expect(one(rule, '广州经济技术开发区')).toBeUndefined();
    }
    // Each zone stands on its gravest list.
    expect(one('last_five', '惠州大亚湾经济技术开发区')).toMatchObject({ status: 'unmet', certainty: 'certain' });
    expect(one('last_ten', '惠州大亚湾经济技术开发区')).toBeUndefined();
    expect(asked('指标数据', 'B3').map(({ code }) => code)).toEqual(['required-blank']);
    expect(asked('指标数据', 'B4')).toEqual([]);
  });

  test('sdL: nobody goes red whom the zone of unknown level could push off the list', async () => {
    const { one, of, asked } = await assessCase('judging/sdL', 'shandong-2016');
    expect(
      of('last_three')
        .filter(({ certainty }) => certainty === 'certain')
        .map(({ subject }) => subject),
    ).toEqual(['丁', '己']);
    expect(one('last_three', '丙')).toMatchObject({ status: 'explain', certainty: 'possible', consequence: null, settle: ['指标数据!B6'] });
    expect(one('last_three', '戊')).toMatchObject({ status: 'missing', certainty: 'possible' });
    expect(asked('指标数据', 'B6').map(({ code }) => code)).toEqual(['required-blank']);
  });
});

describe('names', () => {
  test('gdNm: short names are proposed and grey until decided, the names of the document stay', async () => {
    const { one, asked } = await assessCase('judging/gdNm', 'guangdong-2016');
    for (const [cell, name, full] of [
      ['A2', '广州开发区', '广州经济技术开发区'],
      ['A3', '湛江开发区', '湛江经济技术开发区'],
      ['A4', '大亚湾经济技术开发区', '惠州大亚湾经济技术开发区'],
      ['A5', '南沙经济技术开发区', '广州南沙经济技术开发区'],
    ] as const) {
      expect(one('target_treatment', name)).toMatchObject({ status: 'missing', certainty: 'possible', settle: [`指标数据!${cell}`] });
      expect(asked('指标数据', cell).map(({ nextStep }) => nextStep)).toEqual([expect.stringContaining(`就是“${full}”`)]);
    }
    expect(one('target_treatment', '增城经开区')).toMatchObject({ status: 'met', certainty: 'certain' });
    expect(one('target_treatment', '珠海经济技术开发区')).toMatchObject({ status: 'met', certainty: 'certain' });
  });

  test('gdS: 广州 and 广州市 are one place', async () => {
    const { one, result } = await assessCase('judging/gdS', 'guangdong-2016');
    for (const zone of ['广州经济技术开发区', '广州南沙经济技术开发区', '增城经济技术开发区', '湛江经济技术开发区', '珠海经济技术开发区'])
      expect(one('raise_gdp_share', zone)).toMatchObject({ certainty: 'certain' });
    expect(result.problems.filter(({ code }) => code === 'unknown-place')).toEqual([]);
  });
});
