import { assess } from '../../../src/core/assess';
import { ownParts } from '../../../src/core/own-parts';
import type { SheetGrid } from '../../../src/core/grid';
import { columnsOf } from '../../../src/core/pack/references';
import { readingWords, tableSpecs } from '../../../src/core/pack/table-specs';
import { readTables } from '../../../src/core/table/read-tables';
import { templatePlan } from '../../../src/core/template/template-plan';
import { packs, units } from '../../packs/built-in';
import { fillings, gridOfPlan } from './filled';

const YEAR = 2016;

describe.each(packs.map((pack) => [pack.pack, pack] as const))('template of %s', (_, pack) => {
  const plan = templatePlan(pack, units, YEAR);
  const typed = fillings(pack, plan);
  const filled = plan.sheets.map((sheet) => gridOfPlan(sheet, typed));
  const known = units.with(pack.units);

  it('is read with every table and every column found, and none in doubt', () => {
    const { tables, problems } = readTables(tableSpecs(pack), filled, known, readingWords(pack));
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    for (const table of Object.keys(pack.tables)) {
      const read = tables.get(table);
      expect([table, read?.sheet]).toEqual([table, pack.tables[table]!.sheet[0]]);
      expect([table, [...(read?.columns.keys() ?? [])].sort()]).toEqual([table, Object.keys(columnsOf(pack, table)).sort()]);
      expect([table, [...(read?.ambiguous ?? [])], read?.unmatched]).toEqual([table, [], []]);
      expect(read!.confidence).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('every typed value is what was read', () => {
    const { tables } = readTables(tableSpecs(pack), filled, known, readingWords(pack));
    for (const [table, read] of tables)
      for (const [key, column] of read.columns) {
        const missing = [...column.missing].map(([row, why]) => `${table}.${key} ${row}: ${why}`);
        expect(missing).toEqual([]);
      }
  });

  const toldOf = (sheets: readonly SheetGrid[]): string[] =>
    readTables(tableSpecs(pack), sheets, known, readingWords(pack))
      .problems.filter(({ severity }) => severity !== 'info')
      .map(({ code, sheet }) => `${code} ${sheet}`);
  const main = pack.tables[pack.main_table]!.sheet[0]!;
  const asked = Object.values(pack.rules).flatMap((rule) => (rule.kind === 'checklist' ? [pack.tables[rule.table]!.sheet[0]!] : []));
  const unanswered = [...new Set(asked)].map((sheet) => `required-blank ${sheet}`);

  it('with the main table alone filled in, nothing but the unanswered questions is asked for', () => {
    const typedThere = typed.filter((cell) => cell.sheet === main);
    expect(toldOf(plan.sheets.map((sheet) => gridOfPlan(sheet, typedThere)))).toEqual(unanswered);
  });

  it('blank, rows of the main table are asked for besides', () => {
    expect(toldOf(plan.sheets.map((sheet) => gridOfPlan(sheet)))).toEqual([`no-data-rows ${main}`, ...unanswered]);
  });

  it('says what every column is, with its unit and clause, and which must be filled in', () => {
    const guide = gridOfPlan(plan.sheets[0]!).grid;
    const rows = Array.from({ length: guide.rows }, (_, row) =>
      Array.from({ length: 6 }, (_, column) => guide.text(row, column)).join(' '),
    );
    for (const { columns, sheet } of Object.values(pack.tables))
      for (const { header, required, unit, form_unit: proposed } of Object.values(columns)) {
        const shown = unit === 'from_header' ? proposed : unit === '比值' ? '' : unit;
        const line = rows.find((row) => row.startsWith(`${sheet[0]} `) && row.includes(`栏：${header[0]} ${shown ?? ''} `));
        expect([header[0], line?.includes(required ? '必填' : '')]).toEqual([header[0], true]);
      }
    expect(rows[0]).toContain(`${YEAR}年度`);
  });

  it('is of the year given, and nothing blocks', () => {
    const { result, checked } = assess({
      pack,
      units,
      sheets: filled,
      asOf: '2017-06-01',
      at: '2017-06-01T08:00:00.000Z',
      fingerprint: '0',
      packOf: (id) => packs.find((one) => one.pack === id),
      own: ownParts,
    });
    expect(checked.dataYear).toMatchObject({ year: YEAR, doubt: undefined });
    expect(result.problems.filter(({ severity }) => severity === 'block')).toEqual([]);
  });
});
