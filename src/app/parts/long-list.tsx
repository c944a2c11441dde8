import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { appWords as words } from '../words';

/** The first items of a list that may have thousands; the person asks for more. */
export function LongList({
  count,
  first,
  step = 50,
  render,
  className,
}: {
  readonly count: number;
  readonly first: number;
  readonly step?: number;
  readonly className: string;
  readonly render: (index: number) => JSX.Element;
}): JSX.Element {
  const [shown, setShown] = useState(first);
  const rest = count - shown;
  return (
    <>
      <ul class={className}>
        {Array.from({ length: Math.min(count, shown) }, (_, index) => (
          <li key={index}>{render(index)}</li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="button subtle small" onClick={() => setShown(shown + step)}>
          {words.more(Math.min(step, rest))}
        </button>
      )}
    </>
  );
}
