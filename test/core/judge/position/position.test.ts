import { gridOf } from '../../../../src/core/grid';
import type { SheetGrid } from '../../../../src/core/grid';
import type { Pack } from '../../../../src/core/pack/schema';
import { judged, type Judged } from '../../../packs/run';
import { settingsSheet, tableSheet, type CellInput, type Row } from '../../../packs/sheets';
import { draft, valid, withRule, type Draft } from '../../pack/small-pack';

const NAMES = ['甲区', '乙区', '丙区', '丁区', '戊区', '己区'];

/** The main table, best first: the more output the better. */
const bestFirst = (pack: Pack, outputs: readonly CellInput[], more: readonly Row[] = []): SheetGrid =>
  tableSheet(
    pack,
    'indicators',
    outputs.map((output, at) => ({ zone: NAMES[at]!, output, ...more[at] })),
  );
const outputsOf = (count: number): number[] => Array.from({ length: count }, (_, at) => 100 - at);

/** A table of ranks of an earlier year: zone → rank, and the number of zones where it is stated. */
const ranksOf = (pack: Pack, table: string, ranks: readonly CellInput[], total?: number): SheetGrid =>
  tableSheet(
    pack,
    table,
    ranks.map((rank, at) => ({ zone: NAMES[at]!, rank, ...(total !== undefined && { total }) })),
    { columns: ['zone', 'rank'] },
  );

const said = (result: Judged): string[] => result.of('rule').map(({ subject, status }) => `${subject} ${status}`);
const codes = (result: Judged): string[] => result.problems.map(({ code }) => code);
const own = (edge: Draft, more: Draft = {}): Draft => ({ kind: 'position', ranking: 'all', ...edge, ...more });

describe('first and last N of this year', () => {
  const run = (rule: Draft, outputs: readonly CellInput[]): Judged => {
    const pack = valid(withRule(rule));
    return judged(pack, [bestFirst(pack, outputs)]);
  };

  test('exactly N zones, counted from the wanted end', () => {
    expect(said(run(own({ last: 2 }), [5, 4, 3, 2, 1]))).toEqual(['丁区 unmet', '戊区 unmet']);
    expect(said(run(own({ first: 2 }), [5, 4, 3, 2, 1]))).toEqual(['甲区 met', '乙区 met']);
  });

  test('zones level on the edge are all listed, marked, and that there are more than N is said', () => {
    const result = run(own({ last: 2 }), [5, 3, 3, 3, 1]);
    expect(result.of('rule').map(({ subject, word }) => `${subject} ${word}`)).toEqual([
      '乙区 列入（并列）',
      '丙区 列入（并列）',
      '丁区 列入（并列）',
      '戊区 列入',
    ]);
    expect(result.problems.find(({ code }) => code === 'tie-at-edge')?.message).toContain('列入 4 个，多于 2 个');
    expect(codes(run(own({ last: 2 }), [5, 4, 3, 2, 1]))).not.toContain('tie-at-edge');
  });

  test.each<[number, Draft, string[]]>([
    [5, { percent: 40 }, ['丁区 unmet', '戊区 unmet']],
    // 39.9 % of five is 1.995: down one, up two, to the nearest two.
    [5, { percent: 39.9 }, ['戊区 unmet']],
    [5, { percent: 39.9, round: 'up' }, ['丁区 unmet', '戊区 unmet']],
    [5, { percent: 39.9, round: 'nearest' }, ['丁区 unmet', '戊区 unmet']],
    [5, { percent: 5 }, ['戊区 unmet']],
    [5, { percent: 5, at_least: 0 }, []],
    [5, { percent: 5, at_least: 2 }, ['丁区 unmet', '戊区 unmet']],
  ])('a share of the %s who take part: %p', (count, last, names) => {
    const result = run(own({ last }), outputsOf(count));
    expect(said(result)).toEqual(names);
    if (names.length > 0) expect(result.of('rule')[0]!.limit).toBe(`最后${String(last.percent)}%（${names.length}名）`);
  });

  test('a share counts who is in for sure; where more may take part, those whom that could add are possible', () => {
    const pack = valid(
      withRule(own({ last: { percent: 25 }, ranking: 'provincial' }), {
        rankings: { provincial: { title: '省级排名', population: { level: '省级' } } },
      }),
    );
    const levels = ['省级', '省级', '省级', '省级', '省级', null].map((level) => ({ level }));
    const result = judged(pack, [
      bestFirst(
        pack,
        [9, 8, 7, 6, 5, 4].map((output, at) => (at < 6 ? output : null)),
        levels,
      ),
    ]);
    expect(result.of('rule').filter(({ certainty }) => certainty === 'certain')).toEqual([]);
  });

  test('a tie that stays within N brings no notice', () =>
    expect(codes(run(own({ last: 2 }), [5, 4, 3, 1, 1]))).not.toContain('tie-at-edge'));

  test('everyone on the list is said, N of more than N is not; one zone alone is not worth it', () => {
    expect(codes(run(own({ last: 3 }), [5, 4, 3]))).toContain('all-listed');
    expect(codes(run(own({ last: 2 }), [5, 4, 3]))).not.toContain('all-listed');
    const { output } = draft().indicators as Record<string, Draft>;
    const goalposts = { ...output, normalise: { method: 'goalposts', worst: 0, best: 100 } };
    const alone = valid(withRule(own({ last: 1 }), { indicators: { output: goalposts } }));
    expect(said(judged(alone, [bestFirst(alone, [5])]))).toEqual(['甲区 unmet']);
    expect(codes(judged(alone, [bestFirst(alone, [5])]))).not.toContain('all-listed');
  });

  test('the sentence tells place, how many took part and N; the finding rests on the zone’s name', () => {
    const [first] = run(own({ first: 1 }), [5, 4, 3]).of('rule');
    expect(first?.sentence).toContain('甲区在“综合排名”中列第1名（共3个参加排名），属前1名。');
    expect([first?.value, first?.cells]).toEqual(['第1名（共3个）', ['指标数据!A2']]);
    const [last] = run(own({ last: 1 }), [5, 4, 3]).of('rule');
    expect(last?.sentence).toContain('丙区在“综合排名”中列第3名（共3个参加排名），属后1名。');
    expect(last?.value).toBe('第3名（共3个）');
  });

  test('a place that rests on fewer figures than others have says so', () => {
    const pack = valid(withRule(own({ first: 1 })));
    const sentence = (rows: readonly Row[]): string | undefined => judged(pack, [bestFirst(pack, [5, 4, 3], rows)]).of('rule')[0]?.sentence;
    expect(sentence([{ green: null }, { green: 6 }, { green: 5 }])).toContain('按已报指标暂列第1名');
    expect(sentence([{ green: 1 }, { green: 6 }, { green: null }])).not.toContain('暂列');
  });

  test('a population that nobody is in lists nobody', () => {
    const pack = valid(withRule(own({ last: 1 }), { rankings: { all: { title: '综合排名', population: { level: '国家级' } } } }));
    expect(judged(pack, [bestFirst(pack, [5, 4], [{ level: '省级' }, { level: '省级' }])]).of('rule')).toEqual([]);
  });

  test('zones that the rule is not for are not listed, with or without a place', () => {
    const pack = valid(withRule(own({ last: 2 }, { for: { level: '省级' } })));
    const rows = [{ level: '省级' }, { level: '省级' }, { level: '国家级' }, { level: '国家级' }];
    // 丁区 hands in nothing and may come to stand anywhere: 乙区 is on the list now and may leave it.
    expect(said(judged(pack, [bestFirst(pack, [4, 3, 2, null], rows)]))).toEqual(['乙区 explain']);
    expect(said(judged(pack, [bestFirst(pack, [4, 3, 2], rows)]))).toEqual(['乙区 unmet']);
  });

  test('N that nobody has set: the rule is off, and its parameter named', () => {
    const pack = valid(withRule(own({ last: { parameter: 'n' } })));
    const off = judged(pack, [bestFirst(pack, [2, 1])]);
    expect(off.of('rule')).toEqual([]);
    expect(off.problems.find(({ code }) => code === 'rule-off')?.message).toContain('名额');
    expect(said(judged(pack, [bestFirst(pack, [2, 1]), settingsSheet(pack, { parameters: { n: 1 } })]))).toEqual(['乙区 unmet']);
  });

  test.each([
    ['first', 'red', 'unmet'],
    ['first', undefined, 'met'],
    ['last', 'green', 'met'],
    ['last', undefined, 'unmet'],
    ['first', 'yellow', 'explain'],
  ])('%s in %s is %s', (end, colour, status) =>
    expect(run(own({ [end]: 1 }, colour === undefined ? {} : { colour }), [3, 2, 1]).of('rule')[0]?.status).toBe(status),
  );

  test('the consequence stands with every colour: a reward too follows from being listed', () =>
    expect(run(own({ first: 1 }, { consequence: '通报表彰' }), [2, 1]).of('rule')[0]?.consequence).toBe('通报表彰'));
});

describe('answers beside the place', () => {
  const pack = valid(withRule(own({ first: 1 }, { and_yes: ['lawful'] })));
  const run = (lawful: CellInput): Judged =>
    judged(pack, [
      tableSheet(pack, 'indicators', [
        { zone: '甲区', output: 2, lawful },
        { zone: '乙区', output: 1, lawful: '是' },
      ]),
    ]);

  test('是 lists, and the answer’s cell is named', () => {
    const [finding] = run('是').of('rule');
    expect([finding?.status, finding?.cells]).toEqual(['met', ['指标数据!A2', '指标数据!C2']]);
  });
  test('否 does not list, and nobody moves up', () => expect(run('否').of('rule')).toEqual([]));
  test('no answer is grey and names the column', () => {
    const [finding] = run(null).of('rule');
    expect(finding?.status).toBe('missing');
    expect(finding?.sentence).toContain('“依法批准”未填');
  });
});

describe('the heavier rule takes the zone', () => {
  const pack = valid(
    draft({
      parameters: { stacking: { title: '叠加', kind: 'choice', choices: ['全部', '仅最重'], default: '全部', decided: 'G1' } },
      rules: {
        rule: {
          kind: 'position',
          title: '后二',
          clause: '一·产值',
          ranking: 'all',
          last: 2,
          yields_to: { rules: ['heavy'], parameter: 'stacking', is: '仅最重' },
        },
        heavy: { kind: 'position', title: '后一', clause: '一·产值', ranking: 'all', last: 1, and_yes: ['lawful'] },
      },
    }),
  );
  const run = (stacking: string, lawful: CellInput): string[] =>
    said(
      judged(pack, [
        bestFirst(pack, [3, 2, 1], [{ lawful: '是' }, { lawful: '是' }, { lawful }]),
        settingsSheet(pack, { parameters: { stacking } }),
      ]),
    );

  test('only where the user chose so', () => {
    expect(run('全部', '是')).toEqual(['乙区 unmet', '丙区 unmet']);
    expect(run('仅最重', '是')).toEqual(['乙区 unmet']);
  });
  test('any one of several heavier rules takes the zones that it lists, and no others', () => {
    const { rule, heavy } = pack.rules as unknown as Record<string, Draft>;
    const several = valid(
      draft({
        parameters: { stacking: { title: '叠加', kind: 'choice', choices: ['全部', '仅最重'], default: '仅最重', decided: 'G1' } },
        rules: {
          rule: { ...rule, last: 3, yields_to: { rules: ['heavy', 'heavier'], parameter: 'stacking', is: '仅最重' } },
          heavy: { ...heavy, and_yes: [], last: 2 },
          heavier: { ...heavy, and_yes: [], last: 1 },
        },
      }),
    );
    expect(said(judged(several, [bestFirst(several, [4, 3, 2, 1])]))).toEqual(['乙区 unmet']);
  });
  test('a heavier rule that is grey takes nobody', () => expect(run('仅最重', null)).toEqual(['乙区 unmet', '丙区 unmet']));
});

describe('imported ranks', () => {
  const tables = (columns: Draft): Draft => ({
    tables: {
      ...(draft().tables as Draft),
      national: {
        sheet: ['全国名次'],
        row: '开发区',
        key: 'zone',
        repeats: true,
        columns: { zone: { header: ['开发区名称'], kind: 'text', required: true }, ...columns },
      },
    },
  });
  const columns = {
    rank: { header: ['名次'], unit: '名' },
    total: { header: ['参评总数'], unit: '个' },
    from_last: { header: ['倒数名次'], unit: '名' },
    item: { header: ['指标'], kind: 'text' },
  };
  const run = (edge: Draft, imported: Draft, rows: readonly Row[]): Judged => {
    const pack = valid(withRule({ kind: 'position', ...edge, imported: { table: 'national', ...imported } }, tables(columns)));
    return judged(pack, [bestFirst(pack, [2, 1]), tableSheet(pack, 'national', rows)]);
  };
  const both = { rank: 'rank', total: 'total' };

  test('the last N by rank and number of zones: the edge belongs to them', () => {
    const result = run({ last: 2 }, both, [
      { zone: '甲区', rank: 218, total: 219 },
      { zone: '乙区', rank: 217, total: 219 },
      { zone: '丙区', rank: 219, total: 219 },
    ]);
    expect(said(result)).toEqual(['甲区 unmet', '丙区 unmet']);
    expect(result.one('rule', '甲区')).toMatchObject({ value: '倒数第2名', cells: ['全国名次!B2', '全国名次!C2'] });
    expect(result.one('rule', '甲区')?.sentence).toContain('甲区按导入名次居倒数第2位，属最后2名');
  });

  test('a stated place from the last has to agree with rank and number; where it does not, neither is used and the cell is asked', () => {
    const result = run({ last: 1 }, { ...both, from_last: 'from_last' }, [
      { zone: '甲区', rank: 219, total: 219, from_last: 2 },
      { zone: '乙区', rank: null, total: 219, from_last: 1 },
    ]);
    expect(said(result)).toEqual(['甲区 missing', '乙区 unmet']);
    expect(result.problems.filter(({ code }) => code === 'rank-doubtful').map(({ sheet, cell }) => [sheet, cell])).toEqual([
      ['全国名次', 'D2'],
    ]);
  });

  test.each([
    ['over the number of zones', { rank: 230, total: 219 }, 'B2'],
    ['no whole number', { rank: 200.5, total: 219 }, 'B2'],
    ['from the last, over the number', { rank: null, total: 219, from_last: 220 }, 'D2'],
  ])('a rank that is %s is asked and not used', (_, row, cell) => {
    const result = run({ last: 20 }, { ...both, from_last: 'from_last' }, [{ zone: '甲区', from_last: null, ...row }]);
    expect(said(result)).toEqual(['甲区 missing']);
    expect(result.problems.filter(({ code }) => code === 'rank-doubtful').map(({ severity, cell: at }) => [severity, at])).toEqual([
      ['error', cell],
    ]);
  });

  test('more than there is room for behind them share a rank: no place is worked out, and never a negative one', () => {
    const rows = ['甲区', '乙区', '丙区'].map((zone) => ({ zone, rank: 219, total: 219 }));
    const result = run({ last: 5 }, both, rows);
    expect(said(result)).toEqual(['甲区 missing', '乙区 missing', '丙区 missing']);
    expect(result.problems.find(({ code }) => code === 'rank-doubtful')?.message).toContain('3 个并列第 219 名，参评总数却只有 219');
    expect(result.findings.filter(({ sentence }) => sentence.includes('第-'))).toEqual([]);
  });

  test.each([
    ['below', (lines: string[][]) => [...lines, [], ['参评总数：219个']]],
    ['above', (lines: string[][]) => [['全国名次'], ['填报日期：2017-03-01　参评总数：219'], ...lines]],
    ['in a note below', (lines: string[][]) => [...lines, ['注：名次为导入结果。参评总数：219']]],
  ])('the number of zones stated once in a line %s the table counts for all its rows, and its cell is named', (_, around) => {
    const pack = valid(withRule({ kind: 'position', last: 2, imported: { table: 'national', ...both } }, tables(columns)));
    const rows = around([
      ['开发区名称', '名次'],
      ['甲区', '218'],
      ['乙区', '217'],
    ]).map((row) => row.map((text) => (/^\d+$/u.test(text) ? Number(text) : text)));
    const result = judged(pack, [bestFirst(pack, [2, 1]), { name: '全国名次', grid: gridOf(rows), hidden: false, owned: false }]);
    expect(said(result)).toEqual(['甲区 unmet']);
    expect(result.one('rule', '甲区')?.value).toBe('倒数第2名');
    expect(result.one('rule', '甲区')?.cells.at(-1)).toMatch(/^全国名次!A\d$/u);
  });

  test('one number of zones for all rows is no mistake of filling in', () => {
    const rows = ['甲区', '乙区', '丙区', '丁区'].map((zone, at) => ({ zone, rank: at + 1, total: 219 }));
    expect(run({ last: 5 }, both, rows).problems.filter(({ code }) => code === 'constant-column')).toEqual([]);
  });

  test('those who share the rank at the edge are all listed; a number stated once counts for all rows', () => {
    const rows = [
      { zone: '甲区', rank: 218, total: 220 },
      { zone: '乙区', rank: 218, total: null },
    ];
    expect(said(run({ last: 1 }, both, rows))).toEqual([]);
    expect(said(run({ last: 2 }, both, rows))).toEqual(['甲区 unmet', '乙区 unmet']);
  });

  test('the first N by rank; from the last where no rank is given', () => {
    const result = run({ first: 2 }, { ...both, from_last: 'from_last' }, [
      { zone: '甲区', rank: 2, total: 219, from_last: 218 },
      { zone: '乙区', rank: 3, total: 219 },
      { zone: '丙区', rank: null, total: 219, from_last: 219 },
      { zone: '丁区', rank: null, total: 219, from_last: 217 },
    ]);
    expect(said(result)).toEqual(['甲区 met', '丙区 met']);
    expect(result.one('rule', '丙区')).toMatchObject({ value: '第1名' });
    expect(result.one('rule', '甲区')?.sentence).toContain('甲区按导入名次居第2位，属前2名');
  });

  test('a place that cannot be told is grey and names its cells', () => {
    const finding = run({ last: 1 }, both, [
      { zone: '甲区', rank: 219, total: null },
      { zone: '乙区', rank: 1, total: null },
    ]).one('rule', '甲区');
    expect(finding?.status).toBe('missing');
    expect(finding?.cells).toEqual(['全国名次!B2', '全国名次!C2']);
    expect(finding?.sentence).toContain('“全国名次”中“甲区”的名次未填或不完整');
  });

  test('no such sheet: one grey line for everyone', () => {
    const pack = valid(withRule({ kind: 'position', last: 1, imported: { table: 'national', ...both } }, tables(columns)));
    const result = judged(pack, [bestFirst(pack, [2, 1])]);
    expect(said(result)).toEqual(['全部开发区 missing']);
    expect(result.of('rule')[0]?.sentence).toContain('工作簿中没有“全国名次”（每行一个开发区）');
  });

  test('equal places are marked as ties, single indicators of one place are not', () => {
    const level = [
      { zone: '甲区', from_last: 1, item: '外资' },
      { zone: '乙区', from_last: 1, item: '出口' },
      { zone: '丙区', from_last: 2, item: '出口' },
    ];
    expect(
      run({ last: 2 }, { from_last: 'from_last' }, level)
        .of('rule')
        .map(({ word }) => word),
    ).toEqual(['列入（并列）', '列入（并列）', '列入']);
    const items = run({ last: 2 }, { from_last: 'from_last', item: 'item' }, level);
    expect(items.of('rule').map(({ word }) => word)).toEqual(['列入', '列入', '列入']);
    expect(items.of('rule')[0]?.sentence).toContain('甲区“外资”指标按导入名次居倒数第1位');
    expect(items.of('rule')[0]?.cells).toEqual(['全国名次!B2', '全国名次!C2']);
  });

  test('only for those that the rule is for', () =>
    expect(
      said(
        run({ last: 2, for: { 'indicators.zone': '乙区' } }, both, [
          { zone: '甲区', rank: 219, total: 219 },
          { zone: '乙区', rank: 218, total: 219 },
        ]),
      ),
    ).toEqual(['乙区 unmet']));
});

describe('k of the last m years', () => {
  const like = (sheet: string): Draft => ({ sheet: [sheet], row: '开发区', like: 'ranks' });
  const packOf = (edge: Draft, span: Draft, more: Draft = {}, parts: Draft = {}): Pack =>
    valid(
      withRule(
        own(edge, {
          in: {
            years: 2,
            of_last: 2,
            earlier: [
              { table: 'ranks', rank: 'rank', total: 'total' },
              { table: 'older', rank: 'rank', total: 'total' },
            ],
            ...span,
          },
          ...more,
        }),
        { tables: { ...(draft().tables as Draft), older: like('前年名次') }, ...parts },
      ),
    );
  const lastTwo = packOf({ last: 2 }, {});
  /** Four zones of this year, 丙区 and 丁区 the last two. */
  const run = (ranks: readonly CellInput[], total?: number, pack = lastTwo): string[] =>
    said(judged(pack, [bestFirst(pack, outputsOf(4)), ranksOf(pack, 'ranks', ranks, total)]));

  test('the edge of last year’s last N belongs to it, one place better does not', () => {
    expect(run([1, 2, 3, 4], 4)).toEqual(['丙区 unmet', '丁区 unmet']);
    expect(run([1, 3, 2, 4], 4)).toEqual(['丁区 unmet']);
  });

  test('those level on last year’s edge all count: nobody level with a zone stands behind it', () => {
    expect(run([1, 2, 2, 4], 4)).toEqual(['丙区 unmet', '丁区 unmet']);
    // Two stand behind the three on the second place of five: none of these is among the last two.
    expect(said(judged(lastTwo, [bestFirst(lastTwo, outputsOf(5)), ranksOf(lastTwo, 'ranks', [4, 5, 1, 2, 2], 5)]))).toEqual([]);
  });

  test('the first N of last year: ties lift nobody onto the list', () => {
    const first = packOf({ first: 2 }, {});
    expect(run([1, 2, 3, 4], 4, first)).toEqual(['甲区 met', '乙区 met']);
    expect(run([2, 3, 3, 1], 4, first)).toEqual(['甲区 met']);
  });

  test('without the number of zones those behind are counted on the sheet', () => {
    expect(run([1, 2, 3, 4])).toEqual(['丙区 unmet', '丁区 unmet']);
    expect(run([3, 4, 2, 1])).toEqual([]);
    expect(run([1, 2, 2, 4])).toEqual(['丙区 unmet', '丁区 unmet']);
  });

  test('someone without a place may stand behind: then it cannot be told, unless it changes nothing', () => {
    expect(run([1, null, 3, 4])).toEqual(['丙区 missing', '丁区 unmet']);
    expect(run([null, null, 3, 4])).toEqual(['丙区 missing', '丁区 missing']);
    expect(run([4, 3, 2, null])).toEqual(['丁区 missing']);
  });

  test('first N without a rank cannot be told', () => {
    const first = packOf({ first: 2 }, {});
    expect(run([null, 1, 3, 4], undefined, first)).toEqual(['甲区 missing', '乙区 met']);
  });

  test('a stated place from the last is taken as it is, ties or not', () => {
    const stated = valid(
      withRule(own({ last: 2 }, { in: { years: 2, of_last: 2, earlier: [{ table: 'stated', from_last: 'from_last', rank: 'rank' }] } }), {
        tables: {
          ...(draft().tables as Draft),
          stated: {
            sheet: ['上年倒数'],
            row: '开发区',
            key: 'zone',
            columns: {
              zone: { header: ['开发区名称'], kind: 'text', required: true },
              rank: { header: ['名次'], unit: '名' },
              from_last: { header: ['倒数名次'], unit: '名' },
            },
          },
        },
      }),
    );
    const result = judged(stated, [
      bestFirst(stated, outputsOf(4)),
      tableSheet(stated, 'stated', [
        { zone: '甲区', rank: 1, from_last: 4 },
        { zone: '乙区', rank: 2, from_last: 3 },
        { zone: '丙区', rank: 2, from_last: 3 },
        { zone: '丁区', rank: 4, from_last: 1 },
      ]),
    ]);
    expect(said(result)).toEqual(['丁区 unmet']);
    expect(result.one('rule', '丁区')?.cells).toEqual(['指标数据!A5', '上年倒数!C5']);
  });

  test('a zone that last year’s sheet does not know cannot be told, and the sheet is named', () => {
    const result = judged(lastTwo, [bestFirst(lastTwo, outputsOf(4)), ranksOf(lastTwo, 'ranks', [1, 2, 3], 4)]);
    expect(said(result)).toEqual(['丙区 unmet', '丁区 missing']);
    expect(result.one('rule', '丁区')?.sentence).toContain('以前年度名次表中没有列出或名次未填（上年名次）');
  });

  test('the list of several years is no list of one: a tie on this year’s edge brings no notice', () => {
    const pack = packOf({ last: 1 }, {});
    const result = judged(pack, [bestFirst(pack, [5, 4, 1, 1]), ranksOf(pack, 'ranks', [1, 2, 3, 4], 4)]);
    expect(said(result)).toEqual(['丁区 unmet']);
    expect(codes(result)).not.toContain('tie-at-edge');
  });

  describe('two of three', () => {
    const pack = packOf({ last: 1 }, { of_last: 3 });
    const main = bestFirst(pack, [3, 2, 1]);
    const off = (table: string): SheetGrid => ranksOf(pack, table, [3, 2, 1], 3);
    const on = (table: string): SheetGrid => ranksOf(pack, table, [1, 2, 3], 3);

    test('this year and one more are enough, whichever; the sentence counts them and the cells name them', () => {
      const result = judged(pack, [main, off('ranks'), on('older')]);
      expect(said(result)).toEqual(['丙区 unmet']);
      expect(result.of('rule')[0]?.sentence).toContain('近3年中有2年在列');
      expect(result.of('rule')[0]?.cells).toEqual(['指标数据!A4', '上年名次!B4', '前年名次!B4']);
      expect(judged(pack, [main, on('ranks'), on('older')]).of('rule')[0]?.sentence).toContain('近3年中有3年在列');
    });
    test('this year alone is not enough', () => expect(said(judged(pack, [main, off('ranks'), off('older')]))).toEqual([]));
    test('a year without a sheet matters only where it decides, and the sheet is named', () => {
      expect(said(judged(pack, [main, on('ranks')]))).toEqual(['丙区 unmet']);
      const open = judged(pack, [main, off('ranks')]);
      expect(said(open)).toEqual(['丙区 missing']);
      expect(open.of('rule')[0]?.sentence).toContain('缺少以前年度名次（前年名次）');
      expect(open.of('rule')[0]?.sentence).not.toContain('上年名次');
      const three = packOf({ last: 1 }, { years: 3, of_last: 3 });
      expect(said(judged(three, [main, off('ranks')]))).toEqual([]);
    });
    test('years that no table is declared for stay open', () => {
      const long = packOf({ last: 1 }, { of_last: 4 });
      expect(said(judged(long, [main, off('ranks'), off('older')]))).toEqual(['丙区 missing']);
    });
    test('sheets of years beyond the span are not looked at', () => {
      const short = packOf({ last: 1 }, { of_last: 2 });
      expect(said(judged(short, [main, off('ranks'), on('older')]))).toEqual([]);
    });
    test('the two numbers may be the user’s; unset, the rule is off', () => {
      const asked = packOf({ last: 1 }, { years: { parameter: 'n' }, of_last: 3 });
      expect(codes(judged(asked, [main, on('ranks')]))).toContain('rule-off');
      const set = (n: number): string[] =>
        said(judged(asked, [main, on('ranks'), off('older'), settingsSheet(asked, { parameters: { n } })]));
      expect([set(2), set(3)]).toEqual([['丙区 unmet'], []]);
    });
  });

  describe('the earlier list is one of the same kind of zone', () => {
    const rankings = { all: { title: '综合排名', population: { level: '省级' } } };
    const local = [{ level: '省级' }, { level: '国家级' }, { level: '省级' }, { level: '省级' }];

    test('by this year’s kind where last year’s sheet has none: others behind do not push a zone off the list', () => {
      const pack = packOf({ last: 1 }, {}, {}, { rankings });
      const sheets = (ranks: readonly CellInput[]): SheetGrid[] => [bestFirst(pack, outputsOf(4), local), ranksOf(pack, 'ranks', ranks)];
      // 乙区 stood behind 丁区, but it is 国家级 and on another list.
      expect(said(judged(pack, sheets([1, 4, 2, 3])))).toEqual(['丁区 unmet']);
      expect(said(judged(pack, sheets([1, 2, 4, 3])))).toEqual([]);
    });

    test('of any of several kinds that are ranked together', () => {
      const both = { all: { title: '综合排名', population: { level: ['省级', '国家级'] } } };
      const pack = packOf({ last: 1 }, {}, {}, { rankings: both });
      expect(said(judged(pack, [bestFirst(pack, outputsOf(4), local), ranksOf(pack, 'ranks', [1, 2, 3, 4])]))).toEqual(['丁区 unmet']);
    });

    test('by that sheet’s own column where it has one: a zone that was of another kind was not on this list', () => {
      const tables = draft().tables as Record<string, Draft>;
      const level = { header: ['级别'], kind: 'list', values: ['国家级', '省级'] };
      const pack = packOf(
        { last: 1 },
        {},
        {},
        {
          rankings,
          tables: {
            ...tables,
            ranks: { ...tables['ranks'], columns: { ...(tables['ranks']!['columns'] as Draft), level } },
            older: like('前年名次'),
          },
        },
      );
      const sheets = (levels: readonly CellInput[]): SheetGrid[] => [
        bestFirst(pack, outputsOf(4), local),
        tableSheet(
          pack,
          'ranks',
          levels.map((one, at) => ({ zone: NAMES[at]!, rank: at + 1, total: 4, level: one })),
        ),
      ];
      expect(said(judged(pack, sheets(['省级', '国家级', '省级', '省级'])))).toEqual(['丁区 unmet']);
      expect(said(judged(pack, sheets(['省级', '国家级', '省级', '国家级'])))).toEqual([]);
      expect(said(judged(pack, sheets(['省级', '国家级', '省级', null])))).toEqual(['丁区 unmet']);
    });
  });
});
