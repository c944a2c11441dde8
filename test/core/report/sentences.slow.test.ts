import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packs } from '../../packs/built-in';
import { roomLeft } from '../../../src/core/report/print-fit';
import { assessedSamples, sentencesMarkdown } from './sentences';

const bare = (text: string): string => text.replace(/[\s\u3000\u200b\ufeff]+/gu, '');

describe.each(packs.map(({ pack }) => pack))('%s', (id) => {
  const document = bare(readFileSync(join(__dirname, '../../data/documents', `${id}.txt`), 'utf8'));
  let runs: Awaited<ReturnType<typeof assessedSamples>>;
  beforeAll(async () => {
    runs = await assessedSamples(id);
  });
  const findings = () => [...runs.whole.result.findings, ...runs.withGaps.result.findings];
  const texts = (): string[] =>
    [runs.whole, runs.withGaps].flatMap(({ result, plan }) => [
      ...result.findings.map(({ sentence }) => sentence),
      ...result.problems.flatMap(({ message, nextStep }) => [message, nextStep]),
      ...plan!.sheets.flatMap(({ head, foot, body, notes }) => [
        ...[...head, ...foot].flat().map(({ value }) => String(value ?? '')),
        ...body.flatMap((column) => (column.kind === 'text' ? column.values : [])),
        ...notes.map(({ text }) => text),
      ]),
    ]);

  test('what is signed, handed out or read first prints at 9 points at least, one page wide', () => {
    const small = runs.whole.plan!.sheets.filter(
      ({ face, widths, landscape }) => face !== undefined && face !== 'working' && roomLeft(widths, landscape ?? false) < 0,
    );
    expect(small.map(({ name }) => name)).toEqual([]);
  });

  test('the sentences, as a person has read them in golden/', () => {
    expect(sentencesMarkdown(runs)).toBe(readFileSync(join(__dirname, 'golden', `sentences-${id}.md`), 'utf8'));
  });

  test.each([
    ['a change of percentages in per cent', /变动-?[\d.]+%/u],
    ['a place before the first', /第-|倒数第0/u],
    ['a way that is done and not done', /已完成目标增量的100%|增量的-/u],
    ['a value of the program', /undefined|NaN|\[object|(?<![A-Za-z])null/u],
    ['marks that stand twice', /，，|。。|；。|，。|、、|：：|（）|“”/u],
  ])('nobody is told %s', (_, wrong) => {
    expect(texts().filter((text) => wrong.test(text))).toEqual([]);
  });

  test('every clause that is cited stands in the document, word for word, and in the sentence', () => {
    const cited = findings().flatMap(({ clause, sentence }) =>
      clause.split('；').map((key) => [runs.pack.clauses[key] ?? key, sentence] as const),
    );
    expect(cited.filter(([quote, sentence]) => !document.includes(bare(quote)) || !sentence.includes(quote))).toEqual([]);
  });

  test('only what is certain is red or green and has a consequence', () => {
    const doubtful = findings().filter(({ certainty }) => certainty === 'possible');
    expect(doubtful.filter(({ consequence, status }) => consequence !== null || status === 'unmet' || status === 'met')).toEqual([]);
  });
});
