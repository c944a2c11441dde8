import type { SheetGrid } from '../../../src/core/grid';
import type { Pack } from '../../../src/core/pack/schema';
import { packOf } from '../../packs/built-in';
import { percent, settingsSheet, tableSheet } from '../../packs/sheets';

/** A workbook that fits on a page, for each of the five documents: a tie, a gap, a red, a yellow and a green line in each. */
export interface SmallBook {
  readonly pack: Pack;
  readonly sheets: readonly SheetGrid[];
}

function national(): SmallBook {
  const pack = packOf('national-2014');
  return {
    pack,
    sheets: [
      tableSheet(
        pack,
        'indicators',
        [
          {
            zone: '甲国家级经开区',
            level: '国家级',
            region: '东部',
            same_standard: '是',
            satisfaction: 92.5,
            land_efficiency: 5200,
            plan_approved_area: 1000,
            plan_lawful: '是',
            approved_area: 1000,
          },
          {
            zone: '乙国家级经开区',
            level: '国家级',
            region: '中部',
            same_standard: '是',
            satisfaction: 88,
            land_efficiency: 2900,
            plan_approved_area: 799.9,
            plan_lawful: '是',
            approved_area: 800,
          },
          {
            zone: '丙国家级经开区',
            level: '国家级',
            region: '西部',
            same_standard: '是',
            satisfaction: null,
            land_efficiency: 3000,
            plan_approved_area: 500,
            plan_lawful: null,
            approved_area: 500,
          },
          { zone: '丁省级经开区', level: '省级', same_standard: '是', satisfaction: 90 },
        ],
        { units: { satisfaction: '分', land_efficiency: '万元/公顷' } },
      ),
      tableSheet(pack, 'checklist', [
        { item: '环保达标', zone: '甲国家级经开区', answer: '是', evidence: '环保部门意见' },
        { item: '环保达标', zone: '乙国家级经开区', answer: '否' },
      ]),
      settingsSheet(pack, { parameters: { plan_denominator: '批准面积', land_efficiency_floor: 3000 } }),
    ],
  };
}

function shaanxi(): SmallBook {
  const pack = packOf('shaanxi-2015');
  const inUsd = { units: { trade: '亿美元', investment: '万美元' } };
  return {
    pack,
    sheets: [
      tableSheet(
        pack,
        'indicators',
        [
          {
            zone: '甲经开区',
            level: '国家级',
            same_standard: '是',
            industry_added: 512.4,
            trade: 40.5,
            fiscal: 61.2,
            industry_output: 1800,
            main_industries: 3,
          },
          {
            zone: '乙经开区',
            level: '国家级',
            same_standard: '是',
            industry_added: 207.6,
            trade: 12,
            fiscal: 18.8,
            industry_output: 1000,
            main_industries: 4,
          },
          {
            zone: '丙经开区',
            level: '省级',
            same_standard: '是',
            industry_added: 90,
            trade: 3.5,
            fiscal: null,
            industry_output: 310,
            main_industries: 1,
          },
          { zone: '丁经开区', level: '省级', industry_added: 90, trade: 3.5, fiscal: 6, industry_output: 280, main_industries: 2 },
          { zone: '戊经开区', level: '省级', industry_added: 35, trade: 0.4, fiscal: 1.5, industry_output: 75, main_industries: 1 },
        ],
        inUsd,
      ),
      tableSheet(
        pack,
        'province',
        [{ region: '全省', industry_added: 9350, trade: 420, fiscal: 2000, counties: 107, counties_with_zone: 30 }],
        inUsd,
      ),
      tableSheet(
        pack,
        'projects',
        [
          { project: '半导体项目', zone: '甲经开区', category: '战略性新兴产业', investment: 10000 },
          { project: '物流园', zone: '乙经开区', category: '其他', investment: 20000 },
        ],
        inUsd,
      ),
      settingsSheet(pack, { parameters: { data_year: 2016, praise_provincial: 1 } }),
    ],
  };
}

function jilin(): SmallBook {
  const pack = packOf('jilin-2016');
  const project = {
    ...{ industrial: '是', far: 1.2, far_standard: 1, density: 45, coefficient: 35, special_process: '否', green: 12, credit: '是' },
    ...{ argued_industry: '是', argued_planning: '是', argued_environment: '是', argued_energy: '是', argued_land: '是' },
    suits_standard_plant: '否',
  };
  return {
    pack,
    sheets: [
      tableSheet(pack, 'indicators', [
        { zone: '甲开发区', level: '国家级', leading_industries: 3, focus_fields: 7, leading_output: 700, industrial_output: 1000 },
        { zone: '乙开发区', level: '省级', leading_industries: 3, focus_fields: 3, leading_output: 39.9, industrial_output: 100 },
        { zone: '丙工业集中区', level: '工业集中区', leading_industries: 2, focus_fields: 2, leading_output: 20, industrial_output: 50 },
        { zone: '丁产业园区', level: '产业园区', leading_output: 5, industrial_output: 10 },
      ]),
      tableSheet(pack, 'projects', [
        {
          project: '整车项目',
          zone: '甲开发区',
          ...project,
          investment: 1.2,
          land: 3,
          office_land: 0.21,
          floor_price: 70,
          minimum_price: 100,
          priority_industry: '是',
          intensive_land: '是',
        },
        {
          project: '零部件项目',
          zone: '甲开发区',
          ...project,
          investment: 0.8,
          land: 2,
          density: 39.9,
          coefficient: null,
          office_land: 0.15,
        },
        {
          project: '饲料项目',
          zone: '乙开发区',
          ...project,
          investment: 0.19,
          land: 1,
          far: 0.9,
          argued_energy: '否',
          special_process: '是',
          green: percent(0.16),
          office_land: 0.07,
          floor_price: 95,
          minimum_price: 100,
          priority_industry: '否',
          intensive_land: '是',
        },
        { project: '仓储项目', zone: '丙工业集中区', industrial: '否', investment: null, land: 1 },
      ]),
      settingsSheet(pack, { parameters: { penalty_provincial: 1, coefficient_minimum: 30, green_limit: 20 } }),
    ],
  };
}

function shandong(): SmallBook {
  const pack = packOf('shandong-2016');
  const inUsd = { units: { fdi: '亿美元' } };
  const columns = ['training', 'fdi', 'energy', 'solid_waste', 'good_days'];
  const year = (rows: readonly (readonly (string | number | null)[])[]) =>
    rows.map(([zone, level, ...figures]) => ({ zone, level, ...Object.fromEntries(columns.map((column, at) => [column, figures[at]])) }));
  return {
    pack,
    sheets: [
      tableSheet(
        pack,
        'indicators',
        year([
          ['甲开发区', '省级', 12, 3.2, 0.35, 92, 71.3],
          ['乙开发区', '省级', 9, 2.1, 0.42, 88, 70],
          ['丙开发区', '省级', 9, 2.1, 0.42, 88, 66.1],
          ['丁开发区', '省级', 5, null, 0.6, 81.5, 64],
          ['戊开发区', '省级', 2, 0.3, 0.9, 75, 60.2],
          ['国家级己开发区', '国家级', 1, 0.1, 1.2, 70, 58],
        ]),
        inUsd,
      ),
      tableSheet(
        pack,
        'last_year',
        year([
          ['甲开发区', '省级', 10, 3, 0.36, 91, 71.3],
          ['乙开发区', '省级', 9, 2, 0.42, 87, 68],
          ['丙开发区', '省级', 8, 2, 0.4, 88, 66],
          ['丁开发区', '省级', 5, 1, 0.65, null, 63],
          ['戊开发区', '省级', 2, 0.2, 0.95, 74, 61],
        ]),
        inUsd,
      ),
      tableSheet(
        pack,
        'base_year',
        [
          ['甲开发区', 10],
          ['乙开发区', 9],
          ['丙开发区', 8],
          ['丁开发区', 5],
        ].map(([zone, training]) => ({ zone: zone!, level: '省级', training: training! })),
      ),
      tableSheet(pack, 'last_year_ranks', [
        { zone: '甲开发区', rank: 1, total: 5 },
        { zone: '乙开发区', rank: 2, total: 5 },
        { zone: '丙开发区', rank: 3, total: 5 },
        { zone: '丁开发区', rank: 4, total: 5 },
        { zone: '戊开发区', rank: 5, total: 5 },
      ]),
      settingsSheet(pack, { parameters: { air_indicator: '优良天数比例', marked_training: 1 } }),
    ],
  };
}

function guangdong(): SmallBook {
  const pack = packOf('guangdong-2016');
  const cities = [
    { city: '广州市', gdp: 19500, tax: 4200 },
    { city: '湛江市', gdp: 2584, tax: 300 },
  ];
  return {
    pack,
    sheets: [
      tableSheet(pack, 'indicators', [
        {
          zone: '广州经济技术开发区',
          level: '国家级',
          city: '广州市',
          gdp: 2500,
          tax: 800,
          pct: 320,
          demoted: '否',
          investment_intensity: 9000,
        },
        {
          zone: '增城经济技术开发区',
          level: '国家级',
          city: '广州市',
          gdp: 900,
          tax: 150,
          pct: 40,
          demoted: '否',
          investment_intensity: 7000,
        },
        {
          zone: '湛江经济技术开发区',
          level: '国家级',
          city: '湛江市',
          gdp: 600,
          tax: null,
          pct: 12,
          demoted: '是',
          investment_intensity: 3999,
        },
        { zone: '某省级开发区', level: '省级', city: '湛江市', gdp: 80, tax: 9, pct: 1 },
      ]),
      tableSheet(pack, 'indicators_last_year', [
        { zone: '广州经济技术开发区', level: '国家级', city: '广州市', gdp: 2400, tax: 790, pct: 300 },
        { zone: '增城经济技术开发区', level: '国家级', city: '广州市', gdp: 880, tax: 151, pct: 40 },
        { zone: '湛江经济技术开发区', level: '国家级', city: '湛江市', gdp: 590, tax: 30, pct: 15 },
      ]),
      tableSheet(pack, 'cities', cities),
      tableSheet(
        pack,
        'cities_last_year',
        cities.map(({ city, gdp, tax }) => ({ city, gdp: gdp - 100, tax })),
      ),
      tableSheet(pack, 'national_ranks', [
        { zone: '广州经济技术开发区', rank: 1, total: 219 },
        { zone: '增城经济技术开发区', rank: 203, total: 219 },
        { zone: '湛江经济技术开发区', rank: 216, total: 219 },
      ]),
      tableSheet(pack, 'national_ranks_last_year', [{ zone: '湛江经济技术开发区', rank: 215, total: 219 }]),
      tableSheet(pack, 'national_items', [{ zone: '增城经济技术开发区', item: '研发强度', from_last: 7 }]),
      tableSheet(pack, 'clusters', [
        { cluster: '汽车集群', zone: '广州经济技术开发区', scale: 1000 },
        { cluster: '钢铁集群', zone: '湛江经济技术开发区', scale: 499.9 },
      ]),
      settingsSheet(pack, { parameters: { published: '2017-03-20', benchmark_intensity: 4000, data_year: 2016 } }),
    ],
  };
}

export const smallBooks: readonly SmallBook[] = [national(), shaanxi(), jilin(), shandong(), guangdong()];
