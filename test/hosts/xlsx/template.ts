import { DECLARATION, MAIN, PACKAGE_RELS, REFS, zip } from '../../ooxml/package-builder';
import type { Parts } from '../../ooxml/package-builder';

const CONTENT = 'application/vnd.openxmlformats-officedocument';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';

const rels = (...items: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE_RELS}">${items.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type.startsWith('http') ? type : `${REFS}/${type}`}" Target="${target}"/>`).join('')}</Relationships>`;

const chart = (series: string): string =>
  `${DECLARATION}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${REFS}"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>` +
  `<c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>${series}</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>` +
  '<c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>';

const anchor = (row: number, content: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 9}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${content}<xdr:clientData/></xdr:twoCellAnchor>`;

const chartFrame = (id: string): string =>
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;

/** A red pixel. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, n) => (n * 7919 + (n >> 3) * 31) & 255);

const sheet1 =
  `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${REFS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">` +
  '<sheetPr codeName="Sheet1"><tabColor rgb="FF00B050"/></sheetPr><dimension ref="A1:C6"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/><cols><col min="1" max="1" width="20.5" customWidth="1"/></cols><sheetData>' +
  '<row r="1" spans="1:3" ht="30" customHeight="1" x14ac:dyDescent="0.2"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/><c r="C1" s="1"/></row>' +
  '<row r="2" spans="1:3"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="s"><v>3</v></c></row>' +
  '<row r="3"><c r="A3" t="s"><v>4</v></c><c r="B3" s="2"><v>12345.6</v></c><c r="C3"><f t="shared" ref="C3:C5" si="0">B3*2</f><v>24691.2</v></c></row>' +
  '<row r="4"><c r="A4" t="s"><v>5</v></c><c r="B4" s="2"><v>0.07</v></c><c r="C4"><f t="shared" si="0"/><v>0.14</v></c></row>' +
  '<row r="5" hidden="1"><c r="A5" t="inlineStr"><is><t>丙</t></is></c><c r="B5" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C5" t="e"><f t="shared" si="0"/><v>#DIV/0!</v></c></row>' +
  '<row r="6"><c r="A6" t="str"><f>A3&amp;"合计"</f><v>甲合计</v></c><c r="B6" t="b"><v>1</v></c><c r="C6" s="3"><v>42430</v></c></row></sheetData>' +
  '<sheetProtection algorithmName="SHA-512" hashValue="3xbK8ZP9Zg==" saltValue="c2FsdA==" spinCount="100000" sheet="1" objects="1" scenarios="1"/>' +
  '<autoFilter ref="A2:C6"/><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>' +
  '<conditionalFormatting sqref="B3:B6"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>100</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="A3:A6"><formula1>名单</formula1></dataValidation></dataValidations>' +
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId4"/><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter>' +
  '<rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId5"/></tableParts>' +
  `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${X14}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{00000000-000E-0000-0000-000001000000}"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>B3:B6</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>`;

const userVml =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>';

const styles =
  `${DECLARATION}<styleSheet xmlns="${MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">` +
  '<numFmts count="1"><numFmt numFmtId="176" formatCode="0.00_);[Red]\\(0.00\\)"/></numFmts><fonts count="2" x14ac:knownFonts="1"><font><sz val="11"/><name val="等线"/><charset val="134"/></font><font><b/><sz val="18"/><name val="黑体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="31" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>';

const strings =
  `${DECLARATION}<sst xmlns="${MAIN}" count="6" uniqueCount="6"><si><t>开发区指标表</t></si><si><r><rPr><b/><sz val="11"/></rPr><t>开发</t></r><r><t xml:space="preserve">区 </t></r></si><si><t>产值（万元）</t><rPh sb="0" eb="2"><t>chǎnzhí</t></rPh><phoneticPr fontId="1" type="noConversion"/></si>` +
  '<si><t>两倍</t></si><si><t xml:space="preserve">甲 </t></si><si><t>乙_x000D_</t></si></sst>';

export interface TemplateOptions {
  readonly macros?: boolean;
  readonly signed?: boolean;
}

/** A template with one of everything that officials put into workbooks, and that careless software loses. */
export function templateParts({ macros = false, signed = false }: TemplateOptions = {}): Parts {
  const main = macros ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' : `${CONTENT}.spreadsheetml.sheet.main+xml`;
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const workbookRels: (readonly [string, string, string])[] = [
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'worksheet', '/xl/worksheets/sheet2.xml'],
    ['rId3', 'worksheet', 'worksheets/sheet3.xml'],
    ['rId4', 'chartsheet', 'chartsheets/sheet1.xml'],
    ['rId5', 'theme', 'theme/theme1.xml'],
    ['rId6', 'styles', 'styles.xml'],
    ['rId7', 'sharedStrings', 'sharedStrings.xml'],
    ['rId8', 'calcChain', 'calcChain.xml'],
    ['rId9', 'customXml', '../customXml/item1.xml'],
    ['rId10', 'externalLink', 'externalLinks/externalLink1.xml'],
  ];
  if (macros) workbookRels.push(['rId11', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin']);
  return {
    '[Content_Types].xml':
      `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="${CONTENT}.spreadsheetml.printerSettings"/><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="vml" ContentType="${CONTENT}.vmlDrawing"/><Default Extension="xml" ContentType="application/xml"/>` +
      [
        override('xl/workbook.xml', main),
        ...[1, 2, 3].map((n) => override(`xl/worksheets/sheet${n}.xml`, `${CONTENT}.spreadsheetml.worksheet+xml`)),
        override('xl/chartsheets/sheet1.xml', `${CONTENT}.spreadsheetml.chartsheet+xml`),
        override('xl/theme/theme1.xml', `${CONTENT}.theme+xml`),
        override('xl/styles.xml', `${CONTENT}.spreadsheetml.styles+xml`),
        override('xl/sharedStrings.xml', `${CONTENT}.spreadsheetml.sharedStrings+xml`),
        override('xl/calcChain.xml', `${CONTENT}.spreadsheetml.calcChain+xml`),
        override('xl/externalLinks/externalLink1.xml', `${CONTENT}.spreadsheetml.externalLink+xml`),
        override('xl/drawings/drawing1.xml', `${CONTENT}.drawing+xml`),
        override('xl/drawings/drawing2.xml', `${CONTENT}.drawing+xml`),
        override('xl/charts/chart1.xml', `${CONTENT}.drawingml.chart+xml`),
        override('xl/charts/chart2.xml', `${CONTENT}.drawingml.chart+xml`),
        override('xl/tables/table1.xml', `${CONTENT}.spreadsheetml.table+xml`),
        override('xl/comments1.xml', `${CONTENT}.spreadsheetml.comments+xml`),
        override('docProps/app.xml', `${CONTENT}.extended-properties+xml`),
        override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
        ...(macros ? [override('xl/vbaProject.bin', 'application/vnd.ms-office.vbaProject')] : []),
      ].join('') +
      '</Types>',
    '_rels/.rels': rels(
      ['rId1', 'officeDocument', 'xl/workbook.xml'],
      ['rId2', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
      ['rId3', 'extended-properties', 'docProps/app.xml'],
    ),
    'docProps/app.xml': `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application><TitlesOfParts><vt:vector size="1" baseType="lpstr"><vt:lpstr>指标表</vt:lpstr></vt:vector></TitlesOfParts></Properties>`,
    'docProps/core.xml': `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>省商务厅</dc:creator></cp:coreProperties>`,
    'xl/workbook.xml':
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${REFS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr defaultThemeVersion="166925"/>` +
      `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath url="D:\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>` +
      '<workbookProtection workbookAlgorithmName="SHA-512" workbookHashValue="aGFzaA==" workbookSaltValue="c2FsdA==" workbookSpinCount="100000" lockStructure="1"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12000" firstSheet="0" activeTab="0"/></bookViews>' +
      '<sheets><sheet name="指标表" sheetId="1" r:id="rId1"/><sheet name="名单" sheetId="3" state="hidden" r:id="rId2"/><sheet name="深藏" sheetId="7" state="veryHidden" r:id="rId3"/><sheet name="图" sheetId="9" r:id="rId4"/></sheets>' +
      '<externalReferences><externalReference r:id="rId10"/></externalReferences><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">指标表!$A$2:$C$6</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">指标表!$1:$2</definedName><definedName name="名单">名单!$A$1:$A$3</definedName></definedNames>' +
      '<calcPr calcId="191029"/><extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>',
    'xl/_rels/workbook.xml.rels': rels(...workbookRels),
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': strings,
    'xl/theme/theme1.xml': theme(),
    'xl/calcChain.xml': `${DECLARATION}<calcChain xmlns="${MAIN}"><c r="C3" i="1"/><c r="C4"/><c r="B5"/><c r="A6"/></calcChain>`,
    'xl/worksheets/sheet1.xml': sheet1,
    'xl/worksheets/_rels/sheet1.xml.rels': rels(
      ['rId1', 'drawing', '../drawings/drawing1.xml'],
      ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['rId3', 'comments', '../comments1.xml'],
      ['rId4', 'printerSettings', '../printerSettings/printerSettings1.bin'],
      ['rId5', 'table', '../tables/table1.xml'],
    ),
    'xl/worksheets/sheet2.xml': `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>乙</t></is></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet3.xml': `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
    'xl/chartsheets/sheet1.xml': `${DECLARATION}<chartsheet xmlns="${MAIN}" xmlns:r="${REFS}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
    'xl/chartsheets/_rels/sheet1.xml.rels': rels(['rId1', 'drawing', '../drawings/drawing2.xml']),
    'xl/drawings/drawing1.xml':
      `${DECLARATION}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${REFS}">${anchor(1, chartFrame('rId1'))}` +
      anchor(
        12,
        '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="3" name="文本框 2"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>填报说明</a:t></a:r></a:p></xdr:txBody></xdr:sp>',
      ) +
      anchor(
        22,
        '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="4" name="徽标"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>',
      ) +
      '</xdr:wsDr>',
    'xl/drawings/_rels/drawing1.xml.rels': rels(['rId1', 'chart', '../charts/chart1.xml'], ['rId2', 'image', '../media/image1.png']),
    'xl/drawings/drawing2.xml': `${DECLARATION}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${REFS}"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/>${chartFrame('rId1')}<xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>`,
    'xl/drawings/_rels/drawing2.xml.rels': rels(['rId1', 'chart', '../charts/chart2.xml']),
    'xl/drawings/vmlDrawing1.vml': userVml,
    'xl/charts/chart1.xml': chart('指标表!$B$3:$B$4'),
    'xl/charts/chart2.xml': chart('指标表!$C$3:$C$4'),
    'xl/media/image1.png': PNG,
    'xl/tables/table1.xml': `${DECLARATION}<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="E30:F31" totalsRowShown="0"><autoFilter ref="E30:F31"/><tableColumns count="2"><tableColumn id="1" name="列1"/><tableColumn id="2" name="列2"/></tableColumns></table>`,
    'xl/comments1.xml': `${DECLARATION}<comments xmlns="${MAIN}"><authors><author>张三</author></authors><commentList><comment ref="A3" authorId="0"><text><t>请核对</t></text></comment></commentList></comments>`,
    'xl/printerSettings/printerSettings1.bin': noise(700),
    'xl/externalLinks/externalLink1.xml': `${DECLARATION}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${REFS}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames></externalBook></externalLink>`,
    'xl/externalLinks/_rels/externalLink1.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE_RELS}"><Relationship Id="rId1" Type="${REFS}/externalLinkPath" Target="去年.xlsx" TargetMode="External"/></Relationships>`,
    'customXml/item1.xml': '<root xmlns="urn:example:reporting"><unit>万元</unit></root>',
    'customXml/_rels/item1.xml.rels': rels(['rId1', 'customXmlProps', 'itemProps1.xml']),
    'customXml/itemProps1.xml':
      '<ds:datastoreItem ds:itemID="{11111111-2222-3333-4444-555555555555}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
    ...(macros ? { 'xl/vbaProject.bin': noise(4096) } : {}),
    ...(signed ? { '_xmlsignatures/sig1.xml': '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>' } : {}),
  };
}

export function template(options: TemplateOptions = {}): Uint8Array {
  return zip(templateParts(options));
}

function theme(): string {
  const colors = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']
    .map((name, n) => `<a:${name}><a:srgbClr val="${(n * 1118481).toString(16).padStart(6, '0')}"/></a:${name}>`)
    .join('');
  const font = '<a:latin typeface="等线"/><a:ea typeface=""/><a:cs typeface=""/>';
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  return `${DECLARATION}<a:theme xmlns:a="${DRAWING}/main" name="Office"><a:themeElements><a:clrScheme name="Office">${colors}</a:clrScheme><a:fontScheme name="Office"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln>${fill}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
