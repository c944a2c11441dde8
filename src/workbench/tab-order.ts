/**
 * Keeps the focus in the order of the page. The spreadsheet's library gives its canvases a tabindex of 1, which would put them before
 * everything else.
 */
export function keepTabOrder(root: Element): void {
  const mend = (element: Element): void => {
    if (element instanceof HTMLElement && element.tabIndex > 0) element.tabIndex = 0;
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes') mend(target as Element);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        mend(node);
        node.querySelectorAll('[tabindex]').forEach(mend);
      }
    }
  }).observe(root, { subtree: true, childList: true, attributeFilter: ['tabindex'] });
}
