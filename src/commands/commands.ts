import { openExcel } from '../hosts/excel/open-excel';
import { builtInPacks, unitData } from '../packs';
import { readyPacks, readyUnits } from '../packs/ready';
import { noticeOf, showDialog, showNotice } from './dialog';
import { RIBBON_NAMES, ribbonCommands, type RibbonName } from './ribbon';

/** Packs are read once, when Office is ready or the first button is pressed, whichever comes first. */
let prepared: Promise<Readonly<Record<RibbonName, () => Promise<void>>>> | undefined;

function prepare(): NonNullable<typeof prepared> {
  prepared ??= Office.onReady().then(() =>
    ribbonCommands({
      open: openExcel,
      packs: readyPacks(builtInPacks),
      units: readyUnits(unitData),
      now: () => new Date(),
      say: showDialog,
    }),
  );
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

function start(): void {
  for (const name of RIBBON_NAMES) Office.actions.associate(name, pressed[name]);
  void prepare();
}

const press =
  (name: RibbonName) =>
  (event: Office.AddinCommands.Event): void =>
    void carryOut(name, event);
const pressed: Readonly<Record<RibbonName, (event: Office.AddinCommands.Event) => void>> = {
  scoreWorkbook: press('scoreWorkbook'),
  checkWorkbook: press('checkWorkbook'),
  clearResults: press('clearResults'),
};

const notice = noticeOf(window.location.search);
if (notice === undefined) {
  // Excel opens this page because of a click and sends it on as soon as office.js listens, well before Office.onReady. A name that is not
  // known by then is a click that does nothing, so the functions are there, as global ones, before office.js runs.
  Object.assign(window, pressed);
  if (typeof Office === 'undefined') document.addEventListener('DOMContentLoaded', start);
  else start();
} else {
  showNotice(document, notice);
}
