import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Session } from '../session';
import type { View } from '../state';
import { appWords as words } from '../words';

export const TABS = ['pack', 'data', 'check', 'result'] as const;
export type Tab = (typeof TABS)[number];

export const tabOf = (view: View): Tab => (view === 'rules' || view === 'settings' || view === 'own' || view === 'about' ? 'pack' : view);

/** The steps in order, as a tab list: arrow keys go along, Home and End to its ends (WAI-ARIA authoring practices). */
export function Tabs({
  session,
  view,
  blocking,
}: {
  readonly session: Session;
  readonly view: View;
  readonly blocking: number;
}): JSX.Element {
  const buttons = useRef(new Map<Tab, HTMLButtonElement>());
  const current = tabOf(view);
  const goTo = (tab: Tab | undefined): void => {
    if (tab === undefined) return;
    session.show(tab);
    buttons.current.get(tab)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = TABS.indexOf(current);
    const next = {
      ArrowRight: TABS[(at + 1) % TABS.length],
      ArrowLeft: TABS[(at + TABS.length - 1) % TABS.length],
      Home: TABS[0],
      End: TABS.at(-1),
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    goTo(next);
  };
  return (
    <div class="tabs" role="tablist" aria-label={words.steps}>
      {TABS.map((tab) => (
        <button
          key={tab}
          ref={(element) => {
            if (element) buttons.current.set(tab, element);
          }}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          class="tab"
          aria-selected={tab === current}
          aria-controls="panel"
          tabIndex={tab === current ? 0 : -1}
          onClick={() => session.show(tab)}
          onKeyDown={onKeyDown}
        >
          {words.tabs[tab]}
          {tab === 'check' && blocking > 0 && (
            <span class="count">
              <span aria-hidden="true">{blocking > 99 ? '99+' : blocking}</span>
              <span class="visually-hidden">{words.tabCount(blocking)}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
