import { blocksOf, listedBy, type Block } from '../hand-out/block';
import { progressOf } from '../hand-out/notice';
import { cellsOfPlace } from '../judge/listing';
import { placesOf } from '../ranking/population';
import { coverWords as words } from '../words/cover';
import type { ReportContext } from './report-context';

/** How many are named from either end. */
const NAMED = 3;
/** A ranking of so few is told whole. */
const WHOLE = 2 * NAMED;
/** Names of a list, and cells that settle what is open, before the rest is counted. */
const MOST = 8;
/** With more zones waiting, what all of them lack is no longer worked out. */
const SETTLED = 60;

export interface CoverLine {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What whoever signs wants to know first, from what is decided; what is open is said to be open. Headings with nothing to say are left out. */
export function coverLines(context: ReportContext): CoverLine[] {
  const blocks = blocksOf(context).filter(({ internal }) => !internal);
  const lines = (title: string, say: (block: Block) => readonly string[]): CoverLine => ({ title, lines: blocks.flatMap(say) });
  return [
    lines(words.assessed, ({ label, ranked, placed, waiting, outside }) => [
      words.took(label, ranked.rows.length, placed.length, waiting.length, outside),
    ]),
    lines(words.places, endsOf),
    lines(words.moved, (block) => progressOf(context, block).map((text) => text.trim())),
    { title: words.lists, lines: listsOf(context) },
    lines(words.open, (block) => openOf(context, block)),
  ].filter((one) => one.lines.length > 0);
}

/** First and last of a ranking, those of them whose places are settled. */
function endsOf({ label, ranked, placed, waiting }: Block): string[] {
  const named = (all: Block['placed']): string[] => all.map(({ subject, rank, tied }) => words.placed(subject, rank, tied));
  if (placed.length === 0) return [];
  if (ranked.rows.length <= WHOLE) return [words.whole(label, named(placed), waiting.length > 0)];
  const first = placed.filter(({ rank }) => rank <= NAMED);
  // Who has no place yet may come behind everybody, or not belong at all.
  const unplaced = new Set(ranked.rows.filter((_, place) => ranked.rank[place] === 0));
  const isCounted = ranked.doubtful.length === 0 && !waiting.some((row) => unplaced.has(row));
  // Who shares a place stands as far back as the last of those who share it.
  const sharing = (rank: number): number => ranked.rank.filter((one) => one === rank).length;
  const last = isCounted ? placed.filter(({ rank }) => rank + sharing(rank) - 1 > ranked.ranked - NAMED) : [];
  return [words.ends(label, NAMED, named(first), named(last))];
}

/** Lists by place, grade or movement, and who stands on them for sure. */
function listsOf(context: ReportContext): string[] {
  const { rules } = context.pack;
  return Object.entries(rules).flatMap(([id, { kind, title }]) => {
    if (kind !== 'position' && kind !== 'grade' && kind !== 'movement') return [];
    const { findings, open } = listedBy(context, id);
    if (findings.length + open === 0) return [];
    return [
      words.listed(
        title,
        findings.map(({ subject }) => subject),
        MOST,
        open,
      ),
    ];
  });
}

/** Whose places are open, between which, and the cells that settle them. */
function openOf({ pack, figures }: ReportContext, { label, ranked, waiting }: Block): string[] {
  if (waiting.length === 0) return [];
  const main = { table: pack.main_table };
  if (waiting.length > SETTLED) return [words.manyWait(label, waiting.length)];
  const places = waiting.map((row) => ranked.rows.indexOf(row));
  const names = waiting.map((row, at) => {
    const interval = places[at]! < 0 ? undefined : placesOf(ranked, places[at]!);
    return words.between(figures.subject(main, row), interval?.[0] === interval?.[1] ? undefined : interval);
  });
  const cells = new Set(places.flatMap((place) => (place < 0 ? [] : cellsOfPlace(figures, ranked, place))));
  // A row that may not belong at all waits for a cell that says so.
  const isAll = places.every((place) => place >= 0);
  return [words.waiting(label, names, isAll ? [...cells] : [], MOST)];
}
