import { ProblemError } from '../../../src/core/problem';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';

/** The code of the refusal, 'ok' where there is none. Any other error fails the test. */
export function outcome(bytes: Uint8Array): string {
  try {
    openXlsx(bytes).look();
    return 'ok';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    expect(error.problems).toHaveLength(1);
    expect(error.problems[0]!.message).toMatch(/[\u4e00-\u9fff].*。$/);
    return error.problems[0]!.code;
  }
}
