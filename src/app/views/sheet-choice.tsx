import type { JSX } from 'preact';
import { FACES } from '../../core/sheet-choices';
import { faceTitles } from '../../core/words/faces';
import type { Session } from '../session';
import { sheetWords as words } from '../sheet-words';
import type { SessionState } from '../state';

/** Which result sheets are written: fetched when somebody looks. */
export function SheetChoice({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  const { faces = FACES } = state.choices.sheetChoices;
  return (
    <fieldset class="plain-group">
      <legend>{words.faces}</legend>
      {FACES.map((face) => (
        <div class="switch" key={face}>
          <label>
            <input
              type="checkbox"
              checked={faces.includes(face)}
              aria-describedby={`face-${face}`}
              onChange={({ currentTarget: { checked } }) =>
                void session.chooseSheets({ faces: FACES.filter((one) => (one === face ? checked : faces.includes(one))) })
              }
            />
            <span>{faceTitles[face]}</span>
          </label>
          <p class="quiet" id={`face-${face}`}>
            {words.faceOf[face]}
          </p>
        </div>
      ))}
      <p class="quiet">{words.facesHint}</p>
    </fieldset>
  );
}
