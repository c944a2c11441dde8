import { sampleBytes, samples } from '../../../assets/samples/samples';
import type { Area } from '../../../src/core/cell';
import type { Plan, PlanCell, SheetChart, SheetPlan } from '../../../src/core/plan';
import { ADJUSTED, fillOf } from '../../../src/core/report/chart-sheet';
import { chartWords } from '../../../src/core/words/charts';
import { reportWords } from '../../../src/core/words/report';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { packOf } from '../../packs/built-in';
import { assessed } from '../../packs/run';

const plans = new Map<string, Promise<Plan>>();
/** The sample's result, assessed once. */
async function planOf(id: string): Promise<Plan> {
  const sample = samples.find(({ pack }) => pack === id)!;
  const made =
    plans.get(id) ??
    openXlsx(sampleBytes(sample))
      .read()
      .then((sheets) => assessed(packOf(id), sheets, sample.asOf).plan!);
  plans.set(id, made);
  return made;
}

const drawn = ({ sheets }: Plan): SheetPlan[] => sheets.filter(({ charts = [] }) => charts.length > 0);
const sheetOf = (plan: Plan, name: string): SheetPlan | undefined => plan.sheets.find((sheet) => sheet.name === name);
const cellAt = ({ head }: SheetPlan, row: number, column: number): PlanCell | undefined => head[row]?.[column];
const cells = (sheet: SheetPlan, { top, bottom, left }: Area): (PlanCell['value'] | undefined)[] =>
  Array.from({ length: bottom - top + 1 }, (_, at) => cellAt(sheet, top + at, left)?.value);

describe.each(samples.map(({ pack }) => pack))('%s', (id) => {
  it('each chart shows what stands in its cells, under what they are called, beside the names', async () => {
    for (const sheet of drawn(await planOf(id)))
      for (const { zones, series } of sheet.charts!) {
        expect(cells(sheet, zones.area)).toEqual(zones.values);
        for (const [at, { title, area, values }] of series.entries()) {
          expect([area.top, area.bottom, area.left]).toEqual([zones.area.top, zones.area.bottom, zones.area.left + 1 + at]);
          expect(cellAt(sheet, area.top - 1, area.left)?.value).toBe(title);
          expect(cells(sheet, area)).toEqual(Array.from(values, (value) => (Number.isNaN(value) ? null : value)));
        }
      }
  });

  it('charts cover empty rows alone, but for the words that are read where none is drawn', async () => {
    for (const sheet of drawn(await planOf(id)))
      for (const { over } of sheet.charts!) {
        const below = sheet.head.slice(over.top, over.bottom + 1).flat();
        expect(below.map(({ value }) => value)).toEqual([chartWords.below]);
        expect(over.right).toBe(sheet.widths.length - 1);
      }
  });

  it('parts come to the total that the ranking shows, of the same zones', async () => {
    const plan = await planOf(id);
    const sheet = sheetOf(plan, chartWords.composition);
    for (const chart of sheet?.charts ?? []) {
      const { bottom, top } = chart.zones.area;
      const last = chart.series.at(-1)!.area;
      const totals =
        chart.series.length === 1 ? cells(sheet!, last) : cells(sheet!, { ...last, left: last.left + 1, right: last.right + 1 });
      expect(totals).toHaveLength(bottom - top + 1);
      totals.forEach((total, at) => {
        const sum = chart.series.reduce((all, { values }) => all + (Number.isNaN(values[at]!) ? 0 : values[at]!), 0);
        expect(sum).toBeCloseTo(total as number, 6);
      });
      const ranking = plan.sheets.find(({ name, body }) => body.length > 0 && chart.title.startsWith(name))!;
      const header = ranking.head[ranking.repeatRows!.last]!.findIndex(({ value }) => String(value).startsWith(reportWords.total));
      chart.zones.values.forEach((name, at) => {
        const row = ranking.body[1]!.values.indexOf(name as never);
        expect([name, ranking.body[header]!.values[row]]).toEqual([name, totals[at]]);
      });
    }
  });
});

it('the samples have charts of scores; of last year where they have it', async () => {
  expect(drawn(await planOf('shandong-2016')).map(({ name }) => name)).toEqual([chartWords.composition, chartWords.earlier]);
  expect(drawn(await planOf('shaanxi-2015')).map(({ name }) => name)).toEqual([chartWords.composition]);
});

it('figures of both years are those of the findings', async () => {
  const plan = await planOf('guangdong-2016');
  const sheet = sheetOf(plan, chartWords.earlier)!;
  const matrix = sheetOf(plan, '占所在地市比重监测')!;
  const chart = sheet.charts!.find(({ title }) => title === '提高生产总值占所在地市比重')!;
  const at = matrix.head.at(-1)!.findIndex(({ value }) => value === chart.title);
  expect(at).toBeGreaterThan(0);
  chart.zones.values.forEach((name, row) => {
    const shown = String(matrix.body[at]!.values[matrix.body[0]!.values.indexOf(name as never)]);
    const [, value = ''] = /(-?[\d.]+)%/.exec(shown) ?? [];
    expect(chart.series[0]!.values[row]).toBeCloseTo(Number(value), (value.split('.')[1] ?? '').length);
  });
});

it('of more zones than a page holds the first are drawn, and it says so', async () => {
  const said = (sheet: SheetPlan): string[] => sheet.head.flat().map(({ value }) => String(value ?? ''));
  const sheet = sheetOf(await planOf('shandong-2016'), chartWords.composition)!;
  const [many, few] = sheet.charts!.map(({ zones }) => zones.values.length);
  expect(many).toBeGreaterThan(10);
  expect(said(sheet).filter((text) => text.includes('图中为前'))).toEqual([chartWords.first(many!, 19)]);
  expect(few).toBeLessThan(many!);
});

it('neighbours are told apart in a grey print', () => {
  const light = ({ color, hatch }: SheetChart['series'][number]['fill']): number => {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16));
    const own = red * 0.299 + green * 0.587 + blue * 0.114;
    // Half of a striped area is white.
    return hatch ? (own + 255) / 2 : own;
  };
  for (let at = 0; at < 12; at++) expect(Math.abs(light(fillOf(at)) - light(fillOf(at + 1)))).toBeGreaterThan(35);
  expect(ADJUSTED.hatch).toBeDefined();
});
