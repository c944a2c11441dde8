import { AxeBuilder } from '@axe-core/playwright';
import { appWords as words } from '../../src/app/words';
import { formAppWords as form } from '../../src/app/form-words';
import type { WorkbookModel } from '../excel-host/model/workbook';
import { bookOf, shandong, withPane, type Pane } from './pane';
import { soon } from './soon';

const SHEET = '权重与参数';
const LINE = '权重依据：《山东省省级经济开发区综合发展水平评价办法》（鲁商字〔2017〕5号，2017-02-01）。';

/** Row by name under a section of the person's sheet; the value stands in the third column. */
function valueOf(book: WorkbookModel, section: string, name: string): unknown {
  const sheet = book.sheet(SHEET);
  let said = '';
  for (let row = 0; row < 120; row++) {
    said = String(sheet.value(row, 0) ?? '') || said;
    if (said === section && sheet.value(row, 1) === name) return sheet.value(row, 2) ?? '';
  }
  return undefined;
}

const field = (pane: Pane, id: string) => pane.locator(`[id="setting-${id.replaceAll(':', '-')}"]`);

async function open(pane: Pane): Promise<void> {
  await pane.button(words.pack.fillIn).click();
  await pane.locator('.write-bar').waitFor();
}

it('an official enters weights, two parameters and the document: the sheet says so, and results name the document', async () => {
  const book = await bookOf(shandong);
  await withPane({ book }, async (pane) => {
    await open(pane);
    await soon(async () => expect(await field(pane, 'dimension:innovation').inputValue()).toBe('25'));
    await soon(async () => expect(await field(pane, 'parameter:air_indicator').inputValue()).toBe('PM2.5年均浓度'));

    // A slip is told at the field while it is typed, and nothing is written.
    await field(pane, 'dimension:innovation').fill('三十');
    await pane.text('“创新能力”应为数字，现为“三十”。').waitFor();
    await pane.button(form.write).click();
    await soon(async () =>
      expect(await field(pane, 'dimension:innovation').evaluate((element) => element === document.activeElement)).toBe(true),
    );
    expect(valueOf(book, '维度权重', '创新能力')).toBe(25);

    await field(pane, 'dimension:innovation').fill('30');
    await field(pane, 'dimension:ecology').fill('20');
    await pane.text(form.sum('100')).first().waitFor();
    await field(pane, 'parameter:air_indicator').selectOption('优良天数比例');
    await field(pane, 'parameter:demonstration_count').fill('3');
    await field(pane, 'parameter:weights_document').fill('山东省省级经济开发区综合发展水平评价办法');
    await field(pane, 'parameter:weights_number').fill('鲁商字〔2017〕5号');
    await field(pane, 'parameter:weights_date').fill('2017-02-01');
    await pane.text(form.changedCount(7)).waitFor();
    await pane.button(form.write).click();
    await pane.idle();
    await soon(async () => expect((await pane.notices()).join()).toContain(words.done.entered(SHEET, 7)));
    expect(valueOf(book, '维度权重', '创新能力')).toBe(30);
    expect(valueOf(book, '维度权重', '生态环境')).toBe(20);
    expect(valueOf(book, '参数', '空气质量指标')).toBe('优良天数比例');
    expect(valueOf(book, '参数', '示范开发区数量')).toBe(3);
    expect(valueOf(book, '参数', '权重依据名称')).toBe('山东省省级经济开发区综合发展水平评价办法');
    await soon(async () => expect(await field(pane, 'dimension:innovation').inputValue()).toBe('30'));

    await pane.button(words.commands.back).click();
    await pane.score();
    const heads = book.sheets.map((sheet) => [sheet.name, Array.from({ length: 8 }, (_, row) => sheet.value(row, 0))] as const);
    const naming = heads.filter(([, head]) => head.includes(LINE)).map(([name]) => name);
    expect(naming).toEqual(expect.arrayContaining(['省级经开区综合排名', '示范开发区培育建议名单', '通报警示名单（后3位）']));
    expect(heads.filter(([, head]) => head.some((text) => String(text).startsWith('权重未由文件规定')))).toEqual([]);
    await soon(async () => expect(await pane.locator('.basis').allInnerTexts()).toContain(LINE));
  });
});

it('weights by group: chosen, shared out, written as columns of their own, used by the scoring, and taken back', async () => {
  const book = await bookOf(shandong);
  const headers = (): unknown[] => {
    const sheet = book.sheet(SHEET);
    const row = [0, 1, 2, 3, 4].find((at) => sheet.value(at, 0) === '类别')!;
    return Array.from({ length: 9 }, (_, column) => sheet.value(row, column)).filter((value) => String(value ?? '').startsWith('权重：'));
  };
  await withPane({ book }, async (pane) => {
    await open(pane);
    await pane.locator('#setting-group').selectOption('国家级');
    await soon(async () => expect(await field(pane, 'dimension:innovation:国家级').inputValue()).toBe(''));
    await field(pane, 'dimension:innovation:国家级').fill('60');
    // Somebody looks elsewhere, and is told where the slip is.
    await pane.locator('#setting-group').selectOption('');
    await pane.button(form.wrongElsewhere('国家级')).click();
    await pane.button(form.evenlyOf('各项考核内容')).click();
    await soon(async () => expect(await field(pane, 'dimension:innovation:国家级').inputValue()).toBe('14.29'));
    await pane.text(form.sum('100')).first().waitFor();
    await field(pane, 'dimension:innovation:国家级').fill('50');
    await pane.button(form.toWholeOf('各项考核内容')).click();
    await pane.text(form.sum('100')).first().waitFor();
    const scaled = await field(pane, 'dimension:innovation:国家级').inputValue();
    await pane.button(form.write).click();
    await pane.idle();
    await soon(async () => expect((await pane.notices()).join()).toContain(words.done.entered(SHEET, 7)));
    expect(headers()).toEqual(['权重：国家级']);
    await soon(async () => expect(await field(pane, 'dimension:innovation:国家级').inputValue()).toBe(scaled));
    await pane.button(words.commands.back).click();
    await pane.score();
    const lines = book.sheets.flatMap((sheet) => [...sheet.cells.values()].map(({ value }) => String(value)));
    expect(lines.filter((line) => /^(?:\u3000\u3000\d+\. )?权重（/u.test(line)).length).toBeGreaterThan(0);
    await pane.tab('pack');
    await open(pane);
    await pane.button(form.undo).click();
    await pane.idle();
    expect(headers()).toEqual([]);
  });
});

it('comparisons by pairs come to weights: the ratio stands beside them, the sheet holds them, and the result rests on them', async () => {
  const book = await bookOf(shandong);
  await withPane({ book }, async (pane) => {
    await open(pane);
    const titles = await pane
      .locator('.weights')
      .first()
      .locator('input.weight')
      .evaluateAll((inputs) => inputs.map(({ id }) => document.querySelector(`label[for="${id}"]`)!.firstChild!.textContent!));
    expect(titles).toHaveLength(7);
    const matrix = pane.locator('.matrix').first();
    await pane.text(form.comparisons).first().click();
    const choose = (first: number, second: number, value: string): Promise<unknown> =>
      matrix.getByLabel(form.comparisonOf(titles[first]!, titles[second]!), { exact: true }).selectOption(value);
    for (let first = 0; first < 7; first++)
      for (let second = first + 1; second < 7; second++) await choose(first, second, second - first > 3 ? '3' : '1');
    // The weights that stood there give way, and the ratio is told at once.
    await soon(async () => expect(await field(pane, 'dimension:innovation').inputValue()).toBe(''));
    await soon(async () => expect(await pane.locator('.weights').first().innerText()).toMatch(/一致性比率 CR = 0\.0\d+（不超过 0\.1）/));
    await choose(0, 1, '9');
    await choose(0, 2, '1/9');
    await choose(1, 2, '9');
    await pane.text('判断前后矛盾').first().waitFor();
    await choose(0, 1, '1');
    await choose(0, 2, '1');
    await choose(1, 2, '1');
    await pane.button(form.write).click();
    await pane.idle();
    expect(valueOf(book, '维度权重', titles[0]!)).toBe('');
    expect(valueOf(book, '判断矩阵', `${titles[0]!}／${titles[6]!}`)).toBe(3);
    await soon(async () => expect(await field(pane, 'dimension:innovation').isDisabled()).toBe(true));
    await pane.button(words.commands.back).click();
    await pane.score();
    await soon(async () => expect(await pane.locator('.basis').allInnerTexts()).not.toContain('权重未由文件规定，本表按等权试算。'));
    const notes = book.sheet('数据缺失与口径说明');
    const told = Array.from({ length: 60 }, (_, row) =>
      Array.from({ length: 6 }, (__, column) => String(notes.value(row, column) ?? '')).join(' '),
    );
    expect(told.some((line) => line.includes('由判断矩阵按层次分析法得出'))).toBe(true);
  });
});

it('weights from the figures are chosen in place of those that are given', async () => {
  const book = await bookOf(shandong);
  await withPane({ book }, async (pane) => {
    await open(pane);
    await field(pane, 'weighting:weights').selectOption('熵权法');
    await pane.text('“赋权方法”选了熵权法，又填了权重或判断矩阵。').first().waitFor();
    await pane.button(form.blankAllOf('各项考核内容')).click();
    await soon(async () => expect(await pane.text('又填了权重或判断矩阵').count()).toBe(0));
    await pane.button(form.write).click();
    await pane.idle();
    expect(valueOf(book, '赋权', '赋权方法')).toBe('熵权法');
    expect(valueOf(book, '维度权重', '创新能力')).toBe('');
    await soon(async () => expect(await field(pane, 'weighting:weights').inputValue()).toBe('熵权法'));
  });
});

it('several steps are taken back one after another', async () => {
  const book = await bookOf(shandong);
  await withPane({ book }, async (pane) => {
    await open(pane);
    const before = valueOf(book, '维度权重', '创新能力');
    for (const text of ['40', '41']) {
      await field(pane, 'dimension:innovation').fill(text);
      await pane.button(form.write).click();
      await pane.idle();
    }
    expect(valueOf(book, '维度权重', '创新能力')).toBe(41);
    await pane.button(form.undoMore(2)).click();
    await pane.idle();
    expect(valueOf(book, '维度权重', '创新能力')).toBe(40);
    await pane.button(form.undo).click();
    await pane.idle();
    expect(valueOf(book, '维度权重', '创新能力')).toBe(before);
  });
});

it('one click takes back what was written', async () => {
  const book = await bookOf(shandong);
  await withPane({ book }, async (pane) => {
    await open(pane);
    const before = valueOf(book, '维度权重', '创新能力');
    await field(pane, 'dimension:innovation').fill('40');
    await pane.button(form.write).click();
    await pane.idle();
    expect(valueOf(book, '维度权重', '创新能力')).toBe(40);
    await pane.button(form.undo).click();
    await pane.idle();
    await soon(async () => expect((await pane.notices()).join()).toContain(words.done.takenBack(SHEET)));
    expect(valueOf(book, '维度权重', '创新能力')).toBe(before);
    await soon(async () => expect(await field(pane, 'dimension:innovation').inputValue()).toBe('25'));
  });
});

it('a workbook without the sheet gets one, and loses it again', async () => {
  const book = await bookOf(shandong);
  book.sheets.splice(
    book.sheets.findIndex(({ name }) => name === SHEET),
    1,
  );
  const names = book.sheets.map(({ name }) => name);
  await withPane({ book }, async (pane) => {
    await open(pane);
    await pane.button(form.evenlyOf('各项考核内容')).click();
    await soon(async () => expect(await field(pane, 'dimension:innovation').inputValue()).toBe('14.29'));
    await pane.text(form.sum('100')).first().waitFor();
    await pane.button(form.write).click();
    await pane.idle();
    expect(book.sheets.map(({ name }) => name)).toEqual([...names, SHEET]);
    expect(valueOf(book, '维度权重', '安全生产')).toBe(14.28);
    await pane.button(form.undo).click();
    await pane.idle();
    await soon(async () => expect((await pane.notices()).join()).toContain(words.done.takenAway(SHEET)));
    expect(book.sheets.map(({ name }) => name)).toEqual(names);
  });
});

it('is used by keyboard alone, and has a name for every field', async () => {
  await withPane({}, async (pane) => {
    await pane.locator('#open-settings').focus();
    await pane.page.keyboard.press('Enter');
    await pane.locator('.write-bar').waitFor();
    await field(pane, 'dimension:innovation').focus();
    await pane.page.keyboard.press('ControlOrMeta+A');
    await pane.page.keyboard.type('31');
    await pane.page.keyboard.press('Tab');
    await soon(async () =>
      expect(await field(pane, 'dimension:brand').evaluate((element) => element === document.activeElement)).toBe(true),
    );
    await pane.text(form.changedCount(1)).waitFor();
    const { violations } = await new AxeBuilder({ page: pane.page }).include(['iframe', 'body']).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
});
