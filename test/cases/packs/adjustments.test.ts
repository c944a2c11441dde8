import { planMarkdown } from '../../core/report/plan-markdown';
import { assessUserCase } from '../assess-user-case';
import { headersOf } from '../../core/report/headers';

describe('a deduction and a veto (adjust)', () => {
  test('JSON: points, clause and cells of each adjustment; before and changes make the total', async () => {
    const { result } = await assessUserCase('packs/adjust');
    const rows = new Map(result.rankings[0]!.rows.map((row) => [row.subject, row]));
    expect([...rows].map(([subject, { rank, total }]) => [subject, rank, Math.round(total! * 100) / 100])).toEqual([
      ['甲', 1, 57],
      ['丙', 2, 53],
      ['乙', 3, 26.96],
      ['丁', 4, 0],
    ]);
    const [deduction, veto] = rows.get('乙')!.adjustments;
    expect(deduction).toEqual({
      key: 'acc',
      kind: 'deduction',
      title: '安全事故扣分',
      applies: true,
      value: -10,
      clause: '第六条',
      cells: ['指标数据!G3'],
    });
    expect(veto).toMatchObject({ key: 'veto', kind: 'veto', applies: false, value: 0 });
    expect(rows.get('丁')!.adjustments.map(({ applies, value, cells }) => [applies, value, cells])).toEqual([
      [false, 0, ['指标数据!G5']],
      [true, -40, ['指标数据!H5']],
    ]);
  });

  test('ranking sheet: columns between the dimensions and the total, rule and clause above, cells beside, the remark', async () => {
    const { plan, pack } = await assessUserCase('packs/adjust');
    const text = planMarkdown(pack.pack, plan!);
    expect(text).toContain('| 名次 | 开发区名称 | 经济发展⏎60% | 创新⏎40% | 调整前得分 | 安全事故扣分 | 环保否决 | 综合得分 | 备注 |');
    expect(text).toContain('| 3【红】 | 乙 | 61.6 | 0 | 36.96 | -10 ƒ | — | 26.96 ƒ | 安全事故扣分-10.00分；末位 |');
    expect(text).toContain('| 4【红】 | 丁 | 0 | 100 | 40 | 0 ƒ | 一票否决【红】 | 0 ƒ | 环保否决');
    expect(text).toContain('安全事故扣分，每1起扣5分（第六条）；环保否决，“是否否决”为“是”的，综合得分记0分（第六条）');
    expect(text).toContain('安全事故扣分：2起，每1起扣5分，计-10.00分⏎数据：指标数据!G3⏎第六条');
  });

  test('ranking sheet: points and total are live, and keep their zone when the rows are sorted', async () => {
    const { plan } = await assessUserCase('packs/adjust');
    const sheet = plan!.sheets.find(({ name }) => name === '综合排名')!;
    const headers = headersOf(sheet);
    const formulas = (header: string): readonly string[] => {
      const body = sheet.body[headers.indexOf(header)]!;
      return body.kind === 'number' ? (body.formulas ?? []) : [];
    };
    const first = sheet.head.length + 1;
    // 丙 (row 4 of the data sheet) is the second.
    expect(formulas('安全事故扣分')[1]).toContain("-IF(ISNUMBER('指标数据'!$G$4),'指标数据'!$G$4,\"\")*5");
    expect(formulas('综合得分')[1]).toBe(
      `IF(G${first + 1}="一票否决",0,IF(ISNUMBER(E${first + 1}),ROUND(E${first + 1}+SUM(F${first + 1}),9),""))`,
    );
  });

  test('得分明细: the same columns, with live formulas from the data sheet to the place', async () => {
    const { plan } = await assessUserCase('packs/adjust');
    const sheet = plan!.sheets.find(({ name }) => name === '得分明细·综合排名')!;
    const headers = sheet.head.at(-1)!.map(({ value }) => value);
    expect(headers.slice(-6)).toEqual(['调整前得分', '事故起数（起）', '安全事故扣分', '环保否决', '综合得分', '名次']);
    const bodies = sheet.body.slice(-6);
    expect(bodies.every((body) => body.kind === 'number' && body.formulas?.every((formula) => formula !== ''))).toBe(true);
  });
});

describe('weights by area, and a veto (jiangsu)', () => {
  test('JSON: weights by group, and each zone’s own', async () => {
    const { result } = await assessUserCase('packs/jiangsu');
    const [ranking] = result.rankings;
    const shares = ranking!.weights.map(({ group, indicators, dimensions }) => [
      group,
      ...[indicators.gdp, indicators.trade, dimensions.econ].map((share) => Math.round(share! * 100)),
    ]);
    expect(shares).toEqual([
      ['苏南', 20, 30, 50],
      ['苏中', 30, 25, 55],
      ['苏北', 40, 20, 60],
    ]);
    const weightOf = (subject: string): unknown => {
      const row = ranking!.rows.find((one) => one.subject === subject)!;
      return [row.group, Math.round(row.indicators.gdp!.weight * 100)];
    };
    expect([weightOf('苏中区4'), weightOf('苏北区3'), weightOf('苏南区5')]).toEqual([
      ['苏中', 30],
      ['苏北', 40],
      ['苏南', 20],
    ]);
  });

  test('sheets: a line a group on the ranking, a row a group on 得分明细, whose formulas stay', async () => {
    const { plan, pack } = await assessUserCase('packs/jiangsu');
    const text = planMarkdown(pack.pack, plan!);
    expect(text).toContain('权重（苏南）：经济50%（业务总收入20%、进出口总额30%）、质量50%（研发投入占比30%、单位增加值能耗20%）。');
    expect(text).toContain('权重（苏北）：经济60%（业务总收入40%、进出口总额20%）、质量40%（研发投入占比20%、单位增加值能耗20%）。');
    const sheet = plan!.sheets.find(({ name }) => name === '得分明细·全省排名')!;
    const rows = sheet.head.filter(([first]) => String(first?.value).startsWith('在上一级中的权重'));
    expect(rows.map(([first, ...more]) => [first!.value, more.map(({ value }) => value).find((value) => value !== null)])).toEqual([
      ['在上一级中的权重·苏南', 0.4],
      ['在上一级中的权重·苏中', 20 / 55 + 10 / 55],
      ['在上一级中的权重·苏北', 2 / 3],
    ]);
    const columns = sheet.head.at(-1)!.map(({ value }) => value);
    const totals = sheet.body[columns.indexOf('调整前得分')]!;
    const econ = sheet.body[columns.indexOf('经济')]!;
    if (totals.kind !== 'number' || econ.kind !== 'number') throw new Error('numbers are wanted');
    expect(totals.formulas!.every((formula) => formula !== '')).toBe(true);
    // Zones of different areas are put together by different rows of weights.
    const firstWeight = sheet.head.indexOf(rows[0]!) + 1;
    expect([0, 6, 11].map((row) => /\$(\d+)/.exec(econ.formulas![row]!)?.[1])).toEqual([0, 1, 2].map((at) => String(firstWeight + at)));
  });

  test('a veto decides: 降级 and 表彰 are impossible, with clause and cells, not grey', async () => {
    const { of } = await assessUserCase('packs/jiangsu');
    for (const [rule, title] of [
      ['demote', '降级名单'],
      ['praise', '表彰'],
    ] as const) {
      const vetoed = of(rule).filter(({ certainty }) => certainty === 'impossible');
      expect(vetoed.map(({ subject, status, word, consequence, cells }) => [subject, status, word, consequence, cells])).toEqual([
        ['苏南区2', 'explain', '不列入（一票否决）', null, ['指标数据!C3']],
        ['苏北区4', 'explain', '不列入（一票否决）', null, ['指标数据!C16']],
      ]);
      expect(vetoed[0]!.clause).toContain('否决');
      expect(vetoed[0]!.sentence).toContain('发生重特大安全、环境事故的取消考核资格');
      expect(vetoed[0]!.sentence).toContain(`不列入“${title}”`);
      expect(of(rule).filter(({ status }) => status === 'missing')).toEqual([]);
    }
  });
});
