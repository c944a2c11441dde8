import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { appWords as words } from '../words';

/** Asks before our sheets are deleted. A modal dialog of the browser: focus stays inside, Escape says no, focus goes back afterwards. */
export function ConfirmClear({
  count,
  onYes,
  onNo,
}: {
  readonly count: number;
  readonly onYes: () => void;
  readonly onNo: () => void;
}): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-body"
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <h2 id="confirm-title">{words.clear.title}</h2>
      <div id="confirm-body">
        <p>{words.clear.body(count)}</p>
        <p class="quiet">{words.clear.lost}</p>
      </div>
      <div class="row end">
        <button type="button" class="button" onClick={onNo}>
          {words.clear.cancel}
        </button>
        <button type="button" class="button primary" onClick={onYes}>
          {words.clear.confirm}
        </button>
      </div>
    </dialog>
  );
}
