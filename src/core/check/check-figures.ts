import { roundHalfUp } from '../decimal';
import type { Figures } from '../measure/figures';
import { chosenReference } from '../parameters/parameter-sheet';
import type { Problem } from '../problem';
import { cellOf } from '../table/placed-table';
import { measureWords as words } from '../words/measure';
import { checkNames } from './check-names';

/** Ratios to last year that smell of a wrong unit; within this share of a power of ten. */
const SUSPECT = [10, 100, 1000, 10_000] as const;
const NEAR = 0.25;

/** Doubts that only show when tables are seen together: names unknown to the main table, jumps against last year, several rows in a summary. */
export function checkFigures(figures: Figures): Problem[] {
  return [...singleTables(figures), ...checkNames(figures), ...impossibleFigures(figures), ...jumps(figures)];
}

function singleTables(figures: Figures): Problem[] {
  return Object.entries(figures.pack.tables).flatMap(([id, declared]): Problem[] => {
    const table = figures.tables.get(id);
    if (!declared.single || !table || table.rows.length <= 1) return [];
    return [
      {
        severity: 'block',
        code: 'several-rows',
        sheet: table.sheet,
        cell: cellOf(table, table.rows[1]!, 0),
        ...words.severalRows(table.sheet, table.rows.length),
      },
    ];
  });
}

/** Derived figures that a rule or an indicator uses, outside the range that the pack declares for them: not used until someone has looked at their cells. */
function impossibleFigures(figures: Figures): Problem[] {
  const { pack, settings } = figures;
  const asked = new Set(
    [
      ...Object.values(pack.rules).flatMap((rule) => ('measure' in rule ? [rule.measure] : [])),
      ...Object.entries(pack.indicators).map(([id, { measure = id }]) => measure),
    ].map((measure) => chosenReference(settings, measure)),
  );
  return Object.entries(pack.measures).flatMap(([id, measure]) => {
    if (measure.range === undefined || !asked.has(id)) return [];
    const series = figures.series(id);
    return (series.refused ?? []).map((row): Problem => {
      const cells = series.cells(row);
      const [sheet = '', cell = ''] = cells[0]?.split(/!(?=[A-Z]+\d+$)/) ?? [];
      return {
        severity: 'error',
        code: 'figure-out-of-range',
        sheet,
        cell,
        ...words.impossible(figures.subject(series.frame, row), series.missing(row), cells.join('、')),
      };
    });
  });
}

function jumps(figures: Figures): Problem[] {
  const { pack } = figures;
  const main = pack.main_table;
  const now = figures.table(main);
  const before = figures.table(main, 'previous');
  if (!now || !before) return [];
  const problems: Problem[] = [];
  for (const [key, column] of now.columns) {
    const earlier = before.columns.get(key);
    if (column.spec.kind !== 'number' || !earlier) continue;
    for (let row = 0; row < now.rows.length; row++) {
      const then = figures.rowByKey(main, now.keys[row] ?? '', 'previous');
      const ratio = (column.values[row] ?? NaN) / (then === undefined ? NaN : (earlier.values[then] ?? NaN));
      if (!(ratio > 0) || !Number.isFinite(ratio)) continue;
      const times = ratio >= 1 ? ratio : 1 / ratio;
      const suspect = SUSPECT.find((power) => Math.abs(times / power - 1) <= NEAR);
      if (suspect === undefined) continue;
      problems.push({
        severity: 'warning',
        code: 'unit-jump',
        sheet: now.sheet,
        cell: cellOf(now, now.rows[row] ?? 0, column.column),
        ...words.jump(
          column.header,
          now.keys[row] ?? '',
          String(column.values[row]),
          String(earlier.values[then!]),
          String(roundHalfUp(times, 1)),
        ),
      });
    }
  }
  return problems;
}
