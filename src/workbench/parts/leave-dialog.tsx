import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LeaveChoice } from '../desk-state';
import { MOST_DRAFTS } from '../drafts';
import { workbenchWords as words } from '../words';

/** Asks before another workbook takes the place of unsaved work. A modal dialog of the browser: focus stays inside, Escape changes nothing, focus goes back afterwards. */
export function LeaveDialog({
  name,
  kept,
  onAnswer,
}: {
  readonly name: string;
  readonly kept: boolean;
  readonly onAnswer: (choice: LeaveChoice) => void;
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
      class="dialog leave"
      aria-labelledby="leave-title"
      aria-describedby="leave-body"
      onCancel={(event) => {
        event.preventDefault();
        onAnswer('cancel');
      }}
    >
      <h2 id="leave-title">{words.leave.title}</h2>
      <div id="leave-body">
        <p>{words.leave.body(name)}</p>
        <p class="quiet">{kept ? words.leave.kept(MOST_DRAFTS) : words.leave.lost}</p>
      </div>
      <div class="row end">
        <button type="button" class="button" onClick={() => onAnswer('cancel')}>
          {words.leave.cancel}
        </button>
        <button type="button" class="button" onClick={() => onAnswer('open')}>
          {kept ? words.leave.open : words.leave.openLosing}
        </button>
        <button type="button" class="button primary" onClick={() => onAnswer('download')}>
          {words.leave.download}
        </button>
      </div>
    </dialog>
  );
}
