import type { Plan } from '../../../src/core/plan';
import { excelWords as words } from '../../../src/hosts/excel/words';
import { KEPT_NAMESPACE, keptXml, readKept } from '../../../src/hosts/results/kept-part';
import { readMark } from '../../../src/hosts/results/mark';
import { WorkbookModel } from '../../excel-host/model/workbook';
import { fullPlan, planOf, sheetPlan } from '../xlsx/sample-plan';
import { picture, refusalOf, session } from './session';

function userBook(...more: string[]): WorkbookModel {
  const book = new WorkbookModel();
  book.addSheet('指标表', [
    ['开发区', '产值'],
    ['甲', 12.5],
  ]);
  for (const name of more) book.addSheet(name, [['用户的表']]);
  return book;
}

describe('the ownership mark', () => {
  it('is a hidden name of the sheet, written as the .xlsx port writes it', async () => {
    const { port, book } = await session(userBook());
    await port.write(fullPlan());
    const mark = book.findName('_zone_assessor', book.sheet('综合排名'))!;
    expect(mark.visible).toBe(false);
    const { digest } = readMark(mark.formula.slice(1))!;
    expect(digest).toMatch(/^21:[0-9a-f]+:[0-9a-f]+:1$/);
    expect(mark.formula).toBe(
      `="pack=shandong-2016;version=1.0;input=a1b2c3;at=2024-03-01T08:00:00+08:00;ranges=1;digest=${digest};sheet=综合排名"`,
    );
    expect(readMark(mark.formula.slice(1))).toEqual({ sheet: '综合排名', calculated: false, ranges: true, digest });
    expect((await port.read()).map(({ name, owned }) => [name, owned])).toEqual([
      ['指标表', false],
      ['综合排名', true],
      ['得分明细', true],
    ]);
  });

  it('survives renaming, moving and hiding; a rerun replaces the sheet', async () => {
    const { port, book } = await session(userBook());
    await port.write(fullPlan());
    book.renameSheet(book.sheet('得分明细'), '我的明细');
    book.sheet('综合排名').visibility = 'VeryHidden';
    await port.read();
    const report = await port.write(fullPlan());
    expect(report.replaced).toEqual(['综合排名', '我的明细']);
    expect(book.sheets.map(({ name }) => name)).toEqual(['指标表', '综合排名', '得分明细']);
  });

  it('on a copy that the user made is no mark: the copy stays and loses it', async () => {
    const { port, book } = await session(userBook());
    await port.write(fullPlan());
    const copy = book.addSheet('综合排名 (2)', [['备份']]);
    book.addName('_zone_assessor', book.findName('_zone_assessor', book.sheet('综合排名'))!.formula, { sheet: copy });
    expect((await port.describe()).sheets.map(({ name, owned }) => [name, owned])).toEqual([
      ['指标表', false],
      ['综合排名', true],
      ['得分明细', true],
      ['综合排名 (2)', false],
    ]);
    await port.read();
    await port.write(fullPlan());
    expect(book.sheet('综合排名 (2)').value(0, 0)).toBe('备份');
    expect(book.findName('_zone_assessor', copy)).toBeUndefined();
    expect(await port.clear()).toEqual(['综合排名', '得分明细']);
    expect(book.sheets.map(({ name }) => name)).toEqual(['指标表', '综合排名 (2)']);
  });
});

describe("a user's sheet of the wanted name", () => {
  it('stays; ours takes another name, and formulas, links and notices follow', async () => {
    const { port, book } = await session(userBook('得分明细'));
    book.addName('考评_得分', "='指标表'!$B$2");
    await port.read();
    const report = await port.write(fullPlan());
    expect(report.written).toEqual(['综合排名', '得分明细（考评）']);
    expect(book.sheet('得分明细').value(0, 0)).toBe('用户的表');
    expect(book.sheet('综合排名').formula(3, 2)).toBe("=SUM('得分明细（考评）'!B2:B3)");
    expect([...book.sheet('综合排名').links.values()][0]!.documentReference).toBe("'得分明细（考评）'!B2");
    expect(report.leftOut.slice(0, 2)).toEqual([
      '工作簿里已有名称“考评_得分”，结果区域命名为“考评_得分_2”。',
      '工作簿里已有名为“得分明细”的工作表，结果写入“得分明细（考评）”。',
    ]);
    expect(book.findName('考评_得分')!.formula).toBe("='指标表'!$B$2");
    expect((await port.write(fullPlan())).written).toEqual(['综合排名', '得分明细（考评）']);
    expect(book.sheets).toHaveLength(4);
  });

  it('names that Excel would not take are made legal', async () => {
    const { port } = await session(userBook());
    const long = '一'.repeat(40);
    expect(
      (await port.write(planOf(sheetPlan({ name: 'a/b:c' }), sheetPlan({ name: long }), sheetPlan({ name: 'History' })))).written,
    ).toEqual(['a_b_c', '一'.repeat(31), 'History_']);
  });
});

describe('text is text', () => {
  it.each([
    '=HYPERLINK("http://x","点这里")',
    '+1',
    '-1',
    '@SUM(A1)',
    "'引号",
    '007',
    '1-2',
    '3月5日',
    '2016年',
    '50%',
    'TRUE',
    '#N/A',
    '1e5',
    '１２',
    '二〇一六年',
    '甲开发区',
    'a b',
    ' 前空格',
    '（一）',
    '12:30',
    '¥5',
  ])('%s', async (text) => {
    const { port, book } = await session(userBook());
    await port.write(
      planOf(
        sheetPlan({ name: '表', head: [[{ value: text, style: 2 }]], bodyRows: 1, body: [{ kind: 'text', values: [text], style: 5 }] }),
      ),
    );
    for (const row of [0, 1]) {
      expect(book.sheet('表').content(row, 0)).toMatchObject({ value: text });
      expect(book.sheet('表').formula(row, 0)).toBeUndefined();
    }
    expect(book.sheet('表').styles.value(0, 0, 'numberFormat')).toBe('General');
  });

  it('too long for a cell is shortened, and said', async () => {
    const { port, book } = await session(userBook());
    const { leftOut } = await port.write(planOf(sheetPlan({ name: '表', head: [[{ value: '长'.repeat(40_000) }]] })));
    expect(leftOut).toContain('1 个单元格的文字超过 32767 个字符，已截短。');
    expect(String(book.sheet('表').value(0, 0))).toHaveLength(32_767);
  });
});

describe('clearing', () => {
  it('removes exactly what is ours, names included', async () => {
    const { port, book } = await session(userBook('备忘'));
    const before = picture(book);
    await port.write(fullPlan());
    book.addName('用户名称', "='指标表'!$A$1");
    expect(await port.clear()).toEqual(['综合排名', '得分明细']);
    expect(picture(book)).toEqual(before);
    expect(book.names.map(({ name }) => name)).toEqual(['用户名称']);
    expect(await port.clear()).toEqual([]);
  });

  it('keeps one visible sheet', async () => {
    const { port, book } = await session(userBook());
    await port.write(fullPlan());
    book.sheet('指标表').visibility = 'Hidden';
    expect((await refusalOf(port.clear())).code).toBe('last-sheet');
    expect(book.sheets).toHaveLength(3);
  });
});

describe('an open workbook', () => {
  it('jumps to a cell', async () => {
    const { port, book } = await session(userBook('备忘'));
    await port.goTo('指标表', 'B2');
    expect(book.active?.name).toBe('指标表');
    expect(book.selection).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
    expect((await refusalOf(port.goTo('没有', 'A1'))).code).toBe('sheet-gone');
    expect((await refusalOf(port.goTo('指标表', '甲'))).code).toBe('bad-address');
  });

  it.each([
    ['Hidden', '取消隐藏'],
    ['VeryHidden', '深度隐藏'],
  ] as const)('says that a sheet is hidden (%s), where Excel only refuses to go there', async (visibility, said) => {
    const { port, book } = await session(userBook('备忘'));
    book.sheet('备忘').visibility = visibility;
    const { code, message, nextStep } = await refusalOf(port.goTo('备忘', 'B2'));
    expect(code).toBe('sheet-hidden');
    expect(message + nextStep).toContain(said);
    expect(message).toContain('“备忘”已');
  });

  it('says that a workbook is read-only where Excel only denies access, and asks for it only then', async () => {
    const { port, book, host } = await session(userBook());
    host.failSync(1, { code: 'AccessDenied' });
    expect((await refusalOf(port.remember('键', '值'))).code).toBe('access-denied');
    book.readOnly = true;
    host.failSync(1, { code: 'AccessDenied' });
    const { code, message, nextStep } = await refusalOf(port.remember('键', '值'));
    expect(code).toBe('read-only');
    expect(message).toMatch(/保存选择未能完成：工作簿以只读方式打开/);
    expect(nextStep).toMatch(/启用编辑/);
    const asked = host.requests.length;
    await port.read();
    expect(host.requests.slice(asked).length).toBeLessThanOrEqual(2);
  });

  it('keeps small texts in the workbook, as a part of custom XML', async () => {
    const { port, book } = await session(userBook());
    expect(await port.recall('键')).toBeUndefined();
    await port.remember('键', '值');
    await port.remember('另', '2');
    await port.remember('键', '<新> & "值"');
    expect([await port.recall('键'), await port.recall('另'), await port.recall('无')]).toEqual(['<新> & "值"', '2', undefined]);
    expect(book.xmlParts.map(({ xml }) => readKept(xml))).toEqual([
      { key: '键', text: '<新> & "值"' },
      { key: '另', text: '2' },
    ]);
    await port.remember('键', undefined);
    expect(await port.recall('键')).toBeUndefined();
    expect(book.xmlParts).toHaveLength(1);
    expect(port.limits).toEqual([words.limits.notes['missing-in-library']]);
  });

  it('takes over what earlier versions kept in the settings', async () => {
    const { port, book } = await session(userBook());
    book.settings.set('键', '旧').set('别人的', 1);
    expect(await port.recall('键')).toBe('旧');
    await port.remember('键', '新');
    expect(await port.recall('键')).toBe('新');
    expect([...book.settings.keys()]).toEqual(['别人的']);
    book.settings.set('键', '更旧');
    expect(await port.recall('键')).toBe('新');
    await port.remember('键', undefined);
    expect(await port.recall('键')).toBeUndefined();
  });

  it('tells parts that are damaged or doubled from nothing, and lets them give way; those of others stay', async () => {
    const { port, book } = await session(userBook());
    const add = (xml: string): unknown => book.xmlParts.push({ id: book.guid(), xml });
    add('<a xmlns="urn:others"/>');
    add(`<memory xmlns="${KEPT_NAMESPACE}"><a/></memory>`);
    expect(await port.recall('键')).toBe('');
    await port.remember('键', '一');
    expect(await port.recall('键')).toBe('一');
    add(keptXml({ key: '键', text: '二' }));
    expect(await port.recall('键')).toBe('');
    await port.remember('键', '三');
    expect(await port.recall('键')).toBe('三');
    expect(book.xmlParts).toHaveLength(2);
    expect(book.xmlParts[0]!.xml).toBe('<a xmlns="urn:others"/>');
  });

  it.each([['customXmlParts' as const], ['settings' as const]])('without %s keeps them in the other store', async (missing) => {
    const { port, book } = await session(userBook(), { without: [missing, 'comments'] });
    await port.remember('键', '值');
    expect(await port.recall('键')).toBe('值');
    expect([book.settings.size, book.xmlParts.length]).toEqual(missing === 'settings' ? [0, 1] : [1, 0]);
    await port.remember('键', undefined);
    expect(await port.recall('键')).toBeUndefined();
  });

  it('without both keeps them as long as it is open, and says so', async () => {
    const { port } = await session(userBook(), { without: ['settings', 'customXmlParts', 'comments'] });
    expect(await port.recall('键')).toBeUndefined();
    expect((await refusalOf(port.remember('键', '值'))).code).toBe('cannot-remember');
    expect(await port.recall('键')).toBe('值');
    await port.read();
    expect((await port.write(fullPlan())).written).toHaveLength(2);
  });

  it('reads hidden sheets, filtered rows, wide sheets and tens of sheets in one request', async () => {
    const book = userBook();
    const hidden = book.addSheet('隐藏', [
      ['甲', 1],
      ['乙', 2],
    ]);
    hidden.visibility = 'VeryHidden';
    hidden.hiddenRows.add(1);
    hidden.filteredRows.add(0);
    for (let n = 0; n < 30; n++) book.addSheet(`分表${n}`, [[`表${n}`, true, '#DIV/0!']]);
    book.addSheet('空表');
    book.addSheet('很宽', [Array.from({ length: 300 }, (_, column) => column)]);
    const { port, host } = await session(book);
    await port.describe();
    const grids = await port.read();
    expect(grids.find(({ name }) => name === '隐藏')).toMatchObject({ hidden: true, owned: false });
    expect(grids.find(({ name }) => name === '隐藏')!.grid.text(1, 0)).toBe('乙');
    expect(grids.find(({ name }) => name === '分表29')!.grid.cell(0, 1)).toEqual({ kind: 'boolean', value: true });
    expect(grids.find(({ name }) => name === '分表29')!.grid.cell(0, 2)).toEqual({ kind: 'error', code: '#DIV/0!' });
    expect(grids.find(({ name }) => name === '空表')!.grid.size).toBe(0);
    expect(grids.find(({ name }) => name === '很宽')!.grid.number(0, 299)).toBe(299);
    // One for all, one more for the sheet that is wider than the corner.
    expect(host.requests.length).toBe(3);
  });

  it('reads what is there now, whatever was listed before', async () => {
    const { port, book } = await session(userBook('备忘'));
    await port.describe();
    book.removeSheet(book.sheet('备忘'));
    book.addSheet('新表', [['新']]);
    expect((await port.read()).map(({ name, grid }) => [name, grid.size])).toEqual([
      ['指标表', 4],
      ['新表', 1],
    ]);
    book.addSheet('更新', [['更新']]);
    expect((await port.read()).map(({ name, grid }) => [name, grid.size])).toEqual([
      ['指标表', 4],
      ['新表', 1],
      ['更新', 1],
    ]);
  });

  it('reads cells where Excel does not give the merged areas', async () => {
    const { port, host } = await session(userBook());
    await port.describe();
    host.failSync(1, { code: 'InvalidArgument', afterActions: 3 });
    host.failSync(3, { code: 'InvalidArgument', afterActions: 3 });
    expect((await port.read())[0]!.grid.size).toBe(4);
  });

  /** As results are: they give no names to cells. */
  const results = (): Plan => ({ ...fullPlan(), sheets: fullPlan().sheets.map((sheet) => ({ ...sheet, names: [] })) });

  it('tells of manual calculation and of sheets whose filter hides rows', async () => {
    const { port, book } = await session(userBook('另一张'));
    await port.read();
    expect(port.readingState!()).toEqual({ manualCalculation: false, filtered: [] });
    book.calculationMode = 'Manual';
    book.sheet('指标表').filter = { area: { top: 0, left: 0, bottom: 1, right: 1 }, criteria: new Map([[0, {}]]) };
    await port.describe();
    await port.read();
    expect(port.readingState!()).toEqual({ manualCalculation: true, filtered: ['指标表'] });
    const { calculations } = book;
    await port.recalculate!();
    expect(book.calculations).toBe(calculations + 1);
  });

  it('infers the merged areas of a header where there are more than Excel tells', async () => {
    const book = new WorkbookModel();
    const sheet = book.addSheet('指标表', [
      ['开发区', '经济发展', ''],
      ['', '产值', '税收'],
      ['甲', 12.5, 3],
    ]);
    sheet.merges.push({ top: 0, left: 0, bottom: 1, right: 0 }, { top: 0, left: 1, bottom: 0, right: 2 });
    for (let n = 0; n < 300; n++) for (const left of [5, 8]) sheet.merges.push({ top: 10 + n, left, bottom: 10 + n, right: left + 1 });
    const { port, host } = await session(book);
    const [read] = await port.read();
    expect(host.requests.some(({ error }) => error === 'InvalidOperation')).toBe(true);
    expect(read!.grid.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
    ]);
  });

  it.each([1, 61])('takes three requests for a click where its sheets are known: read, fill, exchange; %i more sheets', async (more) => {
    const { port, host } = await session(userBook(...Array.from({ length: more }, (_, n) => `附表${n}`)));
    await port.recall('choices');
    const before = host.requests.length;
    await port.read();
    await port.write(results());
    await port.read();
    await port.write(results());
    expect(host.requests.length - before).toBe(6);
    expect(host.trackedObjects).toBe(0);
  });

  it('looks a second time at many large sheets in as many requests as their cells need', async () => {
    const book = new WorkbookModel();
    for (let n = 0; n < 40; n++)
      book.addSheet(
        `表${n}`,
        Array.from({ length: 100 }, (_, row) => Array.from({ length: 20 }, (_unused, c) => row * c + n)),
      );
    const { port, host } = await session(book);
    await port.recall('choices');
    await port.read();
    const before = host.requests.length;
    await port.write(results());
    // 80,000 cells: filling, two more looks, exchange.
    expect(host.requests.length - before).toBe(4);
    await port.read();
    book.sheet('表39').put(99, 19, { value: '改了' });
    expect((await refusalOf(port.write(results()))).message).toContain('表39');
  });

  it('does not ask for tens of thousands of names that concern nobody', async () => {
    const bytes: number[] = [];
    for (const junk of [0, 20_000]) {
      const { port, host, book } = await session(userBook());
      for (let n = 0; n < junk; n++) book.addName(`垃圾_${n}`, `=指标表!$A$${n + 1}`);
      await port.recall('choices');
      await port.read();
      await port.write(results());
      bytes.push(host.requests.reduce((sum, { answerBytes }) => sum + answerBytes, 0));
    }
    // The names of temporary sheets differ by a few letters.
    expect(Math.abs(bytes[1]! - bytes[0]!)).toBeLessThan(200);
  });
});

it('is refused below the floor, in words that say which Excel to use', async () => {
  expect(await refusalOf(session(userBook(), { requirementSet: '1.13' }))).toMatchObject({
    code: 'old-excel',
    message: expect.stringContaining('Excel 2021') as string,
  });
});

it('is refused outside of Excel', async () => {
  const { openExcel } = await import('../../../src/hosts/excel/open-excel');
  const globals = globalThis as { Office?: unknown };
  const office = globals.Office;
  delete globals.Office;
  expect((await refusalOf(openExcel())).code).toBe('no-excel');
  globals.Office = office;
});
