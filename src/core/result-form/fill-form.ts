import type { Grid } from '../grid';
import { CellKind } from '../grid';
import { cautions, periodNamed } from '../hand-out/head';
import type { CopiedFrom, PlanCell, SheetPlan } from '../plan';
import { placeNamed } from '../report/jurisdiction';
import type { ReportContext } from '../report/report-context';
import { resultOf } from '../report/result-of';
import { textWidth } from '../report/width';
import type { UnmadeSheet } from '../report/unmade';
import type { Units } from '../units/units';
import { resultFormWords as words } from '../words/result-form';
import { rowsOfForm, type FormRow, type FormRows } from './form-rows';
import { formulaOnCopy, rowOnCopy, type PatternRows } from './pattern-rows';
import { filledText, holdsBraces } from './placeholders';
import type { FormColumn, ReadForms, ResultForm } from './read-form';

export interface FilledForms {
  readonly sheets: readonly SheetPlan[];
  readonly unmade: readonly UnmadeSheet[];
}

/** Copies of the forms with a result in them; the forms themselves stay as they are. */
export function fillForms(context: ReportContext, { forms }: ReadForms, units: Units): FilledForms {
  if (forms.length === 0) return { sheets: [], unmade: [] };
  const { rankings } = resultOf(context);
  const sheets: SheetPlan[] = [];
  const unmade: UnmadeSheet[] = [];
  for (const form of forms) {
    const rows = 'sheet' in form ? rowsOfForm(context, rankings, form.settings) : undefined;
    const isTooLong = rows !== undefined && rows.rows.length > MOST_ROWS;
    if ('sheet' in form && rows && rows.rows.length > 0 && !isTooLong) sheets.push(fillForm(context, form, rows, units));
    else {
      const why = isTooLong ? [words.why.tooLong(MOST_ROWS)] : [rows?.why ?? words.why.unusable, ...(rows?.remarks ?? [])];
      unmade.push({ title: form.title, rules: [], why: words.parts(why.map((one) => one.replace(/。$/u, ''))) });
    }
  }
  return { sheets, unmade };
}

/** Nobody hands out more on paper; every row is made by itself. */
const MOST_ROWS = 3000;

/** Shown where the form's own cells have no number format. */
const PLACES = '0';
const FIGURES = '0.0###';

/** Cells of the copy, row by row, and which of them are not as they stand on the form. */
class CopiedCells {
  readonly rows: PlanCell[][] = [];
  readonly filled: { readonly row: number; readonly column: number }[] = [];

  put(row: number, column: number, cell: PlanCell, isFilled: boolean): void {
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row]!;
    while (cells.length <= column) cells.push({ value: null });
    cells[column] = cell;
    if (isFilled) this.filled.push({ row, column });
  }
}

function fillForm(context: ReportContext, form: ResultForm, { rows, remarks, firsts, members }: FormRows, units: Units): SheetPlan {
  const { grid, name } = form.sheet;
  const pattern: PatternRows = { ...form.pattern, count: rows.length };
  const cells = new CopiedCells();
  const left = [...remarks, ...cautions(context)].map(words.sentence);
  const remark = left.length === 0 ? '' : words.note(left);
  const valueOf = fillsOf(context, { firsts, members, rows: rows.length, remark });
  let isTold = remark === '';
  for (let row = 0; row < grid.rows; row++) {
    if (row >= pattern.first && row <= pattern.last) continue;
    for (const column of grid.filled(row)) {
      const at = rowOnCopy(pattern, row);
      const formula = grid.formula(row, column);
      const text = grid.text(row, column);
      if (formula !== undefined) cells.put(at, column, { value: null, formula: formulaOnCopy(formula, pattern, name) }, true);
      else if (grid.kind(row, column) === CellKind.text && holdsBraces(text)) {
        isTold ||= text.includes(words.fills.remarks);
        // Whoever writes something before it has said that it is a note.
        const isLed = !/^\s*[{｛]/u.test(text);
        const value = filledText(text, (fill) => (isLed && fill === words.fills.remarks ? left.join('') : valueOf(fill))).trim();
        cells.put(at, column, { value: value === '' ? null : value }, true);
      } else cells.put(at, column, { value: plainValue(grid, row, column) }, false);
    }
  }
  const formulas = new Map(
    [...grid.filled(pattern.first)].flatMap((column) => {
      const formula = grid.formula(pattern.first, column);
      return formula === undefined ? [] : [[column, formula] as const];
    }),
  );
  rows.forEach((row, n) => {
    const at = pattern.first + n;
    // What an earlier result left in the pattern, and what nothing fills, is taken out.
    for (let column = form.left; column <= form.right; column++) {
      const formula = formulas.get(column);
      cells.put(
        at,
        column,
        formula === undefined ? { value: null } : { value: null, formula: formulaOnCopy(formula, pattern, name, n) },
        true,
      );
    }
    for (const column of form.columns) cells.put(at, column.column, { value: valueIn(row, column, units) }, true);
  });
  cells.rows.length = Math.max(cells.rows.length, pattern.first + rows.length);
  if (!isTold) cells.put(cells.rows.length, form.left, { value: remark }, true);
  const copied: CopiedFrom = {
    sheet: name,
    ...pattern,
    filled: cells.filled,
    formats: formatsOf(context, form, rows),
    grown: grownRows(cells.rows, pattern),
  };
  return {
    name: form.title,
    copied,
    head: Array.from(cells.rows, (row) => row ?? []),
    body: [],
    bodyRows: 0,
    foot: [],
    widths: [],
    freeze: { rows: 0, columns: 0 },
    landscape: false,
    notes: [],
    links: [],
    names: [],
  };
}

/** The copied row is as high as one line needs, or two short ones. */
const SHORT = 24;

const grownRows = (rows: readonly (readonly PlanCell[])[], { first, count }: PatternRows): number[] =>
  Array.from({ length: count }, (_, at) => first + at).filter((row) =>
    rows[row]!.some(({ value }) => typeof value === 'string' && textWidth(value) > SHORT),
  );

function plainValue(grid: Grid, row: number, column: number): PlanCell['value'] {
  const cell = grid.cell(row, column);
  return cell.kind === 'empty' || cell.kind === 'error' ? null : cell.value;
}

/** A figure in the unit that the form's header states. */
function valueIn(row: FormRow, { held, unit }: FormColumn, units: Units): PlanCell['value'] {
  const value = row.value(held);
  if (value === '') return null;
  if (typeof value !== 'number' || unit === undefined) return value;
  const own = row.unit(held);
  const factor = own === undefined || own === unit ? undefined : units.factor(own, unit);
  return factor ? factor.apply(value) : value;
}

function formatsOf({ pack }: ReportContext, { columns }: ResultForm, rows: readonly FormRow[]): CopiedFrom['formats'] {
  const decimals = pack.scoring.show_decimals;
  const score = decimals > 0 ? `0.${'0'.repeat(decimals)}` : PLACES;
  return columns.flatMap(({ column, held }) => {
    const values = rows.map((row) => row.value(held)).filter((value) => typeof value === 'number');
    if (values.length === 0) return [];
    const isScore = ['total', 'dimension', 'points'].includes(held.kind);
    return [{ column, code: isScore ? score : values.every(Number.isInteger) ? PLACES : FIGURES }];
  });
}

function fillsOf(
  context: ReportContext,
  said: { readonly firsts: readonly string[]; readonly members: number; readonly rows: number; readonly remark: string },
): (name: string) => string {
  const { pack, day } = context;
  const { fills } = words;
  const values = new Map<string, string>([
    [fills.period, periodNamed(context)],
    [fills.province, placeNamed(pack)],
    [fills.document, pack.title],
    [fills.number, pack.number ?? ''],
    [fills.madeOn, words.date(day.date)],
    [fills.first, said.firsts.length > 0 ? words.joined(said.firsts) : words.pending],
    [fills.members, String(said.members)],
    [fills.rows, String(said.rows)],
    [fills.remarks, said.remark],
  ]);
  return (name) => values.get(name) ?? '';
}
