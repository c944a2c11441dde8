import { isRowOfWorkbook, spokenPlace } from '../pack/clause-place';
import { titleOf } from '../pack/references';
import type { Rule } from '../pack/rule-schema';
import type { Pack } from '../pack/schema';
import type { UserSettings } from '../parameters/parameter-sheet';
import { adjustmentWords } from '../words/adjustments';
import { ruleBookWords as words } from '../words/rule-book';
import { statementWords } from '../words/tasks';
import { lineKey, type RuleDecision, type RuleGroup, type RuleLine, type RuleQuote, type RuleSetting, type RuleSource } from './rule-line';
import { dataWeightingOf, declaredBehind, measuresOf, parameterKeys, settingOf, weightOf } from './rule-settings';

/** What parts of a pack say of their ground. */
interface Grounded {
  readonly clause?: readonly string[] | undefined;
  readonly decided?: readonly string[] | undefined;
}

interface Said extends Pick<RuleLine, 'key' | 'group' | 'kind' | 'title' | 'consequence'> {
  readonly clauses?: readonly string[] | undefined;
  readonly source?: RuleSource | undefined;
  readonly notes?: readonly (string | undefined)[];
  /** Parts of the pack whose decisions and parameters are the line's. */
  readonly parts: readonly object[];
  /** Parameters that are named otherwise than `{ parameter: key }`. */
  readonly parameters?: readonly string[];
  readonly settings?: readonly RuleSetting[];
}

/**
 * Everything that a pack does, one line each, with clause, words, decisions and parameters. Pure.
 * @param pack as the workbook completes it
 */
export function ruleLines(pack: Pack, settings: UserSettings): RuleLine[] {
  const maker = new LineMaker(pack, settings);
  const lines = [
    ...contentLines(pack, settings, maker),
    ...scoringLines(pack, settings, maker),
    ...rankingLines(pack, maker),
    ...adjustmentLines(pack, maker),
    ...Object.entries(pack.rules).flatMap(([key, rule]) => linesOfRule(key, rule, maker)),
    ...reviewLines(pack, maker),
    ...checkLines(pack, maker),
    ...statementLines(pack, maker),
    ...leftOutLines(pack),
  ];
  return [...lines, ...restLines(pack, lines, maker)];
}

class LineMaker {
  /** Parameters that some line names. */
  readonly named = new Set<string>();

  constructor(
    readonly pack: Pack,
    private readonly settings: UserSettings,
  ) {}

  line({ clauses = [], source, notes = [], parts, parameters = [], settings = [], ...named }: Said): RuleLine {
    const { pack } = this;
    const keys = [...new Set([...parameterKeys(pack, parts), ...parameters])].filter((one) => Object.hasOwn(pack.parameters, one));
    keys.forEach((one) => this.named.add(one));
    const decided = [...parts, ...keys.map((one) => pack.parameters[one]!)].flatMap((part: Grounded) => part.decided ?? []);
    const grounded = clauses.length > 0 ? clauses : [...new Set(parts.flatMap((part: Grounded) => part.clause ?? []))];
    return {
      ...named,
      source: source ?? (grounded.length === 0 ? 'silent' : pack.from_workbook ? 'workbook' : 'clause'),
      quotes: quotesOf(pack, grounded),
      decided: decisionsOf(pack, decided),
      notes: notes.flatMap((note) => note ?? []),
      settings: [...settings, ...keys.map((one) => settingOf(pack, this.settings, one))],
    };
  }
}

function quotesOf({ clauses }: Pack, cited: readonly string[]): RuleQuote[] {
  return cited.map((clause) => ({ place: spokenPlace(clause), words: clauses[clause] ?? '', isRow: isRowOfWorkbook(clause) }));
}

function decisionsOf({ decided }: Pack, ids: readonly string[]): RuleDecision[] {
  return [...new Set(ids)].flatMap((id) => {
    const { what, why } = decided[id] ?? {};
    return what === undefined || why === undefined ? [] : [{ id, what, why }];
  });
}

/** Contents with their indicators below them, in the order of the document. */
function contentLines(pack: Pack, settings: UserSettings, maker: LineMaker): RuleLine[] {
  const group: RuleGroup = 'contents';
  const stated: RuleSource = pack.from_workbook ? 'workbook' : 'named';
  const sources = { named: stated, suggested: 'suggested', imported: 'listed', own: 'user' } as const satisfies Record<string, RuleSource>;
  const indicators = (dimension: string): RuleLine[] =>
    Object.entries(pack.indicators)
      .filter(([, indicator]) => indicator.dimension === dimension)
      .map(([key, indicator]) => {
        const measures = indicator.measure === undefined ? [key] : measuresOf(indicator);
        return maker.line({
          ...{ key: lineKey('indicators', key), group, kind: words.kinds.indicator, source: sources[indicator.basis] },
          title: indicator.title ?? titleOf(pack, measures[0] ?? key),
          parts: [indicator, ...declaredBehind(pack, measures)],
          clauses: indicator.clause,
          settings: weightOf(pack, settings, 'indicator', key),
        });
      });
  return Object.entries(pack.dimensions).flatMap(([key, dimension]) => [
    maker.line({
      ...{ key: lineKey('dimensions', key), group, kind: words.kinds.dimension, source: sources[dimension.basis] },
      ...{ title: dimension.title, parts: [dimension], settings: weightOf(pack, settings, 'dimension', key) },
    }),
    ...indicators(key),
  ]);
}

function scoringLines(pack: Pack, settings: UserSettings, maker: LineMaker): RuleLine[] {
  const { contents, indicator_import: listed, scoring } = pack;
  const { gaps, over, clause, decided, normalise, weights } = scoring;
  const line = (key: string, title: string, said: Omit<Said, 'key' | 'group' | 'kind' | 'title'>): RuleLine =>
    maker.line({ key, group: 'scoring', kind: words.kinds.scoring, title, ...said });
  return [
    line(lineKey('scoring', 'method'), words.scoring.method, {
      parts: [{ clause, decided, normalise, weights }],
      settings: dataWeightingOf(pack, settings),
      // No document gives a formula; what it says of weights is quoted beside what was decided.
      ...(scoring.basis === 'equal_weights_trial' && { source: 'silent' }),
    }),
    ...(typeof over === 'string' ? [] : [line(lineKey('scoring', 'over'), words.scoring.over, { parts: [over] })]),
    ...(gaps
      ? [line(lineKey('scoring', 'gaps'), words.scoring.gaps, { parts: [gaps], parameters: 'ground' in gaps ? [gaps.ground] : [] })]
      : []),
    ...(contents ? [line('contents', words.scoring[contents.list], { parts: [contents] })] : []),
    ...(listed ? [line('indicator_import', words.scoring.list, { parts: [listed] })] : []),
  ];
}

function rankingLines(pack: Pack, maker: LineMaker): RuleLine[] {
  const of = (section: 'rankings' | 'grades' | 'levels', kind: string): RuleLine[] =>
    Object.entries(pack[section]).map(([key, one]) =>
      maker.line({
        ...{ key: lineKey(section, key), group: 'scoring', kind, title: one.title },
        parts: [one, ...('ties' in one ? [one.ties] : [])],
      }),
    );
  return [...of('rankings', words.kinds.ranking), ...of('grades', words.kinds.grades), ...of('levels', words.kinds.levels)];
}

function adjustmentLines(pack: Pack, maker: LineMaker): RuleLine[] {
  return pack.scoring.adjustments.map((one, at) => {
    const kind = adjustmentWords.kinds[one.kind];
    const title = adjustmentWords.title(one);
    return maker.line({
      key: lineKey('adjustments', at),
      group: 'scoring',
      kind,
      title,
      parts: [one, ...declaredBehind(pack, measuresOf(one))],
    });
  });
}

/** A rule, and where it is a checklist each of its items below it. */
function linesOfRule(key: string, rule: Rule, maker: LineMaker): RuleLine[] {
  const isQualify = rule.kind === 'threshold' && rule.effect === 'qualify';
  const { consequence, note } = rule;
  const group: RuleGroup = rule.kind === 'checklist' ? 'tasks' : 'rules';
  const items = rule.kind === 'checklist' ? Object.entries(rule.items) : [];
  // What its items refer to is told at the items.
  const own = rule.kind === 'checklist' ? { ...rule, items: {} } : rule;
  return [
    maker.line({
      ...{ key: lineKey('rules', key), group, title: rule.title, notes: [note], ...(consequence !== undefined && { consequence }) },
      kind: isQualify ? words.kinds.qualify : words.ruleKinds[rule.kind],
      clauses: rule.clause,
      ...(rule.kind === 'threshold' && rule.inferred && { source: 'inferred' }),
      parts: [own, ...declaredBehind(maker.pack, measuresOf(rule))],
    }),
    ...items.map(([item, { title, veto, clause = rule.clause }]) =>
      maker.line({
        ...{ key: lineKey('rules', key, item), group, title, clauses: clause, parts: [] },
        kind: veto ? words.kinds.veto : words.kinds.item,
      }),
    ),
  ];
}

/** Verdicts from what several rules say. */
function reviewLines(pack: Pack, maker: LineMaker): RuleLine[] {
  return Object.entries(pack.reviews).map(([key, one]) =>
    maker.line({ key: lineKey('reviews', key), group: 'rules', kind: words.kinds.review, title: one.title, parts: [one] }),
  );
}

function checkLines(pack: Pack, maker: LineMaker): RuleLine[] {
  return Object.entries(pack.checks).map(([key, check]) =>
    maker.line({ key: lineKey('checks', key), group: 'checks', kind: words.kinds.check, title: check.title, parts: [check] }),
  );
}

function statementLines(pack: Pack, maker: LineMaker): RuleLine[] {
  return Object.entries(pack.statements).map(([key, one]) =>
    maker.line({
      ...{ key: lineKey('statements', key), group: 'statements', title: one.title, parts: [one] },
      kind: words.kinds.statement(statementWords.kinds[one.kind]),
      notes: [one.note],
    }),
  );
}

/** What of the document is not computed, and why. */
function leftOutLines({ covers }: Pack): RuleLine[] {
  return covers.map(({ how, ids, why }, at) => ({
    ...{ key: lineKey('covers', at), group: 'statements', kind: words.kinds.leftOut, title: words.leftOut(words.how[how], ids.length) },
    ...{ source: 'clause', quotes: [], decided: [], settings: [], notes: why === undefined ? [] : [why] },
  }));
}

/** From so many lines on a decision is no matter of one of them: it has a line of its own. */
const SHARED = 4;

/** Decisions that many lines share or that none cites, and parameters that none names. */
function restLines(pack: Pack, lines: readonly RuleLine[], maker: LineMaker): RuleLine[] {
  const cited = new Map<string, number>();
  lines.forEach(({ decided }) => decided.forEach(({ id }) => cited.set(id, (cited.get(id) ?? 0) + 1)));
  const decisions = Object.keys(pack.decided).filter((id) => (cited.get(id) ?? SHARED) >= SHARED);
  const parameters = Object.keys(pack.parameters).filter((key) => !maker.named.has(key));
  const group: RuleGroup = 'rest';
  return [
    ...decisions.map((id) =>
      maker.line({
        ...{ key: lineKey('decided', id), group, kind: words.kinds.decision, parts: [{ decided: [id] }] },
        title: words.decisionTitle(id, pack.decided[id]!.what.split(/[，。；（]/u, 1)[0]!),
      }),
    ),
    ...parameters.map((key) =>
      maker.line({
        ...{ key: lineKey('parameters', key), group, kind: words.kinds.parameter, title: pack.parameters[key]!.title },
        ...{ parts: [pack.parameters[key]!], parameters: [key] },
      }),
    ),
  ];
}
