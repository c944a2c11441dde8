import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { Icon } from './parts/icon';
import { Ask } from './parts/confirm';
import { Notices } from './parts/notices';
import { Lazy } from './parts/lazy';
import { tabOf, Tabs } from './parts/tabs';
import type { Session } from './session';
import type { View } from './state';
import { AboutView, type AboutFacts } from './views/about-view';
import { CheckView } from './views/check-view';
import { DataView } from './views/data-view';
import { PackView } from './views/pack-view';
import { ResultView } from './views/result-view';
import type { RulesView } from './views/rules-view';
import type { OwnPacksView } from './views/own-packs-view';
import type { SettingsView } from './views/settings-view';
import { appWords as words } from './words';

/** Where the focus goes on a screen that came by itself. */
const LANDING = '[data-heading], .commands .primary';

/** The whole pane: steps at the top, one screen, brand at the bottom. The top right corner stays clear for Office's own menu. */
export function Pane({ session, facts }: { readonly session: Session; readonly facts: AboutFacts }): JSX.Element {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => session.subscribe(() => redraw(undefined)), [session]);
  const { state } = session;
  const main = useRef<HTMLElement>(null);
  /** The first look is not asked for, so it takes no focus. */
  const opened = useRef(true);
  const beforeAbout = useRef<View>('pack');
  const left = useRef<View>(state.view);
  const wasWorking = useRef(false);
  useEffect(() => {
    const from = left.current;
    left.current = state.view;
    if (from === state.view) return;
    if (state.view === 'about') beforeAbout.current = from;
    main.current?.scrollTo(0, 0);
    const landing = document.getElementById(state.landing ?? '');
    if (landing) return landing.focus();
    // Whoever chose a tab stays on the tab. Whoever comes back from a page stands where they left for it.
    if (document.activeElement?.getAttribute('role') === 'tab') return;
    const opener = document.getElementById(`open-${from}`);
    (opener ?? main.current?.querySelector<HTMLElement>(LANDING))?.focus();
  }, [state.view]);
  const working = state.work !== undefined;
  /** Work that nobody asked for gives the focus back only where it took the button that had it. */
  const byItself = useRef(false);
  if (state.work && !wasWorking.current) byItself.current = state.work.unasked && !document.activeElement?.closest('.pane');
  wasWorking.current = working;
  useEffect(() => {
    if (byItself.current) return;
    // The cancel button has gone, and the focus with it.
    if (!working && document.activeElement === document.body && state.phase !== 'opening' && !opened.current)
      main.current?.querySelector<HTMLElement>(LANDING)?.focus();
    if (!working && state.phase !== 'opening') opened.current = false;
  }, [working]);

  const blocking = state.examined?.problems.filter(({ severity }) => severity === 'block').length ?? 0;
  const about = state.view === 'about';
  return (
    <div
      class={`pane host-${facts.host}`}
      aria-busy={state.work !== undefined}
      onDragOver={(event) => void filesIn(event)}
      onDrop={(event) => {
        const files = filesIn(event);
        if (files && session.own.keptIn) void session.own.load(files);
      }}
    >
      <header class={about ? 'pane-top bare' : 'pane-top'}>
        <h1 class="visually-hidden">{words.product}</h1>
        {!about && <Tabs session={session} view={state.view} blocking={blocking} />}
      </header>
      {/* Outside of what scrolls: whatever a click has to say is seen, wherever on a screen the click was. */}
      <Notices session={session} notices={state.notices} />
      <main ref={main} class="pane-middle">
        {state.asking && <Ask session={session} asking={state.asking} />}
        {about ? (
          <AboutView session={session} facts={facts} onBack={() => session.show(beforeAbout.current)} />
        ) : (
          <div id="panel" role="tabpanel" aria-labelledby={`tab-${tabOf(state.view)}`}>
            <Screen session={session} view={state.view} />
          </div>
        )}
      </main>
      <footer class="pane-bottom">
        <Icon name="lock" />
        <span class="grow">{words.local}</span>
        <span class="brand">{words.product}</span>
        {!about && (
          <button type="button" class="link" id="open-about" onClick={() => session.show('about')}>
            {words.about.open}
          </button>
        )}
      </footer>
    </div>
  );
}

/** What is dragged over the pane, where it is files: the browser would leave the page for them. */
function filesIn(event: DragEvent): readonly File[] | undefined {
  if (!event.dataTransfer?.types.includes('Files')) return undefined;
  event.preventDefault();
  return [...event.dataTransfer.files];
}

/** Few workbooks need them at once. */
const settingsView = async (): Promise<typeof SettingsView> =>
  (await import(/* webpackChunkName: "settings" */ './views/settings-view')).SettingsView;

const rulesView = async (): Promise<typeof RulesView> => (await import(/* webpackChunkName: "rules" */ './views/rules-view')).RulesView;

const ownPacksView = async (): Promise<typeof OwnPacksView> =>
  (await import(/* webpackChunkName: "own-packs" */ './views/own-packs-view')).OwnPacksView;

function Screen({ session, view }: { readonly session: Session; readonly view: View }): JSX.Element {
  const { state, pack } = session;
  switch (view) {
    case 'data':
      return <DataView session={session} state={state} />;
    case 'check':
      return <CheckView session={session} state={state} />;
    case 'settings':
      if (pack) return <Lazy load={settingsView} props={{ session, state }} />;
      break;
    case 'own':
      return <Lazy load={ownPacksView} props={{ session, state }} />;
    case 'result':
      return <ResultView session={session} state={state} />;
    case 'rules':
      if (pack) return <Lazy load={rulesView} props={{ session, state, pack }} />;
      break;
    default:
  }
  return <PackView session={session} state={state} />;
}
