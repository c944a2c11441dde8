import '../app/styles/app.css';
import { z } from 'zod';
import { mountApp } from '../app/mount';
import { parsePacks } from '../app/packs';
import { themeOfBackground } from '../app/theme';
import { createUnits } from '../core/units/units';
import { openExcel } from '../hosts/excel/open-excel';
import { builtInPacks, unitData } from '../packs';

/** Set by webpack from package.json. */
declare const PRODUCT_VERSION: string;

// zod would try `new Function` for speed; the page's security policy forbids it and would report the attempt.
z.config({ jitless: true });

async function start(): Promise<void> {
  await Office.onReady();
  const root = document.getElementById('app');
  if (!root) return;
  const port = await openExcel();
  const colour = Office.context.officeTheme?.bodyBackgroundColor;
  mountApp(root, {
    port,
    packs: parsePacks(builtInPacks),
    units: createUnits(unitData),
    now: () => new Date(),
    host: 'excel',
    version: PRODUCT_VERSION,
    theme: colour === undefined ? 'auto' : themeOfBackground(colour),
  });
}

void start();
