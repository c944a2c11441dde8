import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleTablesWorkbook, exampleWorkbook } from './example-workbook';
import { sampleBytes, sampleFile, samples } from './samples';

/** Writes the sample workbooks: `npm run samples`, from the root of the repository, or into the folder named. */
const folder = process.argv[2] ?? join(process.cwd(), 'assets', 'samples');
mkdirSync(folder, { recursive: true });
for (const sample of samples) {
  const bytes = sampleBytes(sample);
  writeFileSync(join(folder, sampleFile(sample)), bytes);
  process.stdout.write(`${sampleFile(sample)}  ${bytes.length} 字节\n`);
}

if (process.argv[2] === undefined) {
  const packs = join(process.cwd(), 'assets', 'packs');
  writeFileSync(join(packs, 'example-province.xlsx'), exampleWorkbook());
  writeFileSync(join(packs, 'example-province-tables.xlsx'), exampleTablesWorkbook());
}
