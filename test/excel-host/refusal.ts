/** What a test looks at in an error of the client. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly location: string | undefined;
  readonly statement: string | undefined;
}

/** The error that a run ends with; fails where it goes well. */
export async function refusalOf(run: Promise<unknown>): Promise<Refusal> {
  try {
    await run;
  } catch (error) {
    const { code, message, debugInfo } = error as {
      code: string;
      message: string;
      debugInfo?: { errorLocation?: string; statement?: string };
    };
    return { code, message, location: debugInfo?.errorLocation, statement: debugInfo?.statement };
  }
  throw new Error('no error came');
}

export async function codeOf(run: Promise<unknown>): Promise<string> {
  return (await refusalOf(run)).code;
}
