import type { SheetGrid } from '../../src/core/grid';
import type { Pack } from '../../src/core/pack/schema';
import { columnsOf, keyColumnOf } from '../../src/core/pack/references';
import { foldHeader } from '../../src/core/table/fold';
import { planMarkdown } from '../core/report/plan-markdown';
import { packs } from './built-in';
import { fullBook } from './full-book';
import { assessed } from './run';
import { sheetOf, type CellInput } from './sheets';

/** One table that every document can read: what their main tables ask for, each header once, over rows of the same names. */
function common(): SheetGrid {
  const header: string[] = ['开发区名称'];
  const columns: CellInput[][] = [];
  const taken = new Set(
    packs.flatMap((pack) => columnsOf(pack, pack.main_table)[keyColumnOf(pack, pack.main_table)]!.header.map(foldHeader)),
  );
  for (const pack of packs) {
    const rows = fullBook(pack)[pack.main_table]!;
    for (const [key, { header: names, unit, kind }] of Object.entries(columnsOf(pack, pack.main_table))) {
      if (kind === 'text' || unit === 'from_header' || names.some((name) => taken.has(foldHeader(name)))) continue;
      names.forEach((name) => taken.add(foldHeader(name)));
      header.push(unit === undefined || unit === '比值' ? names[0]! : `${names[0]!}（${unit}）`);
      columns.push(rows.map((row) => row[key]));
    }
  }
  const names = fullBook(packs[0]!)[packs[0]!.main_table]!.map(({ zone }) => zone);
  return sheetOf('指标数据', [
    ['经济开发区指标数据（2016年）'],
    header,
    ...names.map((name, row) => [name, ...columns.map((column) => column[row])]),
  ]);
}

/** Sentences, names and clauses of a document: what would give it away. */
function ownWords({ title, clauses, decided, rules, rankings, parameters, sheets }: Pack): string[] {
  const titled = [rules, rankings, parameters].flatMap((part) => Object.values(part).map((one) => one.title));
  return [
    title,
    ...Object.values(clauses),
    ...Object.values(decided).map(({ what }) => what),
    ...titled,
    ...sheets.map((one) => one.title),
  ].filter(({ length }) => length >= 6);
}

/** Packs whose method a pack goes by, besides its own. */
const referred = ({ rankings }: Pack): readonly string[] =>
  Object.values(rankings).flatMap(({ standard }) => (standard ? [standard.pack] : []));

const told = (pack: Pack, sheets: readonly SheetGrid[]): string => {
  const {
    plan,
    result,
    checked: { problems },
  } = assessed(pack, sheets);
  if (!plan)
    throw new Error(
      problems
        .filter(({ severity }) => severity === 'block')
        .map(({ message }) => message)
        .join('\n'),
    );
  return `${planMarkdown(pack.title, plan)}\n${JSON.stringify(result)}\n${problems.map(({ message, nextStep }) => `${message}${nextStep}`).join('\n')}`;
};

test('over one workbook each document says the same, whichever was asked before', () => {
  const sheets = [common()];
  const alone = new Map(packs.map((pack) => [pack.pack, told(pack, [common()])]));
  for (const pack of [...packs, ...[...packs].reverse()]) expect(told(pack, sheets) === alone.get(pack.pack)).toBe(true);
});

test.each(packs.map((pack) => [pack.pack, pack] as const))('%s: no word of another document', (_, pack) => {
  const text = told(pack, [common()]);
  const goesBy = packs.filter((other) => other === pack || referred(pack).includes(other.pack));
  const { grid } = common();
  const headers = Array.from({ length: grid.columns }, (_, column) => grid.text(1, column)).join();
  const own = JSON.stringify(goesBy) + headers;
  const foreign = packs
    .filter((other) => !goesBy.includes(other))
    .flatMap((other) => ownWords(other).filter((words) => !own.includes(JSON.stringify(words).slice(1, -1))));
  expect(foreign.length).toBeGreaterThan(100);
  expect(foreign.filter((words) => text.includes(words))).toEqual([]);
});
