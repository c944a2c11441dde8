import { ProblemError } from '../../core/problem';
import { flush, newContext } from './context';
import { excelWords as words } from './words';

/** Milliseconds that the answer may take. */
const ASKING = 5_000;

/** Excel refuses many things with one code. Where the whole workbook is read-only that is what the official is told; asked only after a refusal. */
export async function whyDenied(error: unknown): Promise<unknown> {
  if (!(error instanceof ProblemError) || !error.problems.some(({ code }) => code === 'access-denied')) return error;
  const context = newContext({ signal: AbortSignal.timeout(ASKING) });
  const { workbook } = context;
  workbook.load('readOnly');
  try {
    await flush(context);
  } catch {
    // It does not tell: what it said first stands.
    return error;
  }
  if (!workbook.readOnly) return error;
  const [general, own] = [words.accessDenied().message, words.readOnly()];
  return new ProblemError(
    error.problems.map((problem) =>
      problem.code === 'access-denied'
        ? { ...problem, code: 'read-only', message: problem.message.replace(general, () => own.message), nextStep: own.nextStep }
        : problem,
    ),
  );
}
