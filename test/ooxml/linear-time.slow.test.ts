import { takeCell, type RawCell } from '../../src/ooxml/sheet/cell-value';
import { readFormula } from '../../src/ooxml/formula/formula-grammar';
import { shownFormula, storedFormula } from '../../src/ooxml/formula/future-functions';
import { SharedFormula } from '../../src/ooxml/formula/formula-shift';
import { isCalendarFormat, isDateFormat, isoSerial } from '../../src/ooxml/parts/number-formats';
import { encodeCellText, escapeXml } from '../../src/ooxml/xml/xml-text';
import { ProblemError } from '../../src/core/problem';
import { slowTexts } from '../linear-time';

const nowhere = { number() {}, date() {}, text() {}, shared() {}, boolean() {}, error() {}, formula() {}, merge() {} };

/** Takes a cell whose contents may be refused, which is quick too. */
function takenAs(type: string, value: string): void {
  const cell: RawCell = { row: 0, column: 0, style: 0, type, value, formula: undefined, bond: undefined };
  try {
    takeCell('表', nowhere, 0, cell);
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError);
  }
}

describe('a text twice as long takes no more than three times as long', () => {
  test.each<[string, (text: string) => unknown]>([
    ['a number in a file', (text) => takenAs('n', text)],
    ['a long number in a file', (text) => takenAs('n', text.replace(/\D/g, '1'))],
    ['a date in a file', (text) => takenAs('d', text)],
    ['a boolean in a file', (text) => takenAs('b', text)],
    ['readFormula', readFormula],
    ['storedFormula', storedFormula],
    ['shownFormula', shownFormula],
    ['SharedFormula', (text) => new SharedFormula(text, 0, 0).at(1, 1)],
    ['isDateFormat', isDateFormat],
    ['isCalendarFormat', isCalendarFormat],
    ['isoSerial', isoSerial],
    ['encodeCellText', encodeCellText],
    ['escapeXml', escapeXml],
  ])('%s', (_name, run) => {
    expect(slowTexts(run)).toEqual([]);
  });
});
