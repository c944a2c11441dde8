import { templatePlan } from '../../../src/core/template/template-plan';
import { inputTables } from '../../../src/core/template/input-tables';
import { packs, units } from '../../packs/built-in';

describe.each(packs.filter(({ from_workbook: stated }) => !stated).map((pack) => [pack.pack, pack] as const))('%s', (_, pack) => {
  const plan = templatePlan(pack, units, 2016);
  const tables = inputTables(pack, units, 2016);

  test('every cell to be filled in says what is expected, and can be typed into; headers cannot', () => {
    tables.forEach((table, at) => {
      const sheet = plan.sheets[at + 1]!;
      expect([sheet.name, sheet.guarded]).toEqual([sheet.name, true]);
      expect(sheet.entries!.map(({ column, top, bottom }) => [column, top, bottom])).toEqual(
        table.columns.map((__, column) => [column, sheet.head.length, sheet.head.length + sheet.bodyRows - 1]),
      );
      sheet.body.forEach(({ style }) => expect(plan.styles[style]!.unlocked).toBe(true));
      sheet.head.flat().forEach(({ style }) => expect(plan.styles[style!]!.unlocked).toBeUndefined());
    });
  });

  test('lists offer the pack’s own values, figures have the pack’s limits, and Excel takes all of it', () => {
    tables.forEach((table, at) =>
      table.columns.forEach((column, place) => {
        const { is, title, prompt } = plan.sheets[at + 1]!.entries![place]!;
        expect(title.length).toBeLessThanOrEqual(32);
        expect(prompt.length).toBeLessThanOrEqual(255);
        expect(prompt).toContain(column.required ? '必填' : '选填');
        if (is.kind === 'list') {
          expect(is.values).toEqual(column.values);
          expect(is.values.join(',').length).toBeLessThanOrEqual(255);
        } else if (column.kind === 'number') expect(is).toEqual({ kind: 'number', ...limits(column.atLeast, column.atMost) });
        else expect([column.kind, is.kind]).toEqual([column.kind, column.kind === 'date' ? 'date' : 'any']);
      }),
    );
  });

  test('the values of parameters and weights say what is expected; whoever adds rows there may', () => {
    const sheet = plan.sheets.at(-1)!;
    expect(sheet.guarded).toBeUndefined();
    expect(sheet.entries).toHaveLength(sheet.bodyRows);
    expect(new Set(sheet.entries!.map(({ column }) => column))).toEqual(new Set([2]));
  });
});

const limits = (least: number | undefined, most: number | undefined): object => ({
  ...(least !== undefined && { least }),
  ...(most !== undefined && { most }),
});
