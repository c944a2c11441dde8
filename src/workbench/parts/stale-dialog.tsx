import type { JSX } from 'preact';
import { Dialog } from '../../app/parts/dialog';
import type { StaleChoice } from '../desk/desk-state';
import { workbenchWords } from '../words';

const words = workbenchWords.staleDownload;

/** Asks before a workbook goes out whose results rest on other figures than it holds. */
export function StaleDialog({ name, onAnswer }: { readonly name: string; readonly onAnswer: (choice: StaleChoice) => void }): JSX.Element {
  const answers = [
    { label: words.cancel, give: () => onAnswer('cancel') },
    { label: words.download, give: () => onAnswer('download') },
    { label: words.score, primary: true, give: () => onAnswer('score') },
  ] as const;
  return (
    <Dialog id="stale" of="leave" title={words.title} answers={answers} onEscape={() => onAnswer('cancel')}>
      <p>{words.body(name)}</p>
    </Dialog>
  );
}
