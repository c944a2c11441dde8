/** Another program with its arguments, which are not quoted again: they hold no spaces of their own. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the output goes to a person's screen, not into a file or a pipe. */
  readonly interactive: boolean;
}

/** What a command may touch besides files: handed in, so that tests need no process. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  now(): Date;
  /** Folder of the built program. */
  readonly root: string;
  readonly machine: Machine;
  /** Starts another program and leaves it alone; one that cannot be started is no failure. */
  launch(program: Launch): void;
  /** Settles when the person or the system asks the program to end (Ctrl+C). Until this is called, such a wish ends it at once. */
  stopped(): Promise<void>;
}

/** Documented exit codes. */
export const ExitCode = { done: 0, problems: 1, usage: 2, files: 3 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** A command line that cannot be carried out; the text says what to do instead. */
export class UsageError extends Error {}

/** A file that cannot be read or written. */
export class FileError extends Error {}

/** A port that cannot be had; told apart from a file only by its words. */
export class PortError extends Error {}
