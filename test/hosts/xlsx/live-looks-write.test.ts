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
  '<conditionalFormatting sqref="C4:C6"><cfRule type="dataBar" priority="3"><dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="num" val="100"/><color rgb="FF9DC3E6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:id>{7A6F6E65-6173-4365-8373-000000000003}</x14:id></ext></extLst></cfRule></conditionalFormatting>',
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

it('a bar is filled evenly where a program knows how, and ends where the planned one does', async () => {
  expect(partText(await written(plainWorkbook()), 'xl/worksheets/sheet2.xml')).toMatch(
    /<x14:cfRule type="dataBar" id="\{7A6F6E65-6173-4365-8373-000000000003\}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="num"><xm:f>0<\/xm:f><\/x14:cfvo><x14:cfvo type="num"><xm:f>100<\/xm:f><\/x14:cfvo>.*<xm:sqref>C4:C6<\/xm:sqref>.*<\/extLst><\/worksheet>$/s,
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
