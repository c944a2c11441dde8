import { render } from 'preact';
import type { Pack } from '../core/pack/schema';
import type { Engine } from './engine';
import { Pane } from './pane';
import type { OwnPackOptions } from './own-pack-state';
import type { RescoreOptions } from './rescore';
import { Session } from './session';
import type { SessionOptions } from './session-options';
import { applyTheme, type Theme } from './theme';

export interface AppOptions {
  readonly engine: Engine;
  /** The packs that the engine has. */
  readonly packs: readonly Pack[];
  now(): Date;
  readonly host: 'excel' | 'browser';
  readonly version: string;
  readonly theme?: Theme;
  /** See {@link RescoreOptions.shown}; without it scoring by itself is not offered. */
  readonly shown?: RescoreOptions['shown'];
  /** See SessionOptions. */
  readonly own?: OwnPackOptions;
  readonly download?: SessionOptions['download'];
}

export interface App {
  /** State and commands for a page around the pane: `subscribe` tells of work under way and of results written or cleared. */
  readonly session: Session;
  /** The first look has come to an end, well or not. */
  readonly opened: Promise<void>;
  setTheme(theme: Theme): void;
  /** Takes the pane away; work under way is cancelled. Another workbook gets a pane of its own. */
  unmount(): void;
}

/** Shows the pane in `root`, as wide and high as that is, and takes a first look at the workbook. The theme is the whole page's. */
export function mountApp(root: HTMLElement, { engine, packs, now, host, version, theme = 'auto', shown, own, download }: AppOptions): App {
  const session = new Session({
    engine,
    packs,
    now,
    pause: nextFrame,
    ...(shown && { rescore: { later, shown } }),
    ...(own && { own }),
    ...(download && { download }),
  });
  applyTheme(root.ownerDocument.documentElement, theme);
  root.replaceChildren();
  render(<Pane session={session} facts={{ version, host, limits: engine.limits }} />, root);
  const look = (): void => void session.refresh();
  const { defaultView: view } = root.ownerDocument;
  view?.addEventListener('focus', look);
  const opened = session.open();
  return {
    session,
    opened,
    setTheme: (next) => applyTheme(root.ownerDocument.documentElement, next),
    unmount() {
      view?.removeEventListener('focus', look);
      session.close();
      render(null, root);
    },
  };
}

function later(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}

/** Long work begins after the screen has shown that it begins. A timer, as a hidden pane gets no frames. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 16));
}
