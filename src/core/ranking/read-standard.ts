import { parseCellName } from '../cell';
import { checkFigures } from '../check/check-figures';
import type { SheetGrid } from '../grid';
import { derive } from '../measure/derivations/index';
import { Figures } from '../measure/figures';
import { withoutIdleSuggestions } from './idle-suggestions';
import { importIndicators } from '../pack/import-indicators';
import { resolve } from '../pack/references';
import type { Pack, PackRanking } from '../pack/schema';
import { readingWords, tableSpecs, type Mapping } from '../pack/table-specs';
import { chosenReference, readUserSettings, type UserSettings } from '../parameters/parameter-sheet';
import { blocks, type Problem } from '../problem';
import { readTables } from '../table/read-tables';
import type { Units } from '../units/units';

/** Another document's pack, completed by the indicator list that the workbook brings for it, and its figures from the same main table. */
interface StandardFigures {
  readonly pack: Pack;
  readonly figures: Figures;
  /** Sheet that holds the other document's indicator list, or would. */
  readonly sheet: string;
  /** What is told of the list, and of the list and the figures. Nothing of it blocks. */
  readonly ofList: readonly Problem[];
  readonly problems: readonly Problem[];
}

/** Why the other document's standard cannot be read at all. */
export type UnreadableStandard =
  | { readonly why: 'no_pack'; readonly pack: string }
  | { readonly why: 'no_column'; readonly pack: Pack; readonly column: string }
  | { readonly why: 'bad_list'; readonly pack: Pack; readonly sheet: string };

export type ReadStandard = StandardFigures | { readonly lack: UnreadableStandard; readonly problems: readonly Problem[] };

export const isUnreadable = (standard: ReadStandard): standard is Extract<ReadStandard, { lack: unknown }> => 'lack' in standard;

export interface StandardInput {
  readonly sheets: readonly SheetGrid[];
  readonly units: Units;
  readonly mapping?: Mapping | undefined;
  /** Looks a pack up by its id. */
  readonly packOf?: ((id: string) => Pack | undefined) | undefined;
}

/** What is wrong with another document's standard must not keep this one's results back. */
export const unblocked = (problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => (problem.severity === 'block' ? { ...problem, severity: 'error' } : problem));

/** Reads what the rankings that name another document's standard need; by ranking. */
export function readStandards(figures: Figures, input: StandardInput): ReadonlyMap<string, ReadStandard> {
  return new Map(
    Object.entries(figures.pack.rankings).flatMap(([id, declared]) =>
      declared.standard ? [[id, readStandard(figures, declared, declared.standard, input)] as const] : [],
    ),
  );
}

function readStandard(
  asking: Figures,
  declared: PackRanking,
  standard: NonNullable<PackRanking['standard']>,
  { sheets, units: builtIn, mapping, packOf }: StandardInput,
): ReadStandard {
  const cited = packOf?.(standard.pack);
  if (!cited) return { lack: { why: 'no_pack', pack: standard.pack }, problems: [] };
  const unknown = Object.keys(declared.population ?? {}).find((reference) => !resolve(cited, reference));
  if (unknown !== undefined) return { lack: { why: 'no_column', pack: cited, column: unknown }, problems: [] };

  const units = builtIn.with(cited.units);
  const [sheet = ''] = standard.sheet;
  const listed = cited.indicator_import ? { ...cited, indicator_import: { ...cited.indicator_import, sheet: standard.sheet } } : cited;
  const imported = importIndicators(listed, sheets, units);
  const ofList = unblocked(imported.problems);
  if (blocks(imported.problems)) return { lack: { why: 'bad_list', pack: cited, sheet }, problems: ofList };

  // Whoever is compared is called what the asking document calls them.
  const pack: Pack = { ...imported.pack, subject: asking.pack.subject };
  const main = asking.table(asking.pack.main_table);
  const read = readTables(tableSpecs(pack, mapping), sheets, units, readingWords(pack), {
    ...(main && { only: main.sheet, years: { stated: main.year, likely: [] } }),
  });
  const settings: UserSettings = { ...sharedSettings(pack, asking), indicatorWeights: imported.weights };
  const offered = new Figures(pack, read.tables, units, settings, derive);
  const figures = new Figures(withoutIdleSuggestions(offered), read.tables, units, settings, derive);
  const problems = [...ofList, ...unblocked(ofIndicators(figures, [...read.problems, ...checkFigures(figures)]))];
  return { pack: figures.pack, figures, sheet, ofList, problems };
}

/** The other pack's parameters with its own defaults; what both packs ask by one key and title was answered for both. Weights are never shared. */
function sharedSettings(pack: Pack, asking: Figures): UserSettings {
  const own = readUserSettings(pack, []);
  const answered = [...asking.settings.parameters].filter(
    ([key]) => Object.hasOwn(pack.parameters, key) && pack.parameters[key]!.title === asking.pack.parameters[key]?.title,
  );
  return { ...own, parameters: new Map([...own.parameters, ...answered]) };
}

/** Problems in the columns that the indicators are read from; about other columns the asking pack has spoken, or nobody asked. */
function ofIndicators(figures: Figures, problems: readonly Problem[]): Problem[] {
  const columnOf = (sheet: string, cell: string): string => `${sheet}!${parseCellName(cell)?.column ?? ''}`;
  const columns = new Set(
    Object.entries(figures.pack.indicators).flatMap(([id, { measure }]) =>
      figures
        .series(chosenReference(figures.settings, measure ?? id) ?? '')
        .cells(0)
        .map((place) => columnOf(place.slice(0, place.lastIndexOf('!')), place.slice(place.lastIndexOf('!') + 1))),
    ),
  );
  return problems.filter(({ sheet, cell }) => sheet !== undefined && cell !== undefined && columns.has(columnOf(sheet, cell)));
}

/** Columns of a sheet, from 0, whose figures another document's standard takes. */
export function columnsOfStandards(standards: ReadonlyMap<string, ReadStandard>, sheet: string): ReadonlySet<number> {
  const tables = [...standards.values()].flatMap((standard) => (isUnreadable(standard) ? [] : [...standard.figures.tables.values()]));
  return new Set(
    tables.filter((table) => table.sheet === sheet).flatMap(({ columns }) => [...columns.values()].map(({ column }) => column)),
  );
}
