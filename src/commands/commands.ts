import { z } from 'zod';
import { parsePacks } from '../app/packs';
import { createUnits } from '../core/units/units';
import { openExcel } from '../hosts/excel/open-excel';
import { builtInPacks, unitData } from '../packs';
import { noticeOf, showDialog, showNotice } from './dialog';
import { RIBBON_NAMES, ribbonCommands, type RibbonName } from './ribbon';

// zod would try `new Function` for speed; the page's security policy forbids it and would report the attempt.
z.config({ jitless: true });

/** Packs are read once, when Office is ready or the first button is pressed, whichever comes first. */
let prepared: Promise<Readonly<Record<RibbonName, () => Promise<void>>>> | undefined;

function prepare(): NonNullable<typeof prepared> {
  prepared ??= Office.onReady().then(() => ribbonCommands({ open: openExcel, packs: parsePacks(builtInPacks), units: createUnits(unitData), now: () => new Date(), say: showDialog }));
  return prepared;
}

/** Every command tells Excel that it is over, whatever happened. */
async function carryOut(name: RibbonName, event: Office.AddinCommands.Event): Promise<void> {
  try {
    await (await prepare())[name]();
  } finally {
    event.completed();
  }
}

const notice = noticeOf(window.location.search);
if (notice === undefined) {
  // Now and not when Office is ready: Excel sends the click that opened this page as soon as office.js listens, which is earlier, and a name
  // that is not known by then is a click that does nothing.
  for (const name of RIBBON_NAMES) Office.actions.associate(name, (event: Office.AddinCommands.Event) => void carryOut(name, event));
  void prepare();
} else {
  showNotice(document, notice);
}
