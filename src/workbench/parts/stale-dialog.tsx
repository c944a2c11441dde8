import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { StaleChoice } from '../desk-state';
import { workbenchWords as words } from '../words';

/** Asks before a workbook goes out whose results rest on other figures than it holds. */
export function StaleDialog({ name, onAnswer }: { readonly name: string; readonly onAnswer: (choice: StaleChoice) => void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog leave"
      aria-labelledby="stale-title"
      aria-describedby="stale-body"
      onCancel={(event) => {
        event.preventDefault();
        onAnswer('cancel');
      }}
    >
      <h2 id="stale-title">{words.staleDownload.title}</h2>
      <p id="stale-body">{words.staleDownload.body(name)}</p>
      <div class="row end">
        <button type="button" class="button" onClick={() => onAnswer('cancel')}>
          {words.staleDownload.cancel}
        </button>
        <button type="button" class="button" onClick={() => onAnswer('download')}>
          {words.staleDownload.download}
        </button>
        <button type="button" class="button primary" onClick={() => onAnswer('score')}>
          {words.staleDownload.score}
        </button>
      </div>
    </dialog>
  );
}
