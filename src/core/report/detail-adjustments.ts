import { quoteSheet } from '../cell';
import { titleOf } from '../pack/references';
import type { BodyColumn } from '../plan';
import { elsewhere, TIMES } from '../ranking/method-figures';
import { appliesAt, type ShownAdjustment } from '../ranking/adjustments';
import type { SettledAdjustment } from '../ranking/settled-adjustment';
import {
  adjustedTotalFormula,
  coefficientFormula,
  limitFormula,
  pointsFormula,
  rescaleFormula,
  togetherFormula,
  vetoFormula,
} from '../score/adjust-formula';
import { NOISE_DECIMALS } from '../score/rank';
import { TOTAL } from '../ranking/total';
import { cellAt } from '../table/placed-table';
import { adjustmentWords as words } from '../words/adjustments';
import { adjustmentRule, pointsFormat, vetoWord } from './adjustment-notes';
import { clauseNote } from './clause-note';
import { elsewhereColumn } from './elsewhere-column';
import { numberColumn, valueFormat, type DetailColumn, type DetailLayout } from './detail-layout';
import type { ReportContext } from './report-context';
import type { Tone } from './style-book';
import { columnWidth } from './width';

type Points = Extract<SettledAdjustment, { kind: 'bonus' | 'deduction' }>;
type Veto = Extract<SettledAdjustment, { kind: 'veto' }>;

/** What a veto's cell holds is 1 or 0, so that formulas can ask it; what it shows are words. */
const vetoFormat = (declared: SettledAdjustment): string => `"${vetoWord(declared)}";;"${words.notVetoed}"`;

/** Amounts that adjust the total, then points, limits and vetoes, all of them live where the sheet is. */
export function detailAdjustments(context: ReportContext, layout: DetailLayout, live: boolean): DetailColumn[] {
  return [
    ...layout.amounts.map((adjustment) => amountColumn(context, layout, adjustment, live)),
    ...layout.adjustments.map((adjustment) => adjustmentColumn(context, layout, adjustment, live)),
  ];
}

function amountColumn(context: ReportContext, { ranked }: DetailLayout, { declared }: ShownAdjustment, live: boolean): DetailColumn {
  const { pack, figures } = context;
  if (declared.kind === 'coefficient') return elsewhereColumn(context, elsewhere(figures, declared.by, TIMES), ranked, words.basis, live);
  const { measure } = declared as Points;
  const series = figures.series(measure);
  const at = (place: number): number => (series.frame === 'single' ? 0 : ranked.rows[place]!);
  const values = Float64Array.from(ranked.rows, (_, place) => series.values[at(place)] ?? NaN);
  const header = `${titleOf(pack, measure)}${series.unit === undefined ? '' : `（${series.unit}）`}`;
  return {
    group: words.basis,
    header,
    sub: '',
    body: numberColumn(
      context,
      values,
      valueFormat(values),
      live ? Array.from(values, (_, place) => series.formula(at(place)) ?? '') : undefined,
    ),
    width: columnWidth(header, [], { least: 12, most: 18 }),
  };
}

function adjustmentColumn(context: ReportContext, layout: DetailLayout, adjustment: ShownAdjustment, live: boolean): DetailColumn {
  const { pack, figures } = context;
  const { declared, title } = adjustment;
  const rule = adjustmentRule(pack, figures, adjustment);
  const isVeto = declared.kind === 'veto';
  const body = isVeto
    ? vetoBody(context, layout, adjustment, declared, live)
    : numberColumn(
        context,
        adjustment.changes,
        pointsFormat(pack.scoring.show_decimals, declared),
        live ? pointFormulas(layout, adjustment) : undefined,
      );
  return {
    group: words.group,
    header: title,
    headerNote: [
      `${title}：${rule}`,
      ...(isVeto ? keptAnswers(body) : []),
      ...(declared.kind === 'places' ? [words.placesKept] : []),
      ...(declared.clause ? [clauseNote(pack, declared.clause)] : []),
    ].join('\n'),
    sub: words.kinds[declared.kind],
    body,
    width: columnWidth(title, [], { least: declared.kind === 'limit' ? 15 : 12, most: 18 }),
    ...(isVeto && { isAnswer: true as const }),
  };
}

/** How many answers stand as values in a column of formulas, in one sentence. */
function keptAnswers(body: BodyColumn): string[] {
  if (body.kind !== 'number' || !body.formulas) return [];
  const { formulas, values } = body;
  const kept = formulas.filter((formula, place) => formula === '' && !Number.isNaN(values[place]!)).length;
  return kept > 0 ? [words.vetoKept(kept)] : [];
}

/** Points or what a limit changes, from the cells of the same row. */
function pointFormulas(layout: DetailLayout, adjustment: ShownAdjustment): string[] {
  const { expressed: declared, changes, off } = adjustment;
  if (off !== undefined) return Array.from(changes, () => '');
  return Array.from(changes, (points, place) => {
    if (declared.kind === 'limit' && declared.on) {
      const { on, cap = 0 } = declared;
      const of = layout.amounts.filter((one) => on.includes((one.declared as Points).measure));
      return (
        togetherFormula(
          of.map((one) => layout.cell(layout.adjustmentColumn(one), place)),
          cap,
          of[0]?.declared.kind === 'bonus' ? 1 : -1,
        ) ?? ''
      );
    }
    if (declared.kind === 'limit') {
      const before = layout.cell(layout.scoreColumn(TOTAL), place);
      const so = pointsRange(layout, place, adjustment);
      return limitFormula(before, so === undefined ? before : `${before}+SUM(${so})`, declared.cap, declared.floor) ?? '';
    }
    if (declared.kind === 'places') return '';
    const so = pointsRange(layout, place, adjustment);
    const before = layout.cell(layout.scoreColumn(TOTAL), place);
    if (declared.kind === 'coefficient') {
      const sum = so === undefined ? before : `(${before}+SUM(${so}))`;
      return Number.isNaN(points) ? '' : (coefficientFormula(sum, layout.cell(layout.amountColumn(adjustment), place)) ?? '');
    }
    if (declared.kind === 'rescale') {
      // Behind coefficients, or of some of those who were scored together, the greatest total stands in no column.
      const alone = so === undefined && layout.ranked.alongside.length === 0;
      return alone ? (rescaleFormula(before, layout.range(layout.scoreColumn(TOTAL)), declared.best) ?? '') : '';
    }
    const { kind, points_per, cap } = declared as Extract<ShownAdjustment['expressed'], { kind: 'bonus' | 'deduction' }>;
    const column = layout.amountColumn(adjustment);
    // An amount that cannot be reckoned with is not used; a formula would.
    return Number.isNaN(points) ? '' : (pointsFormula(layout.cell(column, place), kind === 'bonus' ? 1 : -1, points_per, cap) ?? '');
  });
}

/** Cells of the points and limits of a row, up to the one before `until`. */
function pointsRange(layout: DetailLayout, place: number, until?: ShownAdjustment): string | undefined {
  const points = layout.adjustments.filter(({ declared }) => declared.kind !== 'veto');
  const taken = until === undefined ? points : points.slice(0, points.indexOf(until));
  const [first, last] = [taken[0], taken.at(-1)];
  if (!first || !last) return undefined;
  const cell = (one: ShownAdjustment): string => layout.cell(layout.adjustmentColumn(one), place);
  return first === last ? cell(first) : `${cell(first)}:${cell(last)}`;
}

function vetoBody(
  { book, figures, pack }: ReportContext,
  { ranked }: DetailLayout,
  adjustment: ShownAdjustment,
  declared: Veto,
  live: boolean,
): BodyColumn {
  const { column, when } = declared;
  const format = vetoFormat(declared);
  const applied = Array.from(ranked.rows, (_, place) => appliesAt(ranked, adjustment, place));
  const table = figures.table(pack.main_table);
  const read = figures.column(pack.main_table, column);
  const formula = (row: number): string => {
    // Only an answer that stands there as it was read can be asked by a formula.
    if (!table || !read || read.adjusted.has(row) || (read.missing.get(row) ?? 'empty') !== 'empty') return '';
    const { sheet, cell } = cellAt(table, row, read.column);
    return vetoFormula(`${quoteSheet(sheet)}!${cell}`, when) ?? '';
  };
  const style = book.style('centre', undefined, format);
  const formulas = live ? Array.from(ranked.rows, formula) : undefined;
  const tone = (one: boolean | undefined): Tone | undefined => (one === undefined ? 'missing' : one ? 'unmet' : undefined);
  return {
    kind: 'number',
    values: Float64Array.from(applied, (one) => (one === undefined ? NaN : one ? 1 : 0)),
    style,
    styles: Uint16Array.from(applied, (one, place) => (formulas?.[place] ? style : book.style('centre', tone(one), format))),
    ...(formulas && { formulas }),
  };
}

/** Formula of the total that is ranked, at a place. */
export function totalFormula(layout: DetailLayout, place: number): string {
  const before = layout.cell(layout.scoreColumn(TOTAL), place);
  const zero = vetoColumns(layout, 'zero').map((column) => `${layout.cell(column, place)}=1`);
  return adjustedTotalFormula(before, pointsRange(layout, place), zero, NOISE_DECIMALS) ?? '';
}

/** Columns of the vetoes that have an effect. */
export function vetoColumns(layout: DetailLayout, effect: Veto['effect']): number[] {
  return layout.adjustments
    .filter(({ declared }) => declared.kind === 'veto' && declared.effect === effect)
    .map((adjustment) => layout.adjustmentColumn(adjustment));
}
