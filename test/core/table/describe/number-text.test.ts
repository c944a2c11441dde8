import fc from 'fast-check';
import { doubtfulNumber, parseNumber } from '../../../../src/core/table/describe/number-text';

const numbers = fc.double({ min: 0, max: 1e12, noNaN: true }).map((value) => Number(value.toFixed(3)));
const fullWidth = (text: string): string => text.replace(/[0-9.,%]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const spellings: readonly ((value: number) => string)[] = [
  String,
  (value) => ` ${value}　`,
  (value) => `\u202d${value}\u2060`,
  (value) => fullWidth(String(value)),
  (value) => value.toLocaleString('en-US', { maximumFractionDigits: 3 }),
  (value) => `+${value}`,
];

test('every way of writing one number is read as it', () => {
  fc.assert(
    fc.property(numbers, fc.constantFrom(...spellings), (value, spell) => {
      expect(parseNumber(spell(value))).toEqual({ value, percent: false, bracketed: false });
      expect(parseNumber(`${spell(value)}%`)).toMatchObject({ value, percent: true });
    }),
  );
});

test('a mark, a second number or a word beside it makes it none, and the number is proposed where there is one', () => {
  fc.assert(
    fc.property(numbers, fc.constantFrom('①', '²', '⒈', '*', '[1]', '（注1）'), (value, mark) => {
      expect(parseNumber(`${value}${mark}`)).toBeUndefined();
      expect(doubtfulNumber(`${value}${mark}`)).toMatchObject({ doubt: 'footnote', numbers: [value] });
    }),
  );
  fc.assert(
    fc.property(numbers, numbers, fc.constantFrom(' ', '、', '，', '/', '~', '；'), (one, two, between) => {
      expect(parseNumber(`${one}${between}${two}`)).toBeUndefined();
      expect(doubtfulNumber(`${one}${between}${two}`)).toMatchObject({ doubt: 'several', numbers: [one, two] });
    }),
  );
  expect(doubtfulNumber('约400万元')).toEqual({ doubt: 'words', numbers: [400], behind: '万元', bare: '约400万元' });
  expect(doubtfulNumber('待报')).toBeUndefined();
});
