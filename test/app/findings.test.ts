import { bothEnds, groupFindings, statusCounts, STATUSES } from '../../src/app/findings';
import type { ResultRanking } from '../../src/core/result';
import { opened, packs } from './sample';

const pack = packs.find((one) => one.pack === 'shandong-2016')!;

const ranking = (ranked: number, unranked = 0): ResultRanking => ({
  id: 'r', title: '排名', population: {},
  rows: [...Array(ranked + unranked).keys()].map((at) => ({ subject: `区${at + 1}`, total: at < ranked ? 100 - at : null, rank: at < ranked ? at + 1 : null, tied: false, complete: true, dimensions: {}, indicators: {} })),
});

test.each([
  [0, 0, 0, 0],
  [9, 9, 0, 0],
  [10, 10, 0, 0],
  [11, 5, 5, 1],
  [24, 5, 5, 14],
])('of %i ranked rows %i stand at the top, %i at the bottom, %i between', (all, top, bottom, between) => {
  const view = bothEnds(ranking(all, 2), 5);
  expect([view.top.length, view.bottom.length, view.between, view.ranked, view.all]).toEqual([top, bottom, between, all, all + 2]);
  expect(view.bottom.at(-1)?.rank ?? all).toBe(all);
});

describe('the Shandong sample', () => {
  const grouped = async (): Promise<{ groups: ReturnType<typeof groupFindings>; all: number }> => {
    const { session } = await opened();
    await session.score();
    const { result } = session.state.outcome!.detail!;
    return { groups: groupFindings(result, pack), all: result.findings.length };
  };

  test('every finding stands in exactly one group, consequences first', async () => {
    const { groups, all } = await grouped();
    expect(groups.reduce((sum, { findings }) => sum + findings.length, 0)).toBe(all);
    const kinds = groups.map(({ kind }) => kind);
    expect(kinds).toEqual([...kinds].sort());
    expect(groups.map(({ title }) => title)).toContain('通报警示');
    for (const { findings, counts } of groups) expect(counts).toEqual(statusCounts(findings));
  });

  test('what needs action comes first, the clause stands once and is not said twice', async () => {
    const { groups } = await grouped();
    for (const { findings } of groups) {
      const order = findings.map(({ status }) => STATUSES.indexOf(status));
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
    const warned = groups.find(({ title }) => title === '通报警示')!;
    expect(warned.clauses).toEqual([{ place: '二（五）5', quote: '对每年考核后三位的省级经济开发区进行通报警示' }]);
    for (const { sentence, listed } of warned.findings) {
      expect(sentence).not.toMatch(/依据|处理：/);
      expect(sentence).toMatch(/属后3位/);
      expect(listed).toBe(true);
    }
  });

  test('one colour alone', async () => {
    const { session } = await opened();
    await session.score();
    const { detail, last } = session.state.outcome!;
    for (const status of STATUSES) {
      const findings = groupFindings(detail!.result, pack, status).flatMap((group) => group.findings);
      expect(findings).toHaveLength(last.counts[status]);
      expect(findings.every((finding) => finding.status === status)).toBe(true);
    }
  });
});
