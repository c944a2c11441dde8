/** What a page holds that is one file: an element each, whose text is the file in base64. */
const SELECTOR = 'script[type="text/plain"][data-file]';

const held = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(SELECTOR)];

/** Whether this page was opened from a folder although it does not hold what it needs: it could not fetch anything there. */
export const isLost = (): boolean => location.protocol === 'file:' && held().length === 0;

/** The address of a file that the page itself holds; undefined where it is to be fetched. @param path beside the page */
export function heldAddress(path: string): string | undefined {
  const text = held().find(({ dataset }) => dataset['file'] === path)?.textContent;
  return text ? `data:application/octet-stream;base64,${text}` : undefined;
}

/** The bytes of such an address, which needs no connection; undefined for any other one. */
export function bytesHeld(address: string): Uint8Array<ArrayBuffer> | undefined {
  const [head = '', text] = address.split(',', 2);
  if (!head.startsWith('data:') || text === undefined) return undefined;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Takes the programs out of the page, unpacked. @returns addresses of them by path, good as long as the page */
export async function heldPrograms(): Promise<ReadonlyMap<string, string>> {
  const packed = held().filter(({ dataset }) => dataset['packed'] !== undefined);
  return new Map(
    await Promise.all(
      packed.map(async (element) => {
        const bytes = bytesHeld(`data:,${element.textContent}`)!;
        element.remove();
        const program = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
        const blob = new Blob([await new Response(program).arrayBuffer()], { type: 'text/javascript' });
        return [element.dataset['file']!, URL.createObjectURL(blob)] as const;
      }),
    ),
  );
}
