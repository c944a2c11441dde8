import { cellName } from '../cell';
import { isReckonable } from '../decimal';
import { CellKind, type Grid, type SheetGrid } from '../grid';
import { own } from '../own';
import type { MeasureRef } from '../pack/parts';
import type { Pack, PackParameter } from '../pack/schema';
import type { Problem } from '../problem';
import { readDate } from '../table/date-cell';
import { foldText } from '../table/fold';
import { isPercentFormat, parseNumber } from '../table/describe/number-text';
import { shiftDecimal } from '../units/factor';
import { parameterSheet, parameterWords as words } from '../words/parameters';

/** A parameter's value and where it came from: the workbook's cell, or the pack's default. */
export interface ParameterValue {
  readonly value: number | string;
  readonly from: 'workbook' | 'default';
  /** "权重与参数!C7" where it came from the workbook. */
  readonly cell?: string;
}

/** What the user's 权重与参数 sheet says, after checking. Everything left blank is absent. */
export interface UserSettings {
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  /** Weights by dimension key and by indicator key. */
  readonly dimensionWeights: ReadonlyMap<string, UserWeight>;
  readonly indicatorWeights: ReadonlyMap<string, UserWeight>;
  /** Weights of the method used before, by dimension key. */
  readonly oldWeights: ReadonlyMap<string, UserWeight>;
  readonly problems: readonly Problem[];
}

export interface UserWeight {
  readonly value: number;
  readonly cell: string;
}

interface Entry {
  readonly row: number;
  readonly section: string;
  readonly name: string;
}

/** Where the sheet's columns stand, from 0. */
export interface Layout {
  readonly header: number;
  readonly section: number;
  readonly name: number;
  readonly value: number;
  readonly old: number | undefined;
  /** Every header of the row, folded. */
  readonly at: ReadonlyMap<string, number>;
}

export function findLayout(grid: Grid): Layout | undefined {
  for (let row = 0; row < Math.min(grid.rows, 30); row++) {
    const at = new Map<string, number>();
    for (let column = 0; column < Math.min(grid.columns, 50); column++) at.set(foldText(grid.text(row, column)), column);
    const section = at.get(parameterSheet.columns.section);
    const name = at.get(parameterSheet.columns.name);
    const value = at.get(parameterSheet.columns.value);
    if (section === undefined || name === undefined || value === undefined) continue;
    return { header: row, section, name, value, old: at.get(parameterSheet.columns.old), at };
  }
  return undefined;
}

/** Serial numbers of 1980 to 2100: what a date looks like in a cell without a date format. Anything else is no date by accident. */
const PLAIN_SERIALS = { first: 29221, last: 73415 } as const;

/** YYYY-MM-DD from a date cell or its text; undefined where that is no day of the calendar. */
function dateIn(grid: Grid, row: number, column: number, shown: string): string | undefined {
  if (grid.kind(row, column) !== CellKind.number) return readDate(shown, 'General');
  const value = grid.number(row, column);
  const serial = value >= PLAIN_SERIALS.first && value <= PLAIN_SERIALS.last;
  return readDate(value, serial ? 'yyyy-mm-dd' : grid.format(row, column));
}

/** Reads single cells of the sheet; what it cannot use it refuses at the cell. */
export class SheetReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly sheet: string,
    private readonly grid: Grid,
  ) {}

  at(row: number, column: number): string {
    return `${this.sheet}!${cellName(row, column)}`;
  }

  refuse(row: number, column: number, code: string, said: { message: string; nextStep: string }): undefined {
    this.problems.push({ severity: 'block', code, sheet: this.sheet, cell: cellName(row, column), ...said });
    return undefined;
  }

  shown(row: number, column: number): string {
    const cell = this.grid.cell(row, column);
    if (cell.kind === 'empty') return '';
    return cell.kind === 'error' ? cell.code : String(cell.value).trim();
  }

  /** undefined where blank or refused. */
  number(row: number, column: number, name: string): number | undefined {
    const shown = this.shown(row, column);
    if (shown === '') return undefined;
    const kind = this.grid.kind(row, column);
    const value = kind === CellKind.number ? this.grid.number(row, column) : kind === CellKind.text ? parseNumber(shown)?.value : undefined;
    if (value === undefined) return this.refuse(row, column, 'parameter-not-number', words.notNumber(name, shown));
    if (!isReckonable(value)) return this.refuse(row, column, 'parameter-too-large', words.tooLarge(name, shown));
    // 10% in a percent-formatted cell is stored as 0.1; what the official sees is 10, as in the text "10%".
    return kind === CellKind.number && isPercentFormat(this.grid.format(row, column)) ? shiftDecimal(value, 2) : value;
  }

  parameter(row: number, column: number, parameter: PackParameter): number | string | undefined {
    const shown = this.shown(row, column);
    if (shown === '') return undefined;
    const { title } = parameter;
    switch (parameter.kind) {
      case 'text':
        return shown;
      case 'choice':
      case 'yes_no': {
        const choices = parameter.kind === 'yes_no' ? ['是', '否'] : (parameter.choices ?? []);
        const found = choices.find((choice) => foldText(choice) === foldText(shown));
        return found ?? this.refuse(row, column, 'parameter-not-choice', words.notChoice(title, shown, choices.join('、')));
      }
      case 'date': {
        const value = dateIn(this.grid, row, column, shown);
        return value ?? this.refuse(row, column, 'parameter-not-date', words.notDate(title, shown));
      }
      default: {
        const value = this.number(row, column, title);
        if (value === undefined) return undefined;
        if (parameter.kind !== 'number' && !Number.isInteger(value)) {
          return this.refuse(row, column, 'parameter-not-integer', words.notInteger(title, shown));
        }
        const low = parameter.at_least ?? (parameter.kind === 'integer' ? 1 : undefined);
        const high = parameter.at_most;
        if ((low !== undefined && value < low) || (high !== undefined && value > high)) {
          const range = [...(low === undefined ? [] : [words.atLeast(low)]), ...(high === undefined ? [] : [words.atMost(high)])].join(
            '，',
          );
          return this.refuse(row, column, 'parameter-out-of-range', words.outOfRange(title, shown, range));
        }
        return value;
      }
    }
  }
}

/** The reference that a rule or an indicator measures: itself, or the one that the user's choice picks; undefined while unset. */
export function chosenReference(settings: UserSettings, measure: MeasureRef): string | undefined {
  if (typeof measure === 'string') return measure;
  const choice = settings.parameters.get(measure.parameter)?.value;
  return choice === undefined ? undefined : own(measure.choices, String(choice));
}

/** Rows of what the user adds to the document's contents; `readOwnRows` reads them. */
export const ownSections: ReadonlySet<string> = new Set([parameterSheet.sections.ownDimension, parameterSheet.sections.ownIndicator]);

/** The sheet of that name among those handed in; our own result sheets never count. */
export function findParameterSheet(sheets: readonly SheetGrid[]): SheetGrid | undefined {
  return sheets.find((sheet) => !sheet.owned && foldText(sheet.name) === parameterSheet.name);
}

/**
 * Reads and checks the 权重与参数 sheet. Any value that cannot be used is a blocking problem: an official who typed a
 * limit must not get a result that silently ignores it.
 */
export function readUserSettings(pack: Pack, sheets: readonly SheetGrid[]): UserSettings {
  const parameters = new Map<string, ParameterValue>();
  for (const [key, parameter] of Object.entries(pack.parameters)) {
    if (parameter.default !== undefined) parameters.set(key, { value: parameter.default, from: 'default' });
  }
  const dimensionWeights = new Map<string, UserWeight>();
  const indicatorWeights = new Map<string, UserWeight>();
  const oldWeights = new Map<string, UserWeight>();
  const found = findParameterSheet(sheets);
  if (!found) return { parameters, dimensionWeights, indicatorWeights, oldWeights, problems: [] };

  const { grid, name: sheet } = found;
  const layout = findLayout(grid);
  if (!layout) {
    const needed = [parameterSheet.columns.section, parameterSheet.columns.name, parameterSheet.columns.value].join('、');
    return {
      parameters,
      dimensionWeights,
      indicatorWeights,
      oldWeights,
      problems: [{ severity: 'block', code: 'parameters-no-header', sheet, ...words.noHeader(needed) }],
    };
  }

  const reader = new SheetReader(sheet, grid);
  const names = new Map<string, ReadonlyMap<string, string>>([
    [parameterSheet.sections.dimension, new Map(Object.entries(pack.dimensions).map(([key, { title }]) => [foldText(title), key]))],
    [parameterSheet.sections.indicator, new Map(Object.entries(pack.indicators).map(([key, { title }]) => [foldText(title ?? key), key]))],
    [parameterSheet.sections.parameter, new Map(Object.entries(pack.parameters).map(([key, { title }]) => [foldText(title), key]))],
  ]);
  const titles = (section: string): string =>
    section === parameterSheet.sections.parameter
      ? Object.values(pack.parameters)
          .map(({ title }) => title)
          .join('、')
      : section === parameterSheet.sections.dimension
        ? Object.values(pack.dimensions)
            .map(({ title }) => title)
            .join('、')
        : Object.entries(pack.indicators)
            .map(([key, { title }]) => title ?? key)
            .join('、');
  const seen = new Map<string, string>();

  const takeWeight = (entry: Entry, column: number, into: Map<string, UserWeight>, key: string): void => {
    const value = reader.number(entry.row, column, entry.name);
    if (value === undefined) return;
    if (value < 0) reader.refuse(entry.row, column, 'negative-weight', words.negativeWeight(entry.name, String(value)));
    else into.set(key, { value, cell: reader.at(entry.row, column) });
  };

  let section = '';
  for (let row = layout.header + 1; row < grid.rows; row++) {
    // A merged section cell names the section once for the rows below it.
    const named = foldText(reader.shown(row, layout.section));
    if (named !== '') section = named;
    if (ownSections.has(section)) continue;
    const name = reader.shown(row, layout.name);
    // A row that gives no value asks for nothing, whatever it is called.
    const blank = reader.shown(row, layout.value) === '' && (layout.old === undefined || reader.shown(row, layout.old) === '');
    if (name === '' || blank) continue;
    const known = names.get(section);
    if (!known) {
      reader.refuse(row, layout.section, 'parameters-unknown-section', words.unknownSection(section));
      continue;
    }
    const key = known.get(foldText(name)) ?? [...known.values()].find((candidate) => candidate === name);
    if (key === undefined) {
      reader.refuse(row, layout.name, 'parameters-unknown-name', words.unknownName(section, name, titles(section)));
      continue;
    }
    const once = `${section}／${key}`;
    const before = seen.get(once);
    if (before !== undefined) {
      reader.refuse(row, layout.name, 'parameters-repeated', words.repeated(name, before));
      continue;
    }
    seen.set(once, cellName(row, layout.name));
    const entry: Entry = { row, section, name };
    if (section === parameterSheet.sections.parameter) {
      const value = reader.parameter(row, layout.value, pack.parameters[key]!);
      if (value !== undefined) parameters.set(key, { value, from: 'workbook', cell: reader.at(row, layout.value) });
    } else if (section === parameterSheet.sections.dimension) {
      takeWeight(entry, layout.value, dimensionWeights, key);
      if (layout.old !== undefined) takeWeight(entry, layout.old, oldWeights, key);
    } else {
      takeWeight(entry, layout.value, indicatorWeights, key);
    }
  }
  return { parameters, dimensionWeights, indicatorWeights, oldWeights, problems: reader.problems };
}
