import { cellName } from '../../../src/core/cell';
import { movedFormulas } from '../../../src/core/report/moved-formulas';

const FIRST = 4;
const at = (place: number): string => cellName(FIRST + place, 1);

it('a formula is worked out once and moved to its rows; what is fixed stays', () => {
  let made = 0;
  const { formulas, alike } = movedFormulas(
    FIRST,
    3,
    () => '',
    (place) => {
      made++;
      return `IF(ISNUMBER(${at(place)}),(${at(place)}-B$2)/$B$5:$B$7,SUM(A${FIRST + place + 1}:${at(place)}))`;
    },
  );
  expect(made).toBe(1);
  expect(formulas[2]).toBe('IF(ISNUMBER(B7),(B7-B$2)/$B$5:$B$7,SUM(A7:B7))');
  expect([...alike]).toEqual([1, 1, 1]);
});

it('kinds have their own; a place of none, and a kind that no formula can say, have none', () => {
  const { formulas, alike } = movedFormulas(
    FIRST,
    5,
    (place) => ['one', undefined, 'two', 'one', 'none'][place],
    (place, like) => (like === 4 ? '' : `${at(place)}*${like}`),
  );
  expect(formulas).toEqual(['B5*0', '', 'B7*2', 'B8*0', '']);
  expect([...alike]).toEqual([1, 0, 2, 1, 0]);
});

it('a number that happens to be the last row of a sheet is no row', () => {
  const { formulas } = movedFormulas(
    FIRST,
    1,
    () => '',
    (place) => `MIN(1048576,${at(place)}*B$1048576+10485760)`,
  );
  expect(formulas).toEqual(['MIN(1048576,B5*B$1048576+10485760)']);
});
