import type { Pack } from '../pack/schema';
import type { BodyColumn, PlanCell, SheetPlan } from '../plan';
import { sheetName } from '../report/sheet-head';
import type { Role, StyleBook, Tone } from '../report/style-book';
import { bodyHeights, heightOf, linesIn } from '../report/width';
import { gatherWords as words } from '../words/gather';
import type { Gathered, Outcome, ReceiptLine } from './gathered';

export type GatheredLists = Omit<Gathered, 'plan'>;

const toneOf: Readonly<Record<Outcome, Tone>> = {
  taken: 'met',
  blank: 'missing',
  superseded: 'missing',
  refused: 'unmet',
  broken: 'unmet',
};
/** Problems of one file that the receipt tells one by one, and zones that it names. */
const [MOST_TOLD, MOST_NAMED] = [8, 3];

interface Column {
  readonly header: string;
  readonly width: number;
  readonly body: BodyColumn;
}

/** What came back: a line for each file. */
export function receiptSheet(pack: Pack, { year, lines, conflicts, reminders }: GatheredLists, book: StyleBook): SheetPlan {
  const text = textColumn(lines, book);
  const columns: Column[] = [
    text(words.receipt.number, 6, (_, at) => String(at + 1), 'centre'),
    text(words.receipt.file, 30, ({ file }) => file),
    text(words.receipt.from, 26, ({ zones }) => words.zones(zones, MOST_NAMED)),
    {
      ...text(words.receipt.outcome, 12, ({ outcome }) => words.outcomes[outcome], 'centre'),
      body: {
        ...text('', 0, ({ outcome }) => words.outcomes[outcome], 'centre').body,
        styles: Uint16Array.from(lines, ({ outcome }) => book.style('centre', toneOf[outcome])),
      } as BodyColumn,
    },
    numberColumn(words.receipt.filled, lines, ({ filled }) => filled, book),
    numberColumn(words.receipt.gaps, lines, ({ gaps }) => gaps, book),
    numberColumn(words.receipt.conflicts, lines, (line) => line.conflicts, book),
    text(words.receipt.savedAt, 17, ({ savedAt }) => savedAt?.shown ?? words.receipt.unknown, 'centre'),
    text(words.receipt.problems, 70, ({ problems }) => words.problems(problems, MOST_TOLD)),
  ];
  const count = (outcome: Outcome): number => lines.filter((line) => line.outcome === outcome).length;
  const told = [
    words.summary(
      lines.length,
      Object.fromEntries((Object.keys(toneOf) as Outcome[]).map((one) => [one, count(one)])) as Record<Outcome, number>,
    ),
    words.disputed(conflicts.length),
    reminders === undefined ? words.noRegisterGiven : words.remindersCount(reminders.length),
  ];
  return listSheet(words.sheets.receipt, words.titleOf(pack, words.sheets.receipt, year), told, columns, lines.length, book);
}

/** Zones of the register that have not answered. */
export function reminderSheet(pack: Pack, { year, reminders = [] }: GatheredLists, book: StyleBook): SheetPlan {
  const text = textColumn(reminders, book);
  const columns: Column[] = [
    text(words.receipt.number, 6, (_, at) => String(at + 1), 'centre'),
    text(words.receipt.from, 34, ({ zone }) => zone),
    text(words.receipt.state, 60, ({ why }) => why),
  ];
  const told = [reminders.length === 0 ? words.allAnswered : words.remind];
  return listSheet(words.sheets.reminders, words.titleOf(pack, words.sheets.reminders, year), told, columns, reminders.length, book);
}

/** A column of texts made of items. */
export const textColumn =
  <T>(items: readonly T[], book: StyleBook) =>
  (header: string, width: number, pick: (item: T, at: number) => string, role: Role = 'text'): Column => ({
    header,
    width,
    body: { kind: 'text', values: items.map(pick), style: book.style(role) },
  });

function numberColumn(header: string, lines: readonly ReceiptLine[], pick: (line: ReceiptLine) => number, book: StyleBook): Column {
  const isRead = ({ outcome }: ReceiptLine): boolean => outcome !== 'refused' && outcome !== 'broken';
  const values = Float64Array.from(lines, (line) => (isRead(line) ? pick(line) : NaN));
  return { header, width: 9, body: { kind: 'number', values, style: book.style('number') } };
}

/** A list with title, what is told of it, and a header. */
export function listSheet(
  name: string,
  title: string,
  told: readonly string[],
  columns: readonly Column[],
  rows: number,
  book: StyleBook,
  links: SheetPlan['links'] = [],
): SheetPlan {
  const widths = columns.map(({ width }) => width);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const span = columns.length;
  const head: PlanCell[][] = [
    [{ value: title, style: book.style('title'), span }],
    ...told.map((line): PlanCell[] => [{ value: line, style: book.style('basis'), span }]),
    columns.map(({ header }) => ({ value: header, style: book.style('header') })),
  ];
  const top = head.length;
  return {
    name: sheetName(name),
    tabColor: '7F7F7F',
    head,
    body: columns.map(({ body }) => body),
    bodyRows: rows,
    foot: [],
    widths,
    headHeights: [30, ...told.map((line) => heightOf(linesIn(line, total))), 34],
    bodyHeights: bodyHeights(columns, rows).map((height) => Math.max(20, height)),
    freeze: { rows: top, columns: 2 },
    filterRow: top - 1,
    repeatRows: { first: top - 1, last: top - 1 },
    landscape: true,
    notes: [],
    links: links.map((one) => ({ ...one, row: top + one.row })),
    names: [],
  };
}
