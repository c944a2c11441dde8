import type { Figures } from '../measure/figures';
import { own } from '../own';
import type { PackAdjustment } from '../pack/schema';
import { chosenReference } from '../parameters/parameter-sheet';
import type { PlaceAdjustment } from '../score/place-points';
import { earlierList, mixesPopulations, placeBefore } from './earlier-list';
import type { SettledAdjustment } from './settled-adjustment';

type Places = Extract<PackAdjustment, { kind: 'places' }>;
type Declared = Extract<SettledAdjustment, { kind: 'places' }>;
type Gained = NonNullable<Declared['gained']>;

/** What places are counted within: values of a column, or all rows in one where it is undefined. */
interface Groups {
  readonly within: string | undefined;
  readonly names: readonly string[];
  /** Position in names of the group of the nth row; −1 where its value is not known. */
  readonly of: (at: number) => number;
}

/** The figure that places are counted by, its reference and whether more of it is better; undefined for the total or a dimension. */
function figureOf({ by }: Pick<Places, 'by'>, figures: Figures): { readonly measure: string; readonly sign: 1 | -1 } | undefined {
  const indicator = by === undefined ? undefined : own(figures.pack.indicators, by);
  if (!indicator) return undefined;
  return {
    measure: chosenReference(figures.settings, indicator.measure ?? by!) ?? '',
    sign: indicator.direction === 'higher_is_better' ? 1 : -1,
  };
}

/** Each row's place on the earlier list of its own group; NaN where it states none that can be used, or one among all groups. */
function placesBefore({ table, rank }: Pick<Gained, 'table' | 'rank'>, figures: Figures, rows: Int32Array, groups: Groups): Float64Array {
  const read = figures.tables.get(table);
  const main = { table: figures.pack.main_table };
  if (!read) return new Float64Array(rows.length).fill(NaN);
  const lists = groups.names.map((name) =>
    earlierList(figures, groups.within === undefined ? {} : { [groups.within]: [name] }, { table, rank }, read),
  );
  const usable = lists.map((list) => (mixesPopulations(list) ? undefined : list));
  return Float64Array.from(rows, (row, at) => {
    const list = usable[groups.of(at)];
    return list ? placeBefore(list, figures.rowByKey(table, figures.subject(main, row))) : NaN;
  });
}

/** Points for so many places gained: so much each, at most the cap, or those of the highest step that is reached. */
function pointsGained({ points_per: each, cap = Infinity, steps = [] }: Gained): (gain: number) => number {
  if (each !== undefined) return (gain) => Math.min(cap, each * gain);
  return (gain) => Math.max(0, ...steps.map(({ at_least: least, points }) => (gain >= least ? points : 0)));
}

/** Points for places as the scoring takes them, for these rows of the main table. */
export function placeAdjustment(
  declared: Declared,
  figures: Figures,
  rows: Int32Array,
  nodes: ReadonlyMap<string, Float64Array> | undefined,
): PlaceAdjustment {
  const { title, within, points = [], gained } = declared;
  const by = figureOf(declared, figures);
  const series = by && figures.series(by.measure);
  const node = by === undefined ? declared.by : undefined;
  const column = within === undefined ? undefined : figures.column(figures.pack.main_table, within);
  const names =
    within === undefined ? [''] : [...new Set(Array.from(rows, (row) => column?.texts[row] ?? ''))].filter((name) => name !== '');
  const groups = within === undefined ? undefined : Int32Array.from(rows, (row) => names.indexOf(column?.texts[row] ?? ''));
  const lists = names.map((name) => (Array.isArray(points) ? points : (own(points, name) ?? [])));
  const gain = gained && pointsGained(gained);
  return {
    kind: 'places',
    title,
    ...(series && {
      figures: Float64Array.from(rows, (row) => by.sign * (series.values[series.frame === 'single' ? 0 : row] ?? NaN)),
    }),
    ...(node !== undefined && { node, figures: nodes && (nodes.get(node) ?? new Float64Array(rows.length).fill(NaN)) }),
    ...(groups && { groups }),
    ...(gained && { before: placesBefore(gained, figures, rows, { within, names, of: (at) => (groups ? groups[at]! : 0) }) }),
    pointsOf: gain ?? ((place, group) => lists[group]?.[place - 1] ?? 0),
    length: Math.max(0, ...lists.map((list) => list.length)),
    most: gained
      ? (gained.cap ?? (gained.steps ? Math.max(...gained.steps.map((step) => step.points)) : Infinity))
      : Math.max(0, ...(Array.isArray(points) ? [points] : Object.values(points)).flat()),
  };
}

/** "Sheet!B4": the figure, the group and the earlier place that points for a place rest on. */
export function placeCells(declared: Places, figures: Figures, row: number): readonly string[] {
  const { within, gained } = declared;
  const { main_table: main } = figures.pack;
  const by = figureOf(declared, figures);
  const series = by && figures.series(by.measure);
  const before = gained && figures.rowByKey(gained.table, figures.subject({ table: main }, row));
  return [
    ...(series ? series.cells(series.frame === 'single' ? 0 : row) : []),
    ...(within === undefined ? [] : figures.cellsOf(main, within, row)),
    ...(gained && before !== undefined ? figures.cellsOf(gained.table, gained.rank, before) : []),
  ];
}
