import { NameForms, NearNames } from '../../../src/core/names/name-forms';
import { sharedWords } from '../../packs/built-in';

const forms = new NameForms(sharedWords);

describe('names of zones that may mean one', () => {
  test.each([
    ['广州开发区', '广州经济技术开发区'],
    ['广州市经济技术开发区', '广州经开区'],
    ['大亚湾经开区', '惠州大亚湾经济技术开发区'],
    ['大亚湾经济开发区', '惠州市大亚湾经济技术开发区'],
    ['滨河经济开发区', '滨河经开区'],
    ['滨河经开区管委会', '滨河经济技术开发区'],
  ])('%s is near %s, both ways', (one, other) => {
    expect([forms.near(one, other), forms.near(other, one)]).toEqual([true, true]);
    expect(new NearNames(forms, ['别处经开区', other]).of(one)).toEqual([1]);
    expect(new NearNames(forms, [one, '别处经开区']).of(other)).toEqual([0]);
  });

  test.each([
    ['广州高新技术产业开发区', '广州经济技术开发区'],
    ['广州南沙经济技术开发区', '广州经济技术开发区'],
    ['甲区', '乙区'],
    ['第1经开区', '第11经开区'],
    ['经开区', '滨河经开区'],
  ])('%s is not %s', (one, other) => {
    expect([forms.near(one, other), forms.near(other, one)]).toEqual([false, false]);
    expect(new NearNames(forms, [other]).of(one)).toEqual([]);
  });
});

test.each([
  ['广州市', '广州'],
  ['广州', '广州'],
  ['延边朝鲜族自治州', '延边朝鲜族'],
  ['沙市', '沙市'],
])('the place %s without its last word is %s', (name, stem) => {
  expect(forms.placeStem(name)).toBe(stem);
});
