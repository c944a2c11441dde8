import { loadPack, sharedPartsOf } from '../../src/core/pack/load';
import type { Pack } from '../../src/core/pack/schema';
import { createUnits } from '../../src/core/units/units';
import { parameterSheet } from '../../src/core/words/parameters';
import { builtInPacks, unitData } from '../../src/packs';
import { wordData } from '../../src/packs/shared-words';
import { officialTable, type Row } from './official-table';
import type { Sheet, Value } from './workbook';

export function packOf(id: string): Pack {
  const file = `${id}.yaml`;
  const found = builtInPacks.find((one) => one.file === file);
  const { pack } = loadPack(found?.data, file, createUnits(unitData), sharedPartsOf(wordData));
  if (!pack) throw new Error(`pack ${id} cannot be loaded`);
  return pack;
}

export interface Settings {
  /** The day of the assessment, YYYY-MM-DD: the workbook's own 考评日期. */
  readonly asOf: string;
  /** Values by the parameter's title; everything else is left blank. */
  readonly parameters: Readonly<Record<string, string | number>>;
  /** New and old weight by the dimension's title. */
  readonly weights?: Readonly<Record<string, readonly [now: number, before: number | null]>>;
}

/** The sheet 权重与参数 with every name that the pack knows; what a user has not decided stays blank. */
export function settingsSheet(id: string, { asOf, parameters: others, weights = {} }: Settings): Sheet {
  const pack = packOf(id);
  const parameters = { ...others, [pack.parameters['assessment_day']!.title]: asOf };
  const { columns, sections } = parameterSheet;
  const known = new Set([...Object.values(pack.parameters), ...Object.values(pack.dimensions)].map(({ title }) => title));
  for (const title of [...Object.keys(parameters), ...Object.keys(weights)])
    if (!known.has(title)) throw new Error(`${id} has no parameter or dimension “${title}”`);

  const rows: Row[] = [];
  const add = (section: string, name: string, value: Value, unit: string | null, old: Value, note: string | null): void =>
    void rows.push([section, name, value, unit, old, note]);
  for (const { title } of Object.values(pack.dimensions)) {
    const [now, before] = weights[title] ?? [null, null];
    add(sections.dimension, title, now, null, before, null);
  }
  for (const [key, { title }] of Object.entries(pack.indicators)) add(sections.indicator, title ?? key, null, null, null, null);
  for (const { title, unit, kind, choices, note, unset, default: usual } of Object.values(pack.parameters)) {
    const options = kind === 'choice' ? `可填：${(choices ?? []).join('、')}` : kind === 'yes_no' ? '可填：是、否' : '';
    const standard = usual === undefined ? '' : `缺省：${usual}`;
    add(
      sections.parameter,
      title,
      parameters[title] ?? null,
      unit ?? null,
      null,
      [options, standard, unset ?? '', note ?? ''].filter((part) => part !== '').join('；') || null,
    );
  }
  return officialTable({
    sheet: parameterSheet.name,
    title: '考评权重与参数设置表',
    unnumbered: true,
    portrait: true,
    columns: [
      { head: columns.section, format: 'word', width: 11 },
      { head: columns.name, format: 'long', width: 32 },
      { head: columns.value, format: 'word', width: 15 },
      { head: columns.unit, format: 'word', width: 9 },
      { head: columns.old, format: 'word', width: 9 },
      { head: columns.note, format: 'long', width: 38 },
    ],
    rows,
    notes: ['注：留空的权重按等权试算，留空的参数不启用；本表所填数值均为示例，不是文件的规定。'],
  });
}

const PERIOD = '数据年度写在各表标题里，考评日期写在“权重与参数”表里；换成自己的数据时，请一并改正。';
const TEXT_NUMBERS = '个别数字有意以文本形式存储（如“1,234.5”），合计公式不会把它们加进去，用来演示程序的识别和提示。';

/** What a compiler of such a workbook writes on its first sheet. */
export function readmeSheet(title: string, lines: readonly string[]): Sheet {
  return officialTable({
    sheet: '填表说明',
    title,
    unnumbered: true,
    portrait: true,
    columns: [
      { head: '条', format: 'word', width: 6 },
      { head: '内容', format: 'long', width: 84 },
    ],
    rows: [...lines, PERIOD, TEXT_NUMBERS].map((line, n): Row => [n + 1, line]),
  });
}
