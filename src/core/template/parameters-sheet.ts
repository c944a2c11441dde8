import { places } from '../pack/clause-place';
import type { Pack, PackParameter } from '../pack/schema';
import type { BodyColumn, EntryRule, PlanCell, SheetPlan } from '../plan';
import { choicesOf } from '../parameters/setting-value';
import { sheetName } from '../report/sheet-head';
import type { StyleBook } from '../report/style-book';
import { parameterSheet } from '../words/parameters';
import { templateWords as words } from '../words/template';
import { offered, said } from './how-to-fill';
import { formHead, formHeights } from './table-sheet';

/** A row of the sheet: what it sets. */
export interface ParameterLine {
  /** Key in the pack of the dimension, indicator or parameter. */
  readonly key: string;
  readonly section: string;
  readonly name: string;
  readonly unit: string;
  readonly note: string;
}

/** Every name that the pack knows, in the order of the sheet's rows. */
export function parameterLines(pack: Pack): readonly ParameterLine[] {
  const { sections } = parameterSheet;
  const weighed = pack.scoring.basis === 'equal_weights_trial';
  const weight = (key: string, section: string, name: string): ParameterLine => ({ key, section, name, unit: '', note: '' });
  return [
    ...(weighed ? Object.entries(pack.dimensions).map(([key, { title }]) => weight(key, sections.dimension, title)) : []),
    ...(weighed ? Object.entries(pack.indicators).map(([key, { title }]) => weight(key, sections.indicator, title ?? key)) : []),
    ...Object.entries(pack.parameters).map(([key, parameter]) => ({
      key,
      section: sections.parameter,
      name: parameter.title,
      unit: parameter.unit ?? '',
      note: noteOf(parameter),
    })),
  ];
}

/**
 * The sheet 权重与参数 with every name that the pack knows; nothing is set on it. @param year of the figures, where it is known
 * @param groups that have a column of weights
 */
export function parametersSheet(pack: Pack, year: number | undefined, book: StyleBook, groups: readonly string[] = []): SheetPlan {
  const { columns: word } = parameterSheet;
  const lines = parameterLines(pack);
  const blank = lines.map(() => '');
  const text = (values: readonly string[], role: 'text' | 'centre' | 'entry' = 'text'): BodyColumn => ({
    kind: 'text',
    values,
    style: book.style(role),
  });
  const compared = comparesWeights(pack);
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
    ...groups.map((group) => ({ header: parameterSheet.groupWeightOf(group), width: 12, body: text(blank, 'entry') })),
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
    entries: lines.map((line, at) => ({ column: VALUES, top: head.length + 1 + at, bottom: head.length + 1 + at, ...entryOf(pack, line) })),
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

/** Where the column of values stands. */
const VALUES = 2;

/** What is expected as the value of a line. */
function entryOf(pack: Pack, { key, section, name, note }: ParameterLine): Pick<EntryRule, 'is' | 'title' | 'prompt'> {
  const told = said(name, [note === '' ? words.settingBlank : note]);
  if (section !== parameterSheet.sections.parameter) return { is: { kind: 'number', least: 0 }, ...told };
  const { kind, choices = [] } = pack.parameters[key]!;
  const list = offered(choicesOf({ kind, choices }));
  if (list) return { is: { kind: 'list', values: list }, ...told };
  return { is: kind === 'number' ? { kind } : kind === 'date' ? { kind } : { kind: 'any' }, ...told };
}

/** Whether weights are compared with those of the method used before. */
export const comparesWeights = ({ rules }: Pack): boolean => Object.values(rules).some(({ kind }) => kind === 'weight_increase');

function noteOf({ kind, choices = [], default: usual, unset, note, clause }: PackParameter): string {
  const values = choicesOf({ kind, choices });
  return words.joined([
    ...(values.length > 0 ? [words.choices(values)] : []),
    ...(usual === undefined ? [] : [words.default(String(usual))]),
    ...[unset, note].filter((part) => part !== undefined),
    ...(clause === undefined ? [] : [places(clause)]),
  ]);
}
