import type { Finding } from '../judge/finding';
import { places } from '../pack/clause-place';
import type { ReportContext } from '../report/report-context';
import { handOutWords as words } from '../words/hand-out';
import { listedBy, singlesOf, type Block } from './block';
import { placeNamed } from '../report/jurisdiction';
import { periodNamed } from './head';
import { movementsIn } from './movement';

/** How many are named where the document says no number, and of those who moved up furthest. */
const FIRST = 3;

/** A paragraph of the notice; blanks are for whoever signs it. */
export interface Paragraph {
  readonly kind: 'title' | 'centre' | 'addressee' | 'heading' | 'text' | 'signature';
  readonly text: string;
}

/** The text of a notice, from what is decided only; undefined where nothing is. @param listed whether a list goes with it */
export function paragraphsOf(context: ReportContext, blocks: readonly Block[], listed: boolean): Paragraph[] | undefined {
  const sections = [
    { heading: words.sections.first, texts: [...blocks.flatMap((block) => firstOf(context, block)), ...importedPraise(context)] },
    { heading: words.sections.moved, texts: blocks.flatMap((block) => progressOf(context, block)) },
    {
      heading: words.sections.singles,
      texts: singlesOf(context)
        .filter(({ internal }) => !internal)
        .flatMap(leadersOf),
    },
    // Who falls behind is named last, and in a sentence.
    { heading: words.sections.last, texts: rulesWith(context, isAboutLast).flatMap((rule) => measured(context, rule)) },
  ].filter(({ texts }) => texts.length > 0);
  if (sections.length === 0) return undefined;
  const place = placeNamed(context.pack);
  const { subject } = context.pack;
  const period = periodNamed(context);
  return [
    { kind: 'title', text: words.noticeTitle(place, subject, period) },
    { kind: 'centre', text: words.blanks.number },
    { kind: 'addressee', text: words.blanks.addressee },
    { kind: 'text', text: introduction(context, blocks) },
    ...sections.flatMap(({ heading, texts }, at): Paragraph[] => [
      { kind: 'heading', text: words.heading(at + 1, heading) },
      ...texts.map((text): Paragraph => ({ kind: 'text', text })),
    ]),
    { kind: 'heading', text: words.heading(sections.length + 1, words.sections.open) },
    { kind: 'text', text: words.blanks.open },
    ...(listed ? [{ kind: 'text', text: words.attached(words.listTitle(place, subject, period)) } as const] : []),
    { kind: 'signature', text: words.blanks.department },
    { kind: 'signature', text: words.blanks.date },
  ];
}

function introduction(context: ReportContext, blocks: readonly Block[]): string {
  const { pack, figures } = context;
  const members = blocks.map(({ ranked }) => [...ranked.rows]);
  const all = new Set(members.flat()).size;
  const isApart = members.reduce((sum, { length }) => sum + length, 0) === all;
  const classes = blocks.map(({ label, ranked }) => words.classCount(label, ranked.rows.length));
  const waiting = new Set(blocks.flatMap((block) => block.waiting)).size;
  return [
    words.assessed(pack.title, pack.number, all || figures.rowsOf({ table: pack.main_table }), pack.subject, periodNamed(context)),
    ...(blocks.length > 1 ? [words.classes(classes, isApart)] : []),
    ...(waiting > 0 ? [words.notIn(waiting)] : []),
    words.asFollows,
  ].join('');
}

/** Those whom the document's own lists or best grade name, or else the first three. */
function firstOf(context: ReportContext, block: Block): string[] {
  const { pack } = context;
  const { ranked, placed, label } = block;
  const graded = ranked.grades.flatMap(({ key, title }) => {
    const best = pack.grades[key]?.grades[0]?.title ?? '';
    const names = placed.filter(({ grades }) => grades.get(key) === best).map(({ subject }) => subject);
    return names.length === 0 ? [] : [words.graded(label, title, best, names)];
  });
  const lists = rulesWith(context, (rule) => isPraise(rule) && 'ranking' in rule && rule.ranking === ranked.id);
  const listed = lists.flatMap((rule) => praisedBy(context, rule));
  if (graded.length + listed.length > 0) return [...graded, ...listed];
  return leaders(block, label);
}

/** The first three of a ranking, those of them who are decided; of one that has no more, simply who has which place. */
function leaders({ placed, waiting }: Block, label: string): string[] {
  const first = placed.filter(({ rank }) => rank <= FIRST);
  const names = first.map(({ subject, rank, tied }) => words.placed(subject, rank, tied));
  if (first.length === 0) return [];
  if (placed.length + waiting.length <= FIRST) return [words.allPlaces(label, names, waiting.length > 0)];
  return [words.firstPlaces(label, FIRST, names, waiting.length > 0 && first.length < FIRST)];
}

type Rule = ReportContext['pack']['rules'][string];

const rulesWith = ({ pack }: ReportContext, asked: (rule: Rule) => boolean): string[] =>
  Object.entries(pack.rules).flatMap(([id, rule]) => (asked(rule) ? [id] : []));

const isPraise = (rule: Rule): boolean =>
  (rule.kind === 'position' && rule.last === undefined && (rule.colour ?? 'green') === 'green') ||
  (rule.kind === 'grade' && rule.colour === 'green');

const isAboutLast = (rule: Rule): boolean =>
  (rule.kind === 'position' && rule.last !== undefined) || (rule.kind === 'grade' && rule.colour !== 'green');

/** Lists of praise that rest on places which came from elsewhere. */
const importedPraise = (context: ReportContext): string[] =>
  rulesWith(context, (rule) => isPraise(rule) && rule.kind === 'position' && rule.imported !== undefined).flatMap((rule) =>
    praisedBy(context, rule),
  );

function praisedBy(context: ReportContext, rule: string): string[] {
  const { findings, open } = listedBy(context, rule);
  return findings.length === 0 ? [] : [words.praised(findings[0]!.title, namesOf(findings), findings[0]!.consequence, open)];
}

/** Who a list of the last names, with its measure word by word and where the document says so. */
function measured(context: ReportContext, rule: string): string[] {
  const { findings, open } = listedBy(context, rule);
  if (findings.length === 0) return [];
  const { title, consequence, clauses } = findings[0]!;
  return [words.measured(title, namesOf(findings), consequence, places(clauses), open)];
}

const namesOf = (findings: readonly Finding[]): string[] => findings.map(({ subject }) => subject);

/** How many of a class moved up and down against the year before, and who moved up furthest. */
export function progressOf(context: ReportContext, block: Block): string[] {
  const movedBy = movementsIn(context, block);
  const known = block.placed.flatMap((placed) => {
    const by = movedBy(placed);
    return by === undefined ? [] : [{ subject: placed.subject, by }];
  });
  if (known.length === 0) return [];
  const up = known.filter(({ by }) => by > 0).sort((a, b) => b.by - a.by);
  const least = up[FIRST - 1]?.by ?? 1;
  const furthest = up.filter(({ by }) => by >= least).map(({ subject, by }) => words.rose(subject, by));
  const down = known.filter(({ by }) => by < 0).length;
  return [words.progress(block.label, known.length, up.length, down, furthest, context.pack.period)];
}

const leadersOf = (block: Block): string[] => leaders(block, words.single(block.ranked.title));
