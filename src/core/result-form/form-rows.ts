import { blocksOf, singlesOf, type Block, type Placed } from '../hand-out/block';
import { isDecided, type Finding } from '../judge/finding';
import { places } from '../pack/clause-place';
import { placesOf } from '../ranking/population';
import type { ReportContext } from '../report/report-context';
import type { ResultRanking, ResultRow } from '../result';
import { foldText } from '../table/fold';
import { handOutWords } from '../words/hand-out';
import { movementWords } from '../words/movement';
import { resultFormWords as words } from '../words/result-form';
import type { Held } from './held-columns';
import type { FormSettings } from './settings';

type Value = string | number | null;

/** One line of a filled form. */
export interface FormRow {
  readonly value: (held: Held) => Value;
  /** Unit of an indicator's figure. */
  readonly unit: (held: Held) => string | undefined;
}

export interface FormRows {
  readonly rows: readonly FormRow[];
  /** What is left out, and because of what; never who. */
  readonly remarks: readonly string[];
  /** Who is first for sure; empty where that is not settled. */
  readonly firsts: readonly string[];
  readonly members: number;
  /** Why there is no row. */
  readonly why: string;
}

/** What a form shows: places that no missing figure can change, or conclusions that rest on nothing missing. */
export function rowsOfForm(context: ReportContext, rankings: readonly ResultRanking[], settings: FormSettings): FormRows {
  const block = blockFor(context, settings);
  const ofBlock =
    block &&
    new BlockRows(
      context,
      block,
      rankings.find(({ id }) => id === block.ranked.id)!,
    );
  const firsts = block ? block.placed.filter(({ rank }) => rank === 1).map(({ subject }) => subject) : [];
  const about = {
    firsts,
    members: block ? block.placed.length + block.waiting.length : context.figures.rowsOf({ table: context.pack.main_table }),
  };
  if (settings.rules) return { ...about, ...listRows(context, settings, settings.rules, ofBlock) };
  if (!ofBlock) return { ...about, rows: [], remarks: [], why: words.why.noRanking };
  return { ...about, ...ofBlock.rows(settings) };
}

/** The ranking that is named, or else the one of exactly those whom the form asks for, or the first. */
function blockFor(context: ReportContext, { ranking, filters }: FormSettings): Block | undefined {
  const blocks = blocksOf(context);
  if (ranking !== undefined) return [...blocks, ...singlesOf(context)].find(({ ranked }) => ranked.id === ranking);
  const isSame = ({ ranked }: Block): boolean => {
    const population = Object.entries(context.pack.rankings[ranked.id]?.population ?? {});
    return (
      filters.size > 0 &&
      population.length === filters.size &&
      population.every(([key, values]) => {
        const asked = new Set(filters.get(key));
        return asked.size === values.length && values.every((value) => asked.has(value));
      })
    );
  };
  return blocks.find(isSame) ?? blocks[0];
}

/** Whether a row of the main table is asked for; undefined where the cell that says so is blank. */
function isAsked({ pack, figures }: ReportContext, { filters }: FormSettings, row: number): boolean | undefined {
  const columns = figures.tables.get(pack.main_table)?.columns;
  const answers = [...filters].map(([key, values]) => {
    const text = columns?.get(key)?.texts[row] ?? '';
    return text === '' ? undefined : values.some((value) => foldText(value) === foldText(text));
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

class BlockRows {
  private readonly rowOf: ReadonlyMap<string, ResultRow>;
  private readonly listed = new Map<string, Finding[]>();

  constructor(
    private readonly context: ReportContext,
    private readonly block: Block,
    ranking: ResultRanking,
  ) {
    this.rowOf = new Map(ranking.rows.map((row) => [row.subject, row]));
    for (const finding of context.judgement.findings) {
      if (!isDecided(finding) || !['position', 'grade', 'movement'].includes(finding.kind)) continue;
      this.listed.set(finding.subject, [...(this.listed.get(finding.subject) ?? []), finding]);
    }
  }

  rows(settings: FormSettings): Pick<FormRows, 'rows' | 'remarks' | 'why'> {
    const { context, block } = this;
    const asked = block.placed.filter(({ row }) => isAsked(context, settings, row) === true);
    const waiting = block.waiting.filter((row) => isAsked(context, settings, row) !== false);
    const { chosen, atEdge } = this.counted(settings, asked, waiting);
    const rows = settings.order === 'table' ? [...chosen].sort((a, b) => a.row - b.row) : chosen;
    return {
      rows: rows.map((placed, at) => this.line(placed, at)),
      remarks: [
        ...(waiting.length > 0 ? [handOutWords.waiting(waiting.length, rows.length > 0)] : []),
        ...(atEdge > 0 ? [words.atEdge(atEdge)] : []),
        ...(block.outside > 0 && settings.filters.size === 0 ? [handOutWords.outside(block.outside)] : []),
      ],
      why: block.placed.length > 0 ? words.why.filtered : words.why.nobody,
    };
  }

  /** The first or last so many of those asked for, ties at the edge included: only those of whom that is sure. */
  private counted(
    { first, last }: FormSettings,
    asked: readonly Placed[],
    waiting: readonly number[],
  ): { readonly chosen: readonly Placed[]; readonly atEdge: number } {
    const most = first ?? last;
    if (most === undefined) return { chosen: asked, atEdge: 0 };
    // Of a whole ranking the place itself says how many come before.
    if (first !== undefined && asked.length === this.block.placed.length)
      return { chosen: asked.filter(({ rank }) => rank <= first), atEdge: 0 };
    const open = waiting.map((row) => this.interval(row));
    let atEdge = 0;
    const chosen = asked.filter(({ rank }) => {
      const before = asked.filter((one) => (first === undefined ? one.rank > rank : one.rank < rank)).length;
      const sure = open.filter(([best, worst]) => (first === undefined ? best > rank : worst < rank)).length;
      const possible = open.filter(([best, worst]) => (first === undefined ? worst > rank : best < rank)).length;
      if (before + possible < most) return true;
      if (before + sure < most) atEdge++;
      return false;
    });
    return { chosen, atEdge };
  }

  /** Best and worst place of a row of the main table that waits. */
  private interval(row: number): readonly [number, number] {
    const place = this.block.ranked.rows.indexOf(row);
    return (place < 0 ? undefined : placesOf(this.block.ranked, place)) ?? [1, Infinity];
  }

  private line({ subject, row, rank, tied, grades }: Placed, at: number): FormRow {
    const { pack, figures } = this.context;
    const of = this.rowOf.get(subject);
    const listed = this.listed.get(subject) ?? [];
    const main = figures.tables.get(pack.main_table)?.columns;
    const value = (held: Held): Value => {
      switch (held.kind) {
        case 'order':
          return at + 1;
        case 'zone':
          return subject;
        case 'rank':
          return rank;
        case 'total':
          return of?.total ?? words.missing;
        case 'lastRank':
          return of?.lastRank ?? words.missing;
        case 'moved':
          return movementWords.moved(of?.moved ?? undefined);
        case 'grade':
          return words.parts([...grades.values()]);
        case 'scale':
          return grades.get(held.of) ?? words.missing;
        case 'dimension':
          return of?.dimensions[held.of] ?? words.missing;
        case 'indicator':
          return of?.indicators[held.of]?.value ?? words.missing;
        case 'points':
          return of?.indicators[held.of]?.score ?? words.missing;
        case 'column': {
          const column = main?.get(held.of);
          if (column?.spec.kind !== 'number') return column?.texts[row] ?? '';
          const number = column.values[row]!;
          return Number.isNaN(number) ? words.missing : number;
        }
        case 'verdict':
          return words.joined(listed.map(({ title }) => title));
        case 'consequence':
          return words.parts([...new Set(listed.flatMap(({ consequence }) => consequence ?? []))]);
        case 'clause':
          return words.joined([...new Set(listed.map(({ clauses }) => places(clauses)))]);
        case 'remark':
          return tied ? words.tied : '';
        default:
          return '';
      }
    };
    return {
      value,
      unit: (held) =>
        held.kind === 'indicator'
          ? (of?.indicators[held.of]?.unit ?? undefined)
          : held.kind === 'column'
            ? main?.get(held.of)?.unit
            : undefined,
    };
  }

  /** The line of a zone of which something else is said; its place only where that is decided. */
  about(subject: string): FormRow | undefined {
    const placed = this.block.placed.find((one) => one.subject === subject);
    return placed && this.line(placed, 0);
  }
}

/** Lines of a list: what its rules conclude of whom, in the order of the rules, what needs action first. */
function listRows(
  context: ReportContext,
  settings: FormSettings,
  rules: readonly string[],
  ofBlock: BlockRows | undefined,
): Pick<FormRows, 'rows' | 'remarks' | 'why'> {
  const { pack, figures, judgement } = context;
  const ofRules = judgement.findings.filter(
    ({ rule }) => rules.includes(rule) && !judgement.silent.has(rule) && !judgement.unchosen.has(rule),
  );
  const lost = (settings.verdicts ?? []).filter((one) => !ofRules.some(({ word }) => foldText(word) === foldText(one)));
  const asked = ofRules.filter(({ subject, word }) => {
    if (settings.verdicts && !settings.verdicts.some((one) => foldText(one) === foldText(word))) return false;
    const row = figures.rowByKey(pack.main_table, subject);
    return settings.filters.size === 0 || (row !== undefined && isAsked(context, settings, row) !== false);
  });
  const order = { unmet: 0, explain: 1, missing: 2, met: 3 };
  const decided = asked
    .filter(isDecided)
    .sort((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule) || order[a.status] - order[b.status]);
  const most = settings.first ?? settings.last;
  const shown = most === undefined ? decided : settings.first === undefined ? decided.slice(-most) : decided.slice(0, most);
  const open = asked.filter((finding) => finding.certainty === 'possible' || finding.status === 'missing').length;
  return {
    rows: shown.map((finding, at) => findingLine(context, finding, at, ofBlock?.about(finding.subject))),
    remarks: [...(lost.length > 0 ? [words.noVerdict(lost)] : []), ...(open > 0 ? [words.openItems(open)] : [])],
    why: words.why.nothing,
  };
}

function findingLine({ pack, figures }: ReportContext, finding: Finding, at: number, zone: FormRow | undefined): FormRow {
  const row = figures.rowByKey(pack.main_table, finding.subject);
  const value = (held: Held): Value => {
    switch (held.kind) {
      case 'order':
        return at + 1;
      case 'zone':
        return finding.subject;
      case 'rule':
        return finding.item ?? finding.title;
      case 'verdict':
        return finding.word;
      case 'value':
        return finding.value ?? words.missing;
      case 'limit':
        return finding.limit ?? words.missing;
      case 'consequence':
        return finding.consequence ?? '';
      case 'clause':
        return places(finding.clauses);
      case 'statement':
        return finding.statement;
      case 'remark':
        return finding.evidence ?? '';
      case 'column': {
        const column = row === undefined ? undefined : figures.tables.get(pack.main_table)?.columns.get(held.of);
        if (!column) return '';
        const number = column.values[row!] ?? NaN;
        return column.spec.kind !== 'number' ? (column.texts[row!] ?? '') : Number.isNaN(number) ? words.missing : number;
      }
      default:
        return zone ? zone.value(held) : words.missing;
    }
  };
  const unit = (held: Held): string | undefined =>
    held.kind === 'column' ? figures.tables.get(pack.main_table)?.columns.get(held.of)?.unit : zone?.unit(held);
  return { value, unit };
}
