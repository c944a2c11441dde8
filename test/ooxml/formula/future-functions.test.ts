import { shownFormula, storedFormula } from '../../../src/ooxml/formula/future-functions';
import { formula, rowsAfter } from '../edit/edited-part';

describe('functions that files name with a prefix', () => {
  it.each([
    ['XLOOKUP(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
    ['ifs(A1>1,Concat("IFS(",B1))', '_xlfn.IFS(A1>1,_xlfn.CONCAT("IFS(",B1))'],
    ['SORT(FILTER(A:A,B:B))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,B:B))'],
    ['_xlfn.STDEV.S(A1:A3)+_xlfn._xlws.SORT(A1)', '_xlfn.STDEV.S(A1:A3)+_xlfn._xlws.SORT(A1)'],
    ["SUM('IFS('!A1,表[IFS(],DAYS)+NETWORKDAYS.INTL(A1,B1)+STDEV(A1)", "SUM('IFS('!A1,表[IFS(],DAYS)+NETWORKDAYS.INTL(A1,B1)+STDEV(A1)"],
  ])('%s', (typed, stored) => {
    expect(storedFormula(typed)).toBe(stored);
  });

  it('get it when they are typed', () => {
    expect(rowsAfter('', formula('A1', 'RANK.EQ(B1,B:B)', 1))).toBe('<row r="1"><c r="A1"><f>_xlfn.RANK.EQ(B1,B:B)</f><v>1</v></c></row>');
  });
});

describe('what files write otherwise than screens', () => {
  it.each([
    ['LET(x,1,x+1)', '_xlfn.LET(_xlpm.x,1,_xlpm.x+1)'],
    ['x+LET(x,x,X)+x', 'x+_xlfn.LET(_xlpm.x,x,_xlpm.X)+x'],
    ['LET(得分,A1,f,LAMBDA(n,n*得分),f(2)+n)', '_xlfn.LET(_xlpm.得分,A1,_xlpm.f,_xlfn.LAMBDA(_xlpm.n,_xlpm.n*_xlpm.得分),_xlpm.f(2)+n)'],
    ['LAMBDA(x,[y],IF(ISOMITTED(y),x,y))(1)', '_xlfn.LAMBDA(_xlpm.x,_xlop.y,IF(_xlfn.ISOMITTED(_xlpm.y),_xlpm.x,_xlpm.y))(1)'],
    ['MAP(A1:A3,LAMBDA(a,a&"a"))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.a,_xlpm.a&"a"))'],
    ['LET(甲,1,甲!A1+表[甲]+甲)', '_xlfn.LET(_xlpm.甲,1,甲!A1+表[甲]+_xlpm.甲)'],
    ['BYROW(A1:B3,SUM)+BYROW(A1:B3,合计)+SUM', '_xlfn.BYROW(A1:B3,_xleta.SUM)+_xlfn.BYROW(A1:B3,合计)+SUM'],
    ['ENCODEURL("LET(x,1,x)")', '_xlfn.ENCODEURL("LET(x,1,x)")'],
    ['SUM(@A1:A3,-@(A1,B1)%)', 'SUM(_xlfn.SINGLE(A1:A3),-_xlfn.SINGLE((A1,B1))%)'],
    ['@A1:B2 B1:C3+1', '_xlfn.SINGLE(A1:B2 B1:C3)+1'],
    ['@SUM(A1)', '_xlfn.SINGLE(SUM(A1))'],
    ['@A1#', '_xlfn.SINGLE(_xlfn.ANCHORARRAY(A1))'],
    ["SUM('a b'!$A$1#,A1#:B2#)", "SUM(_xlfn.ANCHORARRAY('a b'!$A$1),_xlfn.ANCHORARRAY(A1):_xlfn.ANCHORARRAY(B2))"],
    ['LET(x,A1,x#)', '_xlfn.LET(_xlpm.x,A1,_xlfn.ANCHORARRAY(_xlpm.x))'],
    ['XLOOKUP(1,A:A,B:B)#', '_xlfn.ANCHORARRAY(_xlfn.XLOOKUP(1,A:A,B:B))'],
    ['SUM(A1:.B9,A.:C,A1.:.B9)', 'SUM(_xlfn._TRO_TRAILING(A1:B9),_xlfn._TRO_LEADING(A:C),_xlfn._TRO_ALL(A1:B9))'],
    ['SUM(A1)+指标!A1+XFE1', 'SUM(A1)+指标!A1+XFE1'],
  ])('%s', (typed, stored) => {
    expect(storedFormula(typed)).toBe(stored);
    expect(shownFormula(stored)).toBe(typed);
    expect(storedFormula(stored)).toBe(stored);
  });

  it.each([
    [
      'T[@a]+T[@[a b]]+T[@[a]:[b]]+T[@]+[@列]',
      'T[[#This Row],[a]]+T[[#This Row],[a b]]+T[[#This Row],[a]:[b]]+T[#This Row]+[[#This Row],[列]]',
    ],
    ['2022年!A1+Q1!A1+1月:3月!A1+[1]2!A1+指标!A1', "'2022年'!A1+'Q1'!A1+'1月:3月'!A1+'[1]2'!A1+指标!A1"],
    ['#n/a', '#N/A'],
    ['1+', '1+'],
    ['PY("1",0)', 'PY("1",0)'],
  ])('%s, which is shown as it is stored', (typed, stored) => {
    expect(storedFormula(typed)).toBe(stored);
    expect(shownFormula(stored)).toBe(stored);
  });

  it.each([
    ['_xlfn.SINGLE(A1:A3*2)', 'SINGLE(A1:A3*2)'],
    ['_xlfn.SINGLE(A1:A3):B3', 'SINGLE(A1:A3):B3'],
    ['_xlfn.ANCHORARRAY(A1:B2)', 'ANCHORARRAY(A1:B2)'],
    ['_xlfn._TRO_ALL(A1)', '_TRO_ALL(A1)'],
    ['_xlfn.LATER(1)', '_xlfn.LATER(1)'],
    ['_xludf.OWN(1)', '_xludf.OWN(1)'],
    ['_xlfn._xlws.PY(0,0)', '_xlfn._xlws.PY(0,0)'],
    ['"_xlfn.SINGLE(A1)"&A1', '"_xlfn.SINGLE(A1)"&A1'],
  ])('%s can be stored again', (stored, shown) => {
    expect(shownFormula(stored)).toBe(shown);
    expect(storedFormula(shown)).toBe(stored);
  });
});
