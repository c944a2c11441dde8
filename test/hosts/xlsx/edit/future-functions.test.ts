import { withFunctionPrefixes } from '../../../../src/hosts/xlsx/edit/future-functions';
import { formula, rowsAfter } from './edited-part';

describe('functions that files name with a prefix', () => {
  it.each([
    ['XLOOKUP(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
    ['ifs(A1>1,Concat("IFS(",B1))', '_xlfn.IFS(A1>1,_xlfn.CONCAT("IFS(",B1))'],
    ['SORT(FILTER(A:A,B:B))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,B:B))'],
    ['_xlfn.STDEV.S(A1:A3)+_xlfn._xlws.SORT(A1)', '_xlfn.STDEV.S(A1:A3)+_xlfn._xlws.SORT(A1)'],
    ["SUM('IFS('!A1,表[IFS(],DAYS)+NETWORKDAYS.INTL(A1,B1)+STDEV(A1)", "SUM('IFS('!A1,表[IFS(],DAYS)+NETWORKDAYS.INTL(A1,B1)+STDEV(A1)"],
  ])('%s', (typed, stored) => {
    expect(withFunctionPrefixes(typed)).toBe(stored);
  });

  it('get it when they are typed', () => {
    expect(rowsAfter('', formula('A1', 'RANK.EQ(B1,B:B)', 1))).toBe('<row r="1"><c r="A1"><f>_xlfn.RANK.EQ(B1,B:B)</f><v>1</v></c></row>');
  });
});
