import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FLOOR } from '../../src/hosts/excel/requirements';

const root = join(__dirname, '../..');
const excel = readFileSync(join(root, 'docs/Excel加载项.md'), 'utf8');
const deployment = readFileSync(join(root, 'docs/部署.md'), 'utf8');
const help = readFileSync(join(root, 'src/commands/help.html'), 'utf8');

/** Which Excel has the floor, by Microsoft's table of requirement sets. */
const BUILDS = { '1.14': { windows: '2108', mac: '16.52', ipad: '16.53', perpetual: 'Excel 2021', tooOld: 'Excel 2019' } } as const;

describe.each([
  ['the page on Excel', excel],
  ['help page', help],
])('%s', (_, text) => {
  it('says from which version of every Excel on the add-in runs, and where it does not', () => {
    const { windows, mac, ipad, perpetual, tooOld } = BUILDS[FLOOR];
    expect(text).toContain(`Windows 版本 ${windows} 及以上，Mac 版本 ${mac} 及以上`);
    expect(text).toContain(`${ipad} 及以上`);
    expect(text).toContain(`${perpetual} 及以上`);
    expect(text).toContain(`${tooOld} 及更早版本`);
    expect(text).toMatch(/WPS[^。]*不支持这种加载项/);
    expect(text).toContain('网页工作台');
  });
});

it.each([
  ['the page on deployment', deployment],
  ['help page', help],
])('%s says where there are no buttons', (_, text) => {
  expect(text).toMatch(/SharePoint[^]*按钮/);
});

it('the page on Excel names the floor', () => {
  expect(excel).toContain(`ExcelApi ${FLOOR}`);
});

it('the order of deployment: centrally first, the shared folder only for a trial', () => {
  const order = ['集中部署', 'SharePoint 应用目录', '共享文件夹', '旁加载'].map((way, n) => deployment.indexOf(`| ${n + 1}. ${way}`));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(Math.min(...order)).toBeGreaterThan(0);
  expect(deployment).toContain('微软不支持用它作正式部署');
});

it('the help page has its looks from a stylesheet beside it, and lets nothing else in', () => {
  expect(help).toContain(`content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"`);
  expect(help).toContain('<link rel="stylesheet" href="help.css" />');
  expect(help).not.toMatch(/<style|<script| style=/);
});
