import { appWords as words } from '../../src/app/words';
import { excelWords } from '../../src/hosts/excel/words';
import { byCommandLine, cellsInHost } from './command-line';
import { bookOf, shandong, withPane, type PaneOptions } from './pane';
import { sheetNames } from './snapshot';
import { soon } from './soon';

const NOTES = excelWords.limits.notes['missing-in-library'];

/** The floor that the manifest promises, the newest Excel, and Excels that lack something all the same. */
const cases: readonly (readonly [
  string,
  PaneOptions,
  { readonly leftOut: readonly string[]; readonly limits: readonly string[]; readonly tries?: boolean; readonly forgets?: boolean },
])[] = [
  ['ExcelApi 1.14', { requirementSet: '1.14' }, { leftOut: [NOTES], limits: [NOTES] }],
  ['ExcelApi 1.20', { requirementSet: '1.20' }, { leftOut: [NOTES], limits: [NOTES] }],
  ['no settings', { without: ['settings'] }, { leftOut: [NOTES], limits: [NOTES], tries: true }],
  ['no custom XML', { without: ['customXmlParts'] }, { leftOut: [NOTES], limits: [NOTES], tries: true }],
  [
    'no place for choices at all',
    { without: ['settings', 'customXmlParts'] },
    { leftOut: [NOTES], limits: [NOTES], tries: true, forgets: true },
  ],
  ['no comments and no notes', { without: ['comments', 'notes'] }, { leftOut: [NOTES], limits: [NOTES] }],
  ['no charts', { without: ['charts'] }, { leftOut: [NOTES, excelWords.extras.charts], limits: [NOTES], tries: true }],
];

it.each(cases)('%s: the run completes with the same cells, and the pane says what was left out', async (_, options, expected) => {
  const book = await bookOf(shandong);
  const own = sheetNames(book);
  await withPane({ ...options, book }, async (pane) => {
    await pane.score();
    const { sheets, plan } = await byCommandLine(shandong);
    const written = pane.newSheets(own);
    expect(written).toEqual([...sheets.keys()]);
    for (const [name, cells] of sheets) expect({ name, cells: cellsInHost(book.sheet(name), cells) }).toEqual({ name, cells });
    expect(plan.sheets.some(({ notes }) => notes.length > 0)).toBe(true);
    const said = await pane.notices();
    expect(said[0]).toBe(words.done.scored(written.length));
    expect(said).toHaveLength(expected.forgets ? 2 : 1);
    if (expected.forgets) expect(said[1]).toMatch(/没能把选择记下来|不能在工作簿里保存选择/);
    await soon(async () =>
      expect([...(await pane.locator('h4:text-is("写出时的说明") + ul li').allTextContents())].sort()).toEqual(
        [...expected.leftOut].sort(),
      ),
    );
    await pane.button(words.about.open).click();
    await soon(async () =>
      expect(await pane.locator(`h3:text-is("${words.about.limits}") + ul li`).allTextContents()).toEqual(expected.limits),
    );
    // Apart from the two stores for choices and charts, which are tried, nothing is asked for that this Excel has not.
    expect(pane.host.requests.filter(({ error }) => error !== undefined).length > 0).toBe(expected.tries ?? false);
    expect(pane.excel.consoleSeen).toEqual([]);
  });
});
