const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * Keys that the pane keeps from office.js. In Excel on the web office.js listens on the window and moves the focus itself when Tab is pressed,
 * by a list of elements that has no <summary>, and leaves the pane for Excel from wherever it does not know, a heading with the focus say;
 * Escape always leaves. Here the browser's own order holds inside the pane, and office.js is asked at its ends, from where Excel takes over.
 */
export function keepOwnKeys(page: Document): void {
  page.addEventListener('keydown', (event) => {
    const dialog = page.querySelector('dialog[open]');
    const own = event.key === 'Escape' ? dialog !== null : event.key === 'Tab' && (dialog !== null || !atEnd(page, event));
    if (own) event.stopPropagation();
  });
}

/** Whether Tab leads out of the pane from here. */
function atEnd(page: Document, { target, shiftKey }: KeyboardEvent): boolean {
  const stops = [...page.querySelectorAll<HTMLElement>(STOPS)].filter(
    (element) => element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }),
  );
  const end = shiftKey ? stops[0] : stops.at(-1);
  return end === undefined || end === target;
}
