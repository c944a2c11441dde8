import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../../src/core/assess';
import { gridOf, type SheetGrid } from '../../../src/core/grid';
import { ownParts } from '../../../src/core/own-parts';
import { methodSheets, methodTemplate, type MethodExample } from '../../../src/core/own-method/method-template';
import { workbookMethod } from '../../../src/core/own-method/workbook-method';
import { loadPack } from '../../../src/core/pack/load';
import { listSheet } from '../../../src/core/pack/method-sheets';
import type { Pack } from '../../../src/core/pack/schema';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import ownPack from '../../../src/packs/own-method.yaml';
import { packs, sharedWords, units } from '../../packs/built-in';
import { gridOfPlan } from '../template/filled';
import { example } from './example';

const filled: MethodExample = example;
const own = loadPack(ownPack, 'own-method.yaml', units, sharedWords).pack!;
const gridsOf = (plan: ReturnType<typeof methodSheets>): SheetGrid[] => plan.sheets.map((sheet) => gridOfPlan(sheet));

function totals(pack: Pack, sheets: readonly SheetGrid[]) {
  const stated = workbookMethod(pack, sheets, units, sharedWords);
  const { result } = assess({
    ...{ pack: stated.pack, packProblems: stated.problems, units, sheets, own: ownParts },
    ...{ asOf: '2017-03-31', at: '2017-03-31T00:00:00Z', fingerprint: '' },
  });
  return {
    blocks: result.problems.filter(({ severity }) => severity === 'block').map(({ message }) => message),
    rankings: result.rankings
      .filter(({ standard }) => standard === null)
      .map(({ id, rows }) => [
        id,
        rows.map(({ subject, total, rank }) => [subject, total === null ? null : Number(total.toFixed(9)), rank]),
      ]),
  };
}

describe.each(packs.map((pack) => [pack.pack, pack] as const))('%s', (id, pack) => {
  test('its list, inserted as it is, changes no score', async () => {
    const bytes = readFileSync(join(__dirname, '../../../assets/samples', `${id}.xlsx`));
    const all = await openXlsx(new Uint8Array(bytes)).read();
    const sheets = all.filter((sheet) => sheet !== listSheet(pack, all));
    const inserted = gridsOf(methodSheets(pack, units, filled));
    expect(inserted.map(({ name }) => name)).toEqual(['指标体系']);
    const before = totals(pack, sheets);
    const after = totals(pack, [...sheets, ...inserted]);
    expect(after.blocks).toEqual([]);
    expect(after.rankings).toEqual(before.rankings);
  });
});

describe('自定办法', () => {
  test('the filled sheets state the method of which the template asks the tables', () => {
    const [system, rules] = gridsOf(methodSheets(own, units, filled));
    expect([system!.name, rules!.name]).toEqual(['指标体系', '考评规则']);
    expect(workbookMethod(own, [system!, rules!], units, sharedWords).problems).toEqual([]);
    const whole = methodTemplate(own, [], units, sharedWords, filled, 2024).sheets.map(({ name }) => name);
    expect(whole).toEqual(['填报说明', '指标体系', '考评规则', '指标数据', '上年数据', '上年结果', '前年结果', '权重与参数']);
    const stated = methodTemplate(own, [system!, rules!], units, sharedWords, filled, 2024).sheets.map(({ name }) => name);
    expect(stated).toEqual(['填报说明', '指标数据', '上年数据', '上年结果', '前年结果', '权重与参数']);
  });

  test('sheets that cannot be used give no template', () => {
    const [system] = gridsOf(methodSheets(own, units, { ...filled, system: { ...filled.system, rows: [] } }));
    expect(() => methodTemplate(own, [system!], units, sharedWords, filled, 2024)).toThrow('没有任何指标');
  });
});

describe('values to choose from', () => {
  const [system, rules] = methodSheets(own, units, filled).sheets;
  const offered = (sheet: typeof system) =>
    new Map((sheet!.choices ?? []).map(({ column, values }) => [String(sheet!.head.at(-1)![column]!.value), values]));

  test('stand in the columns whose values are closed', () => {
    expect([...offered(system).keys()]).toEqual(['方向', '计分方法', '缺数处理']);
    expect([...offered(rules).keys()]).toEqual(['类别', '颜色']);
    expect(offered(rules).get('颜色')).toHaveLength(3);
    expect(offered(system).get('缺数处理')).toEqual(['待补', '记0分', '由其他指标分担', '不参加排名']);
  });

  test('are such as Excel takes in a list', () => {
    for (const sheet of [system, rules])
      for (const { values, top, bottom } of sheet!.choices ?? []) {
        expect(values.join(',').length).toBeLessThanOrEqual(255);
        expect(values.filter((value) => value.includes(','))).toEqual([]);
        expect(top).toBe(sheet!.head.length);
        expect(bottom).toBeGreaterThan(top + sheet!.bodyRows);
      }
  });

  test.each([...offered(system)].flatMap(([header, values]) => values.map((value) => [header, value] as const)))(
    '%s: %s is one that the reader knows',
    (header, value) => {
      const [grid, other] = gridsOf(methodSheets(own, units, filled));
      const { head, bodyRows } = system!;
      const column = head.at(-1)!.findIndex((one) => one.value === header);
      const rows = Array.from({ length: head.length + bodyRows }, (_, row) =>
        Array.from({ length: head.at(-1)!.length }, (__, at) =>
          row >= head.length && at === column ? value : grid!.grid.text(row, at) || grid!.grid.number(row, at) || null,
        ),
      );
      const changed: SheetGrid = { ...grid!, grid: gridOf(rows) };
      const { problems } = workbookMethod(own, [changed, other!], units, sharedWords);
      expect(problems.filter(({ message }) => message.includes(`“${value}”不能识别`))).toEqual([]);
    },
  );
});
