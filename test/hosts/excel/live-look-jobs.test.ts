import { fullPlan } from '../xlsx/sample-plan';
import { opened } from './session';

it('looks are conditional formats, once each however often the result is written, and gone when it is cleared', async () => {
  const { port, book } = await opened();
  for (const click of [1, 2]) {
    await port.write(fullPlan());
    const formats = book
      .sheet('综合排名')
      .conditionalFormats.map(({ type, area: { top, left }, values }) => [type, top, left, Object.fromEntries(values)]);
    expect({ click, formats }).toEqual({
      click,
      formats: [
        [
          'DataBar',
          3,
          2,
          {
            'DataBar.PositiveFormat.FillColor': '#9DC3E6',
            'DataBar.PositiveFormat.GradientFill': false,
            'DataBar.LowerBoundRule': { type: 'Number', formula: '0' },
            'DataBar.UpperBoundRule': { type: 'Number', formula: '100' },
          },
        ],
        [
          'CellValue',
          3,
          0,
          {
            'CellValue.Rule': { formula1: '=1', operator: 'EqualTo' },
            'CellValue.Format.Font.Color': '#9C0006',
            'CellValue.Format.Fill.Color': '#FFC7CE',
          },
        ],
        ...[5, 3].map((row) => [
          'PresetCriteria',
          row,
          2,
          {
            'Preset.Rule': { criterion: 'Blanks' },
            'Preset.Format.Font.Color': '#9C0006',
            'Preset.Format.Fill.Color': '#FFC7CE',
          },
        ]),
      ],
    });
  }
  await port.clear();
  expect(book.sheets.flatMap(({ conditionalFormats }) => conditionalFormats)).toEqual([]);
});
