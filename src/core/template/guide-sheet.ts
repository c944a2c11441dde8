import { places } from '../pack/clause-place';
import type { Pack } from '../pack/schema';
import type { BodyColumn, PlanCell, SheetPlan } from '../plan';
import { sheetName } from '../report/sheet-head';
import type { StyleBook } from '../report/style-book';
import { heightOf, linesIn } from '../report/width';
import { parameterSheet } from '../words/parameters';
import { templateWords as words } from '../words/template';
import { identityLine } from './identity';
import { formHead, formHeights } from './table-sheet';
import { howOf } from './how-to-fill';
import type { InputTable } from './input-tables';

interface Line {
  readonly sheet: string;
  readonly item: string;
  readonly unit: string;
  readonly how: string;
  readonly required: boolean;
  readonly clause: string;
  readonly source: string;
  readonly reviewer: string;
}

const PLAIN_WIDTHS = [18, 30, 12, 40, 10, 24] as const;
const SAID_WIDTH = 20;
const NOBODY = { source: '', reviewer: '' } as const;

const ofParameters: Line = {
  sheet: parameterSheet.name,
  item: words.ofParameters,
  unit: '',
  how: words.byDepartment,
  required: false,
  clause: '',
  ...NOBODY,
};

/**
 * What is asked, in which unit, how it is written, whether it must be there, and by which clause.
 * @param zone the only one that is asked
 */
export function guideSheet(pack: Pack, tables: readonly InputTable[], year: number, book: StyleBook, zone?: string): SheetPlan {
  const lines: Line[] = [...tables.flatMap(linesOf), ...(zone === undefined ? [ofParameters] : [])];
  // Columns that no indicator of the pack fills would be blank all the way down.
  const says = (['source', 'reviewer'] as const).filter((one) => lines.some((line) => line[one] !== ''));
  const widths = [...PLAIN_WIDTHS, ...says.map(() => SAID_WIDTH)];
  const word = words.columns;
  const text = (header: string, pick: (line: Line) => string, role: 'text' | 'centre' = 'text'): { header: string; body: BodyColumn } => ({
    header,
    body: { kind: 'text', values: lines.map(pick), style: book.style(role) },
  });
  const required = text(word.required, (line) => (line.required ? words.required : words.optional), 'centre');
  const columns = [
    text(word.sheet, ({ sheet }) => sheet),
    text(word.item, ({ item }) => item),
    text(word.unit, ({ unit }) => unit, 'centre'),
    text(word.how, ({ how }) => how),
    {
      ...required,
      body: {
        ...required.body,
        styles: Uint16Array.from(lines, (line) => book.style(line.required ? 'requiredHeader' : 'centre')),
      } as BodyColumn,
    },
    text(word.clause, ({ clause }) => clause),
    ...says.map((one) => text(word[one], (line) => line[one])),
  ];
  const total = widths.reduce((sum, width) => sum + width, 0);
  const titled = formHead(
    words.guideTitle(pack.jurisdiction.name, pack.subject, year),
    words.document(pack.title, pack.number),
    widths,
    book,
  );
  const line = (text: string, role: 'basis' | 'formLine'): PlanCell[] => [{ value: text, style: book.style(role), span: widths.length }];
  const told = zone === undefined ? words.steps : words.stepsOfZone;
  const steps = told.map((step) => line(step, 'basis'));
  const header: PlanCell[] = columns.map((column) => ({ value: column.header, style: book.style('header') }));
  const head = [...titled.head, line(words.signatures(zone), 'formLine'), ...steps, header];
  return {
    name: sheetName(words.guide),
    tabColor: '7F7F7F',
    head,
    body: columns.map(({ body }) => body),
    bodyRows: lines.length,
    foot: [line(identityLine(pack, year, zone), 'formLine')],
    widths,
    headHeights: [...titled.heights, 24, ...told.map((step) => heightOf(linesIn(step, total))), 24],
    bodyHeights: formHeights(
      columns.map(({ body }, at) => ({ body, width: widths[at]! })),
      lines.length,
    ),
    freeze: { rows: head.length, columns: 0 },
    repeatRows: { first: head.length - 1, last: head.length - 1 },
    landscape: true,
    notes: [],
    links: [],
    names: [],
  };
}

function linesOf(table: InputTable): Line[] {
  const { sheet, like, year } = table;
  const each = table.single ? words.singleRow : words.everyRow(table.row);
  const whole: Line = {
    sheet,
    item: words.wholeTable,
    unit: '',
    how: words.joined(like === undefined ? [each] : [each, words.like(like, year, table.part)]),
    required: table.required,
    clause: '',
    ...NOBODY,
  };
  if (like !== undefined) return [whole];
  return [
    whole,
    // Numbered, so that the list is not taken for a table whose headers stand in a column.
    ...table.columns.map((column, at) => ({
      sheet,
      item: words.numbered(at + 1, column.title),
      unit: column.unit ?? '',
      how: howOf(column),
      required: column.required,
      clause: places(column.clause),
      source: words.listed(column.sources),
      reviewer: words.listed(column.reviewers),
    })),
  ];
}
