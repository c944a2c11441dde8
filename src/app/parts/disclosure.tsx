import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon';

/** A heading that opens and closes what stands below it: the browser's own element, so keyboard and screen readers know it. */
export function Disclosure({
  title,
  aside,
  open = false,
  id,
  onOpen,
  children,
}: {
  readonly title: ComponentChildren;
  readonly aside?: ComponentChildren;
  readonly open?: boolean;
  /** Of the heading. */
  readonly id?: string;
  readonly onOpen?: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <details class="disclosure" open={open} onToggle={(event) => event.currentTarget.open && onOpen?.()}>
      <summary id={id}>
        <Icon name="chevron" />
        <span class="grow">{title}</span>
        {aside !== undefined && <span class="aside">{aside}</span>}
      </summary>
      <div class="disclosed">{children}</div>
    </details>
  );
}
