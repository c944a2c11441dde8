import { sampleBytes, samples } from '../../../assets/samples/samples';
import { assess, type Assessment } from '../../../src/core/assess';
import { ownParts } from '../../../src/core/own-parts';
import type { Pack } from '../../../src/core/pack/schema';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { packOf, units } from '../../packs/built-in';
import { gapped } from '../../samples/gapped';

/** Share of the figures that the second copy of a sample lacks, and the seed by which they are drawn. */
const GAPS = { share: 0.02, seed: 7 };

/** A pack's sample as it is, and a copy with gaps, both assessed. */
export async function assessedSamples(
  id: string,
): Promise<{ readonly pack: Pack; readonly whole: Assessment; readonly withGaps: Assessment }> {
  const sample = samples.find(({ pack }) => pack === id)!;
  const pack = packOf(id);
  const sheets = await openXlsx(sampleBytes(sample)).read();
  const run = (given: typeof sheets): Assessment =>
    assess({ pack, units, packOf, sheets: given, asOf: sample.asOf, at: `${sample.asOf}T00:00:00Z`, fingerprint: '', own: ownParts });
  return { pack, whole: run(sheets), withGaps: run(gapped(sheets, GAPS.share, GAPS.seed)) };
}

const CELL = /[^\s“”，。；：、（）!]+![A-Z]{1,3}\d+/gu;
const NUMBER = /-?\d+(?:\.\d+)?/gu;

/** What a sentence is once names, cells and numbers are taken out of it: two sentences of one form read alike. */
function formOf(sentence: string, names: RegExp): string {
  return sentence
    .replace(CELL, '〈格〉')
    .replace(names, '〈名〉')
    .replace(NUMBER, '〈数〉')
    .replaceAll(/〈格〉(?:、〈格〉)+/gu, '〈格〉');
}

interface Said {
  /** Rule or code that says it. */
  readonly by: string;
  readonly sentence: string;
}

/** Everything that an official reads in sentences: findings, problems with their next steps, lines above and below the tables. */
function saidBy({ result, plan }: Assessment): { readonly heading: string; readonly all: readonly Said[] }[] {
  return [
    {
      heading: 'Findings',
      all: result.findings.map(({ rule, status, word, sentence }) => ({ by: `${rule} (${status}, ${word})`, sentence })),
    },
    {
      heading: 'Problems',
      all: result.problems.map(({ code, severity, message, nextStep }) => ({
        by: `${code} (${severity})`,
        sentence: `${message} → ${nextStep}`,
      })),
    },
    {
      heading: 'Lines above and below the tables',
      all: plan!.sheets.flatMap(({ name, head, foot, body }) =>
        [...(body.length > 0 ? head.slice(0, -1) : head), ...foot].flatMap((row) =>
          row.length === 1
            ? [{ by: name, sentence: String(row[0]?.value ?? '') }]
            : row.length === 2
              ? [{ by: name, sentence: row.map(({ value }) => String(value)).join(' ¦ ') }]
              : [],
        ),
      ),
    },
  ];
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** One line a form of sentence, with the first sentence of that form, for a person to read. */
export function sentencesMarkdown({ pack, whole, withGaps }: Awaited<ReturnType<typeof assessedSamples>>): string {
  const keys = [...whole.checked.figures.tables.values()].flatMap(({ keys: names }) => names);
  const names = new RegExp(
    [...new Set(keys)]
      .sort((a, b) => b.length - a.length)
      .map(escapeRegExp)
      .join('|'),
    'gu',
  );
  const [first, second] = [saidBy(whole), saidBy(withGaps)];
  const lines = first.flatMap(({ heading, all }, at) => {
    const seen = new Set<string>();
    const fresh = (said: readonly Said[]): string[] =>
      said.flatMap(({ by, sentence }) => {
        const form = `${heading === 'Lines above and below the tables' ? '' : by}\n${formOf(sentence, names)}`;
        if (seen.has(form)) return [];
        seen.add(form);
        return [`- \`${by}\` ${sentence.replaceAll('\n', '⏎')}`];
      });
    const plain = fresh(all);
    const gaps = fresh(second[at]!.all);
    return [`## ${heading}`, '', ...plain, '', ...(gaps.length > 0 ? ['With gaps:', '', ...gaps, ''] : [])];
  });
  return `${[`# Sentences of ${pack.pack}`, '', ...lines].join('\n').trimEnd()}\n`;
}
