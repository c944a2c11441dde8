import { Session } from '../../../src/app/session';
import { Desk } from '../../../src/workbench/desk';
import type { DeskParts } from '../../../src/workbench/desk/desk-parts';
import { DraftStore } from '../../../src/workbench/draft-store';
import { Drafts } from '../../../src/workbench/drafts';
import { Remote } from '../../../src/workbench/remote';
import { samplesOf } from '../../../src/workbench/samples';
import { readHere } from '../../packs/built-in';
import { packs as builtIn, sampleBytes } from '../../app/sample';
import { Clock, settle } from '../clock';
import { StubGrid } from '../stub-grid';
import { fileOf, MemoryLocks, MemoryValues, threadHere, type ThreadHere } from '../threads';

/** Two are enough to choose from; every pack is tried on every workbook that is opened. */
export const packs = builtIn.filter(({ pack }) => ['jilin-2016', 'shandong-2016'].includes(pack));
export const FIRST = 'shandong-2016';
export const FIRST_NAME = '示例（山东省）.xlsx';
export const SHEET = '指标数据';

/** One browser: its storage and locks outlive a page. */
export class Browser {
  readonly values = new MemoryValues();
  readonly store = new DraftStore(this.values);
  readonly locks = new MemoryLocks();
  readonly threads: ThreadHere[] = [];
  readonly clock = new Clock();

  page(over: Partial<DeskParts> = {}) {
    const grid = new StubGrid();
    const downloads: { readonly bytes: Uint8Array; readonly name: string }[] = [];
    const sessions: Session[] = [];
    const desk = new Desk({
      spawn: () => {
        const thread = threadHere({ drafts: this.store, packs });
        this.threads.push(thread);
        return new Remote(thread);
      },
      grid: async () => grid,
      mount(engine) {
        const session = new Session({ engine, packs, now: () => new Date(2017, 2, 31), own: { read: readHere } });
        sessions.push(session);
        void session.open();
        return {
          refresh: () => session.refresh(),
          changed: () => session.changed(),
          result: () => (!session.state.outcome ? 'none' : session.state.stale ? 'stale' : 'current'),
          score: () => session.score(),
          loadPack: (files) => session.own.load(files),
          unmount: () => session.close(),
        };
      },
      drafts: new Drafts(this.store, this.locks.tab()),
      samples: samplesOf(packs),
      address: (path) => `https://localhost/${path}`,
      download: (bytes, name) => downloads.push({ bytes, name }),
      now: this.clock.now,
      later: this.clock.later,
      ...over,
    });
    return { desk, grid, downloads, sessions, session: () => sessions.at(-1)! };
  }

  end(): void {
    this.threads.forEach((thread) => thread.end());
  }
}

/** The browser of the test that is running. */
export let browser: Browser;

/** Gives every test of a file a browser of its own. */
export function inFreshBrowsers(): void {
  beforeEach(() => {
    browser = new Browser();
  });
  afterEach(() => browser.end());
}

/** A page whose sample is on the grid and looked at. */
export async function started(over: Partial<DeskParts> = {}) {
  const page = browser.page(over);
  await page.desk.start(FIRST);
  await ready(page.session());
  return page;
}

export async function until(done: () => boolean): Promise<void> {
  for (let round = 0; round < 2000 && !done(); round++) await settle();
  if (!done()) throw new Error('it never came');
}

export const ready = (session: Session): Promise<void> => until(() => session.state.phase === 'ready' && session.state.work === undefined);
export const type = (grid: StubGrid, value: number, kind: 'value' | 'result' = 'value'): void =>
  grid.edit({ sheet: SHEET, cells: [{ row: 8, column: 2, kind, value }] });
export const told = (desk: Desk): string[] => desk.state.notices.map(({ message }) => message);
export const picked = (name = '自己的表.xlsx', pack = 'jilin-2016'): File[] => [fileOf(sampleBytes(pack), name)];
