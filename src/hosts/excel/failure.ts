import type { Words } from '../../core/refusal';
import { refusal } from '../../core/refusal';
import { excelWords as words } from './words';
import type { Watch } from '../port';
import { flush, Unanswered } from './context';

export type Step = keyof typeof words.steps;

/** What Excel's own errors come to. */
export type FailureKind = 'cell-edit' | 'access-denied' | 'sheet-gone' | 'too-large' | 'api-missing' | 'busy' | 'excel-failed';

const KINDS: ReadonlyMap<string, FailureKind> = new Map<string, FailureKind>([
  ['InvalidOperationInCellEditMode', 'cell-edit'],
  ['HostIsBusy', 'cell-edit'],
  ['AccessDenied', 'access-denied'],
  ['ItemNotFound', 'sheet-gone'],
  ['InvalidReference', 'sheet-gone'],
  ['InvalidObjectPath', 'sheet-gone'],
  ['RequestPayloadSizeLimitExceeded', 'too-large'],
  ['ResponsePayloadSizeLimitExceeded', 'too-large'],
  ['RangeExceedsLimit', 'too-large'],
  ['ApiNotFound', 'api-missing'],
  ['ApiNotAvailable', 'api-missing'],
  ['UnsupportedOperation', 'api-missing'],
  ['Conflict', 'busy'],
  ['ItemAlreadyExists', 'busy'],
  ['RequestAborted', 'busy'],
  ['RequestTimeout', 'busy'],
  ['ServiceNotAvailable', 'busy'],
  ['ConnectionFailure', 'busy'],
  ['ActivityLimitReached', 'busy'],
]);

const WORDS: Readonly<Record<FailureKind, (code: string) => Words>> = {
  'cell-edit': words.cellEdit,
  'access-denied': words.accessDenied,
  'sheet-gone': words.itemNotFound,
  'too-large': words.tooLarge,
  'api-missing': words.apiMissing,
  busy: words.busy,
  'excel-failed': words.general,
};

/** The code of an error of the client library; undefined for every other error, which is a fault of ours. */
export function excelCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('debugInfo' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function failureKind(error: unknown): FailureKind | undefined {
  const code = excelCode(error);
  return code === undefined ? undefined : (KINDS.get(code) ?? 'excel-failed');
}

/** An error of Excel's as the official is told it, with the step at which it happened; other errors pass unchanged. */
export function explained(error: unknown, step: Step, more = ''): unknown {
  if (error instanceof Unanswered) return refusal('unanswered', words.cancelledUnanswered());
  const kind = failureKind(error);
  if (kind === undefined) return error;
  const said = WORDS[kind](excelCode(error) ?? '');
  return refusal(kind, { message: words.during(words.steps[step], said.message) + more, nextStep: said.nextStep });
}

/** Sends what is queued. @throws ProblemError */
export async function send(context: Excel.RequestContext, step: Step): Promise<void> {
  try {
    await flush(context);
  } catch (error) {
    throw explained(error, step);
  }
}

/** @throws ProblemError cancelled */
export function stopIfCancelled(watch: Watch | undefined): void {
  if (watch?.signal?.aborted) throw refusal('cancelled', words.cancelled());
}

/** With these Excel refuses what it does not like just now, and not the work as a whole. */
const PICKY: ReadonlySet<FailureKind | undefined> = new Set<FailureKind | undefined>(['excel-failed', 'api-missing', 'access-denied']);

export const isPicky = (error: unknown): boolean => PICKY.has(failureKind(error));
