import type { Finding } from '../../../src/core/judge/finding';
import { columnsOf, keyColumnOf } from '../../../src/core/pack/references';
import type { Pack } from '../../../src/core/pack/schema';
import { fullBook, fullSettings, sheetsOf, type Book } from '../full-book';
import type { LimitCase } from '../limits/limit-case';
import { reviewed } from '../reviewed';
import { AS_OF, judged, type Judged } from '../run';
import type { Row } from '../sheets';

type Line = readonly [situation: string, input: string, finding: string, sentence: string];

const NOBODY = '（无结论）';
const line = (situation: string, input: string, finding: Finding | undefined): Line => [
  situation,
  input,
  finding ? `${finding.word}${finding.certainty === 'possible' ? '（未定）' : ''}` : NOBODY,
  finding?.sentence ?? '',
];

/** The limit of one rule from both sides, and what else was reviewed of it. */
function aroundLimit(pack: Pack, one: LimitCase): Line[] {
  const rule = one.limit.slice(0, one.limit.indexOf('.'));
  const findingOn = (book: ReturnType<LimitCase['book']>, subject: string, asOf: string | undefined): Finding | undefined => {
    const run = judged(pack, book, asOf ?? AS_OF);
    return run.one(rule, subject) ?? run.one(rule, `全部${pack.subject}`);
  };
  const subjectAt = (value: string | number): string => (typeof one.subject === 'string' ? one.subject : one.subject(value));
  return [
    ...(['刚不到界限', '恰在界限上', '刚超过界限'] as const).map((situation, at) => {
      const value = one.values[at]!;
      return line(situation, String(value), findingOn(one.book(value), subjectAt(value), one.asOf?.(value)));
    }),
    ...(one.more ?? [])
      .slice(0, 4)
      .map(({ name, book, subject, asOf }) => line('另一情形', name, findingOn(book, subject ?? subjectAt(one.values[1]), asOf))),
  ];
}

/** The book with the figures, answers and dates of one subject taken out, wherever it is named; with none at all where no row is its own. */
function without(pack: Pack, book: Book, subject: string): Book {
  const names = (row: Row): boolean => Object.values(row).some((cell) => typeof cell === 'string' && subject.includes(cell));
  const isNamed = Object.values(book).some((rows) => rows.some(names));
  const about = (row: Row): boolean => !isNamed || names(row);
  return Object.fromEntries(
    Object.entries(book).map(([table, rows]) => {
      const columns = columnsOf(pack, table);
      const isTold = (key: string): boolean => columns[key]!.kind !== 'text' && columns[key]!.kind !== 'list';
      const blank = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, isTold(key) ? null : cell]));
      return [
        table,
        table === 'checklist' ? rows.map((row) => ({ ...row, answer: null })) : rows.map((row) => (about(row) ? blank(row) : row)),
      ];
    }),
  );
}

/** The book with one row's figures given to another. */
const levelled = (pack: Pack, book: Book, subject: string, other: string): Book =>
  Object.fromEntries(
    Object.entries(book).map(([table, rows]) => {
      const key = keyColumnOf(pack, table);
      const from = rows.find((row) => row[key] === subject);
      return [table, from ? rows.map((row) => (row[key] === other ? { ...from, [key]: other } : row)) : rows];
    }),
  );

/** A rule over the whole book: a subject it speaks of, the same without figures, level with another one, and one of another population. */
function overBook(pack: Pack, rule: string, book: Book, whole: Judged): Line[] {
  const spoken = whole.of(rule).find(({ status }) => status !== 'missing');
  if (!spoken) return [];
  const { subject, item } = spoken;
  const again = (changed: Book, of = subject): Finding | undefined =>
    judged(pack, sheetsOf(pack, changed))
      .of(rule)
      .find((finding) => finding.subject === of && finding.item === item);
  const zones = book[pack.main_table]!.map(({ zone }) => String(zone));
  const outside = zones.find((zone) => !whole.of(rule).some((finding) => finding.subject === zone));
  const neighbour = zones.find((zone) => zone !== subject && whole.of(rule).some((finding) => finding.subject === zone)) ?? outside;
  const isPlace = pack.rules[rule]!.kind === 'position' && zones.includes(subject) && neighbour !== undefined;
  return [
    line('数据齐全', subject, spoken),
    line('缺数', `${subject}各数不填`, again(without(pack, book, subject))),
    ...(isPlace
      ? [subject, neighbour].map((zone) =>
          line('并列', `${neighbour}与${subject}各数相同：${zone}`, again(levelled(pack, book, subject, neighbour), zone)),
        )
      : []),
    ...(outside === undefined ? [] : [line('不在名单或范围', outside, undefined)]),
  ];
}

/** New weights over, level with and under the former ones, and one without a former weight. */
function weights(pack: Pack, rule: string): Line[] {
  const declared = pack.rules[rule]!;
  if (declared.kind !== 'weight_increase') return [];
  const pairs = [
    ['提高', 30, 20],
    ['持平', 20, 20],
    ['降低', 10, 20],
    ['缺原权重', 40, null],
  ] as const;
  const of = (at: 1 | 2) =>
    Object.fromEntries(declared.dimensions.map((dimension, place) => [dimension, pairs[place]?.[at] ?? (at === 1 ? 0 : null)]));
  const { findings } = judged(pack, sheetsOf(pack, fullBook(pack), { ...fullSettings(pack), dimensions: of(1), oldWeights: of(2) }));
  return pairs.map(([situation, now, before], place) => {
    const { title } = pack.dimensions[declared.dimensions[place]!]!;
    const found = findings.find((finding) => finding.rule === rule && finding.subject === title);
    return line(situation, `${title}：${now}，原为${before ?? '空'}`, found);
  });
}

const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (lines: readonly Line[]): string =>
  ['| 情形 | 填报 | 结论 | 依据 |', '|---|---|---|---|', ...lines.map((cells) => `| ${cells.map(escaped).join(' | ')} |`)].join('\n');

/** For each kind of rule of a pack: its limit from both sides, missing figures, a tie, another population, as Markdown. */
export function caseTable(pack: Pack): string {
  const book = fullBook(pack);
  const whole = judged(pack, sheetsOf(pack, book));
  const kinds = [...new Set(Object.values(pack.rules).map(({ kind }) => kind))];
  const limits = reviewed[pack.pack]!.limits;
  const sections = kinds.map((kind) => {
    const ids = Object.keys(pack.rules).filter((id) => pack.rules[id]!.kind === kind);
    const ofKind = limits.filter(({ limit }) => ids.includes(limit.slice(0, limit.indexOf('.'))));
    const limit = ofKind.find(({ more }) => more !== undefined) ?? ofKind[0];
    const spoken = ids.find((id) => whole.of(id).some(({ status }) => status !== 'missing'));
    const part = (id: string, lines: readonly Line[]): string => {
      const { title, clause } = pack.rules[id]!;
      return `### ${title}（${clause.join('、')}）\n\n${table(lines)}`;
    };
    return [
      `## ${kind}`,
      ...(limit ? [part(limit.limit.slice(0, limit.limit.indexOf('.')), aroundLimit(pack, limit))] : []),
      ...(kind === 'weight_increase' ? ids.map((id) => part(id, weights(pack, id))) : []),
      ...(spoken === undefined ? [] : [part(spoken, overBook(pack, spoken, book, whole))]),
    ].join('\n\n');
  });
  return `# ${pack.title}\n\n${sections.join('\n\n')}\n`;
}
