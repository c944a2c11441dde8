/** One change of a part: what stands between two places (in bytes of its UTF-8 form) becomes `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An element that closed itself gets content. @param end behind its tag */
export function reopened(end: number, name: string, content: string): Splice {
  return { start: end - 2, end, text: `>${content}</${name}>` };
}
