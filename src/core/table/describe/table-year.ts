import { CellKind } from '../../grid';
import { namesAssessment, yearsIn, type YearSaid } from '../../period/year-text';
import { foldHeader } from '../fold';
import type { Layout } from './layout';

/** The year that a table says its figures are of, and where it says so. */
export interface TableYear {
  readonly year: number | undefined;
  /** Part of that year, where a title or the sheet's name says so: "1-11月". */
  readonly part?: string | undefined;
  /** Cell of the title, or of the header of the column of years; undefined where the sheet's name says it. */
  readonly cell: string | undefined;
  /** Title and sheet name, or two titles, speak of different years. */
  readonly clash: readonly number[];
}

/** Years of figures that a text states; where it names the assessment, so many before that one. */
const saidBy = (text: string, before: number): YearSaid[] =>
  before > 0 && namesAssessment(text) ? yearsIn(text).map((said) => ({ ...said, year: said.year - before })) : yearsIn(text);

const yearsOf = (text: string, before: number): number[] => [...new Set(saidBy(text, before).map(({ year }) => year))];

/** Column of the table in which every row says its year; undefined where it has none. */
export function yearColumnOf({ source, columns, keyColumn }: Pick<Layout, 'source' | 'columns' | 'keyColumn'>): number | undefined {
  return columns.find(({ column, levels }) => column !== keyColumn && source.words.yearColumns.has(foldHeader(levels.at(-1) ?? '')))
    ?.column;
}

/** The year in a row's cell: 2016, "2016年". */
export function yearInCell({ source }: Layout, row: number, column: number): number | undefined {
  const value =
    source.kind(row, column) === CellKind.number
      ? source.number(row, column)
      : Number(/^\s*(\d{4})\s*年?度?\s*$/u.exec(source.spread(row, column))?.[1]);
  return Number.isInteger(value) && value >= 1949 && value <= 2100 ? value : undefined;
}

/** What title, sheet name and a column of years say. */
export function yearOfTable(layout: Layout): TableYear {
  const { figuresBefore: before } = layout.source.words;
  const titled = layout.titles
    .map((text, at) => ({ years: yearsOf(text, before), cell: layout.titleCells[at] }))
    .filter(({ years }) => years.length > 0);
  const inTitles = [...new Set(titled.flatMap(({ years }) => years))];
  const inName = yearsOf(layout.source.sheet.name, before);
  const cell = titled[0]?.cell;
  const all = [...new Set([...inTitles, ...(inName.length === 1 ? inName : [])])];
  if (all.length > 1) return { year: undefined, cell, clash: all };
  const said = [...layout.titles, ...(inName.length === 1 ? [layout.source.sheet.name] : [])].flatMap((text) => saidBy(text, before));
  return { year: all[0], part: said.find(({ part }) => part !== undefined)?.part, cell, clash: [] };
}

/** Years that the rows of a table name, in the order in which they come first. */
export function yearsOfRows(layout: Layout): readonly number[] {
  const column = yearColumnOf(layout);
  if (column === undefined) return [];
  const years = new Set<number>();
  for (let row = layout.last + 1; row < layout.end; row++) {
    const year = yearInCell(layout, row, column);
    if (year !== undefined) years.add(year);
  }
  return [...years];
}
