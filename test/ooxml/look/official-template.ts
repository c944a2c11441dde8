import { DECLARATION, MAIN, PACKAGE_RELS, REFS, workbookParts, zip } from '../package-builder';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

const theme =
  `${DECLARATION}<a:theme xmlns:a="${DRAWING}/main" name="Office 主题"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>` +
  '<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2><a:accent3><a:srgbClr val="A5A5A5"/></a:accent3>' +
  '<a:accent4><a:srgbClr val="FFC000"/></a:accent4><a:accent5><a:srgbClr val="5B9BD5"/></a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6><a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme></a:themeElements></a:theme>';

const side = (name: string, line: string, color: string): string => `<${name} style="${line}"><color ${color}/></${name}>`;
const box = (line: string, color: string): string =>
  `<border>${['left', 'right', 'top', 'bottom'].map((name) => side(name, line, color)).join('')}<diagonal/></border>`;
const solid = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor ${color}/><bgColor indexed="64"/></patternFill></fill>`;

const styles =
  `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="176" formatCode="0.00_ "/><numFmt numFmtId="177" formatCode="#,##0.0;[Red]\\-#,##0.0"/></numFmts>` +
  '<fonts count="6"><font><sz val="11"/><color theme="1"/><name val="等线"/><family val="2"/><charset val="134"/><scheme val="minor"/></font><font><b/><sz val="18"/><color theme="1"/><name val="方正小标宋简体"/></font><font><sz val="12"/><color theme="1"/><name val="仿宋_GB2312"/></font><font><b/><sz val="11"/><color theme="0"/><name val="黑体"/></font><font><i/><strike/><sz val="9"/><color theme="0" tint="-0.499984740745262"/><name val="楷体"/></font><font><u/><sz val="11"/><color theme="10"/><name val="等线"/></font></fonts>' +
  `<fills count="7"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('theme="4" tint="-0.249977111117893"')}${solid('theme="4" tint="0.79998168889431442"')}${solid('rgb="FFFFFFCC"')}${solid('indexed="42"')}<fill><gradientFill degree="90"><stop position="0"><color theme="0"/></stop><stop position="1"><color theme="5"/></stop></gradientFill></fill></fills>` +
  `<borders count="4"><border><left/><right/><top/><bottom/><diagonal/></border>${box('thin', 'auto="1"')}${box('thin', 'theme="0" tint="-0.249977111117893"')}<border><left/><right/><top/>${side('bottom', 'double', 'rgb="FFC00000"')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs><cellXfs count="12"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment vertical="center"/></xf>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="3" xfId="0" applyFont="1"><alignment horizontal="centerContinuous" vertical="center"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0"><alignment horizontal="right"/></xf>' +
  '<xf numFmtId="0" fontId="3" fillId="2" borderId="2" xfId="0"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="3" borderId="1" xfId="0"><alignment horizontal="left" vertical="center" indent="1"/></xf>' +
  '<xf numFmtId="176" fontId="0" fillId="4" borderId="1" xfId="0" applyProtection="1"><alignment vertical="center"/><protection locked="0"/></xf><xf numFmtId="177" fontId="0" fillId="0" borderId="1" xfId="0"/><xf numFmtId="10" fontId="0" fillId="5" borderId="1" xfId="0"><alignment shrinkToFit="1"/></xf>' +
  '<xf numFmtId="31" fontId="0" fillId="0" borderId="1" xfId="0"/><xf numFmtId="0" fontId="3" fillId="2" borderId="2" xfId="0"><alignment vertical="center" textRotation="255"/></xf><xf numFmtId="0" fontId="4" fillId="1" borderId="0" xfId="0"><alignment horizontal="distributed" vertical="top" textRotation="135"/></xf><xf numFmtId="0" fontId="5" fillId="6" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="3"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf><dxf><font><b/><i val="0"/><color theme="9"/></font></dxf><dxf><fill><patternFill patternType="solid"><bgColor theme="7" tint="0.59996337778862885"/></patternFill></fill></dxf></dxfs></styleSheet>';

const c = (name: string, style: number, content = '', type = ''): string =>
  `<c r="${name}" s="${style}"${type && ` t="${type}"`}${content ? `>${content}</c>` : '/>'}`;
const v = (name: string, style: number, value: number | string, formula = ''): string => c(name, style, `${formula}<v>${value}</v>`);
const s = (name: string, style: number, index: number): string => c(name, style, `<v>${index}</v>`, 's');
const points = (...list: string[]): string => list.map((one) => `<cfvo ${one}/>`).join('');

const entry =
  `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${REFS}"><sheetPr><tabColor theme="4"/></sheetPr><dimension ref="A1:F9"/><sheetViews><sheetView showGridLines="0" tabSelected="1" zoomScale="85" zoomScaleNormal="85" workbookViewId="0"><pane xSplit="2" ySplit="4" topLeftCell="C5" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>` +
  '<sheetFormatPr defaultColWidth="9" defaultRowHeight="14.25"/><cols><col min="1" max="1" width="5.625" customWidth="1"/><col min="2" max="2" width="20.625" customWidth="1"/><col min="3" max="5" width="12.625" customWidth="1"/><col min="6" max="6" width="30.625" hidden="1" customWidth="1"/><col min="7" max="7" width="9" style="4"/><col min="8" max="16384" width="9" hidden="1"/></cols><sheetData>' +
  `<row r="1" ht="36" customHeight="1">${s('A1', 1, 0)}${'BCDE'
    .split('')
    .map((column) => c(`${column}1`, 1))
    .join('')}</row><row r="2">${c('A2', 2)}${s('E2', 2, 1)}</row>` +
  `<row r="3" ht="21" customHeight="1">${s('A3', 9, 2)}${s('B3', 3, 3)}${s('C3', 3, 4)}${c('D3', 3)}${s('E3', 3, 5)}</row><row r="4" ht="30" customHeight="1">${c('A4', 9)}${c('B4', 3)}${s('C4', 3, 6)}${s('D4', 3, 7)}${c('E4', 3)}</row>` +
  `<row r="5">${v('A5', 4, 1)}${s('B5', 4, 8)}${v('C5', 5, 1234.5)}${v('D5', 7, 0.0712, '<f t="shared" ref="D5:D7" si="0">C5/SUM(C$5:C$7)</f>')}${v('E5', 8, 45352)}</row>` +
  `<row r="6">${v('A6', 4, 2)}${s('B6', 4, 9)}${v('C6', 5, -88)}${v('D6', 7, -0.005, '<f t="shared" si="0"/>')}${c('E6', 8, '<f>C6/0</f><v>#DIV/0!</v>', 'e')}</row>` +
  `<row r="7" hidden="1">${v('A7', 4, 3)}${c('B7', 4)}${c('C7', 5)}${c('D7', 7, '<f t="shared" si="0"/><v></v>', 'str')}${c('E7', 8)}</row>` +
  `<row r="8" s="6" customFormat="1" ht="18" customHeight="1">${c('B8', 6, '<v>合计</v>', 'str')}${v('C8', 6, 1146.5, '<f t="array" ref="C8:D8">SUM(C5:C7)*{1,2}</f>')}${v('D8', 6, 2293)}${c('E8', 6, '<v>1</v>', 'b')}</row><row r="9">${s('A9', 10, 10)}${s('B9', 11, 11)}</row></sheetData>` +
  '<sheetProtection algorithmName="SHA-512" hashValue="aGFzaA==" saltValue="c2FsdA==" spinCount="100000" sheet="1" objects="1" scenarios="1"/><mergeCells count="5"><mergeCell ref="A1:E1"/><mergeCell ref="C3:D3"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="E3:E4"/></mergeCells>' +
  '<conditionalFormatting sqref="C5:C7 E5:E7"><cfRule type="cellIs" dxfId="0" priority="2" stopIfTrue="1" operator="lessThan"><formula>0</formula></cfRule><cfRule type="containsBlanks" dxfId="2" priority="5"><formula>LEN(TRIM(C5))=0</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="A5:E7"><cfRule type="expression" dxfId="1" priority="1"><formula>$B5="甲开发区"</formula></cfRule></conditionalFormatting>' +
  `<conditionalFormatting sqref="D5:D7"><cfRule type="dataBar" priority="3"><dataBar>${points('type="min"', 'type="max"')}<color theme="4"/></dataBar></cfRule><cfRule type="colorScale" priority="4"><colorScale>${points('type="min"', 'type="percentile" val="50"', 'type="max"')}<color rgb="FFF8696B"/><color rgb="FFFFEB84"/><color rgb="FF63BE7B"/></colorScale></cfRule></conditionalFormatting>` +
  '<dataValidations count="1"><dataValidation type="decimal" sqref="C5:C7"><formula1>0</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="B9" location="\'填报说明\'!A1" display="填报说明"/><hyperlink ref="A9" r:id="rId3"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><legacyDrawing r:id="rId1"/></worksheet>';

const guide = `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetFormatPr defaultRowHeight="14.25" zeroHeight="1"/><cols><col min="1" max="1" width="80.625" customWidth="1"/></cols><sheetData><row r="1" ht="28.5"><c r="A1" s="2" t="inlineStr"><is><r><rPr><b/></rPr><t>一、</t></r><r><t>单位为万元，\n保留两位小数。</t></r></is></c></row></sheetData></worksheet>`;
const codes = `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`;

const texts = [
  '开发区主要指标填报表',
  '单位：万元',
  '序号',
  '开发区名称',
  '税收',
  '填报日期',
  '本期',
  '占比',
  '甲开发区',
  '乙开发区',
  '作废',
  '见填报说明',
];
const comment = `${DECLARATION}<comments xmlns="${MAIN}"><authors><author>省商务厅</author></authors><commentList><comment ref="C4" authorId="0"><text><r><rPr><b/><sz val="9"/></rPr><t>省商务厅:</t></r><r><rPr><sz val="9"/></rPr><t xml:space="preserve">\n填本年累计数</t></r></text></comment></commentList></comments>`;
const vml =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>3</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>';
const rels = `${DECLARATION}<Relationships xmlns="${PACKAGE_RELS}"><Relationship Id="rId1" Type="${REFS}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId2" Type="${REFS}/comments" Target="../comments1.xml"/><Relationship Id="rId3" Type="${REFS}/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>`;

/** An entry form as a province's office sends it round: everything that the look knows, in one workbook. */
export function officialTemplate(): Uint8Array {
  const parts = workbookParts({
    beforeSheets: '<bookViews><workbookView activeTab="1"/></bookViews>',
    sheets: [
      { name: '代码', xml: codes, state: 'veryHidden' },
      { name: '填报表', xml: entry },
      { name: '填报说明', xml: guide },
    ],
    styles,
    sharedStrings: `${DECLARATION}<sst xmlns="${MAIN}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    extra: {
      'xl/theme/theme1.xml': theme,
      'xl/comments1.xml': comment,
      'xl/drawings/vmlDrawing1.vml': vml,
      'xl/worksheets/_rels/sheet2.xml.rels': rels,
    },
  });
  const typed = (part: string, markup: string, end: string): void =>
    void (parts[part] = (parts[part] as string).replace(end, `${markup}${end}`));
  const type = 'application/vnd.openxmlformats-officedocument';
  typed('xl/_rels/workbook.xml.rels', `<Relationship Id="rIdTheme" Type="${REFS}/theme" Target="theme/theme1.xml"/>`, '</Relationships>');
  typed(
    '[Content_Types].xml',
    `<Default Extension="vml" ContentType="${type}.vmlDrawing"/><Override PartName="/xl/theme/theme1.xml" ContentType="${type}.theme+xml"/><Override PartName="/xl/comments1.xml" ContentType="${type}.spreadsheetml.comments+xml"/>`,
    '</Types>',
  );
  return zip(parts);
}
