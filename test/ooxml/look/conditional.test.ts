import type { ConditionalLook } from '../../../src/ooxml/look/look';
import { sheetLook, styleSheet, worksheet } from './look-of';

const styles = styleSheet({
  dxfs: '<dxf><font><b/></font></dxf><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>',
});
const conditional = (after: string): readonly ConditionalLook[] => sheetLook(worksheet({ after }), { styles }).conditional;
const rules = (markup: string, sqref = 'B3:B6'): readonly ConditionalLook[] =>
  conditional(`<conditionalFormatting sqref="${sqref}">${markup}</conditionalFormatting>`);
const style = { fill: 'FFC7CE' };
const cfvo = (...points: string[]): string => points.map((point) => `<cfvo ${point}/>`).join('');

it.each<[string, string, object]>([
  [
    'cellIs',
    'type="cellIs" operator="greaterThan">|<formula>$A$1*2</formula>',
    { kind: 'cellIs', operator: 'greaterThan', formulas: ['$A$1*2'], style },
  ],
  [
    'between',
    'type="cellIs" operator="between">|<formula>1</formula><formula>2</formula>',
    { kind: 'cellIs', operator: 'between', formulas: ['1', '2'], style },
  ],
  ['between with one end', 'type="cellIs" operator="between">|<formula>1</formula>', { kind: 'other', type: 'cellIs' }],
  ['an operator unknown', 'type="cellIs" operator="near">|<formula>1</formula>', { kind: 'other', type: 'cellIs' }],
  [
    'expression',
    'type="expression">|<formula>AND(B3&gt;1,$C3="是")</formula>',
    { kind: 'expression', formula: 'AND(B3>1,$C3="是")', style },
  ],
  ['expression without one', 'type="expression">|', { kind: 'other', type: 'expression' }],
  [
    'contains',
    'type="containsText" operator="containsText" text="不达标">|<formula>NOT(ISERROR(SEARCH("不达标",B3)))</formula>',
    { kind: 'text', operator: 'contains', text: '不达标', style },
  ],
  ['contains not', 'type="notContainsText" operator="notContains" text="x">|', { kind: 'text', operator: 'notContains', text: 'x', style }],
  ['begins', 'type="beginsWith" text="x">|', { kind: 'text', operator: 'beginsWith', text: 'x', style }],
  ['ends', 'type="endsWith" text="x">|', { kind: 'text', operator: 'endsWith', text: 'x', style }],
  [
    'words of another cell',
    'type="containsText">|<formula>NOT(ISERROR(SEARCH($A$1,B3)))</formula>',
    { kind: 'expression', formula: 'NOT(ISERROR(SEARCH($A$1,B3)))', style },
  ],
  ['blanks', 'type="containsBlanks">|<formula>LEN(TRIM(B3))=0</formula>', { kind: 'blanks', blank: true, style }],
  ['no blanks', 'type="notContainsBlanks">|', { kind: 'blanks', blank: false, style }],
  ['errors', 'type="containsErrors">|<formula>ISERROR(B3)</formula>', { kind: 'expression', formula: 'ISERROR(B3)', style }],
  [
    'dates',
    'type="timePeriod" timePeriod="today">|<formula>FLOOR(B3,1)=TODAY()</formula>',
    { kind: 'expression', formula: 'FLOOR(B3,1)=TODAY()', style },
  ],
  ['top', 'type="top10">|', { kind: 'top', count: 10, percent: false, bottom: false, style }],
  ['last five per cent', 'type="top10" rank="5" percent="1" bottom="1">|', { kind: 'top', count: 5, percent: true, bottom: true, style }],
  ['above average', 'type="aboveAverage">|', { kind: 'average', above: true, equal: false, style }],
  ['average or below', 'type="aboveAverage" aboveAverage="0" equalAverage="1">|', { kind: 'average', above: false, equal: true, style }],
  ['standard deviations', 'type="aboveAverage" stdDev="1">|', { kind: 'other', type: 'aboveAverage' }],
  ['duplicates', 'type="duplicateValues">|', { kind: 'duplicates', unique: false, style }],
  ['unique', 'type="uniqueValues">|', { kind: 'duplicates', unique: true, style }],
  [
    'two colours',
    `type="colorScale">|<colorScale>${cfvo('type="min"', 'type="max"')}<color rgb="FFF8696B"/><color rgb="FF63BE7B"/></colorScale>`,
    { kind: 'colorScale', points: [{ kind: 'min' }, { kind: 'max' }], colors: ['F8696B', '63BE7B'] },
  ],
  [
    'three colours',
    `type="colorScale">|<colorScale>${cfvo('type="num" val="0"', 'type="percentile" val="50"', 'type="formula" val="$A$1"')}<color rgb="FFF8696B"/><color theme="0"/><color indexed="11"/></colorScale>`,
    {
      kind: 'colorScale',
      points: [
        { kind: 'num', value: '0' },
        { kind: 'percentile', value: '50' },
        { kind: 'formula', value: '$A$1' },
      ],
      colors: ['F8696B', 'FFFFFF', '00FF00'],
    },
  ],
  [
    'a colour short',
    `type="colorScale">|<colorScale>${cfvo('type="min"', 'type="max"')}<color rgb="FFF8696B"/></colorScale>`,
    { kind: 'other', type: 'colorScale' },
  ],
  [
    'a colour that is none',
    `type="colorScale">|<colorScale>${cfvo('type="min"', 'type="max"')}<color rgb="FFF8696B"/><color rgb="x"/></colorScale>`,
    { kind: 'other', type: 'colorScale' },
  ],
  [
    'a bar',
    `type="dataBar">|<dataBar>${cfvo('type="min"', 'type="percent" val="90"')}<color rgb="FF638EC6"/></dataBar>`,
    { kind: 'dataBar', min: { kind: 'min' }, max: { kind: 'percent', value: '90' }, color: '638EC6', showValue: true },
  ],
  [
    'a bar alone',
    `type="dataBar">|<dataBar showValue="0">${cfvo('type="min"', 'type="max"')}<color rgb="FF638EC6"/></dataBar>`,
    { kind: 'dataBar', min: { kind: 'min' }, max: { kind: 'max' }, color: '638EC6', showValue: false },
  ],
  ['a bar without ends', 'type="dataBar">|<dataBar><color rgb="FF638EC6"/></dataBar>', { kind: 'other', type: 'dataBar' }],
  [
    'icons',
    `type="iconSet">|<iconSet iconSet="3Flags" reverse="1" showValue="0">${cfvo('type="percent" val="0"', 'type="num" val="60"', 'type="num" val="90"')}</iconSet>`,
    {
      kind: 'iconSet',
      set: '3Flags',
      points: [
        { kind: 'percent', value: '0' },
        { kind: 'num', value: '60' },
        { kind: 'num', value: '90' },
      ],
      reverse: true,
      showValue: false,
    },
  ],
  [
    'icons unnamed',
    `type="iconSet">|<iconSet>${cfvo('type="percent" val="0"', 'type="percent" val="33"', 'type="percent" val="67"')}</iconSet>`,
    expect.objectContaining({ kind: 'iconSet', set: '3TrafficLights1' }) as object,
  ],
  [
    'a point of a kind unknown',
    `type="iconSet">|<iconSet>${cfvo('type="percent" val="0"', 'type="autoMin"')}</iconSet>`,
    { kind: 'other', type: 'iconSet' },
  ],
  ['a kind unknown', 'type="sparkle">|', { kind: 'other', type: 'sparkle' }],
])('%s', (_, markup, expected) => {
  const [open, content] = markup.split('>|');
  const [found] = rules(`<cfRule ${open} dxfId="1" priority="3">${content}</cfRule>`);
  const { areas, priority, stopIfTrue, ...kind } = found!;
  expect(kind).toEqual(expected);
  expect([areas, priority, stopIfTrue]).toEqual([[{ top: 2, left: 1, bottom: 5, right: 1 }], 3, false]);
});

const blanks = (attributes = ''): string => `<cfRule type="containsBlanks" ${attributes}/>`;

it('goes by priority; what has none goes last', () => {
  const found = rules(blanks('priority="2"') + blanks() + blanks('priority="1" stopIfTrue="1" dxfId="0"'));
  expect(found.map(({ stopIfTrue }) => stopIfTrue)).toEqual([true, false, false]);
  expect(found[0]).toMatchObject({ style: { bold: true } });
  expect(found[1]!.priority).toBe(2);
});

it('a style that is not there changes nothing', () => {
  expect(rules(blanks('dxfId="9"'))[0]).toMatchObject({ style: {} });
  expect(rules(blanks('dxfId="x"'))[0]).toMatchObject({ style: {} });
});

it('areas: several, whole columns and rows, and none that are none', () => {
  expect(rules(blanks(), 'A1 $B$2:C3 D:E 5:6 x 7 XFE1 A1:B').map(({ areas }) => areas)).toEqual([
    [
      { top: 0, left: 0, bottom: 0, right: 0 },
      { top: 1, left: 1, bottom: 2, right: 2 },
      { top: 0, left: 3, bottom: 1_048_575, right: 4 },
      { top: 4, left: 0, bottom: 5, right: 16_383 },
    ],
  ]);
  expect(rules(blanks(), 'x')).toEqual([]);
  expect(rules(blanks(), '')).toEqual([]);
});

it('rules that stand in the extensions alone are named, a data bar there is passed over', () => {
  const x14 =
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';
  const extended = (type: string): string =>
    `<x14:conditionalFormatting><x14:cfRule type="${type}" priority="4"/><xm:sqref>C1:C9</xm:sqref></x14:conditionalFormatting>`;
  expect(
    conditional(
      `<extLst><ext uri="{x}" ${x14}><x14:conditionalFormattings>${extended('dataBar')}${extended('iconSet')}</x14:conditionalFormattings></ext></extLst>`,
    ),
  ).toEqual([{ areas: [{ top: 0, left: 2, bottom: 8, right: 2 }], priority: 4, stopIfTrue: false, kind: 'other', type: 'iconSet' }]);
});
