import { assess, type Assessment } from '../../../src/core/assess';
import { cards as makeCards, MOST_CARDS } from '../../../src/core/card/cards';
import type { PlanCell, SheetPlan } from '../../../src/core/plan';
import type { ResultRanking, ResultRow } from '../../../src/core/result';
import type { SheetChoices } from '../../../src/core/sheet-choices';
import { pageOf } from '../../../src/core/report/print-fit';
import { cardWords as words } from '../../../src/core/words/card';
import { faceWords } from '../../../src/core/words/faces';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { sampleBytes } from '../../app/sample';
import { packOf } from '../../packs/built-in';
import { inputOf } from '../../packs/run';
import { tableSheet } from '../../packs/sheets';
import { smallPack } from '../../packs/small/small-packs';
import { smallBooks, type SmallBook } from '../report/small-books';

const carded = ({ pack, sheets }: SmallBook, sheetChoices: SheetChoices = { cards: 'all' }): Assessment =>
  assess({ ...inputOf(pack, sheets, '2017-03-31'), cards: makeCards, sheetChoices });
const cardsOf = ({ plan }: Assessment): readonly SheetPlan[] => plan!.sheets.filter(({ face }) => face === 'card');

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const known = (values: readonly (number | null | undefined)[]): number[] => values.filter((value) => typeof value === 'number');
const textOf = (cell: PlanCell | undefined): string => String(cell?.value ?? '');

/** Rows of the table under a header, up to the next one. */
function tableUnder({ head }: SheetPlan, title: string): (readonly PlanCell[])[] {
  const at = head.findIndex(([first, second]) => first?.value === title && second !== undefined);
  if (at < 0) return [];
  const rows = head.slice(at + 1);
  const end = rows.findIndex((row) => row.length !== head[at]!.length || row[0]!.style === head[at]![0]!.style);
  return end < 0 ? rows : rows.slice(0, end);
}

/** A place by scores, as the JSON has them: how many are better, and whether others are alike. */
function placeBy(scores: readonly (number | null | undefined)[], own: number): string {
  const rounded = (score: number): number => Number(score.toFixed(9));
  const all = known(scores).map(rounded);
  return words.rank(
    all.filter((score) => score > rounded(own)).length + 1,
    all.filter((score) => score === rounded(own)).length > 1,
    all.length,
  );
}

function expectFigures(row: readonly PlanCell[], expected: readonly (number | string)[]): void {
  expected.forEach((value, at) => {
    const cell = row[at + 1]!.value;
    if (typeof value === 'string') expect([textOf(row[0]), cell]).toEqual([textOf(row[0]), value]);
    else expect(Number(cell)).toBeCloseTo(value, 9);
  });
}

/** Every figure of a card against the JSON. @returns how many rows were compared */
function compare(run: Assessment, card: SheetPlan, subject: string): number {
  const { pack } = run.checked;
  const inRankings = run.result.rankings.filter(({ by, rows }) => by === undefined && rows.some((row) => row.subject === subject));
  const rowOf = ({ rows }: ResultRanking): ResultRow => rows.find((row) => row.subject === subject)!;
  let compared = 0;
  for (const row of tableUnder(card, words.places)) {
    const totals = ({ rows }: ResultRanking): number[] => known(rows.map(({ total }) => total));
    const ranking = inRankings.find((one) => Math.abs(mean(totals(one)) - Number(row[2]!.value)) < 1e-9)!;
    const { total, rank, tied, places, lastRank } = rowOf(ranking);
    const ranked = ranking.rows.filter((one) => one.rank !== null);
    const place =
      rank === null
        ? words.unranked
        : places && places[0] !== places[1]
          ? words.open(rank, ...places)
          : words.rank(rank, tied, ranked.length);
    expectFigures(row, [total ?? '—', mean(totals(ranking)), ranked[0]!.total!, place]);
    if (typeof lastRank === 'number') expect(textOf(row[5])).toContain(`${lastRank}\u3000`);
    compared++;
  }
  const first = inRankings.find(({ id }) => pack.rankings[id]?.hand_out !== false && !pack.rankings[id]?.standard) ?? inRankings[0];
  if (!first) return compared;
  for (const row of tableUnder(card, words.dimensions)) {
    const [id] = Object.entries(pack.dimensions).find(([, { title }]) => title === textOf(row[0]))!;
    const all = first.rows.map(({ dimensions }) => dimensions[id]);
    const own = rowOf(first).dimensions[id]!;
    expectFigures(row, own === null ? ['—'] : [own, mean(known(all)), Math.max(...known(all)), placeBy(all, own)]);
    compared++;
  }
  for (const title of [words.strongest, words.weakest, words.indicators])
    for (const row of tableUnder(card, title)) {
      const named = textOf(row[0]);
      const [id] = Object.entries(pack.indicators).find(
        ([key, { title: own }]) => (named === own || named.startsWith(`${own}（`)) && first.rows[0]!.indicators[key],
      )!;
      const at = (one: ResultRow): { value: number | null; score: number | null } => one.indicators[id]!;
      const { value, score } = at(rowOf(first));
      const better = first.rows.map(at).filter((one) => one.score !== null && one.score > score! + 1e-9);
      const next = Math.min(...better.map((one) => one.score!));
      const distances = better.filter((one) => one.score! <= next + 1e-9).map((one) => Math.abs(one.value! - value!));
      const distance = better.length === 0 ? words.first : Math.min(...distances);
      const scores = first.rows.map((one) => at(one).score);
      expectFigures(row, [value!, mean(known(first.rows.map((one) => at(one).value))), distance, placeBy(scores, score!)]);
      compared++;
    }
  return compared;
}

/** The first row that a ranking has, so that a zone's own group is the first one that holds it. */
describe.each(smallBooks.map((book) => [book.pack.pack, book] as const))('%s', (_, book) => {
  const run = carded(book);

  test('has a card for every zone, and every figure on it is the JSON’s', () => {
    const subjects = run.checked.figures.tables.get(run.checked.pack.main_table)!.keys;
    const all = cardsOf(run);
    expect(all.map(({ name }) => name)).toEqual(subjects.map((subject) => words.sheet(subject)));
    const compared = all.map((card, at) => compare(run, card, subjects[at]!));
    expect(compared.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
  });

  test('changes nothing else', () => {
    const without = carded(book, {});
    expect(run.result).toEqual(without.result);
    expect(cardsOf(without)).toEqual([]);
    const others = (one: Assessment): string[] => one.plan!.sheets.filter(({ face }) => face !== 'card').map(({ name }) => name);
    expect(others(run)).toEqual(others(without));
  });
});

describe('a sample with 28 zones', () => {
  let run: Assessment;
  beforeAll(async () => {
    run = carded({ pack: packOf('shandong-2016'), sheets: await openXlsx(sampleBytes('shandong-2016')).read() });
  });

  test('tells on each card what the JSON has', () => {
    const { tables } = run.checked.figures;
    tables.get(run.checked.pack.main_table)!.keys.forEach((subject, at) => {
      expect(compare(run, cardsOf(run)[at]!, subject)).toBeGreaterThan(10);
    });
  });

  test('fits each on one upright page in type of at least nine points', () => {
    for (const { name, headHeights, widths, landscape, head } of cardsOf(run)) {
      expect([name, landscape]).toEqual([name, false]);
      expect(headHeights!.reduce<number>((sum, height) => sum + (height ?? 15), 0)).toBeLessThanOrEqual(755);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(pageOf(widths.length));
      const sizes = head.flat().map(({ style }) => run.plan!.styles[style!]!.size ?? 10.5);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9);
    }
  });

  test('says in words where the zone stands', () => {
    const sentences = textOf(
      cardsOf(run)[0]!
        .head.flat()
        .find(({ value }) => String(value).startsWith('在')),
    );
    expect(sentences).toMatch(/^在省级经开区24家中列第\d+名.*。综合得分[\d.]+分，/u);
  });

  test('has one line for all of them in the table of contents', () => {
    const [first] = cardsOf(run);
    const lines = run.plan!.sheets[0]!.head.flat().filter(({ link }) => link?.sheet.startsWith('体检·'));
    expect(lines.map(({ value }) => value)).toEqual([faceWords.cards(28, first!.name)]);
  });
});

const lists = smallPack('lists');
const zones = (count: number): SmallBook => ({
  pack: lists,
  sheets: [
    tableSheet(
      lists,
      'indicators',
      Array.from({ length: count }, (_, at) => ({
        zone: `第${at + 1}区`,
        region: '东部',
        level: '省级',
        output: at + 1,
        energy: 1 + (at % 7),
      })),
    ),
  ],
});
const unmade = ({ plan }: Assessment): string[][] =>
  plan!.sheets[0]!.head.filter(([first, , link]) => link === undefined && textOf(first).startsWith('体检')).map((row) => row.map(textOf));

test('a name that no zone has is told on the cover; the others have their cards', () => {
  const run = carded(zones(4), { cards: ['第3区', '第9区'] });
  expect(cardsOf(run).map(({ name }) => name)).toEqual([words.sheet('第3区')]);
  expect(unmade(run)).toEqual([[words.sheet('第9区'), words.unknown]]);
});

test('exactly as many as a workbook takes are written, and none of more', () => {
  expect(cardsOf(carded(zones(MOST_CARDS)))).toHaveLength(MOST_CARDS);
  const more = carded(zones(MOST_CARDS + 1));
  expect(cardsOf(more)).toEqual([]);
  expect(unmade(more)).toEqual([[words.name, words.tooMany(MOST_CARDS + 1, MOST_CARDS)]]);
});
