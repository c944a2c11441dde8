import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { gridOf, type SheetGrid } from '../../../src/core/grid';

const cell = z.union([z.string(), z.number()]);
const table = z.strictObject({ headers: z.array(z.string()), rows: z.array(z.array(cell)) });
const exampleSchema = z.strictObject({ system: table, rules: table });

export type Cell = z.output<typeof cell>;

const ROOT = join(__dirname, '../../..');

/** The filled example that the product brings: rows of both sheets. */
export const example = exampleSchema.parse(parse(readFileSync(join(ROOT, 'src/packs/own-method-example.yaml'), 'utf8')));

export const sheetOf = (name: string, rows: readonly (readonly Cell[])[]): SheetGrid => ({
  name,
  owned: false,
  hidden: false,
  grid: gridOf(rows.map((row) => row.map((value) => (value === '' ? null : value)))),
});

export const systemSheet = (rows: readonly (readonly Cell[])[] = example.system.rows, headers = example.system.headers): SheetGrid =>
  sheetOf('指标体系', [headers, ...rows]);
export const rulesSheet = (rows: readonly (readonly Cell[])[] = example.rules.rows, headers = example.rules.headers): SheetGrid =>
  sheetOf('考评规则', [headers, ...rows]);
