import { places } from '../pack/clause-place';
import type { Pack, PackParameter } from '../pack/schema';
import type { BodyColumn, PlanCell, SheetPlan } from '../plan';
import { sheetName } from '../report/sheet-head';
import type { StyleBook } from '../report/style-book';
import { parameterSheet } from '../words/parameters';
import { templateWords as words } from '../words/template';
import { formHead, formHeights } from './table-sheet';

interface Line {
  readonly section: string;
  readonly name: string;
  readonly unit: string;
  readonly note: string;
}

/** The sheet 权重与参数 with every name that the pack knows; nothing is set on it. */
export function parametersSheet(pack: Pack, year: number, book: StyleBook): SheetPlan {
  const { columns: word, sections } = parameterSheet;
  const weighed = pack.scoring.basis === 'equal_weights_trial';
  const weight = (section: string, name: string): Line => ({ section, name, unit: '', note: '' });
  const lines: Line[] = [
    ...(weighed ? Object.values(pack.dimensions).map(({ title }) => weight(sections.dimension, title)) : []),
    ...(weighed ? Object.entries(pack.indicators).map(([key, { title }]) => weight(sections.indicator, title ?? key)) : []),
    ...Object.values(pack.parameters).map((parameter) => ({
      section: sections.parameter,
      name: parameter.title,
      unit: parameter.unit ?? '',
      note: noteOf(parameter),
    })),
  ];
  const blank = lines.map(() => '');
  const text = (values: readonly string[], role: 'text' | 'centre' | 'entry' = 'text'): BodyColumn => ({
    kind: 'text',
    values,
    style: book.style(role),
  });
  const compared = Object.values(pack.rules).some(({ kind }) => kind === 'weight_increase');
  const columns = [
    {
      header: word.section,
      width: 12,
      body: text(
        lines.map(({ section }) => section),
        'centre',
      ),
    },
    { header: word.name, width: 32, body: text(lines.map(({ name }) => name)) },
    { header: word.value, width: 18, body: text(blank, 'entry') },
    {
      header: word.unit,
      width: 8,
      body: text(
        lines.map(({ unit }) => unit),
        'centre',
      ),
    },
    ...(compared ? [{ header: word.old, width: 10, body: text(blank, 'entry') }] : []),
    { header: word.note, width: 56, body: text(lines.map(({ note }) => note)) },
  ];
  const widths = columns.map(({ width }) => width);
  const { head, heights } = formHead(words.parametersTitle(pack.jurisdiction.name, pack.subject, year), words.parametersHint, widths, book);
  const header: PlanCell[] = columns.map((column) => ({ value: column.header, style: book.style('header') }));
  return {
    name: sheetName(parameterSheet.name),
    head: [...head, header],
    body: columns.map(({ body }) => body),
    bodyRows: lines.length,
    foot: [],
    widths,
    headHeights: [...heights, 24],
    bodyHeights: formHeights(columns, lines.length),
    freeze: { rows: head.length + 1, columns: 0 },
    repeatRows: { first: head.length, last: head.length },
    landscape: true,
    notes: [],
    links: [],
    names: [],
  };
}

function noteOf({ kind, choices = [], default: usual, unset, note, clause }: PackParameter): string {
  const values = kind === 'yes_no' ? ['是', '否'] : choices;
  return words.joined([
    ...(values.length > 0 ? [words.choices(values)] : []),
    ...(usual === undefined ? [] : [words.default(String(usual))]),
    ...[unset, note].filter((part) => part !== undefined),
    ...(clause === undefined ? [] : [places(clause)]),
  ]);
}
