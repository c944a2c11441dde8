import type { CellNote, SheetPlan } from '../plan';
import { ruleLines } from '../rule-book/rule-lines';
import type { RuleLine, RuleOutcome } from '../rule-book/rule-line';
import { settingText } from '../rule-book/rule-settings';
import { ruleBookWords as words } from '../words/rule-book';
import { linkTo } from './cell-link';
import { listingSheet } from './listing-sheet';
import type { ReportContext } from './report-context';

const OUTCOME_COLUMN = 7;
const NO_NOTES: readonly CellNote[] = [];

/** Everything that the pack does: on which words it rests, what was decided where they are silent, how to change it, and what came of it. */
export function rulesSheet(context: ReportContext, outcomes: ReadonlyMap<string, RuleOutcome>): SheetPlan {
  const { offered, figures, anchors } = context;
  const lines = ruleLines(offered, figures.settings);
  const own = new Set(lines.flatMap(({ group, kind, title }) => (group === 'rest' && kind === words.kinds.decision ? [title] : [])));
  const joined = (texts: readonly string[]): string => (texts.length === 0 ? '—' : texts.join('\n'));
  const column = words.columns;
  const plan = listingSheet(
    context,
    words.sheet,
    lines,
    [
      { header: column.kind, pick: ({ kind }) => kind, least: 10, most: 14, centred: true },
      { header: column.title, pick: titleText, least: 20, most: 28 },
      { header: column.source, pick: ({ source }) => words.sources[source], least: 10, most: 12, centred: true },
      { header: column.place, pick: ({ quotes }) => joined([...new Set(quotes.map(({ place }) => place))]), least: 12, most: 16 },
      {
        header: column.quote,
        pick: ({ quotes }) => joined(quotes.map((one) => (one.isRow ? words.row(one.words) : one.words))),
        least: 30,
        most: 46,
      },
      { header: column.decided, pick: (line) => joined(decidedTexts(line, own)), least: 30, most: 46 },
      { header: column.settings, pick: ({ settings }) => joined(settings.map(settingText)), least: 22, most: 34 },
      { header: column.outcome, pick: ({ key }) => outcomes.get(key)?.text ?? '—', least: 16, most: 22 },
    ],
    [words.about],
    words.foot,
  );
  const links = lines.flatMap(({ key, settings }, row) => {
    const link = outcomes.has(key) ? anchors.at(key) : linkTo(settings[0]?.cell);
    return link ? [{ row: plan.freeze.rows + row, column: OUTCOME_COLUMN, link }] : [];
  });
  return { ...plan, tabColor: '1F3864', notes: NO_NOTES, links };
}

const titleText = ({ title, consequence }: RuleLine): string =>
  consequence === undefined ? title : `${title}\n${words.consequence(consequence)}`;

/** Decisions in full; those of a line of their own by their numbers, unless this is that line. */
function decidedTexts({ key, decided, notes, title, group }: RuleLine, own: ReadonlySet<string>): string[] {
  const isOwn = (id: string): boolean => own.has(id) && !(group === 'rest' && key.endsWith(title));
  const elsewhere = decided.filter(({ id }) => isOwn(id)).map(({ id }) => id);
  return [
    ...decided.filter(({ id }) => !isOwn(id)).map(({ id, what, why }) => words.decision(id, what, why)),
    ...(elsewhere.length === 0 ? [] : [words.decisionElsewhere(elsewhere.join('、'))]),
    ...notes,
  ];
}
