import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A place in the page for an element that somebody else fills: the spreadsheet's, the pane's. */
export function Holder({ element, class: name }: { readonly element: HTMLElement; readonly class: string }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.append(element), [element]);
  return <div ref={place} class={name} />;
}
