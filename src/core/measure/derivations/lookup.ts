import { resolve, titleOf } from '../../pack/references';
import { cellAt } from '../../table/placed-table';
import { factorNumber, scaled } from '../../units/factor';
import { measureWords as words } from '../../words/measure';
import { mapBounds, UNBOUNDED } from '../bounds';
import { absentSeries, type Series } from '../series';
import { seriesOf, type Derivation } from './derivation';

/** The figure of the row of another table that a row names; its own figure comes before that one. */
export const lookup: Derivation<'lookup'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  const own = measure.unless === undefined ? undefined : figures.series(measure.unless, period);
  const rows = figures.rowsOf(frame, period);
  const by = resolve(figures.pack, measure.by);
  const [named, list] = [
    by?.kind === 'column' ? figures.column(by.table, by.column, period) : undefined,
    of.frame === 'single' ? undefined : of.frame.table,
  ];
  const sheet = by?.kind === 'column' ? figures.sheetOf(by.table, period) : '';
  const unnamed = named ? undefined : words.noColumn(sheet, titleOf(figures.pack, measure.by));
  const absent = own && own.absent === undefined ? undefined : (of.absent ?? unnamed);
  const factorOf = ({ unit }: Series): ReturnType<typeof figures.units.factor> =>
    unit === undefined ? undefined : figures.units.factor(unit, measure.unit);
  if (absent !== undefined || [own ?? of, of].some((one) => one.absent === undefined && !factorOf(one)))
    return absentSeries(measure.title, measure.unit, frame, rows, absent ?? words.unitUnknown(measure.title));
  const nameAt = (row: number): string => named?.texts[row] ?? '';
  const place = (row: number): number | undefined =>
    list === undefined || of.absent !== undefined || nameAt(row) === '' ? undefined : figures.rowByKey(list, nameAt(row), period);
  /** The series that gives a row its figure, and the row there; undefined where neither does. */
  const source = (row: number): { readonly series: Series; readonly at: number } | undefined => {
    if (own && !Number.isNaN(own.values[row] ?? NaN)) return { series: own, at: row };
    const at = place(row);
    return at === undefined ? undefined : { series: of, at };
  };
  const table = by?.kind === 'column' ? figures.table(by.table, period) : undefined;
  /** Why the list gives a row nothing. */
  const whyNot = (row: number): string => {
    const at = place(row);
    if (at !== undefined) return of.missing(at);
    if (of.absent !== undefined || !named || !table) return of.absent ?? unnamed ?? '';
    if (nameAt(row) !== '') return words.noArea(nameAt(row), figures.sheetOf(list ?? '', period));
    const { sheet: on, cell } = cellAt(table, row, named.column);
    return words.cell(on, cell, titleOf(figures.pack, measure.by), 'empty');
  };
  const nameCell = (row: number): string[] => (by?.kind === 'column' ? figures.cellsOf(by.table, by.column, row, period) : []);
  return seriesOf({
    ...measure,
    frame,
    rows,
    value(row) {
      const found = source(row);
      return found ? (found.series.values[found.at] ?? NaN) * factorNumber(factorOf(found.series)!) : NaN;
    },
    exact(row) {
      const found = source(row);
      return found && scaled(found.series.exact(found.at), factorOf(found.series)!);
    },
    cells(row) {
      const found = source(row);
      return found ? found.series.cells(found.at) : [...(own?.cells(row) ?? []), ...nameCell(row)];
    },
    gaps(row) {
      const at = place(row);
      return [...(own?.gaps(row) ?? []), ...(at === undefined ? nameCell(row) : of.gaps(at))];
    },
    bounds(row) {
      const found = source(row);
      return found ? mapBounds(found.series.bounds(found.at), (value) => scaled(value, factorOf(found.series)!)) : UNBOUNDED;
    },
    missing: (row) => [own?.missing(row) ?? '', whyNot(row)].filter((why) => why !== '').join('；'),
    formula(row) {
      const found = source(row);
      const formula = found?.series.formula(found.at);
      const factor = found && factorNumber(factorOf(found.series)!);
      return formula === undefined || factor === 1 ? formula : `IF(ISNUMBER(${formula}),(${formula})*${factor},"")`;
    },
  });
};
