import { formatHalfUp } from '../decimal';
import type { Content, Coverage } from '../ranking/coverage';
import type { ResultCoverage } from '../result';
import { headerOf } from './own-header';
import { contentWords as words } from '../words/contents';

/** How many shares a line names; a pack of the user's own may have a hundred contents. */
const NAMED = 12;

/** Points of 100, at most two decimals: 42.86, 24. */
const points = (share: number): string => formatHalfUp(share * 100, 2).replace(/\.?0+$/, '');

const sumOf = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0);

/** What a ranking scores of the document's contents, what it does not and why, and how the weight of the latter was shared out. */
export function coverageLine({ contents, rest, listed, blankIndicators, ownIndicators }: Coverage): string | undefined {
  const named = contents.filter(({ basis }) => basis === 'named');
  const scored = contents.filter(({ unscored }) => unscored === undefined);
  const own = scored.filter(({ basis }) => basis === 'own');
  if (contents.length === 0) return undefined;
  const added = [
    ...(listed ? [words.scopeListed(listed.expected, listed.scored)] : []),
    ...(own.length > 0 ? [words.scopeOwn(words.quoted(own.map(({ title }) => title)), own.length)] : []),
    ...(ownIndicators.length > 0 ? [words.scopeOwnIndicators(words.quoted(ownIndicators.map(({ title }) => title)))] : []),
  ];
  const scope = [words.scope(named.length, scored.length - own.length), ...added].join('；');
  const lacking = [...unscoredByReason(contents), ...(rest > 0 ? [words.restUnscored(points(rest))] : [])];
  const parts = [
    scope,
    ...(lacking.length > 0 ? [[words.notScored(lacking.join('；')), ...sharedOut(contents, rest, scored)].join('，')] : []),
    ...blankWithin(blankIndicators, scored),
  ];
  return words.line(parts);
}

/** Indicators that nobody has, of contents that are scored by others; of the rest it is said already. */
function blankWithin(blank: Coverage['blankIndicators'], scored: readonly Content[]): string[] {
  const counted = new Set(scored.map(({ id }) => id));
  const titles = blank.filter(({ dimension }) => counted.has(dimension)).map(({ title }) => title);
  if (titles.length === 0) return [];
  return [words.blankIndicators(words.quoted(titles.slice(0, NAMED)), titles.length, titles.length <= NAMED)];
}

function unscoredByReason(contents: readonly Content[]): string[] {
  return (['no_indicator', 'no_figures', 'alike', 'no_weight'] as const).flatMap((reason) => {
    const titles = contents.filter(({ unscored }) => unscored === reason).map(({ basis, title }) => headerOf(basis, title));
    return titles.length > 0 ? [`${words.quoted(titles)}${words.reasons[reason]}`] : [];
  });
}

function sharedOut(contents: readonly Content[], rest: number, scored: readonly Content[]): string[] {
  const lost = contents.filter(({ unscored }) => unscored !== undefined).map(({ weight }) => weight);
  if (lost.includes(undefined)) return [words.sharedOutSomehow];
  const sum = sumOf(lost.map((weight) => weight ?? 0)) + rest;
  if (sum === 0 || scored.length === 0) return [];
  const shares = scored.slice(0, NAMED).map(({ title, share }) => words.share(title, points(share ?? 0)));
  const more = scored.length > NAMED ? words.moreShares(scored.length) : '';
  return [words.sharedOut(points(sum), `${shares.join('、')}${more}`)];
}

/** The same in a few words, for the pane and the screen; undefined where all that the document names is scored. */
export function coverageInShort({ complete, contents, rest }: ResultCoverage): string | undefined {
  if (complete) return undefined;
  const named = contents.filter(({ basis }) => basis === 'named');
  const lost = contents.filter(({ unscored }) => unscored !== null).map(({ weight }) => weight);
  const sum = sumOf(lost.map((weight) => weight ?? 0)) + rest;
  return words.inShort(
    named.length,
    named.filter(({ unscored }) => unscored === null).length,
    lost.includes(null) || sum === 0 ? undefined : points(sum),
  );
}
