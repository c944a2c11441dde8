import { Colors, mixed, readTheme, tinted } from '../../../src/ooxml/look/colors';
import { readTree } from '../../../src/ooxml/xml/xml-tree';

const channels = (color: string): number[] => [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16));
const tree = (markup: string): ReturnType<typeof readTree> => readTree('styles.xml', markup);
const theme = (scheme: string, uri = 'http://schemas.openxmlformats.org/drawingml/2006/main'): readonly string[] =>
  readTheme(
    'theme1.xml',
    `<a:theme xmlns:a="${uri}"><a:themeElements><a:clrScheme name="Office">${scheme}</a:clrScheme></a:themeElements></a:theme>`,
  );
const OFFICE =
  '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>' +
  '<a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2>';

describe('tints', () => {
  // What Excel offers under these names in its colour menu, for Office's themes of 2013 and 2007.
  it.each([
    ['accent1, 80 % lighter', '4472C4', 0.7999816888943144, 'DAE3F3'],
    ['accent1, 60 % lighter', '4472C4', 0.5999938962981048, 'B4C7E7'],
    ['accent1, 40 % lighter', '4472C4', 0.3999755851924192, '8FAADC'],
    ['accent1, 25 % darker', '4472C4', -0.249977111117893, '2F5597'],
    ['accent1, 50 % darker', '4472C4', -0.499984740745262, '203864'],
    ['accent2, 80 % lighter', 'ED7D31', 0.7999816888943144, 'FBE5D6'],
    ['white, 5 % darker', 'FFFFFF', -4.9989318521683403e-2, 'F2F2F2'],
    ['white, 15 % darker', 'FFFFFF', -0.14999847407452621, 'D9D9D9'],
    ['white, 50 % darker', 'FFFFFF', -0.499984740745262, '808080'],
    ['black, 50 % lighter', '000000', 0.499984740745262, '7F7F7F'],
    ['black, 15 % lighter', '000000', 0.14999847407452621, '262626'],
    ['text 2, 80 % lighter', '44546A', 0.7999816888943144, 'D6DCE5'],
    ['text 2 of 2007, 60 % lighter', '1F497D', 0.59999389629810485, '8EB4E3'],
    ['no tint', '4472C4', 0, '4472C4'],
    ['all the way to white', '4472C4', 1, 'FFFFFF'],
    ['all the way to black', '4472C4', -1, '000000'],
  ])('%s', (_, color, tint, expected) => {
    const found = channels(tinted(color, tint));
    channels(expected).forEach((channel, n) => expect(Math.abs(found[n]! - channel)).toBeLessThanOrEqual(1));
  });
});

describe('colours of a style sheet', () => {
  const colors = new Colors(undefined, theme(OFFICE));
  it.each<[string, string, string | undefined]>([
    ['alpha in front is passed over', 'rgb="80FF0000"', 'FF0000'],
    ['without alpha, in small letters', 'rgb="c6efce"', 'C6EFCE'],
    ['no colour', 'rgb="red"', undefined],
    ['theme 0 is light 1', 'theme="0"', 'FFFFFF'],
    ['theme 1 is dark 1', 'theme="1"', '000000'],
    ['theme 2 is light 2', 'theme="2"', 'E7E6E6'],
    ['theme 3 is dark 2', 'theme="3"', '44546A'],
    ['theme 4 is accent 1', 'theme="4"', '4472C4'],
    ['theme 11, the last, not in the part', 'theme="11"', '800080'],
    ['theme 12 is none', 'theme="12"', undefined],
    ['theme with tint', 'theme="0" tint="-0.499984740745262"', '808080'],
    ['a tint that is no number', 'theme="4" tint="x"', '4472C4'],
    ['indexed 0', 'indexed="0"', '000000'],
    ['indexed 10 is the same as 2', 'indexed="10"', 'FF0000'],
    ['indexed 63, the last', 'indexed="63"', '333333'],
    ['indexed 64, the foreground, is automatic', 'indexed="64"', undefined],
    ['indexed 65, the background', 'indexed="65"', 'FFFFFF'],
    ['indexed 66 is none', 'indexed="66"', undefined],
    ['automatic', 'auto="1"', undefined],
    ['nothing', '', undefined],
    ['theme before rgb', 'theme="4" rgb="FF000000"', '4472C4'],
  ])('%s', (_, attributes, expected) => {
    expect(colors.of(tree(`<color ${attributes}/>`))).toBe(expected);
  });

  it('indexed colours of its own', () => {
    const own = new Colors(
      tree('<styleSheet><colors><indexedColors><rgbColor rgb="00112233"/><rgbColor rgb="x"/></indexedColors></colors></styleSheet>'),
    );
    expect([0, 1, 2].map((n) => own.of(tree(`<color indexed="${n}"/>`)))).toEqual(['112233', 'FFFFFF', 'FF0000']);
  });

  it('a theme in the strict dialect, and a workbook without one', () => {
    expect(theme(OFFICE, 'http://purl.oclc.org/ooxml/drawingml/main')[4]).toBe('4472C4');
    expect(new Colors(undefined).of(tree('<color theme="4"/>'))).toBe('4F81BD');
    expect(readTheme('theme1.xml', '<theme/>')).toHaveLength(12);
  });

  it('mixes', () => {
    expect(mixed('000000', 'FFFFFF', 0.125)).toBe('DFDFDF');
    expect(mixed('FF0000', '0000FF', 0.5)).toBe('800080');
  });
});
