import type { ModelCell } from './book-model';
import type { Deformation, Scene } from './scene';

const pick = <T>(scene: Scene, list: readonly T[]): T => list[Math.floor(scene.random() * list.length)]!;
const zoneOf = (scene: Scene): [zone: string, row: number] => pick(scene, [...scene.table.rows]);
const UNIT = /[（(]([^（）()]+)[）)]\s*$/u;

/** A cell of numbers, with the column's own unit in its header where `unit` asks for one. */
function numberCell(
  scene: Scene,
  unit?: RegExp,
): { zone: string; key: string; row: number; column: number; value: number; format: string } | undefined {
  const { table, book } = scene;
  for (let tries = 0; tries < 30; tries++) {
    const [zone, row] = zoneOf(scene);
    const [key, column] = pick(scene, [...table.columns]);
    const cell = table.sheet.at(row, column);
    // What a format scales would be another number once it is text.
    if (cell?.kind !== 'number' || cell.value === 0 || /%|[0.],/.test(cell.format.replace('#,##0', '0'))) continue;
    if (unit && !unit.test(UNIT.exec(book.header(table, column).text)?.[1] ?? '')) continue;
    return { zone, key, row, column, value: cell.value, format: cell.format };
  }
  return undefined;
}

const inCell =
  (change: (value: number, scene: Scene) => ModelCell, unit?: RegExp) =>
  (scene: Scene): boolean => {
    const cell = numberCell(scene, unit);
    if (cell) scene.table.sheet.put(cell.row, cell.column, change(cell.value, scene));
    return cell !== undefined;
  };
const text = (value: string): ModelCell => ({ kind: 'text', value });
const number = (value: number, format = 'General'): ModelCell => ({ kind: 'number', value, format });
const times = (value: number, factor: number): number => Number((value * factor).toPrecision(15));

/** A column's header, with the name and the unit that it states. */
function headerOf(scene: Scene): { key: string; row: number; column: number; name: string; unit: string } | undefined {
  const { table, book } = scene;
  for (let tries = 0; tries < 30; tries++) {
    const [key, at] = pick(scene, [...table.columns]);
    const { row, column, text: header } = book.header(table, at);
    const match = UNIT.exec(header);
    const filled = [...table.rows.values()].some((one) => table.sheet.at(one, column)?.kind === 'number');
    if (match && filled) return { key, row, column, name: header.slice(0, match.index).trim(), unit: match[1]! };
  }
  return undefined;
}

type HeaderChange = (name: string, unit: string) => string;

const inHeader =
  (change: HeaderChange, foreign = false) =>
  (scene: Scene): boolean => {
    const header = headerOf(scene);
    if (!header) return false;
    scene.table.sheet.text(header.row, header.column, change(header.name, header.unit));
    if (foreign) scene.foreign(header.key);
    return true;
  };

/** A header that means something else. */
const foreignHeader = (change: HeaderChange) => inHeader(change, true);

/** Changes a column's unit and its numbers with it; not that of a whole, whose parts beside it are counted in its unit. */
const otherUnit = (from: string, to: string, factor: number) => (scene: Scene) => {
  const { table, book } = scene;
  const stated = (column: number): string | undefined => UNIT.exec(book.header(table, column).text)?.[1];
  const found = [...table.columns].find(
    ([, column]) => stated(column) === from && (stated(column + 1) !== undefined || book.header(table, column + 1).text === ''),
  );
  if (!found) return false;
  const { row, column, text: header } = book.header(table, found[1]);
  table.sheet.text(row, column, header.replace(UNIT, `（${to}）`));
  for (const at of table.rows.values()) {
    const cell = table.sheet.at(at, column);
    if (cell?.kind === 'number') table.sheet.put(at, column, number(times(cell.value, factor), cell.format));
    else if (cell?.kind === 'text' && /^[\d,.]+$/.test(cell.value))
      table.sheet.put(at, column, number(times(Number(cell.value.replaceAll(',', '')), factor)));
  }
  return true;
};

/** A row with sums under another name, between the rows or below them. */
const sumRow =
  (name: string, factor = 1) =>
  (scene: Scene) => {
    const { table, book } = scene;
    const rows = [...table.rows.values()];
    if (rows.length < 5) return false;
    const before = scene.random() < 0.5 ? Math.max(...rows) + 1 : rows[Math.floor(rows.length / 2)]!;
    const sums = [...table.columns.values()].map((column) => ({
      column,
      sum: rows.reduce((sum, row) => {
        const cell = table.sheet.at(row, column);
        return sum + (cell?.kind === 'number' ? cell.value : 0);
      }, 0),
    }));
    book.insertRows(table.sheet, before);
    table.sheet.text(before, table.keyColumn, name);
    for (const { column, sum } of sums) table.sheet.put(before, column, number(times(sum, factor)));
    return true;
  };

const lineBelow =
  (...cells: ModelCell[]) =>
  (scene: Scene) => {
    const { table, book } = scene;
    const row = Math.max(...table.rows.values()) + 1;
    book.insertRows(table.sheet, row);
    cells.forEach((cell, at) => table.sheet.put(row, table.keyColumn + at, cell));
    return true;
  };

const inKey = (change: (name: string) => string) => (scene: Scene) => {
  const [zone, row] = zoneOf(scene);
  if (scene.table.sheet.at(row, scene.table.keyColumn)?.kind !== 'text') return false;
  scene.table.sheet.text(row, scene.table.keyColumn, change(zone));
  return true;
};

const each = (names: readonly string[], kind: string, make: (name: string) => Deformation['apply']): Deformation[] =>
  names.map((name) => ({ kind, name, apply: make(name) }));
const one = (kind: string, apply: Deformation['apply']): Deformation => ({ kind, name: '', apply });

export const deformations: readonly Deformation[] = [
  ...each(['①', '²', '⒈', '*', '[1]', '（注1）'], 'number with mark', (mark) => inCell((value) => text(`${value}${mark}`))),
  ...each(['400 500', '400、500', '400，500', '400/500', '400~500'], 'two numbers', (both) => inCell(() => text(both))),
  ...each(['m"月"d"日"', 'yyyy/m/d', 'h:mm', 'yyyy"年"m"月"'], 'date format', (format) => inCell((value) => number(value, format))),
  ...each(['0!.0,', '0!.0000', '0\\.0,'], 'scaled format', (format) => inCell((value) => number(times(value, 10000), format))),
  ...each(['0,', '#,##0,', '0.00,'], 'thousands format', (format) => inCell((value) => number(times(value, 1000), format))),
  one(
    'millions format',
    inCell((value) => number(times(value, 1e6), '0.00,,')),
  ),
  ...each(['0"亿吨"', '0.0"百万元"', '"$"0'], 'format with another unit', (format) =>
    inCell((value) => number(value, format), /^(?:人|个|吨|%)$/u),
  ),
  one(
    'number as text',
    inCell((value) => text(` ${value}　`)),
  ),
  one(
    'number in full width',
    inCell((value) => text(String(value).replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)))),
  ),
  ...each(['\u202d', '\u00ad', '\u2060', '\u200b', '\u2066', '\ufeff'], 'number with invisible', (sign) =>
    inCell((value) => text(`${sign}${value}${sign}`)),
  ),
  one(
    'number with thousands',
    inCell((value) => text(value.toLocaleString('en-US', { maximumFractionDigits: 10 }))),
  ),
  ...each(['约', '近', '超过'], 'word before number', (word) => inCell((value) => text(`${word}${value}`))),
  ...each(['万元', '左右', '（预计）', '余'], 'word behind number', (word) => inCell((value) => text(`${value}${word}`))),
  one(
    'formula not calculated',
    inCell(() => ({ kind: 'formula' })),
  ),
  ...each(['—', '…', '/', '无', '暂无数据', '-', 'N/A'], 'no figure', (word) => (scene) => {
    const cell = numberCell(scene);
    if (!cell) return false;
    scene.gone(cell.zone, cell.key);
    scene.table.sheet.text(cell.row, cell.column, word);
    return true;
  }),
  one(
    'fraction under %',
    inCell((value) => number(value / 100), /^%$/u),
  ),
  one(
    'percent as text',
    inCell((value) => text(`${value}%`), /^%$/u),
  ),
  one('merged amount', (scene) => {
    const cell = numberCell(scene);
    if (!cell || ![...scene.table.rows.values()].includes(cell.row + 1)) return false;
    scene.table.sheet.put(cell.row + 1, cell.column, undefined);
    scene.table.sheet.merges.push({ top: cell.row, left: cell.column, bottom: cell.row + 1, right: cell.column });
    return true;
  }),
  ...each(
    ['合计', '合  计', '汇总', '共 5 家', '合计：5家', '全部开发区', '合计（万元）', '总计', '全省', '各开发区合计', '小计', '累计'],
    'sum row',
    (name) => sumRow(name),
  ),
  ...each(['平均', '平均值', '平均每家', '增长率', '同比', '上年同期', '目标值', '比上年增长'], 'other row', (name) => sumRow(name, 0.03)),
  ...each(['本省', '经济板块', '龙头带动'], 'sum row by another name', (name) => sumRow(name)),
  ...each(['其中：核心区', '其中:起步区'], 'part row', (name) => sumRow(name, 0.01)),
  ...each(
    ['以上数据由统计局提供', '注：数据为快报数。', '数据截至年底，以统计公报为准；最终数以年鉴为准', '填表人：张三', '单位：万元'],
    'line below',
    (line) => lineBelow(text(line)),
  ),
  one('telephone below', lineBelow(text('联系电话'), undefined, number(53188887777))),
  one('blank row', (scene) => (scene.book.insertRows(scene.table.sheet, zoneOf(scene)[1]), true)),
  one('blank row before a zone that has nothing', (scene) => {
    const [zone, row] = zoneOf(scene);
    const word = pick(scene, ['待报', '待统计', '', '未报']);
    for (const [key, column] of scene.table.columns) {
      scene.gone(zone, key);
      scene.table.sheet.put(row, column, word === '' ? undefined : text(word));
    }
    scene.book.insertRows(scene.table.sheet, row);
    return true;
  }),
  ...each(['一、国家级', '（二）省级', '三、其他'], 'section row', (name) => (scene) => {
    const [, row] = zoneOf(scene);
    scene.book.insertRows(scene.table.sheet, row);
    scene.table.sheet.text(row, scene.table.keyColumn, name);
    return true;
  }),
  one('header again', (scene) => {
    const { table, book } = scene;
    const rows = [...table.rows.values()];
    if (table.headerFirst !== table.headerLast || rows.length < 3) return false;
    const row = rows[Math.floor(rows.length / 2)]!;
    book.insertRows(table.sheet, row);
    table.sheet.rows[row] = [...(table.sheet.rows[table.headerFirst] ?? [])];
    return true;
  }),
  ...each(['①', '*', '[1]', '（注）'], 'header with mark', (mark) => inHeader((name, unit) => `${name}${mark}（${unit}）`)),
  one(
    'header padded',
    inHeader((name, unit) => `  ${name}${' '.repeat(40)}\n（${unit}）   `),
  ),
  one(
    'header spaced out',
    inHeader((name, unit) => `${[...name].join(' ')}（ ${unit} ）`),
  ),
  one(
    'header broken',
    inHeader((name, unit) => `${name.slice(0, 2)}\n${name.slice(2)}\n（${unit}）`),
  ),
  ...each(['\u202d', '\u00ad', '\u2060'], 'header with invisible', (sign) => inHeader((name, unit) => `${sign}${name}${sign}（${unit}）`)),
  ...each(['现价', '年末数', '当年价'], 'harmless remark', (remark) => inHeader((name, unit) => `${name}（${remark}）（${unit}）`)),
  ...each(['合同额', '规模以上', '计划数', '1-11月', '预计', '2009年', '全市', '累计'], 'remark that changes', (remark) =>
    foreignHeader((name, unit) => `${name}（${remark}）（${unit}）`),
  ),
  ...each(['2009年', '计划', '上年', '规模以上'], 'word before header', (word) =>
    foreignHeader((name, unit) => `${word}${name}（${unit}）`),
  ),
  ...each(['增长率', '占比', '目标'], 'word behind header', (word) => foreignHeader((name, unit) => `${name}${word}（${unit}）`)),
  one(
    'header in other words',
    foreignHeader((name, unit) => `${name.slice(0, -1)}情况统计（${unit}）`),
  ),
  one(
    'unit not known',
    foreignHeader((name) => `${name}（百斤）`),
  ),
  ...each(['万', '亿', '千'], 'unit cut short', (unit) => foreignHeader((name) => `${name}（${unit}）`)),
  one(
    'unit of another dimension',
    foreignHeader((name, unit) => `${name}（${unit === '%' ? '公顷' : '%'}）`),
  ),
  one('people by the hundred', otherUnit('人', '百人', 0.01)),
  one('people by ten thousand', otherUnit('人', '万人', 0.0001)),
  one('things by the hundred', otherUnit('个', '百个', 0.01)),
  one('yuan by ten thousand', otherUnit('亿元', '万元', 10000)),
  one('yuan by the million', otherUnit('亿元', '百万元', 100)),
  one('yuan by the ten thousand into hundred million', otherUnit('万元', '亿元', 0.0001)),
  one('dollars by the hundred million', otherUnit('万美元', '亿美元', 0.0001)),
  one('square kilometres', otherUnit('公顷', '平方公里', 0.01)),
  one('per mille', otherUnit('%', '‰', 10)),
  one('a column beside', (scene) => {
    const { table, book } = scene;
    const [, column] = pick(scene, [...table.columns]);
    const merged = table.sheet.merges.some(({ left, right }) => left < column && right >= column);
    if (merged) return false;
    book.insertColumn(table.sheet, column);
    table.sheet.text(table.headerFirst, column, pick(scene, ['备注', '联系人', '填报科室']));
    return true;
  }),
  ...each(['2016年度', '数据汇总表', '单位：见表头'], 'title above', (title) => (scene) => {
    scene.book.insertRows(scene.table.sheet, 0, 2);
    scene.table.sheet.text(0, 0, title);
    return true;
  }),
  one(
    'name with a mark',
    inKey((name) => `${name}①`),
  ),
  one(
    'name with spaces',
    inKey((name) => ` ${[...name].join(' ')} `),
  ),
  ...each(['\u202d', '\u00ad', '\u2060'], 'name with invisible', (sign) => inKey((name) => `${sign}${name}`)),
  one('names not calculated', ({ table }) => {
    for (const row of table.rows.values()) table.sheet.put(row, table.keyColumn, { kind: 'formula' });
    return true;
  }),
];
