import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleWorkbook } from '../../../assets/samples/example-workbook';
import { ownParts } from '../../../src/core/own-parts';
import { assess } from '../../../src/core/assess';
import type { SheetGrid } from '../../../src/core/grid';
import { workbookMethod } from '../../../src/core/own-method/workbook-method';
import { lintPack } from '../../../src/core/pack/lint';
import { loadPack, sharedPartsOf } from '../../../src/core/pack/load';
import { packSchema, type Pack } from '../../../src/core/pack/schema';
import type { Result } from '../../../src/core/result';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import ownPack from '../../../src/packs/own-method.yaml';
import { loadPackText } from '../../../src/packs/pack-text';
import { wordData } from '../../../src/packs/shared-words';
import { units } from '../../packs/built-in';
import { rulesSheet, systemSheet } from './example';

const shared = sharedPartsOf(wordData);
const base = loadPack(ownPack, 'own-method.yaml', units, shared).pack!;
const FILE = join(__dirname, '../../../assets/packs/example-province.yaml');
const byFile = loadPackText(readFileSync(FILE, 'utf8'), 'example-province.yaml', units, shared).pack!;

const run = (pack: Pack, sheets: readonly SheetGrid[]) =>
  assess({ pack, units, sheets, asOf: '2025-03-01', at: '2025-03-01T00:00:00Z', fingerprint: '', own: ownParts }).result;

/** What a person sees of a result, without the keys by which the two packs call things. */
const shown = ({ rankings, findings, weightsBasis, gaps }: Result, pack: Pack): unknown => ({
  weightsBasis,
  gapsCount: gaps !== null,
  rankings: rankings.map(({ title, rows }) => ({
    title,
    rows: rows.map(({ subject, group, total, rank, tied, places, grades, completeness, dimensions, indicators, adjustments }) => ({
      ...{ subject, group, total, rank, tied, places, completeness },
      grades: Object.values(grades ?? {}),
      dimensions: Object.values(dimensions),
      indicators: Object.values(indicators),
      adjustments: adjustments.map(({ kind, title: name, applies, value, cells }) => ({ kind, name, applies, value, cells })),
    })),
  })),
  findings: findings
    .map(({ rule, subject, status, word, certainty, consequence, cells }) => ({
      ...{ rule: pack.rules[rule]?.title, subject, status, word, certainty, consequence, cells },
    }))
    .sort((a, b) => `${a.rule}${a.subject}`.localeCompare(`${b.rule}${b.subject}`)),
});

describe('the example province by tables', () => {
  let data: readonly SheetGrid[];
  beforeAll(async () => {
    data = await openXlsx(exampleWorkbook()).read();
  });

  test('gives what the pack file gives', () => {
    const sheets = [...data, systemSheet(), rulesSheet()];
    const { pack, problems } = workbookMethod(base, sheets, units, shared);
    expect(problems).toEqual([]);
    const byTables = run(pack, sheets);
    const expected = run(byFile, data);
    expect(byTables.problems.filter(({ severity }) => severity !== 'info').map(({ message }) => message)).toEqual(
      expected.problems.filter(({ severity }) => severity !== 'info').map(({ message }) => message),
    );
    expect(shown(byTables, pack)).toEqual(shown(expected, byFile));
  });
});

describe('what the sheets state', () => {
  test('is a pack as the schema would have filled it in, and lint finds nothing in it', () => {
    const { pack } = workbookMethod(base, [systemSheet(), rulesSheet()], units, shared);
    expect(packSchema.parse(pack)).toEqual(pack);
    expect(lintPack(pack, units, '').filter(({ severity }) => severity === 'block')).toEqual([]);
  });

  test('is completed by the words that all packs share, which need nothing filled in', () => {
    expect(shared).toEqual(wordData);
  });
});
