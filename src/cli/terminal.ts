/** What a command may touch besides files: handed in, so that tests need no process. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  now(): Date;
  /** Folder of the built program. */
  readonly root: string;
}

/** Documented exit codes. */
export const ExitCode = { done: 0, problems: 1, usage: 2, files: 3 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** A command line that cannot be carried out; the text says what to do instead. */
export class UsageError extends Error {}

/** A file that cannot be read or written. */
export class FileError extends Error {}
