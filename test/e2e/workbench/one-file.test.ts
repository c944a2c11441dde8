import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ownPackWords as own } from '../../../src/app/own-pack-words';
import { workbenchWords as words } from '../../../src/workbench/words';
import { builtWorkbench, root } from '../built';
import { resultSheets } from '../command-line';
import { soon } from '../soon';
import { withDesk } from './desk';

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zone-assessor-one-file-'));
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  const options = ['--mode', 'production', '--env', 'oneFile', '--env', `folder=${folder}`];
  execFileSync(process.execPath, [webpack, ...options], { cwd: root, stdio: 'pipe' });
  file = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.html'))!,
  );
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = (...path: readonly string[]): Uint8Array => new Uint8Array(readFileSync(join(root, ...path)));

it('opened from its folder without a network it scores the sample, edits, downloads, and asks nobody for anything', () =>
  withDesk({ file }, async (desk) => {
    await desk.type('指标数据', 'D6', '=100+1');
    await desk.shows('指标数据', 'D6', '101');
    await desk.score();
    await soon(async () => expect((await desk.notices()).join()).toContain('考评完成'));
    const { sheets } = await resultSheets((await desk.download()).bytes);
    expect(sheets.size).toBeGreaterThan(20);
    // The page itself, and nothing else, over all that follows as well.
    expect(desk.asked.map((path) => basename(decodeURI(path)))).toEqual([basename(file)]);

    await desk.page.locator('summary.button', { hasText: words.bar.samples }).click();
    await desk.button(/吉林/).click();
    await desk.ready();
    await soon(async () => expect(await desk.page.locator('.bar-name').innerText()).toContain('吉林'));

    await desk.pick({ name: 'national-2014.xls', bytes: bytesOf('test/data/old-files/national-2014.xls') });
    await desk.ready();
    await soon(async () => expect(await desk.page.locator('.bar-name').innerText()).toBe('national-2014.xlsx'));
    await desk.score();
    await soon(async () => expect((await desk.notices()).join()).toContain('考评完成'));
    expect(desk.asked).toHaveLength(1);
  }));

it("a pack of one's own is read there too, and drafts are kept", () =>
  withDesk({ file, sample: 'jilin-2016' }, async (desk) => {
    await desk.page.locator('#open-own').click();
    await desk.button(own.choose).waitFor();
    const name = 'example-province.yaml';
    const pack = { name, mimeType: '', buffer: Buffer.from(bytesOf('assets/packs', name)) };
    await desk.page.locator('.pane input[type=file]').setInputFiles(pack);
    await desk.idle();
    await soon(async () => expect((await desk.notices()).join()).toContain('示例省'));
    await desk.type('指标数据', 'A40', '改过');
    await desk.page.locator('.bar', { hasText: '草稿已自动保存' }).waitFor();
  }));

it('the page that needs its server says so where it is opened from a folder', () =>
  withDesk({ file: join(builtWorkbench(), 'workbench.html'), bare: true, expected: /./ }, async (desk) => {
    await desk.page.getByText(words.fromFolder[0]!).waitFor();
  }));

describe('the file', () => {
  const text = (): string => readFileSync(file, 'utf8');

  it('has a policy that lets nothing out and no program in that it does not name', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(text()) ?? [];
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('connect-src')).toEqual(["'none'"]);
    expect(rules.get('form-action')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual([expect.stringMatching(/^'sha256-.+'$/), 'blob:']);
    expect(policy).not.toContain('unsafe');
  });

  it('carries the licences of what is in it, as text', () => {
    expect(text()).toContain('@univerjs/core');
    expect(text()).toContain('Permission is hereby granted, free of charge');
  });

  it('holds its programs whole, and is small enough for a mailbox', () => {
    const held = [...text().matchAll(/data-file="([^"]+\.js)" data-packed>([^<]+)</g)];
    expect(held.map(([, name]) => name)).toContain('workbench.js');
    for (const [, , packed] of held) expect(gunzipSync(Buffer.from(packed!, 'base64')).length).toBeGreaterThan(10_000);
    expect(text().length).toBeLessThan(8_000_000);
  });
});
