import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleWorkbook } from '../../../assets/samples/example-workbook';
import type { Assessment } from '../../../src/core/assess';
import type { Pack } from '../../../src/core/pack/schema';
import type { Plan, SheetPlan } from '../../../src/core/plan';
import type { ResultRow } from '../../../src/core/result';
import { FICTION } from '../../../src/core/words/check';
import { handOutWords as words } from '../../../src/core/words/hand-out';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { loadPackText } from '../../../src/packs/pack-text';
import { packOf, sharedWords, units } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { settingsSheet, tableSheet, type Row } from '../../packs/sheets';
import { smallPack } from '../../packs/small/small-packs';
import { draft, valid, type Draft } from '../pack/small-pack';
import { valueAt } from '../report/plan-markdown';
import { smallBooks } from '../report/small-books';

const sheetOf = ({ plan }: Assessment, name: string): SheetPlan | undefined => plan?.sheets.find((sheet) => sheet.name === name);

/** Rows of the public list, cell by cell. */
const listOf = (run: Assessment): string[][] =>
  (sheetOf(run, words.list)?.head ?? []).map((row) => row.map(({ value }) => String(value ?? '')));

/** Paragraphs of the notice. */
const textOf = (run: Assessment): string[] => (sheetOf(run, words.notice)?.head ?? []).map(([cell]) => String(cell?.value ?? ''));

const readingsOf = (run: Assessment): string[] => {
  const sheet = sheetOf(run, words.notice);
  return sheet?.body[0] ? Array.from({ length: sheet.bodyRows }, (_, row) => valueAt(sheet.body[0]!, row)) : [];
};

/** What the table of contents says of a sheet that was not made. */
const unmade = (run: Assessment, name: string): string | undefined => {
  const row = run.plan?.sheets[0]?.head.find(([first, , link]) => first?.value === name && link === undefined);
  return row === undefined ? undefined : String(row[1]?.value);
};

const isDecided = ({ rank, places }: ResultRow): boolean => rank !== null && places?.[0] === rank && places[1] === rank;

/** Every place that the two sheets tell, against the JSON: the same number of the same zone, and decided. */
function expectTrue(run: Assessment): void {
  const rows = run.result.rankings.flatMap(({ rows: all }) => all);
  const isPlace = (subject: string, rank: number): boolean =>
    rows.some((row) => row.subject === subject && row.rank === rank && isDecided(row));
  for (const [rank, subject] of listOf(run).filter(([first]) => /^\d+$/u.test(first!)))
    expect([subject, isPlace(subject!, Number(rank))]).toEqual([subject, true]);
  for (const line of readingsOf(run)) {
    const subject = line.split('：')[0]!;
    for (const [, rank] of line.matchAll(/第(\d+)位/gu)) expect([line, isPlace(subject, Number(rank))]).toEqual([line, true]);
  }
  for (const [, subject, rank] of textOf(run)
    .join('\n')
    .matchAll(/([^、：（）\n]+)（(?:并列)?第(\d+)名）/gu))
    expect([subject, isPlace(subject!, Number(rank))]).toEqual([subject, true]);
}

const lists = smallPack('lists');
const zone = (name: string, region: string, level: string, output: number | null, energy: number | null): Row => ({
  zone: `${name}区`,
  ...{ region, level, output, energy },
});
const many = [
  zone('东一', '东部', '国家级', 1000, 0.2),
  zone('东二', '东部', '国家级', 800, 0.4),
  zone('东三', '东部', '省级', 500, 0.6),
  zone('东四', '东部', '省级', 600, 0.7),
  zone('西一', '西部', '省级', 0, 1.2),
];
const run = (rows: readonly Row[], pack: Pack = lists): Assessment => assessed(pack, [tableSheet(pack, 'indicators', rows)]);

describe.each(smallBooks.map((book) => [book.pack.pack, book] as const))('%s', (_, book) => {
  const result = assessed(book.pack, book.sheets);

  test('tells no place but those that the result has, and that are decided', () => {
    expectTrue(result);
  });

  test('has no colour, no score and no measure on the list; upright, one page wide', () => {
    const sheet = sheetOf(result, words.list);
    if (!sheet) return;
    const { styles } = result.plan as Plan;
    const used = sheet.head.flat().map(({ style }) => styles[style!]!);
    expect(used.filter(({ fill, color, size }) => fill !== undefined || color !== undefined || (size ?? 0) < 10.5)).toEqual([]);
    expect(sheet).toMatchObject({ landscape: false });
    expect(sheet.pagesWide ?? 1).toBe(1);
    expect(String(sheet.head[sheet.repeatRows!.first]![0]!.value)).toBe(words.order);
    expect(listOf(result).flat().join('')).not.toMatch(/得分|处理|警示|约谈/u);
  });

  test('weights that are nobody’s are for no publication', () => {
    for (const rows of [listOf(result), textOf(result).map((text) => [text])])
      if (rows.length > 0) expect(rows.slice(1, 3).flat()).toContain(words.trial);
  });
});

test('ties are remarked, two levels are two parts, no year before is no movement', () => {
  const result = run(many);
  expect(listOf(result).slice(0, 3)).toEqual([
    ['开发区综合考核评价结果（〔    〕年度）'],
    [words.order, '开发区名称', words.remark],
    ['全部开发区'],
  ]);
  expect(listOf(result).filter(([, name]) => name === '东三区')).toEqual([
    ['3', '东三区', words.tied],
    ['3', '东三区', words.tied],
  ]);
  expect(
    listOf(result)
      .filter(({ length }) => length === 1)
      .flat(),
  ).toEqual(['开发区综合考核评价结果（〔    〕年度）', '全部开发区', '国家级开发区', '东部地区', '西部地区']);
  expect(textOf(result).join('\n')).not.toMatch(/上年|上升/u);
  expect(textOf(result)).toContain('　　依据第一部分，东一区、东二区、东三区、东四区列入“约谈（东部）”，予以约谈。');
  expectTrue(result);
});

test('where a whole class waits, it is not said that others do besides', () => {
  const result = run([...many.slice(0, 3), zone('西一', '西部', '省级', null, 1), zone('西二', '西部', '省级', 100, null)]);
  const list = listOf(result).flat();
  expect(list[list.indexOf('西部地区') + 1]).toBe(words.waiting(2, false));
  expect(list).toContain('2家因数据待补，名次未定，暂不列入。');
});

test('a zone without data is counted and not named', () => {
  const result = run([...many, zone('西二', '西部', '省级', null, null)]);
  expect(listOf(result).flat().join('')).not.toContain('西二区');
  expect(textOf(result).join('') + readingsOf(result).join('')).not.toContain('西二区');
  expect(textOf(result).find((text) => text.includes('根据'))).toContain('有5家的名次（全部或部分）待数据补齐后核定，本通报不列其名次');
  expect(
    listOf(result)
      .flat()
      .filter((text) => text.startsWith('另有')).length,
  ).toBeGreaterThan(0);
  expectTrue(result);
});

test('of three zones or fewer nobody is among the first three, of five three are', () => {
  const result = run(many.slice(0, 3));
  expect(textOf(result)).toContain('　　全部开发区名次如下：东一区（第1名）、东二区（第2名）、东三区（第3名）。');
  expect(readingsOf(result)).toHaveLength(3);
  expect(textOf(run(many))).toContain(
    '　　全部开发区居前3名的有：东一区（第1名）、东二区（第2名）、东三区（并列第3名）、东四区（并列第3名）。',
  );
});

test('where no place is decided neither is made, and the contents say what they wait for', () => {
  const result = run(many.map((row) => ({ ...row, energy: null })).map((row, at) => (at === 0 ? row : { ...row, output: null })));
  expect([sheetOf(result, words.list), listOf(result)]).toEqual([undefined, []]);
  expect(unmade(result, words.list)).toBeTruthy();
});

test.each([
  [3000, true],
  [3001, false],
])('of %i places a list is made: %s', (count, isMade) => {
  const rows = Array.from({ length: count }, (_, at) => zone(`第${at}`, '东部', '省级', at, 1));
  const result = run(rows, { ...lists, rankings: { all: lists.rankings['all']! }, rules: {}, sheets: [] });
  expect([sheetOf(result, words.list) !== undefined, unmade(result, words.list) === undefined]).toEqual([isMade, isMade]);
  expect(sheetOf(result, words.notice)).toBeDefined();
});

test('a comparison for the department alone is on its ranking sheet, and not handed out', () => {
  const pack = { ...lists, rankings: { ...lists.rankings, east: { ...lists.rankings['east']!, hand_out: false as const } } };
  const result = run(many, pack);
  expect(sheetOf(result, '东部地区')).toBeDefined();
  expect(listOf(result).flat()).not.toContain('东部地区');
  expect(textOf(result).join('')).not.toContain('东部地区居前');
  expect(readingsOf(result)[0]).toContain('东部地区第1位');
});

test('a ranking whose lists all stand for another choice is no result', () => {
  const pack = packOf('shaanxi-2015');
  const { sheets } = smallBooks.find((book) => book.pack === pack)!;
  const other = assessed(pack, [...sheets.slice(0, -1), settingsSheet(pack, { parameters: { grouping: '合并', praise_together: 1 } })]);
  expect(listOf(assessed(pack, sheets)).flat().join('')).not.toContain('合并');
  expect(listOf(other).flat().join('')).not.toMatch(/^国家级经开区$/u);
});

test('movement is told within one list a level; one list through all levels says nothing of it', () => {
  const data = draft();
  const { output } = data.indicators as Record<string, Draft>;
  const pack = valid({
    ...data,
    dimensions: { scale: { title: '规模' } },
    indicators: { output: { ...output, dimension: 'scale' } },
    rankings: { province: { title: '省级排名', population: { level: ['省级'] } } },
    rules: {
      moved: {
        kind: 'movement',
        title: '进位',
        ranking: 'province',
        earlier: { table: 'ranks', rank: 'rank' },
        up_at_least: 9,
        clause: '一·产值',
      },
    },
    sheets: [],
  });
  const names = ['甲区', '乙区', '丙区', '丁区'];
  const said = (before: readonly number[]): string => {
    const main: Row[] = [60, 90, 80, 70].map((value, at) => ({ zone: names[at]!, level: at < 2 ? '省级' : '国家级', output: value }));
    const earlier: Row[] = before.map((rank, at) => ({ zone: names[at]!, rank }));
    const result = assessed(pack, [tableSheet(pack, 'indicators', main), tableSheet(pack, 'ranks', earlier)]);
    expectTrue(result);
    return [...textOf(result), ...readingsOf(result)].join('\n');
  };
  expect(said([1, 2, 1, 2])).toContain('乙区：省级第1位，较上年上升1位');
  expect(said([3, 4, 1, 2])).not.toMatch(/上年|上升/u);
});

describe('the example province', () => {
  const file = join(__dirname, '../../../assets/packs/example-province.yaml');
  const pack = loadPackText(readFileSync(file, 'utf8'), 'example-province.yaml', units, sharedWords).pack!;
  let result: Assessment;
  beforeAll(async () => {
    result = assessed(pack, await openXlsx(exampleWorkbook()).read(), '2025-03-01');
  });

  test('grades stand beside the places, weights of the document need no caution, fiction stays marked', () => {
    const rows = listOf(result);
    expect(rows.slice(0, 3)).toEqual([
      ['示例省开发区综合考核评价结果（2024年度）'],
      [FICTION],
      [words.order, '开发区名称', '等次', words.remark],
    ]);
    expect(rows.flat()).not.toContain(words.trial);
    expect(rows).toContainEqual(['1', '海岳经济技术开发区', '优秀', '']);
    expectTrue(result);
  });

  test('a grade that repeats is one merged cell, and says of each zone what the JSON says', () => {
    const { head } = sheetOf(result, words.list)!;
    const graded = result.result.rankings.flatMap(({ rows }) => rows).filter(({ grades }) => grades);
    let [grade, left] = ['', 0];
    let merged = 0;
    for (const [rank, name, cell] of head) {
      if (!cell || !/^\d+$/u.test(String(rank!.value))) continue;
      if (left === 0) [grade, left] = [String(cell.value), cell.down ?? 1];
      else expect(cell.value).toBe('');
      left--;
      if (cell.down) merged++;
      if (grade === '') continue;
      const told = graded.filter(({ subject, rank: place }) => subject === name!.value && place === rank!.value);
      expect(told.flatMap(({ grades }) => Object.values(grades!).map((one) => one.grade))).toContain(grade);
    }
    expect([left, merged > 0]).toEqual([0, true]);
  });

  test('the notice names the best grade, who moved up, single items and, last, the measures', () => {
    const text = textOf(result);
    expect(text).toContain('　　国家级开发区等次为“优秀”的有1家：海岳经济技术开发区。');
    expect(text.find((one) => one.includes('省级乙类地区名次与上年可比'))).toContain('望海经济开发区（上升5位）');
    expect(text.find((one) => one.startsWith('　　“实际使用外资单项”'))).toContain('居前3名');
    const measure = text.findIndex((one) => one.includes('依据第八部分'));
    expect(measure).toBeGreaterThan(text.findIndex((one) => one.includes('单项情况')));
    expect(text[measure]).toContain('予以警示');
    expect(readingsOf(result)).toContain('望海经济开发区：省级开发区第1位，较上年上升10位；省级乙类地区第1位，较上年上升5位，等次为优秀。');
  });

  test('every measure is a finding’s, word by word, of zones that are listed for sure', () => {
    const said = textOf(result).filter((text) => text.startsWith('　　依据'));
    for (const text of said) {
      const of = result.result.findings.filter(
        ({ consequence, certainty }) => consequence !== null && certainty === 'certain' && text.includes(consequence),
      );
      const names = /，(.+?)列入/u.exec(text)![1]!.split('、');
      for (const name of names) expect(of.map(({ subject }) => subject)).toContain(name);
    }
    expect(said.length).toBeGreaterThan(0);
  });
});
