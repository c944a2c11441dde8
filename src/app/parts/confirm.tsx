import type { JSX } from 'preact';
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
