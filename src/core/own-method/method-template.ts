import type { BodyColumn, PlanCell, SheetPlan, SheetsPlan } from '../plan';
import { gridOf, type SheetGrid } from '../grid';
import { declaredUnit, titleOf } from '../pack/references';
import type { Pack, SharedParts } from '../pack/schema';
import { blocks, ProblemError } from '../problem';
import { sheetName } from '../report/sheet-head';
import { StyleBook } from '../report/style-book';
import { sheetCalled } from '../table/sheet-called';
import { formHead, formHeights } from '../template/table-sheet';
import { templateSheets } from '../template/template-plan';
import type { Units } from '../units/units';
import { meanings, methodTemplateWords as words, rulesSheet, sections, systemSheet } from '../words/own-method';
import { methodTitles } from '../words/score';
import { workbookMethod } from './workbook-method';

type Cell = string | number;

/** A filled sheet of a method: headers, and rows below them. */
export interface MethodSheet {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A filled example of the sheets by which a workbook states its method. */
export interface MethodExample {
  readonly system: MethodSheet;
  readonly rules: MethodSheet;
}

/** Characters; texts that are longer stand in several lines. */
const WIDEST = 30;
/** Rows below the filled ones that offer the same choices. */
const MORE_ROWS = 50;

/** What may be chosen in a column whose values are closed, by any of its headers. */
const choicesByHeader: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      [systemSheet.headers.direction, Object.values(words.directions)],
      [systemSheet.headers.method, Object.values(methodTitles)],
      [systemSheet.headers.missing, Object.keys(meanings.gaps)],
      [rulesSheet.headers.section, Object.keys(sections)],
      [rulesSheet.headers.colour, [...new Map(Object.entries(meanings.colours).map(([name, colour]) => [colour, name])).values()]],
    ] as const
  ).flatMap(([headers, values]) => headers.map((header) => [header, values] as const)),
);

/**
 * A blank workbook for a method that the workbook states: its tables, where it is stated; else a filled example of the method with the tables that it
 * asks for. Pure.
 * @throws ProblemError where what is stated cannot be used
 */
export function methodTemplate(
  base: Pack,
  sheets: readonly SheetGrid[],
  units: Units,
  shared: SharedParts,
  example: MethodExample,
  year: number,
): SheetsPlan {
  const asked = base.from_workbook!;
  const book = new StyleBook();
  const isStated = sheetCalled(sheets, asked.system) !== undefined;
  const [system, rules] = [asked.system[0]!, asked.rules[0]!];
  const stating = isStated ? sheets : [asGrid(system, example.system), asGrid(rules, example.rules)];
  const { pack, problems } = workbookMethod(base, stating, units, shared);
  if (blocks(problems)) throw new ProblemError(problems);
  const [guide, ...tables] = templateSheets(pack, units, year, book);
  const method = isStated
    ? []
    : [
        methodSheet(system, example.system, words.systemTitle(pack.jurisdiction.name), words.systemHint, book),
        methodSheet(rules, example.rules, words.rulesTitle(pack.jurisdiction.name), words.rulesHint, book),
      ];
  return { sheets: [guide!, ...method, ...tables], styles: book.styles };
}

/**
 * The sheets by which a workbook may state a method, filled: the example for a pack that leaves the method to the workbook, and what the pack itself
 * scores for a document's, so that weights, methods and others may be written beside it. Pure.
 */
export function methodSheets(pack: Pack, units: Units, example: MethodExample): SheetsPlan {
  const book = new StyleBook();
  const place = pack.jurisdiction.name;
  const { from_workbook: own, indicator_import: listed } = pack;
  const sheets = own
    ? [
        methodSheet(own.system[0]!, example.system, words.systemTitle(''), words.systemHint, book),
        methodSheet(own.rules[0]!, example.rules, words.rulesTitle(''), words.rulesHint, book),
      ]
    : listed
      ? [methodSheet(listed.sheet[0]!, listOf(pack, units), words.listTitle(place), words.listHint, book)]
      : [];
  return { sheets, styles: book.styles };
}

/** What a document's pack scores, as its list would write it. */
function listOf(pack: Pack, units: Units): MethodSheet {
  const headers = words.listHeaders;
  const rows = Object.entries(pack.dimensions).flatMap(([dimension, { title: of }]) =>
    Object.entries(pack.indicators)
      .filter(([, indicator]) => indicator.dimension === dimension)
      .map(([key, { title, measure, direction }], at): Cell[] => {
        const reference = typeof measure === 'string' ? measure : measure === undefined ? key : (Object.values(measure.choices)[0] ?? key);
        const figure = titleOf(pack, reference);
        const name = title ?? figure;
        const unit = declaredUnit(pack, reference);
        return [
          at === 0 ? of : '',
          name,
          '',
          unit === undefined || unit === 'from_header' ? '' : units.title(unit),
          words.directions[direction],
          ...headers.slice(5).map(() => ''),
        ];
      }),
  );
  return { headers, rows };
}

const asGrid = (name: string, { headers, rows }: MethodSheet): SheetGrid => ({
  ...{ name, owned: false, hidden: false },
  grid: gridOf([headers, ...rows].map((row) => row.map((cell) => (cell === '' ? null : cell)))),
});

function methodSheet(name: string, { headers, rows }: MethodSheet, title: string, hint: string, book: StyleBook): SheetPlan {
  const columns = headers.map((header, at) => {
    const cells = rows.map((row) => row[at] ?? '');
    const longest = Math.max(header.length, ...cells.map((cell) => String(cell).length)) * 2 + 2;
    const isNumber = cells.length > 0 && cells.every((cell) => typeof cell === 'number');
    const body: BodyColumn = isNumber
      ? { kind: 'number', values: Float64Array.from(cells as readonly number[]), style: book.style('numberEntry') }
      : { kind: 'text', values: cells.map(String), style: book.style('entry') };
    return { header, width: Math.min(WIDEST, Math.max(8, longest)), body };
  });
  const widths = columns.map(({ width }) => width);
  const { head, heights } = formHead(title, hint, widths, book, 'title');
  const header: PlanCell[] = headers.map((value) => ({ value, style: book.style('requiredHeader') }));
  return {
    name: sheetName(name),
    head: [...head, header],
    body: columns.map(({ body }) => body),
    bodyRows: rows.length,
    choices: headers.flatMap((header, column) => {
      const values = choicesByHeader.get(header);
      const top = head.length + 1;
      return values ? [{ column, top, bottom: top + rows.length + MORE_ROWS, values }] : [];
    }),
    foot: [],
    widths,
    headHeights: [...heights, 24],
    bodyHeights: formHeights(columns, rows.length),
    freeze: { rows: head.length + 1, columns: 2 },
    repeatRows: { first: head.length, last: head.length },
    landscape: true,
    notes: [],
    links: [],
    names: [],
  };
}
