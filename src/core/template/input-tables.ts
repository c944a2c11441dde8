import { accepts, columnsBehind, columnsOf, keyColumnOf } from '../pack/references';
import { isOfAssessment } from '../period/stated';
import type { Pack, PackColumn, PackIndicator } from '../pack/schema';
import { readingWords, tableSpecs } from '../pack/table-specs';
import type { Units } from '../units/units';
import { templateWords as words } from '../words/template';

/** One column of a table that is to be filled in. */
export interface InputColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: PackColumn['kind'];
  readonly required: boolean;
  /** Whether it names the row. */
  readonly isKey: boolean;
  /** Unit that the header states; undefined where there is none, or none that the pack proposes. */
  readonly unit: string | undefined;
  /** Some units that the header may state instead; empty where the unit is the document's. */
  readonly otherUnits: readonly string[];
  readonly ownUnit: boolean;
  readonly values: readonly string[];
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
  readonly clause: readonly string[];
  /** Who hands the figures in and who checks them, as the indicators that rest on it say. */
  readonly sources: readonly string[];
  readonly reviewers: readonly string[];
}

/** A table that is to be filled in: what a blank form, and what checks its cells, need to know of it. */
export interface InputTable {
  readonly id: string;
  readonly sheet: string;
  readonly title: string;
  readonly row: string;
  /** The sheet whose columns it has too. */
  readonly like: string | undefined;
  /** Whether its figures are of the same part of that year, where a part of the year is assessed. */
  readonly part: boolean;
  /** Year of its figures, where it follows from the year assessed. */
  readonly year: number | undefined;
  readonly required: boolean;
  readonly single: boolean;
  readonly columns: readonly InputColumn[];
  /** What stands in rows before anybody fills them in: column key → value. */
  readonly given: readonly Readonly<Record<string, string | number>>[];
  /** Said beside the title. */
  readonly mark?: string;
}

/** The tables of a pack in its order, the main table first. */
export function inputTables(pack: Pack, units: Units, year: number): InputTable[] {
  const known = units.with(pack.units);
  const specs = tableSpecs(pack);
  const main = pack.tables[pack.main_table]!;
  const sayers = Object.entries(pack.indicators)
    .filter(([, { source, reviewed_by: reviewer }]) => source !== undefined || reviewer !== undefined)
    .map(([key, indicator]) => ({ ...indicator, columns: columnsOfIndicator(pack, key) }));
  return [...specs]
    .sort((a, b) => Number(b.id === pack.main_table) - Number(a.id === pack.main_table))
    .map((spec) => {
      const { id } = spec;
      const declared = pack.tables[id]!;
      const sheet = spec.sheet[0]!;
      const yearOf = yearOfTable(pack, id, spec.yearsBack, year);
      const ofSubject = declared.row === main.row && !sheet.includes(pack.subject);
      const parts = [pack.jurisdiction.name, ...(ofSubject ? [pack.subject] : []), sheet];
      const lag = isOfAssessment(pack, parts.join('')) ? pack.figures_before : 0;
      return {
        id,
        sheet,
        title: words.title(parts, yearOf === undefined ? undefined : yearOf + lag, pack.period),
        row: declared.row,
        like: declared.like === undefined ? undefined : pack.tables[declared.like]!.sheet[0]!,
        part: pack.period !== 'year',
        year: yearOf,
        required: !spec.optional,
        single: declared.single,
        columns: Object.entries(columnsOf(pack, id)).map(([key, column]) => ({
          ...inputColumn(key, column, key === keyColumnOf(pack, id), known),
          ...whoSays(sayers.filter(({ columns }) => columns.has(`${id}.${key}`))),
        })),
        given: givenRows(pack, id),
      };
    });
}

/** Lists of earlier results and tables of a base year bear years that the year assessed does not tell. */
function yearOfTable(pack: Pack, id: string, yearsBack: number | undefined, year: number): number | undefined {
  if (yearsBack !== undefined) return year - yearsBack;
  const table = pack.tables[id]!;
  return table.base || table.sheet.some((name) => readingWords(pack).earlierYears.test(name)) ? undefined : year;
}

/** A number without a unit (a plot ratio) is called 比值 in the pack alone. */
function inputColumn(key: string, column: PackColumn, isKey: boolean, units: Units): Omit<InputColumn, 'sources' | 'reviewers'> {
  const ownUnit = column.unit === 'from_header';
  const unit = ownUnit ? column.form_unit : column.unit;
  return {
    key,
    title: column.header[0]!,
    kind: column.kind,
    required: column.required || isKey,
    isKey,
    unit: unit === undefined || units.title(unit) === '' ? undefined : unit,
    otherUnits: ownUnit && column.dimensions ? units.sample(column.dimensions) : [],
    ownUnit,
    values: accepts(column),
    atLeast: column.at_least,
    atMost: column.at_most,
    clause: column.clause ?? [],
  };
}

function columnsOfIndicator(pack: Pack, key: string): ReadonlySet<string> {
  const { measure = key } = pack.indicators[key]!;
  const references = typeof measure === 'string' ? [measure] : Object.values(measure.choices);
  return new Set(references.flatMap((reference) => [...columnsBehind(pack, reference)]));
}

function whoSays(indicators: readonly Pick<PackIndicator, 'source' | 'reviewed_by'>[]): Pick<InputColumn, 'sources' | 'reviewers'> {
  return {
    sources: [...new Set(indicators.flatMap(({ source }) => source ?? []))],
    reviewers: [...new Set(indicators.flatMap(({ reviewed_by: reviewer }) => reviewer ?? []))],
  };
}

/** Column of a checklist's table that names who answers for an item. */
const RESPONSIBLE = 'responsible';

/** The questions of checklists, each once. */
function givenRows(pack: Pack, table: string): Record<string, string>[] {
  const asked = new Map<string, Record<string, string>>();
  for (const rule of Object.values(pack.rules)) {
    if (rule.kind !== 'checklist' || rule.table !== table) continue;
    for (const { title, responsible } of Object.values(rule.items))
      asked.set(title, { [rule.item]: title, ...(responsible.length > 0 && { [RESPONSIBLE]: responsible.join('、') }) });
  }
  return [...asked.values()];
}
