import { joinsAreas, reachesOut } from '../../../../src/workbench/grid/univer/checking';
import { fontFamily } from '../../../../src/workbench/grid/univer/fonts';
import { shownFormat } from '../../../../src/workbench/grid/univer/number-format';
import { cellsOf, pastedCell } from '../../../../src/workbench/grid/univer/paste';
import { slowTexts } from '../../../linear-time';

describe('a text twice as long takes no more than three times as long', () => {
  test.each<[string, (text: string) => unknown]>([
    ['cellsOf', cellsOf],
    ['pastedCell', pastedCell],
    ['joinsAreas', joinsAreas],
    ['reachesOut', reachesOut],
    ['fontFamily', fontFamily],
    ['shownFormat', shownFormat],
  ])('%s', (_name, run) => {
    expect(slowTexts(run)).toEqual([]);
  });
});
