import { isDecided, type Finding } from '../judge/finding';
import type { Judgement } from '../judge/judge';
import type { Figures } from '../measure/figures';
import type { Pack, PackReview } from '../pack/schema';

/** What a review says of one row. Outcomes are counted from 0 for the gravest. */
export interface ReviewedRow {
  readonly subject: string;
  /** Zone that the row belongs to; '' where it names none. */
  readonly zone: string;
  /** The outcome that holds whatever is missing; undefined where what is missing could make it another. */
  readonly outcome: number | undefined;
  /** Every outcome that the row can come to, the gravest first; one where it is settled. */
  readonly possible: readonly number[];
  /** What the rules say of the row, in the order of the review: misses first, then what is missing. */
  readonly reasons: readonly Finding[];
  /** "Sheet!B4": cells that settle what could make the outcome graver. */
  readonly settle: readonly string[];
}

export interface Review {
  readonly key: string;
  readonly rows: readonly ReviewedRow[];
}

type Judged = Pick<Judgement, 'findings' | 'silent' | 'unchosen'>;

/** Whether a rule is missed by a row, is kept by it or is not for it, or may be missed once what is missing is known. */
type Standing = 'missed' | 'kept' | 'open';

/** What each rule says of a row of the table; of a rule that can judge nobody the same grey line for all whom it is for. */
function findingsByRow(pack: Pack, figures: Figures, { findings, silent, unchosen }: Judged, table: string, rules: readonly string[]) {
  const byRule = new Map(rules.map((rule) => [rule, new Map<string, Finding>()]));
  for (const finding of findings) byRule.get(finding.rule)?.set(finding.subject, finding);
  return (rule: string, row: number): Finding | undefined => {
    const said = byRule.get(rule);
    const silence = silent.get(rule);
    if (!said || unchosen.has(rule)) return undefined;
    if (silence?.kind !== 'missing') return silence ? undefined : said.get(figures.subject({ table }, row));
    return figures.membership(pack.rules[rule]!.for, table, row) === 'out' ? undefined : [...said.values()][0];
  };
}

const standingOf = (finding: Finding | undefined): Standing =>
  finding === undefined || finding.status === 'met' ? 'kept' : isDecided(finding) ? 'missed' : 'open';

/** Rules that are a cause of each outcome, as the user's parameters stand. */
export function causesOf({ outcomes }: PackReview, { settings }: Figures): string[][] {
  return outcomes.map(({ causes }) => [
    ...new Set(causes.flatMap(({ rules, when }) => (!when || settings.parameters.get(when.parameter)?.value === when.is ? rules : []))),
  ]);
}

function reviewOf(pack: Pack, figures: Figures, judged: Judged, key: string, review: PackReview): Review {
  const { table } = review;
  const causes = causesOf(review, figures);
  const rules = [...new Set(causes.flat())];
  const findingAt = findingsByRow(pack, figures, judged, table, rules);
  const rowAt = (row: number): ReviewedRow => {
    const found = new Map(rules.map((rule) => [rule, findingAt(rule, row)]));
    const has = (outcome: number, standing: Standing): boolean => causes[outcome]!.some((rule) => standingOf(found.get(rule)) === standing);
    const last = causes.length - 1;
    const holding = causes.findIndex((_, outcome) => outcome === last || has(outcome, 'missed'));
    const graver = Array.from({ length: holding }, (_, outcome) => outcome).filter((outcome) => has(outcome, 'open'));
    const said = rules.flatMap((rule) => found.get(rule) ?? []);
    const settling = new Set(graver.flatMap((outcome) => causes[outcome]!));
    return {
      subject: figures.subject({ table }, row),
      zone: figures.zoneName(table, row),
      outcome: graver.length === 0 ? holding : undefined,
      possible: [...graver, holding],
      reasons: (['missed', 'open'] as const).flatMap((standing) => said.filter((finding) => standingOf(finding) === standing)),
      settle: [...new Set(said.flatMap((finding) => (settling.has(finding.rule) && standingOf(finding) === 'open' ? finding.settle : [])))],
    };
  };
  const rows = Array.from({ length: figures.rowsOf({ table }) }, (_, row) => row);
  return { key, rows: rows.filter((row) => figures.membership(review.for, table, row) !== 'out').map(rowAt) };
}

/** Every review of the pack: a row has the gravest outcome of which there is a cause, and none yet where a missing figure could be a graver one. */
export function reviewsOf(pack: Pack, figures: Figures, judged: Judged): Review[] {
  return Object.entries(pack.reviews).map(([key, review]) => reviewOf(pack, figures, judged, key, review));
}
