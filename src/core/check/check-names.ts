import { NOTHING_DECIDED, type Decided } from '../decided';
import type { Figures } from '../measure/figures';
import { keyColumnOf, resolve } from '../pack/references';
import type { Problem, Proposal } from '../problem';
import { foldText } from '../table/fold';
import { cellAt, type CellPlace } from '../table/placed-table';
import type { ReadColumn, ReadTable } from '../table/spec';
import { measureWords as words } from '../words/measure';

/** A list with more doubtful names is another list; the rest are counted. */
const MOST_ASKED = 20;
/** Cells and names that one message carries. */
const SHOWN = 5;

/** Names of zones and places that may mean another one than they seem to, or that no list of ours has. */
export function checkNames(figures: Figures, decided = NOTHING_DECIDED): Problem[] {
  return [...twins(figures), ...nearNamedOnes(figures), ...sideTables(figures), ...places(figures, decided)];
}

/** How many rows of one name carry a proposal of their own. */
const MOST_PROPOSED = 500;

const isNamed = (cell: string, name: string): Proposal => ({ kind: 'value', cell, words: words.isNamed(name), value: name });

/** A zone of which the main table knows nothing. @param ofBefore whether it still tells the order of an earlier year's ranks */
const isStranger = (place: CellPlace, name: string, ofBefore: boolean): Proposal => ({
  kind: 'value',
  ...place,
  words: ofBefore ? words.strangerOfBefore : words.stranger,
  value: name,
});

const placeOf = (table: ReadTable, column: ReadColumn, row: number): CellPlace => cellAt(table, row, column.column);

/** Two rows of the main table that may be one zone: neither counts for certain until someone has said so. */
function twins(figures: Figures): Problem[] {
  const table = figures.table(figures.pack.main_table);
  const key = table?.columns.get(table.spec.key);
  if (!table || !key) return [];
  return [...figures.doubled]
    .filter(([row, other]) => row > other)
    .slice(0, MOST_ASKED)
    .map(([row, other]) => ({
      severity: 'warning',
      code: 'names-alike',
      ...placeOf(table, key, row),
      ...words.namesAlike(table.keys[row] ?? '', placeOf(table, key, row).cell, table.keys[other] ?? '', placeOf(table, key, other).cell),
      proposals: [
        { kind: 'row', cell: placeOf(table, key, row).cell, words: words.sameZone(placeOf(table, key, other).cell) },
        { kind: 'value', cell: placeOf(table, key, row).cell, words: words.ownZone, value: table.keys[row] ?? '' },
      ],
      oneOf: true,
    }));
}

/** Rows of the main table whose name is near one that a rule or a population names. */
function nearNamedOnes(figures: Figures): Problem[] {
  const { pack } = figures;
  const table = figures.table(pack.main_table);
  if (!table) return [];
  const filters = [
    ...Object.values(pack.rules).map((rule) => rule.for),
    ...Object.values(pack.rankings).map(({ population }) => population),
  ];
  const asked = new Map<string, Problem>();
  for (const filter of filters) {
    for (const [reference, wanted] of Object.entries(filter ?? {})) {
      const target = resolve(pack, reference);
      const column = target?.kind === 'column' && target.table === pack.main_table ? table.columns.get(target.column) : undefined;
      if (!column) continue;
      const known = new Set(wanted.map(foldText));
      column.texts.forEach((name, row) => {
        const place = placeOf(table, column, row);
        if (known.has(foldText(name)) || asked.has(place.cell)) return;
        const near = figures.nearWanted(reference, wanted, name);
        if (near !== undefined)
          asked.set(place.cell, {
            severity: 'warning',
            code: 'name-near',
            ...place,
            ...words.nearListed(name, place.cell, near),
            proposals: [isNamed(place.cell, near)],
          });
      });
    }
  }
  return [...asked.values()].slice(0, MOST_ASKED);
}

/** Rows of other tables whose zone stands in the main table under another name, or not at all. */
function sideTables(figures: Figures): Problem[] {
  const { pack } = figures;
  if (!figures.table(pack.main_table)) return [];
  const ranksOfBefore = new Set(
    Object.values(pack.rules).flatMap((rule) =>
      rule.kind === 'movement'
        ? [rule.earlier.table]
        : rule.kind === 'grade' || (rule.kind === 'position' && rule.ranking !== undefined)
          ? (rule.in?.earlier ?? []).map(({ table }) => table)
          : [],
    ),
  );
  return Object.keys(pack.tables).flatMap((id): Problem[] => {
    const table = figures.tables.get(id);
    if (!table || id === pack.main_table || pack.tables[id]?.single) return [];
    const column = table.columns.get('zone');
    if (!column) return [];
    const nameAt = (row: number): string => (keyColumnOf(pack, id) === 'zone' ? table.keys[row] : column.texts[row]) ?? '';
    const near = new Map<
      string,
      { readonly problem: Problem; readonly name: string; readonly likely: readonly string[]; readonly places: CellPlace[] }
    >();
    const strangers: number[] = [];
    for (let row = 0; row < table.rows.length; row++) {
      const name = nameAt(row);
      if (name === '' || figures.rowByKey(pack.main_table, name) !== undefined || table.ownNames?.has(row)) continue;
      const likely = figures.names.near(pack.main_table, name, 'current').map((at) => figures.subject({ table: pack.main_table }, at));
      if (likely.length === 0) {
        strangers.push(row);
        continue;
      }
      const place = placeOf(table, column, row);
      const known = near.get(foldText(name));
      if (known) known.places.push(place);
      else {
        const shown = likely.slice(0, SHOWN);
        const problem: Problem = {
          severity: 'warning',
          code: 'name-near',
          ...place,
          ...words.nearZone(table.sheet, place.cell, name, shown),
        };
        near.set(foldText(name), { problem, name, likely: shown, places: [place] });
      }
    }
    const ofBefore = ranksOfBefore.has(id);
    const asked = [...near.values()].slice(0, MOST_ASKED).map(({ problem, name, likely, places: where }): Problem => {
      const isSure = likely.length === 1;
      const proposals = where
        .slice(0, MOST_PROPOSED)
        .flatMap((place): Proposal[] => [
          ...likely.map((one) => ({ ...isNamed(place.cell, one), sheet: place.sheet })),
          { ...isStranger(place, name, ofBefore), ...(isSure && { otherwise: true }) },
        ]);
      return { ...problem, proposals, ...(!isSure && { oneOf: true, forAll: true }) };
    });
    if (strangers.length === 0) return asked;
    const where = strangers.map((row) => placeOf(table, column, row));
    const cells = where.map(({ cell }) => cell);
    const names = [...new Set(strangers.map((row) => column.texts[row] ?? ''))]
      .slice(0, SHOWN)
      .map((name) => `“${name}”`)
      .join('、');
    const said = ofBefore ? words.zoneOfBefore : words.unknownZone;
    return [
      ...asked,
      {
        severity: 'warning',
        code: 'unknown-zone',
        sheet: table.sheet,
        cell: cells[0]!,
        ...said(table.sheet, cells.slice(0, SHOWN).join('、') + (cells.length > SHOWN ? `等，共 ${cells.length} 处` : ''), names),
        proposals: where.slice(0, MOST_PROPOSED).map((place, at) => isStranger(place, nameAt(strangers[at]!), ofBefore)),
        oneOf: true,
        forAll: true,
      },
    ];
  });
}

/** Places that zones say they lie in and that the table of places does not have. */
function places(figures: Figures, decided: Decided): Problem[] {
  const { pack } = figures;
  const main = figures.table(pack.main_table);
  const joins = new Set(
    Object.values(pack.measures).flatMap((measure) => {
      const over = measure.kind === 'share_of_area' ? resolve(pack, measure.over) : undefined;
      return measure.kind === 'share_of_area' && over?.kind === 'column' ? [`${measure.by}\n${over.table}`] : [];
    }),
  );
  return [...joins].flatMap((join): Problem[] => {
    const [by = '', area = ''] = join.split('\n');
    const [column, table] = [main?.columns.get(by), figures.table(area)];
    if (!main || !column || !table) return [];
    const asked = new Map<string, Problem>();
    column.texts.forEach((name, row) => {
      if (name === '' || asked.has(foldText(name)) || figures.names.place(area, name, 'current') !== undefined) return;
      const stem = figures.names.forms.placeStem(name);
      const likely = table.keys.filter((key) => figures.names.forms.placeStem(key) === stem);
      const place = placeOf(main, column, row);
      // Where nothing is near, only that the place's figures are not there can be accepted.
      const proposals: Proposal[] =
        likely.length > 0
          ? likely.map((one) => isNamed(place.cell, one))
          : [{ kind: 'value', cell: place.cell, words: words.placeAbsent, value: words.absent }];
      if (likely.length === 0 && decided.accepts(place.sheet, proposals[0]!)) return;
      asked.set(foldText(name), {
        severity: 'warning',
        code: 'unknown-place',
        ...place,
        ...words.unknownPlace(name, table.sheet, likely),
        proposals,
        ...(likely.length !== 1 && { oneOf: true as const }),
      });
    });
    return [...asked.values()].slice(0, MOST_ASKED);
  });
}
