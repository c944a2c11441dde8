import { packOf } from '../../packs/built-in';
import { settingsSheet, tableSheet } from '../../packs/sheets';
import { checksOf } from './logic-book';

const pack = packOf('guangdong-2016');

describe('values that cannot be', () => {
  const shareOf = (gdp: number, city: number) =>
    checksOf(
      pack,
      tableSheet(pack, 'indicators', [{ zone: '湛江经济技术开发区', level: '国家级', city: '湛江市', gdp }]),
      tableSheet(pack, 'cities', [{ city: '湛江市', gdp: city }]),
    );

  test.each([
    [90, 90, 0],
    [90.000001, 90, 1],
    [89.999999, 90, 0],
  ])('a zone that makes %p of the %p of its city', (gdp, city, count) => {
    expect(shareOf(gdp, city).of('range')).toHaveLength(count);
  });

  test('say which cells, and are told once', () => {
    const checks = shareOf(108, 90);
    expect(checks.of('range')).toMatchObject(
      [
        {
          zone: '湛江经济技术开发区',
          cells: ['指标数据!D2', '地市汇总表!B2'],
          actual: '120%',
          expected: '不超过100%',
          difference: '20个百分点',
        },
      ].map((one) => ({ ...one, cells: expect.arrayContaining(['地市汇总表!B2']) as unknown })),
    );
    expect(checks.problems.filter(({ code }) => code === 'value-impossible')).toMatchObject([{ severity: 'warning' }]);
  });

  test('what a column refuses is listed with what stands in the cell', () => {
    const checks = checksOf(
      pack,
      tableSheet(pack, 'indicators', [
        { zone: '湛江经济技术开发区', level: '国家级', pollutant_treatment: 100 },
        { zone: '广州经济技术开发区', level: '国家级', pollutant_treatment: 100.01 },
      ]),
    );
    expect(checks.of('range')).toMatchObject([
      {
        zone: '广州经济技术开发区',
        title: '“污染物处理率”的取值范围',
        actual: '100.01',
        expected: '在0%至100%之间',
        cells: [expect.stringMatching(/3$/u)],
      },
    ]);
  });

  test('what a measure refuses is listed where it is asked for', () => {
    const national = packOf('national-2014');
    const main = tableSheet(
      national,
      'indicators',
      [
        {
          zone: '甲经开区',
          level: '国家级',
          region: '东部',
          satisfaction: 1,
          plan_approved_area: 120,
          approved_area: 100,
          planned_area: 110,
        },
      ],
      { units: { satisfaction: '分' } },
    );
    const set = settingsSheet(national, { parameters: { plan_denominator: '批准面积' } });
    expect(checksOf(national, main).of('range')).toEqual([]);
    expect(checksOf(national, main, set).of('range')).toMatchObject([{ zone: '甲经开区', expected: '在0%至100%之间' }]);
  });
});
