import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { appWords as words } from '../../core/words/app';

/** The first items of a list that may have thousands; the person asks for more. */
export function LongList<T>({ items, first, step = 50, render, className }: { readonly items: readonly T[]; readonly first: number; readonly step?: number; readonly className: string; readonly render: (item: T, index: number) => JSX.Element }): JSX.Element {
  const [shown, setShown] = useState(first);
  const rest = items.length - shown;
  return (
    <>
      <ul class={className}>{items.slice(0, shown).map((item, index) => <li key={index}>{render(item, index)}</li>)}</ul>
      {rest > 0 && (
        <button type="button" class="button subtle small" onClick={() => setShown(shown + step)}>
          {words.more(Math.min(step, rest))}
        </button>
      )}
    </>
  );
}
