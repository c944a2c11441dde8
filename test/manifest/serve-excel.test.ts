import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { served } from '../../serve-excel.cjs';

const manifest = readFileSync(join(__dirname, '../../manifest.xml'), 'utf8');

it('without a certificate it says in Chinese why it does not start and what to do, and ends with an error', async () => {
  const said: string[] = [];
  const ended: number[] = [];
  const configuration = await served(
    {},
    {
      certificate: () => Promise.reject(new Error('Unable to install the CA certificate. sudo: command not found')),
      say: (text) => void said.push(text),
      end: (code) => void ended.push(code),
    },
  );
  expect(configuration).toBeUndefined();
  expect(ended).toEqual([1]);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/没能安装开发证书.*sudo: command not found/);
  for (const way of ['Windows', 'Mac', 'Linux', 'npm start']) expect(said[0]).toContain(way);
});

it('with one it serves where the manifest says, and tells how to get into Excel on every platform', async () => {
  const said: string[] = [];
  const configuration = await served(
    { mode: 'production' },
    { certificate: () => Promise.resolve({}), say: (text) => void said.push(text) },
  );
  expect(configuration?.mode).toBe('production');
  expect(manifest).toContain(`https://localhost:${configuration?.devServer.port}/taskpane.html`);
  configuration?.devServer.onListening();
  expect(said).toHaveLength(1);
  for (const way of ['manifest.xml', '受信任的加载项目录', 'Documents/wef/', '上传我的加载项']) expect(said[0]).toContain(way);
});
