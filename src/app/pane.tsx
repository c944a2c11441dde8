import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { appWords as words } from '../core/words/app';
import { Icon } from './parts/icon';
import { Notices } from './parts/notices';
import { tabOf, Tabs } from './parts/tabs';
import type { Session } from './session';
import type { View } from './state';
import { AboutView, type AboutFacts } from './views/about-view';
import { CheckView } from './views/check-view';
import { CoversView } from './views/covers-view';
import { DataView } from './views/data-view';
import { PackView } from './views/pack-view';
import { ResultView } from './views/result-view';

/** The whole pane: steps at the top, one screen, brand at the bottom. The top right corner stays clear for Office's own menu. */
export function Pane({ session, facts }: { readonly session: Session; readonly facts: AboutFacts }): JSX.Element {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => session.subscribe(() => redraw(undefined)), [session]);
  const { state } = session;
  const panel = useRef<HTMLElement>(null);
  const before = useRef<View>('pack');
  const shown = useRef<View>(state.view);
  useEffect(() => {
    if (shown.current === state.view) return;
    if (state.view === 'about') before.current = shown.current;
    shown.current = state.view;
    panel.current?.scrollTo(0, 0);
    // Whoever chose a tab stays on the tab; a screen that came by itself or by a link takes the focus to its heading.
    if (document.activeElement?.getAttribute('role') === 'tab') return;
    panel.current?.querySelector<HTMLElement>('[data-heading]')?.focus();
  }, [state.view]);

  const blocking = state.examined?.problems.filter(({ severity }) => severity === 'block').length ?? 0;
  const about = state.view === 'about';
  return (
    <div class="pane" aria-busy={state.work !== undefined}>
      <header class="top">
        <h1 class="visually-hidden">{words.product}</h1>
        {!about && <Tabs session={session} view={state.view} blocking={blocking} />}
      </header>
      <main ref={panel} class="panel" id="panel" {...(about ? {} : { role: 'tabpanel', 'aria-labelledby': `tab-${tabOf(state.view)}` })}>
        <Notices session={session} notices={state.notices} />
        {about ? <AboutView session={session} facts={facts} onBack={() => session.show(before.current)} /> : <Screen session={session} view={state.view} />}
      </main>
      <footer class="bottom">
        <Icon name="lock" />
        <span class="grow">{words.local}</span>
        <span class="brand">{words.product}</span>
        {!about && (
          <button type="button" class="link" onClick={() => session.show('about')}>
            {words.about.open}
          </button>
        )}
      </footer>
    </div>
  );
}

function Screen({ session, view }: { readonly session: Session; readonly view: View }): JSX.Element {
  const { state, pack } = session;
  switch (view) {
    case 'data':
      return <DataView session={session} state={state} />;
    case 'check':
      return <CheckView session={session} state={state} />;
    case 'result':
      return <ResultView session={session} state={state} />;
    case 'covers':
      if (pack) return <CoversView session={session} pack={pack} />;
      break;
    default:
  }
  return <PackView session={session} state={state} />;
}
