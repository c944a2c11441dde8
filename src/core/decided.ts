import type { Decision } from './decision';
import type { SheetGrid } from './grid';
import type { Problem, Proposal } from './problem';
import { seenAt } from './seen';
import { decisionWords as words } from './words/decision';

/** With words where these say more of the cell than its text: the whole path of a header, whose row a blank cell is in. */
type Asked = Pick<Proposal, 'kind' | 'cell' | 'value'> & { readonly words?: string };

/** Outdated decisions that are told one by one; a file for another workbook has nothing else. */
const MOST_TOLD = 20;

const idOf = (sheet: string, { kind, cell }: Pick<Proposal, 'kind' | 'cell'>): string => `${kind}\n${cell}\n${sheet}`;
const placeId = (sheet: string, cell: string): string => `${cell}\n${sheet}`;

/**
 * The decisions of one run. A decision is followed where the very proposal that was accepted would be made again: the cell says what it said
 * then, it is still doubtful, and the proposal is the same. So none can do harm in a workbook for which it was not made.
 */
export class Decided {
  private readonly held = new Map<string, Decision>();
  private readonly outdated: { readonly decision: Decision; readonly now: string | undefined }[] = [];
  private readonly kept = new Map<string, Decision>();
  /** Names that count as another text, by place: what is only known once all tables have been read. */
  private readonly names = new Map<string, string>();
  private readonly rows = new Set<string>();
  private readonly own = new Set<string>();

  constructor(decisions: readonly Decision[], sheets: readonly SheetGrid[]) {
    const grids = new Map(sheets.filter(({ owned }) => !owned).map(({ name, grid }) => [name, grid]));
    for (const decision of decisions) {
      const grid = grids.get(decision.sheet);
      const now = grid && seenAt(grid, decision.cell);
      if (now === decision.seen) this.held.set(idOf(decision.sheet, decision), decision);
      else this.outdated.push({ decision, now });
    }
  }

  get isEmpty(): boolean {
    return this.held.size === 0;
  }

  /** Whether a person accepted the proposal, which is not followed yet. */
  would(sheet: string, asked: Asked): boolean {
    const decision = this.held.size === 0 ? undefined : this.held.get(idOf(sheet, asked));
    if (decision === undefined || decision.value !== asked.value) return false;
    const saysMore = asked.kind === 'header' || (asked.kind === 'value' && decision.seen === '' && asked.words !== undefined);
    return !saysMore || decision.words === asked.words;
  }

  /** Whether a person accepted the proposal; whoever asks follows it then. */
  accepts(sheet: string, asked: Asked): boolean {
    if (!this.would(sheet, asked)) return false;
    const id = idOf(sheet, asked);
    this.kept.set(id, this.held.get(id)!);
    return true;
  }

  /** Cells of a sheet whose headers a person took for a column's. */
  headersOf(sheet: string, column: string): readonly string[] {
    if (this.held.size === 0) return [];
    return [...this.held.values()].flatMap((one) =>
      one.kind === 'header' && one.sheet === sheet && one.value === column ? [one.cell] : [],
    );
  }

  /** Text that counts in place of a cell's own. */
  nameAt(sheet: string, cell: string): string | undefined {
    return this.names.get(placeId(sheet, cell));
  }

  get hasNames(): boolean {
    return this.names.size > 0;
  }

  /** @returns whether that is new */
  rename(sheet: string, cell: string, name: string): boolean {
    const id = placeId(sheet, cell);
    if (this.names.get(id) === name) return false;
    this.names.set(id, name);
    return true;
  }

  /** Rows that are left out for what other tables and rows say. @returns whether that is new */
  leaveOut(sheet: string, cell: string): boolean {
    const id = placeId(sheet, cell);
    return !this.rows.has(id) && this.rows.add(id).size > 0;
  }

  isLeftOut(sheet: string, cell: string): boolean {
    return this.rows.size > 0 && this.rows.has(placeId(sheet, cell));
  }

  /** Names that are their rows' own, though another is near. @returns whether that is new */
  confirm(sheet: string, cell: string): boolean {
    const id = placeId(sheet, cell);
    return !this.own.has(id) && this.own.add(id).size > 0;
  }

  isOwnName(sheet: string, cell: string): boolean {
    return this.own.size > 0 && this.own.has(placeId(sheet, cell));
  }

  /** What was followed, in the order in which it was decided. */
  get followed(): readonly Decision[] {
    return [...this.held].filter(([id]) => this.kept.has(id)).map(([, decision]) => decision);
  }

  /** What became of the decisions. @param open problems that are still asked */
  problems(open: readonly Problem[]): Problem[] {
    const asked = new Set(
      open.flatMap(({ sheet = '', proposals = [] }) => proposals.map((proposal) => idOf(proposal.sheet ?? sheet, proposal))),
    );
    const rest = [...this.held].filter(([id]) => !this.kept.has(id));
    const changed = rest.filter(([id]) => asked.has(id)).map(([, decision]) => decision);
    const idle = rest.filter(([id]) => !asked.has(id)).map(([, decision]) => decision);
    const told = [
      ...this.outdated.map(({ decision, now }) => ({ decision, said: words.outdated(decision, now) })),
      ...changed.map((decision) => ({ decision, said: words.changed(decision) })),
    ];
    const { followed } = this;
    return [
      ...told.slice(0, MOST_TOLD).map(({ decision: { sheet, cell }, said }) => problem('warning', 'decision-outdated', sheet, cell, said)),
      ...told
        .slice(MOST_TOLD, MOST_TOLD + 1)
        .map(({ decision: { sheet, cell } }) =>
          problem('warning', 'decision-outdated', sheet, cell, words.outdatedMore(told.length - MOST_TOLD)),
        ),
      ...idle.slice(0, 1).map(({ sheet, cell }) => problem('info', 'decisions-unused', sheet, cell, words.unused(idle))),
      ...followed.slice(0, 1).map(({ sheet, cell }) => problem('info', 'decisions-followed', sheet, cell, words.followed(followed))),
    ];
  }
}

const problem = (
  severity: Problem['severity'],
  code: string,
  sheet: string,
  cell: string,
  said: { readonly message: string; readonly nextStep: string },
): Problem => ({ severity, code, sheet, cell, ...said });

export const NOTHING_DECIDED = new Decided([], []);
