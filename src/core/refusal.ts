import { ProblemError } from './problem';

/** The Chinese words of one problem. */
export interface Words {
  readonly message: string;
  readonly nextStep: string;
}

/** Where in the workbook a refusal points to. */
export interface Place {
  readonly sheet?: string;
  readonly cell?: string;
}

/** The error with which a host gives up: always one blocking problem, which an official can act on. */
export function refusal(code: string, words: Words, place: Place = {}): ProblemError {
  return new ProblemError([{ severity: 'block', code, ...place, ...words }]);
}
