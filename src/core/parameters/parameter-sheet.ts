import { cellName, shownText } from '../cell';
import type { Grid, SheetGrid } from '../grid';
import { own } from '../own';
import type { MeasureRef } from '../pack/parts';
import type { Pack, PackParameter } from '../pack/schema';
import type { Problem } from '../problem';
import { foldText } from '../table/fold';
import { parameterSheet, parameterWords as words } from '../words/parameters';
import { pairNames } from './comparisons';
import { weightGroupOf, type GroupWeights } from './group-weights';
import { DATA_WEIGHTING, dataWeightingChoice, dataWeightingOf, type ChosenDataWeighting } from './data-weighting';
import type { UserWeight } from './user-weight';
import { readComparison, readNumber, readParameter, readWeight, type Setting, type Written } from './setting-value';

/** A parameter's value and where it came from: the workbook's cell, or the pack's default. */
export interface ParameterValue {
  readonly value: number | string;
  readonly from: 'workbook' | 'default';
  /** "权重与参数!C7" where it came from the workbook. */
  readonly cell?: string;
  /** The cell holds this very number, so that a formula may ask it. */
  readonly isPlain?: boolean;
}

export type { UserWeight } from './user-weight';

/** What the user's 权重与参数 sheet says, after checking. Everything left blank is absent. */
export interface UserSettings {
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  /** Weights by dimension key and by indicator key. */
  readonly dimensionWeights: ReadonlyMap<string, UserWeight>;
  readonly indicatorWeights: ReadonlyMap<string, UserWeight>;
  /** Weights of the method used before, by dimension key. */
  readonly oldWeights: ReadonlyMap<string, UserWeight>;
  /** Weights that hold for one group of rows in place of the common ones; undefined where nobody gives any. */
  readonly groupWeights?: ReadonlyMap<string, GroupWeights> | undefined;
  /** How weights are taken from the figures; undefined where they are not. */
  readonly dataWeighting?: ChosenDataWeighting | undefined;
  readonly problems: readonly Problem[];
}

/** Settings as the sheet says them, with its comparisons by pairs; see comparisons.ts. */
export interface ReadSettings extends UserSettings {
  readonly comparisons: ReadonlyMap<string, UserWeight>;
}

/** A row of the sheet that sets something of the pack. */
export interface SettingRow {
  readonly row: number;
  /** Folded; '' above the first one. */
  readonly section: string;
  /** As written; '' where there is none. */
  readonly name: string;
}

/** Where the sheet's columns stand, from 0. */
export interface Layout {
  readonly header: number;
  readonly section: number;
  readonly name: number;
  readonly value: number;
  readonly old: number | undefined;
  /** Columns of weights by group, from the left. */
  readonly groups: readonly { readonly group: string; readonly column: number }[];
  /** Every header of the row, folded. */
  readonly at: ReadonlyMap<string, number>;
}

export function findLayout(grid: Grid): Layout | undefined {
  for (let row = 0; row < Math.min(grid.rows, 30); row++) {
    const at = new Map<string, number>();
    const groups: { group: string; column: number }[] = [];
    for (let column = 0; column < Math.min(grid.columns, 50); column++) {
      const header = grid.text(row, column);
      at.set(foldText(header), column);
      const group = weightGroupOf(header);
      if (group !== undefined) groups.push({ group, column });
    }
    const section = at.get(parameterSheet.columns.section);
    const name = at.get(parameterSheet.columns.name);
    const value = at.get(parameterSheet.columns.value);
    if (section === undefined || name === undefined || value === undefined) continue;
    return { header: row, section, name, value, old: at.get(parameterSheet.columns.old), groups, at };
  }
  return undefined;
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
    return shownText(this.grid.cell(row, column));
  }

  written(row: number, column: number): Written {
    const { grid } = this;
    return {
      kind: grid.kind(row, column),
      shown: this.shown(row, column),
      number: grid.number(row, column),
      format: grid.format(row, column),
    };
  }

  /** undefined where blank or refused. */
  number(row: number, column: number, name: string): number | undefined {
    return this.taken(row, column, readNumber(this.written(row, column), name));
  }

  weight(row: number, column: number, name: string): number | undefined {
    return this.taken(row, column, readWeight(this.written(row, column), name));
  }

  comparison(row: number, column: number, name: string): number | undefined {
    return this.taken(row, column, readComparison(this.written(row, column), name));
  }

  parameter(row: number, column: number, parameter: PackParameter): number | string | undefined {
    return this.taken(row, column, readParameter(this.written(row, column), parameter));
  }

  private taken<T>(row: number, column: number, setting: Setting<T>): T | undefined {
    if (!('refused' in setting)) return setting.value;
    const { code, message, nextStep } = setting.refused;
    return this.refuse(row, column, code, { message, nextStep });
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

/** Whether a row says nothing in any column of values. */
export const isBlankRow = (reader: SheetReader, { value, old, groups }: Layout, row: number): boolean =>
  [value, ...(old === undefined ? [] : [old]), ...groups.map(({ column }) => column)].every((column) => reader.shown(row, column) === '');

/** Rows below the header, those of what the user adds left out. */
export function* settingRows(reader: SheetReader, grid: Grid, layout: Layout): Generator<SettingRow> {
  let section = '';
  for (let row = layout.header + 1; row < grid.rows; row++) {
    // A merged section cell names the section once for the rows below it.
    const named = foldText(reader.shown(row, layout.section));
    if (named !== '') section = named;
    if (!ownSections.has(section)) yield { row, section, name: reader.shown(row, layout.name) };
  }
}

/** Key by folded name, for every section that sets something of the pack. */
export function namesBySection(pack: Pack): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const { sections } = parameterSheet;
  const { dimensions, indicators, parameters } = pack;
  return new Map([
    [sections.weighting, new Map([[foldText(parameterSheet.dataWeighting), DATA_WEIGHTING]])],
    [sections.comparison, new Map([...pairNames(pack)].map(([name, key]) => [foldText(name), key]))],
    [sections.dimension, new Map(Object.entries(dimensions).map(([key, { title }]) => [foldText(title), key]))],
    [sections.indicator, new Map(Object.entries(indicators).map(([key, { title }]) => [foldText(title ?? key), key]))],
    [sections.parameter, new Map(Object.entries(parameters).map(([key, { title }]) => [foldText(title), key]))],
  ]);
}

/** Sections of weights, which may differ by group. */
const weightKinds: ReadonlyMap<string, keyof GroupWeights> = new Map([
  [parameterSheet.sections.dimension, 'dimension'],
  [parameterSheet.sections.indicator, 'indicator'],
]);

/** The key of what a row names, by its title or by the key itself. */
export const keyNamed = (known: ReadonlyMap<string, string>, name: string): string | undefined =>
  known.get(foldText(name)) ?? [...known.values()].find((candidate) => candidate === name);

/** The sheet of that name among those handed in; our own result sheets never count. */
export function findParameterSheet(sheets: readonly SheetGrid[]): SheetGrid | undefined {
  return sheets.find((sheet) => !sheet.owned && foldText(sheet.name) === parameterSheet.name);
}

/**
 * Reads and checks the 权重与参数 sheet. Any value that cannot be used is a blocking problem: an official who typed a
 * limit must not get a result that silently ignores it.
 */
export function readUserSettings(pack: Pack, sheets: readonly SheetGrid[]): ReadSettings {
  const parameters = new Map<string, ParameterValue>();
  for (const [key, parameter] of Object.entries(pack.parameters)) {
    if (parameter.default !== undefined) parameters.set(key, { value: parameter.default, from: 'default' });
  }
  const dimensionWeights = new Map<string, UserWeight>();
  const indicatorWeights = new Map<string, UserWeight>();
  const oldWeights = new Map<string, UserWeight>();
  const comparisons = new Map<string, UserWeight>();
  let dataWeighting: ChosenDataWeighting | undefined;
  const found = findParameterSheet(sheets);
  if (!found) return { parameters, dimensionWeights, indicatorWeights, oldWeights, comparisons, problems: [] };

  const { grid, name: sheet } = found;
  const layout = findLayout(grid);
  if (!layout) {
    const needed = [parameterSheet.columns.section, parameterSheet.columns.name, parameterSheet.columns.value].join('、');
    return {
      parameters,
      dimensionWeights,
      indicatorWeights,
      oldWeights,
      comparisons,
      problems: [{ severity: 'block', code: 'parameters-no-header', sheet, ...words.noHeader(needed) }],
    };
  }

  const reader = new SheetReader(sheet, grid);
  const names = namesBySection(pack);
  const titles = (section: string): string =>
    section === parameterSheet.sections.parameter
      ? Object.values(pack.parameters)
          .map(({ title }) => title)
          .join('、')
      : section === parameterSheet.sections.dimension
        ? Object.values(pack.dimensions)
            .map(({ title }) => title)
            .join('、')
        : section === parameterSheet.sections.weighting
          ? parameterSheet.dataWeighting
          : section === parameterSheet.sections.comparison
            ? words.pairs([...pairNames(pack).keys()])
            : Object.entries(pack.indicators)
                .map(([key, { title }]) => title ?? key)
                .join('、');
  const seen = new Map<string, string>();

  const takeWeight = (entry: SettingRow, column: number, into: Map<string, UserWeight>, key: string): void => {
    const value = reader.weight(entry.row, column, entry.name);
    if (value !== undefined) into.set(key, { value, cell: reader.at(entry.row, column) });
  };

  const byGroup = new Map<string, { dimension: Map<string, UserWeight>; indicator: Map<string, UserWeight> }>();
  const takeGroups = (entry: SettingRow, key: string): void => {
    const kind = weightKinds.get(entry.section);
    for (const { group, column } of layout.groups) {
      if (reader.shown(entry.row, column) === '') continue;
      if (!kind) {
        reader.refuse(entry.row, column, 'parameters-group-idle', words.groupIdle(entry.name, parameterSheet.groupWeightOf(group)));
        continue;
      }
      const weights = byGroup.get(group) ?? { dimension: new Map<string, UserWeight>(), indicator: new Map<string, UserWeight>() };
      takeWeight(entry, column, weights[kind], key);
      byGroup.set(group, weights);
    }
  };
  layout.groups.forEach(({ group, column }, at) => {
    if (layout.groups.findIndex((one) => one.group === group) < at)
      reader.refuse(layout.header, column, 'parameters-group-twice', words.groupTwice(group));
  });

  for (const { row, section, name } of settingRows(reader, grid, layout)) {
    // A row that gives no value asks for nothing, whatever it is called.
    if (name === '' || isBlankRow(reader, layout, row)) continue;
    const known = names.get(section);
    if (!known) {
      reader.refuse(row, layout.section, 'parameters-unknown-section', words.unknownSection(section));
      continue;
    }
    const key = keyNamed(known, name);
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
    const entry: SettingRow = { row, section, name };
    takeGroups(entry, key);
    if (section === parameterSheet.sections.parameter) {
      const value = reader.parameter(row, layout.value, pack.parameters[key]!);
      const isPlain = grid.number(row, layout.value) === value;
      if (value !== undefined)
        parameters.set(key, { value, from: 'workbook', cell: reader.at(row, layout.value), ...(isPlain && { isPlain }) });
    } else if (section === parameterSheet.sections.dimension) {
      takeWeight(entry, layout.value, dimensionWeights, key);
      if (layout.old !== undefined) takeWeight(entry, layout.old, oldWeights, key);
    } else if (section === parameterSheet.sections.weighting) {
      const value = dataWeightingOf(String(reader.parameter(row, layout.value, dataWeightingChoice) ?? ''));
      if (value !== undefined) dataWeighting = { value, cell: reader.at(row, layout.value) };
    } else if (section === parameterSheet.sections.comparison) {
      const value = reader.comparison(row, layout.value, name);
      if (value !== undefined) comparisons.set(key, { value, cell: reader.at(row, layout.value) });
    } else {
      takeWeight(entry, layout.value, indicatorWeights, key);
    }
  }
  const groupWeights = byGroup.size > 0 ? byGroup : undefined;
  return {
    parameters,
    dimensionWeights,
    indicatorWeights,
    oldWeights,
    groupWeights,
    comparisons,
    dataWeighting,
    problems: reader.problems,
  };
}
