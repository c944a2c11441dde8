import { packWords as words } from '../words/pack';
import { lintGradeRule } from './lint-grades';
import type { LintBook } from './lint-book';
import { edges, type Edged } from '../limit/edge';
import { own } from '../own';
import { frameOf } from './references';
import type { Rule, RuleOf } from './rule-schema';
import type { Pack } from './schema';

/** Parameters that hold a number. */
const NUMBERS = ['number', 'integer'] as const;

/** One edge, two that make a range, or `equals`. */
export function lintEdges(lint: LintBook, at: string, edged: Edged): void {
  const used = edges.filter((edge) => edged[edge] !== undefined);
  used.forEach((edge) => lint.limit(`${at}.${edge}`, edged[edge]!));
  if (used.length === 0) lint.refuse('edge-none', at, words.edgeNone(at));
  const low = edged.over ?? edged.at_least;
  const high = edged.under ?? edged.at_most;
  const both = (edged.over !== undefined && edged.at_least !== undefined) || (edged.under !== undefined && edged.at_most !== undefined);
  const inverted =
    typeof low === 'number' &&
    typeof high === 'number' &&
    (low > high || (low === high && (edged.over !== undefined || edged.under !== undefined)));
  if (both || inverted || (edged.equals !== undefined && used.length > 1)) lint.refuse('edge-clash', at, words.edgeClash(at));
}

function lintYear(lint: LintBook, at: string, year: number | { parameter: string }): void {
  if (typeof year !== 'number') lint.parameter(at, year.parameter, ['year', 'integer']);
}

function lintPosition(lint: LintBook, at: string, rule: RuleOf<'position'>): void {
  if ((rule.ranking === undefined) === (rule.imported === undefined)) lint.refuse('one-of', at, words.oneOf(at, 'ranking、imported'));
  if ((rule.first === undefined) === (rule.last === undefined)) lint.refuse('one-of', at, words.oneOf(at, 'first、last'));
  if (rule.ranking !== undefined) lint.named('unknown-ranking', at, words.unknownRanking, rule.ranking, lint.pack.rankings);
  const sources: readonly NonNullable<typeof rule.imported>[] = [...(rule.imported ? [rule.imported] : []), ...(rule.in?.earlier ?? [])];
  for (const source of sources) {
    const columns = [source.rank, source.total, source.from_last, source.item].filter((column) => column !== undefined);
    columns.forEach((column) => lint.column(at, source.table, column));
    if (columns.length === 0) lint.named('unknown-table', at, words.unknownTable, source.table, lint.pack.tables);
    const known = source.from_last !== undefined || source.rank !== undefined;
    if (!known) lint.refuse('imported', at, words.imported(at));
  }
  if (rule.imported && rule.last !== undefined && rule.imported.from_last === undefined && rule.imported.total === undefined)
    lint.refuse('imported', at, words.imported(at));
  for (const count of [rule.first, rule.last, rule.in?.years, rule.in?.of_last]) {
    const asked = typeof count === 'object' && 'percent' in count ? count.percent : count;
    if (asked !== undefined && typeof asked !== 'number') lint.parameter(at, asked.parameter, NUMBERS);
    if (rule.imported && typeof count === 'object' && 'percent' in count) lint.refuse('share-of-imported', at, words.shareOfImported(at));
  }
  if (rule.imported && rule.in?.this_year === 'ignored') lint.refuse('one-of', at, words.ignoredImported(at), { word: 'this_year' });
  if (rule.yields_to) {
    lint.choice(at, rule.yields_to.parameter, rule.yields_to.is);
    rule.yields_to.rules.forEach((other) => lint.named('unknown-rule', at, words.unknownRule, other, lint.pack.rules));
  }
}

function lintDeadline(lint: LintBook, at: string, rule: RuleOf<'deadline'>): void {
  const terms = [rule.days, rule.months, rule.years].filter((term) => term !== undefined);
  if (terms.length !== 1) lint.refuse('one-of', at, words.oneOf(at, 'days、months、years'));
  for (const term of terms) if (typeof term !== 'number') lint.parameter(at, term.parameter, NUMBERS);
  if (typeof rule.counting !== 'string') lint.parameter(at, rule.counting.parameter, ['choice']);
  for (const source of [rule.event, rule.done]) {
    if (!source || 'date' in source) continue;
    if ('parameter' in source) lint.parameter(at, source.parameter, ['date']);
    else lint.day(at, source.column);
  }
  if (rule.when_found_by !== undefined) lint.named('unknown-rule', at, words.unknownRule, rule.when_found_by, lint.pack.rules);
}

function lintKind(lint: LintBook, at: string, rule: Rule): void {
  switch (rule.kind) {
    case 'threshold':
      lint.unit(at, rule.unit);
      lint.measure(at, rule.measure, rule.unit);
      lintEdges(lint, at, rule);
      if (rule.exception !== undefined) lint.yesNo(at, rule.exception);
      return;
    case 'position':
      lintPosition(lint, at, rule);
      return;
    case 'trend': {
      lint.unit(at, rule.unit);
      lint.measure(at, rule.measure, rule.unit);
      if (rule.marked_change) lint.parameter(at, rule.marked_change.parameter, NUMBERS);
      if (rule.together !== undefined) {
        lint.measure(at, rule.together, rule.unit);
        const shared = own(lint.pack.measures, rule.together);
        if (shared?.kind !== 'share_of_area' || shared.together === undefined)
          lint.refuse('not-together', at, words.notTogether(at, rule.together), { word: rule.together });
      }
      const measures = typeof rule.measure === 'string' ? [rule.measure] : Object.values(rule.measure.choices);
      const declared = new Set(
        Object.entries(lint.pack.indicators).flatMap(([key, { measure = key }]) =>
          typeof measure === 'string' ? [measure] : Object.values(measure.choices),
        ),
      );
      if (rule.must === 'improve') {
        measures
          .filter((measure) => !declared.has(measure))
          .forEach((measure) => lint.refuse('improve-needs-indicator', at, words.improveNeedsIndicator(at, measure)));
      }
      return;
    }
    case 'target':
    case 'count_target':
      lint.unit(at, rule.unit);
      lint.measure(at, rule.measure, rule.unit);
      lintEdges(lint, `${at}.goal`, rule.goal);
      lintYear(lint, at, rule.goal.year);
      if (rule.baseline) {
        lintYear(lint, at, rule.baseline.year);
        lint.limit(at, rule.baseline.value);
      }
      if (rule.kind === 'count_target') {
        lintEdges(lint, at, rule);
        lint.unit(`${at}.goal`, rule.goal.unit);
      }
      return;
    case 'checklist':
      for (const column of [rule.item, rule.answer, rule.evidence]) if (column !== undefined) lint.column(at, rule.table, column);
      Object.entries(rule.items).forEach(([item, { clause }]) => lint.clauses(`${at}.items.${item}`, clause));
      return;
    case 'deadline':
      lintDeadline(lint, at, rule);
      return;
    case 'grade':
      lintGradeRule(lint, at, rule);
      return;
    case 'movement':
      if ((rule.up_at_least === undefined) === (rule.down_at_least === undefined))
        lint.refuse('one-of', at, words.oneOf(at, 'up_at_least、down_at_least'));
      lint.named('unknown-ranking', at, words.unknownRanking, rule.ranking, lint.pack.rankings);
      for (const column of [rule.earlier.rank, rule.earlier.total]) if (column !== undefined) lint.column(at, rule.earlier.table, column);
      for (const count of [rule.up_at_least, rule.down_at_least]) if (typeof count === 'object') lint.parameter(at, count.parameter);
      return;
    case 'answer':
      lint.yesNo(at, rule.column);
      return;
    case 'weight_increase':
      rule.dimensions.forEach((dimension) => lint.named('unknown-dimension', at, words.unknownDimension, dimension, lint.pack.dimensions));
  }
}

/** The table whose rows a rule is about, where it is not the main one. */
export function tableOf(pack: Pack, rule: Rule): string | undefined {
  if (rule.kind === 'checklist') return rule.table;
  if (rule.kind === 'answer') {
    const frame = frameOf(pack, rule.column);
    return frame === undefined || frame === 'single' ? undefined : frame.table;
  }
  if (!('measure' in rule)) return undefined;
  const measure = typeof rule.measure === 'string' ? rule.measure : Object.values(rule.measure.choices)[0];
  const frame = measure === undefined ? undefined : frameOf(pack, measure);
  return frame === undefined || frame === 'single' ? undefined : frame.table;
}

/** Every rule names what exists, and says its limits in a way that can be judged. */
export function lintRules(lint: LintBook): void {
  const { pack } = lint;
  for (const [id, rule] of Object.entries(pack.rules)) {
    const at = `rules.${id}`;
    lint.sources(at, rule);
    lint.filter(at, 'for', rule.for, tableOf(pack, rule));
    if (rule.when) lint.choice(at, rule.when.parameter, rule.when.is);
    if ('and_yes' in rule) rule.and_yes.forEach((column) => lint.yesNo(at, column));
    lintKind(lint, at, rule);
  }
  pack.sheets.forEach((sheet, index) =>
    sheet.rules.forEach((rule) => lint.named('unknown-rule', `sheets[${index}].rules`, words.unknownRule, rule, pack.rules)),
  );
}
