import { transferHandlers, type TransferHandler } from 'comlink';
import { ProblemError, type Problem } from '../core/problem';

interface Thrown {
  readonly value: unknown;
}

/** Lets a ProblemError be thrown over to the other thread with its problems. Both threads call it once, before anything is thrown. */
export function throwProblemsAcross(): void {
  // comlink marks what was thrown with a symbol of its own; its handler alone can tell.
  const plain = transferHandlers.get('throw') as TransferHandler<Thrown, unknown>;
  const handler: TransferHandler<Thrown, { readonly problems: readonly Problem[] } | { readonly plain: unknown }> = {
    canHandle: (value): value is Thrown => plain.canHandle(value),
    serialize(thrown) {
      if (thrown.value instanceof ProblemError) return [{ problems: thrown.value.problems }, []];
      const [serialized, buffers] = plain.serialize(thrown);
      return [{ plain: serialized }, buffers];
    },
    deserialize(crossed) {
      if ('problems' in crossed) throw new ProblemError(crossed.problems);
      return plain.deserialize(crossed.plain);
    },
  };
  transferHandlers.set('throw', handler);
}
