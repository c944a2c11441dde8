import type { Row } from '../../packs/sheets';
import { tableSheet } from '../../packs/sheets';
import type { Draft } from '../pack/small-pack';
import { lines, run, sentence, zones } from './one-rule';

const answer = (more: Draft = {}): Draft => ({ kind: 'answer', column: 'lawful', ...more });
const rows: readonly Row[] = [
  { zone: '甲区', level: '国家级', lawful: '是' },
  { zone: '乙区', level: '省级', lawful: '否' },
  { zone: '丙区', level: null, lawful: null },
];

test.each<[string, Draft, string[]]>([
  ['binding: red', {}, ['甲区 met 达标', '乙区 unmet 不达标', '丙区 missing 缺数']],
  ['一般: yellow', { severity: 'general' }, ['甲区 met 达标', '乙区 explain 需说明', '丙区 missing 缺数']],
  ['the other answer is wanted', { want: '否' }, ['甲区 unmet 不达标', '乙区 met 达标', '丙区 missing 缺数']],
  ['for some only: where that is open the row is grey', { for: { level: '省级' } }, ['乙区 unmet 不达标', '丙区 missing 缺数']],
])('%s', (_, more, expected) => {
  expect(lines(run(answer(more), zones(...rows)))).toEqual(expected);
});

test('says the answer, what is wanted, and the cell that is blank', () => {
  const found = run(answer(), zones(...rows));
  expect(sentence(found, '乙区')).toBe('乙区“依法批准”填报为“否”，应为“是”。');
  expect(sentence(found, '丙区')).toBe('丙区“规则”无法判定：“依法批准”未填“是”或“否”。');
  expect(found.one('rule', '丙区')).toMatchObject({ settle: ['指标数据!C4'] });
});

test('without the column nothing can be judged, and it says which column lacks', () => {
  const found = run(answer(), (pack) => [tableSheet(pack, 'indicators', [{ zone: '甲区', output: 1 }])]);
  expect(lines(found)).toEqual(['全部开发区 missing 缺数']);
  expect(found.of('rule')[0]?.sentence).toContain('“指标数据”表没有“依法批准”列');
});
