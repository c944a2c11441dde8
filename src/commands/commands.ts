import { z } from 'zod';
import { parsePacks } from '../app/packs';
import { createUnits } from '../core/units/units';
import { openExcel } from '../hosts/excel/open-excel';
import { builtInPacks, unitData } from '../packs';
import { noticeOf, showDialog, showNotice } from './dialog';
import { ribbonCommands } from './ribbon';

// zod would try `new Function` for speed; the page's security policy forbids it and would report the attempt.
z.config({ jitless: true });

/** Registers what the ribbon's buttons call. Every command tells Excel that it is over, whatever happened. */
function register(): void {
  const commands = ribbonCommands({ open: openExcel, packs: parsePacks(builtInPacks), units: createUnits(unitData), now: () => new Date(), say: showDialog });
  for (const [name, command] of Object.entries(commands)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void command().finally(() => event.completed());
    });
  }
}

const notice = noticeOf(window.location.search);
if (notice === undefined) void Office.onReady().then(register);
else showNotice(document, notice);
