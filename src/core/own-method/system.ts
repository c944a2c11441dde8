import type { SheetGrid } from '../grid';
import { own } from '../own';
import type { Pack, PackIndicator } from '../pack/schema';
import { blocks } from '../problem';
import { foldText } from '../table/fold';
import type { Units } from '../units/units';
import { importWords } from '../words/import';
import { meanings, ownMethodWords as words, systemSheet } from '../words/own-method';
import { clauseOf } from './clause';
import type { Draft, Place } from './draft';
import { figureOf } from './figure-text';
import { filterOf } from './filter-text';
import { markColumns, marksOf } from './marks';
import { methodOf, type Direction } from './method-text';
import { referenceOf } from './reference-text';
import { readRows, unknownHeaders, type Row } from './sheet-rows';

type Field = keyof typeof systemSheet.headers;
export type Gaps = (typeof meanings.gaps)[keyof typeof meanings.gaps];

/** What the sheet 指标体系 says, as the pack format writes it. */
export interface System {
  readonly dimensions: Pack['dimensions'];
  readonly indicators: Pack['indicators'];
  /** Keys of indicators of which the sheet says where the figure comes from. */
  readonly figured: ReadonlySet<string>;
  /** Keys of indicators and dimensions by folded title. */
  readonly named: ReadonlyMap<string, string>;
  readonly titles: readonly string[];
  readonly isWeighed: boolean;
  /** Marks by group; undefined where one holds for all. */
  readonly groups: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  /** How gaps count and by which clause, where the sheet says so. */
  readonly gaps: { readonly as: Gaps; readonly clause: string[] } | undefined;
}

/** How gaps count: one answer where all indicators give the same, else each gives its own; a blank one is as the method says of all. */
class GapsAsked {
  private readonly asked = new Map<string, { readonly as: Gaps; readonly clause: string[] }>();

  take(row: Row<Field>, key: string, title: string, clause: string[], draft: Draft): void {
    const said = row.text('missing');
    if (said === '') return;
    const as = own(meanings.gaps, said);
    if (as !== undefined) this.asked.set(key, { as, clause });
    else draft.refuse(row.place('missing'), 'method-gaps', words.unknownWord(`指标“${title}”的缺数处理`, said, Object.keys(meanings.gaps)));
  }

  /** @returns the one answer of all; otherwise each is written at its indicator */
  answer(indicators: Pack['indicators']): System['gaps'] {
    const [first, ...others] = this.asked.values();
    const isOne = this.asked.size === Object.keys(indicators).length && others.every(({ as }) => as === first?.as);
    if (isOne) return first;
    for (const [key, gaps] of this.asked) indicators[key]!.gaps = gaps;
    return undefined;
  }
}

/** Reads the sheet into a pack in the making. */
export function readSystem(sheet: SheetGrid, units: Units, draft: Draft): System {
  const read = readRows<Field>(sheet, systemSheet.headers, ['dimension', 'title']);
  const dimensions: Pack['dimensions'] = {};
  const indicators: Pack['indicators'] = {};
  const named = new Map<string, string>();
  const titles: string[] = [];
  const first = new Map<string, string>();
  const marked: { key: string; title: string; row: Row<Field> }[] = [];
  const gaps = new GapsAsked();
  const figured = new Set<string>();
  const dimensionKey = (title: string, place: Place): string => {
    const known = named.get(foldText(title));
    if (known !== undefined && Object.hasOwn(dimensions, known)) return known;
    const key = draft.nodes.of(title);
    named.set(foldText(title), key);
    titles.push(title);
    dimensions[key] = { title, basis: 'named', covers: [] };
    draft.from(['dimensions', key], place);
    return key;
  };

  let dimension = '';
  for (const row of read.rows) {
    // A dimension that runs over merged cells stands in the first of its rows.
    if (row.text('dimension') !== '') dimension = row.text('dimension');
    const title = row.text('title');
    if (title === '') continue;
    const before = first.get(foldText(title));
    if (before !== undefined) {
      draft.refuse(row.place('title'), 'method-twice', words.twice(title, before));
      continue;
    }
    first.set(foldText(title), row.cell('title'));
    if (dimension === '') {
      draft.refuse(row.place('dimension'), 'method-needed', words.needed(`指标“${title}”`, systemSheet.headers.dimension[0]));
      continue;
    }
    const scored = scoredAs(row, title, units, draft);
    if (!scored) continue;
    const clause = clauseOf(row, draft, ['title', 'method', 'settings']);
    const into = dimensionKey(dimension, row.place('dimension'));
    const key = draft.nodes.of(title);
    named.set(foldText(title), key);
    titles.push(title);
    indicators[key] = { title, dimension: into, basis: 'named', covers: [], clause, ...scored };
    draft.from(['indicators', key], row.place('title'));
    marked.push({ key, title, row });
    if (row.text('figure') !== '') figured.add(key);
    gaps.take(row, key, title, clause, draft);
  }
  const columns = markColumns(read);
  const marks = marksOf(columns, marked, read.header, draft);
  const asked = gaps.answer(indicators);
  const ofMarks = new Set(columns.map(({ column }) => column));
  const others = new Map([...read.others].filter(([column]) => !ofMarks.has(column)));
  draft.problems.push(...read.problems, ...unknownHeaders({ ...read, others }, Object.values(systemSheet.headers).flat()));
  if (!blocks(draft.problems) && marked.length === 0)
    draft.problems.push({ severity: 'block', code: 'method-no-indicators', sheet: sheet.name, ...words.noIndicators });
  const isGrouped = columns.some(({ group }) => group !== undefined);
  if (marks && !isGrouped) for (const [key, weight] of [...marks.values()][0]!) indicators[key]!.weight = weight;
  const groups =
    marks && isGrouped ? Object.fromEntries([...marks].map(([{ group }, weights]) => [group!, Object.fromEntries(weights)])) : undefined;
  return { dimensions, indicators, figured, named, titles, isWeighed: marks !== undefined, groups, gaps: asked };
}

/** Direction, figure, method and who it is for; undefined where something of it is refused. */
function scoredAs(
  row: Row<Field>,
  title: string,
  units: Units,
  draft: Draft,
): Pick<PackIndicator, 'measure' | 'direction' | 'normalise' | 'applies'> | undefined {
  const said = row.text('direction');
  if (said === '')
    return void draft.refuse(row.place('direction'), 'method-needed', words.needed(`指标“${title}”`, systemSheet.headers.direction[0]));
  const direction: Direction | undefined = importWords.directions.get(foldText(said));
  if (direction === undefined)
    return void draft.refuse(row.place('direction'), 'method-direction', words.unknownWord(`指标“${title}”的方向`, said, ['正向', '逆向']));
  const unitText = row.text('unit');
  const unit = unitText === '' ? undefined : units.find(unitText);
  if (unitText !== '' && unit === undefined)
    return void draft.refuse(row.place('unit'), 'unknown-unit', words.unknownUnit(title, unitText));
  const measure = figureOf({ title, unit, text: row.text('figure'), place: row.place('figure') }, units, draft);
  const applies = filterOf(row.text('applies'), draft, row.place('applies'));
  const elsewhere = { title, unit, measure, place: row.place('settings') };
  const method = methodOf(row.text('method'), row.text('settings'), direction, (text) => referenceOf(text, elsewhere, units, draft));
  if (method && 'refused' in method) return void draft.refuse(row.place(method.of), 'method-settings', method.refused);
  if (measure === undefined || applies === undefined || (method && 'told' in method)) return undefined;
  return { measure, direction, ...(method && { normalise: method.value }), ...(Object.keys(applies).length > 0 && { applies }) };
}
