import { appWords } from '../../../src/app/words';
import { ruleAppWords as rules } from '../../../src/app/rule-words';
import { shandong } from '../pane';
import { soon } from '../soon';
import { withDesk } from './desk';

it('on the workbench: a rule names what the workbook sets, and its findings stand with it', async () => {
  await withDesk({ sample: shandong.pack }, async (desk) => {
    await desk.assessOn(shandong.asOf);
    await desk.score();
    await desk.pane.locator('#tab-pack').click();
    await desk.pane.getByRole('button', { name: appWords.pack.rules, exact: true }).click();
    await desk.pane.locator('input[type=search]').fill('PM2.5年均浓度');
    const line = desk.pane.locator('details', { hasText: 'PM2.5' }).filter({ hasText: '同比 · 文件条款' }).first();
    await line.locator('summary').click();
    // The parameter has a cell, which leads there.
    const cell = line.locator('li .link').first();
    const place = /^转到 (.*)$/u.exec((await cell.getAttribute('title'))!)![1]!;
    expect(place).toMatch(/^权重与参数![A-Z]+\d+$/u);
    await cell.click();
    await soon(async () => expect(await desk.activeTab.innerText()).toBe('权重与参数'));
    await soon(async () => expect(await desk.nameBox.inputValue()).toBe(place.split('!')[1]));

    await line.getByRole('button', { name: new RegExp(rules.toSheet, 'u') }).click();
    await soon(async () => expect(await desk.activeTab.innerText()).toBe('空气质量约束性核查'));
    await soon(async () => expect(await line.locator('.items .strong').count()).toBeGreaterThan(2));
  });
});
