import { packWords as words } from '../words/pack';
import type { LintBook } from './lint-book';
import type { RuleOf } from './rule-schema';

/** Scales of grades: limits that fall from the best to the last, a last grade for all others, names that exist. */
export function lintGrades(lint: LintBook): void {
  const { pack } = lint;
  for (const [key, scale] of Object.entries(pack.grades)) {
    const at = `grades.${key}`;
    lint.sources(at, scale);
    scale.rankings?.forEach((ranking) => knownRanking(lint, at, ranking));
    const titles = scale.grades.map(({ title }) => title);
    const twice = titles.find((title, index) => titles.indexOf(title) !== index);
    if (twice !== undefined) lint.refuse('grade-twice', at, words.gradeTwice(at, twice));
    scale.grades.forEach(({ title, at_least: from, over, first, most }, index) => {
      const here = `${at}.grades[${index}]`;
      const isLast = index === scale.grades.length - 1;
      const hasLimit = from !== undefined || over !== undefined || first !== undefined;
      if (isLast ? hasLimit || most !== undefined : !hasLimit) lint.refuse('grade-limit', here, words.gradeLimit(here, title, isLast));
      if (from !== undefined && over !== undefined) lint.refuse('grade-limit', here, words.gradeOneLimit(here));
      for (const limit of [from, over]) if (typeof limit === 'object') lint.parameter(here, limit.parameter, ['number', 'integer']);
      for (const end of [first, most]) {
        const asked = typeof end === 'object' && 'percent' in end ? end.percent : end;
        if (typeof asked === 'object') lint.parameter(here, asked.parameter, ['number', 'integer']);
      }
    });
    const limits = scale.grades.map(({ at_least: from, over }) => from ?? over).filter((limit) => typeof limit === 'number');
    if (limits.some((limit, index) => index > 0 && limit >= limits[index - 1]!)) lint.refuse('grade-order', at, words.gradeOrder(at));
  }
  const known = new Set(Object.values(pack.grades).flatMap(({ grades }) => grades.map(({ title }) => title)));
  pack.scoring.adjustments.forEach((one, index) => {
    if (one.kind !== 'veto') return;
    for (const title of one.bars)
      if (!known.has(title))
        lint.refuse(
          'unknown-grade',
          `scoring.adjustments[${index}]`,
          words.unknownGrade(`scoring.adjustments[${index}]`, title, known.size > 0),
          { word: title, known: [...known] },
        );
  });
}

/** A rule over grades. */
export function lintGradeRule(lint: LintBook, at: string, rule: RuleOf<'grade'>): void {
  knownRanking(lint, at, rule.ranking);
  const scale = Object.hasOwn(lint.pack.grades, rule.scale) ? lint.pack.grades[rule.scale]! : undefined;
  const titles = scale?.grades.map(({ title }) => title) ?? [];
  if (!scale)
    lint.refuse('unknown-scale', at, words.unknownScale(at, rule.scale, Object.keys(lint.pack.grades).length > 0), {
      word: rule.scale,
      known: Object.keys(lint.pack.grades),
    });
  else if (scale.rankings && !scale.rankings.includes(rule.ranking)) lint.refuse('unknown-scale', at, words.scaleElsewhere(at, rule.scale));
  for (const title of scale ? rule.is : [])
    if (!titles.includes(title))
      lint.refuse('unknown-grade', at, words.unknownGrade(at, title, titles.length > 0), { word: title, known: titles });
  for (const count of [rule.in?.years, rule.in?.of_last])
    if (typeof count === 'object') lint.parameter(at, count.parameter, ['number', 'integer']);
  for (const { table, column } of rule.in?.earlier ?? []) lint.column(at, table, column);
}

function knownRanking(lint: LintBook, at: string, ranking: string): void {
  lint.named('unknown-ranking', at, words.unknownRanking, ranking, lint.pack.rankings);
}
