import { RIBBON_NAMES, type RibbonName } from './ribbon-names';

/**
 * Excel opens this page because of a click and sends it on as soon as office.js listens, well before Office.onReady. A name that is not
 * known by then is a click that does nothing, so the functions are there, as global ones, before office.js runs.
 * @param carryOut Excel is told that a command is over whatever happens, after `longest` milliseconds at the latest
 */
export function listenToRibbon(page: Window, carryOut: (name: RibbonName) => Promise<void>, longest: number): void {
  const pressed = Object.fromEntries(
    RIBBON_NAMES.map((name) => [
      name,
      (event: Office.AddinCommands.Event): void => {
        const limit = new Promise<void>((resolve) => setTimeout(resolve, longest));
        const over = (): void => event.completed();
        // What went wrong stands in the pane; Excel is told the same either way.
        void Promise.race([carryOut(name), limit]).then(over, over);
      },
    ]),
  ) as Readonly<Record<RibbonName, (event: Office.AddinCommands.Event) => void>>;
  Object.assign(page, pressed);
  const associate = (): void => RIBBON_NAMES.forEach((name) => Office.actions.associate(name, pressed[name]));
  if (typeof Office === 'undefined') page.document.addEventListener('DOMContentLoaded', associate);
  else associate();
}
