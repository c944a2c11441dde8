import '../../../src/app/styles/app.css';
import '../../../src/app/styles/page.css';
import { localEngine } from '../../../src/app/local-engine';
import { mountApp, type App } from '../../../src/app/mount';
import * as formTools from '../../../src/core/form/form-tools';
import { templatePlan } from '../../../src/core/template/template-plan';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { offeredPacks, unitData } from '../../../src/packs';
import { readPack } from '../../../src/packs/read-pack';
import { readyPacks, readyUnits } from '../../../src/packs/ready';
import { openInMemory, type MemoryWorkbook } from './memory-workbook';

/** What browser tests look at. */
export interface Harness {
  readonly app: App;
  readonly workbook: MemoryWorkbook;
  /** Takes the pane away and shows one over another sample in its place. */
  change(sample: string): Promise<void>;
}

declare global {
  interface Window {
    harness?: Harness;
  }
}

const asked = new URLSearchParams(location.search);

/**
 * The pane over the xlsx port, for development and browser tests: `?sample=<file>` names the workbook, `theme` one of auto, light,
 * dark; `slow` makes the port take its time, `today` fixes the clock, `host=browser` shows it as outside of Excel. What the pane remembers
 * lives as long as the page's session.
 */
async function start(sample: string): Promise<void> {
  const response = await fetch(sample);
  const workbook = openInMemory(openXlsx(new Uint8Array(await response.arrayBuffer())), {
    slow: Number(asked.get('slow') ?? 0),
    storage: sessionStorage,
  });
  const theme = asked.get('theme');
  const today = asked.get('today');
  const packs = readyPacks(offeredPacks);
  const app = mountApp(document.getElementById('app')!, {
    engine: localEngine({
      port: workbook,
      packs,
      units: readyUnits(unitData),
      template: async () => templatePlan,
      forms: async () => formTools,
      method: async () => import('../../../src/packs/stated-method'),
    }),
    packs,
    own: { read: readPack },
    now: () => (today === null ? new Date() : new Date(today)),
    host: asked.get('host') === 'browser' ? 'browser' : 'excel',
    version: '0.1.0',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  });
  window.harness = {
    app,
    workbook,
    change(other) {
      app.unmount();
      sessionStorage.clear();
      return start(other);
    },
  };
}

void start(asked.get('sample') ?? 'shandong-2016.xlsx');
