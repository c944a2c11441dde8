import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplesOf } from '../../src/workbench/samples';
import { dayAndTime } from '../../src/workbench/shown-time';
import { workbenchWords as words } from '../../src/workbench/words';
import { packs } from '../app/sample';

const root = join(__dirname, '..', '..');
const samples = samplesOf(packs);

test.each(samples.map(({ id, path }) => [id, path]))('the sample of %s is there', (_, path) => {
  expect(existsSync(join(root, 'assets', path))).toBe(true);
});

test('the page names a sample that there is', () => {
  const [, first] = /data-sample="([^"]+)"/.exec(readFileSync(join(root, 'src', 'workbench', 'index.html'), 'utf8')) ?? [];
  expect(samples.map(({ id }) => id)).toContain(first);
});

test('an offer and the note of a draft read as agreed', () => {
  expect(words.drafts.offer('指标表.xlsx', dayAndTime(new Date(2026, 10, 20, 17, 3)))).toBe(
    '上次有未下载的工作：《指标表.xlsx》（11月20日 17:03）',
  );
  expect(words.drafts.offer('指标表.xlsx', dayAndTime(new Date(2026, 0, 2, 7, 0)), true)).toBe(
    '上次有未下载的工作：《指标表.xlsx》（1月2日 07:00，含考评结果）',
  );
  expect(words.file.draft('17:03')).toBe('草稿已自动保存 17:03（只存在本机浏览器中）');
});
