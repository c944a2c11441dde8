import type { Figures } from '../measure/figures';
import type { Pack, PackRanking } from '../pack/schema';
import { chosenReference } from '../parameters/parameter-sheet';
import { blocks, type Problem } from '../problem';
import { standardWords as words } from '../words/standard';
import type { RankedPopulation } from './population';
import { rankZones, type RankedZones } from './rank-zones';
import { isUnreadable, unblocked, type ReadStandard, type UnreadableStandard } from './read-standard';

/** A ranking of this pack, scored by the contents, indicators and scoring of another document. */
export interface ByStandard {
  /** The other pack as this workbook completes it. */
  readonly pack: Pack;
  readonly figures: Figures;
  /** The one ranking, with the other pack's basis and its policy on gaps. */
  readonly ranked: RankedZones;
}

/** A content of the other document, with the indicators that stand for it and how many of the population have figures. */
export interface StandardContent {
  readonly title: string;
  readonly indicators: readonly { readonly title: string; readonly filled: number }[];
  readonly enough: boolean;
}

/** Why nothing is ranked by the other document's standard. */
export type StandardLack =
  | UnreadableStandard
  | {
      readonly why: 'too_few';
      readonly pack: Pack;
      readonly least: number;
      readonly sheet: string;
      readonly contents: readonly StandardContent[];
      readonly members: number;
    };

export interface StandardOutcome {
  readonly by?: ByStandard;
  readonly lack?: StandardLack;
  readonly problems: readonly Problem[];
}

/** Every ranking of the pack that names another document's standard, scored by it or with what it lacks; by ranking. */
export function rankByStandards(asking: Pack, read: ReadonlyMap<string, ReadStandard>): ReadonlyMap<string, StandardOutcome> {
  return new Map(
    [...read].map(([id, standard]) => {
      const declared = asking.rankings[id]!;
      return [id, isUnreadable(standard) ? { lack: standard.lack, problems: standard.problems } : rankByStandard(id, declared, standard)];
    }),
  );
}

function rankByStandard(
  id: string,
  declared: PackRanking,
  { pack, figures, sheet, problems, ofList }: Exclude<ReadStandard, { lack: unknown }>,
): StandardOutcome {
  const least = declared.standard!.least_per_dimension;
  const contents = contentsOf(figures, declared, least);
  if (contents.members > 0 && contents.all.some(({ enough }) => !enough))
    return { lack: { why: 'too_few', pack, least, sheet, contents: contents.all, members: contents.members }, problems: ofList };
  const ranked = rankZones({ ...pack, rankings: { [id]: { ...declared, standard: undefined } } }, figures);
  // Where nobody is to be ranked by it, indicators that nobody has are no matter.
  const isWanted = ({ code }: Problem): boolean => contents.members > 0 || code !== 'indicator-absent';
  const told = [...problems, ...unblocked(ranked.problems).filter(isWanted)];
  if (blocks(ranked.problems)) return { lack: { why: 'bad_list', pack, sheet }, problems: told };
  // The document that the workbook names is about its own weights, which are not shared.
  return { by: { pack, figures, ranked: { ...ranked, ground: undefined } }, problems: told };
}

/** The contents that the document names, those dimensions that hold no other, and whether each has indicators enough with figures of the population. */
function contentsOf(figures: Figures, declared: PackRanking, least: number): { all: StandardContent[]; members: number } {
  const { pack } = figures;
  const rows = Array.from({ length: figures.rowsOf({ table: pack.main_table }) }, (_, row) => row).filter(
    (row) => figures.membership(declared.population, pack.main_table, row) === 'in',
  );
  const parents = new Set(Object.values(pack.dimensions).map(({ parent }) => parent));
  const all = Object.entries(pack.dimensions)
    .filter(([key, { basis }]) => !parents.has(key) && basis === 'named')
    .map(([key, { title }]): StandardContent => {
      const indicators = Object.entries(pack.indicators)
        .filter(([, { dimension }]) => dimension === key)
        .map(([id, indicator]) => {
          const series = figures.series(chosenReference(figures.settings, indicator.measure ?? id) ?? '');
          const filled = rows.filter((row) => !Number.isNaN(series.values[series.frame === 'single' ? 0 : row] ?? NaN)).length;
          return { title: indicator.title ?? series.title, filled };
        });
      return { title, indicators, enough: indicators.filter(({ filled }) => filled > 0).length >= least };
    });
  return { all, members: rows.length };
}

/** What is told of rankings by another document's standard; what was told before is not told again. */
export function standardProblems(asking: Pack, standards: ReadonlyMap<string, StandardOutcome>, told: readonly Problem[]): Problem[] {
  return [...standards].flatMap(([id, { lack, problems }]) => {
    const title = asking.rankings[id]?.title ?? id;
    const fresh = problems.filter(
      (one) =>
        !told.some(
          ({ code, sheet, cell, message }) => code === one.code && sheet === one.sheet && cell === one.cell && message === one.message,
        ),
    );
    if (!lack) return fresh;
    return [...fresh, { severity: 'warning' as const, code: 'standard-lacking', ...words.lacking(title, ...lackWords(lack)) }];
  });
}

/** Why nothing is ranked, and what to do. */
export function lackWords(lack: StandardLack): [why: string, next: string] {
  switch (lack.why) {
    case 'no_pack':
      return [words.noPack(lack.pack), words.nextPack];
    case 'no_column':
      return [words.noColumn(documentOf(lack.pack), lack.column), words.nextPack];
    case 'bad_list':
      return [words.badList(lack.sheet), words.nextList];
    case 'too_few': {
      const few = lack.contents.filter(({ enough }) => !enough).map(({ title }) => title);
      return [words.notRanked(documentOf(lack.pack), lack.least, few.length, lack.contents.length), words.next(lack.sheet, few.join('、'))];
    }
  }
}

export const documentOf = ({ title, number }: Pack): string => words.document(title, number);

/** A ranking of the pack, by its own standard or by another document's; undefined where there is none. */
export function rankedOf(own: RankedZones, standards: ReadonlyMap<string, StandardOutcome>, id: string): RankedPopulation | undefined {
  return own.rankings.get(id) ?? standards.get(id)?.by?.ranked.rankings.get(id);
}
