import { BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { StyleLook } from '../../../../src/ooxml/look/look';
import { fontFamily } from '../../../../src/workbench/grid/univer/fonts';
import { differentialOf, stylesOf } from '../../../../src/workbench/grid/univer/style';

const one = (style: StyleLook) => stylesOf({ styles: [style] }, '')['s0']!;

describe('stylesOf', () => {
  test('ids carry the prefix of their book', () => {
    expect(Object.keys(stylesOf({ styles: [{}, {}] }, '2.'))).toEqual(['2.s0', '2.s1']);
  });

  test('a style names every property, since Univer would let those of row and column through', () => {
    expect(Object.keys(one({})).sort()).toEqual(['bd', 'bg', 'bl', 'cl', 'ff', 'fs', 'ht', 'it', 'n', 'pd', 'st', 'tb', 'tr', 'ul', 'vt']);
    expect(one({})).toMatchObject({
      bg: null,
      cl: null,
      bd: null,
      pd: null,
      tr: null,
      fs: 11,
      bl: 0,
      ht: HorizontalAlign.UNSPECIFIED,
      vt: VerticalAlign.BOTTOM,
      tb: WrapStrategy.OVERFLOW,
    });
  });

  test('font, colours, borders', () => {
    expect(
      one({
        size: 14,
        bold: true,
        italic: true,
        underline: true,
        strike: true,
        color: 'FF0000',
        fill: 'FFF2CC',
        borders: { top: { line: 'double', color: '00FF00' }, left: { line: 'thin' }, right: { line: 'none' } },
      }),
    ).toMatchObject({
      fs: 14,
      bl: 1,
      it: 1,
      ul: { s: 1 },
      st: { s: 1 },
      cl: { rgb: '#FF0000' },
      bg: { rgb: '#FFF2CC' },
      bd: {
        t: { s: BorderStyleTypes.DOUBLE, cl: { rgb: '#00FF00' } },
        l: { s: BorderStyleTypes.THIN, cl: { rgb: '#000000' } },
        r: null,
        b: null,
      },
    });
  });

  test.each<[StyleLook, object]>([
    [
      { align: 'center', valign: 'top' },
      { ht: HorizontalAlign.CENTER, vt: VerticalAlign.TOP },
    ],
    [
      { align: 'distributed', valign: 'center' },
      { ht: HorizontalAlign.CENTER, vt: VerticalAlign.MIDDLE, tb: WrapStrategy.WRAP },
    ],
    [{ align: 'centerContinuous' }, { ht: HorizontalAlign.CENTER, tb: WrapStrategy.OVERFLOW }],
    [{ align: 'fill' }, { ht: HorizontalAlign.LEFT, tb: WrapStrategy.CLIP }],
    [{ wrap: true, shrink: true }, { tb: WrapStrategy.WRAP }],
    [{ shrink: true }, { tb: WrapStrategy.CLIP }],
    [{ indent: 2 }, { pd: { t: 0, b: 2, l: 20, r: 2 } }],
    [{ indent: 2, align: 'right' }, { pd: { t: 0, b: 2, l: 2, r: 20 } }],
    [{ rotation: 90 }, { tr: { a: -90 } }],
    [{ rotation: -90 }, { tr: { a: 90 } }],
    [{ rotation: 'stacked' }, { tr: { a: 0, v: 1 } }],
    [{ numberFormat: '0.00%' }, { n: { pattern: '0.00%' } }],
  ])('%j', (look, expected) => {
    expect(one(look)).toMatchObject(expected);
  });

  test('a conditional format names only what it changes', () => {
    expect(differentialOf({ bold: false, color: '9C0006' })).toEqual({ bl: 0, cl: { rgb: '#9C0006' } });
  });
});

describe('fontFamily', () => {
  test.each([
    ['宋体', /^宋体, SimSun, .*Noto Serif CJK SC.*serif$/],
    ['仿宋_GB2312', /^仿宋_GB2312, 仿宋, FangSong, .*Noto Serif CJK SC.*serif$/],
    ['楷体_GB2312', /^楷体_GB2312, 楷体, KaiTi, .*serif$/],
    ['方正小标宋简体', /^方正小标宋简体, 宋体, .*serif$/],
    ['黑体', /^黑体, SimHei, .*Noto Sans CJK SC.*sans-serif$/],
    ['微软雅黑', /^微软雅黑, Microsoft YaHei, .*sans-serif$/],
    ['等线', /^等线, DengXian, .*sans-serif$/],
    ['Times New Roman', /^Times New Roman, 宋体, .*serif$/],
    ['Calibri', /^Calibri, Microsoft YaHei, .*sans-serif$/],
    ['@宋体', /^宋体, SimSun/],
    // CSS would not take these, and with them none of the list.
    ['3D字', /^Microsoft YaHei, /],
    ['a"b;c(d', /^Microsoft YaHei, /],
    [undefined, /^Microsoft YaHei, .*sans-serif$/],
  ])('%s', (name, list) => {
    expect(fontFamily(name)).toMatch(list);
  });

  test('no family stands twice', () => {
    const list = fontFamily('SimSun').split(', ');
    expect(new Set(list).size).toBe(list.length);
  });
});
