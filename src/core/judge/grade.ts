import type { RuleOf } from '../pack/rule-schema';
import { placeOfCell } from '../table/placed-table';
import { foldText } from '../table/fold';
import { judgeWords as words } from '../words/judge';
import { numberOf, unsetParameter, type JudgeContext } from './judge-context';
import { cellsOfPlace, statusOf, thisYears, undecided, yearsHit } from './listing';
import { applies, type Verdicts } from './verdicts';

type GradeRule = RuleOf<'grade'>;

/** Subjects of a ranking that have one of these grades, this year or in so many of the last years. */
export function judgeGrade(context: JudgeContext, verdicts: Verdicts, rule: GradeRule): void {
  const unset = unsetParameter(context, [rule.in?.years, rule.in?.of_last]);
  if (unset !== undefined) return verdicts.off(unset);
  const ranked = context.rankings.get(rule.ranking);
  const scale = ranked?.grades.find(({ key }) => key === rule.scale);
  if (!ranked || !scale) {
    const title = context.pack.rankings[rule.ranking]?.title ?? rule.ranking;
    return verdicts.nobody(ranked ? words.noGrades(title) : words.nothingRanked(title));
  }
  const { figures, pack } = context;
  const main = { table: pack.main_table };
  const steps = pack.grades[rule.scale]!.grades.map(({ title }) => title);
  scale.at.forEach(({ now, best, worst }, place) => {
    const isIgnored = rule.in?.this_year === 'ignored';
    if (!isIgnored && (best === undefined || worst === undefined)) return;
    const row = ranked.rows[place]!;
    const reach = isIgnored ? rule.is : steps.slice(steps.indexOf(best!), steps.indexOf(worst!) + 1);
    const hits = isIgnored ? reach : reach.filter((title) => rule.is.includes(title));
    if (hits.length === 0 || !applies(context, verdicts, pack.main_table, row)) return;
    const subject = figures.subject(main, row);
    const value = isIgnored ? '—' : words.gradeRange(best!, worst!);
    const said = [isIgnored ? words.onEarlierLists(subject, pack.period) : words.graded(subject, ranked.title, scale.title, value)];
    const cells = nameCells(context, row);
    if (rule.in) {
      const years = yearsGraded(context, rule, subject);
      if (years === 'too_few') return;
      if ('why' in years) return verdicts.missing(subject, `${said[0]!}，${years.why}`, cells);
      said.push(years.said);
      cells.push(...years.cells);
    }
    if (hits.length < reach.length) {
      const { status, word } = undecided(now !== undefined && rule.is.includes(now));
      return verdicts.add(subject, status, said, {
        word,
        cells,
        value,
        limit: rule.is.join('、'),
        consequence: undefined,
        certainty: 'possible',
        settle: cellsOfPlace(figures, ranked, place),
      });
    }
    verdicts.add(subject, statusOf(rule.colour), said, {
      word: words.listed,
      cells,
      value,
      limit: rule.is.join('、'),
      consequence: rule.consequence,
    });
  });
}

function nameCells({ figures, pack }: JudgeContext, row: number): string[] {
  const table = figures.tables.get(pack.main_table);
  const key = table?.columns.get(table.spec.key);
  return table && key ? [placeOfCell(table, key, row)] : [];
}

/** In how many of the last years a subject had one of the grades, this year included. */
function yearsGraded(
  context: JudgeContext,
  rule: GradeRule,
  subject: string,
): { readonly said: string; readonly cells: readonly string[] } | { readonly why: string } | 'too_few' {
  const wanted = rule.in!;
  const [years, of] = [numberOf(context, wanted.years)!, numberOf(context, wanted.of_last)!];
  const counted = thisYears(wanted);
  const { period } = context.pack;
  const earlier = wanted.earlier.slice(0, of - counted);
  const is = new Set(rule.is.map(foldText));
  const found = earlier.map(({ table, column }) => {
    const read = context.figures.tables.get(table);
    const row = context.figures.rowByKey(table, subject);
    const of = read?.columns.get(column);
    const text = row === undefined || context.dataYear.oddLists.has(table) ? '' : (of?.texts[row] ?? '');
    return {
      hit: text === '' ? undefined : is.has(foldText(text)),
      cells: read && of && row !== undefined ? [placeOfCell(read, of, row)] : [],
    };
  });
  const { verdict, sure } = yearsHit(
    found.map(({ hit }) => hit),
    years,
    of,
    counted,
  );
  if (verdict === 'enough')
    return {
      said: counted === 1 ? words.gradeYears(sure, of, period) : words.gradeYearsBefore(sure, of, period),
      cells: found.flatMap(({ hit, cells }) => (hit === true ? cells : [])),
    };
  if (verdict === 'too_few') return 'too_few';
  const odd = earlier.flatMap(({ table }) => context.dataYear.oddLists.get(table) ?? []);
  if (odd.length > 0) return { why: (wanted.this_year === 'ignored' ? '' : words.listedNow(period)) + words.yearsOdd(odd.join('；')) };
  const sheets = earlier.map(({ table }) => context.figures.sheetOf(table) || (context.pack.tables[table]?.sheet[0] ?? table));
  return {
    why: (wanted.this_year === 'ignored' ? '' : words.listedNow(period)) + words.yearsUnknown([...new Set(sheets)].join('、'), period),
  };
}
