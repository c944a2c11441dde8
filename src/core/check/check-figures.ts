import type { Decided } from '../decided';
import type { Figures } from '../measure/figures';
import { chosenReference } from '../parameters/parameter-sheet';
import type { Problem } from '../problem';
import { cellOf } from '../table/placed-table';
import { measureWords as words } from '../words/measure';
import { checkNames } from './check-names';

/** Doubts that only show when tables are seen together: names unknown to the main table, several rows in a summary. */
export function checkFigures(figures: Figures, decided?: Decided): Problem[] {
  return [...singleTables(figures), ...checkNames(figures, decided), ...impossibleFigures(figures)];
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

/** Figures that a rule or an indicator uses, those that the user picked among them. */
export function askedMeasures({ pack, settings }: Figures): ReadonlySet<string | undefined> {
  return new Set(
    [
      ...Object.values(pack.rules).flatMap((rule) => ('measure' in rule ? [rule.measure] : [])),
      ...Object.entries(pack.indicators).map(([id, { measure = id }]) => measure),
    ].map((measure) => chosenReference(settings, measure)),
  );
}

/** Derived figures that a rule or an indicator uses, outside the range that the pack declares for them: not used until someone has looked at their cells. */
function impossibleFigures(figures: Figures): Problem[] {
  const { pack } = figures;
  const asked = askedMeasures(figures);
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
