import fc from 'fast-check';
import { checkEntry } from '../../../src/core/form/check-entry';
import type { UserWeight } from '../../../src/core/parameters/user-weight';
import { fieldsOf } from '../../../src/core/form/fields';
import { refOf } from '../../../src/core/form/setting-places';
import { saysTheSame, settingsChange, type Entry } from '../../../src/core/form/settings-changes';
import { settingsForm, type FormField, type FormParameter } from '../../../src/core/form/settings-form';
import { GridBuilder, type SheetGrid } from '../../../src/core/grid';
import type { Pack } from '../../../src/core/pack/schema';
import { packOfWorkbook } from '../../../src/core/pack/workbook-pack';
import { SheetReader } from '../../../src/core/parameters/parameter-sheet';
import { choicesOf, rangeOf } from '../../../src/core/parameters/setting-value';
import { ProblemError } from '../../../src/core/problem';
import { packOf, packs, units } from '../../packs/built-in';
import { percent, settingsSheet, sheetOf } from '../../packs/sheets';
import { after, carriedOut } from './carried-out';

const pack = packOf('shandong-2016');
const changesOf = (sheets: readonly SheetGrid[], entries: readonly Entry[], of: Pack = pack) =>
  settingsChange(of, units, sheets, entries, 2016);
const settingsOf = (of: Pack, sheets: readonly SheetGrid[]) => packOfWorkbook(of, sheets, units.with(of.units)).settings;
const cell = (sheets: readonly SheetGrid[], row: number, column: number): unknown =>
  new SheetReader('', sheets.find(({ name }) => name === '权重与参数')!.grid).shown(row, column);
const refusedBy = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};

const NONE: ReadonlyMap<string, UserWeight> = new Map();
const CHOSEN: readonly Entry[] = [
  { id: 'dimension:innovation', text: '30' },
  { id: 'dimension:ecology', text: '20.5' },
  { id: 'parameter:air_indicator', text: '优良天数比例' },
  { id: 'parameter:land_review_last', text: '2016-05-01' },
  { id: 'parameter:demonstration_count', text: '8' },
  { id: 'old:innovation', text: '25' },
];

describe('a workbook without the sheet', () => {
  const change = changesOf([], CHOSEN);
  const made = after([], change);

  test('gets it with every row of the blank sheet and what was entered', () => {
    const settings = settingsOf(pack, made);
    expect(settings.problems).toEqual([]);
    expect(settings.dimensionWeights.get('innovation')?.value).toBe(30);
    expect(settings.dimensionWeights.get('ecology')?.value).toBe(20.5);
    expect(settings.oldWeights.get('innovation')?.value).toBe(25);
    expect(settings.parameters.get('air_indicator')).toMatchObject({ value: '优良天数比例', from: 'workbook' });
    expect(settings.parameters.get('land_review_last')?.value).toBe('2016-05-01');
    expect(settings.parameters.get('demonstration_count')?.value).toBe(8);
    const blank = fieldsOf(settingsForm(pack, units, made)).filter(
      ({ id, cell: at }) => at === undefined && refOf(id).group === undefined && !['pair', 'weighting'].includes(refOf(id).kind),
    );
    expect(blank).toEqual([]);
  });

  test('whose title names no year that nobody knows', () => {
    const [sheet] = after([], settingsChange(pack, units, [], CHOSEN, undefined));
    expect(sheet!.grid.text(0, 0)).toBe('山东省经济开发区考评权重与参数');
    expect(made[0]!.grid.text(0, 0)).toBe('山东省经济开发区考评权重与参数（2016年度）');
  });

  test('says the same as long as nobody changes it', () => {
    const [sheet] = made;
    expect(saysTheSame(sheet!.grid, after([], changesOf([], CHOSEN))[0]!.grid)).toBe(true);
    const other = after(made, changesOf(made, [{ id: 'dimension:debt', text: '1' }]));
    expect(saysTheSame(sheet!.grid, other[0]!.grid)).toBe(false);
  });
});

describe('a sheet that a person made', () => {
  /** Columns in an order of their own, a title, a merged section, a note below. */
  function own(): SheetGrid {
    const builder = new GridBuilder();
    builder.text(0, 0, '本省考核权重');
    builder.text(2, 1, '名称').text(2, 2, '类别').text(2, 4, '单位').text(2, 5, '数值');
    builder.text(3, 1, '创新能力').text(3, 2, '维度权重').number(3, 5, 0.3, '0%');
    builder.text(4, 1, '品牌建设');
    builder.text(5, 1, '空气质量指标').text(5, 2, '参数').text(5, 5, '优良天数比例');
    builder.text(8, 1, '').text(8, 2, '').text(8, 3, '注：按厅长办公会纪要。');
    builder.merge({ top: 3, left: 2, bottom: 4, right: 2 });
    return { name: '权重与参数', grid: builder.build(), hidden: false, owned: false };
  }
  const sheets = [own()];

  test('keeps its layout: values go where they stand, missing rows below everything', () => {
    const change = changesOf(sheets, [
      { id: 'dimension:innovation', text: '35' },
      { id: 'dimension:brand', text: '10' },
      { id: 'parameter:land_review_months', text: '12' },
      { id: 'dimension:debt', text: '5' },
    ]);
    if (!('changes' in change)) throw new Error('a sheet was made');
    expect(change.changes.cells).toEqual([
      { row: 3, column: 5, value: 0.35 },
      { row: 4, column: 5, value: 10, numberFormat: 'General' },
      { row: 9, column: 2, value: '参数' },
      { row: 9, column: 1, value: '节约集约用地考核评价周期' },
      { row: 9, column: 4, value: '月' },
      { row: 9, column: 5, value: 12, numberFormat: 'General' },
      { row: 10, column: 2, value: '维度权重' },
      { row: 10, column: 1, value: '新增债务' },
      { row: 10, column: 5, value: 5, numberFormat: 'General' },
    ]);
    const settings = settingsOf(pack, after(sheets, change));
    expect(settings.dimensionWeights.get('innovation')?.value).toBe(35);
    expect(settings.dimensionWeights.get('brand')?.value).toBe(10);
    expect(settings.dimensionWeights.get('debt')?.value).toBe(5);
    expect(settings.parameters.get('land_review_months')?.value).toBe(12);
    expect(settings.parameters.get('air_indicator')?.value).toBe('优良天数比例');
  });

  test('nothing is appended inside of a merged area that goes on below the last cell', () => {
    const builder = new GridBuilder();
    builder.text(0, 0, '类别').text(0, 1, '名称').text(0, 2, '数值').text(1, 0, '参数');
    builder.merge({ top: 1, left: 0, bottom: 6, right: 0 });
    const change = changesOf(
      [{ name: '权重与参数', grid: builder.build(), hidden: false, owned: false }],
      [{ id: 'dimension:debt', text: '5' }],
    );
    expect('changes' in change && change.changes.cells[0]).toMatchObject({ row: 7, column: 0, value: '维度权重' });
  });

  test('a cell inside of a merged area is locked', () => {
    const builder = new GridBuilder();
    builder.text(0, 0, '类别').text(0, 1, '名称').text(0, 2, '数值');
    builder.text(1, 0, '维度权重').text(1, 1, '创新能力').number(1, 2, 50);
    builder.text(2, 0, '维度权重').text(2, 1, '品牌建设');
    builder.merge({ top: 1, left: 2, bottom: 2, right: 2 });
    const merged = [{ name: '权重与参数', grid: builder.build(), hidden: false, owned: false }];
    const field = fieldsOf(settingsForm(pack, units, merged)).find(({ id }) => id === 'dimension:brand');
    expect(field?.locked).toContain('C3');
    expect(refusedBy(() => changesOf(merged, [{ id: 'dimension:brand', text: '1' }]))).toEqual(['locked-field']);
  });

  test('taking back puts every former cell back, formulas and formats too', () => {
    const builder = new GridBuilder();
    builder.text(0, 0, '类别').text(0, 1, '名称').text(0, 2, '数值');
    builder.text(1, 0, '维度权重').text(1, 1, '创新能力').number(1, 2, 30).formula('10*3');
    builder.text(2, 0, '参数').text(2, 1, '五年行动起算日').number(2, 2, 42369, 'yyyy-mm-dd');
    builder.text(3, 0, '参数').text(3, 1, '示范开发区数量').text(3, 2, '十');
    const before = [{ name: '权重与参数', grid: builder.build(), hidden: false, owned: false }];
    const change = changesOf(before, [
      { id: 'dimension:innovation', text: '35' },
      { id: 'parameter:plan_start', text: '2016-11-16' },
      { id: 'parameter:demonstration_count', text: '' },
      { id: 'dimension:debt', text: '5' },
    ]);
    if (!('changes' in change)) throw new Error('a sheet was made');
    const then = carriedOut(before, change.changes);
    expect(settingsOf(pack, then).parameters.get('plan_start')?.value).toBe('2016-11-16');
    expect(then[0]!.grid.formula(1, 2)).toBeUndefined();
    const back = carriedOut(then, change.back);
    expect(saysTheSame(back[0]!.grid, before[0]!.grid)).toBe(true);
    expect(back[0]!.grid.formula(1, 2)).toBe('10*3');
    expect(back[0]!.grid.format(2, 2)).toBe('yyyy-mm-dd');
    // Somebody typed meanwhile.
    const other = carriedOut(then, { sheet: '权重与参数', cells: [{ row: 1, column: 2, value: 36 }], expected: [] });
    expect(() => carriedOut(other, change.back)).toThrow('is not');
  });

  test('a formula is told before it is replaced', () => {
    const builder = new GridBuilder();
    builder.text(0, 0, '类别').text(0, 1, '名称').text(0, 2, '数值');
    builder.text(1, 0, '维度权重').text(1, 1, '创新能力').number(1, 2, 30).formula('10*3');
    const form = settingsForm(pack, units, [{ name: '权重与参数', grid: builder.build(), hidden: false, owned: false }]);
    expect(fieldsOf(form).find(({ id }) => id === 'dimension:innovation')).toMatchObject({ text: '30', formula: true });
  });

  test('without a header nothing can be entered, and the form says so', () => {
    const lacking = [sheetOf('权重与参数', [['创新能力', 30]])];
    expect(settingsForm(pack, units, lacking).locked?.message).toContain('没有找到表头');
    expect(refusedBy(() => changesOf(lacking, [{ id: 'dimension:innovation', text: '1' }]))).toEqual(['parameters-no-header']);
  });

  test('weights of contents that the user adds stand in their rows', () => {
    const added = [
      sheetOf('权重与参数', [
        ['类别', '名称', '数值', '所属维度', '方向'],
        ['维度权重', '创新能力', 60],
        ['增设维度', '改革创新', null],
        ['增设指标', '改革得分', null, '改革创新', '越高越好'],
      ]),
    ];
    const form = settingsForm(pack, units, added);
    const own = fieldsOf(form).filter((field) => 'own' in field && field.own && refOf(field.id).group === undefined);
    expect(own.map(({ title, cell: at }) => [title, at])).toEqual([
      ['改革创新', 'C3'],
      ['改革得分', 'C4'],
    ]);
    const then = after(added, changesOf(added, [{ id: own[0]!.id, text: '40' }]));
    expect(cell(then, 2, 2)).toBe('40');
    expect(settingsOf(pack, then).dimensionWeights.get('own_dimension_1')?.value).toBe(40);
  });
});

describe('weights by group', () => {
  const entries = [
    { id: 'dimension:innovation:国家级', text: '60' },
    { id: 'dimension:ecology:国家级', text: '40' },
    { id: 'indicator:new_debt:省级', text: '100' },
  ];
  const read = (sheets: readonly SheetGrid[]) => {
    const { groupWeights } = settingsOf(pack, sheets);
    return [...(groupWeights ?? [])].flatMap(([group, { dimension, indicator }]) =>
      [...dimension, ...indicator].map(([key, { value, cell: at }]) => [group, key, value, at]),
    );
  };

  test('a new sheet has a column for each group that is given weights', () => {
    const made = after([], changesOf([], [...entries, { id: 'dimension:innovation:东部', text: '' }]));
    const header = Array.from(made[0]!.grid.filled(2), (column) => made[0]!.grid.text(2, column));
    expect(header).toEqual(['类别', '名称', '数值', '单位', '权重：国家级', '权重：省级', '原权重', '说明']);
    expect(read(made).map(([group, key, value]) => [group, key, value])).toEqual([
      ['国家级', 'innovation', 60],
      ['国家级', 'ecology', 40],
      ['省级', 'new_debt', 100],
    ]);
  });

  test('on a sheet that is there a group gets a column behind the last, once; taking back empties it', () => {
    const before = [
      sheetOf('权重与参数', [
        ['类别', '名称', '数值', '权重：省级'],
        ['维度权重', '创新能力', 50, 30],
      ]),
    ];
    const change = changesOf(before, entries);
    if (!('changes' in change)) throw new Error('a sheet was made');
    const then = carriedOut(before, change.changes);
    expect(then[0]!.grid.text(0, 4)).toBe('权重：国家级');
    expect(read(then)).toEqual([
      ['国家级', 'innovation', 60, '权重与参数!E2'],
      ['国家级', 'ecology', 40, '权重与参数!E3'],
      ['省级', 'innovation', 30, '权重与参数!D2'],
      ['省级', 'new_debt', 100, '权重与参数!D4'],
    ]);
    expect(settingsOf(pack, then).dimensionWeights.get('innovation')?.value).toBe(50);
    expect(saysTheSame(carriedOut(then, change.back)[0]!.grid, before[0]!.grid)).toBe(true);
  });

  test('what takes nothing away from a sheet that has no such column adds none', () => {
    const before = [
      sheetOf('权重与参数', [
        ['类别', '名称', '数值'],
        ['维度权重', '创新能力', 50],
      ]),
    ];
    const change = changesOf(before, [{ id: 'dimension:innovation:省级', text: '' }]);
    expect('changes' in change && change.changes.cells).toEqual([]);
  });

  test('a group of the added rows stands in their rows', () => {
    const added = [
      sheetOf('权重与参数', [
        ['类别', '名称', '数值', '权重：省级'],
        ['增设维度', '改革创新', null, 40],
      ]),
    ];
    expect(read(added)).toEqual([['省级', 'own_dimension_1', 40, '权重与参数!D2']]);
    const then = after(added, changesOf(added, [{ id: 'dimension:own_dimension_1:省级', text: '30' }]));
    expect(read(then)).toEqual([['省级', 'own_dimension_1', 30, '权重与参数!D2']]);
  });
});

test.each<[string, string, string]>([
  ['dimension:innovation:省级', '-1', 'negative-weight'],
  ['dimension:innovation:县级', '1', 'unknown-field'],
  ['parameter:demonstration_count', '2.5', 'parameter-not-integer'],
  ['parameter:demonstration_count', '0', 'parameter-out-of-range'],
  ['parameter:demonstration_count', '约十家', 'parameter-not-number'],
  ['parameter:air_indicator', 'PM10', 'parameter-not-choice'],
  ['parameter:land_review_last', '2016-02-30', 'parameter-not-date'],
  ['dimension:innovation', '-1', 'negative-weight'],
  ['dimension:innovation', '三十', 'parameter-not-number'],
  ['dimension:nothing', '1', 'unknown-field'],
])('%s = %s is refused as the sheet would be: %s', (id, text, code) =>
  expect(refusedBy(() => changesOf([], [{ id, text }]))).toEqual([code]),
);

test('in a cell that shows shares a number stands as its share', () => {
  const sheets = [settingsSheet(pack, { dimensions: { innovation: percent(0.3) } })];
  const field = fieldsOf(settingsForm(pack, units, sheets)).find(({ id }) => id === 'dimension:innovation');
  expect(field?.text).toBe('30');
  const then = after(sheets, changesOf(sheets, [{ id: 'dimension:innovation', text: '35' }]));
  expect(cell(then, 1, 2)).toBe('0.35');
  expect(settingsOf(pack, then).dimensionWeights.get('innovation')?.value).toBe(35);
});

/** A value that the field takes, as it is typed. */
function valid(field: FormField | FormParameter): fc.Arbitrary<string> {
  if (!('parameter' in field)) return fc.integer({ min: 0, max: 10_000 }).map((hundredths) => String(hundredths / 100));
  const { parameter } = field;
  const choices = choicesOf(parameter);
  if (choices.length > 0) return fc.constantFrom(...choices);
  if (parameter.kind === 'text')
    return fc
      .string({ minLength: 1, maxLength: 20 })
      .map((text) => text.trim())
      .filter((text) => text !== '');
  if (parameter.kind === 'date')
    return fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  const { low = -1000, high = 100_000 } = rangeOf(parameter);
  if (parameter.kind !== 'number') return fc.integer({ min: Math.ceil(low), max: Math.floor(high) }).map(String);
  return fc.integer({ min: Math.ceil(low * 100), max: Math.floor(high * 100) }).map((hundredths) => String(hundredths / 100));
}

describe.each(packs.map((one) => [one.pack, one] as const))('%s', (_, of) => {
  // Comparisons are all of a group or none; they have tests of their own.
  const fields = fieldsOf(settingsForm(of, units, [])).filter(({ id }) => !['pair', 'weighting'].includes(refOf(id).kind));
  const entries = fc
    .uniqueArray(fc.constantFrom(...fields), { minLength: 1, maxLength: 12, selector: ({ id }) => id })
    .chain((some) =>
      fc.tuple(...some.map((field) => fc.record({ id: fc.constant(field.id), text: fc.oneof(valid(field), fc.constant('')) }))),
    );
  const starts: readonly (readonly SheetGrid[])[] = [
    [],
    [sheetOf('权重与参数', [['类别', '名称', '数值', '单位', '原权重', '说明']])],
    after([], settingsChange(of, units, [], [], 2016)),
  ];

  test('what is entered is what the reader reads, whatever sheet is there, and the form then shows it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...starts), entries, (sheets, some) => {
        const then = after(sheets, settingsChange(of, units, sheets, some, 2016));
        const settings = settingsOf(of, then);
        // Weights may differ by one column alone, and these are of any.
        expect(settings.problems.filter(({ code }) => code !== 'weights-group-unknown')).toEqual([]);
        const form = fieldsOf(settingsForm(of, units, then));
        for (const { id, text } of some) {
          const field = fields.find((one) => one.id === id)!;
          const { kind, key, group } = refOf(id);
          const read = checkEntry(field, text);
          const value = 'value' in read ? read.value : undefined;
          const { parameters, dimensionWeights, indicatorWeights, oldWeights, groupWeights } = settings;
          const stored =
            group !== undefined
              ? groupWeights?.get(group)?.[kind === 'dimension' ? 'dimension' : 'indicator'].get(key)
              : kind === 'parameter'
                ? parameters.get(key)
                : { dimension: dimensionWeights, indicator: indicatorWeights, old: oldWeights, pair: NONE, weighting: NONE }[kind].get(key);
          if (value === undefined) expect(stored?.cell).toBeUndefined();
          else expect(stored?.value).toBe(value);
          expect(form.find((one) => one.id === id)?.text).toBe(value === undefined ? '' : String(value));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('sheet → form → sheet changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...starts), entries, (sheets, some) => {
        const then = after(sheets, settingsChange(of, units, sheets, some, 2016));
        const same = fieldsOf(settingsForm(of, units, then)).flatMap(({ id, text, cell: at }) => (at === undefined ? [] : [{ id, text }]));
        const again = after(then, settingsChange(of, units, then, same, 2016));
        expect(saysTheSame(again.at(-1)!.grid, then.at(-1)!.grid)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('taking back gives the sheet as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...starts.slice(1)), entries, entries, (sheets, some, more) => {
        const before = after(sheets, settingsChange(of, units, sheets, some, 2016));
        const change = settingsChange(of, units, before, more, 2016);
        if (!('changes' in change)) throw new Error('a sheet was made');
        const back = carriedOut(carriedOut(before, change.changes), change.back);
        expect(saysTheSame(back[0]!.grid, before[0]!.grid)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
