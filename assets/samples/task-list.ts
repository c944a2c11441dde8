import { loadPack, sharedPartsOf } from '../../src/core/pack/load';
import { createUnits } from '../../src/core/units/units';
import { builtInPacks, unitData } from '../../src/packs';
import { wordData } from '../../src/packs/shared-words';
import { FICTION, officialTable, type Row } from './official-table';
import type { Sheet, Value } from './workbook';

type Answer = '是' | '否' | '不适用' | null;

export interface Answers {
  /** Item key → answers of zones, where it is not one answer for all: zone, answer, evidence. */
  readonly ofZones: Readonly<Record<string, readonly (readonly [zone: string, answer: Answer, evidence: string | null])[]>>;
  /** Item key → an answer other than 是. */
  readonly others: Readonly<Record<string, Answer>>;
}

/** Every question of a pack's checklists with a fictional answer; only what is named is answered otherwise than 是. */
export function taskList(id: string, title: string, particulars: readonly string[], { ofZones, others }: Answers): Sheet {
  const file = `${id}.yaml`;
  const { pack } = loadPack(builtInPacks.find((one) => one.file === file)?.data, file, createUnits(unitData), sharedPartsOf(wordData));
  if (!pack) throw new Error(`pack ${id} cannot be loaded`);
  const items = new Map(Object.values(pack.rules).flatMap((rule) => (rule.kind === 'checklist' ? Object.entries(rule.items) : [])));
  for (const key of [...Object.keys(ofZones), ...Object.keys(others)]) if (!items.has(key)) throw new Error(`${id} has no item ${key}`);
  const rows = [...items].flatMap(([key, { title: item, responsible }], place): Row[] => {
    const row = (answer: Answer, evidence: Value, zone: Value): Row => [item, answer, evidence, zone, responsible.join('、') || null];
    const zones = ofZones[key];
    if (zones) return zones.map(([zone, answer, evidence]) => row(answer, evidence, zone));
    const answer = others[key] === undefined ? '是' : others[key];
    return [row(answer, answer === '是' ? `示例文件第${place + 1}号` : null, null)];
  });
  return officialTable({
    sheet: '定性清单',
    title,
    particulars,
    columns: [
      { head: '事项', format: 'long', width: 52 },
      { head: '是/否/不适用', format: 'word', width: 13, options: ['是', '否', '不适用'] },
      { head: '证明材料', format: 'long', width: 22 },
      { head: '开发区名称', format: 'name', width: 26 },
      { head: '责任单位', format: 'long', width: 20 },
    ],
    rows,
    notes: [`注：“开发区名称”空白的为不分开发区答复的事项。${FICTION}。`],
  });
}
