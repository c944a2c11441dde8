import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { workbenchWords as words } from '../words';

/** Takes files that are dropped anywhere on the page, before the spreadsheet sees them; without it the browser would leave the page for the file. */
export function DropTarget({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): JSX.Element | null {
  const [over, setOver] = useState(false);
  useEffect(() => {
    /** Enters and leaves come for every element on the way. */
    let depth = 0;
    const listen = (kind: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (files: readonly File[]) => void): (() => void) => {
      const listener = (event: DragEvent): void => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        event.stopPropagation();
        act([...event.dataTransfer.files]);
        setOver(depth > 0);
      };
      window.addEventListener(kind, listener, true);
      return () => window.removeEventListener(kind, listener, true);
    };
    const taken = [
      listen('dragenter', () => depth++),
      listen('dragover', () => undefined),
      listen('dragleave', () => (depth = Math.max(0, depth - 1))),
      listen('drop', (files) => {
        depth = 0;
        onFiles(files);
      }),
    ];
    return () => taken.forEach((stop) => stop());
  }, [onFiles]);
  return over ? <div class="drop">{words.drop}</div> : null;
}
