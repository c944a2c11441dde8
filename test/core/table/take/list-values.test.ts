import { nearestValue } from '../../../../src/core/table/take/nearest-value';
import { check } from '../../../../src/core/checked';
import { loadPack } from '../../../../src/core/pack/load';
import { packs, sharedWords, units } from '../../../packs/built-in';
import { inputOf } from '../../../packs/run';
import { tableSheet, type Row } from '../../../packs/sheets';
import { draft, valid } from '../../pack/small-pack';

const pack = valid(draft());
const read = (...rows: Row[]) => {
  const { figures, problems } = check(inputOf(pack, [tableSheet(pack, 'indicators', rows)]));
  return { texts: (column: string) => figures.column('indicators', column)?.texts, problems };
};

test('every shared spelling that a column of a built-in pack accepts is read as its value', () => {
  for (const one of packs)
    for (const [value, spellings] of Object.entries(one.words.spellings))
      expect([value, spellings]).toEqual([value, sharedWords.spellings[value]]);
  const { texts, problems } = read(
    ...['国家级经开区', '国家级经济技术开发区', '国 家', '省级开发区'].map((level, at) => ({ zone: `第${at}`, level, lawful: '√' })),
  );
  expect(texts('level')).toEqual(['国家级', '国家级', '国家级', '省级']);
  expect(texts('lawful')).toEqual(['是', '是', '是', '是']);
  expect(problems.filter(({ code }) => code === 'not-in-list')).toEqual([]);
});

test('an unknown text is asked once, with all its cells and a proposal, and the row stays', () => {
  const { texts, problems } = read(
    { zone: '甲', level: '国家级重点' },
    { zone: '乙', level: '省级' },
    { zone: '丙', level: '国家级重点' },
    { zone: '丁', level: '保税区' },
  );
  expect(texts('level')).toEqual(['', '省级', '', '']);
  const asked = problems.filter(({ code }) => code === 'not-in-list');
  expect(asked.map(({ severity, cell }) => [severity, cell])).toEqual([
    ['error', 'B2'],
    ['error', 'B5'],
  ]);
  expect(asked[0]?.message).toContain('B2、B4');
  expect(asked[0]?.nextStep).toContain('按“国家级”计');
  expect(asked[1]?.nextStep).not.toContain('计');
});

test.each([
  ['国家级高新区', '国家级'],
  ['省级经济开发', '省级'],
  ['国家', '国家级'],
  ['保税区', undefined],
  ['级', undefined],
])('%s is nearest to %p', (text, value) => {
  expect(nearestValue(text, ['国家级', '省级'], new Map())).toBe(value);
});

test('blank cells of a required column are one problem that names them', () => {
  const required = valid(draft());
  const column = required.tables.indicators!.columns.level!;
  const strict = {
    ...required,
    tables: {
      ...required.tables,
      indicators: {
        ...required.tables.indicators!,
        columns: { ...required.tables.indicators!.columns, level: { ...column, required: true } },
      },
    },
  };
  const rows = [
    { zone: '甲', level: null },
    { zone: '乙', level: '省级' },
    { zone: '丙', level: '—' },
  ];
  const { problems } = check(inputOf(strict, [tableSheet(strict, 'indicators', rows)]));
  expect(problems.filter(({ code }) => code === 'required-blank').map(({ severity, cell, message }) => [severity, cell, message])).toEqual([
    ['warning', 'B2', expect.stringContaining('B2、B4')],
  ]);
});

test.each([
  ['spelling-of-nothing', { 市级: ['市'] }],
  ['spelling-twice', { 国家级: ['省级'] }],
  ['spelling-twice', { 国家级: ['重点'], 省级: ['重 点'] }],
])('lint refuses %s: %p', (code, spellings) => {
  const data = draft() as { tables: { indicators: { columns: { level: object } } } };
  data.tables.indicators.columns.level = { header: ['级别'], kind: 'list', values: ['国家级', '省级'], spellings };
  expect(loadPack(data, 'x', units, sharedWords).problems.map((problem) => problem.code)).toContain(code);
});
