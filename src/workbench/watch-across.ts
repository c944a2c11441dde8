import type { Watch } from '../hosts/port';

/** What crosses a port between a Watch and its twin on the other thread: progress one way, the wish to stop the other way. */
type Word = { readonly share: number } | 'stop';

/** Gives a watch to another thread. The port is handed over with the call; `end` when that is answered: progress still on its way is of work that is over. */
export function carryWatch({ signal, progress }: Watch): { readonly port: MessagePort; end(): void } {
  const { port1: near, port2: far } = new MessageChannel();
  const stop = (): void => near.postMessage('stop' satisfies Word);
  near.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data !== 'stop') progress?.(data.share);
  };
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  return {
    port: far,
    end() {
      signal?.removeEventListener('abort', stop);
      near.close();
    },
  };
}

/** The watch on the far side of the port. Whoever uses it closes the port afterwards. */
export function watchAcross(port: MessagePort): Watch {
  const controller = new AbortController();
  port.onmessage = () => controller.abort();
  return { signal: controller.signal, progress: (share) => port.postMessage({ share } satisfies Word) };
}
