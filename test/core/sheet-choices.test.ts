import { FACES, withChoice } from '../../src/core/sheet-choices';

test('all faces are the choice of nobody', () => expect(withChoice({ faces: ['signed'] }, { faces: FACES })).toEqual({}));

test('faces are kept in one order, each once', () =>
  expect(withChoice({}, { faces: ['working', 'public', 'working'] })).toEqual({ faces: ['public', 'working'] }));

test('no face at all is a choice: 考评说明 alone', () => expect(withChoice({}, { faces: [] })).toEqual({ faces: [] }));

test('what is not said stays as it was, and what is undefined is put back', () => {
  expect(withChoice({ faces: ['signed'], decimals: 0 }, { cards: 'all' })).toEqual({ faces: ['signed'], cards: 'all', decimals: 0 });
  expect(withChoice({ faces: ['signed'], decimals: 0 }, { decimals: undefined })).toEqual({ faces: ['signed'] });
});

test('no zone at all is no choice', () => expect(withChoice({ cards: ['甲'] }, { cards: [] })).toEqual({}));
