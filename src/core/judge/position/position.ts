import { judgeWords as words } from '../../words/judge';
import { isDecided } from '../finding';
import { endOf, numberOf, unsetParameter, type JudgeContext } from '../judge-context';
import { statusOf, undecided } from '../listing';
import type { Verdicts } from '../verdicts';
import { yesAnswers } from '../yes-answers';
import type { Candidate, PositionRule } from './candidate';
import { askEarlierLists, yearsListed } from './earlier-years';
import { importedCandidates } from './imported-candidates';
import { ownCandidates } from './own-candidates';

/** First or last N, ties included and marked; imported ranks are taken as they are and never worked out here. */
export function judgePosition(context: JudgeContext, verdicts: Verdicts, rule: PositionRule): void {
  const unset = unsetParameter(context, [rule.first, rule.last, rule.in?.years, rule.in?.of_last]);
  if (unset !== undefined) return verdicts.off(unset);
  const ranked = rule.ranking === undefined ? undefined : context.rankings.get(rule.ranking);
  const [sure, most] = ranked?.taking ?? [0, 0];
  const end = rule.last ?? rule.first!;
  const n = endOf(context, end, sure)!;
  const candidates =
    rule.in?.this_year === 'ignored'
      ? everybody(context, rule)
      : rule.imported
        ? importedCandidates(context, verdicts, rule, n)
        : ownCandidates(context, verdicts, rule, { n, most: endOf(context, end, most)! });
  askEarlierLists(context, rule);
  const limit = limitOf(context, rule, n);
  for (const candidate of candidates) judgeCandidate(context, verdicts, rule, limit, candidate);
}

/** The list's edge as a table shows it: 最后5名, 近2年中2年属最后5名. */
function limitOf(context: JudgeContext, rule: PositionRule, n: number): string {
  const end = rule.last === undefined ? 'first' : 'last';
  const share = rule.last ?? rule.first;
  const among =
    typeof share === 'object' && 'percent' in share
      ? words.amongShare(end, String(numberOf(context, share.percent)), n)
      : words.amongEnd(end, n);
  if (!rule.in) return among;
  const say = rule.in.this_year === 'counts' ? words.amongEndIn : words.amongEndBefore;
  return say(numberOf(context, rule.in.years)!, numberOf(context, rule.in.of_last)!, among, context.pack.period);
}

/** Who is judged by earlier years alone: everybody of the ranking, whatever place they take now. */
function everybody({ figures, pack, rankings }: JudgeContext, rule: PositionRule): Candidate[] {
  const table = pack.main_table;
  const ranked = rankings.get(rule.ranking!);
  return [...(ranked?.rows ?? []), ...(ranked?.doubtful ?? [])].flatMap((row, place): Candidate[] => {
    const membership = figures.membership(rule.for, table, row);
    if (membership === 'out') return [];
    const subject = figures.subject({ table }, row);
    const certain = membership === 'in' && place < ranked!.rows.length;
    return [
      {
        subject,
        said: words.onEarlierLists(subject, pack.period),
        value: '—',
        cells: [],
        tied: false,
        table,
        row,
        certain,
        now: certain,
        settle: [...figures.openCells(rule.for, table, row), ...figures.openCells(pack.rankings[rule.ranking!]?.population, table, row)],
      },
    ];
  });
}

/** What keeps a candidate off the list: too few years, an answer that is not 是, a heavier list that takes it. */
function judgeCandidate(context: JudgeContext, verdicts: Verdicts, rule: PositionRule, limit: string, candidate: Candidate): void {
  const said = [candidate.said];
  const cells = [...candidate.cells];
  const { certain, now } = candidate;
  if (rule.in) {
    const years = yearsListed(context, rule, candidate.subject);
    if (years.listed === 'unknown') return verdicts.missing(candidate.subject, `${candidate.said}，${years.why}`, cells);
    if (years.listed === 'too_few') return;
    said.push(years.said);
    cells.push(...years.cells);
  }
  if (rule.and_yes.length > 0) {
    const answers = yesAnswers(context, rule.and_yes, candidate.table, candidate.row);
    if (answers.no.length > 0) return;
    if (answers.unknown.length > 0)
      return verdicts.missing(candidate.subject, `${candidate.said}；${answers.unknown.map(words.alsoMissing).join('；')}`, cells);
    cells.push(...answers.cells);
  }
  const { yields_to: heavier } = rule;
  if (heavier && context.figures.settings.parameters.get(heavier.parameter)?.value === heavier.is) {
    const { subject } = candidate;
    const taken = heavier.rules.filter((other) =>
      context.findingsOf(other).some((finding) => finding.subject === subject && isDecided(finding)),
    );
    taken.forEach((other) => context.yielded.push({ rule: verdicts.id, heavier: other, subject }));
    if (taken.length > 0) return;
  }
  if (!certain) {
    const { status, word } = undecided(now);
    return verdicts.add(candidate.subject, status, said, {
      word,
      cells,
      value: candidate.value,
      limit,
      consequence: undefined,
      certainty: 'possible',
      settle: candidate.settle,
    });
  }
  const colour = rule.colour ?? (rule.last === undefined ? 'green' : 'red');
  verdicts.add(candidate.subject, statusOf(colour), said, {
    word: candidate.tied ? `${words.listed}（${words.tied}）` : words.listed,
    cells,
    value: candidate.value,
    limit,
    consequence: rule.consequence,
  });
}
