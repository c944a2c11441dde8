import '../app/styles/app.css';
import '../app/styles/page.css';
import { mountApp } from '../app/mount';
import { themeOfBackground } from '../app/theme';
import { appWords as words } from '../app/words';
import { ProblemError } from '../core/problem';
import { fetchPacks } from '../packs/chunks';
import { readyPacks } from '../packs/ready';
import { keepOwnKeys } from './own-keys';

/** Set by webpack from package.json. */
declare const PRODUCT_VERSION: string;

async function start(root: HTMLElement): Promise<void> {
  const [{ excelEngine }, fetched] = await Promise.all([
    import(/* webpackChunkName: "engine" */ './engine'),
    fetchPacks(),
    Office.onReady(),
  ]);
  const packs = readyPacks(fetched);
  const colour = Office.context.officeTheme?.bodyBackgroundColor;
  mountApp(root, {
    engine: await excelEngine(packs),
    packs,
    now: () => new Date(),
    host: 'excel',
    version: PRODUCT_VERSION,
    theme: colour === undefined ? 'auto' : themeOfBackground(colour),
  });
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
if (root) start(root).catch((error: unknown) => showFailure(root, error));
