import type { Decided } from '../decided';
import { CellKind, type SheetGrid } from '../grid';
import type { Figures } from '../measure/figures';
import type { Pack } from '../pack/schema';
import { readingWords } from '../pack/table-specs';
import type { DataYear } from '../period/data-year';
import type { Problem, Proposal } from '../problem';
import { LONGEST_SHEET_NAME } from '../sheet-limits';
import { isColumn } from '../table/assign/accepted-headers';
import { candidatesOn, type Candidate } from '../table/assign/candidates';
import { pathOf, type HeaderColumn } from '../table/describe/header-columns';
import { isSentence, rowName } from '../table/describe/row-names';
import { foldHeader, foldText } from '../table/fold';
import { ALIKE, nearness } from '../table/take/absent-columns';
import type { Units } from '../units/units';
import { resultFormWords as words } from '../words/result-form';
import { cellName } from '../cell';
import { isFormSheet } from './form-sheets';
import { heldTable, type Held, type HeldTable } from './held-columns';
import type { PatternRows } from './pattern-rows';
import { placeholdersIn } from './placeholders';
import { readSettings, type FormSettings } from './settings';

/** A column of a form, and what of a result it holds. */
export interface FormColumn {
  readonly column: number;
  readonly held: Held;
  /** Unit that the header states. */
  readonly unit: string | undefined;
}

/** A form that can be filled. */
export interface ResultForm {
  readonly sheet: SheetGrid;
  /** Name of its copy. */
  readonly title: string;
  readonly columns: readonly FormColumn[];
  /** Columns of the table, from 0 and both included. */
  readonly left: number;
  readonly right: number;
  readonly pattern: Omit<PatternRows, 'count'>;
  readonly settings: FormSettings;
}

export interface ReadForms {
  /** undefined for a form that something is wrong with, which is told. */
  readonly forms: readonly (ResultForm | { readonly title: string })[];
  readonly problems: readonly Problem[];
}

/** What is known before anything is scored. */
export interface FormsInput {
  readonly pack: Pack;
  readonly figures: Figures;
  readonly sheets: readonly SheetGrid[];
  readonly units: Units;
  readonly dataYear: DataYear;
  readonly decided: Decided;
}

/** Every form of the workbook, and what is doubtful or wrong about them. */
export function readForms(input: FormsInput): ReadForms {
  const table = heldTable(input.pack, input.figures);
  const read = input.sheets.filter(isFormSheet).map((sheet) => readForm(input, table, sheet));
  return { forms: read.map(({ form }) => form), problems: read.flatMap(({ problems }) => problems) };
}

/** "结果模板-开发区排名表" → 开发区排名表 */
export function titleOfForm(name: string): string {
  const rest = name.normalize('NFKC').trim().slice(words.prefix.length);
  const title = rest.replace(/^[\s\-_—–·:.、()]+|[\s()]+$/gu, '').slice(0, LONGEST_SHEET_NAME);
  return title === '' ? words.unnamed : title;
}

function readForm(
  input: FormsInput,
  table: HeldTable,
  sheet: SheetGrid,
): { readonly form: ResultForm | { readonly title: string }; readonly problems: readonly Problem[] } {
  const title = titleOfForm(sheet.name);
  const problem = (
    severity: Problem['severity'],
    code: string,
    cell: string | undefined,
    said: Pick<Problem, 'message' | 'nextStep'>,
  ): Problem => ({
    severity,
    code,
    sheet: sheet.name,
    ...(cell !== undefined && { cell }),
    ...said,
  });
  const { settings, wrong } = readSettings(input, placeholdersIn(sheet.grid));
  const mistakes = wrong.map(({ row, column, said }) => problem('error', 'form-placeholder', cellName(row, column), said));
  const candidates = candidatesOn(sheet, [table.spec], input.units.with(input.pack.units), readingWords(input.pack), input.decided).filter(
    ({ matched, layout }) => matched > 1 && !layout.source.transposed,
  );
  const [found, second] = candidates;
  const cells = candidates.map(({ layout }) => layout.source.cellName(layout.first, layout.keyColumn));
  if (!found)
    return {
      form: { title },
      problems: [...mistakes, problem('error', 'form-no-table', 'A1', words.noTable(sheet.name, input.pack.subject))],
    };
  if (second)
    return { form: { title }, problems: [...mistakes, problem('error', 'form-tables', cells[1], words.twoTables(sheet.name, cells))] };
  const { columns, doubts } = columnsOn(input, table, found);
  const problems = [
    ...mistakes,
    ...doubts.map(({ severity, proposals, cell, ...said }) => ({ ...problem(severity, 'form-header', cell, said), ...proposals })),
  ];
  if (mistakes.length > 0) return { form: { title }, problems };
  const { layout } = found;
  return { form: { sheet, title, columns, left: layout.left, right: layout.right, pattern: patternOf(found), settings }, problems };
}

interface Doubt extends Pick<Problem, 'severity' | 'message' | 'nextStep'> {
  readonly cell: string;
  readonly proposals: Pick<Problem, 'proposals' | 'oneOf'>;
}

/** The fit of a header that is the name with all its levels. */
const WHOLE = 4;
/** So many columns are named that a header may mean. */
const OFFERED = 3;

/** Which header holds what; who is not sure of a header asks, and leaves its column blank. */
function columnsOn(
  { dataYear, decided }: FormsInput,
  { spec, held, names }: HeldTable,
  { layout, match }: Candidate,
): { readonly columns: readonly FormColumn[]; readonly doubts: readonly Doubt[] } {
  const { source } = layout;
  const columns: FormColumn[] = [];
  const doubts: Doubt[] = [];
  const cellOf = (header: HeaderColumn): string => source.cellName(header.row, header.column);
  const nameOf = (key: string): string => spec.columns[key]!.header[0]!;
  const doubt = (header: HeaderColumn, said: Pick<Problem, 'message' | 'nextStep'>, proposals: readonly Proposal[] = []): void => {
    const asked = proposals.length === 0 ? {} : { proposals, ...(proposals.length > 1 && { oneOf: true as const }) };
    doubts.push({ severity: 'warning', cell: cellOf(header), ...said, proposals: asked });
  };
  const used = new Set<number>();
  for (const [key, { header, remarks, fit }] of match.matches) {
    used.add(header.column);
    const proposal = isColumn(spec, layout, header, key);
    const isOther = fit < WHOLE && header.levels.slice(0, -1).some((level) => !words.harmlessGroup.test(foldText(level)));
    const isAsked = (remarks.length > 0 || isOther) && !match.accepted?.has(key);
    if (match.accepted?.has(key)) decided.accepts(source.sheet.name, proposal);
    if (header.years.length > 0 && (dataYear.year === undefined || !header.years.includes(dataYear.year)))
      doubt(header, words.otherYear(pathOf(header), header.years, dataYear.year));
    else if (isAsked && !decided.accepts(source.sheet.name, proposal)) doubt(header, words.unsure(pathOf(header), nameOf(key)), [proposal]);
    else columns.push({ column: header.column, held: held.get(key)!, unit: header.unit });
  }
  for (const [key, headers] of match.ambiguous)
    for (const header of headers) {
      if (used.has(header.column)) continue;
      used.add(header.column);
      doubt(header, words.ambiguous(pathOf(header), nameOf(key)), [isColumn(spec, layout, header, key)]);
    }
  const absent = Object.keys(spec.columns).filter((key) => !match.matches.has(key) && !match.ambiguous.has(key));
  const unheld: HeaderColumn[] = [];
  for (const header of layout.columns) {
    if (used.has(header.column)) continue;
    const near = absent
      .map((key) => ({ key, like: nearness(names.get(key)!, header) }))
      .filter(({ like }) => like >= ALIKE)
      .sort((a, b) => b.like - a.like)
      .slice(0, OFFERED)
      .map(({ key }) => key);
    if (near.length > 0)
      doubt(
        header,
        words.unsure(pathOf(header), nameOf(near[0]!)),
        near.map((key) => isColumn(spec, layout, header, key)),
      );
    // Whoever wrote a formula says himself what stands there.
    else if (source.formula(layout.last + 1, header.column) === undefined) unheld.push(header);
  }
  if (unheld.length > 0) doubts.push({ severity: 'info', cell: cellOf(unheld[0]!), ...words.unheld(unheld.map(pathOf)), proposals: {} });
  return { columns, doubts };
}

/** The rows under the header that a result's rows take the place of: up to a total, a note or a line to sign. */
function patternOf({ layout }: Candidate): Omit<PatternRows, 'count'> {
  const { source, left, right } = layout;
  const first = layout.last + 1;
  const isFoot = (row: number): boolean => {
    let lead = '';
    let filled = 0;
    for (let column = left; column <= right; column++) {
      if (source.isBlank(row, column)) continue;
      filled++;
      if (lead === '' && source.kind(row, column) === CellKind.text) lead = source.text(row, column);
    }
    const folded = foldText(lead);
    const named = rowName(foldHeader(lead), source.words);
    if (source.words.wholeRow.test(folded) || named === 'total') return true;
    return (
      lead !== '' && (source.words.noteLine.test(folded) || named === 'note' || folded.includes(':') || (filled === 1 && isSentence(lead)))
    );
  };
  let row = first;
  while (row < source.rows && !isFoot(row)) row++;
  return { first, last: Math.max(first, row - 1) };
}
