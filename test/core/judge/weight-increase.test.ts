import { sheetOf, type Settings } from '../../packs/sheets';
import { book, lines, run, sentence, zones } from './one-rule';

const rule = { kind: 'weight_increase', dimensions: ['scale', 'ecology'] };
const weighed = (settings: Settings, severity = 'binding') =>
  run(
    { ...rule, severity },
    book(
      {
        indicators: [
          { zone: '甲区', output: 1, green: 1 },
          { zone: '乙区', output: 2, green: 2 },
        ],
      },
      settings,
    ),
  );

test('over the old weight, strictly', () => {
  const result = weighed({ dimensions: { scale: 60, ecology: 40 }, oldWeights: { scale: 50, ecology: 40 } });
  expect(lines(result)).toEqual(['规模 met 达标', '生态 unmet 不达标']);
  expect(result.one('rule', '规模')).toMatchObject({ value: '60', limit: '超过50', cells: ['权重与参数!C2', '权重与参数!E2'] });
  expect(sentence(result, '规模')).toBe('“规模”现权重60，原权重50，高于原权重，符合要求。');
  expect(sentence(result, '生态')).toBe('“生态”现权重40，原权重40，未高于原权重，不符合要求。');
});

test('one list makes 1 and the other 100: compared and shown as shares', () => {
  const result = weighed({ dimensions: { scale: 0.6, ecology: 0.4 }, oldWeights: { scale: 50, ecology: 50 } });
  expect(lines(result)).toEqual(['规模 met 达标', '生态 unmet 不达标']);
  expect(result.one('rule', '规模')).toMatchObject({ value: '60%', limit: '超过50%' });
});

test('below it; a clause that is not binding stays yellow', () => {
  expect(lines(weighed({ dimensions: { scale: 40, ecology: 60 }, oldWeights: { scale: 50, ecology: 50 } }))).toEqual([
    '规模 unmet 不达标',
    '生态 met 达标',
  ]);
  expect(lines(weighed({ dimensions: { scale: 40, ecology: 60 }, oldWeights: { scale: 50, ecology: 50 } }, 'general'))[0]).toBe(
    '规模 explain 需说明',
  );
});

test('weights that differ too little to be seen are shown with more digits', () => {
  const result = weighed({ dimensions: { scale: 50.001, ecology: 49.999 }, oldWeights: { scale: 50, ecology: 50 } });
  expect(result.of('rule').map(({ status, value, limit }) => `${status} ${value} ${limit}`)).toEqual([
    'met 50.001 超过50',
    'unmet 49.999 超过50',
  ]);
});

test('one of the two missing is grey for its dimension; no old weights at all is one grey line', () => {
  const part = weighed({ dimensions: { scale: 60, ecology: 40 }, oldWeights: { scale: 50 } });
  expect(lines(part)).toEqual(['规模 met 达标', '生态 missing 缺数']);
  expect(part.one('rule', '生态')?.cells).toEqual(['权重与参数!C3']);
  expect(sentence(part, '生态')).toContain('“生态”的现权重或原权重未填');
  expect(lines(weighed({ oldWeights: { scale: 50, ecology: 50 } }))).toEqual(['规模 missing 缺数', '生态 missing 缺数']);
  const none = weighed({ dimensions: { scale: 60, ecology: 40 } });
  expect(lines(none)).toEqual(['全部开发区 missing 缺数']);
  expect(sentence(none)).toContain('没有填写“原权重”');
});

test('weights by group are left to a person: one old weight cannot be held against several', () => {
  const weights = sheetOf('权重与参数', [
    ['类别', '名称', '数值', '原权重', '权重：省级'],
    ['维度权重', '规模', 60, 50, 70],
    ['维度权重', '生态', 40, 50, 30],
  ]);
  expect(
    lines(run(rule, (pack) => [...zones({ zone: '甲区', level: '省级', output: 1, green: 1 })(pack), weights])).map(
      (line) => line.split(' ')[1],
    ),
  ).toEqual(['missing']);
});
