import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A record of a CSV file with a header row: column name → text. */
export type CsvRow = Readonly<Record<string, string>>;

/** Reads test/data/<file>: quotes may hold commas and doubled quotes; no line breaks inside a field. */
export function readCsv(file: string): CsvRow[] {
  const text = readFileSync(join(__dirname, file), 'utf8').replace(/^\uFEFF/, '');
  const [header, ...rows] = text.split(/\r?\n/).filter((line) => line !== '').map(fields);
  return rows.map((row) => Object.fromEntries(header!.map((name, at) => [name, row[at] ?? ''])));
}

function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
}

/** A column of numbers; empty and NA are NaN. */
export function numbers(rows: readonly CsvRow[], column: string): Float64Array {
  return Float64Array.from(rows, (row) => {
    const text = row[column];
    if (text === undefined) throw new RangeError(`no column ${column}`);
    return text === '' || text === 'NA' ? NaN : Number(text);
  });
}
