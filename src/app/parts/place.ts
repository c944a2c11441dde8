import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Kept {
  readonly among: string;
  readonly index: number;
}

/**
 * Keeps the person's place in a list whose entries go away by being pressed: the focus goes on to the next one, at the end to the one before, and to
 * the heading where none is left. What happens is said to screen readers.
 * @param change what the list is made of, and that it is another one now
 * @param after what is said once it is
 */
export function usePlace(
  view: RefObject<HTMLElement>,
  change: unknown,
  after: string,
): { readonly said: string; keepPlace(among: string, told: string): void } {
  const kept = useRef<Kept>();
  const [said, say] = useState('');
  useEffect(() => {
    const { among, index } = kept.current ?? {};
    if (among === undefined || index === undefined) return;
    kept.current = undefined;
    say(after);
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body && view.current?.contains(activeElement) && activeElement.matches(among)) return;
    const rest = pressable(view.current, among);
    (rest[Math.min(index, rest.length - 1)] ?? view.current?.querySelector<HTMLElement>('[data-heading]'))?.focus();
  }, [change]);
  return {
    said,
    keepPlace(among, told) {
      const index = pressable(view.current, among).findIndex((one) => one === document.activeElement);
      kept.current = { among, index: Math.max(0, index) };
      say(told);
    },
  };
}

/** What is folded away takes no focus. */
const pressable = (view: HTMLElement | null, among: string): HTMLElement[] =>
  [...(view?.querySelectorAll<HTMLElement>(among) ?? [])].filter((one) => !one.closest('details:not([open])'));
