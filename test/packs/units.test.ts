import { packs, units } from './built-in';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Units under every key `unit` of a part of a pack, however deep. */
function unitsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(unitsIn);
  if (!isRecord(part)) return [];
  return Object.entries(part).flatMap(([key, value]) => (key === 'unit' && typeof value === 'string' ? [value] : unitsIn(value)));
}

/** The unit of each column, measure, parameter and rule of the five packs. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  'national-2014': ['from_header', '公顷', '名', '个', '%', '亿元', '家', '亿美元', '人', '万元/吨标准煤', '吨'],
  'shaanxi-2015': ['亿元', 'from_header', '个', '名', '%', '倍', '亿美元', '元/美元', '家', '人'],
  'jilin-2016': ['个', '亿元', '%', '公顷', '比值', '元/平方米', '万元/公顷', '天', '名', '家', '人', '人/平方公里', '项', '万平方米'],
  'shandong-2016': [
    '人',
    '个',
    'from_header',
    '亿元',
    '吨标准煤/万元',
    '立方米/万元',
    '吨',
    '%',
    '微克/立方米',
    '亿美元',
    '名',
    '家',
    '吨/亿元',
    '月',
    '件',
    '项',
  ],
  'guangdong-2016': [
    '万元/公顷',
    'from_header',
    '%',
    '亿元',
    '人',
    '万人',
    '件',
    '平方公里',
    '名',
    '个',
    '件/万人',
    '亿元/平方公里',
    '亿美元',
    '元/美元',
    '家',
    '公顷',
  ],
};

test.each(packs.map((pack) => [pack.pack, pack] as const))('the units that %s names', (id, pack) => {
  const own = units.with(pack.units);
  const named = [...new Set(unitsIn([pack.tables, pack.measures, pack.parameters, pack.rules, pack.checks]))];
  expect(named.filter((unit) => unit !== 'from_header' && own.find(unit) !== unit)).toEqual([]);
  expect(named.sort()).toEqual([...NAMED[id]!].sort());
});

/** What the indicators of the five documents are counted in, as their catalogue says it, and what officials report beside them. */
test.each([
  ['个', 'count'],
  ['家', 'count'],
  ['件', 'count'],
  ['项', 'count'],
  ['种', 'count'],
  ['人', 'people'],
  ['百人', 'people'],
  ['%', 'ratio'],
  ['比例', 'ratio'],
  ['公顷', 'area'],
  ['万平方米', 'area'],
  ['亿元', 'money_cny'],
  ['亿美元', 'money_usd'],
  ['万欧元', 'money_eur'],
  ['吨', 'mass'],
  ['年', 'months'],
  ['天', 'days'],
  ['分', 'points'],
  ['万元/公顷', 'money_cny/area'],
  ['亿元/公顷', 'money_cny/area'],
  ['亿元/平方公里', 'money_cny/area'],
  ['元/平方米', 'money_cny/area'],
  ['人/平方公里', 'people/area'],
  ['件/万人', 'count/people'],
  ['亿元/亿美元', 'money_cny/money_usd'],
  ['亿美元/亿元', 'money_usd/money_cny'],
  ['亿元/万元', 'money_cny/money_cny'],
  ['吨标煤/万元', 'coal/money_cny'],
  ['立方米/万元', 'volume/money_cny'],
  ['吨/亿元', 'mass/money_cny'],
  ['微克/立方米', 'mass/volume'],
  ['毫克/升', 'mass/volume'],
  ['万吨/日', 'mass/days'],
  ['人年', 'labor'],
  ['标箱', 'containers'],
  ['万标箱', 'containers'],
  ['千瓦', 'power'],
  ['兆瓦', 'power'],
  ['分贝', 'sound'],
  ['dB(A)', 'sound'],
  ['吨二氧化碳', 'carbon'],
  ['吨二氧化碳/万元', 'carbon/money_cny'],
])('%s is %s', (unit, dimension) => expect(units.dimension(units.find(unit) ?? '')).toBe(dimension));
