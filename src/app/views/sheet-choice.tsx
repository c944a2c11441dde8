import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { FACES, MOST_DECIMALS, type SheetChoices } from '../../core/sheet-choices';
import { faceTitles } from '../../core/words/faces';
import type { Session } from '../session';
import { sheetWords as words } from '../sheet-words';
import type { SessionState } from '../state';

/** Zones that are listed at once. */
const LISTED = 60;
/** Pages for single zones that are written at most; see cards of core. */
const MOST = 200;

/** Which result sheets are written: fetched when somebody looks. */
export function SheetChoice({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  return (
    <>
      <Faces session={session} state={state} />
      <Cards session={session} state={state} />
      <Decimals session={session} state={state} />
    </>
  );
}

/** Decimals that are offered. */
const DECIMALS = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => decimals);

function Decimals({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  const { decimals } = state.choices.sheetChoices;
  return (
    <>
      <label class="field">
        <span>{words.decimals}</span>
        <select
          value={decimals ?? ''}
          aria-describedby="decimals-hint"
          onChange={({ currentTarget: { value } }) => void session.chooseSheets({ decimals: value === '' ? undefined : Number(value) })}
        >
          <option value="">{words.decimalsOf(session.pack?.scoring.show_decimals)}</option>
          {DECIMALS.map((one) => (
            <option key={one} value={one}>
              {words.places(one)}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet" id="decimals-hint">
        {words.decimalsHint}
      </p>
    </>
  );
}

/** A page for each zone, for some, or for none. */
function Cards({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  const { cards } = state.choices.sheetChoices;
  const zones = state.examined?.zones ?? [];
  const picked = cards === 'all' ? [] : (cards ?? []);
  const [picking, setPicking] = useState(picked.length > 0);
  const choose = (chosen: SheetChoices['cards']): void => void session.chooseSheets({ cards: chosen });
  const kinds = [
    [words.noCards, !picking && cards === undefined, () => choose([])],
    [words.allCards(zones.length), cards === 'all', () => choose('all')],
    [words.someCards, picking && cards !== 'all', () => cards === 'all' && choose([])],
  ] as const;
  return (
    <fieldset class="plain-group">
      <legend>{words.cards}</legend>
      <p class="quiet">{words.cardsHint}</p>
      {kinds.map(([title, on, act], at) => (
        <div class="switch" key={at}>
          <label>
            <input
              type="radio"
              name="cards"
              checked={on}
              onChange={() => {
                setPicking(at === kinds.length - 1);
                act();
              }}
            />
            <span>{title}</span>
          </label>
        </div>
      ))}
      {cards === 'all' && zones.length > MOST && <p class="field-fault">{words.tooMany(MOST)}</p>}
      {picking && cards !== 'all' && <Picking zones={zones} picked={picked} onPick={choose} />}
    </fieldset>
  );
}

function Picking({
  zones,
  picked,
  onPick,
}: {
  readonly zones: readonly string[];
  readonly picked: readonly string[];
  readonly onPick: (names: readonly string[]) => void;
}): JSX.Element {
  const [sought, setSought] = useState('');
  const found = zones.filter((zone) => zone.includes(sought.trim()));
  const gone = zones.length > 0 ? picked.filter((zone) => !zones.includes(zone)) : [];
  return (
    <>
      <label class="field">
        <span>{words.find}</span>
        <input type="search" value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
      </label>
      <p class={picked.length > MOST ? 'field-fault' : 'quiet'} role="status">
        {picked.length > MOST ? words.tooMany(MOST) : words.picked(picked.length)}
      </p>
      {gone.length > 0 && <p class="field-fault">{words.gone(gone)}</p>}
      {[...gone, ...found.slice(0, LISTED)].map((zone) => (
        <div class="switch" key={zone}>
          <label>
            <input
              type="checkbox"
              checked={picked.includes(zone)}
              onChange={({ currentTarget: { checked } }) => onPick(checked ? [...picked, zone] : picked.filter((one) => one !== zone))}
            />
            <span>{zone}</span>
          </label>
        </div>
      ))}
      {zones.length === 0 && <p class="quiet">{words.unlisted}</p>}
      {found.length > LISTED && <p class="quiet">{words.more(found.length - LISTED)}</p>}
    </>
  );
}

function Faces({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
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
