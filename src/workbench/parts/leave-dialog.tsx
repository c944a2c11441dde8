import type { JSX } from 'preact';
import { Dialog } from '../../app/parts/dialog';
import type { LeaveChoice } from '../desk/desk-state';
import { MOST_DRAFTS } from '../drafts';
import { workbenchWords } from '../words';

const words = workbenchWords.leave;

/** Asks before another workbook takes the place of unsaved work. */
export function LeaveDialog({
  name,
  kept,
  onAnswer,
}: {
  readonly name: string;
  readonly kept: boolean;
  readonly onAnswer: (choice: LeaveChoice) => void;
}): JSX.Element {
  const answers = [
    { label: words.cancel, give: () => onAnswer('cancel') },
    { label: kept ? words.open : words.openLosing, give: () => onAnswer('open') },
    { label: words.download, primary: true, give: () => onAnswer('download') },
  ] as const;
  return (
    <Dialog id="leave" of="leave" title={words.title} answers={answers} onEscape={() => onAnswer('cancel')}>
      <p>{words.body(name)}</p>
      <p class="quiet">{kept ? words.kept(MOST_DRAFTS) : words.lost}</p>
    </Dialog>
  );
}
