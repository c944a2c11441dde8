import type { CellChange, CellChanges, ExpectedCell } from '../cell-changes';
import { cellName } from '../cell';
import { CellKind, type Grid, type SheetGrid } from '../grid';
import type { Pack } from '../pack/schema';
import { packOfWorkbook } from '../pack/workbook-pack';
import { SheetReader } from '../parameters/parameter-sheet';
import type { PlanCell, SheetPlan, SheetsPlan } from '../plan';
import { refusal, type Words } from '../refusal';
import { StyleBook } from '../report/style-book';
import { isPercentFormat } from '../table/describe/number-text';
import { parameterLines, parametersSheet } from '../template/parameters-sheet';
import { shiftDecimal } from '../units/factor';
import type { Units } from '../units/units';
import { formWords as words } from '../words/form';
import { parameterSheet } from '../words/parameters';
import { checkEntry } from './check-entry';
import { fieldsOf } from './fields';
import { refOf, sectionOf, settingSheet, type SettingRef, type SettingSheet } from './setting-places';
import { settingsForm, type FormField, type FormParameter } from './settings-form';

/** What a person enters into a field of the form; '' takes away what is there. */
export interface Entry {
  /** See FormField. */
  readonly id: string;
  readonly text: string;
}

interface Entered extends SettingRef {
  readonly field: FormField | FormParameter;
  readonly value: number | string | null;
}

/** What entries come to: changes on the sheet that is there, with those that put it back, or a sheet to be added. */
export type SettingsChange = { readonly changes: CellChanges; readonly back: CellChanges } | { readonly sheet: SheetsPlan };

/**
 * What is to be written for entries of the form. Of the person's sheet only the cells of these settings change; a row that is missing follows the
 * last one. Nothing else is touched.
 * @param year of the figures, for the title of a new sheet
 * @throws ProblemError where an entry cannot be used, by the checks that read the sheet
 */
export function settingsChange(
  given: Pack,
  units: Units,
  sheets: readonly SheetGrid[],
  entries: readonly Entry[],
  year: number | undefined,
): SettingsChange {
  const form = settingsForm(given, units, sheets);
  if (form.locked) throw refusal('parameters-no-header', form.locked);
  const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
  const entered = entries.map(({ id, text }): Entered => {
    const field = fields.get(id);
    if (!field) throw refusal('unknown-field', words.unknownField);
    if (field.locked !== undefined) throw refusal('locked-field', { message: field.title, nextStep: field.locked } satisfies Words);
    const read = checkEntry(field, text);
    if ('refused' in read) throw refusal(read.refused.code, { message: read.refused.message, nextStep: read.refused.nextStep });
    const ref = refOf(id);
    // A reciprocal stands as it was typed: 1/3 and not 0.333333333333333.
    const asTyped = ref.kind === 'pair' && Number.isNaN(Number(text.trim()));
    return { ...ref, field, value: asTyped ? text.trim() : (read.value ?? null) };
  });
  const { pack } = packOfWorkbook(given, sheets, units.with(given.units));
  const found = settingSheet(pack, sheets);
  if (found === undefined) return { sheet: newSheet(pack, year, entered) };
  if (found === 'no-header') throw refusal('parameters-no-header', words.noHeader(''));
  const changes = changesOn(found, entered);
  return { changes, back: takingBack(found.grid, changes) };
}

function changesOn(sheet: SettingSheet, entered: readonly Entered[]): CellChanges {
  const { grid, layout, reader } = sheet;
  const cells: CellChange[] = [];
  const expected: ExpectedCell[] = [];
  const set = (row: number, column: number, value: CellChange['value'], more: Partial<CellChange> = {}): void => {
    cells.push({ row, column, value, ...more });
    expected.push({ row, column, text: reader.shown(row, column) });
  };
  const added = new Map<string, number>();
  let next = firstFree(sheet);
  const columns = new Map<string, number>();
  let nextColumn = firstFreeColumn(sheet);
  /** A group that the sheet has no column for gets one behind the last. */
  const columnOf = ({ group, ...ref }: Entered): number | undefined => {
    const there = sheet.columnOf({ ...ref, group });
    if (there !== undefined || group === undefined) return there;
    const known = columns.get(group);
    if (known !== undefined) return known;
    columns.set(group, nextColumn);
    set(layout.header, nextColumn, parameterSheet.groupWeightOf(group));
    return nextColumn++;
  };
  for (const one of entered) {
    const there = sheet.columnOf(one);
    if (one.value === null && there === undefined) continue;
    const column = columnOf(one);
    if (column === undefined) continue;
    const known = sheet.rowOf(one);
    if (known !== undefined) {
      set(known, column, ...asStored(grid, known, column, one.value));
      expected.push({ row: known, column: layout.name, text: reader.shown(known, layout.name) });
      continue;
    }
    if (one.value === null) continue;
    const id = `${sectionOf(one)}／${one.key}`;
    let row = added.get(id);
    if (row === undefined) {
      added.set(id, (row = next++));
      set(row, layout.section, sectionOf(one));
      set(row, layout.name, one.field.title);
      const unit = layout.at.get(parameterSheet.columns.unit);
      if (unit !== undefined && 'parameter' in one.field && one.field.parameter.unit !== undefined)
        set(row, unit, one.field.parameter.unit);
    }
    set(row, column, ...asStored(grid, row, column, one.value));
  }
  return { sheet: sheet.name, cells, expected };
}

/** The first row below everything that the sheet holds, merged areas included. */
const firstFree = ({ grid }: SettingSheet): number => grid.merges.reduce((row, { bottom }) => Math.max(row, bottom + 1), grid.rows);

const firstFreeColumn = ({ grid }: SettingSheet): number =>
  grid.merges.reduce((column, { right }) => Math.max(column, right + 1), grid.columns);

/** The value as the cell has to hold it: in a cell that shows shares 10 stands as 0.1. The format of a blank cell is not known, so a number brings one. */
function asStored(grid: Grid, row: number, column: number, value: number | string | null): [CellChange['value'], Partial<CellChange>] {
  if (typeof value !== 'number') return [value, {}];
  const isNumber = grid.kind(row, column) === CellKind.number;
  if (isNumber && isPercentFormat(grid.format(row, column))) return [shiftDecimal(value, -2), {}];
  return [value, isNumber ? {} : { numberFormat: 'General' }];
}

/** Changes that put the former cells back, as long as nobody has changed them since. */
function takingBack(grid: Grid, { sheet, cells, expected }: CellChanges): CellChanges {
  const changed = new Map(cells.map((cell) => [cellName(cell.row, cell.column), cell]));
  return {
    sheet,
    cells: [...changed.values()].map(({ row, column }): CellChange => {
      const cell = grid.cell(row, column);
      const formula = grid.formula(row, column);
      return {
        row,
        column,
        value: cell.kind === 'empty' ? null : cell.kind === 'error' ? cell.code : cell.value,
        ...(formula !== undefined && { formula }),
        ...(cell.kind === 'number' && cell.format !== 'General' && { numberFormat: cell.format }),
      };
    }),
    expected: expected.map(({ row, column, text }) => {
      const change = changed.get(cellName(row, column));
      return { row, column, text: change ? shownOf(change.value) : text };
    }),
  };
}

const shownOf = (value: CellChange['value']): string => (value === null ? '' : String(value).trim());

/** The blank sheet with what was entered. Its rows stand in the head of the plan, since a column of a body holds texts or numbers, not both. */
function newSheet(pack: Pack, year: number | undefined, entered: readonly Entered[]): SheetsPlan {
  const book = new StyleBook();
  const groups = [...new Set(entered.flatMap(({ group, value: given }) => (group === undefined || given === null ? [] : [group])))];
  const blank = parametersSheet(pack, year, book, groups);
  const header = blank.head.at(-1)!.map(({ value }) => value);
  const columnOf = (one: Entered): number => header.indexOf(headerOf(one));
  const lines = parameterLines(pack).map(({ key, section }) => `${section}／${key}`);
  const values = new Map(entered.map((one) => [`${lines.indexOf(`${sectionOf(one)}／${one.key}`)} ${columnOf(one)}`, one.value]));
  const made = withValues(blank, (row, column) => values.get(`${row} ${column}`) ?? undefined);
  const added = entered.filter((one) => one.value !== null && !lines.includes(`${sectionOf(one)}／${one.key}`));
  return { sheets: [withRows(made, added, header)], styles: book.styles };
}

const headerOf = ({ kind, group }: SettingRef): string =>
  group === undefined ? parameterSheet.columns[kind === 'old' ? 'old' : 'value'] : parameterSheet.groupWeightOf(group);

/** Comparisons have no rows on the blank sheet, which would be dozens: they follow the last one. */
function withRows(sheet: SheetPlan, added: readonly Entered[], header: readonly PlanCell['value'][]): SheetPlan {
  const { columns } = parameterSheet;
  const styleOf = (column: number): number | undefined => sheet.head.at(-1)![column]?.style;
  const rows = added.map((one) => {
    const said = new Map<PlanCell['value'], PlanCell['value']>([
      [columns.section, sectionOf(one)],
      [columns.name, one.field.title],
      [headerOf(one), one.value],
    ]);
    return header.map((title, column): PlanCell => ({
      value: said.get(title) ?? null,
      ...(styleOf(column) !== undefined && { style: styleOf(column)! }),
    }));
  });
  return { ...sheet, head: [...sheet.head, ...rows], headHeights: [...(sheet.headHeights ?? []), ...rows.map(() => undefined)] };
}

function withValues(sheet: SheetPlan, valueAt: (row: number, column: number) => PlanCell['value'] | undefined): SheetPlan {
  const { head, body, bodyRows, bodyHeights } = sheet;
  const rows = Array.from({ length: bodyRows }, (_, row) =>
    body.map((cells, column): PlanCell => {
      const given = cells.kind === 'text' ? cells.values[row]! : '';
      return { value: valueAt(row, column) ?? (given === '' ? null : given), style: cells.styles?.[row] ?? cells.style };
    }),
  );
  return {
    ...sheet,
    head: [...head, ...rows],
    body: [],
    bodyRows: 0,
    headHeights: [
      ...(sheet.headHeights ?? head.map(() => undefined)),
      ...Array.from(bodyHeights ?? [], (height) => (height > 0 ? height : undefined)),
    ],
    bodyHeights: new Float32Array(0),
  };
}

/** Whether the sheet that was made still says what it said then. */
export function saysTheSame(before: Grid, now: Grid): boolean {
  const cellsOf = (grid: Grid): string => {
    const reader = new SheetReader('', grid);
    return JSON.stringify(
      Array.from({ length: grid.rows }, (_, row) => Array.from({ length: grid.columns }, (__, column) => reader.shown(row, column))),
    );
  };
  return cellsOf(before) === cellsOf(now);
}
