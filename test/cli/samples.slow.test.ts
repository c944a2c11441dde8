import { join } from 'node:path';
import { packSchema } from '../../src/core/pack/schema';
import { builtInPacks } from '../../src/packs';
import { runProgram } from './program';
import { resultOf } from './result-schema';
import { Workspace } from './workspace';

/** Every built-in pack scores the sample workbook that comes with it, and keeps the contract of the JSON result. */
const packs = builtInPacks.map(({ data }) => packSchema.parse(data));
const sampleOf = (id: string): string => join(__dirname, '../../assets/samples', `${id}.xlsx`);
const space = new Workspace();

afterAll(() => space.remove());

describe.each(packs.map((pack) => [pack.pack, pack] as const))('%s', (id, pack) => {
  it('scores its sample', async () => {
    const ran = await runProgram(
      ['score', sampleOf(id), '--pack', id, '--out', space.path(`${id}.xlsx`), '--json', '-', '--as-of', '2017-03-01'],
      space.folder,
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    const result = resultOf(ran.out);
    expect(result.pack).toMatchObject({ id, title: pack.title, number: pack.number ?? null });
    expect(result.rankings.length).toBeGreaterThan(0);
    for (const { rows } of result.rankings) {
      expect(rows.length).toBeGreaterThan(0);
      const weights = Object.values(rows[0]!.indicators).reduce((sum, { weight }) => sum + weight, 0);
      expect(weights).toBeCloseTo(1, 9);
    }
    for (const finding of result.findings) {
      expect(pack.rules[finding.rule]?.kind).toBe(finding.kind);
      for (const clause of finding.clause.split('；')) expect(pack.clauses).toHaveProperty([clause]);
    }
  });

  it('check ends with 0', async () => {
    expect(await runProgram(['check', sampleOf(id), '--pack', id, '--as-of', '2017-03-01'], space.folder)).toMatchObject({
      code: 0,
      err: '',
    });
  });
});

it('demo scores a sample and says where the result is', async () => {
  const ran = await runProgram(['demo'], space.folder);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toMatch(/^示例工作簿：.*shandong-2016\.xlsx（虚构数据）\n/);
  expect(ran.out).toContain('结果已写入：');
});
