import { foldText } from '../table/fold';
import { columnsOf } from '../pack/references';
import type { RuleOf } from '../pack/rule-schema';
import { inFirst, inLast, lacksWhatOthersHave, whyUnranked } from '../ranking/population';
import type { ReadTable } from '../table/spec';
import { placeOfCell } from '../table/placed-table';
import { judgeWords as words } from '../words/judge';
import { numberOf, unsetParameter, type JudgeContext } from './judge-context';
import type { Verdicts } from './verdicts';
import { yesAnswers } from './yes-answers';
import type { FindingStatus } from './finding';

type PositionRule = RuleOf<'position'>;
type Source = {
  readonly table: string;
  readonly rank?: string | undefined;
  readonly total?: string | undefined;
  readonly from_last?: string | undefined;
};

/** A subject on the list of this year, before earlier years and answers are looked at. */
interface Candidate {
  readonly subject: string;
  readonly said: string;
  readonly value: string;
  readonly cells: readonly string[];
  readonly tied: boolean;
  /** Row of the table that `and_yes` columns are looked up from. */
  readonly table: string;
  readonly row: number;
}

/** First or last N, ties included and marked; imported ranks are taken as they are and never worked out here. */
export function judgePosition(context: JudgeContext, verdicts: Verdicts, rule: PositionRule): void {
  const unset = unsetParameter(context, [rule.first, rule.last, rule.in?.years, rule.in?.of_last]);
  if (unset !== undefined) return verdicts.off(unset);
  const n = numberOf(context, rule.last ?? rule.first!)!;
  const candidates = rule.imported ? importedCandidates(context, verdicts, rule, n) : ownCandidates(context, verdicts, rule, n);
  for (const candidate of candidates) judgeCandidate(context, verdicts, rule, n, candidate);
}

function ownCandidates(context: JudgeContext, verdicts: Verdicts, rule: PositionRule, n: number): Candidate[] {
  const ranked = context.rankings.get(rule.ranking!);
  if (!ranked) return [];
  const { figures, pack } = context;
  const title = ranked.title;
  const main = { table: pack.main_table };
  const table = figures.tables.get(pack.main_table);
  const candidates: Candidate[] = [];
  const listed = rule.last === undefined ? inFirst(ranked, n) : inLast(ranked, n);
  const rankedCount = ranked.ranked;
  for (const place of ranked.order) {
    const row = ranked.rows[place]!;
    const subject = figures.subject(main, row);
    if (!figures.passes(rule.for, pack.main_table, row)) continue;
    if (ranked.rank[place] === 0) {
      verdicts.missing(subject, words.notRanked(subject, title, whyUnranked(ranked, place)));
      continue;
    }
    if (!listed.has(place)) continue;
    const rank = String(ranked.rank[place]);
    const tied = ranked.tied[place] === 1;
    const said =
      (rule.last === undefined ? words.firstPlace : words.lastPlace)(subject, title, rank, rankedCount, n, tied) +
      (lacksWhatOthersHave(ranked, place) ? words.placedWithGaps : '');
    const key = table?.columns.get(table.spec.key);
    candidates.push({
      subject,
      said,
      value: `${rank}/${rankedCount}`,
      cells: table && key ? [placeOfCell(table, key, row)] : [],
      tied,
      table: pack.main_table,
      row,
    });
  }
  if (candidates.length > n && !rule.in)
    context.problems.push({ severity: 'info', code: 'tie-at-edge', ...words.tiedMore(rule.title, candidates.length, n) });
  if (rankedCount > 1 && candidates.length === rankedCount) {
    context.problems.push({ severity: 'warning', code: 'all-listed', ...words.allListed(rule.title, rankedCount) });
  }
  return candidates;
}

/** Place of a row counted from the wanted end of imported ranks: 1 is the first (or the very last). */
function placeIn(source: Source, table: ReadTable, row: number, fromLast: boolean): number | undefined {
  const read = (column: string | undefined): number => (column === undefined ? NaN : (table.columns.get(column)?.values[row] ?? NaN));
  const direct = read(source.from_last);
  const rank = read(source.rank);
  const total = read(source.total);
  const place = fromLast ? (Number.isNaN(direct) ? total - rank + 1 : direct) : Number.isNaN(rank) ? total - direct + 1 : rank;
  return Number.isNaN(place) ? undefined : place;
}

function importedCandidates(context: JudgeContext, verdicts: Verdicts, rule: PositionRule, n: number): Candidate[] {
  const source = rule.imported!;
  const { figures } = context;
  const table = figures.tables.get(source.table);
  if (!table) {
    const declared = context.pack.tables[source.table];
    verdicts.missingForAll(noTable(context, source.table, declared?.row ?? ''));
    return [];
  }
  const fromLast = rule.last !== undefined;
  const candidates: Candidate[] = [];
  const places = Array.from(table.rows, (_, row) => placeIn(source, table, row, fromLast));
  places.forEach((place, row) => {
    const subject = figures.subject({ table: source.table }, row);
    if (!figures.passes(rule.for, source.table, row)) return;
    const cells = [source.from_last, source.rank, source.total, source.item].flatMap((column) => {
      const read = column === undefined ? undefined : table.columns.get(column);
      return read ? [placeOfCell(table, read, row)] : [];
    });
    if (place === undefined) return verdicts.missing(subject, noRank(table.sheet, subject), cells);
    if (place > n) return;
    const item = source.item === undefined ? '' : words.itemOf(table.columns.get(source.item)?.texts[row] ?? '');
    const tied = source.item === undefined && places.some((other, at) => at !== row && other === place);
    const said = (fromLast ? words.importedLast : words.importedFirst)(subject, item, String(place), n) + (tied ? `（${words.tied}）` : '');
    candidates.push({ subject, said, value: String(place), cells, tied, table: source.table, row });
  });
  return candidates;
}

const noTable = (context: JudgeContext, table: string, row: string): string =>
  words.noSheet(context.pack.tables[table]?.sheet[0] ?? table, row);
const noRank = (sheet: string, subject: string): string => words.noImportedRank(sheet, subject);

/** Was the subject on the list of an earlier year? undefined where that cannot be told. */
function listedEarlier(context: JudgeContext, rule: PositionRule, source: Source, n: number, subject: string): boolean | undefined {
  const table = context.figures.tables.get(source.table);
  if (!table) return undefined;
  const fromLast = rule.last !== undefined;
  const row = context.figures.rowByKey(source.table, subject);
  if (row === undefined) return undefined;
  const place = placeIn(source, table, row, fromLast);
  const ranks = source.rank === undefined ? undefined : table.columns.get(source.rank)?.values;
  const own = ranks?.[row] ?? NaN;
  if (place === undefined && (Number.isNaN(own) || !fromLast)) return undefined;
  if (!samePopulation(context, rule, table, row)) return false;
  const others = [...(ranks ?? [])].filter((_, other) => other !== row && samePopulation(context, rule, table, other));
  if (place !== undefined) {
    const stated = source.from_last !== undefined && !Number.isNaN(table.columns.get(source.from_last)?.values[row] ?? NaN);
    // Ties share the best place: those level with the subject do not stand behind it. A stated place from the last is taken as it is.
    return place - (fromLast && !stated ? others.filter((rank) => rank === own).length : 0) <= n;
  }
  const behind = others.filter((rank) => rank > own).length;
  if (behind >= n) return false;
  // Someone without a place may stand behind the subject as well.
  return behind + others.filter((rank) => Number.isNaN(rank)).length >= n ? undefined : true;
}

/** The earlier year's list is taken over the same kind of zone: by that sheet's own column, else by this year's list of zones. */
function samePopulation(context: JudgeContext, rule: PositionRule, table: ReadTable, row: number): boolean {
  const population = rule.ranking === undefined ? undefined : context.pack.rankings[rule.ranking]?.population;
  return Object.entries(population ?? {}).every(([column, wanted]) => {
    const own = columnsOf(context.pack, table.spec.id)[column] ? table.columns.get(column)?.texts[row] : undefined;
    if (own !== undefined && own !== '') return wanted.some((value) => foldText(value) === foldText(own));
    const now = context.figures.rowByKey(context.pack.main_table, table.keys[row] ?? '');
    return now === undefined || context.figures.passes({ [column]: wanted }, context.pack.main_table, now);
  });
}

function judgeCandidate(context: JudgeContext, verdicts: Verdicts, rule: PositionRule, n: number, candidate: Candidate): void {
  const said = [candidate.said];
  const cells = [...candidate.cells];
  if (rule.in) {
    const years = numberOf(context, rule.in.years)!;
    const of = numberOf(context, rule.in.of_last)!;
    const earlier = rule.in.earlier.slice(0, of - 1);
    const hits = earlier.map((source) => listedEarlier(context, rule, source, n, candidate.subject));
    const sure = 1 + hits.filter((hit) => hit === true).length;
    const open = hits.filter((hit) => hit === undefined).length + Math.max(0, of - 1 - earlier.length);
    if (sure < years && sure + open >= years) {
      const absent = rule.in.earlier
        .filter((source) => !context.figures.tables.has(source.table))
        .map((source) => context.pack.tables[source.table]?.sheet[0] ?? source.table);
      const why =
        absent.length > 0
          ? words.yearsMissing(absent.join('、'))
          : words.yearsUnknown(rule.in.earlier.map((source) => context.figures.sheetOf(source.table)).join('、'));
      return verdicts.missing(candidate.subject, `${candidate.said}，${why}`, cells);
    }
    if (sure < years) return;
    said.push(words.years(sure, of));
    for (const source of earlier) {
      const table = context.figures.tables.get(source.table);
      const row = context.figures.rowByKey(source.table, candidate.subject);
      const column = table?.columns.get(source.from_last ?? source.rank ?? '');
      if (table && column && row !== undefined) cells.push(placeOfCell(table, column, row));
    }
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
    const taken = heavier.rules.some((other) =>
      context.findingsOf(other).some((finding) => finding.subject === candidate.subject && finding.status !== 'missing'),
    );
    if (taken) return;
  }
  const colour = rule.colour ?? (rule.last === undefined ? 'green' : 'red');
  const status: FindingStatus = colour === 'red' ? 'unmet' : colour === 'yellow' ? 'explain' : 'met';
  verdicts.add(candidate.subject, status, said, {
    word: candidate.tied ? `${words.listed}（${words.tied}）` : words.listed,
    cells,
    value: candidate.value,
    consequence: rule.consequence,
  });
}
