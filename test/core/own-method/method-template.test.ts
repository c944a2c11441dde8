import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../../src/core/assess';
import type { SheetGrid } from '../../../src/core/grid';
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
