import { cellName } from '../../core/cell';
import type { SheetChart } from '../../core/plan';
import type { SheetLayout } from '../results/layout';
import { OBJECT, PROPERTY, RANGE, type Job } from './area-jobs';

const INK = '#404040';
const TITLE_SIZE = 12;
const TEXT_SIZE = 9;

/** Charts over the cells of their own sheet. */
export function* chartJobs({ plan: { charts = [] } }: SheetLayout): Generator<Job> {
  for (const chart of charts) {
    const bytes = RANGE * 3 + OBJECT * (8 + 4 * chart.series.length) + PROPERTY * (14 + 3 * chart.series.length) + 6 * chart.title.length;
    yield { bytes, queue: (sheet) => addChart(sheet, chart) };
  }
}

function addChart(sheet: Excel.Worksheet, { title, stacked, axes, zones: { area }, series, over }: SheetChart): void {
  const last = series.at(-1)!.area.right;
  // Names and series with what stands above them: Excel takes the one for the zones, the other for titles.
  const source = sheet.getRange(`${cellName(area.top - 1, area.left)}:${cellName(area.bottom, last)}`);
  const chart = sheet.charts.add(stacked ? 'BarStacked' : 'BarClustered', source, 'Columns');
  chart.setPosition(cellName(over.top, over.left), cellName(over.bottom, over.right));
  chart.title.text = title;
  chart.title.format.font.size = TITLE_SIZE;
  const { categoryAxis, valueAxis } = chart.axes;
  // The first zone at the top, the scale at the bottom.
  categoryAxis.reversePlotOrder = true;
  categoryAxis.position = 'Maximum';
  categoryAxis.tickLabelPosition = 'Low';
  categoryAxis.tickLabelSpacing = 1;
  categoryAxis.title.text = axes.zones;
  valueAxis.title.text = axes.values;
  for (const axis of [categoryAxis, valueAxis]) axis.format.font.size = TEXT_SIZE;
  chart.legend.visible = series.length > 1;
  chart.legend.position = 'Bottom';
  series.forEach(({ fill }, at) => {
    const one = chart.series.getItemAt(at);
    one.gapWidth = stacked ? 40 : 50;
    one.format.fill.setSolidColor(`#${fill.color}`);
    one.format.line.color = INK;
  });
}
