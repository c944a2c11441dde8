import type { Area } from '../cell';
import type { BodyColumn, LiveLook } from '../plan';
import type { StyleBook } from './style-book';

/** Light enough that the numbers on it are read, dark enough that it is seen in a grey print. */
const BAR = 'BDD7EE';

/** So many areas one look has at most: spreadsheets read longer lists slowly. */
const MOST_AREAS = 500;

/** A column of a sheet as far as its looks may follow what stands in it. */
export interface LookedColumn {
  readonly body: BodyColumn;
  /** Bars behind its numbers, from this score to that one; 'own' where a score may be anything. */
  readonly bar?: readonly [number, number] | 'own' | undefined;
  /** It answers by 1 and 0 whether something happened that is bad. */
  readonly isAnswer?: true;
}

type Body = Extract<BodyColumn, { kind: 'number' }>;

const isLive = ({ body }: LookedColumn): boolean => body.kind === 'number' && body.formulas?.some((formula) => formula !== '') === true;

/**
 * Looks of columns: grey where a formula comes to nothing, red where it answers that something bad happened, bars behind scores. What stands without a
 * formula keeps its style.
 * @param rowOf row of the sheet by row of the body
 */
export function liveLooks(book: StyleBook, columns: readonly LookedColumn[], rowOf: (index: number) => number): LiveLook[] {
  const live = columns.flatMap((column, at) => (isLive(column) ? [{ ...column, at, body: column.body as Body }] : []));
  const blank = areasOf(
    live.map(({ at, body }) => ({ at, rows: body.values.length, isIn: (row: number) => !isMeantBlank(body, row) })),
    rowOf,
  );
  const answers = areasOf(
    live.flatMap(({ at, body, isAnswer }) => (isAnswer ? [{ at, rows: body.values.length, isIn: () => true }] : [])),
    rowOf,
  );
  return [
    ...chunks(blank).map((areas): LiveLook => ({ kind: 'blank', areas, style: book.style('number', 'missing') })),
    ...chunks(answers).map((areas): LiveLook => ({ kind: 'number', areas, value: 1, style: book.style('number', 'unmet') })),
    ...bars(columns, rowOf),
  ];
}

/** One look for all columns of the same ends; those of their own ends each by itself. */
function bars(columns: readonly LookedColumn[], rowOf: (index: number) => number): LiveLook[] {
  const byEnds = new Map<string, { readonly ends?: readonly [number, number]; readonly columns: number[] }>();
  let rows = 0;
  columns.forEach(({ body, bar }, at) => {
    if (bar === undefined || body.kind !== 'number' || !body.values.some((value) => value === value)) return;
    rows = body.values.length;
    const ends = isWithin(body, bar) ? bar : undefined;
    const key = ends?.join('–') ?? String(at);
    byEnds.set(key, { ...(ends && { ends }), columns: [...(byEnds.get(key)?.columns ?? []), at] });
  });
  return [...byEnds.values()].map(({ ends, columns: together }) => ({
    kind: 'bar',
    areas: areasOf(
      together.map((at) => ({ at, rows, isIn: () => true })),
      rowOf,
    ),
    color: BAR,
    ...(ends && { ends }),
  }));
}

/** A column whose live cells are grey by what they come to, and no longer by their style. */
export function living(body: BodyColumn): BodyColumn {
  if (body.kind === 'text' || !body.formulas || !body.styles) return body;
  const { formulas, values, style } = body;
  return { ...body, styles: body.styles.map((own, row) => (formulas[row] !== '' && Number.isNaN(values[row]!) ? style : own)) };
}

/** What does not apply to somebody has no formula and no grey. */
function isMeantBlank({ values, formulas, style, styles }: Body, row: number): boolean {
  return formulas?.[row] === '' && Number.isNaN(values[row]!) && (styles === undefined || styles[row] === style);
}

const isWithin = ({ values }: Body, bar: readonly [number, number] | 'own'): bar is readonly [number, number] =>
  bar !== 'own' && values.every((value) => Number.isNaN(value) || (value >= bar[0] && value <= bar[1]));

/** Unbroken stretches of the columns, side by side as one where they begin and end alike. */
function areasOf(
  columns: readonly { readonly at: number; readonly rows: number; readonly isIn: (row: number) => boolean }[],
  rowOf: (index: number) => number,
): Area[] {
  const found: Area[] = [];
  let beside = new Map<string, number>();
  for (const { at, rows, isIn } of columns) {
    const here = new Map<string, number>();
    for (let row = 0; row < rows; row++) {
      if (!isIn(row)) continue;
      const top = rowOf(row);
      let bottom = top;
      while (row + 1 < rows && isIn(row + 1) && rowOf(row + 1) === bottom + 1) {
        row++;
        bottom++;
      }
      const key = `${top}:${bottom}`;
      const known = beside.get(key);
      const wider = known !== undefined && found[known]!.right === at - 1;
      here.set(key, wider ? known : found.length);
      if (wider) found[known] = { ...found[known]!, right: at };
      else found.push({ top, bottom, left: at, right: at });
    }
    beside = here;
  }
  return found;
}

function chunks(areas: readonly Area[]): (readonly Area[])[] {
  const parts: (readonly Area[])[] = [];
  for (let from = 0; from < areas.length; from += MOST_AREAS) parts.push(areas.slice(from, from + MOST_AREAS));
  return parts;
}
