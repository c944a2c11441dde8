import { performance } from 'node:perf_hooks';
import { assess } from '../../src/core/assess';
import { loadPack } from '../../src/core/pack/load';
import type { Plan } from '../../src/core/plan';
import { createUnits } from '../../src/core/units/units';
import { openExcel } from '../../src/hosts/excel/open-excel';
import { ResultCells } from '../../src/hosts/excel/result-cells';
import { layOut } from '../../src/hosts/results/layout';
import { unitData } from '../../src/packs';
import { ExcelHost } from '../excel-host/host';
import { startExcel } from '../excel-host/hostbridge';
import { bookOfGrids } from '../hosts/excel/book-of-grids';
import { provinceGrid, provincePack } from './province';

/**
 * What one click costs on the wire between the add-in and Excel, through Microsoft's own client, next to a writer that sets value, fill,
 * font and border cell by cell. Printed as a Markdown table; nothing is asserted.
 */
const units = createUnits(unitData);
const { pack, problems } = loadPack(provincePack(), 'bench', units);
if (!pack) throw new Error(problems.map(({ message }) => message).join('\n'));
/** The cell-by-cell writer stops here and is scaled up: at a kilobyte a cell it would fill the memory. */
const CELL_BY_CELL = 10_000;

interface Cost {
  readonly requests: number;
  readonly sent: number;
  readonly received: number;
  readonly ms: number;
}

const count = new Intl.NumberFormat('en-US');
const line = (name: string, { requests, sent, received, ms }: Cost, cells: number): string =>
  `| ${name} | ${requests} | ${count.format(Math.round(sent))} | ${count.format(Math.round(received))} | ${(sent / cells).toFixed(1)} | ${count.format(Math.round(ms))} |`;

function startHost(zones: number): ExcelHost {
  const host = new ExcelHost(bookOfGrids([{ name: '指标数据', grid: provinceGrid(zones), hidden: false, owned: false }]), {
    requirementSet: '1.18',
  });
  startExcel(host);
  return host;
}

async function measured<T>(host: ExcelHost, work: () => Promise<T>): Promise<{ cost: Cost; value: T }> {
  const before = host.requests.length;
  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  const made = host.requests.slice(before);
  const failed = made.find(({ error }) => error !== undefined);
  if (failed) process.stderr.write(`${failed.error}: ${failed.bytes} bytes\n`);
  return {
    value,
    cost: {
      requests: made.length,
      sent: made.reduce((sum, { bytes }) => sum + bytes, 0),
      received: made.reduce((sum, { answerBytes }) => sum + answerBytes, 0),
      ms,
    },
  };
}

/** Cells that hold something or look like something. */
function cellsOf(plan: Plan): number {
  return plan.sheets.reduce((sum, sheet) => {
    const head = [...sheet.head, ...sheet.foot].reduce((most, row) => most + row.length, 0);
    return sum + head + sheet.body.length * sheet.bodyRows;
  }, 0);
}

async function cellByCell(host: ExcelHost, plan: Plan): Promise<{ cost: Cost; cells: number }> {
  let cells = 0;
  const { cost } = await measured(host, () =>
    Excel.run(async (context) => {
      let queued = 0;
      for (const sheet of plan.sheets) {
        const target = context.workbook.worksheets.add(`格${plan.sheets.indexOf(sheet)}`);
        const source = new ResultCells(layOut(sheet, plan.styles.length), (formula) => formula);
        const styles = new Int32Array(source.columns);
        for (let row = 0; row < source.rows && cells < CELL_BY_CELL; row++) {
          const entries = source.entries(row);
          source.styles(row, styles);
          for (const [column, entry] of entries.entries()) {
            const style = plan.styles[styles[column]!];
            if (entry === '' && !style) continue;
            const cell = target.getCell(row, column);
            cell.values = [[entry]];
            if (style?.fill !== undefined) cell.format.fill.color = `#${style.fill}`;
            if (style?.color !== undefined) cell.format.font.color = `#${style.color}`;
            if (style?.bold) cell.format.font.bold = true;
            if (style?.border)
              for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const)
                cell.format.borders.getItem(side).style = 'Continuous';
            cells++;
            if (++queued >= 1000) {
              await context.sync();
              queued = 0;
            }
          }
        }
      }
    }),
  );
  return { cost, cells };
}

async function bench(zones: number): Promise<void> {
  const host = startHost(zones);
  const port = await openExcel();
  await port.recall('bench');
  const read = await measured(host, () => port.read());
  const { plan } = assess({ pack: pack!, units, sheets: read.value, asOf: '2017-03-01', at: '2017-03-01T00:00:00.000Z', fingerprint: '0' });
  if (!plan) throw new Error('no plan');
  const written = await measured(host, () => port.write(plan));
  const again = await measured(host, async () =>
    port.write(
      assess({ pack: pack!, units, sheets: await port.read(), asOf: '2017-03-01', at: '2017-03-02T00:00:00.000Z', fingerprint: '0' }).plan!,
    ),
  );
  const cells = cellsOf(plan);
  const single = await cellByCell(startHost(zones), plan);
  const scaled: Cost = {
    requests: Math.ceil((single.cost.requests * cells) / single.cells),
    sent: (single.cost.sent * cells) / single.cells,
    received: (single.cost.received * cells) / single.cells,
    ms: (single.cost.ms * cells) / single.cells,
  };
  const bytes = (cost: Cost): string => (scaled.sent / cost.sent).toFixed(0);
  process.stdout.write(
    [
      `\n${count.format(zones)} zones × 60 indicators, ${plan.sheets.length} result sheets, ${count.format(cells)} result cells\n`,
      '| | requests | bytes sent | bytes received | sent per result cell | ms |',
      '|---|---|---|---|---|---|',
      line('read', read.cost, cells),
      line('write', written.cost, cells),
      line('read and write again over the first results', again.cost, cells),
      line(`cell by cell (${count.format(single.cells)} cells, scaled)`, scaled, cells),
      `\nbytes: ${bytes(written.cost)} times fewer; requests: ${(scaled.requests / written.cost.requests).toFixed(0)} times fewer\n`,
    ].join('\n'),
  );
}

const sizes = process.argv.slice(2).map(Number);
async function main(): Promise<void> {
  for (const zones of sizes.length > 0 ? sizes : [300, 3000]) await bench(zones);
}
void main();
