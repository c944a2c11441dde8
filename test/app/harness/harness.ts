import '../../../src/app/styles/app.css';
import { z } from 'zod';
import { mountApp, type App } from '../../../src/app/mount';
import { parsePacks } from '../../../src/app/packs';
import { createUnits } from '../../../src/core/units/units';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { builtInPacks, unitData } from '../../../src/packs';
import { openInMemory, type MemoryWorkbook } from './memory-workbook';

z.config({ jitless: true });

/** What browser tests look at. */
export interface Harness {
  readonly app: App;
  readonly workbook: MemoryWorkbook;
}

declare global {
  interface Window {
    harness?: Harness;
  }
}

/**
 * The pane over the xlsx port, for development and browser tests: `?sample=<file>` names the workbook, `theme` one of auto, light,
 * dark; `slow` makes the port take its time, `today` fixes the clock. What the pane remembers lives as long as the page's session.
 */
async function start(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const response = await fetch(asked.get('sample') ?? 'shandong-2016.xlsx');
  const workbook = openInMemory(openXlsx(new Uint8Array(await response.arrayBuffer())), { slow: Number(asked.get('slow') ?? 0), storage: sessionStorage });
  const theme = asked.get('theme');
  const today = asked.get('today');
  const app = mountApp(document.getElementById('app')!, {
    port: workbook,
    packs: parsePacks(builtInPacks),
    units: createUnits(unitData),
    now: () => (today === null ? new Date() : new Date(today)),
    host: 'excel',
    version: '0.1.0',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  });
  window.harness = { app, workbook };
}

void start();
