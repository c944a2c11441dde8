import { assessed } from '../../packs/run';
import { tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

const base = draft();
const { output } = base.indicators as Record<string, Draft>;

/** What 考评说明 says under a heading; undefined where there is none. */
function cover(outputs: readonly CellInput[], rules: Draft = {}): (heading: string) => string | undefined {
  const pack = valid({
    ...base,
    dimensions: { scale: { title: '规模' } },
    indicators: { output: { ...output, dimension: 'scale', normalise: { method: 'goalposts', worst: 0, best: 100 } } },
    rankings: { all: { title: '综合排名' } },
    rules,
    sheets: [],
  });
  const rows = outputs.map((value, at): Row => ({ zone: `${'甲乙丙丁戊己庚辛壬癸'[at]}区`, output: value }));
  const { plan } = assessed(pack, [tableSheet(pack, 'indicators', rows)]);
  const lines = plan!.sheets[0]!.head;
  return (heading) => lines.find(([first]) => first?.value === heading)?.[1]?.value as string | undefined;
}

test('first and last by name, and nothing is open', () => {
  const said = cover([80, 70, 60, 50, 40, 30, 20]);
  expect(said('参评')).toBe('综合排名7家：名次已定7家');
  expect(said('名次')).toBe(
    '综合排名：前3名 甲区（第1名）、乙区（第2名）、丙区（第3名）；后3名 戊区（第5名）、己区（第6名）、庚区（第7名）',
  );
  expect(said('尚未确定')).toBeUndefined();
});

test('six are told whole', () => {
  expect(cover([80, 70, 60, 50, 40, 30])('名次')).toBe(
    '综合排名：甲区（第1名）、乙区（第2名）、丙区（第3名）、丁区（第4名）、戊区（第5名）、己区（第6名）',
  );
});

test('who shares the place of the third from last is among the last three', () => {
  expect(cover([80, 70, 60, 50, 30, 30, 20, 10])('名次')).toContain(
    '后3名 戊区（并列第5名）、己区（并列第5名）、庚区（第7名）、辛区（第8名）',
  );
  expect(cover([80, 70, 60, 30, 30, 25, 20, 10])('名次')).toContain('后3名 己区（第6名）、庚区（第7名）、辛区（第8名）');
});

test('an open place is between which, and what settles it; nobody is called last while one may come behind', () => {
  const said = cover([80, 70, 60, 50, 40, 30, null]);
  expect(said('参评')).toContain('待补数核定');
  expect(said('名次')).not.toContain('后3名');
  expect(said('尚未确定')).toContain('庚区（第1至6名之间）');
  expect(said('尚未确定')).toContain('补齐指标数据!B8即可定案');
});

test('where many wait, a few are named and the cells that settle all of them stay', () => {
  const said = cover([90, 80, 70, 60, 50, 40, 30, 20, 10, null])('尚未确定');
  expect(said).toMatch(/等9家；补齐指标数据!B11即可定案$/u);
});

test('lists say who is on them for sure, and how many more may be', () => {
  const rule = { kind: 'position', title: '表扬', ranking: 'all', first: 2, clause: '一·产值' };
  expect(cover([80, 70, 60], { praise: rule })('列入名单')).toBe('表扬：甲区、乙区');
  expect(cover([80, 70, null], { praise: rule })('列入名单')).toMatch(/待补数核定$/u);
});
