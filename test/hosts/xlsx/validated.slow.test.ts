import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleBytes, samples } from '../../../assets/samples/samples';
import { assess } from '../../../src/core/assess';
import { handOut } from '../../../src/core/hand-out/hand-out';
import { ownParts } from '../../../src/core/own-parts';
import { loadPack } from '../../../src/core/pack/load';
import { formsOf } from '../../../src/core/result-form/forms';
import type { Pack } from '../../../src/core/pack/schema';
import type { SheetGrid } from '../../../src/core/grid';
import type { Plan } from '../../../src/core/plan';
import { methodSheets } from '../../../src/core/own-method/method-template';
import { Gathering } from '../../../src/core/gather/gathering';
import { templatePlan } from '../../../src/core/template/template-plan';
import { bookOfPlan } from '../../../src/hosts/old-files/book-of-plan';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { provinceGrid, provincePack } from '../../bench/province';
import { filledForm } from '../../cli/forms';
import { packOf, units } from '../../packs/built-in';
import { plainWorkbook, sheetOf, workbook } from '../../ooxml/package-builder';
import type { OfficeVersion, Written } from '../../ooxml/validator';
import { newFaults, validated, validatorProgram } from '../../ooxml/validator';
import { fullPlan } from './sample-plan';
import { template } from './template';

const VERSIONS: readonly OfficeVersion[] = ['Office2019', 'Microsoft365'];
const NO_ROWS = { headers: [], rows: [] };
const AT = '2024-03-01T00:00:00Z';

function planFor(sheets: readonly SheetGrid[], pack: Pack, asOf: string): Plan {
  const { plan, result } = assess({ pack, units, sheets, asOf, at: AT, fingerprint: '', packOf, own: ownParts, forms: formsOf, handOut });
  if (!plan) throw new Error(JSON.stringify(result.problems));
  return plan;
}

/** The workbook with results, with results written twice, and cleared again. */
async function written(name: string, before: Uint8Array, plan: Plan): Promise<Written[]> {
  const file = openXlsx(before);
  await file.write(plan);
  await file.remember('zone-assessor.pane', '{"format":"一份<工作簿>"}');
  const scored = file.bytes();
  await file.write({ ...plan, sheets: plan.sheets.slice(0, 1) });
  const rerun = file.bytes();
  await file.clear();
  return [
    { name: `${name}, scored`, before, after: scored },
    { name: `${name}, rerun`, before, after: rerun },
    { name: `${name}, cleared`, before, after: file.bytes() },
  ];
}

validated(
  'all samples, scored, rerun and cleared',
  async () => {
    const all: Written[] = [];
    for (const sample of samples) {
      const bytes = sampleBytes(sample);
      const plan = planFor(await openXlsx(bytes).read(), packOf(sample.pack), sample.asOf);
      all.push(...(await written(sample.pack, bytes, plan)));
    }
    expect(await newFaults(all, VERSIONS)).toEqual([]);
  },
  600_000,
);

validated(
  'a workbook whose results go into the department’s own forms',
  async () => {
    const bytes = new Uint8Array(readFileSync(join(__dirname, '..', '..', 'data', 'result-forms', 'shandong-2016.xlsx')));
    const plan = planFor(await openXlsx(bytes).read(), packOf('shandong-2016'), '2017-03-31');
    expect(plan.sheets.filter(({ copied }) => copied)).toHaveLength(3);
    expect(await newFaults(await written('forms', bytes, plan), VERSIONS)).toEqual([]);
  },
  600_000,
);

validated(
  'templates with everything in them, and a workbook without a style sheet',
  async () => {
    const all: Written[] = [];
    for (const [name, bytes] of [
      ['template', template()],
      ['template with macros', template({ macros: true })],
      ['template with a signature', template({ signed: true })],
      ['plain', plainWorkbook()],
    ] as const)
      all.push(...(await written(name, bytes, fullPlan())));
    expect(await newFaults(all, VERSIONS)).toEqual([]);
  },
  600_000,
);

validated(
  'blank forms of all packs: new workbooks, inserted beside others, and inserted beside results that are cleared afterwards',
  async () => {
    const all: Written[] = [];
    for (const { pack } of samples) {
      const form = templatePlan(packOf(pack), units, 2016);
      all.push({ name: `${pack}, new`, before: plainWorkbook(), after: bookOfPlan(form) });
      const method = methodSheets(packOf(pack), units, { system: NO_ROWS, rules: NO_ROWS });
      all.push({ name: `${pack}, its method`, before: plainWorkbook(), after: bookOfPlan(method) });
      for (const [name, before] of [
        ['template', template()],
        ['plain', plainWorkbook()],
      ] as const) {
        const file = openXlsx(before);
        await file.write(fullPlan());
        await file.insert(form);
        all.push({ name: `${pack}, inserted into ${name}`, before, after: file.bytes() });
        await file.clear();
        all.push({ name: `${pack}, inserted into ${name}, cleared`, before, after: file.bytes() });
      }
    }
    expect(await newFaults(all, VERSIONS)).toEqual([]);
  },
  600_000,
);

validated(
  'forms of one zone, and what becomes of several that differ',
  async () => {
    const pack = packOf('jilin-2016');
    const gathering = new Gathering(pack, units);
    const all: Written[] = [];
    for (const [zone, output] of [
      ['青石经济开发区', 1],
      ['青石经济开发区', 2],
      ['白云经济开发区', 3],
    ] as const) {
      const form = filledForm(pack, { zone, figures: { level: '省级', leading_output: output } });
      all.push({ name: zone, before: plainWorkbook(), after: form });
      gathering.add({ name: `${zone}${output}`, sheets: await openXlsx(form).read() });
    }
    const { plan } = gathering.finish({ register: ['长岭经济开发区'] });
    all.push({ name: 'gathered', before: plainWorkbook(), after: bookOfPlan(plan!) });
    expect(plan!.sheets.map(({ name }) => name)).toEqual(['收表回执', '数据冲突', '催报名单', '指标数据']);
    expect(await newFaults(all, VERSIONS)).toEqual([]);
  },
  600_000,
);

validated(
  'edited cells, with results and without',
  async () => {
    const all: Written[] = [];
    for (const [name, before, sheet] of [
      ['template', template(), '指标表'],
      ['plain', plainWorkbook(), '数据'],
    ] as const) {
      const file = openXlsx(before);
      const edit = (): void =>
        file.edit([
          {
            sheet,
            cells: [
              { kind: 'value', row: 2, column: 1, value: 1, numberFormat: '0.0"吨"' },
              { kind: 'value', row: 8, column: 3, value: '=新', numberFormat: '@' },
              { kind: 'value', row: 3, column: 0, value: null },
              { kind: 'formula', row: 9, column: 1, value: 3, formula: 'LET(x,1,x+B3)' },
            ],
          },
        ]);
      edit();
      all.push({ name: `${name}, edited`, before, after: file.bytes() });
      await file.write(fullPlan());
      edit();
      all.push({ name: `${name}, scored and edited`, before, after: file.bytes() });
      await file.clear();
      all.push({ name: `${name}, edited and cleared`, before, after: file.bytes() });
    }
    expect(await newFaults(all, VERSIONS)).toEqual([]);
  },
  600_000,
);

validated(
  '3,000 zones',
  async () => {
    const name = '指标数据';
    const plan = planFor(
      [{ name, grid: provinceGrid(3000), hidden: false, owned: false }],
      loadPack(provincePack(), 'province.yaml', units).pack!,
      '2024-03-01',
    );
    // Their figures were nobody's to write: the workbook has the sheet alone.
    const [scored] = await written('3,000 zones', workbook({ sheets: [{ name, xml: sheetOf([['开发区']]) }] }), plan);
    expect(await newFaults([scored!], VERSIONS)).toEqual([]);
  },
  600_000,
);

validated('finds faults, and only those that were not there before', async () => {
  const broken = readFileSync(join(__dirname, '../../data/packages/sheet-id-4294967294.xlsx'));
  expect(await newFaults([{ name: 'kept', before: broken, after: broken }], ['Microsoft365'])).toEqual([]);
  const faults = await newFaults([{ name: 'new', before: plainWorkbook(), after: broken }], ['Microsoft365']);
  expect(faults).toEqual([expect.stringMatching(/^new \(Microsoft365\) \/xl\/workbook\.xml .*sheetId/)]);
});

it('fails in plain words where the validator is not installed', () => {
  const missing = (id: string): string => {
    throw new Error(`Cannot find module '${id}'`);
  };
  expect(() => validatorProgram(missing, 'linux-x64')).toThrow(/validator is missing.*npm ci/);
});
