import type { Problem, Proposal, Severity } from '../../problem';

/** How many cells a message names; the rest are counted. */
export const NAMED_CELLS = 5;
/** What a cell may count as, and how a button says so. */
export interface Offer {
  readonly words: string;
  readonly value: number | string;
}

/** How many cells of a column carry a proposal of their own. */
export const MOST_PROPOSALS = 500;

/** Doubts about the cells of one column, gathered so that a bad column gives one message and not a thousand. */
export class Doubts<Code extends string> {
  private readonly byCode = new Map<
    Code,
    { rows: number[]; shown: string[]; count: number; proposed: (Offer & { readonly row: number })[]; isChoice: boolean }
  >();

  /**
   * @param proposals what was probably meant, and how a button says so
   * @param isChoice whether a person has to choose
   */
  add(code: Code, row: number, shown: string, proposals: readonly Offer[] = [], isChoice = false): void {
    let entry = this.byCode.get(code);
    if (!entry) this.byCode.set(code, (entry = { rows: [], shown: [], count: 0, proposed: [], isChoice: false }));
    if (entry.proposed.length < MOST_PROPOSALS) entry.proposed.push(...proposals.map((offer) => ({ row, ...offer })));
    entry.isChoice ||= isChoice;
    if (entry.count < NAMED_CELLS) {
      entry.rows.push(row);
      entry.shown.push(shown.length > 20 ? `${shown.slice(0, 20)}…` : shown);
    }
    entry.count++;
  }

  /** One problem a code; `tell` gives its severity and words from the first cells ("B4“约3”") and the count. */
  problems(
    sheet: string,
    cellName: (row: number) => string,
    tell: (code: Code, cells: readonly string[], count: number) => { severity: Severity; message: string; nextStep: string },
  ): Problem[] {
    return [...this.byCode].map(([code, { rows, shown, count, proposed, isChoice }]) => {
      const cells = rows.map((row, at) => cellName(row) + (shown[at] ? `“${shown[at]}”` : ''));
      const { severity, message, nextStep } = tell(code, cells, count);
      const proposals = proposed.map(({ row, words, value }): Proposal => ({ kind: 'value', cell: cellName(row), words, value }));
      return {
        severity,
        code,
        sheet,
        cell: cellName(rows[0] ?? 0),
        message,
        nextStep,
        ...(proposals.length > 0 && { proposals }),
        ...(isChoice && { oneOf: true as const }),
        // Which figure it is depends on the row; that there is none, or a word of a list, may be said of all.
        ...(isChoice && proposals.every(({ value }) => typeof value === 'string') && { forAll: true as const }),
      };
    });
  }
}
