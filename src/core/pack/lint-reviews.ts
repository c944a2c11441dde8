import { own } from '../own';
import { packWords as words } from '../words/pack';
import type { LintBook } from './lint-book';
import { tableOf } from './lint-rules';

/** Reviews name rules over the rows of their table; every outcome but the last has a cause, and sheets show all the rules. */
export function lintReviews(lint: LintBook): void {
  const { pack } = lint;
  for (const [key, { table, for: filter, outcomes, ...review }] of Object.entries(pack.reviews)) {
    const at = `reviews.${key}`;
    lint.sources(at, review);
    if (lint.named('unknown-table', at, words.unknownTable, table, pack.tables)) lint.filter(at, 'for', filter, table);
    const titles = outcomes.map(({ title }) => title);
    const twice = titles.find((title, index) => titles.indexOf(title) !== index);
    if (twice !== undefined) lint.refuse('grade-twice', at, words.gradeTwice(at, twice));
    outcomes.forEach(({ title, causes }, index) => {
      const isLast = index === outcomes.length - 1;
      if (isLast !== (causes.length === 0)) lint.refuse('review-causes', at, words.reviewCauses(at, title, isLast), { word: title });
      for (const { rules, when } of causes) {
        if (when) lint.choice(at, when.parameter, when.is);
        for (const rule of rules) {
          if (!lint.named('unknown-rule', at, words.unknownRule, rule, pack.rules)) continue;
          const declared = own(pack.rules, rule)!;
          if ((tableOf(pack, declared) ?? '') !== table)
            lint.refuse('review-table', at, words.reviewTable(at, declared.title, table), { word: rule });
        }
      }
    });
  }
  pack.sheets.forEach(({ layout, review, rules, counted, columns = [] }, index) => {
    const at = `sheets[${index}]`;
    if (layout !== 'matrix' && (counted !== undefined || columns.length > 0)) lint.refuse('one-of', at, words.matrixOnly(at));
    columns.forEach((column) => lint.text(at, column));
    if ((layout === 'review') !== (review !== undefined)) lint.refuse('one-of', at, words.reviewLayout(at));
    if (review === undefined || !lint.named('unknown-review', at, words.unknownReview, review, pack.reviews)) return;
    const asked = own(pack.reviews, review)!.outcomes.flatMap(({ causes }) => causes.flatMap((cause) => cause.rules));
    const left = [...new Set(asked)].filter((rule) => !rules.includes(rule));
    if (left.length > 0) lint.refuse('review-rules', at, words.reviewRules(at, left.join('、')), { word: left[0]! });
  });
}
