import type { JSX } from 'preact';

/** Short facts in a line, parted by space; a line breaks between facts, not inside one. */
export function Parts({ of }: { readonly of: readonly string[] }): JSX.Element {
  return (
    <span class="quiet parts">
      {of.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </span>
  );
}
