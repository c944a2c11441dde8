import type { JSX } from 'preact';
import type { Session } from '../session';
import type { Asking } from '../state';
import { appWords } from '../words';
import { Dialog, type Answer } from './dialog';

type Give = (answer: 'no' | 'yes' | 'recalculate') => () => void;

const { clear, edited, calculation } = appWords.asking;
const TITLES: Readonly<Record<Asking['about'], string>> = {
  clear: clear.title,
  'edited-results': edited.title,
  'manual-calculation': calculation.title,
};

function answersTo({ about, task }: Asking, give: Give): readonly Answer[] {
  switch (about) {
    case 'clear':
      return [
        { label: clear.no, give: give('no') },
        { label: clear.yes, primary: true, give: give('yes') },
      ];
    case 'edited-results':
      return [
        { label: edited.no, give: give('no') },
        { label: edited[task], primary: true, give: give('yes') },
      ];
    case 'manual-calculation':
      return [
        { label: calculation.no, give: give('no') },
        { label: calculation.asIs, give: give('yes') },
        { label: calculation.recalculate, primary: true, give: give('recalculate') },
      ];
  }
}

/** Asks what a task cannot go on without. */
export function Ask({ session, asking }: { readonly session: Session; readonly asking: Asking }): JSX.Element {
  const give: Give = (answer) => () => void session.answer(answer);
  return (
    <Dialog id="asking" title={TITLES[asking.about]} answers={answersTo(asking, give)} onEscape={give('no')}>
      <p>{asking.message}</p>
      <p class="quiet">{asking.nextStep}</p>
    </Dialog>
  );
}
