import { isDecided, type Finding } from '../judge/finding';
import type { Pack } from '../pack/schema';
import { placesOf, whyUnranked, type RankedPopulation } from '../ranking/population';
import type { ReportContext } from '../report/report-context';
import { handOutWords as words } from '../words/hand-out';

/** A zone whose place no missing figure can change. */
export interface Placed {
  readonly subject: string;
  /** Place in the population and row of the main table. */
  readonly place: number;
  readonly row: number;
  readonly rank: number;
  readonly tied: boolean;
  /** Grade by scale. */
  readonly grades: ReadonlyMap<string, string>;
}

/** One ranking as it may be handed out: who has a place for sure, best first, and how many are left out. */
export interface Block {
  readonly ranked: RankedPopulation;
  /** The class that it ranks, in a few words. */
  readonly label: string;
  readonly placed: readonly Placed[];
  /** Rows that wait for figures: their place, or their grade, or whether they belong at all. */
  readonly waiting: readonly number[];
  /** How many take no place by rule, whatever comes in. */
  readonly outside: number;
  /** Whether it is the department's alone, for comparison. */
  readonly internal: boolean;
}

/** Rankings by the total and the pack's own standard: what is compared by another document's is no result of this one. */
export const blocksOf = (context: ReportContext): Block[] =>
  rankingsOf(context).flatMap(([, declared, ranked]) => (declared.by === undefined ? [blockOf(context, ranked)] : []));

/** Rankings by one indicator or dimension: 单项. */
export const singlesOf = (context: ReportContext): Block[] =>
  rankingsOf(context).flatMap(([, declared, ranked]) => (declared.by === undefined ? [] : [blockOf(context, ranked)]));

function rankingsOf(context: ReportContext): [string, Pack['rankings'][string], RankedPopulation][] {
  const { pack, ranked } = context;
  return Object.entries(pack.rankings).flatMap(([id, declared]) => {
    const one = ranked.rankings.get(id);
    return one && one.ranked > 0 && declared.standard === undefined && !isUnchosen(context, id) ? [[id, declared, one]] : [];
  });
}

/** Whether every list of a ranking stands for another choice than the one made (分组 instead of 合并): it is no result then. */
function isUnchosen({ pack, judgement }: ReportContext, id: string): boolean {
  const lists = Object.entries(pack.rules).filter(([, rule]) => 'ranking' in rule && rule.ranking === id);
  return lists.length > 0 && lists.every(([key]) => judgement.unchosen.has(key));
}

function blockOf({ pack, figures, ranked: all }: ReportContext, ranked: RankedPopulation): Block {
  const placed: Placed[] = [];
  const waiting = [...ranked.doubtful];
  let outside = 0;
  for (const place of ranked.order) {
    const interval = placesOf(ranked, place);
    const rank = ranked.rank[place]!;
    const grades = gradesAt(ranked, place);
    const row = ranked.rows[place]!;
    if (rank > 0 && interval?.[0] === rank && interval[1] === rank && grades)
      placed.push({ subject: figures.subject({ table: pack.main_table }, row), place, row, rank, tied: ranked.tied[place] === 1, grades });
    else if (interval === undefined && takesNoPlace(ranked, place, all.gaps.policy === 'exclude')) outside++;
    else waiting.push(row);
  }
  const internal = pack.rankings[ranked.id]?.hand_out === false;
  return { ranked, label: words.className(ranked.title, pack.subject), placed, waiting, outside, internal };
}

/** Undefined where a grade still hangs on what is missing. */
function gradesAt({ grades }: RankedPopulation, place: number): ReadonlyMap<string, string> | undefined {
  const at = grades.map(({ key, at: all }) => ({ key, ...all[place]! }));
  if (at.some(({ best, worst }) => best !== worst)) return undefined;
  return new Map(at.flatMap(({ key, best }) => (best === undefined ? [] : [[key, best]])));
}

function takesNoPlace(ranked: RankedPopulation, place: number, gapsExclude: boolean): boolean {
  const why = whyUnranked(ranked, place);
  return why === 'vetoed' || why === 'unplaced' || (gapsExclude && why === 'lacking');
}

/** Who a rule lists whatever comes in, each once, and how many more it may come to list. */
export function listedBy({ judgement }: ReportContext, rule: string): { readonly findings: readonly Finding[]; readonly open: number } {
  const sure = new Map<string, Finding>();
  const open = new Set<string>();
  for (const finding of judgement.findings) {
    if (finding.rule !== rule) continue;
    if (isDecided(finding)) sure.set(finding.subject, sure.get(finding.subject) ?? finding);
    else if (finding.certainty === 'possible') open.add(finding.subject);
  }
  return { findings: [...sure.values()], open: [...open].filter((subject) => !sure.has(subject)).length };
}
