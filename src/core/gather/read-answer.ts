import { parseCellName, type Cell } from '../cell';
import { fingerprintOf } from '../fingerprint';
import type { Grid } from '../grid';
import { keyColumnOf } from '../pack/references';
import { readingWords, tableSpecs } from '../pack/table-specs';
import type { Pack } from '../pack/schema';
import { yearsOf } from '../period/stated';
import type { Problem } from '../problem';
import type { Words } from '../refusal';
import { foldHeader, foldText } from '../table/fold';
import { cellAt } from '../table/placed-table';
import { readTables } from '../table/read-tables';
import type { ReadColumn, ReadTable } from '../table/spec';
import { ORDINAL_HEADER } from '../table/vocabulary';
import { templateIdentity, type TemplateIdentity } from '../template/identity';
import type { Units } from '../units/units';
import { gatherWords as words } from '../words/gather';
import { templateWords } from '../words/template';
import {
  UNKNOWN,
  type Answer,
  type AnswerCell,
  type AnswerColumn,
  type AnswerFile,
  type AnswerRow,
  type AnswerTable,
  type FreeLine,
  type HeaderCell,
  type Period,
} from './answer';

const ZONE = 'zone';
/** Filled beforehand for whoever answers, beside the names of row and zone. */
const RESPONSIBLE = 'responsible';
/** Lines above and below a table; what stands farther off belongs to something else. */
const MOST_LINES = 12;

/**
 * What a file says, or why it is none of the year's answers. Its grids are not kept.
 * @param pack as the file's own sheets complete it
 */
export function readAnswer(pack: Pack, units: Units, file: AnswerFile): Answer | Words {
  const identity = templateIdentity(file.sheets);
  if (identity && identity.pack !== pack.pack) return words.refused.otherPack(identity.pack, pack.pack);
  const sheets = file.sheets.filter(({ owned }) => !owned);
  const { tables: read, problems } = readTables(tableSpecs(pack), sheets, units.with(pack.units), readingWords(pack));
  const main = read.get(pack.main_table);
  if (!identity && (read.size === 0 || (main && isAnother(main)))) return words.refused.noTable();
  const periodOf = (id: string, table: ReadTable): Period => {
    const [stated] = yearsOf({ pack, sheets, tables: read }, id, table);
    return { year: stated?.year ?? table.year, part: stated?.part };
  };
  const period = periodOfFile(pack, read, identity, periodOf);
  if (identity && period.year !== undefined && period.year !== identity.year) return words.refused.twoYears(identity.year, period.year);
  const grids = new Map(sheets.map(({ name, grid }) => [name, grid]));
  const all = [...read].map(([id, table]) =>
    answerTable({ id, table, grids, all: [...read.values()], identity, isOfZones: isOfZones(pack, id), period: periodOf(id, table) }),
  );
  const isOther = ({ id, period: own }: AnswerTable): boolean =>
    period.year !== undefined &&
    own.year !== undefined &&
    back(read.get(id)!) !== undefined &&
    own.year !== period.year - back(read.get(id)!)!;
  const tables = all.filter((table) => !isOther(table));
  const used = new Set([...read.values()].flatMap(({ sheet, continued = [] }) => [sheet, ...continued.map((one) => one.sheet)]));
  const zones = zonesOf(pack, tables);
  const blank = new Set(
    tables.filter(({ id, rows }) => rows.length === 0 && (read.get(id)?.rows.length ?? 0) > 0).map(({ sheet }) => sheet),
  );
  return {
    file: file.name,
    savedAt: file.savedAt,
    identity,
    period,
    zones,
    tables,
    order: sheets.map(({ name }) => name),
    others: sheets
      .filter(({ name, hidden, grid }) => !hidden && !used.has(name) && name !== templateWords.guide && grid.size > 0)
      .map((sheet) => ({ name: sheet.name, fingerprint: fingerprintOf([sheet]), sheet })),
    ...countCells(pack, read, tables),
    problems: [
      ...all.filter(isOther).map(({ sheet, period: own }) => words.tableYear(sheet, own.year!)),
      ...(period.year === undefined ? [words.noYear] : []),
      ...strangers(pack, identity, tables),
      ...unansweredOf(blank),
      ...problemsOf(problems, blank),
    ],
  };
}

/** Whether most headers of what was taken for the main table are unknown: the table of another purpose, that happens to name zones. */
const isAnother = ({ columns, unmatched }: ReadTable): boolean => columns.size - 1 <= unmatched.length;

const back = ({ spec }: ReadTable): number | undefined => spec.yearsBack;

/** The main table's; without it that of a table whose year follows from the one assessed; else what the template says. */
function periodOfFile(
  pack: Pack,
  read: ReadonlyMap<string, ReadTable>,
  identity: TemplateIdentity | undefined,
  periodOf: (id: string, table: ReadTable) => Period,
): Period {
  const main = read.get(pack.main_table);
  const stated = main && periodOf(pack.main_table, main);
  if (stated?.year !== undefined) return stated;
  for (const [id, table] of main ? [] : read) {
    const { year, part } = periodOf(id, table);
    const years = back(table);
    if (year !== undefined && years !== undefined) return { year: year + years, part };
  }
  return { year: identity?.year, part: stated?.part };
}

interface TableSource {
  readonly id: string;
  readonly table: ReadTable;
  readonly grids: ReadonlyMap<string, Grid>;
  readonly all: readonly ReadTable[];
  readonly identity: TemplateIdentity | undefined;
  readonly isOfZones: boolean;
  readonly period: Period;
}

function answerTable({ id, table, grids, all, identity, isOfZones: ofZones, period }: TableSource): AnswerTable {
  const grid = grids.get(table.sheet)!;
  const columns = columnsOn(table, grid);
  const rows = [...table.rows.keys()].map((row): AnswerRow => {
    const cells = new Map<string, AnswerCell>();
    for (const { id: column, at } of columns) {
      const place = cellAt(table, row, at);
      const known = table.columns.get(column);
      const value = known && valueOf(known, row);
      const found = cellIn(grids.get(place.sheet), place.cell);
      // A word in a merged cell stands for all of its rows.
      const cell: Cell = found.kind === 'empty' && typeof value === 'string' ? { kind: 'text', value } : found;
      // A formula that was never calculated shows nothing that could be taken over.
      if (cell.kind === 'empty' || known?.missing.get(row) === 'not_calculated') continue;
      cells.set(column, { cell, place, value });
    }
    const name = table.keys[row] ?? '';
    return { name, zone: table.columns.get(ZONE)?.texts[row] ?? '', cells };
  });
  const isBlank = ({ cells }: AnswerRow): boolean =>
    identity?.zone !== undefined && [...cells.keys()].every((column) => isPrefilled(table, column, ofZones));
  const lines = table.transposed ? { above: [], below: [] } : freeLines(table, grid, all);
  return {
    id,
    sheet: table.sheet,
    period,
    ...lines,
    columns,
    headerRows: table.transposed ? 0 : table.header.last - table.header.first + 1,
    rows: rows.filter((row) => !isBlank(row)),
  };
}

/** Whether a form has the column filled in before it is sent, from what is known of the zone: a row with nothing else was not answered. */
function isPrefilled({ spec }: ReadTable, column: string, ofZones: boolean): boolean {
  if (column === spec.key || column === ZONE) return true;
  if (!ofZones) return column === RESPONSIBLE;
  const hasFigures = Object.values(spec.columns).some(({ kind }) => kind === 'number');
  return hasFigures && ['list', 'text'].includes(spec.columns[column]?.kind ?? '');
}

const cellIn = (grid: Grid | undefined, name: string): Cell => {
  const at = parseCellName(name);
  return grid && at ? grid.cell(at.row, at.column) : { kind: 'empty' };
};

function valueOf({ spec, values, texts, missing }: ReadColumn, row: number): number | string | undefined {
  if (missing.has(row)) return undefined;
  if (spec.kind !== 'number') return texts[row] === '' ? undefined : texts[row];
  return Number.isNaN(values[row]) ? undefined : values[row];
}

/** The columns of the pack, those whose headers speak for none or for several, in the order of the sheet; running numbers are none. */
function columnsOn(table: ReadTable, grid: Grid): (AnswerColumn & { readonly at: number })[] {
  const { first, last } = table.header;
  const headerOf = (column: number): HeaderCell[] =>
    table.transposed ? [] : Array.from({ length: last - first + 1 }, (_, n) => headerCell(grid, first + n, column));
  const signed = (path: string, header: readonly HeaderCell[], ...more: readonly (string | undefined)[]): string =>
    [foldHeader(path), ...header.map(({ text }) => foldText(text)), ...more].join('\n');
  const known = [...table.columns].map(([id, { column, header: path, statedUnit, unit, spec }]) => {
    const header = headerOf(column);
    return {
      id,
      at: column,
      title: spec.header[0] ?? id,
      path,
      header,
      unit,
      written: statedUnit ?? unit,
      signature: signed(path, header, statedUnit, unit),
    };
  });
  const taken = new Set(known.map(({ at }) => at));
  const times = new Map<string, number>();
  const unknown = table.transposed
    ? []
    : [...table.unmatched.map(({ cell }) => cell), ...[...(table.ambiguous?.values() ?? [])].flat()].flatMap((cell) => {
        const at = parseCellName(cell)?.column;
        if (at === undefined || taken.has(at)) return [];
        taken.add(at);
        const header = headerOf(at);
        const path = table.unmatched.find((one) => one.cell === cell)?.header ?? header.map(({ text }) => text).join('');
        const name = foldHeader(path);
        if (ORDINAL_HEADER.test(name)) return [];
        const time = (times.get(name) ?? 0) + 1;
        times.set(name, time);
        const id = `${UNKNOWN}${name}\n${time}`;
        return [{ id, at, title: path, path, header, unit: undefined, written: undefined, signature: signed(path, header) }];
      });
  return [...known, ...unknown].sort((a, b) => a.at - b.at);
}

function headerCell(grid: Grid, row: number, column: number): HeaderCell {
  const area = grid.merges.find(
    ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right && left < right,
  );
  if (!area) return { text: grid.text(row, column), group: undefined };
  return { text: row === area.top ? grid.text(area.top, area.left) : '', group: area.left };
}

/** Titles and lines above, notes below; not what belongs to another table on the sheet. */
function freeLines(table: ReadTable, grid: Grid, all: readonly ReadTable[]): { above: FreeLine[]; below: FreeLine[] } {
  const { first, last } = table.header;
  const neighbours = all.filter((one) => one !== table && one.sheet === table.sheet && !one.transposed);
  const ends = neighbours.map((one) => Math.max(one.header.last, ...one.rows) + 1).filter((row) => row <= first);
  const line = (row: number): FreeLine => [...grid.filled(row)].map((column) => ({ column, cell: grid.cell(row, column) }));
  const lines = (rows: readonly number[]): FreeLine[] => rows.map(line).filter((cells) => cells.length > 0);
  const above = Array.from({ length: first }, (_, row) => row).slice(Math.max(0, first - MOST_LINES, ...ends));
  const end = Math.max(last, ...table.rows);
  const below = table.skipped.filter(({ row, why }) => why === 'note' && row > end).map(({ row }) => row);
  return { above: lines(above), below: neighbours.length > 0 ? [] : lines(below.slice(0, MOST_LINES)) };
}

function zonesOf(pack: Pack, tables: readonly AnswerTable[]): string[] {
  const main = tables.find(({ id }) => id === pack.main_table);
  const names = main && main.rows.length > 0 ? main.rows.map(({ name }) => name) : tables.flatMap((table) => zonesNamed(pack, table));
  const seen = new Map(names.filter((name) => name !== '').map((name) => [foldText(name), name]));
  return [...seen.values()];
}

const isOfZones = (pack: Pack, id: string): boolean =>
  pack.tables[id]?.row === pack.tables[pack.main_table]!.row && keyColumnOf(pack, id) === keyColumnOf(pack, pack.main_table);

const zonesNamed = (pack: Pack, { id, rows }: AnswerTable): string[] => rows.map(({ name, zone }) => (isOfZones(pack, id) ? name : zone));

function countCells(
  pack: Pack,
  read: ReadonlyMap<string, ReadTable>,
  tables: readonly AnswerTable[],
): { readonly filled: number; readonly gaps: number } {
  let [filled, gaps] = [0, 0];
  for (const { id, rows } of tables) {
    const { spec, columns, rows: all } = read.get(id)!;
    const asked = [...columns.keys()].filter((column) => column !== spec.key && column !== ZONE);
    const found = rows.reduce((sum, { cells }) => sum + asked.filter((column) => cells.get(column)?.value !== undefined).length, 0);
    filled += found;
    if (isOfZones(pack, id)) gaps += asked.length * all.length - found;
  }
  return { filled, gaps };
}

/** Of tables that a file does not have nothing is asked: a department's own file has one of them. */
const ABSENT = new Set(['no-matching-table', 'no-data-rows']);

/** Sheets on which nothing stands but what the form came with: that is said once and not cell by cell. */
const unansweredOf = (sheets: ReadonlySet<string>): string[] => (sheets.size > 0 ? [words.unanswered([...sheets])] : []);

const problemsOf = (problems: readonly Problem[], unanswered: ReadonlySet<string>): string[] =>
  problems
    .filter(({ severity, code, sheet }) => severity !== 'info' && !ABSENT.has(code) && !(sheet !== undefined && unanswered.has(sheet)))
    .map(({ sheet, cell, message }) => words.problemAt(sheet, cell, message));

/** Zones other than the one that the form was made for. */
function strangers(pack: Pack, identity: TemplateIdentity | undefined, tables: readonly AnswerTable[]): string[] {
  const { zone } = identity ?? {};
  if (zone === undefined) return [];
  const others = new Set(
    tables.flatMap((table) => zonesNamed(pack, table)).filter((name) => name !== '' && foldText(name) !== foldText(zone)),
  );
  return others.size > 0 ? [words.otherZones(zone, [...others])] : [];
}

export const isRefusal = (answer: Answer | Words): answer is Words => 'message' in answer;
