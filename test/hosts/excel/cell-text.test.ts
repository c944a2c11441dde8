import { typedText } from '../../../src/hosts/excel/cell-text';

it.each(['=1+1', '+1', '-1', '@SUM', '＝1+1', '＋甲', '－甲', '＠甲', '＝', '＝HYPERLINK("http://x")'])(
  'Excel is handed %s with an apostrophe, which keeps it text',
  (text) => {
    expect(typedText(text)).toEqual({ typed: `'${text}`, shortened: false });
  },
);

it('words go without one', () => {
  expect(typedText('某开发区').typed).toBe('某开发区');
});
