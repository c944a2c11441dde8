import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { partText, plainWorkbook, unzip } from '../../ooxml/package-builder';
import { fullPlan } from './sample-plan';
import { template } from './template';

async function written(before: Uint8Array): Promise<Uint8Array> {
  const file = openXlsx(before);
  await file.write(fullPlan());
  return file.bytes();
}

const formatsOf = (bytes: Uint8Array): string[] =>
  Object.keys(unzip(bytes))
    .filter((part) => part.startsWith('xl/worksheets/sheet'))
    .flatMap((part) => partText(bytes, part).match(/<conditionalFormatting .*?<\/conditionalFormatting>/gs) ?? []);

const PLANNED = [
  '<conditionalFormatting sqref="C4 C6"><cfRule type="containsBlanks" dxfId="0" priority="1"><formula>LEN(TRIM(C4))=0</formula></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="A4:A6"><cfRule type="cellIs" dxfId="0" priority="2" operator="equal"><formula>1</formula></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="C4:C6"><cfRule type="dataBar" priority="3"><dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="num" val="100"/><color rgb="FF9DC3E6"/></dataBar></cfRule></conditionalFormatting>',
];

it('looks stand between merged cells and choices, with fill and colour of their style', async () => {
  const bytes = await written(plainWorkbook());
  expect(formatsOf(bytes)).toEqual(PLANNED);
  const sheet = partText(bytes, 'xl/worksheets/sheet2.xml');
  expect(sheet).toMatch(/<\/mergeCells><conditionalFormatting .*<\/conditionalFormatting><hyperlinks>/s);
  expect(partText(bytes, 'xl/styles.xml')).toContain(
    '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>',
  );
});

it('are shown on the screen as the file has them', async () => {
  const look = openXlsx(await written(plainWorkbook())).look();
  const sheet = look.sheets.find(({ name }) => name === '综合排名')!;
  expect(sheet.conditional.map(({ kind }) => kind)).toEqual(['blanks', 'cellIs', 'dataBar']);
});

it('a second write leaves each of them once, and clearing none; those of the person stay', async () => {
  const before = template();
  const theirs = formatsOf(before);
  const once = formatsOf(await written(before));
  const again = await written(await written(before));
  expect(once).toHaveLength(theirs.length + PLANNED.length);
  expect(formatsOf(again)).toEqual(once);
  const file = openXlsx(again);
  await file.clear();
  expect(formatsOf(file.bytes())).toEqual(theirs);
});
