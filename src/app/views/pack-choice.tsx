import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Parts } from '../parts/parts';
import type { Session } from '../session';
import type { SessionState } from '../state';
import { appWords as words } from '../words';
import { OwnBadge, packFacts } from './pack-facts';

/** The packs, best fitting first, as radio buttons: two lines each do not fit into a drop-down list of 280 px. */
export function PackChoice({
  session,
  state,
  onChoose,
  onDone,
}: {
  readonly session: Session;
  readonly state: SessionState;
  readonly onChoose: () => void;
  readonly onDone: () => void;
}): JSX.Element {
  useEffect(() => void session.listPacks(), [session, state.fits]);
  const fits = state.fits ?? session.packs.map(({ pack }) => ({ pack, matched: 0, declared: 0, usable: false, telling: false }));
  return (
    <fieldset class="choice" disabled={state.work !== undefined}>
      <legend>{words.pack.choose}</legend>
      {fits.map(({ pack: id, matched, declared, usable }) => {
        const pack = session.packOf(id);
        if (!pack) return null;
        return (
          <label key={id} class="option">
            <input
              type="radio"
              name="pack"
              value={id}
              checked={id === state.choices.pack}
              onChange={() => {
                // The list stays open for the keyboard: arrow keys choose every pack that they pass.
                onChoose();
                void session.choosePack(id);
              }}
              onClick={({ detail }) => {
                // A pointer has chosen; from the keyboard a click counts none. The list folds before the browser would tell of the change.
                if (detail === 0) return;
                void session.choosePack(id);
                onDone();
              }}
              onKeyDown={({ key }) => {
                if (key === 'Enter' && id === state.choices.pack) onDone();
              }}
            />
            <span class="grow">
              <span class="option-title">{pack.title}</span>
              <OwnBadge session={session} pack={pack} />
              <Parts
                of={[...packFacts(pack), ...(state.fits ? [usable ? words.pack.fit(matched, declared) : words.pack.noMainTable] : [])]}
              />
            </span>
          </label>
        );
      })}
      {session.pack && (
        <button type="button" class="button small" onClick={onDone}>
          {words.pack.done}
        </button>
      )}
    </fieldset>
  );
}
