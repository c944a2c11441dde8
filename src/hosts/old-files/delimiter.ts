const CANDIDATES = [',', ';', '|'] as const;
const TAB = '\t';
const QUOTE = '"';
/** Lines that are enough to tell. */
const LINES = 100;

/** "sep=;" in the first line is Excel's own way to name the delimiter; the line is no data. */
const NAMED = /^sep=([^\r\n])(?:\r\n|\r|\n|$)/i;

export interface Delimited {
  readonly delimiter: string;
  /** How many characters stand before the first line of data. */
  readonly skip: number;
}

/**
 * Finds what separates the cells of a text table by counting outside of quotes. Tabs hardly ever stand in texts, so they win where half of the lines
 * have them; of the others the one that most lines have equally often. A text without any is one column.
 * @param head the beginning of the text
 */
export function findDelimiter(head: string): Delimited {
  const named = NAMED.exec(head);
  if (named) return { delimiter: named[1]!, skip: named[0].length };
  const counts = countedByLine(head);
  const withTab = counts.filter((line) => (line.get(TAB) ?? 0) > 0).length;
  if (withTab * 2 >= counts.length && withTab > 0) return { delimiter: TAB, skip: 0 };
  let best: { readonly delimiter: string; readonly score: number } = { delimiter: CANDIDATES[0], score: 0 };
  for (const delimiter of [...CANDIDATES, TAB]) {
    const score = agreement(counts.map((line) => line.get(delimiter) ?? 0));
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skip: 0 };
}

/** Of each line that is not blank, how often each candidate stands in it. */
function countedByLine(head: string): ReadonlyMap<string, number>[] {
  const lines: Map<string, number>[] = [];
  let line = new Map<string, number>();
  let blank = true;
  let quoted = false;
  const end = (): void => {
    if (!blank) lines.push(line);
    line = new Map();
    blank = true;
  };
  for (let n = 0; n < head.length && lines.length < LINES; n++) {
    const sign = head[n]!;
    if (sign === QUOTE) quoted = !quoted;
    if (quoted) continue;
    if (sign === '\n' || sign === '\r') end();
    else {
      blank &&= sign === ' ';
      line.set(sign, (line.get(sign) ?? 0) + 1);
    }
  }
  if (lines.length === 0) end();
  return lines;
}

/** Lines that agree on a count above zero, times the count, which a wide table has higher than prose. */
function agreement(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  return Math.max(0, ...[...lines].map(([count, agreeing]) => agreeing * Math.min(count, 50)));
}
