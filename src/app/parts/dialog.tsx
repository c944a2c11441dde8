import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** One answer that a dialog takes. */
export interface Answer {
  readonly label: string;
  readonly primary?: true;
  give(): void;
}

/** Asks something before anything else goes on. A modal dialog of the browser: focus stays inside, Escape changes nothing, focus goes back afterwards. */
export function Dialog({
  id,
  title,
  of = '',
  answers,
  onEscape,
  children,
}: {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** A class for those who look different. */
  readonly of?: string;
  readonly answers: readonly Answer[];
  readonly onEscape: () => void;
  readonly children: ComponentChildren;
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
      class={of === '' ? 'dialog' : `dialog ${of}`}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      onCancel={(event) => {
        event.preventDefault();
        onEscape();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <div id={`${id}-body`}>{children}</div>
      <div class="row end">
        {answers.map(({ label, primary, give }) => (
          <button key={label} type="button" class={primary ? 'button primary' : 'button'} onClick={give}>
            {label}
          </button>
        ))}
      </div>
    </dialog>
  );
}
