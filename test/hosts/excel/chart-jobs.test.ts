import { fullPlan } from '../xlsx/sample-plan';
import { opened, refusalOf } from './session';

it('a chart is told its cells, titles and fills; writing again leaves it once, and clearing not at all', async () => {
  const { port, book } = await opened();
  for (const click of [1, 2]) {
    await port.write(fullPlan());
    const sheet = book.sheet('得分明细');
    expect({ click, charts: sheet.charts.length, breaks: sheet.pageBreaks }).toEqual({ click, charts: 1, breaks: [4, 21] });
    expect(Object.fromEntries(sheet.chartValues.get('Chart 1')!)).toMatchObject({
      Add: expect.stringMatching(/^BarStacked .*A1:C3 Columns$/),
      Position: 'A6:C21',
      'Title.Text': '得分<构成>',
      'Axes.CategoryAxis.Title.Text': '指标',
      'Axes.CategoryAxis.ReversePlotOrder': true,
      'Axes.ValueAxis.Title.Text': '分',
      'Legend.Visible': true,
      'Series.0.Format.Fill.SolidColor': '#1F4E79',
      'Series.1.Format.Fill.SolidColor': '#2E75B6',
    });
  }
  await port.clear();
  expect(book.sheets.flatMap(({ charts }) => charts)).toEqual([]);
});

it('a chart of ours is nothing that a person has added; one more is', async () => {
  const { port, book } = await opened();
  await port.write(fullPlan());
  await port.read();
  await port.write(fullPlan());
  await port.read();
  book.sheet('得分明细').charts.push('图表 9');
  expect((await refusalOf(port.write(fullPlan()))).message).toContain('“得分明细”（图表 1 个）');
});
