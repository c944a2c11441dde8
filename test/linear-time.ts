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

/** Long enough for a quadratic function to show, and twice as long is still a text of a cell. */
const LENGTH = 8_000;
/**
 * Below so many milliseconds the collector and the compiler decide, not the function. A quadratic function is far above it: 16,000 characters, each
 * against all before it, are more than a hundred milliseconds.
 */
const NOISE = 10;
const FEWEST_ROUNDS = 3;
const MOST_ROUNDS = 9;

/** What stands before and behind a passage that is repeated: many functions are slow only where the end disappoints them. */
const ENDS = [
  ['', ''],
  ['产', 'x'],
  ['', 'x'],
  ['=!', ')'],
] as const;

function textOf(passage: string, [lead, tail]: (typeof ENDS)[number], length: number): string {
  const long = passage.repeat(Math.ceil(length / passage.length));
  return lead + long.slice(0, length - lead.length - tail.length) + tail;
}

/** Milliseconds that this process has worked; a machine that is busy elsewhere does not add to them. */
function duration(run: () => unknown): number {
  const begin = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/**
 * Texts twice as long that take more than three times as long, by name; the best of several rounds counts. A quadratic function takes four times as long,
 * and does so again when it is asked once more after all others: what the compiler or the collector did meanwhile does not come back.
 */
export function slowTexts(run: (text: string) => unknown): string[] {
  const suspects = PASSAGES.flatMap((passage) => ENDS.map((ends) => ({ passage, ends }))).filter(
    (text) => slowness(run, text, LENGTH) !== undefined,
  );
  return suspects.flatMap((text) => slowness(run, text, LENGTH - MOST_ROUNDS) ?? []);
}

function slowness(
  run: (text: string) => unknown,
  { passage, ends }: { passage: string; ends: (typeof ENDS)[number] },
  length: number,
): string | undefined {
  const [once, twice] = best(run, (characters) => textOf(passage, ends, characters), length);
  if (twice < 3 * Math.max(once, NOISE)) return undefined;
  return `${JSON.stringify(ends.join(`${passage}…`))}: ${once.toFixed(1)} → ${twice.toFixed(1)} ms`;
}

function best(run: (text: string) => unknown, text: (length: number) => string, length: number): [once: number, twice: number] {
  let [once, twice] = [Infinity, Infinity];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // Another text every round: some functions remember what they were asked.
    const [short, long] = [text(length - round), text(2 * length - round)];
    twice = Math.min(
      twice,
      duration(() => run(long)),
    );
    if (twice < 3 * NOISE) break;
    once = Math.min(
      once,
      duration(() => run(short)),
    );
    // One lucky round proves nothing: the short text may have been the slow one for once.
    if (round >= FEWEST_ROUNDS && twice < 3 * once) break;
    // Nor is there any doubt where it is as slow as this.
    if (round >= FEWEST_ROUNDS && twice > 3.5 * once && twice > 10 * NOISE) break;
  }
  return [once, twice];
}
