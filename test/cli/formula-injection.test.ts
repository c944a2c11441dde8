import { strFromU8 } from 'fflate';
import { CellKind } from '../../src/core/grid';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { unzip } from '../ooxml/package-builder';
import { parkPack, parkRows, parkWorkbook } from './park';
import { runHere } from './run-here';
import { resultOf } from './result-schema';
import { Workspace } from './workspace';

/** Names that a spreadsheet would run if they were typed in. */
const names = ['=HYPERLINK("http://x")', '+1', '-1', '@x', "=cmd|' /C calc'!A0", '\t=1+1'];
/** The same with the signs of a Chinese input method, which spreadsheets take for the ASCII ones. */
const fullWidth = ['＝HYPERLINK("http://x")', '＋1', '－1', '＠x', "＝cmd|' /C calc'!A0", '＝１＋１'];

const space = new Workspace();

afterAll(() => space.remove());

it.each([
  ['ASCII', names],
  ['full-width', fullWidth],
])('names that look like formulas (%s) end as text on every result sheet', async (_signs, names) => {
  const rows = names.map((name, at) => [name, ...parkRows[at]!.slice(1)]);
  const ran = await runHere(
    'score',
    space.write('in.xlsx', parkWorkbook(rows)),
    '--pack',
    parkPack,
    '--out',
    space.path('out.xlsx'),
    '--json',
    '-',
  );
  expect(ran).toMatchObject({ code: 0, err: '' });
  const subjects = resultOf(ran.out).rankings[0]!.rows.map(({ subject }) => subject);
  expect(subjects).toHaveLength(names.length);

  const bytes = space.read('out.xlsx');
  const seen = new Set<string>();
  for (const { owned, grid } of await openXlsx(bytes).read()) {
    if (!owned) continue;
    for (let row = 0; row < grid.rows; row++) {
      for (let column = 0; column < grid.columns; column++) {
        const found = subjects.find((name) => name === grid.text(row, column));
        if (found !== undefined) seen.add(found);
        if (found !== undefined) expect([grid.kind(row, column), grid.formula(row, column)]).toEqual([CellKind.text, undefined]);
      }
    }
  }
  expect([...seen].sort()).toEqual([...subjects].sort());
  const styles = strFromU8(unzip(bytes)['xl/styles.xml']!);
  expect(styles).toContain('quotePrefix="1"');
  const formulas = Object.entries(unzip(bytes)).flatMap(([part, content]) =>
    part.endsWith('.xml') ? [...strFromU8(content).matchAll(/<f>([^<]*)<\/f>/g)].map((match) => match[1]!) : [],
  );
  expect(formulas.length).toBeGreaterThan(0);
  expect(formulas.filter((formula) => /HYPERLINK|cmd|http/i.test(formula))).toEqual([]);
});
