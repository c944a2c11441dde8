import type { JSX } from 'preact';

/** Drawn on a 16 px grid with the current colour; always beside words, so hidden from screen readers. */
const paths = {
  success: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm2.9 4.2-3.7 3.7-1.6-1.6-.9.9 2.5 2.5 4.6-4.6-.9-.9Z',
  warning:
    'M8 1.8c.4 0 .8.2 1 .6l5.4 10c.4.8-.1 1.8-1 1.8H2.6c-.9 0-1.4-1-1-1.8l5.4-10c.2-.4.6-.6 1-.6Zm-.6 4v4h1.2v-4H7.4Zm.6 5a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6Z',
  error:
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm2.2 3.4L8 7.1 5.8 4.9l-.9.9L7.1 8l-2.2 2.2.9.9L8 8.9l2.2 2.2.9-.9L8.9 8l2.2-2.2-.9-.9Z',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm-.6 5.3v4.7h1.2V6.8H7.4ZM8 4.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6Z',
  missing: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm-3.2 5.9v1.2h6.4V7.4H4.8Z',
  chevron: 'M5.6 3.2 10.4 8l-4.8 4.8-.9-.9L8.6 8 4.7 4.1l.9-.9Z',
  back: 'M7.3 3.2 2.5 8l4.8 4.8.9-.9-3.3-3.3H13.5V7.4H4.9l3.3-3.3-.9-.9Z',
  close: 'm8 7.1 3.6-3.6.9.9L8.9 8l3.6 3.6-.9.9L8 8.9l-3.6 3.6-.9-.9L7.1 8 3.5 4.4l.9-.9L8 7.1Z',
  lock: 'M8 1.5a3 3 0 0 1 3 3V6h.5c.8 0 1.5.7 1.5 1.5v5c0 .8-.7 1.5-1.5 1.5h-7c-.8 0-1.5-.7-1.5-1.5v-5C3 6.7 3.7 6 4.5 6H5V4.5a3 3 0 0 1 3-3Zm0 1.2c-1 0-1.8.8-1.8 1.8V6h3.6V4.5c0-1-.8-1.8-1.8-1.8Zm0 6.3a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z',
  sheet:
    'M3.5 2h9c.8 0 1.5.7 1.5 1.5v9c0 .8-.7 1.5-1.5 1.5h-9c-.8 0-1.5-.7-1.5-1.5v-9C2 2.7 2.7 2 3.5 2Zm-.3 4.1v2.5h3V6.1h-3Zm4.2 0v2.5h5.4V6.1H7.4ZM3.2 9.8v2.7c0 .2.1.3.3.3h2.7v-3h-3Zm4.2 0v3h5.1c.2 0 .3-.1.3-.3V9.8H7.4Z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
