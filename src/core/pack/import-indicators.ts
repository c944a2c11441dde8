import type { SheetGrid } from '../grid';
import { foldText } from '../table/fold';
import { nearestValue } from '../table/take/nearest-value';
import type { UserSettings } from '../parameters/parameter-sheet';
import type { Problem } from '../problem';
import { cellOf } from '../table/placed-table';
import { readTables } from '../table/read-tables';
import type { TableSpec } from '../table/spec';
import { wordsForLists } from '../table/words';
import type { Units } from '../units/units';
import { contentWords } from '../words/contents';
import { importWords as words } from '../words/import';
import { places, quotes } from './clause-place';
import { knownFigure, OwnDimensions } from './own-contents';
import type { Pack } from './schema';
import { readingWords } from './table-specs';

export interface Imported {
  readonly pack: Pack;
  /** Weights that the list states, to be used where the 权重与参数 sheet has none. */
  readonly weights: UserSettings['indicatorWeights'];
  readonly problems: readonly Problem[];
}

const LIST = 'imported_indicators';

function listSpec(sheet: readonly string[]): TableSpec {
  const text = (header: readonly string[], required: boolean): TableSpec['columns'][string] => ({ header, kind: 'text', required });
  return {
    id: LIST,
    sheet,
    rowWord: words.row,
    key: 'title',
    repeats: false,
    optional: true,
    columns: {
      dimension: text(words.headers.dimension, true),
      title: text(words.headers.title, true),
      unit: text(words.headers.unit, false),
      direction: { header: words.headers.direction, kind: 'text', required: true },
      weight: { header: words.headers.weight, kind: 'number', unit: '分', required: false, atLeast: 0 },
    },
  };
}

/** From this likeness on an unknown dimension is one of the document's with a slip of the pen. */
const SLIP = 0.75;

function closedBecause({ contents, clauses }: Pack): string {
  return contents?.list === 'closed' ? contentWords.closedBecause(places(contents.clause), quotes(clauses, contents.clause)) : '';
}

/**
 * A document that cites an indicator list without containing it: the list comes from the workbook and replaces the indicators
 * that the text itself names. Its length is checked against the number that the document states; nothing is added or guessed.
 */
export function importIndicators(pack: Pack, sheets: readonly SheetGrid[], units: Units): Imported {
  const none: Imported = { pack, weights: new Map(), problems: [] };
  if (!pack.indicator_import) return none;
  const names = pack.indicator_import.sheet;
  // Only a sheet of that name is an indicator list: any table of texts would look like one.
  const candidates = sheets.filter((sheet) => !sheet.owned && names.some((name) => foldText(sheet.name).includes(foldText(name))));
  const { expect } = pack.indicator_import;
  if (candidates.length === 0) {
    return expect === undefined
      ? none
      : { ...none, problems: [{ severity: 'warning', code: 'indicator-list-absent', ...words.absent(names[0] ?? '', expect) }] };
  }
  const read = readTables([listSpec(names)], candidates, units, wordsForLists(readingWords(pack)));
  const table = read.tables.get(LIST);
  if (!table)
    return {
      ...none,
      problems: [
        ...read.problems,
        { severity: 'block', code: 'indicator-list-unreadable', sheet: candidates[0]!.name, ...words.unreadable() },
      ],
    };

  const problems: Problem[] = [...read.problems];
  const at = (column: string, row: number): string => table.columns.get(column)?.texts[row] ?? '';
  const place = (column: string, row: number): { sheet: string; cell: string } => ({
    sheet: table.sheet,
    cell: cellOf(table, table.rows[row] ?? 0, table.columns.get(column)?.column ?? 0),
  });
  const known = new Map(Object.entries(pack.dimensions).map(([key, { title }]) => [foldText(title), key]));
  const titles = Object.values(pack.dimensions).map(({ title }) => title);
  const dimensions = new OwnDimensions(pack);
  const main = pack.tables[pack.main_table]!;
  const columns: Pack['tables'][string]['columns'] = { ...main.columns };
  const indicators: Pack['indicators'] = {};
  const more = new Map(
    Object.entries(pack.indicators).flatMap(([key, one]) =>
      one.basis === 'imported' ? [[foldText(one.title ?? ''), [key, one]] as const] : [],
    ),
  );
  const weights = new Map<string, { value: number; cell: string }>();
  let above = '';
  table.keys.forEach((title, row) => {
    // A list that says how indicators are scored names a dimension once, as its own reader takes it.
    const named = at('dimension', row) || (more.size > 0 ? above : '');
    above = named;
    if (
      named !== '' &&
      !known.has(foldText(named)) &&
      pack.contents?.list === 'open' &&
      nearestValue(named, titles, new Map(), SLIP) === undefined
    ) {
      const added = dimensions.add(named);
      if (added !== undefined) {
        known.set(foldText(named), added);
        problems.push({ severity: 'warning', code: 'own-dimension', ...place('dimension', row), ...contentWords.listed(named) });
      }
    }
    const dimension = known.get(foldText(named));
    const direction = words.directions.get(foldText(at('direction', row)));
    const unitText = at('unit', row);
    const unit = unitText === '' ? 'from_header' : units.find(unitText);
    if (dimension === undefined)
      problems.push({
        severity: 'block',
        code: 'unknown-dimension',
        ...place('dimension', row),
        ...words.unknownDimension(named, titles.join('、'), closedBecause(pack)),
      });
    if (direction === undefined)
      problems.push({
        severity: 'block',
        code: 'unknown-direction',
        ...place('direction', row),
        ...words.unknownDirection(title, at('direction', row)),
      });
    if (unit === undefined)
      problems.push({ severity: 'block', code: 'unknown-unit', ...place('unit', row), ...words.unknownUnit(title, unitText) });
    if (dimension === undefined || direction === undefined || unit === undefined) return;
    const [key, said] = more.get(foldText(title)) ?? [`imported_${row + 1}`];
    // A figure that the pack already knows by this name is read once: two columns asking for one header would both lose it.
    const figure = said?.measure ?? knownFigure(pack, title);
    if (figure === undefined) columns[key] = { header: [title], kind: 'number', unit, required: false };
    indicators[key] = {
      ...said,
      title,
      dimension,
      direction,
      basis: 'imported',
      covers: [],
      ...(figure !== undefined && { measure: figure }),
    };
    const weight = table.columns.get('weight')?.values[row] ?? NaN;
    if (!Number.isNaN(weight)) weights.set(key, { value: weight, cell: `${table.sheet}!${place('weight', row).cell}` });
  });
  if (expect !== undefined && table.rows.length !== expect) {
    problems.push({ severity: 'warning', code: 'indicator-count', sheet: table.sheet, ...words.count(table.rows.length, expect) });
  }
  return {
    pack: { ...pack, dimensions: dimensions.all, tables: { ...pack.tables, [pack.main_table]: { ...main, columns } }, indicators },
    weights,
    problems,
  };
}
