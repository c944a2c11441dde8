import type { Problem } from '../problem';

/** Keys and indices from the root of a pack to one of its parts. */
export type Path = readonly (string | number)[];

/** What is wrong with a pack, and where in it. */
export interface PackProblem extends Problem {
  readonly path: Path;
  /** The word that is wrong, a key or a value somewhere below the path. */
  readonly about?: string;
}

/** "scoring.adjustments[0].measure" → its parts. Not for keys that hold a dot. */
export const pathOf = (at: string): Path =>
  at === ''
    ? []
    : at.split('.').flatMap((part) => {
        const [, name = part, indices = ''] = /^(.*?)((?:\[\d+\])*)$/u.exec(part) ?? [];
        return [name, ...[...indices.matchAll(/\d+/gu)].map(([index]) => Number(index))];
      });

/** As messages write it: "sheets[0].rules". */
export const writtenPath = (path: Path): string =>
  path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`), '');
