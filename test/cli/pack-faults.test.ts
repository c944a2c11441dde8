import { parkPackWith, parkWorkbook } from './park';
import { runHere } from './run-here';
import { Workspace } from './workspace';

let space: Workspace;

beforeEach(() => {
  space = new Workspace();
});

afterEach(() => space.remove());

const IDLE = parkPackWith('scale: { title: 规模,', 'scale: { title: 规模, weight: 30,');
const line = IDLE.split('\n').findIndex((text) => text.includes('weight: 30')) + 1;

test('packs lint says file:line:column, the fault, and what was probably meant', async () => {
  const pack = space.write('my.yaml', parkPackWith('status: reviewed', 'statsu: reviewed'));
  const { code, out } = await runHere('packs', 'lint', pack);
  expect(code).toBe(1);
  expect(out).toContain(`${pack}:8:1　方案文件中没有“statsu”这个键。\n　　→ 请改正键名，或删去。是否应为“status”？`);
});

test('what is only suspicious is said by lint, and again when the pack is used', async () => {
  const pack = space.write('my.yaml', IDLE);
  const said = `【请核对】${pack}:${line}:`;
  const linted = await runHere('packs', 'lint', pack);
  expect(linted.code).toBe(0);
  expect(linted.out).toContain(said);
  const scored = await runHere('score', space.write('in.xlsx', parkWorkbook()), '--pack', pack, '--out', space.path('out.xlsx'));
  expect(scored.code).toBe(0);
  expect(scored.err).toContain(said);
});
