import { assessCase } from '../assess-case';

test('gdR3: a rank over the total, and a rank that contradicts the reverse rank, are asked and used by nobody', async () => {
  const { one, asked } = await assessCase('judging/gdR3', 'guangdong-2016');
  expect(asked('全国排名', 'B4').map(({ code }) => code)).toEqual(['rank-doubtful']);
  expect(asked('全国排名', 'D3').map(({ code, message }) => [code, message])).toEqual([
    ['rank-doubtful', expect.stringContaining('应为 21，实填 3')],
  ]);
  for (const rule of ['last_twenty', 'last_ten', 'last_five', 'last_five_two_years'])
    for (const zone of ['湛江经济技术开发区', '惠州大亚湾经济技术开发区', '增城经济技术开发区'])
      expect(one(rule, zone)).toMatchObject({ status: 'missing', certainty: 'possible', consequence: null });
  expect(one('last_five', '广州南沙经济技术开发区')).toMatchObject({ status: 'unmet', certainty: 'certain' });
  expect(one('last_five', '珠海经济技术开发区')).toMatchObject({ status: 'unmet', certainty: 'certain' });
});

test('gdR4: the number of participants is stated once for the list', async () => {
  const { one } = await assessCase('judging/gdR4', 'guangdong-2016');
  expect(one('last_twenty', '广州经济技术开发区')).toMatchObject({ status: 'explain', certainty: 'certain' });
  expect(one('last_twenty', '湛江经济技术开发区')).toBeUndefined();
  expect(one('last_ten', '惠州大亚湾经济技术开发区')).toMatchObject({ status: 'unmet', certainty: 'certain' });
  expect(one('last_five', '惠州大亚湾经济技术开发区')).toBeUndefined();
});

test('gdTie: those who share the rank at the edge are all listed, this year as last year', async () => {
  const { of } = await assessCase('judging/gdTie', 'guangdong-2016');
  const all = ['广州经济技术开发区', '湛江经济技术开发区', '惠州大亚湾经济技术开发区'];
  expect(of('last_five').map(({ subject }) => subject)).toEqual(all);
  expect(
    of('last_five')
      .slice(1)
      .every(({ sentence }) => sentence.includes('并列')),
  ).toBe(true);
  expect(of('last_five_two_years').map(({ subject, status }) => [subject, status])).toEqual(all.map((zone) => [zone, 'unmet']));
});

test('gdI2: a single item as rank and number of participants', async () => {
  const { one } = await assessCase('judging/gdI2', 'guangdong-2016');
  const found = one('item_last_ten', '广州经济技术开发区');
  expect(found).toMatchObject({ status: 'explain', certainty: 'certain' });
  expect(found?.sentence).toContain('居倒数第10位');
});

describe("last year's list holds national zones too", () => {
  const two = ['戊', '新庚'];

  test('sdG2: its number of participants counts them: asked, and nobody is named or cleared', async () => {
    const { one, asked } = await assessCase('judging/sdG2', 'shandong-2016');
    expect(asked('上年结果', 'A8').map(({ code }) => code)).toEqual(['mixed-ranks']);
    for (const zone of two)
      expect(one('last_two_in_two_years', zone)).toMatchObject({ status: 'missing', certainty: 'possible', consequence: null });
  });

  test('sdG: without that number the order among the provincial ones says it; asked all the same', async () => {
    const { of, asked } = await assessCase('judging/sdG', 'shandong-2016');
    expect(asked('上年结果', 'A8').map(({ code }) => code)).toEqual(['mixed-ranks']);
    expect(of('last_two_in_two_years').map(({ subject, status }) => [subject, status])).toEqual(two.map((zone) => [zone, 'unmet']));
  });
});
