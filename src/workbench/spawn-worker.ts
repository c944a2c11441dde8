import { randomId } from './random-id';
import type { Thread } from './remote';

/** A thread for one workbook, in a browser. */
export function spawnWorker(): Thread {
  const name = `zone-assessor-worker-${randomId()}`;
  const worker = new Worker(/* webpackChunkName: "workbook" */ new URL('./worker/workbook-worker.ts', import.meta.url), { name });
  const watching = new AbortController();
  return {
    endpoint: worker,
    onDeath(tell) {
      let spoke = false;
      worker.addEventListener('message', () => (spoke = true), { once: true, signal: watching.signal });
      worker.addEventListener('error', () => tell(spoke ? 'lost' : 'not-loaded'), { signal: watching.signal });
      // A browser may end a thread that ran out of memory without a word; its lock then falls to us.
      const { signal } = watching;
      const wait = ({ data }: MessageEvent): void => {
        if ((data as { alive?: unknown } | null)?.alive !== true) return;
        void navigator.locks.request(name, { signal }, () => tell('lost')).catch(() => undefined);
      };
      worker.addEventListener('message', wait, { signal });
    },
    end() {
      watching.abort();
      worker.terminate();
    },
  };
}
