import { ProblemError } from '../../src/core/problem';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { fullPlan } from '../hosts/xlsx/sample-plan';

/** Opens, reads and writes; the code of the refusal, 'ok' where there is none. Any other error fails the test. */
export async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const file = openXlsx(bytes);
    await file.describe();
    await file.read();
    await file.write(fullPlan());
    return 'ok';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const [problem] = error.problems;
    expect(error.problems).toHaveLength(1);
    expect(problem!.severity).toBe('block');
    expect(problem!.message).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(problem!.nextStep).toMatch(/[\u4e00-\u9fff].*。$/);
    return problem!.code;
  }
}
