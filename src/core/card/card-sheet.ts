import { cautions } from '../hand-out/head';
import { cellsOfPlace } from '../judge/listing';
import type { Finding } from '../judge/finding';
import { places } from '../pack/clause-place';
import type { PlanCell, SheetPlan } from '../plan';
import { placesOf } from '../ranking/population';
import { cellsInShort } from '../report/cell-link';
import { valueFormat } from '../report/detail-layout';
import type { ReportContext } from '../report/report-context';
import { sheetName } from '../report/sheet-head';
import { decimalFormat, findingTone } from '../report/style-book';
import { linesIn } from '../report/width';
import { cardWords as words } from '../words/card';
import { movementWords } from '../words/movement';
import { reportWords } from '../words/report';
import { bar } from './bar';
import { distanceToNext, type Group, type Measured } from './group';
import { standingLines } from './standing';

/** Characters of width: what a row is about, four figures, and a bar or words. */
const WIDTHS = [30, 9, 9, 9, 11, 12];
const SPAN = WIDTHS.length;
const ALL = WIDTHS.reduce((sum, width) => sum + width, 0);
/** Points between the margins of an upright page, less what spreadsheets add to rows. */
const PAGE = 740;
/** Indicators at either end; of so few all are listed instead. */
const ENDS = 5;
/** Missing figures, and cells that settle a place, that are named. */
const NAMED = 8;

/** Points for so many lines: closer than on other sheets, so that a page holds more of what is to be said. */
const high = (lines: number): number => 3 + 14 * lines;

interface Line {
  readonly cells: readonly PlanCell[];
  readonly height: number;
}

/** What everybody's card is made of. */
export interface CardSource {
  readonly groups: readonly Group[];
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** One zone on one page, in words that its own head understands; it is nothing to hand out. */
export function cardSheet(context: ReportContext, { groups, findings: of }: CardSource, subject: string, row: number): SheetPlan {
  const { book, dataYear } = context;
  const mine = groups.filter(({ placeOf }) => placeOf.has(row));
  const [group] = mine;
  const place = group?.placeOf.get(row) ?? -1;
  const wide = (text: string, role: 'formTitle' | 'note' | 'warning', height?: number): Line => ({
    cells: [{ value: text, style: book.style(role), span: SPAN }],
    height: height ?? high(linesIn(text, ALL)),
  });
  const warnings = cautions(context);
  const above = [
    wide(reportWords.ofYear(words.title(subject), dataYear), 'formTitle', 26),
    ...(warnings.length > 0 ? [wide(warnings.join('　'), 'warning')] : []),
    wide((group ? standingLines(context, group, place) : [words.outside]).join(''), 'note'),
    ...(group
      ? [...placeTable(context, mine, row), ...dimensionTable(context, group, place), ...indicatorTables(context, group, place)]
      : []),
  ];
  const below = [
    ...(group ? gapLines(context, group, place).map((text) => wide(text, 'note')) : []),
    wide(group ? words.foot(group.block.label, group.block.ranked.rows.length) : words.internal, 'note'),
  ];
  const heightOfAll = (lines: readonly Line[]): number => lines.reduce((sum, { height }) => sum + height, 0);
  const lines = [...above, ...findingTable(context, of.get(subject) ?? [], PAGE - heightOfAll([...above, ...below])), ...below];
  return {
    name: sheetName(words.sheet(subject)),
    face: 'card',
    tabColor: '7F7F7F',
    head: lines.map(({ cells }) => cells),
    body: [],
    bodyRows: 0,
    foot: [],
    widths: WIDTHS,
    headHeights: lines.map(({ height }) => height),
    freeze: { rows: 1, columns: 0 },
    landscape: false,
    notes: [],
    links: [],
    names: [],
  };
}

function headerLine({ book }: ReportContext, titles: readonly string[]): Line {
  return {
    cells: titles.map((value) => ({ value, style: book.style('header') })),
    height: high(Math.max(...titles.map((title, at) => linesIn(title, WIDTHS[at]!)))),
  };
}

/** The figure that is a mean: of whole numbers it is none itself. */
const MEAN = 1;
const ofMean = (format: string): string => (format.endsWith('##0') ? `${format}.0` : format);

/** What stands behind the figures: words, or a bar. */
interface Last {
  readonly text: string;
  readonly role: 'text' | 'bar';
}

/** A row of figures: their cells are numbers, so that what they say can be reckoned with. */
function figureLine({ book }: ReportContext, title: string, figures: readonly (number | string)[], format: string, last: Last): Line {
  const cell = (value: number | string, at: number): PlanCell =>
    typeof value === 'string'
      ? { value, style: book.style('centre') }
      : Number.isNaN(value)
        ? { value: '—', style: book.style('centre') }
        : { value, style: book.style('number', undefined, at === MEAN ? ofMean(format) : format) };
  const lines = Math.max(
    linesIn(title, WIDTHS[0]!),
    last.role === 'bar' ? 1 : linesIn(last.text, WIDTHS.at(-1)!),
    ...figures.map((one, at) => linesIn(typeof one === 'string' ? one : '', WIDTHS[at + 1]!)),
  );
  return {
    cells: [{ value: title, style: book.style('text') }, ...figures.map(cell), { value: last.text, style: book.style(last.role) }],
    height: high(lines),
  };
}

/** Every ranking that the zone takes part in. */
function placeTable(context: ReportContext, groups: readonly Group[], row: number): Line[] {
  const { pack } = context;
  const { mean, best, place } = words.columns;
  const format = decimalFormat(pack.scoring.show_decimals);
  return [
    headerLine(context, [words.places, words.score, mean, best, place, words.since(pack.period)]),
    ...groups.map(({ block: { label, ranked }, placeOf, last, total }) => {
      const at = placeOf.get(row)!;
      const before = last?.ranks[at] ?? NaN;
      const moved = Number.isNaN(before) ? '' : words.last(before, movementWords.moved(last?.moved(at)));
      const grades = ranked.grades.flatMap(({ title, at: all }) => {
        const { best: up, worst } = all[at]!;
        return up === undefined || worst === undefined ? [] : [words.grade(title, reportWords.grade(up, worst))];
      });
      const said = [...(moved === '' ? [] : [moved]), ...grades].join('；');
      return figureLine(context, label, [total.values[at]!, total.mean, total.bestScore, placeText(ranked, at)], format, {
        text: said === '' ? '—' : said,
        role: 'text',
      });
    }),
  ];
}

function placeText(ranked: Group['block']['ranked'], at: number): string {
  const rank = ranked.rank[at]!;
  if (rank === 0) return words.unranked;
  const [best, worst] = placesOf(ranked, at) ?? [rank, rank];
  return best === worst ? words.rank(rank, ranked.tied[at] === 1, ranked.ranked) : words.open(rank, best, worst);
}

/** Where somebody stands in one figure. */
const placeIn = ({ ranking: { rank, tied, ranked } }: Measured, at: number): string =>
  rank[at] === 0 ? '—' : words.rank(rank[at]!, tied[at] === 1, ranked);

const barOf = ({ scores, meanScore, bestScore }: Measured, at: number): Last => ({
  text: bar(scores[at]!, meanScore, bestScore),
  role: 'bar',
});

function dimensionTable(context: ReportContext, { dimensions }: Group, at: number): Line[] {
  const { own, mean, best, place, bar: bars } = words.columns;
  const format = decimalFormat(context.pack.scoring.show_decimals);
  const shown = dimensions.filter(({ mean: ofAll }) => !Number.isNaN(ofAll));
  if (shown.length === 0) return [];
  return [
    headerLine(context, [words.dimensions, own, mean, best, place, bars]),
    ...shown.map((one) =>
      figureLine(context, one.title, [one.values[at]!, one.mean, one.bestScore, placeIn(one, at)], format, barOf(one, at)),
    ),
  ];
}

function indicatorTables(context: ReportContext, { indicators }: Group, at: number): Line[] {
  const { own, mean, next, place, bar: bars } = words.columns;
  // By the share of those who have the figure and stand before; where that is the same, as the document lists them.
  const standing = ({ ranking: { rank, ranked } }: Measured): number => (rank[at]! - 1) / Math.max(1, ranked - 1);
  const known = indicators.filter(({ ranking }) => ranking.rank[at]! > 0 && ranking.ranked > 1).sort((a, b) => standing(a) - standing(b));
  const table = (title: string, some: readonly Measured[]): Line[] => [
    headerLine(context, [title, own, mean, next, place, bars]),
    ...some.map((one) => {
      const distance = distanceToNext(one, at);
      const title = words.withUnit(one.title, one.unit === undefined ? '' : context.figures.units.title(one.unit));
      return figureLine(
        context,
        title,
        [one.values[at]!, one.mean, Number.isNaN(distance) ? words.first : distance, placeIn(one, at)],
        valueFormat(one.values),
        barOf(one, at),
      );
    }),
  ];
  if (known.length === 0) return [];
  if (known.length <= 2 * ENDS) return table(words.indicators, known);
  // Whoever is first is weak nowhere, however few follow.
  const behind = known.filter(({ ranking }) => ranking.rank[at]! > 1);
  const weakest = behind.slice(-ENDS).reverse();
  return [...table(words.strongest, known.slice(0, ENDS)), ...(weakest.length > 0 ? table(words.weakest, weakest) : [])];
}

const GRAVITY: Readonly<Record<Finding['status'], number>> = { unmet: 0, explain: 1, missing: 3, met: 4 };

/** Lists by place, grade or movement say something even where it is good. */
const isListed = ({ kind, certainty }: Finding): boolean =>
  (kind === 'position' || kind === 'grade' || kind === 'movement') && certainty !== 'impossible';
const gravity = (finding: Finding): number => (finding.status === 'met' && isListed(finding) ? 2 : GRAVITY[finding.status]);

/** What rules say of the zone, the gravest first, as far as the page goes; what is met is counted. @param room points */
function findingTable(context: ReportContext, all: readonly Finding[], room: number): Line[] {
  const { book } = context;
  const span = SPAN - 2;
  const width = WIDTHS.slice(2).reduce((sum, one) => sum + one, 0);
  const shown = all.filter((finding) => gravity(finding) < GRAVITY.met).sort((a, b) => gravity(a) - gravity(b));
  const met = all.length - shown.length;
  const row = (finding: Finding): Line => {
    const clause = places(finding.clauses);
    const said = clause === '' ? finding.statement : `${finding.statement}〔${clause}〕`;
    return {
      cells: [
        { value: finding.title, style: book.style('text') },
        { value: finding.word, style: book.style('centre', findingTone(finding)) },
        { value: said, style: book.style('text'), span },
      ],
      height: high(Math.max(linesIn(finding.title, WIDTHS[0]!), linesIn(finding.word, WIDTHS[1]!), linesIn(said, width))),
    };
  };
  const closing = (left: number): string => [...(left > 0 ? [words.more(left)] : []), ...(met > 0 ? [words.met(met)] : [])].join('');
  const header: Line = {
    cells: [
      { value: words.findings, style: book.style('header') },
      { value: words.word, style: book.style('header') },
      { value: words.statement, style: book.style('header'), span },
    ],
    height: high(1),
  };
  const note = (text: string): Line[] =>
    text === '' ? [] : [{ cells: [{ value: text, style: book.style('note'), span: SPAN }], height: high(1) }];
  if (shown.length === 0) return note(words.nothing + closing(0));
  const lines: Line[] = [];
  let left = room - header.height - high(1);
  for (const finding of shown) {
    const line = row(finding);
    if (line.height > left) break;
    left -= line.height;
    lines.push(line);
  }
  return [...(lines.length > 0 ? [header, ...lines] : []), ...note(closing(shown.length - lines.length))];
}

/** Which figures are missing, and the cells that settle the place. */
function gapLines({ figures }: ReportContext, { block: { ranked } }: Group, place: number): string[] {
  const blank = new Set(ranked.coverage.blankIndicators.map(({ id }) => id));
  const lacking = ranked.indicators
    .filter(({ id }) => !blank.has(id) && Number.isNaN(ranked.values.get(id)![place]!) && ranked.inapplicable.get(id)?.[place] !== 1)
    .map(({ title }) => title);
  if (lacking.length === 0) return [];
  const cells = [...new Set(cellsOfPlace(figures, ranked, place))];
  const said = [
    words.lacking(lacking, NAMED),
    ...(cells.length > 0 ? [words.fill(cellsInShort(cells, NAMED), cells.length > NAMED ? cells.length : 0)] : []),
  ];
  return [`${words.gaps}：${words.sentence(said)}`];
}
