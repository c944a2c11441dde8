import type { CellLink, SheetPlan } from '../plan';
import { ruleLines } from '../rule-book/rule-lines';
import { lineKey, type RuleLine, type RuleOutcome, type RuleQuote } from '../rule-book/rule-line';
import { settingText } from '../rule-book/setting-text';
import { ruleBookWords as words } from '../words/rule-book';
import { linkTo } from './cell-link';
import { listingSheet, type ListingColumn } from './listing-sheet';
import type { ReportContext } from './report-context';

/** Everything that the pack does: on which words it rests, what was decided where they are silent, how to change it, and what came of it. */
export function rulesSheet(context: ReportContext, outcomes: ReadonlyMap<string, RuleOutcome>): SheetPlan {
  const { offered, figures } = context;
  const lines = ruleLines(offered, figures.settings);
  const own = new Set(Object.keys(offered.decided).filter((id) => lines.some(({ key }) => key === lineKey('decided', id))));
  const linkOf = ({ key, settings }: RuleLine): CellLink | undefined => {
    const outcome = outcomes.get(key);
    return outcome ? outcome.at : linkTo(settings[0]?.cell);
  };
  const joined = (texts: readonly string[]): string => (texts.length === 0 ? '—' : texts.join('\n'));
  const column = words.columns;
  const columns: ListingColumn<RuleLine>[] = [
    { header: column.kind, pick: ({ kind }) => kind, least: 10, most: 12, centred: true },
    { header: column.title, pick: titleText, least: 20, most: 24 },
    { header: column.source, pick: ({ source }) => words.sources[source], least: 10, most: 12, centred: true },
    { header: column.place, pick: ({ quotes }) => joined([...new Set(quotes.map(({ place }) => place))]), least: 12, most: 14 },
    { header: column.quote, pick: ({ quotes }) => joined(quotes.map(quoteText)), least: 30, most: 38 },
    { header: column.decided, pick: (line) => joined(decidedTexts(line, own)), least: 30, most: 38 },
    { header: column.settings, pick: ({ settings }) => joined(settings.map(settingText)), least: 22, most: 28 },
    { header: column.outcome, pick: ({ key }) => outcomes.get(key)?.text ?? '—', least: 14, most: 20 },
    // A cell with a link stays on one line in some spreadsheets: it holds one word.
    { header: column.look, pick: (line) => (linkOf(line) ? words.look : '—'), least: 6, most: 6, centred: true },
  ];
  const plan = listingSheet(context, words.sheet, lines, columns, [words.about], offered.from_workbook ? words.ownFoot : words.foot);
  const links = lines.flatMap((line, row) => {
    const link = linkOf(line);
    return link ? [{ row: plan.freeze.rows + row, column: columns.length - 1, link }] : [];
  });
  return { ...plan, tabColor: '1F3864', links };
}

const quoteText = ({ words: said, isRow }: RuleQuote): string => (isRow ? words.row(said) : said);

const titleText = ({ title, consequence }: RuleLine): string =>
  consequence === undefined ? title : `${title}\n${words.consequence(consequence)}`;

/** Decisions in full; those of a line of their own by their numbers, unless this is that line. */
function decidedTexts({ key, decided, notes }: RuleLine, own: ReadonlySet<string>): string[] {
  const isOwn = (id: string): boolean => own.has(id) && key !== lineKey('decided', id);
  const elsewhere = decided.filter(({ id }) => isOwn(id)).map(({ id }) => id);
  return [
    ...decided.filter(({ id }) => !isOwn(id)).map(({ id, what, why }) => words.decision(id, what, why)),
    ...(elsewhere.length === 0 ? [] : [words.decisionElsewhere(elsewhere.join('、'))]),
    ...notes,
  ];
}
