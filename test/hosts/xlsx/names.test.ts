import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import type { XlsxWorkbook } from '../../../src/hosts/xlsx/open-xlsx';
import { chooseNames, rewriteFormula } from '../../../src/hosts/results/names';
import { markFormula, ownedSheets, readMark, withoutCalculation, withoutStyles } from '../../../src/hosts/results/mark';
import { withoutSheets } from '../../../src/ooxml/parts/calc-chain';
import { DECLARATION, MAIN, PACKAGE_RELS, REFS, partText, sheetOf, sheetXml, unzip, workbook, zip } from '../../ooxml/package-builder';
import { MARK, fullPlan, planOf, sheetPlan } from './sample-plan';

const sheets = async (file: XlsxWorkbook): Promise<string[]> =>
  (await file.describe()).sheets.map(({ name, owned }) => (owned ? `[${name}]` : name));

/** The file with its workbook part changed as a user's program would. */
function edited(bytes: Uint8Array, change: (xml: string) => string, more: Record<string, string> = {}): XlsxWorkbook {
  const parts = unzip(bytes);
  parts['xl/workbook.xml'] = Buffer.from(change(partText(bytes, 'xl/workbook.xml')));
  return openXlsx(zip({ ...parts, ...more }));
}

async function written(...names: string[]): Promise<Uint8Array> {
  const file = openXlsx(workbook({ sheets: names.map((name) => ({ name, xml: sheetOf([[name]]) })) }));
  await file.write(fullPlan());
  return file.bytes();
}

describe('a name that the user has', () => {
  it('is never taken, and references follow', async () => {
    const file = openXlsx(workbook({ sheets: [{ name: '得分明细', xml: sheetOf([['我的']]) }] }));
    const report = await file.write(fullPlan());
    expect(report.written).toEqual(['综合排名', '得分明细（考评）']);
    expect(report.leftOut).toEqual(['工作簿里已有名为“得分明细”的工作表，结果写入“得分明细（考评）”。']);
    const [mine, ranking] = await file.read();
    expect(mine!.grid.text(0, 0)).toBe('我的');
    expect(ranking!.grid.formula(3, 2)).toBe("SUM('得分明细（考评）'!B2:B3)");
    expect(partText(file.bytes(), 'xl/worksheets/sheet2.xml')).toContain(`location="'得分明细（考评）'!B2"`);
    await file.write(fullPlan());
    expect(await sheets(file)).toEqual(['得分明细', '[综合排名]', '[得分明细（考评）]']);
  });

  it('is compared without regard to case and width, and the new one stays within 31 characters', () => {
    const plan = planOf(
      sheetPlan({ name: 'Report' }),
      sheetPlan({ name: '长'.repeat(31) }),
      sheetPlan({ name: '长'.repeat(31) }),
      sheetPlan({ name: "a/b:'" }),
      sheetPlan({ name: 'History' }),
      sheetPlan({ name: "'" }),
    );
    const names = chooseNames(plan, ['ＲＥＰＯＲＴ', 'report（考评）', '长'.repeat(31)], []);
    expect(names.sheets).toEqual([
      'Report（考评2）',
      `${'长'.repeat(27)}（考评）`,
      `${'长'.repeat(26)}（考评2）`,
      'a_b_',
      'History_',
      '考评结果',
    ]);
  });

  it('is never cut through the middle of a character that takes two units', () => {
    const long = `${'长'.repeat(30)}😀`;
    const free = `${'长'.repeat(26)}😀区`;
    const names = chooseNames(planOf(sheetPlan({ name: long }), sheetPlan({ name: free })), [free], []);
    expect(names.sheets).toEqual(['长'.repeat(30), `${'长'.repeat(26)}（考评）`]);
  });

  it('for ranges too', async () => {
    const file = openXlsx(
      workbook({
        sheets: [{ name: '数据', xml: sheetOf([[1]]) }],
        afterSheets: '<definedNames><definedName name="考评_得分">数据!$A$1</definedName></definedNames>',
      }),
    );
    const plan = fullPlan();
    const report = await file.write({ ...plan, sheets: [{ ...plan.sheets[0]!, foot: [[{ value: 1, formula: 'SUM(考评_得分)' }]] }] });
    expect(report.leftOut).toEqual(['工作簿里已有名称“考评_得分”，结果区域命名为“考评_得分_2”。']);
    expect((await file.read())[1]!.grid.formula(6, 0)).toBe('SUM(考评_得分_2)');
    expect(partText(file.bytes(), 'xl/workbook.xml')).toContain('<definedName name="考评_得分">数据!$A$1</definedName>');
    await file.write(plan);
    expect(partText(file.bytes(), 'xl/workbook.xml').match(/name="考评_得分(_2)?"/g)).toEqual(['name="考评_得分"', 'name="考评_得分_2"']);
  });

  it.each([
    ["SUM('排名'!A1)", "SUM('排名（考评）'!A1)"],
    ['SUM(排名!A1)', "SUM('排名（考评）'!A1)"],
    [`"'排名'!A1"&'排名'!A1`, `"'排名'!A1"&'排名（考评）'!A1`],
    ["'it''s'!A1", "'it''s 2'!A1"],
    ['得分+得分率+得分(1)', '得分_2+得分率+得分(1)'],
    ["'[1]排名'!A1+排名2!A1", "'[1]排名'!A1+排名2!A1"],
  ])('formula %s', (formula, expected) => {
    expect(
      rewriteFormula(
        formula,
        new Map([
          ['排名', '排名（考评）'],
          ["it's", "it's 2"],
        ]),
        new Map([['得分', '得分_2']]),
      ),
    ).toBe(expected);
  });
});

describe('ownership', () => {
  it('survives a rename', async () => {
    const file = edited(await written('数据'), (xml) => xml.replace('<sheet name="综合排名"', '<sheet name="改名"'));
    expect(await sheets(file)).toEqual(['数据', '[改名]', '[得分明细]']);
    expect((await file.write(fullPlan())).replaced).toEqual(['改名', '得分明细']);
    expect(await sheets(file)).toEqual(['数据', '[综合排名]', '[得分明细]']);
  });

  it('is not given to a copy that the user made of our sheet', async () => {
    const bytes = await written('数据');
    const copy = (xml: string): string => {
      const mark = /<definedName name="_zone_assessor" localSheetId="1"[^>]*>[^<]*<\/definedName>/.exec(xml)![0];
      return xml
        .replace('</sheets>', '<sheet name="综合排名 (2)" sheetId="20" r:id="rId1"/></sheets>')
        .replace('</definedNames>', `${mark.replace('localSheetId="1"', 'localSheetId="3"')}</definedNames>`);
    };
    const file = edited(bytes, copy);
    expect(await sheets(file)).toEqual(['数据', '[综合排名]', '[得分明细]', '综合排名 (2)']);
    await file.clear();
    expect(await sheets(file)).toEqual(['数据', '综合排名 (2)']);
    // Original renamed as well: none can be told to be ours, so none is removed.
    const unclear = edited(bytes, (xml) => copy(xml).replace('name="综合排名"', 'name="甲"'));
    expect(await sheets(unclear)).toEqual(['数据', '甲', '[得分明细]', '综合排名 (2)']);
    await unclear.write(fullPlan());
    expect(await sheets(unclear)).toEqual(['数据', '甲', '综合排名 (2)', '[综合排名]', '[得分明细]']);
  });

  it('holds the mark within the length of a text in a formula', () => {
    const long = markFormula(
      { pack: 'p";'.repeat(99), version: 'v'.repeat(99), input: 'f'.repeat(99), at: '2024-03-01T08:00:00+08:00' },
      '名'.repeat(31),
      true,
    );
    expect(long.length).toBeLessThanOrEqual(255);
    expect(readMark(long)).toEqual({ sheet: '名'.repeat(31), calculated: true });
    const before = { calculation: 'unset', names: 'closed', styles: 'a1b2c3d4' } as const;
    const longest = markFormula(
      { pack: 'p'.repeat(99), version: 'v'.repeat(99), input: 'f'.repeat(99), at: '2024-03-01T08:00:00.000+08:00' },
      '名'.repeat(31),
      true,
      before,
    );
    // Quotes do not count.
    expect(longest.length).toBeLessThanOrEqual(257);
    expect(readMark(longest)).toEqual({ sheet: '名'.repeat(31), calculated: true, ...before });
    expect(readMark(withoutStyles(withoutCalculation(longest)))).toEqual({ sheet: '名'.repeat(31), calculated: false, names: 'closed' });
    expect(readMark(markFormula(MARK, '排名', false))).toEqual({ sheet: '排名', calculated: false });
    expect(readMark('"something else"')).toBeUndefined();
    expect(
      ownedSheets([
        { name: '甲', mark: { sheet: undefined, calculated: false } },
        { name: '乙', mark: undefined },
      ]),
    ).toEqual([true, false]);
  });
});

describe('numbers of sheets', () => {
  it('follow when our sheets stood between the user’s', async () => {
    const file = edited(await written('一', '二'), (xml) =>
      xml
        .replace(
          /<sheets>(<sheet [^>]*>)(<sheet [^>]*>)(<sheet [^>]*>)(<sheet [^>]*>)<\/sheets>/,
          '<bookViews><workbookView firstSheet="1" activeTab="3"/><workbookView activeTab="2"/></bookViews><sheets>$3$1$4$2</sheets>',
        )
        .replace(/localSheetId="([23])"/g, (_, n) => `localSheetId="${n === '2' ? 0 : 2}"`)
        .replace(
          '</definedNames>',
          '<definedName name="局部" localSheetId="1">一!$A$1</definedName><definedName name="局部" localSheetId="3">二!$A$1</definedName><definedName name="远">综合排名!$A$1+\'得分明细\'!$A$1</definedName></definedNames>',
        ),
    );
    expect(await sheets(file)).toEqual(['[综合排名]', '一', '[得分明细]', '二']);
    const keep = file.bytes();
    await file.write(planOf(sheetPlan({ name: '综合排名' })));
    expect(await sheets(file)).toEqual(['一', '二', '[综合排名]']);
    const xml = partText(file.bytes(), 'xl/workbook.xml');
    expect(xml).toContain('<workbookView firstSheet="0" activeTab="1"/><workbookView activeTab="1"/>');
    expect(xml).toContain(
      '<definedName name="局部" localSheetId="0">一!$A$1</definedName><definedName name="局部" localSheetId="1">二!$A$1</definedName>',
    );
    expect(xml).toContain('<definedName name="远">综合排名!$A$1+#REF!$A$1</definedName>');
    expect(xml).toContain('<definedName name="_zone_assessor" localSheetId="2"');
    const cleared = openXlsx(keep);
    await cleared.clear();
    expect(partText(cleared.bytes(), 'xl/workbook.xml')).toContain('<definedName name="远">#REF!$A$1+#REF!$A$1</definedName>');
  });
});

describe('what a program added to our sheets', () => {
  it('goes with them: pictures, printer settings, calculation chain; what the user’s sheets use too stays', async () => {
    const bytes = await written('数据');
    const parts = unzip(bytes);
    const rels = partText(bytes, 'xl/worksheets/_rels/sheet2.xml.rels').replace(
      '</Relationships>',
      `<Relationship Id="rId7" Type="${REFS}/printerSettings" Target="../printerSettings/p1.bin"/><Relationship Id="rId8" Type="${REFS}/drawing" Target="../drawings/d1.xml"/></Relationships>`,
    );
    const chain = `${DECLARATION}<calcChain xmlns="${MAIN}"><c r="C4" i="2"/><c r="C7"/></calcChain>`;
    const drawing = `<Relationships xmlns="${PACKAGE_RELS}"><Relationship Id="rId1" Type="${REFS}/image" Target="../media/both.png"/></Relationships>`;
    const bookRels = partText(bytes, 'xl/_rels/workbook.xml.rels').replace(
      '</Relationships>',
      `<Relationship Id="rId90" Type="${REFS}/calcChain" Target="calcChain.xml"/></Relationships>`,
    );
    const file = openXlsx(
      zip({
        ...parts,
        'xl/worksheets/_rels/sheet2.xml.rels': rels,
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${PACKAGE_RELS}"><Relationship Id="rId1" Type="${REFS}/image" Target="../media/both.png"/></Relationships>`,
        'xl/printerSettings/p1.bin': 'x',
        'xl/drawings/d1.xml': '<x/>',
        'xl/drawings/_rels/d1.xml.rels': drawing,
        'xl/media/both.png': 'png',
        'xl/media/nobody.png': 'png',
        'xl/calcChain.xml': chain,
        'xl/_rels/workbook.xml.rels': bookRels,
      }),
    );
    await file.clear();
    const left = Object.keys(unzip(file.bytes()));
    expect(left).toEqual(expect.arrayContaining(['xl/media/both.png', 'xl/media/nobody.png', 'xl/worksheets/sheet1.xml']));
    expect(left.filter((part) => /p1|d1|calcChain|sheet2|comments|vml/.test(part))).toEqual([]);
    expect(partText(file.bytes(), 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect((await openXlsx(file.bytes()).read()).map((sheet) => sheet.name)).toEqual(['数据']);
  });

  it('the calculation chain keeps the user’s cells with their sheets', () => {
    const chain = (cells: string): string => `<calcChain xmlns="${MAIN}">${cells}</calcChain>`;
    expect(
      withoutSheets('c', chain('<c r="A1" i="1"/><c r="A2"/><c r="B1" i="5"/><c r="B2"/><c r="C1" i="2"/><c r="C2"/>'), new Set([5])),
    ).toBe(chain('<c r="A1" i="1"/><c r="A2"/><c r="C1" i="2"/><c r="C2"/>'));
    expect(withoutSheets('c', chain('<c r="A1" i="1"/>'), new Set([5]))).toBe(chain('<c r="A1" i="1"/>'));
    expect(withoutSheets('c', chain('<c r="A1" i="5"/><c r="A2"/>'), new Set([5]))).toBeUndefined();
  });

  it('a workbook of nothing but our sheets can be written anew', async () => {
    const file = edited(await written('数据'), (xml) =>
      xml.replace(/<sheet name="数据"[^>]*>/, '').replace(/localSheetId="(\d)"/g, (_, n) => `localSheetId="${Number(n) - 1}"`),
    );
    expect(await sheets(file)).toEqual(['[综合排名]', '[得分明细]']);
    await file.write(fullPlan());
    expect(await sheets(file)).toEqual(['[综合排名]', '[得分明细]']);
    expect(await openXlsx(workbook({ sheets: [{ name: '空', xml: sheetXml('') }] })).clear()).toEqual([]);
  });
});
