import type { LevelAt, LevelScale } from '../levels/levels';
import { titleOf } from '../pack/references';
import type { PlanCell, SheetPlan } from '../plan';
import { levelWords as words } from '../words/levels';
import { reportWords } from '../words/report';
import { clauseNote } from './clause-note';
import { headerOf } from './own-header';
import type { ReportContext } from './report-context';
import { headRows, sheetName } from './sheet-head';
import { columnWidth, headerHeight } from './width';

/** Levels of everybody, in the order of the main table: each dimension and behind it its indicators, with a word in every coloured cell. */
export function levelSheet(context: ReportContext, { key, title, columns: of }: LevelScale): SheetPlan {
  const { pack, figures, book } = context;
  const scale = pack.levels[key]!;
  const { steps } = scale;
  const main = { table: pack.main_table };
  const subjects = Array.from({ length: figures.rowsOf(main) }, (_, row) => figures.subject(main, row));
  const said = (level: LevelAt | undefined): string => {
    if (!level) return words.notFor;
    const [best, worst] = [steps[level.best]!.title, steps[level.worst]!.title];
    return level.worst - level.best === steps.length - 1 ? words.missing : reportWords.grade(best, worst);
  };
  const columns = [
    {
      header: titleOf(pack, figures.tables.get(pack.main_table)?.spec.key ?? ''),
      note: undefined,
      body: { kind: 'text' as const, values: subjects, style: book.style('text') },
      width: columnWidth('', subjects, { least: 14, most: 36 }),
    },
    ...of.map(({ id, title: header, kind, at }) => {
      const isIndicator = kind === 'indicator';
      const values = at.map(said);
      const styles = Uint16Array.from(at, (level) =>
        book.style('centre', level && (level.best === level.worst ? `#${steps[level.best]!.colour}` : 'missing')),
      );
      const given = isIndicator ? scale.indicators[id]! : undefined;
      return {
        header: isIndicator ? header : headerOf(pack.dimensions[id]?.basis, header),
        note: given && words.limits(given, steps, figures.series((pack.indicators[id]!.measure as string | undefined) ?? id).unit ?? ''),
        body: { kind: 'text' as const, values, style: book.style('centre'), styles },
        width: columnWidth(header, values, { least: 10, most: 18 }),
      };
    }),
  ];
  const widths = columns.map(({ width }) => width);
  const more = [words.combined(scale), ...(scale.clause ? [clauseNote(pack, scale.clause)] : [])];
  const { head, heights } = headRows(context, title, columns.length, widths, more);
  const header: PlanCell[] = columns.map((column) => ({
    value: column.header,
    style: book.style('header'),
    ...(column.note !== undefined && { note: column.note }),
  }));
  return {
    name: sheetName(title),
    tabColor: '7030A0',
    head: [...head, header],
    body: columns.map(({ body }) => body),
    bodyRows: subjects.length,
    foot: [[{ value: reportWords.disclaimer, style: book.style('basis'), span: columns.length }]],
    widths,
    headHeights: [...heights, headerHeight(columns)],
    freeze: { rows: head.length + 1, columns: 1 },
    filterRow: head.length,
    repeatRows: { first: head.length, last: head.length },
    landscape: true,
    notes: [],
    links: [],
    names: [],
  };
}
