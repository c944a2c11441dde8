import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { resultOf, type ResultJson } from '../cli/result-schema';
import { runHere } from '../cli/run-here';
import { Workspace } from '../cli/workspace';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { exampleWorkbook } from '../../assets/samples/example-workbook';

/**
 * 示例省's method, scored by the command line with the pack in assets/packs and worked out here by hand: plain arithmetic of the figures that the
 * workbook holds, clause by clause. Nothing of the program takes part in what is expected.
 */
const PACK = join(__dirname, '../../assets/packs/example-province.yaml');

/** Full marks of clause 二: class 甲, class 乙. The two halves of foreign investment have four each. */
const MARKS: Readonly<Record<string, Readonly<Record<string, readonly [first: number, second: number]>>>> = {
  economy: { gdp: [4, 6], gdp_added: [6, 4], industry_growth: [8, 8], revenue: [6, 8], investment_growth: [6, 6] },
  land_use: { tax_per_land: [10, 8], industry_per_land: [5, 5] },
  innovation: { research_share: [8, 8], researchers_share: [6, 6], high_tech: [6, 6] },
  opening: { fdi: [4, 4], fdi_growth: [4, 4], trade: [6, 6] },
  green: { energy_drop: [7, 7], good_air: [4, 4] },
  service: { satisfaction: [6, 6], online: [4, 4] },
};

/**
 * Points out of a hundred, by zone and indicator. NaN: not asked of a zone without customs statistics. 0: not reported (clause 五).
 * Extremes of all sixteen: 地区生产总值 300 and 800, 预算收入 20 and 80, 亩均工业增加值 50 and 200, 研发人员 100 and 600, 高企 20 and 400,
 * 外资 6000 and 80000, 进出口 30 and 600. Fifteen zones have an increment, fourteen a growth of foreign investment.
 */
const POINTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  海岳经济技术开发区: {
    gdp: 60 + (40 * (800 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 0) / 14,
    industry_growth: 120,
    revenue: (100 * (80 - 20)) / (80 - 20),
    investment_growth: 100,
    tax_per_land: 80 + 40,
    industry_per_land: (100 * (4000000 / 20000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: 100,
    researchers_share: (100 * (12000 / 20 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(400) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (80000 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 13) / 13,
    trade: (100 * (600 - 30)) / (600 - 30),
    energy_drop: 100,
    good_air: (100 * (100 - 60)) / 40,
    satisfaction: 100,
    online: 100,
  },
  齐云经济技术开发区: {
    gdp: 60 + (40 * (780 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 3) / 14,
    industry_growth: 120,
    revenue: (100 * (78 - 20)) / (80 - 20),
    investment_growth: 100,
    tax_per_land: 80 + 26,
    industry_per_land: (100 * (4116000 / 21000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: 100,
    researchers_share: (100 * (10500 / 18 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(380) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (76000 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 10) / 13,
    trade: (100 * (580 - 30)) / (600 - 30),
    energy_drop: 100,
    good_air: (100 * (98 - 60)) / 40,
    satisfaction: 98,
    online: 100,
  },
  银湾经济技术开发区: {
    gdp: 60 + (40 * (620 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 5) / 14,
    industry_growth: (100 * 8) / 8,
    revenue: (100 * (58 - 20)) / (80 - 20),
    investment_growth: 80,
    tax_per_land: 80 + 1,
    industry_per_land: (100 * (3600000 / 30000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: (100 * (100 * 15)) / 620 / 3,
    researchers_share: (100 * (6000 / 15 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(210) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (42000 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 7) / 13,
    trade: (100 * (330 - 30)) / (600 - 30),
    energy_drop: (100 * 2.4) / 3,
    good_air: (100 * (86 - 60)) / 40,
    satisfaction: 90,
    online: 100,
  },
  蓝屿经济技术开发区: {
    gdp: 60 + (40 * (480 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 9) / 14,
    industry_growth: (100 * 6) / 8,
    revenue: (100 * (41 - 20)) / (80 - 20),
    investment_growth: 80,
    tax_per_land: 80 + 0,
    industry_per_land: (100 * (2000000 / 20000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: (100 * (100 * 9.6)) / 480 / 3,
    researchers_share: (100 * (3600 / 12 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: 0,
    fdi: (100 * (30000 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 3) / 13,
    trade: NaN,
    energy_drop: (100 * 2.1) / 3,
    good_air: (100 * (82 - 60)) / 40,
    satisfaction: 88,
    online: 0,
  },
  沙洲经济技术开发区: {
    gdp: 0,
    gdp_added: 0,
    industry_growth: 0,
    revenue: 0,
    investment_growth: 0,
    tax_per_land: 0,
    industry_per_land: 0,
    research_share: 0,
    researchers_share: 0,
    high_tech: 0,
    fdi: 0,
    fdi_growth: 0,
    trade: 0,
    energy_drop: 0,
    good_air: (100 * (60 - 60)) / 40,
    satisfaction: 50,
    online: 0,
  },
  云岭经济开发区: {
    gdp: 60 + (40 * (790 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 2) / 14,
    industry_growth: 120,
    revenue: (100 * (79 - 20)) / (80 - 20),
    investment_growth: 100,
    tax_per_land: 80 + 35,
    industry_per_land: (100 * (3900000 / 20000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: 100,
    researchers_share: (100 * (11200 / 19 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(390) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (79000 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 11) / 13,
    trade: (100 * (590 - 30)) / (600 - 30),
    energy_drop: 100,
    good_air: (100 * (99 - 60)) / 40,
    satisfaction: 99,
    online: 100,
  },
  青禾经济开发区: {
    gdp: 60 + (40 * (760 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 4) / 14,
    industry_growth: 120,
    revenue: (100 * (76 - 20)) / (80 - 20),
    investment_growth: 100,
    tax_per_land: 80 + 22,
    industry_per_land: (100 * (3990000 / 21000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: 100,
    researchers_share: (100 * (10300 / 18 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(360) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (75000 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 9) / 13,
    trade: (100 * (570 - 30)) / (600 - 30),
    energy_drop: 100,
    good_air: (100 * (97 - 60)) / 40,
    satisfaction: 97,
    online: 100,
  },
  松涛经济开发区: {
    gdp: 60 + (40 * (560 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 7) / 14,
    industry_growth: (100 * 8.4) / 8,
    revenue: (100 * (51 - 20)) / (80 - 20),
    investment_growth: 80,
    tax_per_land: 80 + 1,
    industry_per_land: (100 * (2880000 / 24000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: 100,
    researchers_share: (100 * (6300 / 14 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(190) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (38000 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 8) / 13,
    trade: NaN,
    energy_drop: (100 * 2.7) / 3,
    good_air: (100 * (88 - 60)) / 40,
    satisfaction: 92,
    online: 100,
  },
  金穗经济开发区: {
    gdp: 60 + (40 * (430 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 11) / 14,
    industry_growth: (100 * 5) / 8,
    revenue: (100 * (36 - 20)) / (80 - 20),
    investment_growth: 40,
    tax_per_land: 80 - 2 * 1,
    industry_per_land: (100 * (1500000 / 15000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: (100 * (100 * 8.6)) / 430 / 3,
    researchers_share: (100 * (2500 / 10 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(120) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (21000 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 4) / 13,
    trade: (100 * (140 - 30)) / (600 - 30),
    energy_drop: (100 * 1.8) / 3,
    good_air: (100 * (79 - 60)) / 40,
    satisfaction: 85,
    online: 100,
  },
  石桥经济开发区: {
    gdp: 60 + (40 * (330 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 12) / 14,
    industry_growth: (100 * 2) / 8,
    revenue: (100 * (24 - 20)) / (80 - 20),
    investment_growth: 40,
    tax_per_land: 80 - 2 * 6,
    industry_per_land: (100 * (840000 / 12000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: (100 * (100 * 3.3)) / 330 / 3,
    researchers_share: (100 * (1200 / 8 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(45) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (9000 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 2) / 13,
    trade: (100 * (60 - 30)) / (600 - 30),
    energy_drop: (100 * 0.9) / 3,
    good_air: (100 * (72 - 60)) / 40,
    satisfaction: 78,
    online: 0,
  },
  望海经济开发区: {
    gdp: 60 + (40 * (785 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 1) / 14,
    industry_growth: 120,
    revenue: (100 * (79.5 - 20)) / (80 - 20),
    investment_growth: 100,
    tax_per_land: 80 + 30,
    industry_per_land: (100 * (3960000 / 20000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: 100,
    researchers_share: (100 * (10800 / 18 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(395) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (78500 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 12) / 13,
    trade: (100 * (595 - 30)) / (600 - 30),
    energy_drop: 100,
    good_air: (100 * (99 - 60)) / 40,
    satisfaction: 99,
    online: 100,
  },
  柳泉经济开发区: {
    gdp: 60 + (40 * (590 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 6) / 14,
    industry_growth: (100 * 8.8) / 8,
    revenue: (100 * (55 - 20)) / (80 - 20),
    investment_growth: 80,
    tax_per_land: 80 + 3,
    industry_per_land: (100 * (3250000 / 25000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: 100,
    researchers_share: (100 * (7500 / 15 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(230) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (45000 - 6000)) / (80000 - 6000),
    fdi_growth: 0,
    trade: 0,
    energy_drop: (100 * 2.6) / 3,
    good_air: (100 * (89 - 60)) / 40,
    satisfaction: 93,
    online: 100,
  },
  晨光经济开发区: {
    gdp: 60 + (40 * (510 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 8) / 14,
    industry_growth: (100 * 7.2) / 8,
    revenue: (100 * (45 - 20)) / (80 - 20),
    investment_growth: 80,
    tax_per_land: 80 + 1,
    industry_per_land: (100 * (2160000 / 18000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: (100 * (100 * 12.75)) / 510 / 3,
    researchers_share: (100 * (5200 / 13 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(165) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (33000 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 5) / 13,
    trade: NaN,
    energy_drop: (100 * 2.4) / 3,
    good_air: (100 * (84 - 60)) / 40,
    satisfaction: 90,
    online: 100,
  },
  凤鸣经济开发区: {
    gdp: 60 + (40 * (450 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 10) / 14,
    industry_growth: (100 * 6.4) / 8,
    revenue: (100 * (38 - 20)) / (80 - 20),
    investment_growth: 80,
    tax_per_land: 80 - 2 * 1,
    industry_per_land: (100 * (1890000 / 18000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: (100 * (100 * 9.9)) / 450 / 3,
    researchers_share: (100 * (3300 / 11 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(130) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (25000 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 6) / 13,
    trade: (100 * (180 - 30)) / (600 - 30),
    energy_drop: (100 * 2.1) / 3,
    good_air: (100 * (80 - 60)) / 40,
    satisfaction: 86,
    online: 100,
  },
  银杏经济开发区: {
    gdp: 60 + (40 * (300 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 13) / 14,
    industry_growth: 0,
    revenue: (100 * (20 - 20)) / (80 - 20),
    investment_growth: 0,
    tax_per_land: 80 - 2 * 8,
    industry_per_land: (100 * (600000 / 12000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: (100 * (100 * 2.1)) / 300 / 3,
    researchers_share: (100 * (600 / 6 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(20) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (6000 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 0) / 13,
    trade: (100 * (30 - 30)) / (600 - 30),
    energy_drop: 0,
    good_air: (100 * (65 - 60)) / 40,
    satisfaction: 70,
    online: 0,
  },
  碧湖经济开发区: {
    gdp: 60 + (40 * (300 - 300)) / (800 - 300),
    gdp_added: 100 - (90 * 13) / 14,
    industry_growth: 0,
    revenue: (100 * (20 - 20)) / (80 - 20),
    investment_growth: 0,
    tax_per_land: 80 - 2 * 8,
    industry_per_land: (100 * (1200000 / 24000 - 600000 / 12000)) / (4000000 / 20000 - 600000 / 12000),
    research_share: (100 * (100 * 2.1)) / 300 / 3,
    researchers_share: (100 * (1200 / 12 - 600 / 6)) / (12000 / 20 - 600 / 6),
    high_tech: (100 * (Math.log(20) - Math.log(20))) / (Math.log(400) - Math.log(20)),
    fdi: (100 * (6000 - 6000)) / (80000 - 6000),
    fdi_growth: (100 * 0) / 13,
    trade: (100 * (30 - 30)) / (600 - 30),
    energy_drop: 0,
    good_air: (100 * (65 - 60)) / 40,
    satisfaction: 70,
    online: 0,
  },
};

/** 类别, awards, what accidents cost, what notices cost: clause 三 before its limits over several deductions and over the total. */
const CHANGES: Readonly<Record<string, readonly [group: 0 | 1, awards: number, accidents: number, notices: number]>> = {
  海岳经济技术开发区: [0, 3, 0, 0], // four awards, of which three count
  齐云经济技术开发区: [1, 2, 0, 0],
  银湾经济技术开发区: [0, 0, 2, 0],
  蓝屿经济技术开发区: [1, 0, 0, 2],
  沙洲经济技术开发区: [0, 0, 6, 3], // four accidents, 6 at most; 9 in all, 8 at most
  云岭经济开发区: [0, 0, 0, 0],
  青禾经济开发区: [0, 1, 0, 0],
  松涛经济开发区: [0, 0, 0, 0],
  金穗经济开发区: [0, 0, 4, 1],
  石桥经济开发区: [0, 0, 0, 0],
  望海经济开发区: [1, 2, 0, 0],
  柳泉经济开发区: [1, 0, 0, 0],
  晨光经济开发区: [1, 0, 2, 0],
  凤鸣经济开发区: [1, 0, 6, 4], // 10 in all, 8 at most
  银杏经济开发区: [1, 0, 0, 0],
  碧湖经济开发区: [1, 0, 0, 0],
};

const ZONES = Object.keys(POINTS);

/** Points out of a hundred of a dimension: what does not apply gives its marks to the others. */
function dimension(zone: string, name: string): number {
  let got = 0;
  let full = 0;
  for (const [indicator, marks] of Object.entries(MARKS[name]!)) {
    const points = POINTS[zone]![indicator]!;
    if (Number.isNaN(points)) continue;
    got += marks[CHANGES[zone]![0]] * points;
    full += marks[CHANGES[zone]![0]];
  }
  return got / full;
}

const fullOf = (zone: string, name: string): number =>
  Object.values(MARKS[name]!).reduce((sum, marks) => sum + marks[CHANGES[zone]![0]], 0);

function total(zone: string): number {
  const [, awards, accidents, notices] = CHANGES[zone]!;
  const marks = Object.keys(MARKS).reduce((sum, name) => sum + (fullOf(zone, name) * dimension(zone, name)) / 100, 0);
  const deducted = accidents + notices > 8 ? 8 : accidents + notices;
  const changed = marks + awards - deducted;
  return changed < 0 ? 0 : changed > 105 ? 105 : changed;
}

const space = new Workspace();
let result: ResultJson;

beforeAll(async () => {
  const input = space.write('example.xlsx', exampleWorkbook());
  const ran = await runHere('score', input, '--pack', PACK, '--out', space.path('out.xlsx'), '--json', '-', '--as-of', '2025-04-01');
  expect(ran).toMatchObject({ code: 0, err: '' });
  result = resultOf(ran.out);
});

afterAll(() => space.remove());

type Row = ResultJson['rankings'][number]['rows'][number];

const rowsOf = (ranking: string): readonly Row[] => result.rankings.find(({ id }) => id === ranking)!.rows;
const rowOf = (zone: string): Row => [...rowsOf('national'), ...rowsOf('province')].find(({ subject }) => subject === zone)!;
const short = (zone: string): string => zone.slice(0, 2);
const places = (ranking: string): string[] => rowsOf(ranking).map(({ rank, subject }) => `${rank} ${short(subject)}`);
const gradesIn = (ranking: string): string[] =>
  rowsOf(ranking).map(({ subject, grades }) => `${short(subject)} ${grades!['grade']!.grade}`);
const named = (rule: string): string[] => result.findings.filter((one) => one.rule === rule).map(({ subject }) => short(subject));

test('the workbook in assets is what the generator makes, and every clause stands in the document', () => {
  expect(Buffer.compare(readFileSync(PACK.replace('.yaml', '.xlsx')), exampleWorkbook())).toBe(0);
  const document = readFileSync(PACK.replace('.yaml', '.md'), 'utf8').replaceAll(' ', '');
  const { clauses } = parse(readFileSync(PACK, 'utf8')) as { clauses: Record<string, string> };
  expect(Object.values(clauses).filter((clause) => !document.includes(clause.replaceAll(' ', '')))).toEqual([]);
});

test('full marks of each class come to a hundred', () => {
  for (const group of [0, 1] as const)
    expect(
      Object.values(MARKS)
        .flatMap((of) => Object.values(of).map((marks) => marks[group]))
        .reduce((sum, one) => sum + one, 0),
    ).toBe(100);
});

test.each(ZONES)('every indicator of %s', (zone) => {
  const { indicators } = rowOf(zone);
  const wrong = Object.entries(POINTS[zone]!).flatMap(([id, points]) => {
    const score = indicators[id]!.score;
    const isRight = Number.isNaN(points) ? score === null : score !== null && Math.abs(score - points) < 1e-9;
    return isRight ? [] : [`${id}: ${score} instead of ${points}`];
  });
  expect(wrong).toEqual([]);
  expect(Object.keys(indicators).sort()).toEqual(Object.keys(POINTS[zone]!).sort());
});

test.each(ZONES)('every dimension and the total of %s', (zone) => {
  const row = rowOf(zone);
  for (const name of Object.keys(MARKS)) expect(Math.abs(row.dimensions[name]! - dimension(zone, name))).toBeLessThan(1e-9);
  expect(Math.abs(row.total! - total(zone))).toBeLessThan(1e-9);
});

test('one score, many lists: a zone has one total on all of them', () => {
  for (const ranking of ['province_a', 'province_b'])
    for (const { subject, total: shown } of rowsOf(ranking)) expect(shown).toBe(rowOf(subject).total);
});

test('the total is not under 0 and not over 105', () => {
  expect(rowOf('海岳经济技术开发区').total).toBe(105);
  expect(rowOf('沙洲经济技术开发区').total).toBe(0);
});

test('places: a zone with false figures stands behind all others of its group, with its total', () => {
  expect(places('national')).toEqual(['1 海岳', '2 齐云', '3 银湾', '4 蓝屿', '5 沙洲']);
  expect(places('province_a')).toEqual(['1 青禾', '2 松涛', '3 金穗', '4 石桥', '5 云岭']);
  expect(places('province_b')).toEqual(['1 望海', '2 柳泉', '3 晨光', '4 凤鸣', '5 银杏', '5 碧湖']);
  expect(total('云岭经济开发区')).toBeGreaterThan(total('青禾经济开发区'));
});

test('grades: one in five at most, who is barred makes room for the next', () => {
  // 齐云 has over 90 and is the second of five; 云岭 has the most of its group and may not be 优秀.
  expect(gradesIn('national')).toEqual(['海岳 优秀', '齐云 良好', '银湾 合格', '蓝屿 不合格', '沙洲 不合格']);
  expect(gradesIn('province_a')).toEqual(['青禾 优秀', '松涛 合格', '金穗 不合格', '石桥 不合格', '云岭 良好']);
  expect(gradesIn('province_b')).toEqual(['望海 优秀', '柳泉 合格', '晨光 合格', '凤鸣 不合格', '银杏 不合格', '碧湖 不合格']);
});

test('warnings: the last 5 % of each class, one at least, those level with it included', () => {
  expect(named('warn_a')).toEqual(['云岭']);
  expect(named('warn_b')).toEqual(['银杏', '碧湖']);
});

test('two warnings in three years: 碧湖 was the last of six the year before last, 银杏 never', () => {
  expect(named('talk_a')).toEqual([]);
  expect(named('talk_b')).toEqual(['碧湖']);
});

test('不合格 in three years running: not 银杏, which was 合格 last year, nor 凤鸣 and 金穗', () => {
  expect(named('leave_a')).toEqual(['石桥']);
  expect(named('leave_b')).toEqual(['碧湖']);
});

test('the first three by one figure, by the figure and not by points: growth of 10.4 % and of 10 % both have 120 points', () => {
  // 云岭 has 79000, 11 and 55, and false figures: the next one moves up.
  const leading = (ranking: string): [string, number | null][] =>
    rowsOf(ranking)
      .slice(0, 3)
      .map(({ subject, total: figure }) => [short(subject), figure]);
  expect(leading('by_fdi')).toEqual([
    ['海岳', 80000],
    ['望海', 78500],
    ['齐云', 76000],
  ]);
  expect(leading('by_industry_growth')).toEqual([
    ['海岳', 12],
    ['望海', 10.4],
    ['青禾', 10],
  ]);
  expect(leading('by_tax_per_land')).toEqual([
    ['海岳', 1200000 / 20000],
    ['望海', 1000000 / 20000],
    ['齐云', 966000 / 21000],
  ]);
  for (const list of ['fdi', 'industry_growth', 'tax_per_land'])
    expect(
      result.findings.filter(({ rule, status }) => rule === `best_${list}` && status === 'met').map(({ subject }) => short(subject)),
    ).toEqual(leading(`by_${list}`).map(([zone]) => zone));
});

test.each(Object.keys(MARKS))('all fifteen without false figures by their points for %s', (name) => {
  const expected = ZONES.filter((zone) => zone !== '云岭经济开发区')
    .map((zone) => [zone, dimension(zone, name)] as const)
    .sort(([, a], [, b]) => b - a);
  const rows = rowsOf(`by_${name}`);
  const first = expected[2]![1];
  expect(rows).toHaveLength(15);
  rows.forEach(({ total: points }, place) => expect(Math.abs(points! - expected[place]![1])).toBeLessThan(1e-9));
  expect(named(`best_${name}`).sort()).toEqual(
    expected
      .filter(([, points]) => points > first - 1e-9)
      .map(([zone]) => short(zone))
      .sort(),
  );
});

test('ten places gained, exactly: from the eleventh of the provincial ones to the first', () => {
  expect(named('risen')).toEqual(['望海']);
});

test('the sheet of one class names its own weights and all methods, and calls nothing a suggestion', async () => {
  const { grid } = (await openXlsx(space.read('out.xlsx')).read()).find(({ name }) => name === '省级甲类地区')!;
  const said = Array.from({ length: grid.rows }, (_, row) => grid.text(row, 0) ?? '').join('\n');
  expect(said).toContain('权重（甲类）');
  expect(said).not.toContain('权重（乙类）');
  expect(said).toContain('各指标按各自的方法（功效系数法、');
  expect(said).not.toContain('本工具建议');
});

test('nothing is open: the document itself says how gaps count, and what does not apply is no gap', () => {
  const placed = result.rankings.flatMap(({ rows }) => rows).filter(({ rank }) => rank !== null);
  expect(placed.every(({ rank, places: own }) => own![0] === rank && own![1] === rank)).toBe(true);
  expect(result.problems.filter(({ severity }) => severity !== 'info').map(({ code }) => code)).toEqual(['log-non-positive']);
});
