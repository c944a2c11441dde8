import '../packs/without-eval';
import './styles/workbench.css';
import { mountApp } from '../app/mount';
import { offeredPacks } from '../packs';
import { readPack } from '../packs/read-pack';
import { readyPacks } from '../packs/ready';
import { Desk } from './desk';
import { browserLocks, Drafts } from './drafts';
import { browserValues, DraftStore } from './draft-store';
import type { GridView } from './grid/grid-view';
import { saveAs } from './save-as';
import { showPage } from './page';
import { heldAddress, isLost } from './one-file/held';
import { packShelf } from './pack-shelf';
import { followRegions } from './regions';
import { throwProblemsAcross } from './problems-across';
import { Remote } from './remote';
import { samplesOf } from './samples';
import { spawnWorker } from './spawn-worker';
import { keepTabOrder } from './tab-order';
import { workbenchWords as words } from './words';

/** Set by webpack from package.json. */
declare const PRODUCT_VERSION: string;

declare global {
  interface Window {
    /** What stands in a cell on the screen, for tests: the sheet is painted, not made of elements. */
    workbench?: Pick<GridView, 'at' | 'ready'>;
  }
}

throwProblemsAcross();

/** An element for somebody else to fill, with the words that stand there meanwhile. */
function place(text = ''): HTMLElement {
  const element = document.createElement('div');
  element.className = 'place';
  if (text === '') return element;
  const waiting = document.createElement('p');
  waiting.className = 'starting';
  waiting.textContent = text;
  element.append(waiting);
  return element;
}

function start(root: HTMLElement): void {
  const packs = readyPacks(offeredPacks);
  const grid = place();
  const pane = place(words.startingPane);
  const shelf = packShelf();
  const now = (): Date => new Date();
  const desk = new Desk({
    spawn: () => new Remote(spawnWorker()),
    grid: async () => {
      const { openGrid } = await import(/* webpackChunkName: "grid" */ './grid/univer/univer-grid');
      const view = await openGrid(grid);
      window.workbench = { at: (sheet, cell) => view.at(sheet, cell), ready: () => view.ready() };
      return view;
    },
    mount(engine) {
      const app = mountApp(pane, {
        engine,
        packs,
        now,
        host: 'browser',
        version: PRODUCT_VERSION,
        own: { read: readPack, shelf },
        download: saveAs,
      });
      const { session } = app;
      return {
        refresh: () => session.refresh(),
        changed: () => session.changed(),
        result: () => (!session.state.outcome ? 'none' : session.state.stale ? 'stale' : 'current'),
        score: () => session.score(),
        loadPack: (files) => session.own.load(files),
        unmount: () => app.unmount(),
      };
    },
    drafts: new Drafts(new DraftStore(browserValues()), browserLocks()),
    samples: samplesOf(packs),
    address: (path) => heldAddress(path) ?? new URL(path, document.baseURI).href,
    download: saveAs,
    now,
    later(milliseconds, work) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  keepTabOrder(grid);
  showPage(root, { desk, grid, pane });
  followRegions(['.top', '.sheets-frame', '#pane-frame']);
  window.addEventListener('beforeunload', (event) => {
    if (desk.unsaved) event.preventDefault();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void desk.flush();
  });
  // Which sample is first is said in the page, beside its title.
  void desk.start(new URLSearchParams(location.search).get('sample') ?? document.body.dataset['sample'] ?? '');
}

const root = document.getElementById('workbench');
if (root && isLost())
  root.replaceChildren(
    ...words.fromFolder.map((text) => Object.assign(document.createElement('p'), { className: 'starting', textContent: text })),
  );
else if (root) start(root);
