import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { PackProblem } from '../../core/pack/pack-problem';
import { Icon } from '../parts/icon';
import { Parts } from '../parts/parts';
import { Progress } from '../parts/progress';
import { severityIcon, severityTone } from '../parts/status';
import { SubPage } from '../parts/sub-page';
import type { OwnPack, UnusablePack } from '../own-pack-state';
import { ownPackWords as words } from '../own-pack-words';
import type { Session } from '../session';
import type { SessionState } from '../state';

/** Faults that are listed at once; one slip often brings many. */
const MOST_LISTED = 50;

/** Loading packs of the person's own, what is wrong with them, and taking them away. */
export function OwnPacksView({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  const { told, packs, unusable } = state.own;
  const { own } = session;
  return (
    <SubPage title={words.heading} onBack={() => session.show('pack')}>
      <p class="quiet">
        {words.intro}
        {own.keptIn === 'browser' ? words.keptInBrowser : words.keptInWorkbook}
      </p>
      {state.work ? <Progress session={session} work={state.work} /> : <Picker session={session} />}
      {told && <Told file={told.taken ? words.doubts(told.file) : words.refused(told.file)} problems={told.problems} />}
      <section class="card" aria-labelledby="own-packs">
        <h3 id="own-packs">{words.mine}</h3>
        {packs.length + unusable.length === 0 && <p class="quiet">{words.none}</p>}
        {packs.map((one) => (
          <Item key={one.id} session={session} state={state} one={one} />
        ))}
        {unusable.map((one) => (
          <Item key={one.id} session={session} state={state} one={one} />
        ))}
      </section>
      {unusable.map(({ id, file, problems }) => (
        <Told key={id} file={words.refused(file)} problems={problems} />
      ))}
    </SubPage>
  );
}

function Picker({ session }: { readonly session: Session }): JSX.Element {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div class="tools">
      <input
        ref={picker}
        type="file"
        hidden
        accept=".yaml,.yml,.json"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file may be picked again, mended.
          currentTarget.value = '';
          void session.own.load(files);
        }}
      />
      <button type="button" class="button primary" onClick={() => picker.current?.click()}>
        {words.choose}
      </button>
      <span class="quiet">{words.or}</span>
    </div>
  );
}

function Item({
  session,
  state,
  one,
}: {
  readonly session: Session;
  readonly state: SessionState;
  readonly one: OwnPack | UnusablePack;
}): JSX.Element {
  const [sure, setSure] = useState(false);
  const usable = 'pack' in one;
  const title = usable ? one.pack.title : one.file;
  const used = state.choices.pack === one.id;
  const disabled = state.work !== undefined;
  return (
    <div class="setting">
      <p class="strong">{title}</p>
      <Parts
        of={[
          ...(usable ? words.facts(one.id, one.pack.version, one.file) : [words.unusable]),
          ...(one.inWorkbook && session.own.keptIn === 'browser' ? [words.inWorkbook] : []),
          ...(used ? [words.using] : []),
        ]}
      />
      <div class="tools">
        {usable && !used && (
          <button
            type="button"
            class="button small"
            disabled={disabled}
            aria-label={words.useOf(title)}
            onClick={() => void session.choosePack(one.id).then(() => session.show('pack'))}
          >
            {words.use}
          </button>
        )}
        <button
          type="button"
          class="button small"
          disabled={disabled}
          aria-label={sure ? words.removeAgain : words.removeOf(title)}
          onBlur={() => setSure(false)}
          onClick={() => (sure ? void session.own.remove(one.id) : setSure(true))}
        >
          {sure ? words.removeAgain : words.remove}
        </button>
      </div>
    </div>
  );
}

/** What was found in a file, by the place in it: as the command line lists it. */
function Told({ file, problems }: { readonly file: string; readonly problems: readonly PackProblem[] }): JSX.Element {
  const more = problems.length - MOST_LISTED;
  return (
    <section class="card" aria-label={file}>
      <h3>{file}</h3>
      <ul class="plain faults">
        {problems.slice(0, MOST_LISTED).map(({ severity, sheet = '', message, nextStep }) => (
          <li key={`${sheet} ${message}`}>
            <p class="row">
              <span class={`badge tone-${severityTone[severity]}`}>
                <Icon name={severityIcon[severity]} />
                {words.severity[severity]}
              </span>
              <span class="grow fault-place">{sheet}</span>
            </p>
            <p>{message}</p>
            <p class="quiet">{nextStep}</p>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="quiet">{words.moreFaults(more)}</p>}
    </section>
  );
}
