import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FICTION } from '../../assets/samples/official-table';
import { sampleBytes, sampleFile, samples } from '../../assets/samples/samples';
import { assess, type Assessment } from '../../src/core/assess';
import type { SheetGrid } from '../../src/core/grid';
import { handOut } from '../../src/core/hand-out/hand-out';
import { ownParts } from '../../src/core/own-parts';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { packOf, units } from '../packs/built-in';

const folder = join(__dirname, '../../assets/samples');
const sheetsOf = (bytes: Uint8Array): Promise<readonly SheetGrid[]> => openXlsx(bytes).read();

async function assessed(id: string): Promise<Assessment> {
  const sample = samples.find(({ pack }) => pack === id)!;
  return assess({
    pack: packOf(id),
    units,
    sheets: await sheetsOf(sampleBytes(sample)),
    asOf: sample.asOf,
    at: `${sample.asOf}T00:00:00Z`,
    fingerprint: '',
    packOf,
    own: ownParts,
    handOut,
  });
}

/** Title rows come first; the mark of fiction has to be among them. */
const titleTexts = ({ grid }: SheetGrid): string[] => Array.from({ length: Math.min(3, grid.rows) }, (_, row) => grid.text(row, 0));

describe.each(samples.map((sample) => [sampleFile(sample), sample] as const))('%s', (file, sample) => {
  const bytes = sampleBytes(sample);

  test('is what the generator writes now (run `npm run samples` after a change)', () => {
    expect(Buffer.from(bytes).equals(readFileSync(join(folder, file)))).toBe(true);
  });

  test('has the same bytes on every run', () => {
    expect(Buffer.from(sampleBytes(sample)).equals(Buffer.from(bytes))).toBe(true);
  });

  test('says on every sheet that its data are fictional', async () => {
    const silent = (await sheetsOf(bytes)).filter((sheet) => !titleTexts(sheet).includes(FICTION)).map(({ name }) => name);
    expect(silent).toEqual([]);
  });

  test('is read without a block, with every column that it has in its unit', async () => {
    const { result, plan } = await assessed(sample.pack);
    expect(result.problems.filter(({ severity }) => severity === 'block')).toEqual([]);
    expect(plan).toBeDefined();
    expect(result.fictional).toBe(true);
    expect(plan!.sheets.filter(({ head }) => !head.slice(0, 3).some((row) => row[0]?.value === FICTION)).map(({ name }) => name)).toEqual(
      [],
    );
    expect(result.problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    const warnings = result.problems.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
    // Guangdong's 53 indicators are the user's to bring; three of Shandong's weighted dimensions have no indicator in the text. Some answers are left
    // blank to show what is said then.
    const deliberate: Readonly<Record<string, readonly string[]>> = {
      'guangdong-2016': ['indicator-list-absent', 'required-blank'],
      // The national standard that the document names is not in the workbook: the comparison waits for it.
      'shaanxi-2015': ['standard-lacking'],
      'shandong-2016': ['required-blank', 'weight-without-indicators'],
    };
    expect([...new Set(warnings)].sort()).toEqual(deliberate[sample.pack] ?? []);
  });

  test('has figures that agree with each other', async () => {
    const { checks } = (await assessed(sample.pack)).result;
    expect(checks.made).toBeGreaterThan(10);
    expect(checks.findings.map(({ zone, title, actual, expected }) => [zone, title, actual, expected])).toEqual([]);
  });
});

/** Subjects by rule and status: what each sample is there to show. */
async function subjects(id: string, rule: string, status: string): Promise<string[]> {
  const { result } = await assessed(id);
  return result.findings.filter((finding) => finding.rule === rule && finding.status === status).map(({ subject }) => subject);
}

describe.each(samples.map((sample) => [sampleFile(sample), sample] as const))('%s, opened ten years later', (_, sample) => {
  test('states its own year and date of assessment, and nothing is judged by the day of the run', async () => {
    const { result } = assess({
      pack: packOf(sample.pack),
      units,
      sheets: await sheetsOf(sampleBytes(sample)),
      asOf: '2026-11-26',
      asOfIsToday: true,
      at: '2026-11-26T00:00:00Z',
      fingerprint: '',
      packOf,
      own: ownParts,
      handOut,
    });
    expect(result).toMatchObject({
      asOf: sample.asOf,
      asOfFrom: 'workbook',
      dataYear: { year: Number(sample.asOf.slice(0, 4)) - 1, doubt: null },
    });
    expect(result.findings).toEqual((await assessed(sample.pack)).result.findings);
  });
});

describe('what the samples show', () => {
  test('山东：人才指标与基期比较并作出结论', async () => {
    for (const rule of ['training_up', 'master_share_up', 'specialist_share_up', 'skilled_share_up']) {
      expect((await subjects('shandong-2016', rule, 'met')).length).toBeGreaterThan(0);
      expect((await subjects('shandong-2016', rule, 'unmet')).length).toBeGreaterThan(0);
    }
    expect(await subjects('shandong-2016', 'training_up', 'missing')).toEqual([]);
    expect(await subjects('shandong-2016', 'master_share_up', 'missing')).toEqual(['清溪经济开发区']);
  });

  test('山东：后三位在边上并列，连续两年后两位有一个', async () => {
    expect(await subjects('shandong-2016', 'last_three', 'unmet')).toEqual([
      '枫岭经济开发区',
      '荷风经济开发区',
      '沙洲经济开发区',
      '芦荡经济开发区',
    ]);
    expect(await subjects('shandong-2016', 'last_two_in_two_years', 'unmet')).toEqual(['芦荡经济开发区']);
    expect(await subjects('shandong-2016', 'demonstration_zones', 'met')).toHaveLength(10);
  });

  test('吉林：恰在限值上的达标', async () => {
    expect(await subjects('jilin-2016', 'intensity_national', 'met')).toContain('青原经济技术开发区');
    expect(await subjects('jilin-2016', 'intensity_other', 'met')).toContain('松北经济开发区');
    expect(await subjects('jilin-2016', 'concentration_national', 'met')).toContain('青原经济技术开发区');
    expect(await subjects('jilin-2016', 'concentration_provincial', 'met')).toEqual(
      expect.arrayContaining(['松北经济开发区', '白桦工业集中区']),
    );
    expect(await subjects('jilin-2016', 'office_land', 'met')).toEqual(
      expect.arrayContaining(['轨道客车零部件基地', '智能电控系统产业园', '汽车内饰件', '铸造绿色改造', '装配式建筑构件']),
    );
    expect(await subjects('jilin-2016', 'green_special', 'met')).toContain('智能电控系统产业园');
    expect(await subjects('jilin-2016', 'floor_price_priority', 'met')).toEqual(['车用芯片封装', '木制品精加工']);
    expect(await subjects('jilin-2016', 'priority_land', 'met')).toEqual(expect.arrayContaining(['医药中间体', '铸造绿色改造']));
  });

  test('吉林：合同约定恰好达到的达标，一票否决一个，升降恰好两位的列入，拟申请国家级的三个比照排名', async () => {
    expect(await subjects('jilin-2016', 'contract_intensity', 'met')).toContain('轨道客车零部件基地');
    expect(await subjects('jilin-2016', 'contract_intensity', 'unmet')).toEqual(['塑料型材', '铸造绿色改造']);
    expect(await subjects('jilin-2016', 'tasks_forbidden', 'unmet')).toEqual(['平岗工业集中区']);
    expect(await subjects('jilin-2016', 'fallen_national', 'explain')).toEqual(['北辰经济技术开发区']);
    expect(await subjects('jilin-2016', 'land_best', 'met')).toHaveLength(3);
    expect(await subjects('jilin-2016', 'air_better', 'explain')).toHaveLength(3);
    const { result, plan } = await assessed('jilin-2016');
    expect(result.rankings.find(({ id }) => id === 'applying')?.rows).toHaveLength(3);
    expect(packOf('jilin-2016').sheets.filter(({ title }) => !plan!.sheets.some(({ name }) => name === title))).toEqual([]);
  });

  test('陕西：一项占比恰达目标，其余未达；1000亿元和1亿美元含本数', async () => {
    expect(await subjects('shaanxi-2015', 'target_industry', 'met')).toHaveLength(1);
    expect(await subjects('shaanxi-2015', 'target_trade', 'explain')).toHaveLength(1);
    expect(await subjects('shaanxi-2015', 'target_fiscal', 'explain')).toHaveLength(1);
    expect(await subjects('shaanxi-2015', 'large_zones', 'met')).toContain('锦川经济技术开发区');
    expect(await subjects('shaanxi-2015', 'large_projects_from', 'met')).toContain('航空部件加工');
    expect(await subjects('shaanxi-2015', 'large_projects_from', 'met')).not.toContain('跨境电商枢纽');
  });

  test('广东：最后20、10、5名逐级触发，两年且降级的有15天报告', async () => {
    // Each on its gravest list: of the four among the last twenty one is not among the last ten, of these three one is not among the last five.
    expect(await subjects('guangdong-2016', 'last_twenty', 'explain')).toHaveLength(1);
    expect(await subjects('guangdong-2016', 'last_ten', 'unmet')).toHaveLength(1);
    expect(await subjects('guangdong-2016', 'last_five', 'unmet')).toHaveLength(2);
    expect(await subjects('guangdong-2016', 'report_in_15_days', 'explain')).toEqual(['湛江经济技术开发区']);
    expect(await subjects('guangdong-2016', 'item_last_ten', 'explain')).toHaveLength(5);
    expect(await subjects('guangdong-2016', 'incentives', 'met')).toEqual(['广州经济技术开发区', '惠州大亚湾经济技术开发区']);
    expect(await subjects('guangdong-2016', 'warnings', 'explain')).toHaveLength(4);
    expect(await subjects('guangdong-2016', 'clusters_1000', 'met')).toContain('新材料');
    expect(await subjects('guangdong-2016', 'large_projects', 'met')).not.toContain('燃料电池系统');
  });

  test('国家：控规恰好全覆盖为达标，触发项没有条件就不启用', async () => {
    expect(await subjects('national-2014', 'control_plan', 'met')).toHaveLength(13);
    const { result } = await assessed('national-2014');
    expect(result.problems.filter(({ code }) => code === 'rule-off')).toHaveLength(2);
    expect(await subjects('national-2014', 'environment_failed', 'unmet')).toEqual(['陇坪经济技术开发区']);
    expect(await subjects('national-2014', 'planning_unchanged', 'unmet')).toEqual(['塞上原经济技术开发区']);
    expect(await subjects('national-2014', 'less_pollution', 'explain')).toHaveLength(3);
  });
});
