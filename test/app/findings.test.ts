import { findingAt, groupFindings, statusCounts, STATUSES, stretchOf, type FindingGroup, type FindingView } from '../../src/app/findings';
import { localDate } from '../../src/app/local-date';
import { assess } from '../../src/core/assess';
import type { Result, ResultFinding } from '../../src/core/result';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { NOW, packs, sampleBytes, units } from './sample';

const pack = packs.find((one) => one.pack === 'shandong-2016')!;

const viewsOf = (group: FindingGroup): FindingView[] => group.findings.subjects.map((_, at) => findingAt(group, at));

describe('the Shandong sample', () => {
  let result: Result;
  let groups: FindingGroup[];

  beforeAll(async () => {
    const sheets = await openXlsx(sampleBytes()).read();
    ({ result } = assess({ pack, units, sheets, asOf: localDate(NOW), at: NOW.toISOString(), fingerprint: '' }));
    groups = groupFindings(result.findings, pack);
  });

  test('every finding stands in exactly one group, consequences first', () => {
    expect(groups.reduce((sum, { findings }) => sum + findings.subjects.length, 0)).toBe(result.findings.length);
    const kinds = groups.map(({ kind }) => kind);
    expect(kinds).toEqual([...kinds].sort());
    expect(groups.map(({ title }) => title)).toContain('通报警示');
    for (const group of groups) expect(statusCounts(viewsOf(group))).toEqual(group.counts);
  });

  test('a finding is the one of the result, without the words that stand beside it', () => {
    const place = ({ subject, status }: Pick<ResultFinding, 'subject' | 'status'>, title: string, cells: number): string =>
      [subject, status, title, cells].join();
    const seen = groups.flatMap((group) => viewsOf(group).map((view) => place(view, view.rule.title, view.cellCount)));
    expect(seen.sort()).toEqual(
      result.findings
        .map((finding) =>
          place(finding, pack.rules[finding.rule]!.title, (finding.settle.length > 0 ? finding.settle : finding.cells).length),
        )
        .sort(),
    );
    for (const group of groups) {
      for (const { subject, sentence, cells, cellCount } of viewsOf(group)) {
        expect(cells).toHaveLength(Math.min(3, cellCount));
        expect(
          result.findings.some(
            (finding) =>
              finding.subject === subject &&
              finding.sentence.includes(sentence.slice(0, 8)) &&
              cells.every((cell, at) => (finding.settle.length > 0 ? finding.settle : finding.cells)[at] === cell),
          ),
        ).toBe(true);
      }
    }
  });

  test('what needs action comes first, the clause stands once and is not said twice', () => {
    for (const group of groups) {
      const order = viewsOf(group).map(({ status }) => STATUSES.indexOf(status));
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
    const warned = groups.find(({ title }) => title === '通报警示')!;
    expect(warned.clauses).toEqual([{ place: '二（五）5', quote: '对每年考核后三位的省级经济开发区进行通报警示' }]);
    for (const { sentence, word } of viewsOf(warned)) {
      expect(sentence).not.toMatch(/依据|处理：/);
      expect(sentence).toMatch(/属后3名/);
      expect(word).toMatch(/^列入/);
    }
  });

  test.each(STATUSES)('one colour alone: %s', (status) => {
    const only = groups.flatMap((group) => {
      const { from, count } = stretchOf(group, status);
      return viewsOf(group).slice(from, from + count);
    });
    expect(only).toHaveLength(result.findings.filter((finding) => finding.status === status).length);
    expect(only.every((finding) => finding.status === status)).toBe(true);
  });
});

describe('what a group shares', () => {
  const finding = (rule: string, clause: string, change: Partial<ResultFinding> = {}): ResultFinding => ({
    rule,
    kind: 'threshold',
    clause,
    subject: '甲',
    status: 'met',
    word: '达标',
    certainty: 'certain',
    settle: [],
    consequence: '警示',
    sentence: '可。',
    cells: [],
    ...change,
  });

  test('clauses that differ stay with their findings', () => {
    const [group] = groupFindings([finding('a', '一'), finding('b', '二')], pack);
    expect(group).toMatchObject({ title: '警示', clauses: [] });
    expect(viewsOf(group!).map(({ rule }) => rule.clauses.map(({ place }) => place))).toEqual([['第一部分'], ['第二部分']]);
  });

  test('without a clause there is none, and no cell is no cell', () => {
    const [group] = groupFindings([finding('a', '')], pack);
    expect(group?.clauses).toEqual([]);
    expect(findingAt(group!, 0)).toEqual({
      subject: '甲',
      status: 'met',
      word: '达标',
      rule: { key: 'rules:a', title: 'a', clauses: [] },
      sentence: '可。',
      cells: [],
      cellCount: 0,
    });
  });

  test('the word is that of the sheets, and an open finding shows the cells that would settle it', () => {
    const open = finding('a', '一', {
      kind: 'position',
      status: 'explain',
      word: '拟列入，待补数核定',
      certainty: 'possible',
      cells: ['数据!A2'],
      settle: ['数据!C2', '数据!C9'],
    });
    const [group] = groupFindings([open], pack);
    expect(viewsOf(group!)).toMatchObject([{ status: 'explain', word: '拟列入，待补数核定', cells: ['数据!C2', '数据!C9'], cellCount: 2 }]);
  });
});
