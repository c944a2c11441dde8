import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gridOf, type PlainValue, type SheetGrid } from '../../../../src/core/grid';
import { cellName, columnName } from '../../../../src/core/cell';
import { createUnits } from '../../../../src/core/units/units';
import { listTables, type FoundTable } from '../../../../src/core/table/describe/list-tables';
import data from '../../../../src/packs/units.yaml';
import { words } from '../small-table';
import { yearbookSheet } from '../yearbook-grid';

const units = createUnits(data);

function markdown(file: string, sheet: SheetGrid, tables: readonly FoundTable[]): string {
  const lines = [`# ${file}`, ''];
  for (const table of tables) {
    lines.push(
      `Sheet ${table.sheet}; titles: ${table.titles.join(' | ') || '–'}; unit line: ${table.tableUnits.join(', ') || '–'}; header rows ${table.header.first + 1}–${table.header.last + 1}`,
      '',
    );
    lines.push('| Column | Header path | Unit |', '|---|---|---|');
    for (const column of table.columns) lines.push(`| ${columnName(column.column)} | ${column.header} | ${column.unit ?? ''} |`);
    lines.push('', `${table.rows.length} data rows:`, '', '| Row | Key | Values |', '|---|---|---|');
    const show = (at: number): void => {
      const row = table.rows[at] ?? 0;
      const values = table.columns
        .filter((column) => column.column !== table.keyColumn)
        .map(({ column }) => {
          const cell = sheet.grid.cell(row, column);
          return cell.kind === 'empty' ? '' : cell.kind === 'error' ? cell.code : String(cell.value);
        });
      lines.push(`| ${row + 1} | ${table.keys[at] ?? ''} | ${values.join(' ; ')} |`);
    };
    const count = table.rows.length;
    for (let at = 0; at < count; at++) if (at < 2 || at >= count - 2) show(at);
    lines.push('', '| Skipped row | Why | Text |', '|---|---|---|');
    for (const { row, why } of table.skipped) {
      const first = [0, 1, 2].map((column) => sheet.grid.text(row, column)).find((text) => text !== '') ?? '';
      lines.push(`| ${cellName(row, 0)} | ${why} | ${first.trim().slice(0, 24)} |`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

describe('real yearbook tables, as a person can review them in golden/', () => {
  test.each(['C0202', 'C0206', 'C1106', 'C1302', 'C1805', 'nbs_fenSheng_GDP_title_footnotes'])('%s', (file) => {
    const sheet = yearbookSheet(file);
    const golden = readFileSync(join(__dirname, 'golden', `${file}.md`), 'utf8');
    expect(markdown(file, sheet, listTables([sheet], units, words))).toBe(golden);
  });
});

const found = (rows: readonly (readonly PlainValue[])[]): { columns: string[]; keys: readonly string[] }[] =>
  listTables([{ name: 'S', grid: gridOf(rows), hidden: false, owned: false }], units, words).map((table) => ({
    columns: table.columns.map((column) => column.header),
    keys: table.keys,
  }));

describe('several tables on one sheet', () => {
  test('one below the other', () => {
    expect(
      found([
        ['表1'],
        ['地区', '产值（亿元）', '人口（万人）'],
        ['甲区', 1, 2],
        ['乙区', 3, 4],
        [],
        ['表2'],
        ['地区', '面积（公顷）', '户数（户）'],
        ['甲区', 5, 6],
      ]),
    ).toEqual([
      { columns: ['地区', '产值', '人口'], keys: ['甲区', '乙区'] },
      { columns: ['地区', '面积', '户数'], keys: ['甲区'] },
    ]);
  });

  test('side by side', () => {
    expect(
      found([
        ['地区', '产值', null, '地区', '面积'],
        ['甲区', 1, null, '丙区', 5],
        ['乙区', 3, null, '丁区', 6],
      ]),
    ).toEqual([
      { columns: ['地区', '产值'], keys: ['甲区', '乙区'] },
      { columns: ['地区', '面积'], keys: ['丙区', '丁区'] },
    ]);
  });
});

test('a sheet without figures has no table', () => {
  expect(found([['关于印发某计划的通知'], ['各有关单位：'], []])).toEqual([]);
});
