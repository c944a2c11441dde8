import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess, type Assessment } from '../../src/core/assess';
import type { Pack } from '../../src/core/pack/schema';
import type { ResultFinding } from '../../src/core/result';
import { choosePack } from '../../src/cli/packs';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { inputOf } from '../packs/run';

const FOLDER = join(__dirname, '..', 'data', 'cases');

export interface AssessedUserCase extends Assessment {
  readonly pack: Pack;
  of(rule: string): readonly ResultFinding[];
}

/** Assesses a workbook by the pack file that lies beside it: "packs/adjust". */
export async function assessUserCase(name: string): Promise<AssessedUserCase> {
  const pack = choosePack(join(FOLDER, `${name}.yaml`));
  const sheets = await openXlsx(readFileSync(join(FOLDER, `${name}.xlsx`))).read();
  const assessment = assess(inputOf(pack, sheets));
  return { ...assessment, pack, of: (rule) => assessment.result.findings.filter((finding) => finding.rule === rule) };
}
