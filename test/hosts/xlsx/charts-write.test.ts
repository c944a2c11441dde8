import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { partText, plainWorkbook, unzip } from '../../ooxml/package-builder';
import { CHART, fullPlan, planOf, sheetPlan } from './sample-plan';
import { template } from './template';

async function written(before: Uint8Array, plan = fullPlan()): Promise<Uint8Array> {
  const file = openXlsx(before);
  await file.write(plan);
  return file.bytes();
}

const drawn = (bytes: Uint8Array): string[] =>
  Object.keys(unzip(bytes))
    .filter((part) => /charts|drawings/.test(part))
    .sort();

describe('a chart', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await written(plainWorkbook());
  });

  it('lies over its cells, by a drawing that the sheet points to before its notes', () => {
    expect(partText(bytes, 'xl/worksheets/sheet3.xml')).toMatch(/<\/rowBreaks><drawing r:id="rId3"\/><\/worksheet>$/);
    expect(partText(bytes, 'xl/worksheets/_rels/sheet3.xml.rels')).toContain('Target="/xl/drawings/drawing1.xml"');
    expect(partText(bytes, 'xl/drawings/drawing1.xml')).toContain(
      '<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row><xdr:rowOff>38100</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>21</xdr:row>',
    );
    expect(partText(bytes, 'xl/drawings/_rels/drawing1.xml.rels')).toContain('Target="/xl/charts/chart1.xml"');
  });

  it('names its cells, and brings what stands in them for programs that do not look', () => {
    const chart = partText(bytes, 'xl/charts/chart1.xml');
    expect([...chart.matchAll(/<c:f>(.*?)<\/c:f>/g)].map(([, range]) => range)).toEqual([
      "'得分明细'!$B$1",
      "'得分明细'!$A$2:$A$3",
      "'得分明细'!$B$2:$B$3",
      "'得分明细'!$C$1",
      "'得分明细'!$A$2:$A$3",
      "'得分明细'!$C$2:$C$3",
    ]);
    // An empty cell is no zero.
    expect(chart).toContain('<c:ptCount val="2"/><c:pt idx="0"><c:v>4.5</c:v></c:pt></c:numCache>');
    expect(chart).toContain('<a:t>得分&lt;构成&gt;</a:t>');
    expect(chart).toContain('<a:ea typeface="宋体"/>');
    expect(chart).toContain('<a:pattFill prst="wdUpDiag">');
  });

  it('begins new pages where the plan does', () => {
    expect(partText(bytes, 'xl/worksheets/sheet3.xml')).toContain(
      '<rowBreaks count="2" manualBreakCount="2"><brk id="4" max="16383" man="1"/><brk id="21" max="16383" man="1"/></rowBreaks>',
    );
  });

  it('names the sheet as it is called in the workbook', async () => {
    const taken = openXlsx(await written(plainWorkbook(), planOf(sheetPlan({ name: '别的' }))));
    await taken.write(planOf(sheetPlan({ name: '数据', head: [[{ value: '指标', style: 0 }]], charts: [CHART] })));
    expect(partText(taken.bytes(), 'xl/charts/chart1.xml')).toContain("<c:f>'数据（考评）'!$B$2:$B$3</c:f>");
  });
});

it('a second write leaves one of each, clearing none; charts of the person stay as they are', async () => {
  const before = template();
  const once = await written(before);
  expect(drawn(once).filter((part) => !drawn(before).includes(part))).toHaveLength(4);
  const again = await written(once);
  expect(drawn(again)).toEqual(drawn(once));
  const file = openXlsx(again);
  await file.clear();
  expect(drawn(file.bytes())).toEqual(drawn(before));
  for (const part of drawn(before)) expect(Buffer.compare(unzip(file.bytes())[part]!, unzip(before)[part]!)).toBe(0);
});
