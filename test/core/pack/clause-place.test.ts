import { placeOf, spokenPlace } from '../../../src/core/pack/clause-place';

test.each([
  ['二（五）5·警示', '二（五）5', '二（五）5'],
  ['一·比重', '一', '第一部分'],
  ['三3·进展', '三3', '第三部分第3点'],
  ['十二', '十二', '第十二部分'],
  ['引言·适用对象', '引言', '引言'],
  ['第六条', '第六条', '第六条'],
])('%s stands at %s and is said as %s', (clause, place, spoken) => {
  expect([placeOf(clause), spokenPlace(clause)]).toEqual([place, spoken]);
});
