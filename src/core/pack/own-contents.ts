import { foldText } from '../table/fold';
import type { OwnDimension, OwnIndicator } from '../parameters/own-rows';
import type { Problem } from '../problem';
import type { Units } from '../units/units';
import { contentWords as words } from '../words/contents';
import { importWords } from '../words/import';
import { places, quotes } from './clause-place';
import { columnsOf } from './references';
import type { Pack, PackIndicator } from './schema';

type Said = Pick<Problem, 'message' | 'nextStep'>;

/** A pack with something added, the keys of what was added by place in the list given, and what was refused. */
export interface Extended {
  readonly pack: Pack;
  /** undefined where refused. */
  readonly keys: readonly (string | undefined)[];
  readonly problems: readonly Problem[];
}

/** Why nothing may be added to the contents of the document; undefined where it may. */
export function whyClosed(pack: Pack, title: string): Said | undefined {
  const { contents } = pack;
  if (contents === undefined) return words.notOpen(title);
  return contents.list === 'open' ? undefined : words.closed(title, places(contents.clause), quotes(pack.clauses, contents.clause));
}

/** More contents of their own are no plan of assessment but a pasted list. */
const MOST_CONTENTS = 100;

/** Keys that nothing of the pack has: own_indicator_1, own_indicator_2 … */
function freeKeys(stem: string, ...taken: readonly Readonly<Record<string, unknown>>[]): () => string {
  let number = 0;
  return () => {
    do number++;
    while (taken.some((one) => Object.hasOwn(one, `${stem}_${number}`)));
    return `${stem}_${number}`;
  };
}

/** The pack's dimensions with those that the user adds. */
export class OwnDimensions {
  readonly all: Pack['dimensions'];
  private readonly nextKey: () => string;
  private room: number;

  constructor({ dimensions }: Pack) {
    this.all = { ...dimensions };
    this.nextKey = freeKeys('own_dimension', dimensions);
    this.room = MOST_CONTENTS - Object.values(dimensions).filter(({ basis }) => basis === 'own').length;
  }

  /** The key of the new dimension; undefined where there are too many of them. */
  add(title: string): string | undefined {
    if (this.room <= 0) return undefined;
    this.room--;
    const key = this.nextKey();
    this.all[key] = { title, basis: 'own', covers: [] };
    return key;
  }
}

/** The column or measure of the pack that already bears the name. */
export function knownFigure(pack: Pack, title: string): string | undefined {
  const name = foldText(title);
  const column = Object.entries(columnsOf(pack, pack.main_table)).find(
    ([, { header, kind }]) => kind === 'number' && header.some((alias) => foldText(alias) === name),
  );
  return column?.[0] ?? Object.entries(pack.measures).find(([, measure]) => foldText(measure.title) === name)?.[0];
}

/** Contents that the user adds to those of the document, where its list is an open one. */
export function withOwnDimensions(pack: Pack, sheet: string, rows: readonly OwnDimension[]): Extended {
  const problems: Problem[] = [];
  const known = new Map(Object.entries(pack.dimensions).map(([key, { title }]) => [foldText(title), key]));
  const first = new Map<string, string>();
  const dimensions = new OwnDimensions(pack);
  const keys = rows.map(({ name, cells }) => {
    const refuse = (code: string, said: Said): undefined =>
      void problems.push({ severity: 'block', code, sheet, cell: cells.name, ...said });
    const closed = whyClosed(pack, name);
    if (closed) return refuse('contents-closed', closed);
    const folded = foldText(name);
    if (known.has(folded)) return refuse('own-dimension-known', words.dimensionKnown(name));
    const before = first.get(folded);
    if (before !== undefined) return refuse('own-dimension-repeated', words.repeated(name, before));
    first.set(folded, cells.name);
    return dimensions.add(name) ?? refuse('own-dimensions-too-many', words.tooMany(MOST_CONTENTS));
  });
  return { pack: { ...pack, dimensions: dimensions.all }, keys, problems };
}

/** Indicators that the user adds: columns of the main table found by their names, scored as the others are. */
export function withOwnIndicators(pack: Pack, sheet: string, rows: readonly OwnIndicator[], units: Units): Extended {
  const problems: Problem[] = [];
  const dimensions = new Map(Object.entries(pack.dimensions).map(([key, { title }]) => [foldText(title), key]));
  const scored = new Set(Object.entries(pack.indicators).map(([key, { title }]) => foldText(title ?? key)));
  const first = new Map<string, string>();
  const main = pack.tables[pack.main_table]!;
  const columns: Pack['tables'][string]['columns'] = { ...main.columns };
  const indicators: Pack['indicators'] = { ...pack.indicators };
  const nextKey = freeKeys('own_indicator', pack.indicators, main.columns, pack.measures);
  const keys = rows.map((row) => {
    const { name, cells } = row;
    const refuse = (code: string, said: Said, cell = cells.name): undefined =>
      void problems.push({ severity: 'block', code, sheet, cell, ...said });
    const closed = whyClosed(pack, name);
    if (closed) return refuse('contents-closed', closed);
    const folded = foldText(name);
    const before = first.get(folded);
    if (before !== undefined) return refuse('own-indicator-repeated', words.repeated(name, before));
    if (scored.has(folded)) return refuse('own-indicator-known', words.indicatorKnown(name));
    const dimension = dimensions.get(foldText(row.dimension));
    if (dimension === undefined) {
      const titles = Object.values(pack.dimensions).map(({ title }) => title);
      return refuse('own-indicator-dimension', words.unknownDimension(name, row.dimension, titles.join('、')), cells.dimension);
    }
    // A mark given by people needs no unit in the header.
    const unit = row.unit === '' ? (row.fullMark === undefined ? 'from_header' : units.find('分')) : units.find(row.unit);
    if (unit === undefined) return refuse('unknown-unit', importWords.unknownUnit(name, row.unit), cells.unit);
    first.set(folded, cells.name);
    const known = knownFigure(pack, name);
    const key = nextKey();
    if (known === undefined)
      columns[key] = {
        header: [name],
        kind: 'number',
        unit,
        required: false,
        ...(row.fullMark !== undefined && { at_least: 0, at_most: row.fullMark }),
      };
    const marks: Partial<PackIndicator> =
      row.fullMark === undefined ? {} : { normalise: { method: 'goalposts', worst: 0, best: row.fullMark, to: [0, 100] } };
    indicators[key] = {
      title: name,
      dimension,
      direction: row.direction,
      basis: 'own',
      covers: [],
      ...(known !== undefined && { measure: known }),
      ...marks,
    };
    return key;
  });
  return { pack: { ...pack, tables: { ...pack.tables, [pack.main_table]: { ...main, columns } }, indicators }, keys, problems };
}
