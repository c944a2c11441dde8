import { areaName, cellName, quoteSheet } from '../../core/cell';
import type { SeriesFill, SheetChart } from '../../core/plan';
import { fileWords } from '../../ooxml/words';
import { drawingNamespaces, type Dialect } from '../../ooxml/xml/namespaces';
import { escapeXml } from '../../ooxml/xml/xml-text';
import { absolute } from '../results/layout';

/** A chart begins so far below the edge of its first row, so that none peeps onto the page before; in English Metric Units, of which a point has 12,700. */
const BELOW = 38_100;
const [ZONES, VALUES] = [111, 112];
const INK = '404040';
const LINES = 'BFBFBF';
/** Hundredths of a point. */
const SIZE = { title: 1200, text: 900 } as const;

const rgb = (color: string): string => (/^[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : '000000');
const solid = (color: string): string => `<a:solidFill><a:srgbClr val="${rgb(color)}"/></a:solidFill>`;
const line = (color: string): string => `<a:ln w="6350">${solid(color)}</a:ln>`;

/** Where the charts of a sheet lie. @param ids of the relationships to their parts, in their order */
export function drawingXml(dialect: Dialect, charts: readonly SheetChart[], ids: readonly string[]): string {
  const ns = drawingNamespaces(dialect);
  const corner = (name: 'from' | 'to', column: number, row: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${name === 'from' ? BELOW : 0}</xdr:rowOff></xdr:${name}>`;
  const anchors = charts.map(
    ({ over, title }, n) =>
      `<xdr:twoCellAnchor>${corner('from', over.left, over.top)}${corner('to', over.right + 1, over.bottom + 1)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${n + 2}" name="${escapeXml(title)}" descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${ns.chart}"><c:chart xmlns:c="${ns.chart}" xmlns:r="${dialect.references}" r:id="${ids[n]!}"/></a:graphicData></a:graphic>` +
      '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${ns.sheetDrawing}" xmlns:a="${ns.drawing}">${anchors.join('')}</xdr:wsDr>`;
}

/** Lying bars over cells of a sheet. @param sheet its name in the workbook */
export function chartXml(dialect: Dialect, chart: SheetChart, sheet: string): string {
  const ns = drawingNamespaces(dialect);
  const { series, stacked, axes } = chart;
  const bars = [
    `<c:barChart><c:barDir val="bar"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>`,
    ...series.map((_, at) => seriesXml(chart, sheet, at)),
    `<c:gapWidth val="${stacked ? 40 : 50}"/>${stacked ? '<c:overlap val="100"/>' : ''}<c:axId val="${ZONES}"/><c:axId val="${VALUES}"/></c:barChart>`,
  ];
  const legend = series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>` : '';
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${ns.chart}" xmlns:a="${ns.drawing}" xmlns:r="${dialect.references}">` +
    `<c:roundedCorners val="0"/><c:chart>${titleXml(chart.title, SIZE.title, true)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${bars.join('')}${zonesAxis(axes.zones)}${valuesAxis(axes.values)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${solid('FFFFFF')}${line(LINES)}</c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${SIZE.text}">${face()}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr></c:chartSpace>`
  );
}

const face = (): string => `${solid(INK)}<a:latin typeface="${fileWords.defaultFont}"/><a:ea typeface="${fileWords.defaultFont}"/>`;

function titleXml(text: string, size: number, bold: boolean, turned = false): string {
  const body = turned ? '<a:bodyPr rot="-5400000" vert="horz"/>' : '<a:bodyPr/>';
  const run = `sz="${size}" b="${bold ? 1 : 0}"`;
  return (
    `<c:title><c:tx><c:rich>${body}<a:lstStyle/><a:p><a:pPr><a:defRPr ${run}>${face()}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr lang="zh-CN" ${run}>${face()}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

function seriesXml({ zones, series, format }: SheetChart, sheet: string, at: number): string {
  const { title, area, values, fill } = series[at]!;
  const cell = cellName(area.top - 1, area.left);
  const points = Array.from(values, (value, n) => (Number.isFinite(value) ? `<c:pt idx="${n}"><c:v>${value}</c:v></c:pt>` : ''));
  const names = zones.values.map((name, n) => `<c:pt idx="${n}"><c:v>${escapeXml(name)}</c:v></c:pt>`);
  return (
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>` +
    `<c:tx><c:strRef><c:f>${reference(sheet, cell)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(title)}</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
    `<c:spPr>${fillXml(fill)}${line(INK)}</c:spPr><c:invertIfNegative val="0"/>` +
    `<c:cat><c:strRef><c:f>${reference(sheet, areaName(zones.area))}</c:f><c:strCache><c:ptCount val="${names.length}"/>${names.join('')}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${reference(sheet, areaName(area))}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache></c:numRef></c:val></c:ser>`
  );
}

const reference = (sheet: string, range: string): string => escapeXml(`${quoteSheet(sheet)}!${absolute(range)}`);

const HATCHES = { up: 'wdUpDiag', down: 'wdDnDiag' } as const;

function fillXml({ color, hatch }: SeriesFill): string {
  if (!hatch) return solid(color);
  return `<a:pattFill prst="${HATCHES[hatch]}"><a:fgClr><a:srgbClr val="${rgb(color)}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`;
}

/** The first zone stands at the top, and every name is shown. */
function zonesAxis(title: string): string {
  return (
    `<c:catAx><c:axId val="${ZONES}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>${titleXml(title, SIZE.text, false, true)}` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${line(INK)}</c:spPr>` +
    `<c:crossAx val="${VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

/** At the bottom, which is where the last zone is. */
function valuesAxis(title: string): string {
  return (
    `<c:valAx><c:axId val="${VALUES}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr>${line(LINES)}</c:spPr></c:majorGridlines>${titleXml(title, SIZE.text, false)}` +
    `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${line(INK)}</c:spPr>` +
    `<c:crossAx val="${ZONES}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>`
  );
}
