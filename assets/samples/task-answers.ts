import { officialTable, type Row } from './official-table';
import { packOf } from './particular-sheets';
import type { Sheet, Value } from './workbook';

export interface TaskAnswers {
  readonly title: string;
  readonly particulars: readonly string[];
  readonly notes: readonly string[];
  /** Rules whose items are answered. */
  readonly rules: readonly string[];
  /** Zones that answer every item which the document does not put to departments by name, each by its level. */
  readonly zones: readonly (readonly [name: string, level: string])[];
  /** Rows of other lists that stand above. */
  readonly before?: readonly Row[];
  /** So many items at the end are left out, as nobody has answered them yet. */
  readonly unanswered: number;
  /** Whether departments answer for the whole jurisdiction, or zones all the same. */
  readonly isForAll: (responsible: readonly string[], title: string) => boolean;
}

const PROOFS = ['自评报告', '工作总结', '会议纪要', '批复文件'] as const;

/** Every seventh answer is 否; what is for 国家级 alone is 不适用 to others. */
function answerOf(title: string, level: string, place: number): readonly [answer: string, evidence: Value] {
  if (title.includes('国家级') && level === '省级') return ['不适用', null];
  return place % 7 === 6 ? ['否', null] : ['是', PROOFS[place % PROOFS.length]!];
}

/** The sheet 定性清单 as far as it is answered: invented answers to the pack's own items, the same on every run. */
export function taskSheet(id: string, given: TaskAnswers): Sheet {
  const items = Object.entries(packOf(id).rules).flatMap(([rule, declared]) =>
    declared.kind === 'checklist' && given.rules.includes(rule) ? Object.values(declared.items) : [],
  );
  const rows = items
    .slice(0, items.length - given.unanswered)
    .flatMap(({ title, responsible }, at): Row[] =>
      given.isForAll(responsible, title)
        ? [[title, null, ...answerOf(title, '', at), responsible[0] ?? null]]
        : given.zones.map(([zone, level], n): Row => [title, zone, ...answerOf(title, level, at + 3 * n), responsible[0] ?? null]),
    );
  return officialTable({
    sheet: '定性清单',
    title: given.title,
    particulars: given.particulars,
    columns: [
      { head: '事项', format: 'long', width: 44 },
      { head: '经开区名称', format: 'name', width: 26 },
      { head: '是/否/不适用', format: 'word', width: 12, options: ['是', '否', '不适用'] },
      { head: '证明材料', format: 'name', width: 18 },
      { head: '责任单位', format: 'name', width: 22 },
    ],
    rows: [...(given.before ?? []), ...rows],
    notes: given.notes,
  });
}
