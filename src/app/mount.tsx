import { render } from 'preact';
import type { Pack } from '../core/pack/schema';
import type { Units } from '../core/units/units';
import type { OpenWorkbook } from '../hosts/port';
import { Pane } from './pane';
import { Session } from './session';
import { applyTheme, type Theme } from './theme';

export interface AppOptions {
  readonly port: OpenWorkbook;
  readonly packs: readonly Pack[];
  readonly units: Units;
  now(): Date;
  readonly host: 'excel' | 'browser';
  readonly version: string;
  readonly theme?: Theme;
}

export interface App {
  readonly session: Session;
  setTheme(theme: Theme): void;
  unmount(): void;
}

/** Shows the pane in `root` and takes a first look at the workbook. */
export function mountApp(root: HTMLElement, { port, packs, units, now, host, version, theme = 'auto' }: AppOptions): App {
  const session = new Session({ port, packs, units, now, pause: nextFrame });
  applyTheme(root.ownerDocument.documentElement, theme);
  root.replaceChildren();
  render(<Pane session={session} facts={{ version, host, limits: port.limits }} />, root);
  const look = (): void => void session.refresh();
  const { defaultView: view } = root.ownerDocument;
  view?.addEventListener('focus', look);
  void session.open();
  return {
    session,
    setTheme: (next) => applyTheme(root.ownerDocument.documentElement, next),
    unmount() {
      view?.removeEventListener('focus', look);
      render(null, root);
    },
  };
}

/** Long work begins after the screen has shown that it begins. A timer, as a hidden pane gets no frames. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 16));
}
