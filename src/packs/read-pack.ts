import type { LoadedPack } from '../core/pack/load';
import { refusal } from '../core/refusal';
import { readPackWords as words } from './read-pack-words';

/** Milliseconds: the largest file that is taken needs some seconds on an old computer. */
const LONGEST = 60_000;

/**
 * Reads a pack file of a person's own in a browser, on a thread that ends with it.
 * @throws ProblemError reader-not-loaded where its program did not come, pack-unreadable where it takes too long or dies
 */
export function readPack(text: string, file: string): Promise<LoadedPack> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(/* webpackChunkName: "own-pack" */ new URL('./reader-worker.ts', import.meta.url));
    const end = (): void => {
      clearTimeout(timer);
      worker.terminate();
    };
    const fail = (code: string, said: { readonly message: string; readonly nextStep: string }): void => {
      end();
      reject(refusal(code, said));
    };
    const timer = setTimeout(() => fail('pack-unreadable', words.unreadable(file)), LONGEST);
    worker.addEventListener('message', ({ data }: MessageEvent<LoadedPack>) => {
      end();
      resolve(data);
    });
    // An error with words comes from the program; without, the program did not come.
    worker.addEventListener('error', ({ message }) =>
      message ? fail('pack-unreadable', words.unreadable(file)) : fail('reader-not-loaded', words.readerNotLoaded),
    );
    worker.postMessage({ text, file });
  });
}
