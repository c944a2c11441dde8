/** Passages that regular expressions have stumbled over: marks that are trimmed, brackets that nobody closes, words that can be cut in two ways. */
const PASSAGES = [
  '：',
  ':',
  ' ',
  '\u3000',
  '\n',
  '\u200b',
  '1',
  ',',
  '.',
  '1,',
  '１',
  '%',
  '（',
  '）',
  '(',
  ')',
  '()',
  '（）：',
  '[',
  "['",
  '"',
  '""',
  "'",
  "''a",
  "'a",
  '#',
  '*',
  '-',
  '—',
  '其中',
  '其中：',
  '数额',
  '2016年末',
  '单位：',
  '单位：）',
  '年',
  ' 年 ',
  '元/',
  '每元',
  '合计',
  '注1',
  '①',
  'a',
  'a:',
  'A1:',
  'A$',
  'a!',
  '工业总产值',
  '：（',
  '开 发 区',
  '_x0041_',
  '&amp;',
  '0%',
  '\\',
];

/** Long enough for a quadratic function to take a tenth of a second, and twice as long is still a text of a cell. */
const LENGTH = 16_000;
/** Below so many milliseconds the collector and the compiler decide, not the function. */
const NOISE = 10;
const MOST_ROUNDS = 9;

function textsOf(length: number): { readonly name: string; readonly text: string }[] {
  return PASSAGES.flatMap((passage) => {
    const long = passage.repeat(Math.ceil(length / passage.length));
    const cut = (lead: string, tail: string): string => lead + long.slice(0, length - lead.length - tail.length) + tail;
    return [
      { name: passage, text: cut('', '') },
      { name: `产${passage}…x`, text: cut('产', 'x') },
      { name: `${passage}…x`, text: cut('', 'x') },
      { name: `=${passage}…)`, text: cut('=', ')') },
    ];
  });
}

/** Milliseconds that this process has worked; a machine that is busy elsewhere does not add to them. */
function duration(run: () => unknown): number {
  const begin = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/**
 * Texts twice as long that take more than three times as long, by name; the best of several rounds counts. A quadratic function takes four times as long.
 */
export function slowTexts(run: (text: string) => unknown): string[] {
  const short = textsOf(LENGTH);
  const long = textsOf(2 * LENGTH);
  return short.flatMap(({ name, text }, at) => {
    let [once, twice] = [Infinity, Infinity];
    for (let round = 0; round < MOST_ROUNDS; round++) {
      // Another text every round: some functions remember what they were asked.
      twice = Math.min(
        twice,
        duration(() => run(long[at]!.text.slice(0, 2 * LENGTH - round))),
      );
      if (twice < 3 * NOISE) return [];
      once = Math.min(
        once,
        duration(() => run(text.slice(0, text.length - round))),
      );
      if (twice < 3 * Math.max(once, NOISE)) return [];
    }
    return [`${JSON.stringify(name)}: ${once.toFixed(1)} → ${twice.toFixed(1)} ms`];
  });
}
