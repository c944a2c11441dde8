import fc from 'fast-check';
import { yearsIn } from '../../../src/core/period/year-text';

const said = (text: string): string[] => yearsIn(text).map(({ year, part }) => `${year}${part ?? ''}`);

describe('the year of the figures', () => {
  test.each([
    ['示例省经济开发区综合发展水平考核指标数据表（2016年度）', '2016'],
    ['2015年度全省开发区主要指标', '2015'],
    ['二〇一六年度考核数据', '2016'],
    ['二○一六年考核数据', '2016'],
    ['指标数据2016', '2016'],
    ['2016', '2016'],
    ['指标数据（2016）', '2016'],
    ['２０１５年地区生产总值', '2015'],
    ['2016 年末常住人口', '2016'],
    ['数据年度：2016年', '2016'],
    ['统计时间：2016年', '2016'],
    ['截至2016年底', '2016'],
    ['截至2016年12月31日', '2016'],
    ['2016年1月1日至2016年12月31日', '2016'],
    ['2016年1月1日—12月31日', '2016'],
    ['2016年1-12月', '2016'],
    ['2015年度计划完成情况表', '2015'],
    ['2016年指标数据（与2015年相比）', '2016'],
  ])('%s', (text, year) => expect(said(text)).toEqual([year]));
});

test.each([
  ['2015年1-11月', '20151-11月'],
  ['2015年1—9月主要指标', '20151-9月'],
  ['2016年上半年', '2016上半年'],
  ['2016年前三季度', '2016前三季度'],
  ['2016年第一季度', '2016第一季度'],
  ['截至2016年9月底', '20161-9月'],
])('a part of a year: %s', (text, expected) => expect(said(text)).toEqual([expected]));

describe('years that are not the figures’', () => {
  test.each([
    '贯彻国办发〔2014〕54号的意见',
    '鲁政办字〔2016〕202号',
    '某某字（2016）第202号',
    '到2020年',
    '力争到2020年达到10%以上',
    '2020年目标',
    '2016—2020年行动计划',
    '五年行动计划（2016年至2020年）',
    '填报日期：2017年3月',
    '填报日期：2017年3月15日',
    '填报单位：某某开发区　填报时间：2017年',
    '报出日期:2017-03-15',
    '2017年3月15日',
    '2017年3月',
    '2017.3',
    '资料来源：2016年统计年鉴',
    '注：2015年为快报数',
    '比2015年增长',
    '2016年上年指标数据',
    '2010年不变价工业总产值',
    '2015年=100',
    '2016年版',
    '2000万元以上项目',
    '投资2000万元',
    '2016-1',
    '电话：20161234',
    '一九一六年',
    '',
  ])('%s', (text) => expect(said(text)).toEqual([]));
});

test('two years are both told, for whoever asks which it is', () =>
  expect(said('2017年度考核指标数据（2016年）')).toEqual(['2017', '2016']));

test('a long text explains and states nothing', () => expect(said(`${'本表填报说明'.repeat(20)}2016年`)).toEqual([]));

describe('any year', () => {
  const year = fc.integer({ min: 1980, max: 2099 });
  test('is found wherever a title states it, whatever stands around', () =>
    fc.assert(
      fc.property(
        year,
        fc.constantFrom('全省开发区', '示例表', '附表一 '),
        fc.constantFrom('（#年度）', '(#年)', '#年度', ' # 年'),
        (one, title, form) => expect(said(title + form.replace('#', String(one)))).toEqual([String(one)]),
      ),
    ));
  test('of a document, a goal or a day is left aside', () =>
    fc.assert(
      fc.property(year, fc.constantFrom('某政发〔#〕12号', '到#年', '填报日期：#年5月', '#年5月6日', '比#年增长'), (one, form) =>
        expect(said(form.replace('#', String(one)))).toEqual([]),
      ),
    ));
  test('nothing but years between 1980 and 2099 comes out of any text', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'2016〇年月日度-至到(:)第号1一九九截底上半') }), (text) => {
        for (const one of yearsIn(text)) expect(one.year >= 1980 && one.year <= 2099).toBe(true);
      }),
    ));
});
