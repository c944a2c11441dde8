import { ModelSheet, type Book, type ModelCell, type Placed } from './book-model';
import type { Deformation, Scene } from './scene';

/** Deformations of whole tables: where they lie, of which year they are, how they go on. */

const YEAR = /(?:19|20)\d\d(?=年)/u;
const GAP = 2;

const copyOf = (cell: ModelCell): ModelCell => (cell ? { ...cell } : undefined);
const scaled = (cell: ModelCell, factor: number): ModelCell =>
  cell?.kind === 'number' && !Number.isInteger(cell.value)
    ? { ...cell, value: Number((cell.value * factor).toPrecision(12)) }
    : copyOf(cell);

/** Row and column of the title over a table that states its year. */
function titleOf({ sheet, headerFirst }: Placed): { row: number; column: number; text: string; year: number } | undefined {
  for (let row = headerFirst - 1; row >= 0; row--) {
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      const year = cell?.kind === 'text' && !cell.value.includes('：') ? YEAR.exec(cell.value)?.[0] : undefined;
      if (cell?.kind === 'text' && year !== undefined) return { row, column, text: cell.value, year: Number(year) };
    }
  }
  return undefined;
}

/** Another table of the book that stands on a sheet of its own. */
function otherTable({ book, table, random }: Scene): Placed | undefined {
  const others = [...book.tables.values()].filter(
    (other) => other.sheet !== table.sheet && [...book.tables.values()].filter(({ sheet }) => sheet === other.sheet).length === 1,
  );
  return others[Math.floor(random() * others.length)];
}

/** Puts all that stands on one sheet on another, and takes the sheet out of the book. */
function moveSheet(book: Book, from: ModelSheet, to: ModelSheet, down: number, right: number): void {
  from.rows.forEach((cells, row) => cells.forEach((cell, column) => cell && to.put(row + down, column + right, cell)));
  to.merges.push(
    ...from.merges.map(({ top, left, bottom, right: end }) => ({
      top: top + down,
      left: left + right,
      bottom: bottom + down,
      right: end + right,
    })),
  );
  for (const placed of book.tables.values()) {
    if (placed.sheet !== from) continue;
    placed.sheet = to;
    placed.headerFirst += down;
    placed.headerLast += down;
    placed.keyColumn += right;
    for (const [key, column] of placed.columns) placed.columns.set(key, column + right);
    for (const [zone, row] of placed.rows) placed.rows.set(zone, row + down);
  }
  book.sheets = book.sheets.filter((sheet) => sheet !== from);
}

/** Copies header rows with their merged cells. */
function copyHeader({ sheet, headerFirst, headerLast }: Placed, to: ModelSheet, at: number): void {
  for (let row = headerFirst; row <= headerLast; row++)
    (sheet.rows[row] ?? []).forEach((cell, column) => to.put(at + row - headerFirst, column, copyOf(cell)));
  const merges = sheet.merges.filter(({ top, bottom }) => top >= headerFirst && bottom <= headerLast);
  to.merges.push(...merges.map((area) => ({ ...area, top: area.top - headerFirst + at, bottom: area.bottom - headerFirst + at })));
}

const lastRow = ({ rows }: ModelSheet): number => rows.findLastIndex((cells) => cells.some((cell) => cell !== undefined));

/** Lines above the header that state units or particulars stand over the further piece, too. */
const unitLines = ({ sheet, headerFirst }: Placed): string[] =>
  sheet.rows
    .slice(0, headerFirst)
    .flatMap((cells) => cells.flatMap((cell) => (cell?.kind === 'text' && cell.value.includes('单位：') ? [cell.value] : [])));

/** Takes the lower half of the rows out of a table that has no row merged with another. */
function lowerHalf({ table }: Scene): { zones: [string, number][]; cells: ModelCell[][] } | undefined {
  const rows = [...table.rows].sort(([, a], [, b]) => a - b);
  const [first, last] = [rows[0]?.[1] ?? 0, rows.at(-1)?.[1] ?? 0];
  const tied = table.sheet.merges.some(({ top, bottom }) => bottom > top && bottom >= first && top <= last);
  if (rows.length < 6 || tied || last - first + 1 !== rows.length) return undefined;
  const zones = rows.slice(Math.ceil(rows.length / 2));
  return { zones, cells: zones.map(([, row]) => table.sheet.rows[row] ?? []) };
}

/** The lower half goes on below, under title and header again, or on a sheet of its own. */
const continued =
  (where: 'below' | 'sheet', title: (text: string) => string) =>
  (scene: Scene): boolean => {
    const { book, table } = scene;
    const stated = titleOf(table);
    // Where a table of another year stands beside, the lower half would take it along without its title.
    const beside =
      stated && table.sheet.rows[stated.row]?.some((cell, at) => at !== stated.column && cell?.kind === 'text' && YEAR.test(cell.value));
    const half = beside ? undefined : stated && lowerHalf(scene);
    if (!stated || !half) return false;
    const lines = [title(stated.text), ...unitLines(table)];
    if (where === 'sheet') {
      const further = new ModelSheet(`${table.sheet.name}（续）`, [], []);
      lines.forEach((line, row) => further.text(row, 0, line));
      copyHeader(table, further, lines.length);
      const start = lines.length + table.headerLast - table.headerFirst + 1;
      half.cells.forEach((cells, at) => cells.forEach((cell, column) => further.put(start + at, column, cell)));
      const [from] = half.zones;
      table.sheet.rows.splice(from![1], half.zones.length);
      for (const placed of book.tables.values())
        if (placed.sheet === table.sheet)
          for (const [zone, row] of placed.rows) if (row > from![1]) placed.rows.set(zone, row - half.zones.length);
      half.zones.forEach(([zone]) => table.rows.delete(zone));
      book.sheets.splice(book.sheets.indexOf(table.sheet) + 1, 0, further);
      return true;
    }
    const at = half.zones[0]![1];
    const height = lines.length + table.headerLast - table.headerFirst + 1;
    book.insertRows(table.sheet, at, height);
    lines.forEach((line, row) => table.sheet.text(at + row, 0, line));
    copyHeader(table, table.sheet, at + lines.length);
    return true;
  };

/** The same table of an earlier year, with other figures. */
const earlierYear =
  (where: 'below' | 'beside' | 'sheet', years: number) =>
  ({ book, table }: Scene): boolean => {
    const stated = titleOf(table);
    if (!stated || [...book.tables.values()].filter(({ sheet }) => sheet === table.sheet).length > 1) return false;
    const { sheet } = table;
    const copy = new ModelSheet(
      `${stated.year - years}年数据`,
      sheet.rows.map((cells, row) => cells.map((cell) => (row > table.headerLast ? scaled(cell, 0.87) : copyOf(cell)))),
      [...sheet.merges],
    );
    copy.text(stated.row, stated.column, stated.text.replace(YEAR, String(stated.year - years)));
    if (where === 'sheet') book.sheets.push(copy);
    else moveSheet(book, copy, sheet, where === 'below' ? lastRow(sheet) + 1 + GAP : 0, where === 'below' ? 0 : sheet.width + GAP);
    return true;
  };

/** A column 年度 and a row for each year: the figures of earlier years stand between. */
const longTable =
  (header: string) =>
  ({ book, table }: Scene): boolean => {
    const stated = titleOf(table);
    const rows = [...table.rows.values()].sort((a, b) => b - a);
    const tied = table.sheet.merges.some(({ top, bottom }) => bottom > top && bottom > table.headerLast);
    if (!stated || tied || book.tables.size === 0) return false;
    const { sheet } = table;
    const column = sheet.width;
    sheet.text(table.headerFirst, column, header);
    if (table.headerLast > table.headerFirst)
      sheet.merges.push({ top: table.headerFirst, left: column, bottom: table.headerLast, right: column });
    sheet.text(stated.row, stated.column, stated.text.replace(/[（(]?(?:19|20)\d\d年度?[）)]?/u, ''));
    for (const row of rows) {
      sheet.put(row, column, { kind: 'number', value: stated.year, format: 'General' });
      book.insertRows(sheet, row + 1);
      sheet.rows[row + 1] = (sheet.rows[row] ?? []).map((cell, at) =>
        at === column ? { kind: 'number', value: stated.year - 1, format: 'General' } : scaled(cell, 0.87),
      );
    }
    return true;
  };

export const wholeTables: readonly Deformation[] = [
  ...[1, 3].map((gap): Deformation => ({
    kind: 'stacked tables',
    name: `another table ${gap} rows below`,
    apply: (scene) => {
      const other = otherTable(scene);
      if (other) moveSheet(scene.book, other.sheet, scene.table.sheet, lastRow(scene.table.sheet) + 1 + gap, 0);
      return other !== undefined;
    },
  })),
  ...[1, 3].map((gap): Deformation => ({
    kind: 'side by side',
    name: `another table ${gap} columns beside`,
    apply: (scene) => {
      const other = otherTable(scene);
      if (other) moveSheet(scene.book, other.sheet, scene.table.sheet, 0, scene.table.sheet.width + gap);
      return other !== undefined;
    },
  })),
  ...[-4, -2, 1].map((years): Deformation => ({
    kind: 'wrong year',
    name: `title of ${years} years`,
    apply: (scene) => {
      const stated = titleOf(scene.table);
      if (!stated) return false;
      scene.table.sheet.text(stated.row, stated.column, stated.text.replace(YEAR, String(stated.year + years)));
      scene.ofAnotherYear();
      return true;
    },
  })),
  ...(['below', 'beside', 'sheet'] as const).flatMap((where) =>
    [2, 3].map((years): Deformation => ({ kind: 'two years', name: `${years} years before, ${where}`, apply: earlierYear(where, years) })),
  ),
  ...['年度', '年份', '数据年度'].map((header): Deformation => ({
    kind: 'long table',
    name: `a column ${header}`,
    apply: longTable(header),
  })),
  ...(['below', 'sheet'] as const).flatMap((where) =>
    (
      [
        ['续表', () => '续表'],
        ['title and 续表', (text: string) => `${text}（续表）`],
        ['the same title', (text: string) => text],
      ] as const
    ).map(([name, title]): Deformation => ({ kind: 'continued', name: `${where}, ${name}`, apply: continued(where, title) })),
  ),
];
