import { reportWords } from '../../../src/core/words/report';
import { packOf } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { settingsSheet, tableSheet } from '../../packs/sheets';

const pack = packOf('shandong-2016');
const zones = tableSheet(
  pack,
  'indicators',
  ['甲', '乙', '丙', '丁'].map((name, at) => ({
    zone: `${name}经济开发区`,
    level: '省级',
    staff: 1000,
    master: 10 + at,
    specialist: 100 - at,
    skilled: 50 + 2 * at,
    training: at + 1,
    energy: 0.5 + at / 10,
    water: 9 - at,
    fdi: 1 + at,
    new_debt: 5 - at,
  })),
  { units: { fdi: '亿美元' } },
);
const dimensions = {
  innovation: 30,
  brand: 0,
  ecology: 30,
  intellectual_property: 0,
  investment_climate: 20,
  debt: 20,
  safety: 0,
};
const ground = {
  weights_document: '山东省省级经济开发区综合发展水平评价办法',
  weights_number: '鲁商字〔2017〕5号',
  weights_date: '2017-02-01',
};
const LINE = '权重依据：《山东省省级经济开发区综合发展水平评价办法》（鲁商字〔2017〕5号，2017-02-01）。';

function run(settings: Parameters<typeof settingsSheet>[1]) {
  const { result, plan } = assessed(pack, [zones, settingsSheet(pack, settings)]);
  const heads = plan!.sheets.map(({ name, head }) => ({ name, lines: head.map(([cell]) => String(cell?.value ?? '')) }));
  const overview = plan!.sheets[0]!.head.flat().map(({ value }) => value);
  return { result, heads, overview, codes: result.problems.map(({ code }) => code) };
}
const withLine = (heads: ReturnType<typeof run>['heads'], line: string): string[] =>
  heads.filter(({ lines }) => lines.includes(line)).map(({ name }) => name);

test('weights and their document: every sheet that rests on weights names it in place of the warning', () => {
  const before = run({ dimensions });
  const after = run({ dimensions, parameters: ground });
  const warned = withLine(before.heads, reportWords.basis.user_weights);
  expect(warned).toEqual(expect.arrayContaining(['省级经开区综合排名', '通报警示名单（后3位）']));
  expect(withLine(after.heads, LINE)).toEqual(warned);
  expect(withLine(after.heads, reportWords.basis.user_weights)).toEqual([]);
  expect(before.overview).toContain(reportWords.basis.user_weights);
  expect(after.overview).toContain(LINE);
  expect(after.codes.filter((code) => code.startsWith('weights-ground'))).toEqual([]);
});

test('JSON names the document, and null for what is not said', () => {
  expect(run({ dimensions }).result.weightsBasis).toBeNull();
  expect(run({ dimensions, parameters: ground }).result.weightsBasis).toEqual({
    name: ground.weights_document,
    number: ground.weights_number,
    date: ground.weights_date,
  });
  expect(run({ dimensions, parameters: { weights_document: '《评价办法》' } }).result.weightsBasis).toEqual({
    name: '《评价办法》',
    number: null,
    date: null,
  });
});

test('a title in its marks keeps them, and nothing stands in brackets where there is nothing', () => {
  const { heads } = run({ dimensions, parameters: { weights_document: '《评价办法》' } });
  expect(withLine(heads, '权重依据：《评价办法》。')).toContain('省级经开区综合排名');
});

test('a number without the name of the document is told, and the warning stays', () => {
  const { heads, codes, result } = run({ dimensions, parameters: { weights_number: ground.weights_number } });
  expect(withLine(heads, reportWords.basis.user_weights)).toContain('省级经开区综合排名');
  expect(codes).toContain('weights-ground-nameless');
  expect(result.weightsBasis).toBeNull();
});

test('a document without weights is told, and the trial with equal weights still says what it is', () => {
  const { heads, codes, result } = run({ parameters: ground });
  expect(withLine(heads, reportWords.basis.equal_weights_trial)).toContain('省级经开区综合排名');
  expect(codes).toContain('weights-ground-idle');
  expect(result.weightsBasis).toBeNull();
});
