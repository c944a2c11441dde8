import { cellName } from '../cell';
import type { SheetGrid } from '../grid';
import type { Problem } from '../problem';
import type { Direction } from '../score/methods/method';
import { foldText } from '../table/fold';
import { contentWords as words } from '../words/contents';
import { importWords } from '../words/import';
import { parameterSheet, parameterWords } from '../words/parameters';
import type { UserWeight } from './user-weight';
import { findLayout, findParameterSheet, SheetReader, type Layout } from './parameter-sheet';

/** Longest name that still makes a column header. */
const LONGEST_NAME = 40;

type Field = 'name' | 'dimension' | 'direction' | 'unit' | 'weight' | 'oldWeight' | 'fullMark';

interface OwnRow {
  readonly name: string;
  readonly weight: number | undefined;
  /** By group of rows; see group-weights.ts. */
  readonly groupWeights: ReadonlyMap<string, UserWeight>;
  /** The row's cells by field; a column that the sheet has not got is told at the row's section. */
  readonly cells: Readonly<Record<Field, string>>;
}

export interface OwnDimension extends OwnRow {
  /** Weight of the method used before. */
  readonly oldWeight: number | undefined;
}

export interface OwnIndicator extends OwnRow {
  /** Title of the dimension that it counts towards. */
  readonly dimension: string;
  readonly direction: Direction;
  /** As written; '' where the header of the column says it. */
  readonly unit: string;
  /** What a mark given by people can come to at most: the column is scored as its share of it. */
  readonly fullMark: number | undefined;
}

/** What the user adds to the document's contents, row by row of 权重与参数. */
export interface OwnRows {
  readonly sheet: string;
  readonly dimensions: readonly OwnDimension[];
  readonly indicators: readonly OwnIndicator[];
  readonly problems: readonly Problem[];
}

/** One row under its section: the texts and numbers of its fields, and where they stand. */
class Row {
  private readonly columns: Readonly<Record<Field, number | undefined>>;

  constructor(
    private readonly reader: SheetReader,
    private readonly layout: Layout,
    private readonly row: number,
  ) {
    const { unit, dimension, direction, fullMark } = parameterSheet.columns;
    const { at, name, value, old } = layout;
    this.columns = {
      name,
      weight: value,
      oldWeight: old,
      unit: at.get(unit),
      dimension: at.get(dimension),
      direction: at.get(direction),
      fullMark: at.get(fullMark),
    };
  }

  text(field: Field): string {
    const column = this.columns[field];
    return column === undefined ? '' : this.reader.shown(this.row, column);
  }

  cell(field: Field): string {
    return cellName(this.row, this.columns[field] ?? this.layout.section);
  }

  refuse(field: Field, said: { message: string; nextStep: string }): undefined {
    return this.reader.refuse(this.row, this.columns[field] ?? this.layout.section, 'own-row', said);
  }

  /** undefined where blank or refused. */
  number(field: Field): number | undefined {
    const column = this.columns[field];
    return column === undefined ? undefined : this.reader.number(this.row, column, this.text('name'));
  }

  weight(field: 'weight' | 'oldWeight'): number | undefined {
    const value = this.number(field);
    return value !== undefined && value < 0
      ? this.refuse(field, parameterWords.negativeWeight(this.text('name'), this.text(field)))
      : value;
  }

  groupWeights(): OwnRow['groupWeights'] {
    return new Map(
      this.layout.groups.flatMap(({ group, column }): [string, UserWeight][] => {
        const value = this.reader.weight(this.row, column, this.text('name'));
        return value === undefined ? [] : [[group, { value, cell: this.reader.at(this.row, column) }]];
      }),
    );
  }

  /** The name; undefined where refused. */
  name(section: string): string | undefined {
    const name = this.text('name');
    if (name === '') return this.refuse('name', words.nameless(section));
    return name.length > LONGEST_NAME ? this.refuse('name', words.nameTooLong(LONGEST_NAME)) : name;
  }

  cells(): OwnRow['cells'] {
    const cell = (field: Field): string => this.cell(field);
    return {
      name: cell('name'),
      dimension: cell('dimension'),
      direction: cell('direction'),
      unit: cell('unit'),
      weight: cell('weight'),
      oldWeight: cell('oldWeight'),
      fullMark: cell('fullMark'),
    };
  }
}

function dimensionOf(row: Row, section: string): OwnDimension | undefined {
  const name = row.name(section);
  if (name === undefined) return undefined;
  return { name, weight: row.weight('weight'), groupWeights: row.groupWeights(), oldWeight: row.weight('oldWeight'), cells: row.cells() };
}

function indicatorOf(row: Row, section: string): OwnIndicator | undefined {
  const name = row.name(section);
  if (name === undefined) return undefined;
  const dimension = row.text('dimension');
  if (dimension === '') return row.refuse('dimension', words.dimensionNeeded(name));
  const direction = importWords.directions.get(foldText(row.text('direction')));
  if (direction === undefined) return row.refuse('direction', words.directionNeeded(name));
  const fullMark = row.number('fullMark');
  if (fullMark !== undefined && fullMark <= 0) return row.refuse('fullMark', words.fullMarkPositive(name));
  if (fullMark !== undefined && direction !== 'higher_is_better') return row.refuse('fullMark', words.fullMarkDirection(name));
  const given = { weight: row.weight('weight'), groupWeights: row.groupWeights(), fullMark };
  return { name, dimension, direction, unit: row.text('unit'), ...given, cells: row.cells() };
}

/**
 * Reads the rows 增设维度 and 增设指标 of 权重与参数. A row that cannot be used is a blocking problem at its cell: what the user wanted
 * scored must not be left out silently.
 */
export function readOwnRows(sheets: readonly SheetGrid[]): OwnRows {
  const found = findParameterSheet(sheets);
  const layout = found && findLayout(found.grid);
  const dimensions: OwnDimension[] = [];
  const indicators: OwnIndicator[] = [];
  if (!found || !layout) return { sheet: parameterSheet.name, dimensions, indicators, problems: [] };
  const { ownDimension, ownIndicator } = parameterSheet.sections;
  const reader = new SheetReader(found.name, found.grid);
  const fields = new Map<string, readonly Field[]>([
    [ownDimension, ['name', 'weight', 'oldWeight']],
    [ownIndicator, ['name', 'dimension', 'direction', 'unit', 'weight', 'fullMark']],
  ]);
  let section = '';
  for (let at = layout.header + 1; at < found.grid.rows; at++) {
    const named = foldText(reader.shown(at, layout.section));
    if (named !== '') section = named;
    const own = fields.get(section);
    if (!own) continue;
    const row = new Row(reader, layout, at);
    // A row of a template, or one that a merged section cell runs over.
    if (own.every((field) => row.text(field) === '')) continue;
    if (section === ownDimension) {
      const read = dimensionOf(row, section);
      if (read) dimensions.push(read);
    } else {
      const read = indicatorOf(row, section);
      if (read) indicators.push(read);
    }
  }
  return { sheet: found.name, dimensions, indicators, problems: reader.problems };
}
