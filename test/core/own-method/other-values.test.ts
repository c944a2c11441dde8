import { otherValues } from '../../../src/core/own-method/other-values';
import { sharedWords } from '../../packs/built-in';
import { sheetOf } from './example';

const valuesOf = (named: readonly string[], ...cells: readonly string[]): string[] =>
  otherValues(
    {
      sheets: [sheetOf('指标数据', [['某省数据表'], ['开发区名称', '类别'], ...cells.map((cell, at) => [`第${at}区`, cell])])],
      spellings: sharedWords.spellings,
    },
    '类别',
    named,
  );

test('a class that no rule names is a class all the same', () => {
  expect(valuesOf(['工业类'], '工业类', '服务类', '服务类', '混合')).toEqual(['服务类', '混合']);
});

test('a named class in other words is none of its own: the reader knows it, or asks', () => {
  expect(valuesOf(['省级', '国家级'], '省级经开区', '国家经开区', '省', '国家级开发区')).toEqual([]);
  expect(valuesOf(['工业类'], '工业', '工业类型', '工业 类')).toEqual([]);
});

test('blanks and dashes are no classes, nor is free text', () => {
  expect(valuesOf(['工业类'], '', '—', '/')).toEqual([]);
  expect(valuesOf(['工业类'], ...Array.from({ length: 60 }, (_, at) => `说明${at}号`))).toEqual([]);
});
