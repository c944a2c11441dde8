import { listTables, type FoundTable } from '../table/describe/list-tables';
import { foldHeader } from '../table/fold';
import { ORDINAL_HEADER } from '../table/vocabulary';
import { TableSource } from '../table/describe/source';
import type { Words } from '../table/words';
import type { SheetGrid } from '../grid';
import type { Units } from '../units/units';
import { skeletonWords as words } from '../words/skeleton';

/** More different texts than this are names, not a list to choose from. */
const LONGEST_LIST = 8;

interface Column {
  readonly key: string;
  readonly header: string;
  readonly unit: string | undefined;
  /** Values of a column of words; undefined for figures. */
  readonly texts: readonly string[] | undefined;
}

const quoted = (text: string): string => JSON.stringify(text);

/** Headers as keys: what a key may not hold is left out, and a number tells apart what would be alike. */
function keysOf(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, at) => {
    const bare = header.replace(/[\s.,:#'"，：]+/gu, '');
    const stem = bare === '' || /^\d/u.test(bare) || Reflect.has(Object.prototype, bare) ? `${words.column}${at + 1}` : bare;
    let key = stem;
    for (let number = 2; taken.has(key); number++) key = `${stem}${number}`;
    taken.add(key);
    return key;
  });
}

/** The columns of a table beside the one that names the rows. */
function columnsOf(table: FoundTable, sheet: SheetGrid, known: Words): Column[] {
  const source = new TableSource(sheet, false, known);
  const first = new Map<string, number>();
  for (const { column, header } of table.columns) if (!first.has(foldHeader(header))) first.set(foldHeader(header), column);
  // Of headers that are alike one is kept: a pack could not tell them apart.
  const shown = table.columns.filter(({ column, header }) => {
    const folded = foldHeader(header);
    return column !== table.keyColumn && folded !== '' && !ORDINAL_HEADER.test(folded) && first.get(folded) === column;
  });
  const keys = keysOf(shown.map(({ header }) => header));
  return shown.flatMap(({ column, header, unit }, at): Column[] => {
    const cells = Array.from(table.rows, (row) => source.text(row, column).trim()).filter((text) => text !== '');
    const filled = Array.from(table.rows).filter((row) => !source.isBlank(row, column)).length;
    const isText = cells.length > filled / 2;
    const texts = [...new Set(cells)];
    if (!isText) return [{ key: keys[at]!, header, unit: unit ?? table.tableUnits[0], texts: undefined }];
    return [{ key: keys[at]!, header, unit: undefined, texts }];
  });
}

/**
 * A pack to go on from, as text with comments that say what to fill in: the columns of the largest table of the workbook, every column of figures as
 * an indicator, equal weights. Undefined where no sheet holds a table of figures.
 */
export function skeletonPack(sheets: readonly SheetGrid[], units: Units, known: Words): string | undefined {
  const tables = listTables(sheets, units, known);
  const [main] = [...tables].sort((a, b) => b.columns.length * b.rows.length - a.columns.length * a.rows.length);
  const sheet = main && sheets.find(({ name }) => name === main.sheet);
  if (!main || !sheet) return undefined;
  const columns = columnsOf(main, sheet, known);
  const figures = columns.filter(({ texts }) => texts === undefined);
  const lists = columns.filter(({ texts }) => texts !== undefined && texts.length > 1 && texts.length <= LONGEST_LIST);
  const name = main.columns.find(({ column }) => column === main.keyColumn)?.header ?? words.name;
  const others = tables.filter((table) => table !== main).map((table) => table.sheet);
  const column = ({ key, header, unit, texts }: Column): string => {
    if (texts === undefined)
      return `      ${key}: { header: [${quoted(header)}], unit: ${unit === undefined ? `from_header }  # ${words.unitAsk}` : `${quoted(unit)} }`}`;
    if (texts.length > 1 && texts.length <= LONGEST_LIST)
      return `      ${key}: { header: [${quoted(header)}], kind: list, values: [${texts.map(quoted).join(', ')}] }  # ${words.listAsk}`;
    return `      ${key}: { header: [${quoted(header)}], kind: text }`;
  };
  return [
    ...words.head.map((line) => `# ${line}`),
    'format: zone-assessor/pack@1',
    `pack: my-province  # ${words.id}`,
    `title: ${quoted(words.title)}  # ${words.titleAsk}`,
    `# number: "〔2025〕1号"  # ${words.number}`,
    `jurisdiction: { level: province, name: ${quoted(words.province)} }  # ${words.provinceAsk}`,
    'status: draft',
    `subject: ${quoted(words.subject)}`,
    '',
    `# ${words.clauses}`,
    'clauses:',
    `  "一": ${quoted(words.clause)}`,
    '',
    `# ${words.tables}`,
    ...(others.length > 0 ? [`# ${words.others(others.join('、'))}`] : []),
    'tables:',
    '  indicators:',
    `    sheet: [${quoted(main.sheet)}]`,
    `    row: ${quoted(words.subject)}`,
    '    key: zone',
    '    optional: false',
    '    columns:',
    `      zone: { header: [${quoted(name)}], kind: text, required: true }`,
    ...columns.map(column),
    '',
    `# ${words.dimensions}`,
    'dimensions:',
    `  d1: { title: ${quoted(words.dimension)} }  # weight: 100`,
    '',
    `# ${words.indicators}`,
    'indicators:',
    ...figures.map(({ key, header }) => `  ${key}: { title: ${quoted(header)}, dimension: d1, direction: higher_is_better, basis: named }`),
    '',
    `# ${words.scoring}`,
    'scoring:',
    `  basis: equal_weights_trial  # ${words.basis}`,
    '  normalise: { method: min_max, to: [0, 100] }',
    '  aggregate: { method: weighted_arithmetic, missing: renormalise }',
    `  over: all  # ${words.over}`,
    '',
    `# ${words.rankings}`,
    'rankings:',
    `  all: { title: ${quoted(words.ranking)} }`,
    ...lists.flatMap(({ key, texts }, at) =>
      (texts ?? []).map(
        (value, number) =>
          `  # g${at + 1}_${number + 1}: { title: ${quoted(words.groupRanking(value))}, population: { ${key}: ${quoted(value)} } }`,
      ),
    ),
    '',
    `# ${words.rules}`,
    'rules: {}',
    ...words.ruleExample.map((line) => `# ${line}`),
    '',
  ].join('\n');
}
