import type { JSX } from 'preact';
import type { Session } from '../session';
import type { Asking } from '../state';
import { appWords } from '../words';
import { Dialog, type Answer } from './dialog';

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

/** Asks what a task cannot go on without. */
export function Ask({ session, asking }: { readonly session: Session; readonly asking: Asking }): JSX.Element {
  const give = (answer: 'no' | 'yes' | 'recalculate') => (): void => void session.answer(answer);
  const { edited, calculation } = appWords.asking;
  const answers: readonly Answer[] =
    asking.about === 'edited-results'
      ? [
          { label: edited.no, give: give('no') },
          { label: edited[asking.task], primary: true, give: give('yes') },
        ]
      : [
          { label: calculation.no, give: give('no') },
          { label: calculation.asIs, give: give('yes') },
          { label: calculation.recalculate, primary: true, give: give('recalculate') },
        ];
  return (
    <Dialog
      id="asking"
      title={appWords.asking[asking.about === 'edited-results' ? 'edited' : 'calculation'].title}
      answers={answers}
      onEscape={give('no')}
    >
      <p>{asking.message}</p>
      <p class="quiet">{asking.nextStep}</p>
    </Dialog>
  );
}
