import type { ConditionalLook } from '../../../../src/ooxml/look/look';
import { rulesOf, rulesResource } from '../../../../src/workbench/grid/univer/conditional';
import { sheetOf } from '../look-of';

type Part<T> = T extends unknown ? Omit<T, 'areas' | 'priority' | 'stopIfTrue'> : never;
const style = { fill: 'FFC7CE', color: '9C0006' };
const STYLE = { bg: { rgb: '#FFC7CE' }, cl: { rgb: '#9C0006' } };
const area = { top: 1, left: 1, bottom: 3, right: 2 };
const full = (part: Part<ConditionalLook>, more: Partial<Pick<ConditionalLook, 'areas' | 'priority' | 'stopIfTrue'>> = {}) =>
  ({ areas: [area], priority: 1, stopIfTrue: false, ...part, ...more }) as ConditionalLook;
const shown = { rows: 100, columns: 26 };
const rules = (...conditional: ConditionalLook[]) =>
  rulesOf(sheetOf([[], [null, 1, 2], [null, 3, '四'], [null, null, 5]], { conditional }), shown);
const only = (part: Part<ConditionalLook>) => rules(full(part)).map(({ rule }) => rule);

describe('rulesOf', () => {
  test('the lowest priority goes first, each under an id of its own', () => {
    const made = rules(
      full({ kind: 'blanks', blank: true, style }, { priority: 7 }),
      full({ kind: 'other', type: 'timePeriod' }, { priority: 1 }),
      full({ kind: 'duplicates', unique: true, style }, { priority: 3, stopIfTrue: true }),
    );
    expect(made.map(({ rule, stopIfTrue }) => [(rule as { subType?: string }).subType, stopIfTrue])).toEqual([
      ['uniqueValues', true],
      ['text', false],
    ]);
    expect(new Set(made.map(({ cfId }) => cfId)).size).toBe(2);
    expect(made[0]!.ranges).toEqual([{ startRow: 1, startColumn: 1, endRow: 3, endColumn: 2 }]);
  });

  test('areas are cut to what is shown', () => {
    const [whole] = rules(
      full(
        { kind: 'duplicates', unique: false, style },
        {
          areas: [
            { top: 0, left: 2, bottom: 1_048_575, right: 2 },
            { top: 0, left: 26, bottom: 5, right: 30 },
            { top: 99, left: 25, bottom: 200, right: 200 },
          ],
        },
      ),
    );
    expect(whole!.ranges).toEqual([
      { startRow: 0, startColumn: 2, endRow: 99, endColumn: 2 },
      { startRow: 99, startColumn: 25, endRow: 99, endColumn: 25 },
    ]);
    expect(rules(full({ kind: 'duplicates', unique: false, style }, { areas: [{ top: 100, left: 0, bottom: 100, right: 0 }] }))).toEqual(
      [],
    );
  });

  test('of more rules than a screen can bear the first are shown', () => {
    const many = (count: number, one: typeof area) =>
      rules(...Array.from({ length: count }, (_, n) => full({ kind: 'duplicates', unique: true, style }, { priority: n, areas: [one] })))
        .length;
    const whole = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
    const ten = { top: 0, left: 0, bottom: 9, right: 0 };
    expect([many(183, whole), many(184, whole), many(2000, whole)]).toEqual([183, 183, 183]);
    expect([many(2236, ten), many(5000, ten)]).toEqual([2236, 2236]);
  });

  test.each<[Part<ConditionalLook>, object[]]>([
    [
      { kind: 'cellIs', operator: 'greaterThanOrEqual', formulas: ['60'], style },
      [{ subType: 'number', operator: 'greaterThanOrEqual', value: 60 }],
    ],
    [{ kind: 'cellIs', operator: 'lessThan', formulas: ['-1.5e1'], style }, [{ subType: 'number', operator: 'lessThan', value: -15 }]],
    [{ kind: 'cellIs', operator: 'greaterThan', formulas: ['7%'], style }, [{ subType: 'number', operator: 'greaterThan', value: 0.07 }]],
    // Excel takes empty cells for zeros.
    [
      { kind: 'cellIs', operator: 'lessThan', formulas: ['60'], style },
      [
        { subType: 'number', operator: 'lessThan', value: 60 },
        { subType: 'text', operator: 'containsBlanks' },
      ],
    ],
    [{ kind: 'cellIs', operator: 'lessThan', formulas: ['0'], style }, [{ subType: 'number', operator: 'lessThan', value: 0 }]],
    [
      { kind: 'cellIs', operator: 'lessThanOrEqual', formulas: ['0'], style },
      [
        { subType: 'number', operator: 'lessThanOrEqual', value: 0 },
        { subType: 'text', operator: 'containsBlanks' },
      ],
    ],
    [
      { kind: 'cellIs', operator: 'equal', formulas: ['0'], style },
      [
        { subType: 'number', operator: 'equal', value: 0 },
        { subType: 'text', operator: 'containsBlanks' },
      ],
    ],
    [{ kind: 'cellIs', operator: 'between', formulas: ['1', '5'], style }, [{ subType: 'number', operator: 'between', value: [1, 5] }]],
    [
      { kind: 'cellIs', operator: 'between', formulas: ['5', '0'], style },
      [
        { subType: 'number', operator: 'between', value: [5, 0] },
        { subType: 'text', operator: 'containsBlanks' },
      ],
    ],
    [
      { kind: 'cellIs', operator: 'notBetween', formulas: ['1', '5'], style },
      [{ subType: 'number', operator: 'notBetween', value: [1, 5] }],
    ],
    // Words.
    [{ kind: 'cellIs', operator: 'equal', formulas: ['"不""达""标"'], style }, [{ subType: 'text', operator: 'equal', value: '不"达"标' }]],
    [{ kind: 'cellIs', operator: 'notEqual', formulas: ['"达标"'], style }, [{ subType: 'text', operator: 'notEqual', value: '达标' }]],
    [{ kind: 'cellIs', operator: 'equal', formulas: ['""'], style }, [{ subType: 'text', operator: 'containsBlanks' }]],
    [{ kind: 'cellIs', operator: 'notEqual', formulas: ['""'], style }, [{ subType: 'text', operator: 'notContainsBlanks' }]],
    // Anything else becomes a formula on the first cell.
    [{ kind: 'cellIs', operator: 'lessThan', formulas: ['$F$1'], style }, [{ subType: 'formula', value: '=B2<$F$1' }]],
    [{ kind: 'cellIs', operator: 'notEqual', formulas: ['AVERAGE(B:B)'], style }, [{ subType: 'formula', value: '=B2<>AVERAGE(B:B)' }]],
    [
      { kind: 'cellIs', operator: 'between', formulas: ['C2', '9'], style },
      [{ subType: 'formula', value: '=AND(B2>=MIN(C2,9),B2<=MAX(C2,9))' }],
    ],
    [
      { kind: 'cellIs', operator: 'notBetween', formulas: ['1', '$F$1'], style },
      [{ subType: 'formula', value: '=NOT(AND(B2>=MIN(1,$F$1),B2<=MAX(1,$F$1)))' }],
    ],
    [{ kind: 'expression', formula: '_xlfn.ISFORMULA(B2)', style }, [{ subType: 'formula', value: '=ISFORMULA(B2)' }]],
    [{ kind: 'text', operator: 'beginsWith', text: '不', style }, [{ subType: 'text', operator: 'beginsWith', value: '不' }]],
    [{ kind: 'text', operator: 'notContains', text: '不', style }, [{ subType: 'text', operator: 'notContainsText', value: '不' }]],
    [{ kind: 'blanks', blank: false, style }, [{ subType: 'text', operator: 'notContainsBlanks' }]],
    [{ kind: 'top', count: 10, percent: true, bottom: true, style }, [{ subType: 'rank', isBottom: true, isPercent: true, value: 10 }]],
    [{ kind: 'top', count: 10, percent: false, bottom: false, style }, [{ subType: 'rank', isBottom: false, isPercent: false, value: 10 }]],
    // The area holds four numbers.
    [{ kind: 'top', count: 5, percent: false, bottom: true, style }, [{ subType: 'rank', isBottom: true, isPercent: false, value: 4 }]],
    [{ kind: 'top', count: 3, percent: false, bottom: true, style }, [{ subType: 'rank', isBottom: true, isPercent: false, value: 3 }]],
    [{ kind: 'average', above: true, equal: false, style }, [{ subType: 'average', operator: 'greaterThan' }]],
    [{ kind: 'average', above: false, equal: true, style }, [{ subType: 'average', operator: 'lessThanOrEqual' }]],
    [{ kind: 'duplicates', unique: false, style }, [{ subType: 'duplicateValues' }]],
  ])('%j', (part, expected) => {
    expect(only(part)).toEqual(expected.map((each) => ({ type: 'highlightCell', style: STYLE, ...each })));
  });

  test('formulas count from the first area in the file and from the topmost range in Univer', () => {
    const areas = [
      { top: 9, left: 3, bottom: 12, right: 3 },
      { top: 1, left: 1, bottom: 3, right: 1 },
    ];
    const [rule] = rules(full({ kind: 'expression', formula: 'D10>$D$1+D$9', style }, { areas }));
    expect(rule!.rule).toMatchObject({ value: '=B2>$D$1+B$9' });
  });

  test('a rule that only stops those behind it changes nothing and still counts as met', () => {
    expect(only({ kind: 'blanks', blank: true, style: {} })).toMatchObject([{ style: { ol: { s: 0 } } }]);
  });

  test('colour scales; the greatest value of negative numbers too', () => {
    expect(
      only({
        kind: 'colorScale',
        points: [{ kind: 'min' }, { kind: 'percentile', value: '50' }, { kind: 'max' }],
        colors: ['F8696B', 'FFEB84', '63BE7B'],
      }),
    ).toEqual([
      {
        type: 'colorScale',
        config: [
          { index: 0, color: '#F8696B', value: { type: 'min' } },
          { index: 1, color: '#FFEB84', value: { type: 'percentile', value: 50 } },
          { index: 2, color: '#63BE7B', value: { type: 'percentile', value: 100 } },
        ],
      },
    ]);
    expect(
      only({
        kind: 'colorScale',
        points: [
          { kind: 'num', value: '0' },
          { kind: 'formula', value: '$F$1' },
        ],
        colors: ['FFFFFF', '000000'],
      }),
    ).toMatchObject([{ config: [{ value: { type: 'num', value: 0 } }, { value: { type: 'formula', value: '=$F$1' } }] }]);
  });

  test('data bars', () => {
    expect(only({ kind: 'dataBar', min: { kind: 'num', value: '0' }, max: { kind: 'max' }, color: '638EC6', showValue: false })).toEqual([
      {
        type: 'dataBar',
        isShowValue: false,
        config: {
          min: { type: 'num', value: 0 },
          max: { type: 'max' },
          isGradient: true,
          positiveColor: '#638EC6',
          nativeColor: '#FF0000',
        },
      },
    ]);
  });

  describe('icon sets', () => {
    const points = (...values: string[]) => values.map((value) => ({ kind: 'percent' as const, value }));
    const icons = (set: string, reverse: boolean, ...values: string[]) =>
      only({ kind: 'iconSet', set, points: points(...values), reverse, showValue: true }).flatMap((rule) =>
        rule.type === 'iconSet' ? rule.config.map(({ iconId, value }) => [iconId, value.value]) : [],
      );
    const rest = Number.MAX_SAFE_INTEGER;

    test('from the highest step down', () => {
      expect(icons('3TrafficLights1', false, '0', '33', '67')).toEqual([
        ['0', 67],
        ['1', 33],
        ['2', rest],
      ]);
      expect(icons('3TrafficLights1', true, '0', '33', '67')).toEqual([
        ['2', 67],
        ['1', 33],
        ['0', rest],
      ]);
    });

    test('ratings lie the other way round in Univer', () => {
      expect(icons('4Rating', false, '0', '25', '50', '75')).toEqual([
        ['3', 75],
        ['2', 50],
        ['1', 25],
        ['0', rest],
      ]);
    });

    test('sets that Univer lacks are left out', () => {
      expect(icons('NoIcons', false, '0', '33', '67')).toEqual([]);
      expect(icons('toString', false, '0')).toEqual([]);
      expect(icons('3Arrows', false, '0', '50')).toEqual([]);
    });
  });
});

test('rulesResource is what the plugin reads', () => {
  const made = rules(full({ kind: 'blanks', blank: true, style }));
  const { name, data } = rulesResource({ s1: made });
  expect(name).toBe('SHEET_CONDITIONAL_FORMATTING_PLUGIN');
  expect(JSON.parse(data)).toEqual({ s1: JSON.parse(JSON.stringify(made)) });
});
