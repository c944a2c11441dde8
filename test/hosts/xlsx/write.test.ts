import type { Plan } from '../../../src/core/plan';
import { ProblemError } from '../../../src/core/problem';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { partText, plainWorkbook, sheetOf, unzip, workbook, workbookParts, zip } from '../../ooxml/package-builder';
import { fullPlan, planOf, sheetPlan } from './sample-plan';
import { template } from './template';

/** The parts that a write may change. */
const CHANGEABLE = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];

function expectUntouched(before: Uint8Array, after: Uint8Array, changeable: readonly string[] = CHANGEABLE): void {
  const [old, now] = [unzip(before), unzip(after)];
  for (const [part, bytes] of Object.entries(old)) {
    expect(now[part]).toBeDefined();
    if (!changeable.includes(part)) expect({ part, same: Buffer.compare(bytes, now[part]!) === 0 }).toEqual({ part, same: true });
  }
}

async function written(bytes: Uint8Array, plan: Plan = fullPlan()): Promise<Uint8Array> {
  const file = openXlsx(bytes);
  await file.write(plan);
  return file.bytes();
}

/** A text without one stretch of it: what was inserted must be all that is new. */
function insertedInto(old: string, now: string): boolean {
  let at = 0;
  for (const character of now) if (at < old.length && character === old[at]) at++;
  return at === old.length;
}

describe('write into a template with everything', () => {
  for (const options of [{}, { macros: true }, { signed: true }]) {
    it(`leaves the user's parts byte for byte: ${JSON.stringify(options)}`, async () => {
      const before = template(options);
      const after = await written(before);
      expectUntouched(before, after);
      const [old, now] = [unzip(before), unzip(after)];
      const added = Object.keys(now).filter((part) => !(part in old));
      expect(added.sort()).toEqual(
        [
          'xl/charts/chart3.xml',
          'xl/comments2.xml',
          'xl/drawings/_rels/drawing3.xml.rels',
          'xl/drawings/drawing3.xml',
          'xl/drawings/vmlDrawing2.vml',
          'xl/worksheets/_rels/sheet4.xml.rels',
          'xl/worksheets/_rels/sheet5.xml.rels',
          'xl/worksheets/sheet4.xml',
          'xl/worksheets/sheet5.xml',
        ].sort(),
      );
      expect(Object.keys(now).slice(0, Object.keys(old).length)).toEqual(Object.keys(old));
    });
  }

  it('only inserts into the changeable parts', async () => {
    const before = template();
    const after = await written(before);
    for (const part of ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels']) {
      expect({ part, inserted: insertedInto(partText(before, part), partText(after, part)) }).toEqual({ part, inserted: true });
    }
    const workbookXml = partText(after, 'xl/workbook.xml');
    expect(workbookXml).toContain(
      '<workbookProtection workbookAlgorithmName="SHA-512" workbookHashValue="aGFzaA==" workbookSaltValue="c2FsdA==" workbookSpinCount="100000" lockStructure="1"/>',
    );
    expect(workbookXml).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
    expect(workbookXml).toMatch(/<\/externalReferences><definedNames>.*<\/definedNames><calcPr/s);
    expect(workbookXml).toContain(
      '<sheet name="综合排名" sheetId="10" r:id="rId11"/><sheet name="得分明细" sheetId="11" r:id="rId12"/></sheets>',
    );
    expect(workbookXml).toContain('<definedName name="_zone_assessor" localSheetId="4" hidden="1">');
    expect(workbookXml).toContain(
      '<definedName name="考评_得分" comment="zone-assessor">&apos;综合排名&apos;!$C$4:$C$6'.replaceAll('&apos;', "'"),
    );
    const styles = partText(after, 'xl/styles.xml');
    expect(styles).toContain('<xf numFmtId="31" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf ');
    expect(styles).toContain('<fonts count="7" x14ac:knownFonts="1">');
  });

  it('keeps the zip entries of untouched parts in their deflated form', async () => {
    const before = template();
    const after = Buffer.from(await written(before));
    const raw = Buffer.from(before);
    const at = raw.indexOf('xl/charts/chart1.xml');
    const data = raw.subarray(at, at + 300);
    expect(after.includes(data)).toBe(true);
  });

  it('describes what must be kept', async () => {
    const info = await openXlsx(template({ macros: true, signed: true })).describe();
    expect(info.traits).toEqual(['macros', 'protected-structure', 'external-links', 'signed']);
    expect(info.sheets).toEqual([
      { name: '指标表', hidden: false, owned: false, cells: true },
      { name: '名单', hidden: true, owned: false, cells: true },
      { name: '深藏', hidden: true, owned: false, cells: true },
      { name: '图', hidden: false, owned: false, cells: false },
    ]);
  });

  it('says that a signature becomes invalid', async () => {
    const report = await openXlsx(template({ signed: true })).write(fullPlan());
    expect(report.leftOut).toHaveLength(1);
    expect(report.leftOut[0]).toContain('签名');
  });
});

describe('a second write', () => {
  it('gives the same bytes for the same plan', async () => {
    const first = await written(template());
    const second = await written(first);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('changes nothing but our sheets', async () => {
    const first = await written(template());
    const plan = planOf(sheetPlan({ name: '综合排名', head: [[{ value: '只有标题', style: 0 }]] }));
    const file = openXlsx(first);
    expect(await file.write(plan)).toMatchObject({ written: ['综合排名'], replaced: ['综合排名', '得分明细'], leftOut: [] });
    const now = unzip(file.bytes());
    expectUntouched(template(), file.bytes());
    expect(Object.keys(now)).not.toContain('xl/comments2.xml');
    expect(Object.keys(now)).not.toContain('xl/worksheets/sheet5.xml');
    expect(Buffer.from(now['xl/styles.xml']!).equals(Buffer.from(unzip(first)['xl/styles.xml']!))).toBe(true);
    expect(partText(file.bytes(), 'xl/workbook.xml')).toContain('<calcPr calcId="191029"/>');
  });
});

describe('clear', () => {
  for (const [name, bytes] of [
    ['template', template()],
    ['plain workbook', plainWorkbook()],
  ] as const) {
    it(`leaves no trace of ours but appended styles: ${name}`, async () => {
      const file = openXlsx(await written(bytes));
      expect(await file.clear()).toEqual(['综合排名', '得分明细']);
      const [old, now] = [unzip(bytes), unzip(file.bytes())];
      expect(Object.keys(now)).toEqual(Object.keys(old));
      expectUntouched(bytes, file.bytes(), ['xl/styles.xml']);
      expect(await file.clear()).toEqual([]);
    });
  }

  it('refuses to leave a workbook without a visible sheet', async () => {
    const hidden = workbook({
      sheets: [
        { name: '数据', xml: sheetOf([[1]]), state: 'hidden' },
        { name: '另', xml: sheetOf([[1]]) },
      ],
    });
    const file = openXlsx(await written(hidden));
    const parts = unzip(file.bytes());
    parts['xl/workbook.xml'] = Buffer.from(
      partText(file.bytes(), 'xl/workbook.xml').replace('<sheet name="另"', '<sheet state="hidden" name="另"'),
    );
    const only = openXlsx(zip(parts));
    await expect(only.clear()).rejects.toThrow(ProblemError);
    expect((await only.describe()).sheets).toHaveLength(4);
  });
});

describe('what is written', () => {
  it('reads back as planned', async () => {
    const [, ranking, detail] = await openXlsx(await written(plainWorkbook())).read();
    expect(ranking).toMatchObject({ name: '综合排名', owned: true, hidden: false });
    const grid = ranking!.grid;
    expect(grid.text(0, 0)).toBe('开发区综合考评排名');
    expect([3, 4, 5].map((row) => grid.text(row, 1))).toEqual(['甲开发区', '=乙开发区', '@丙']);
    expect(grid.formula(4, 1)).toBeUndefined();
    expect(grid.cell(3, 2)).toEqual({ kind: 'number', value: 95.5, format: '0.00' });
    expect(grid.formula(3, 2)).toBe("SUM('得分明细'!B2:B3)");
    expect(grid.formula(4, 2)).toBeUndefined();
    expect(grid.cell(5, 2)).toEqual({ kind: 'text', value: '' });
    expect(grid.formula(6, 2)).toBe('SUM(C4:C6)');
    expect(grid.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 3 },
      { top: 1, left: 0, bottom: 1, right: 3 },
      { top: 6, left: 0, bottom: 6, right: 1 },
    ]);
    expect(detail!.grid.number(2, 1)).toBe(50);
  });

  it('has its elements in the order of the schema', async () => {
    const xml = partText(await written(plainWorkbook()), 'xl/worksheets/sheet2.xml');
    const order = [
      'sheetPr',
      'dimension',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'autoFilter',
      'mergeCells',
      'hyperlinks',
      'pageMargins',
      'pageSetup',
      'headerFooter',
      'legacyDrawing',
    ];
    const places = order.map((element) => xml.indexOf(`<${element}`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(xml).toContain('<pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A3:D6"/>');
    expect(xml).toContain(`<hyperlink ref="B4" location="'得分明细'!B2" display="甲开发区"/>`);
    expect(xml).toContain('第 &amp;P 页，共 &amp;N 页');
  });

  it('keeps text that begins like a formula text, even when it is edited', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM', '\t=1', '＝1+1', '＋1', '－1', '＠SUM', '普通'];
    const after = await written(
      plainWorkbook(),
      planOf(
        sheetPlan({
          name: '结果',
          body: [{ kind: 'text', values: texts, style: 2 }],
          bodyRows: texts.length,
          head: [[{ value: '=标题' }]],
        }),
      ),
    );
    const xml = partText(after, 'xl/worksheets/sheet2.xml');
    expect(xml).not.toContain('<f>');
    const quoted = [
      ...partText(after, 'xl/styles.xml')
        .match(/<cellXfs.*<\/cellXfs>/s)![0]
        .matchAll(/<xf [^>]*>/g),
    ].map((match) => match[0].includes('quotePrefix="1"'));
    const styleOf = (cell: string): number => Number(new RegExp(`r="${cell}" s="(\\d+)"`).exec(xml)?.[1]);
    expect(['=标题', ...texts].map((_, row) => quoted[styleOf(`A${row + 1}`)])).toEqual([true, ...texts.map((text) => text !== '普通')]);
  });

  it('joins notes on the same cell, and sizes boxes for their text', async () => {
    const plan = planOf(
      sheetPlan({
        name: '结果',
        head: [[{ value: 1, note: '一' }]],
        notes: [
          { row: 0, column: 0, text: '二' },
          { row: 9, column: 2, text: '字'.repeat(300) },
        ],
      }),
    );
    const after = await written(plainWorkbook(), plan);
    const comments = partText(after, 'xl/comments1.xml');
    expect(comments.match(/<comment /g)).toHaveLength(2);
    expect(comments).toContain('一&#10;二');
    expect(partText(after, 'xl/drawings/vmlDrawing1.vml').match(/<v:shape /g)).toHaveLength(2);
    expect(partText(after, '[Content_Types].xml')).toContain(
      '<Override PartName="/xl/drawings/vmlDrawing1.vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    );
  });

  it('cuts text to what a cell can hold and says so', async () => {
    const file = openXlsx(plainWorkbook());
    const report = await file.write(
      planOf(sheetPlan({ name: '结果', head: [[{ value: '字'.repeat(40_000) }, { value: `坏\u0000字\ud800` }]] })),
    );
    const grid = (await file.read())[1]!.grid;
    expect(grid.text(0, 0)).toHaveLength(32_767);
    expect(grid.text(0, 0).endsWith('…')).toBe(true);
    expect(grid.text(0, 1)).toBe('坏字');
    expect(report.leftOut).toEqual(['1 个单元格的文字超过 32767 个字符，已截短。']);
  });

  it('writes dates by the workbook’s own epoch', async () => {
    const bytes = workbook({ sheets: [{ name: '数据', xml: sheetOf([[1]]) }], beforeSheets: '<workbookPr date1904="1"/>' });
    const after = await written(bytes, planOf(sheetPlan({ name: '结果', head: [[{ value: 42430, style: 5 }]] })));
    expect(partText(after, 'xl/worksheets/sheet2.xml')).toContain('<v>40968</v>');
    const file = openXlsx(after);
    expect((await file.describe()).traits).toEqual(['date1904']);
    expect((await file.read())[1]!.grid.number(0, 0)).toBe(42430);
  });

  it('makes a style sheet where the workbook has none, and does not ask for calculation without formulas', async () => {
    const after = await written(plainWorkbook(), planOf(sheetPlan({ name: '结果', head: [[{ value: '字', style: 1 }]] })));
    expect(partText(after, 'xl/_rels/workbook.xml.rels')).toContain('/styles" Target="styles.xml"');
    expect(partText(after, 'xl/workbook.xml')).not.toContain('calcPr');
  });
});

describe('the parts around the sheets in other shapes', () => {
  it('inserts with the prefixes that the parts use', async () => {
    const parts = workbookParts({ sheets: [{ name: '数据', xml: sheetOf([[1]]) }] });
    const prefixed = Object.fromEntries(
      Object.entries(parts).map(([part, text]) => [
        part,
        part.startsWith('xl/worksheets') || typeof text !== 'string'
          ? text
          : text.replace(/<(\/?)([A-Z]?[a-zA-Z]+)(?=[\s>/])/g, '<$1p:$2').replace('xmlns=', 'xmlns:p='),
      ]),
    );
    const file = openXlsx(zip(prefixed));
    await file.write(fullPlan());
    expect(partText(file.bytes(), 'xl/workbook.xml')).toContain('<p:sheet name="综合排名" sheetId="2" r:id="rId3"/>');
    expect(partText(file.bytes(), 'xl/workbook.xml')).toContain('<p:definedName name="_zone_assessor"');
    expect((await openXlsx(file.bytes()).describe()).sheets.map((sheet) => sheet.owned)).toEqual([false, true, true]);
    await file.clear();
    expect(partText(file.bytes(), 'xl/workbook.xml')).toBe(prefixed['xl/workbook.xml']);
  });

  it('keeps a workbook in UTF-16 in UTF-16', async () => {
    const parts = workbookParts({ sheets: [{ name: '数据', xml: sheetOf([[1]]) }] });
    const text = `\ufeff${(parts['xl/workbook.xml'] as string).replace('UTF-8', 'UTF-16')}`;
    const file = openXlsx(zip({ ...parts, 'xl/workbook.xml': new Uint8Array(Buffer.from(text, 'utf16le')) }));
    await file.write(fullPlan());
    await file.clear();
    expect(Buffer.from(unzip(file.bytes())['xl/workbook.xml']!).toString('utf16le')).toBe(text);
  });

  it('finds a workbook in another folder, and declares the prefix of r:id where none is bound', async () => {
    const parts = workbookParts({ sheets: [{ name: '数据', xml: sheetOf([[1]]) }] });
    const moved = Object.fromEntries(
      Object.entries(parts).map(([part, text]) => [
        part.replace(/^xl\//, 'book/'),
        (text as string)
          .replaceAll('/xl/', '/book/')
          .replaceAll('"xl/', '"book/')
          .replace(/ xmlns:r="([^"]*)"(.*)r:id/s, '$2 xmlns:q="$1" q:id'),
      ]),
    );
    const file = openXlsx(zip(moved));
    await file.write(fullPlan());
    expect(partText(file.bytes(), 'book/workbook.xml')).toMatch(/<sheet name="综合排名" sheetId="2" xmlns:r="[^"]*" r:id="rId3"\/>/);
    expect((await openXlsx(file.bytes()).read()).map((sheet) => sheet.name)).toEqual(['数据', '综合排名', '得分明细']);
  });
});

describe('a plan that Excel could not hold', () => {
  it.each([
    ['uneven columns', sheetPlan({ name: '结果', body: [{ kind: 'text', values: ['a'], style: 0 }], bodyRows: 2 })],
    ['an unknown style', sheetPlan({ name: '结果', head: [[{ value: 1, style: 99 }]] })],
    ['too many rows', sheetPlan({ name: '结果', bodyRows: 1_048_577 })],
    ['too many columns', sheetPlan({ name: '结果', head: [[{ value: 1, span: 16_385 }]] })],
  ])('%s: nothing is written at all', async (_, sheet) => {
    const bytes = plainWorkbook();
    const file = openXlsx(bytes);
    await expect(file.write(planOf(sheetPlan({ name: '好表' }), sheet))).rejects.toMatchObject({
      problems: [{ code: 'bad-plan', severity: 'block' }],
    });
    expect(file.bytes()).toBe(bytes);
  });
});
