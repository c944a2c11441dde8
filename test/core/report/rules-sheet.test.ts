import { assessed } from '../../packs/run';
import { ruleBookWords as words } from '../../../src/core/words/rule-book';
import { ruleLines } from '../../../src/core/rule-book/rule-lines';
import { exampleWorkbook } from '../../../assets/samples/example-workbook';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { statedMethod } from '../../../src/packs/stated-method';
import { rulesSheet, systemSheet } from '../own-method/example';
import ownPack from '../../../src/packs/own-method.yaml';
import { sharedWords, units } from '../../packs/built-in';
import { loadPack } from '../../../src/core/pack/load';
import { valueAt } from './plan-markdown';
import { smallBooks } from './small-books';

const rowsOf = (plan: ReturnType<typeof assessed>['plan']) => {
  const sheet = plan!.sheets.find(({ name }) => name === words.sheet)!;
  return { sheet, rows: Array.from({ length: sheet.bodyRows }, (_, row) => sheet.body.map((column) => valueAt(column, row))) };
};

describe.each(smallBooks.map((book) => [book.pack.pack, book] as const))('%s', (_, { pack, sheets }) => {
  const { plan, checked } = assessed(pack, sheets);
  const { sheet, rows } = rowsOf(plan);

  test('one row a line, with a filter, a frozen head that is printed again, on one page wide', () => {
    expect(rows.map(([, title]) => title!.split('\n')[0])).toEqual(
      ruleLines(checked.offered, checked.figures.settings).map(({ title }) => title),
    );
    expect(sheet).toMatchObject({ landscape: true, filterRow: sheet.head.length - 1, freeze: { rows: sheet.head.length } });
    expect(sheet.repeatRows).toEqual({ first: sheet.head.length - 1, last: sheet.head.length - 1 });
    expect(sheet.pagesWide).toBeUndefined();
    expect(sheet.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(200);
  });

  test('it is listed in the overview and stands before the notes', () => {
    const names = plan!.sheets.map(({ name }) => name);
    expect(names.slice(-2)[0]).toBe(words.sheet);
    expect(plan!.sheets[0]!.head.flat().map(({ link }) => link?.sheet)).toContain(words.sheet);
  });

  test('a row says 查看 where it leads somewhere, and leads to a sheet that is there', () => {
    const linked = new Map(sheet.links.map(({ row, link }) => [row - sheet.head.length, link]));
    const known = new Set([...plan!.sheets.map(({ name }) => name), ...sheets.map(({ name }) => name)]);
    rows.forEach((row, at) => expect([at, row.at(-1)]).toEqual([at, linked.has(at) ? words.look : '—']));
    for (const { sheet: name } of linked.values()) expect(known).toContain(name);
  });

  test('a decision that many rules share stands in full once', () => {
    const own = new Set(rows.filter(([kind]) => kind === words.kinds.decision).map(([, title]) => title!.split('：')[0]));
    for (const [id, { what }] of Object.entries(pack.decided)) {
      const full = rows.filter((row) => row[5]!.includes(`${id}：${what}`)).length;
      expect([id, full]).toEqual([id, own.has(id) ? 1 : expect.any(Number)]);
      expect(full).toBeGreaterThan(0);
      expect(full).toBeLessThan(4);
    }
  });
});

test('what the workbook states itself is not quoted as a document’s', async () => {
  const sheets = [...(await openXlsx(exampleWorkbook()).read()), systemSheet(), rulesSheet()];
  const { pack } = statedMethod(loadPack(ownPack, 'own-method.yaml', units, sharedWords).pack!, sheets, units);
  const { rows } = rowsOf(assessed(pack, sheets, '2025-03-01').plan);
  expect(rows.length).toBeGreaterThan(10);
  for (const [, title, source, place, quote] of rows) {
    if (place !== '—' && place!.startsWith('“'))
      expect([title, source, quote!.startsWith('（工作簿所写）')]).toEqual([title, words.sources.workbook, true]);
    expect([title, source]).not.toEqual([title, words.sources.named]);
    expect([title, source]).not.toEqual([title, words.sources.clause]);
  }
});
