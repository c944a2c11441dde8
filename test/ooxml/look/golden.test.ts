import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { lookMarkdown } from './look-markdown';
import { officialTemplate } from './official-template';

const sample = (file: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, '../../..', file)));

/** Looks as a person has reviewed them beside the file in a spreadsheet program; never updated by themselves. */
it.each<[string, Uint8Array, string[] | undefined]>([
  ['official-template', officialTemplate(), undefined],
  ['jilin-2016-sample', sample('assets/samples/jilin-2016.xlsx'), ['填表说明', '指标数据']],
  ['yearbook-C0206', sample('test/data/yearbook/C0206.xlsx'), undefined],
])('%s', (name, bytes, only) => {
  expect(lookMarkdown(openXlsx(bytes).look(only))).toBe(readFileSync(join(__dirname, 'golden', `${name}.md`), 'utf8'));
});
