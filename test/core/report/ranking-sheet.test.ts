import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleBytes, samples } from '../../../assets/samples/samples';
import type { Pack } from '../../../src/core/pack/schema';
import type { Plan, SheetPlan } from '../../../src/core/plan';
import { sheetName } from '../../../src/core/report/sheet-head';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { packOf, readHere } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { tableSheet, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';
import { headersOf } from './headers';
import { valueAt } from './plan-markdown';

const assets = join(__dirname, '../../../assets/packs');

/** Points between margins of half an inch on A4; a character of width has 6 points where digits are widest. */
const PAGE = { upright: (210 / 25.4) * 72 - 72, lying: (297 / 25.4) * 72 - 72 };
function printedSize({ styles }: Plan, sheet: SheetPlan): number {
  const used = [...sheet.body.map(({ style }) => style), ...[...sheet.head, ...sheet.foot].flat().map(({ style }) => style ?? 0)];
  const smallest = Math.min(...used.map((style) => styles[style]!.size ?? 10.5));
  const width = sheet.widths.reduce((sum, one) => sum + (one + 0.71) * 6, 0);
  return smallest * Math.min(1, (sheet.landscape ? PAGE.lying : PAGE.upright) / width);
}

const rankingsOf = ({ sheets }: Plan, { rankings }: Pack): SheetPlan[] => {
  const names = new Set(Object.values(rankings).map(({ title }) => sheetName(title)));
  return sheets.filter(({ name, foot }) => names.has(name) && foot.flat().some(({ value }) => String(value).startsWith('制表：')));
};

async function exampleProvince(): Promise<{ pack: Pack; plan: Plan }> {
  const { pack } = await readHere(readFileSync(join(assets, 'example-province.yaml'), 'utf8'), 'example-province.yaml');
  const sheets = await openXlsx(new Uint8Array(readFileSync(join(assets, 'example-province.xlsx')))).read();
  return { pack: pack!, plan: assessed(pack!, sheets).plan! };
}

describe('on paper', () => {
  const sizes = (plan: Plan, pack: Pack): [string, boolean, number][] =>
    rankingsOf(plan, pack).map((sheet) => [sheet.name, (sheet.pagesWide ?? 1) === 1, Math.floor(printedSize(plan, sheet) * 10) / 10]);

  test.each(samples.map((sample) => [sample.pack, sample] as const))('%s prints at 9 points or more, one page wide', async (id, sample) => {
    const pack = packOf(id);
    const all = sizes(assessed(pack, await openXlsx(sampleBytes(sample)).read(), sample.asOf).plan!, pack);
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(([, isOne, size]) => !isOne || size < 9)).toEqual([]);
  });

  test('so does the example province', async () => {
    const { pack, plan } = await exampleProvince();
    const all = sizes(plan, pack);
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(([, isOne, size]) => !isOne || size < 9)).toEqual([]);
  });
});

test.each(samples.map((sample) => [sample.pack, sample] as const))(
  '%s: no figure on a sheet differs from the result',
  async (id, sample) => {
    const pack = packOf(id);
    const { plan, result } = assessed(pack, await openXlsx(sampleBytes(sample)).read(), sample.asOf);
    const compared = rankingsOf(plan!, pack).flatMap((sheet) => {
      const headers = headersOf(sheet);
      const ranking = result.rankings.find(({ title }) => sheetName(title) === sheet.name)!;
      const cells = [
        ...Array.from({ length: sheet.bodyRows }, (_, row) => sheet.body.map((column) => valueAt(column, row))),
        ...sheet.foot
          .filter(({ length }) => length === headers.length)
          .map((row) => row.map(({ value }) => (typeof value === 'number' ? String(Number(value.toPrecision(12))) : String(value ?? '')))),
      ];
      const shown = (row: readonly string[], header: string, absent: string): string | null => {
        const text = row[headers.indexOf(header)];
        return text === undefined || text === absent ? null : text;
      };
      const said = (value: number | null | undefined): string | null =>
        value === null || value === undefined ? null : String(Number(value.toPrecision(12)));
      const sheetRows = cells.map((row) => [row[1], shown(row, '名次', ''), shown(row, '综合得分', ''), shown(row, '上年名次', '—')]);
      const rows = ranking.rows.map(({ subject, rank, total, lastRank }) => [
        subject,
        said(rank),
        said(headers.includes('综合得分') ? total : null),
        said(lastRank),
      ]);
      expect([sheet.name, new Map(sheetRows.map((row) => [row[0], row]))]).toEqual([sheet.name, new Map(rows.map((row) => [row[0], row]))]);
      return sheetRows;
    });
    expect(compared.length).toBeGreaterThan(10);
  },
);

const base = draft();
const { output } = base.indicators as Record<string, Draft>;
const NAMES = ['甲区', '乙区', '丙区', '丁区', '戊区'];
const moved = {
  moved: {
    kind: 'movement',
    title: '进位',
    ranking: 'all',
    earlier: { table: 'ranks', rank: 'rank' },
    up_at_least: 1,
    clause: '一·产值',
  },
};
/** Names the column that says how many took part. */
const twice = {
  kind: 'position',
  title: '连续两年末位',
  ranking: 'all',
  last: 1,
  in: { years: 2, of_last: 2, earlier: [{ table: 'ranks', rank: 'rank', total: 'total' }] },
  clause: '一·产值',
};
const small = (more: Draft = {}): Pack =>
  valid({
    ...base,
    dimensions: { scale: { title: '规模' } },
    indicators: { output: { ...output, dimension: 'scale', normalise: { method: 'goalposts', worst: 0, best: 100 } } },
    rankings: { all: { title: '综合排名' } },
    rules: {
      ...moved,
    },
    sheets: [],
    ...more,
  });

function signed(outputs: readonly (number | null)[], before: readonly Row[], pack = small()) {
  const main = outputs.map((value, at): Row => ({ zone: NAMES[at]!, output: value }));
  const { plan, result } = assessed(pack, [
    tableSheet(pack, 'indicators', main),
    ...(before.length > 0 ? [tableSheet(pack, 'ranks', before)] : []),
  ]);
  const sheet = plan!.sheets.find(({ name }) => name === '综合排名')!;
  const headers = headersOf(sheet);
  const column = (header: string): string[] => {
    const at = headers.indexOf(header);
    return Array.from({ length: sheet.bodyRows }, (_, row) => valueAt(sheet.body[at]!, row));
  };
  const foot = sheet.foot.map((row) => row.map(({ value }) => String(value ?? '')));
  return { sheet, headers, column, foot, rows: result.rankings[0]!.rows };
}

describe('places of last year', () => {
  test('gained, lost, kept, and not on a list that says that it is whole', () => {
    const { column, rows } = signed(
      [90, 80, 70, 60],
      [
        { zone: '甲区', rank: 3, total: 3 },
        { zone: '乙区', rank: 2, total: 3 },
        { zone: '丙区', rank: 1, total: 3 },
      ],
      small({ rules: { ...moved, twice } }),
    );
    expect(column('上年名次')).toEqual(['3', '2', '1', '—']);
    expect(column('位次变化')).toEqual(['▲2', '同', '▼2', '新']);
    expect(rows.map(({ lastRank, moved }) => [lastRank, moved])).toEqual([
      [3, 2],
      [2, 0],
      [1, -2],
      [null, 'new'],
    ]);
  });

  test('a list that does not name everybody, or does not say that it does, makes nobody new', () => {
    const first = { zone: '甲区', rank: 1 };
    expect(signed([90, 80], [first]).column('位次变化')).toEqual(['同', '—']);
    const pack = small({ rules: { ...moved, twice } });
    expect(signed([90, 80], [{ ...first, total: 2 }], pack).column('位次变化')).toEqual(['同', '—']);
    expect(signed([90, 80], [{ ...first, total: 1 }], pack).column('位次变化')).toEqual(['同', '新']);
    const counted = small({ rules: { moved: { ...moved.moved, earlier: { table: 'ranks', rank: 'rank', total: 'total' } } } });
    expect(signed([90, 80], [{ ...first, total: 1 }], counted).column('位次变化')).toEqual(['同', '新']);
  });

  test('no list, no columns and no keys', () => {
    const { headers, rows } = signed([90, 80], []);
    expect(headers).not.toContain('上年名次');
    expect(rows[0]).not.toHaveProperty('moved');
  });

  test('who may still come to another place has moved nowhere yet', () => {
    const { column, rows } = signed(
      [90, 80, null],
      NAMES.slice(0, 3).map((zone, at) => ({ zone, rank: at + 1 })),
    );
    // Between the figures that are there: level with the first at best.
    expect(column('位次变化')).toEqual(['同', '—']);
    expect(rows.map(({ moved }) => moved)).toEqual([0, null, null]);
  });
});

test('140 zones with long names print at 9 points or more, one page wide', () => {
  const pack = small();
  const name = (at: number): string => `第${at}新区智能制造与现代服务业融合发展省级经济技术开发区（示范片区）`;
  const rows = Array.from({ length: 140 }, (_, at): Row => ({ zone: name(at), output: at % 7 === 0 ? null : at / 2 }));
  const { plan } = assessed(pack, [tableSheet(pack, 'indicators', rows)]);
  const sheet = plan!.sheets.find(({ name: own }) => own === '综合排名')!;
  expect(sheet.pagesWide ?? 1).toBe(1);
  expect(printedSize(plan!, sheet)).toBeGreaterThanOrEqual(9);
});

test('the mean of those who are scored stands first, and stays there when the rows below are sorted', () => {
  const { sheet } = signed([90, 80, 40], []);
  expect([sheet.bodyRows, sheet.filterRow]).toEqual([3, sheet.head.length - 1]);
  expect(sheet.repeatRows).toEqual({ first: sheet.head.length - 2, last: sheet.head.length - 2 });
  expect(sheet.head.at(-1)!.map(({ value }) => value)).toEqual(['', '平均', 70, 70]);
});

test('weights stand in the headers, of the dimensions that are scored; a column in which nothing stands is left out', () => {
  const { headers } = signed([90, 80], []);
  expect(headers).toEqual(['名次', '开发区名称', '综合得分', '规模\n100%']);
});

test('a dimension above others weighs what they weigh together', () => {
  const { headers } = signed(
    [90, 80],
    [],
    small({
      dimensions: {
        whole: { title: '总体' },
        scale: { title: '规模', parent: 'whole' },
        more: { title: '增量', parent: 'whole' },
        side: { title: '其他' },
      },
      indicators: Object.fromEntries(
        ['scale', 'more', 'side'].map((dimension) => [
          `i_${dimension}`,
          { ...output, measure: 'output', dimension, normalise: { method: 'goalposts', worst: 0, best: 100 } },
        ]),
      ),
    }),
  );
  expect(headers.slice(3)).toEqual(['规模\n25%', '增量\n25%', '总体\n50%', '其他\n50%']);
});

test('an interval stands only beside who may come to several places', () => {
  const { sheet, column } = signed([95, 60, 90, null, 85], [{ zone: '甲区', rank: 1 }]);
  // Most of them are open, so they keep their rows.
  expect(sheet.bodyRows).toBe(4);
  expect(column('名次区间')).toEqual(['', '2–3', '3–4', '4–5']);
});

test('who has no place stands below the others, with what would settle it', () => {
  const { sheet, foot } = signed([90, 80, null], []);
  expect(sheet.bodyRows).toBe(2);
  expect(foot[0]).toEqual(['以下未排名或名次未定（名次为暂排）']);
  expect(foot[1]![1]).toBe('丙区');
  expect(foot[1]!.at(-1)).toMatch(/补齐即可定案：.+!\w+4$/u);
});

test('the title names place, subject and year; an inferred place is not named', () => {
  const title = (jurisdiction: Draft): unknown => signed([90, 80], [], small({ jurisdiction })).sheet.head[0]![0]!.value;
  expect(title({ level: 'province', name: '某省' })).toMatch(/^某省开发区综合排名（/u);
  expect(title({ level: 'province', name: '某省', inferred: '原文未写省名' })).toMatch(/^开发区综合排名（/u);
  expect(title({ level: 'nation', name: '全国' })).toMatch(/^开发区综合排名（/u);
});

test('with more dimensions than a page holds they stand on 得分明细 alone', () => {
  const keys = Array.from({ length: 24 }, (_, at) => `d${at}`);
  const pack = small({
    dimensions: Object.fromEntries(keys.map((key, at) => [key, { title: `第${at + 1}方面内容` }])),
    indicators: Object.fromEntries(
      keys.map((key) => [
        `i${key}`,
        { ...output, measure: 'output', dimension: key, normalise: { method: 'goalposts', worst: 0, best: 100 } },
      ]),
    ),
  });
  const { sheet, headers, foot } = signed([90, 80], [], pack);
  expect(headers.slice(0, 3)).toEqual(['名次', '开发区名称', '综合得分']);
  expect(sheet.widths.length).toBeLessThan(6);
  expect(foot.flat().join('\n')).toContain('本页排不下、见得分明细的栏：第1方面内容、');
});
