import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { sheetOf, unzip, zip } from '../ooxml/package-builder';
import { templateParts } from '../hosts/xlsx/template';
import { parkHeader, parkPack, parkRows } from './park';
import { runHere } from './run-here';
import { resultOf } from './result-schema';
import { Workspace } from './workspace';

/** The only parts of an official's workbook that may change: the lists of parts, of sheets and of styles. */
const MAY_CHANGE = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml'];

const space = new Workspace();

afterAll(() => space.remove());

it('a workbook with charts, pictures, notes, protection and more is scored without touching any of it', async () => {
  const parts = templateParts();
  const workbookXml = String(parts['xl/workbook.xml'])
    .replace('name="名单" sheetId="3" state="hidden"', 'name="指标数据" sheetId="3"')
    .replace('名单!$A$1:$A$3', '指标数据!$A$1:$A$3');
  const input = zip({ ...parts, 'xl/workbook.xml': workbookXml, 'xl/worksheets/sheet2.xml': sheetOf([parkHeader, ...parkRows]) });
  const ran = await runHere('score', space.write('in.xlsx', input), '--pack', parkPack, '--out', space.path('out.xlsx'), '--json', '-');
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(resultOf(ran.out).rankings[0]!.rows).toHaveLength(6);

  const before = unzip(input);
  const after = unzip(space.read('out.xlsx'));
  const changed = Object.keys(before).filter((part) => after[part] === undefined || Buffer.compare(before[part]!, after[part]) !== 0);
  expect(changed.sort()).toEqual(MAY_CHANGE);
  const added = Object.keys(after).filter((part) => before[part] === undefined);
  const { sheets } = await openXlsx(space.read('out.xlsx')).describe();
  expect(added.filter((part) => /^xl\/worksheets\/[^/]+\.xml$/.test(part))).toHaveLength(sheets.filter(({ owned }) => owned).length);
});
