import type { JSX } from 'preact';
import type { Session } from '../session';
import type { Asking } from '../state';
import { appWords } from '../words';
import { Dialog } from './dialog';

const words = appWords.clear;

/** Asks before our sheets are deleted. */
export function ConfirmClear({
  count,
  onYes,
  onNo,
}: {
  readonly count: number;
  readonly onYes: () => void;
  readonly onNo: () => void;
}): JSX.Element {
  const answers = [
    { label: words.cancel, give: onNo },
    { label: words.confirm, primary: true, give: onYes },
  ] as const;
  return (
    <Dialog id="confirm" title={words.title} answers={answers} onEscape={onNo}>
      <p>{words.body(count)}</p>
      <p class="quiet">{words.lost}</p>
    </Dialog>
  );
}

/** Asks before result sheets that a person has changed are replaced or deleted. */
export function ConfirmEdited({ session, asking }: { readonly session: Session; readonly asking: Asking }): JSX.Element {
  const no = (): void => void session.answer(false);
  const answers = [
    { label: words.cancel, give: no },
    { label: appWords.edited[asking.task], primary: true, give: (): void => void session.answer(true) },
  ] as const;
  return (
    <Dialog id="edited" title={appWords.edited.title} answers={answers} onEscape={no}>
      <p>{asking.message}</p>
      <p class="quiet">{asking.nextStep}</p>
    </Dialog>
  );
}
