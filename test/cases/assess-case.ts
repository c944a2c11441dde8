import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../src/core/assess';
import type { Problem } from '../../src/core/problem';
import type { Result, ResultFinding } from '../../src/core/result';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { packOf } from '../packs/built-in';
import { AS_OF, inputOf } from '../packs/run';

const FOLDER = join(__dirname, '..', 'data', 'cases');

export interface AssessedCase {
  readonly result: Result;
  of(rule: string): readonly ResultFinding[];
  /** The one finding of a rule on a subject; undefined where there is none. */
  one(rule: string, subject: string): ResultFinding | undefined;
  /** What asks about a cell: a problem of severity warning or worse that names it. */
  asked(sheet: string, cell: string): readonly Problem[];
}

/** Opens a case file as the command line does and assesses it: "judging/snL". */
export async function assessCase(name: string, packId: string, asOf = AS_OF): Promise<AssessedCase> {
  const sheets = await openXlsx(readFileSync(join(FOLDER, `${name}.xlsx`))).read();
  const { result } = assess(inputOf(packOf(packId), sheets, asOf));
  const of = (rule: string): readonly ResultFinding[] => result.findings.filter((finding) => finding.rule === rule);
  return {
    result,
    of,
    one(rule, subject) {
      const found = of(rule).filter((finding) => finding.subject === subject);
      if (found.length > 1) throw new Error(`${rule} has ${found.length} findings on ${subject}`);
      return found[0];
    },
    asked: (sheet, cell) =>
      result.problems.filter(
        (problem) =>
          problem.severity !== 'info' &&
          problem.sheet === sheet &&
          (problem.cell === cell || new RegExp(`(?<![A-Z])${cell}(?![0-9])`).test(problem.message)),
      ),
  };
}
