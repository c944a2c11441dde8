import { AxeBuilder } from '@axe-core/playwright';
import { appWords as words } from '../../src/app/words';
import { ruleAppWords as rules } from '../../src/app/rule-words';
import { ruleBookWords } from '../../src/core/words/rule-book';
import { bookOf, shandong, withPane, type Pane } from './pane';
import { sheetNames } from './snapshot';
import { soon } from './soon';
import { until } from './until';

const RULE = '考核后三位';
const QUOTE = '对每年考核后三位的省级经济开发区进行通报警示';

const entry = (pane: Pane, title: string) => pane.locator('details', { hasText: title }).filter({ hasText: '名单 · 文件条款' }).first();
const focused = (pane: Pane): Promise<string> => pane.excel.frame.evaluate(() => document.activeElement?.textContent ?? '');

it('in Excel: rules before anything is scored, found by words however they are typed; afterwards with findings, which lead to cells and back', async () => {
  const book = await bookOf(shandong);
  const before = sheetNames(book);
  await withPane({ book, size: { width: 320, height: 640 } }, async (pane) => {
    await pane.button(words.pack.rules).click();
    await pane.text(rules.notScored).waitFor();
    const search = pane.locator('input[type=search]');
    const status = pane.locator('main p[role=status]');
    await pane.text(/^共 \d+ 条$/u).waitFor();
    const all = Number(/\d+/u.exec(await status.first().innerText())![0]);
    expect(all).toBeGreaterThan(200);
    await search.fill('ＰＭ２．５ 年均');
    await soon(async () => expect(await status.first().innerText()).toMatch(/^找到 \d+ 条/u));
    await search.fill('对每年考核 后三位的');
    await soon(async () => expect(await status.first().innerText()).toBe(rules.count(1, all)));
    await search.fill('没有这样的规则');
    await soon(async () => expect(await status.first().innerText()).toBe(rules.none));
    await search.fill(RULE);
    await entry(pane, RULE).locator('summary').press('Enter');
    await soon(async () =>
      expect(await entry(pane, RULE).locator('blockquote').allInnerTexts()).toEqual([ruleBookWords.quote('二（五）5', QUOTE, false)]),
    );
    await soon(async () => expect(await entry(pane, RULE).getByText(rules.outcome).count()).toBe(0));
    await pane.button(words.commands.back).click();
    await soon(async () => expect(await focused(pane)).toBe(words.pack.rules));

    await pane.score();
    const group = pane.locator('details', { has: pane.locator('summary', { hasText: /^通报警示/u }) }).first();
    await group.locator('summary').click();
    await group.locator('blockquote .link').first().click();
    await soon(async () => expect(await focused(pane)).toContain(RULE));
    const line = entry(pane, RULE);
    await line.getByText(rules.outcome).waitFor();
    const written = pane.newSheets(before);
    const findings = await line.locator('.items .strong').allInnerTexts();
    expect(findings.length).toBeGreaterThan(2);
    await line.getByRole('button', { name: new RegExp(rules.toSheet, 'u') }).click();
    await until('the list is brought to the front', () => book.active?.name === written.find((name) => name.startsWith('通报警示名单')));
    await line.locator('.cells .link').first().click();
    await until('the figure is brought to the front', () => book.active?.name === '指标数据');

    await pane.page.locator('iframe').evaluate((frame) => frame.setAttribute('title', '加载项'));
    const looked = await new AxeBuilder({ page: pane.page }).include(['iframe', 'details[open]']).analyze();
    expect(looked.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);

    await pane.button(words.commands.back).click();
    await soon(async () => expect(await focused(pane)).toMatch(/^通报警示/u));
    await soon(async () => expect(await group.getAttribute('open')).not.toBeNull());
    expect(pane.excel.consoleSeen).toEqual([]);
    expect(pane.excel.requestsSeen.filter(({ outside }) => outside)).toEqual([]);
  });
});
