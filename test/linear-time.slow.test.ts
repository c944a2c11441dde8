import { slowTexts } from './linear-time';

/** Compares every character with all before it where a text begins as given. */
const squareFor = (begin: string) => (text: string) => {
  let same = 0;
  if (text.startsWith(begin))
    for (let i = 0; i < text.length; i++) for (let j = 0; j < i; j++) if (text.charCodeAt(i) === text.charCodeAt(j)) same++;
  return same;
};

it('names the texts over which a function takes four times as long', () => {
  expect(slowTexts(squareFor('产0%'))).toEqual([expect.stringContaining('产0%…x')]);
});

it('names none where a function takes twice as long', () => {
  expect(slowTexts((text) => [...text].filter((character) => character === '年').length)).toEqual([]);
});
