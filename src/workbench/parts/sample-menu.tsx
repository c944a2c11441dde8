import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Sample } from '../samples';
import { workbenchWords as words } from '../words';

/** The samples behind a button. A list of buttons in the browser's own disclosure: a <select> would open every sample that an arrow key passes. */
export function SampleMenu({
  samples,
  onOpen,
}: {
  readonly samples: readonly Sample[];
  readonly onOpen: (id: string) => void;
}): JSX.Element {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current) menu.current.open = false;
  };
  useEffect(() => {
    const away = (event: Event): void => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) close();
    };
    document.addEventListener('pointerdown', away, true);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('pointerdown', away, true);
      document.removeEventListener('focusin', away);
    };
  }, []);
  return (
    <details
      ref={menu}
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return;
        close();
        menu.current.querySelector('summary')?.focus();
      }}
    >
      <summary class="button">{words.bar.samples}</summary>
      <ul class="menu-list">
        {samples.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                close();
                menu.current?.querySelector('summary')?.focus();
                onOpen(id);
              }}
            >
              {title}
            </button>
          </li>
        ))}
        <li class="quiet">{words.bar.samplesHint}</li>
      </ul>
    </details>
  );
}
