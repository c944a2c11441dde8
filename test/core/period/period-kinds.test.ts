import { assess } from '../../../src/core/assess';
import { check } from '../../../src/core/checked';
import type { Decision } from '../../../src/core/decision';
import type { SheetGrid } from '../../../src/core/grid';
import type { Pack } from '../../../src/core/pack/schema';
import { templatePlan } from '../../../src/core/template/template-plan';
import { units } from '../../packs/built-in';
import { assessed, inputOf, judged } from '../../packs/run';
import { sheetOf, type CellInput } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

/** Packs that assess halves, quarters or months, and packs whose figures are of the year before the assessment's. */
const base = draft();
const { indicators, last_year: lastYear, ranks } = base.tables as Record<string, Draft>;
const { output } = base.indicators as Record<string, Draft>;

const packOf = (more: Draft): Pack =>
  valid({
    ...base,
    tables: { indicators, last_year: lastYear, one: { ...ranks, sheet: ['上期名次'] }, two: { ...ranks, sheet: ['前期名次'] } },
    dimensions: { scale: { title: '规模' } },
    indicators: { output: { ...output, dimension: 'scale' } },
    rules: {
      trend: { kind: 'trend', title: '产值增长', measure: 'output', unit: '亿元', must: 'increase', clause: '一·产值' },
      last: {
        kind: 'position',
        title: '连续末位',
        ranking: 'all',
        last: 1,
        in: { years: 3, of_last: 3, earlier: ['one', 'two'].map((table) => ({ table, rank: 'rank', total: 'total' })) },
        clause: '一·产值',
      },
    },
    ...more,
  });

const figures = (name: string, title: string, values: readonly CellInput[] = [10, 5]): SheetGrid =>
  sheetOf(name, [[title], ['开发区名称', '工业总产值（亿元）'], ['甲区', values[0]], ['乙区', values[1]]]);
const main = (title: string): SheetGrid => figures('指标数据', title);
const places = (name: string, title: string): SheetGrid =>
  sheetOf(name, [[title], ['开发区名称', '名次', '参评总数'], ['甲区', 1, 2], ['乙区', 2, 2]]);

function found(pack: Pack, sheets: readonly SheetGrid[], decisions: readonly Decision[] = []) {
  const { dataYear, problems } = check({ ...inputOf(pack, sheets, '2025-12-31'), decisions });
  return { ...dataYear, asked: problems.filter(({ code }) => code === 'data-year-contradictory' || code === 'odd-list-year') };
}

describe('which period the figures are of', () => {
  test.each([
    ['half', '2025年上半年指标数据表', '上半年'],
    ['half', '2025年1-6月指标数据表', '上半年'],
    ['quarter', '2025年第一季度指标数据表', '第一季度'],
    ['quarter', '2025年4-6月指标数据表', '第二季度'],
    ['month', '2025年3月指标数据表', '3月'],
  ])('%s: %s', (period, title, part) => {
    const { year, part: read, asked } = found(packOf({ period }), [main(title)]);
    expect([year, read, asked]).toEqual([2025, part, []]);
  });

  test.each([
    ['quarter', '2025年度指标数据表', '主表只写明2025年，没有写明是哪个季度'],
    ['quarter', '2025年上半年指标数据表', '指标数据!A1标题为2025年上半年，不是同一个季度'],
    ['month', '2025年3月印发的指标数据表（2025年度）', '主表只写明2025年，没有写明是哪个月'],
  ])('%s: %s is asked', (period, title, why) => {
    const result = found(packOf({ period }), [main(title)]);
    expect([result.year, result.doubt]).toEqual([undefined, why]);
    expect(result.asked).toHaveLength(1);
  });

  test('title and header that state two are asked, and what is accepted counts', () => {
    const pack = packOf({ period: 'quarter' });
    const sheets = [
      sheetOf('指标数据', [['2025年第一季度指标数据表'], ['开发区名称', '2025年二季度工业总产值（亿元）'], ['甲区', 10], ['乙区', 5]]),
    ];
    const { doubt, asked } = found(pack, sheets);
    expect(doubt).toBe('指标数据!A1标题为2025年第一季度，指标数据!B2表头为2025年第二季度，不是同一个季度');
    const proposals = asked[0]!.proposals!;
    expect(proposals.map(({ words }) => words)).toEqual(['按 2025 年第一季度的数据用', '按 2025 年第二季度的数据用']);
    const [, second] = proposals;
    const decision: Decision = {
      kind: second!.kind,
      sheet: second!.sheet ?? '指标数据',
      cell: second!.cell,
      seen: second!.seen ?? '2025年第一季度指标数据表',
      value: second!.value!,
      words: second!.words,
    };
    expect(found(pack, sheets, [decision])).toMatchObject({ year: 2025, part: '第二季度', doubt: undefined, asked: [] });
  });

  test('a header that names another part without a year is asked as well', () => {
    const sheet = (header: string): SheetGrid[] => [
      sheetOf('指标数据', [['2025年第二季度指标数据表'], ['开发区名称', header], ['甲区', 10], ['乙区', 5]]),
    ];
    const pack = packOf({ period: 'quarter' });
    expect(found(pack, sheet('二季度工业总产值（亿元）'))).toMatchObject({ part: '第二季度', asked: [] });
    expect(found(pack, sheet('一季度工业总产值（亿元）')).doubt).toContain('指标数据!B2表头为2025年第一季度，不是同一个季度');
  });

  test('a pack that assesses years reads what it read before', () => {
    expect(found(packOf({}), [main('2025年3月指标数据表')])).toMatchObject({ year: undefined, doubt: undefined });
    expect(found(packOf({}), [main('2025年1-6月指标数据表')])).toMatchObject({ year: 2025, part: '1-6月' });
  });
});

describe('compared with the same period of the year before', () => {
  const pack = packOf({ period: 'half' });

  test('which may be written in another way', () => {
    const sheets = [main('2025年上半年'), figures('上年指标数据', '2024年1-6月', [9, 6])];
    expect(found(pack, sheets).asked).toEqual([]);
    expect(
      judged(pack, sheets, '2025-12-31')
        .of('trend')
        .map(({ subject, status }) => [subject, status]),
    ).toEqual([
      ['甲区', 'met'],
      ['乙区', 'unmet'],
    ]);
  });

  test.each(['2024年下半年', '2024年度'])('not with %s', (title) => {
    expect(found(pack, [main('2025年上半年'), figures('上年指标数据', title)]).doubt).toContain('期间不同，不能直接比较');
  });
});

describe('so many times in a row counts periods', () => {
  const pack = packOf({ period: 'quarter' });
  const sheets = (one: string, two: string): SheetGrid[] => [main('2025年第一季度'), places('上期名次', one), places('前期名次', two)];

  test('the two quarters before', () => {
    const { of } = judged(pack, sheets('2024年第四季度名次', '2024年7-9月名次'), '2025-12-31');
    const [listed] = of('last');
    expect([listed!.subject, listed!.status]).toEqual(['乙区', 'unmet']);
    expect(listed!.sentence).toContain('近3个季度中有3个季度在列');
    expect(listed!.limit).toBe('近3个季度中3个季度属最后1名');
  });

  test('a list of the year before is not of the quarter before', () => {
    const all = sheets('2024年第一季度名次', '2024年第三季度名次');
    expect(found(pack, all).asked[0]!.message).toContain('上期名次!A1标题为2024年第一季度，应为2024年第四季度的名次');
    const [listed] = judged(pack, all, '2025-12-31').of('last');
    expect(listed!.status).toBe('missing');
    expect(listed!.sentence).toContain('本期在列');
  });
});

describe('figures of the year before the assessment’s', () => {
  const pack = packOf({ figures_before: 1 });

  test('a title that names the assessment and a header that names the figures agree', () => {
    const sheets = [sheetOf('指标数据', [['2024年度考评指标表'], ['开发区名称', '2023年工业总产值（亿元）'], ['甲区', 10], ['乙区', 5]])];
    expect(found(pack, sheets)).toMatchObject({ year: 2023, assessed: 2024, doubt: undefined, asked: [] });
    const { plan } = assessed(pack, sheets, '2025-12-31');
    expect(plan!.sheets.find(({ name }) => name === '综合排名')!.head[0]![0]!.value).toBe(
      '某省开发区综合排名（2024年度考评，数据为2023年度）',
    );
  });

  test('a header of another year is asked in the words that stand there', () => {
    const sheets = [sheetOf('指标数据', [['2024年度考评指标表'], ['开发区名称', '2024年工业总产值（亿元）'], ['甲区', 10], ['乙区', 5]])];
    expect(found(pack, sheets).doubt).toBe('指标数据!A1标题为2024年度考评（用2023年的数据），指标数据!B2表头为2024年，年度不一致');
  });

  test('without the key both are years of figures', () => {
    const sheets = [sheetOf('指标数据', [['2024年度考评指标表'], ['开发区名称', '2023年工业总产值（亿元）'], ['甲区', 10], ['乙区', 5]])];
    expect(found(packOf({}), sheets).doubt).toContain('年度不一致');
  });
});

test('the blank form leaves room for the part, and names the assessment where its sheet does', () => {
  const titles = (pack: Pack): string[] => templatePlan(pack, units, 2025).sheets.map(({ head }) => String(head[0]![0]!.value));
  expect(titles(packOf({ period: 'quarter' }))[1]).toBe('某省开发区指标数据（2025年第　季度）');
  const [guide] = templatePlan(packOf({ period: 'quarter' }), units, 2025).sheets;
  expect(guide!.body.flatMap(({ values }) => [...values])).toContain('每行一个开发区；栏目与“指标数据”相同，填2024年同期的数');
  const lagging = packOf({ figures_before: 1, tables: { indicators: { ...indicators, sheet: ['考核数据'] } }, rules: {} });
  expect(titles(lagging)[1]).toBe('某省开发区考核数据（2026年度）');
});

test('a run of a quarter says so in its titles', () => {
  const { plan } = assess(inputOf(packOf({ period: 'quarter' }), [main('2025年第一季度指标数据表')], '2025-12-31'));
  expect(plan!.sheets.find(({ name }) => name === '综合排名')!.head[0]![0]!.value).toBe('某省开发区综合排名（2025年第一季度）');
});
