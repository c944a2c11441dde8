import '../app/styles/app.css';
import '../app/styles/page.css';
import { mountApp, type App } from '../app/mount';
import { themeOfBackground } from '../app/theme';
import { appWords as words } from '../app/words';
import { listenToRibbon } from '../commands/listen';
import { LONGEST, type RibbonName } from '../commands/ribbon-names';
import { ProblemError } from '../core/problem';
import { fetchPacks } from '../packs/chunks';
import type { OwnPackOptions } from '../app/own-pack-state';
import { readyPacks } from '../packs/ready';
import { keepOwnKeys } from './own-keys';
import { pressInPane, ribbonFollows, sharesRuntime } from './ribbon-in-pane';

/** Set by webpack from package.json. */
declare const PRODUCT_VERSION: string;

interface Started {
  readonly app: App;
  /** What a button does where the ribbon has a page of its own. */
  press(name: RibbonName): Promise<void>;
}

/** office.js stands behind this program in the page, so that no click on the ribbon comes before there is somebody to hear it. */
function officeIsThere(): Promise<unknown> {
  if (typeof Office !== 'undefined') return Office.onReady();
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', () => resolve(Office.onReady()), { once: true }));
}

/** Few people have packs of their own. */
const read: OwnPackOptions['read'] = async (text, file) =>
  (await import(/* webpackChunkName: "own-packs" */ '../packs/read-pack')).readPack(text, file);

async function start(root: HTMLElement): Promise<Started> {
  const [{ aloneButtons, excelEngine }, fetched] = await Promise.all([
    import(/* webpackChunkName: "engine" */ './engine'),
    fetchPacks(),
    officeIsThere(),
  ]);
  const packs = readyPacks(fetched);
  const colour = Office.context.officeTheme?.bodyBackgroundColor;
  const { engine, port } = await excelEngine(packs);
  const app = mountApp(root, {
    engine,
    packs,
    now: () => new Date(),
    host: 'excel',
    own: { read },
    version: PRODUCT_VERSION,
    theme: colour === undefined ? 'auto' : themeOfBackground(colour),
    // A page that the ribbon keeps alive while its pane is closed takes up no room.
    shown: () => !document.hidden && document.documentElement.clientHeight > 0,
  });
  if (sharesRuntime()) ribbonFollows(app.session);
  void app.opened.then(() => port.watchChanges((here) => app.session.changed(here)));
  return { app, press: async (name) => (await aloneButtons(packs, read))[name]() };
}

/** The pane did not come up: the page says why, in place of the words that it stands there with. */
function showFailure(root: HTMLElement, error: unknown): void {
  const told =
    error instanceof ProblemError ? error.problems : [words.trouble.unexpected(error instanceof Error ? error.message : String(error))];
  root.replaceChildren(
    ...told
      .flatMap(({ message, nextStep }) => [message, nextStep])
      .map((text) => {
        const paragraph = document.createElement('p');
        paragraph.className = 'starting';
        paragraph.textContent = text;
        return paragraph;
      }),
  );
}

keepOwnKeys(document);
const root = document.getElementById('app');
if (root) {
  const started = start(root);
  listenToRibbon(
    window,
    async (name) => {
      const { app, press } = await started;
      await (sharesRuntime() ? pressInPane(name, app) : press(name));
    },
    LONGEST + 10_000,
  );
  started.catch((error: unknown) => showFailure(root, error));
}
