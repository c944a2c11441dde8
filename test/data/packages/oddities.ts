import { DECLARATION, MAIN, escape, sheetOf, workbookParts, zip } from '../../ooxml/package-builder';
import type { Parts } from '../../ooxml/package-builder';

const RELATIONSHIPS = 'application/vnd.openxmlformats-package.relationships+xml';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';

const rows = [
  ['开发区', '地区生产总值（万元）'],
  ['滨河开发区', 4005000],
  ['临港开发区', 2200000],
];
const plain = workbookParts({ sheets: [{ name: '指标数据', xml: sheetOf(rows) }] });
const text = (parts: Parts, part: string): string => {
  const found = parts[part];
  if (typeof found !== 'string') throw new Error(`no text ${part}`);
  return found;
};
/** The plain workbook with a part changed. */
const changed = (part: string, change: (text: string) => string, parts: Parts = plain): Parts => ({
  ...parts,
  [part]: change(text(parts, part)),
});
const styleSheet = (lists: string): string =>
  `${DECLARATION}<styleSheet xmlns="${MAIN}">${lists}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2">${XF}${XF.replace('numFmtId="0"', 'numFmtId="4294967294"')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
const inNamespace = (uri: string): Parts =>
  Object.fromEntries(Object.entries(plain).map(([part, one]) => [part, typeof one === 'string' ? one.replaceAll(MAIN, uri) : one]));
const records = (...bytes: number[]): Uint8Array => Uint8Array.from([...bytes, 0x0a, 0x00, 0x00, 0x00]);

/** LibreOffice 3.3 to 5.4 declared every part by name, .rels too, and no extension at all. */
function relationshipsByName(): Parts {
  const styled = workbookParts({ sheets: [{ name: '指标数据', xml: sheetOf(rows) }], styles: styleSheet('').replace('4294967294', '4') });
  const named = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const types = [
    named('_rels/.rels', RELATIONSHIPS),
    named('xl/_rels/workbook.xml.rels', RELATIONSHIPS),
    named('xl/workbook.xml', `${SHEET}.sheet.main+xml`),
    named('xl/worksheets/sheet1.xml', `${SHEET}.worksheet+xml`),
    named('xl/styles.xml', `${SHEET}.styles+xml`),
  ];
  return {
    ...styled,
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join('')}</Types>`,
  };
}

/** Modules of Excel 5 macros are listed among the sheets, with an empty relationship or none. */
const macroModules = changed('xl/workbook.xml', (xml) =>
  xml.replace('</sheets>', '<sheet name="Module1" sheetId="2" state="veryHidden" r:id=""/><sheet name="Module2" sheetId="3"/></sheets>'),
);

/** What a careful program leaves out and a careless one writes: all of it must be there again after clearing. */
const emptyElements = changed(
  '[Content_Types].xml',
  (xml) => xml.replace('<Override', '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override'),
  changed('xl/workbook.xml', (xml) => xml.replace('</workbook>', '<definedNames/><calcPr/></workbook>')),
);
const calculationOff = changed('xl/workbook.xml', (xml) =>
  xml.replace('</workbook>', `<definedNames\n></definedNames><calcPr\n  calcId='191029'  fullCalcOnLoad='0' ></calcPr></workbook>`),
);

/** The workbooks that `make.ts` writes into this folder, by file name. */
export const oddities: ReadonlyMap<string, () => Uint8Array> = new Map([
  ['rels-by-name.xlsx', () => zip(relationshipsByName())],
  ['macro-modules.xlsx', () => zip(macroModules)],
  [
    'merged-lines.xlsx',
    () =>
      zip(
        changed('xl/worksheets/sheet1.xml', (xml) =>
          xml.replace(
            '</sheetData>',
            '</sheetData><mergeCells count="3"><mergeCell ref="D:E"/><mergeCell ref="$G:$G"/><mergeCell ref="8:9"/></mergeCells>',
          ),
        ),
      ),
  ],
  ['empty-elements.xlsx', () => zip(emptyElements)],
  ['calculation-off.xlsx', () => zip(calculationOff)],
  [
    'row-zero.xlsx',
    () => zip(changed('xl/worksheets/sheet1.xml', (xml) => xml.replace('<row r="1">', '<row r="0">').replace('r="A1"', 'r="A0"'))),
  ],
  ['beta-1.xlsx', () => zip(inNamespace('http://schemas.microsoft.com/office/excel/2006/2'))],
  ['beta-2.xlsx', () => zip(inNamespace('http://schemas.openxmlformats.org/spreadsheetml/2006/5/main'))],
  ['beta-2-refreshed.xlsx', () => zip(inNamespace('http://schemas.openxmlformats.org/spreadsheetml/2006/7/main'))],
  [
    'high-format-numbers.xlsx',
    () =>
      zip(
        workbookParts({
          sheets: [{ name: '指标数据', xml: sheetOf(rows) }],
          styles: styleSheet(
            `<numFmts count="2"><numFmt numFmtId="164" formatCode="${escape('0.0"吨"')}"/><numFmt numFmtId="4294967294" formatCode="${escape('0.0"亩"')}"/></numFmts>`,
          ),
        }),
      ),
  ],
  ['biff-2.xls', () => records(0x09, 0x00, 0x04, 0x00, 0x02, 0x00, 0x10, 0x00)],
  ['biff-3.xls', () => records(0x09, 0x02, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00, 0x00, 0x00)],
  ['biff-4.xls', () => records(0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00, 0x00, 0x00)],
  ['biff-5.xls', () => records(0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x10, 0x00, 0x00, 0x00, 0x00, 0x00)],
]);
