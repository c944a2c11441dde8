/** The largest canvas is the sheet itself. */
const sheetIn = (region: Element): HTMLElement | undefined =>
  [...region.querySelectorAll('canvas')].sort((a, b) => b.width * b.height - a.width * a.height)[0];

/** Where the focus goes in a region that never had it. */
const LANDING = '.commands .primary, button:not([tabindex="-1"])';

/**
 * F6 and Shift+F6 lead from region to region, as in Excel. The spreadsheet keeps Tab for going from cell to cell, so without another key
 * nobody could leave it who has no mouse.
 * @param selectors of the regions in their order; one that is not shown is passed over
 */
export function followRegions(selectors: readonly string[]): void {
  const last = new WeakMap<Element, HTMLElement>();
  const shown = (): Element[] =>
    selectors
      .flatMap((selector) => document.querySelector(selector) ?? [])
      .filter((region) => region.checkVisibility({ visibilityProperty: true }));
  const around = (element: EventTarget | null): Element | null => (element instanceof Element ? element.closest(selectors.join()) : null);
  document.addEventListener('focusin', ({ target }) => {
    const region = around(target);
    if (region && target instanceof HTMLElement) last.set(region, target);
  });
  // Before the spreadsheet, which listens to every key.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      const regions = shown();
      const current = around(document.activeElement);
      const at = current === null ? -1 : regions.indexOf(current);
      const next = regions.at((event.shiftKey ? Math.max(at, 0) - 1 : at + 1) % regions.length);
      if (!next) return;
      const before = last.get(next);
      (before?.isConnected && before.checkVisibility() ? before : (sheetIn(next) ?? next.querySelector<HTMLElement>(LANDING)))?.focus();
    },
    true,
  );
}
