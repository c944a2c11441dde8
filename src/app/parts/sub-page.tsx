import type { ComponentChildren, JSX } from 'preact';
import { appWords as words } from '../words';
import { Icon } from './icon';

/** A page that one goes back from. */
export function SubPage({
  title,
  onBack,
  children,
}: {
  readonly title: string;
  readonly onBack: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <>
      <div class="row">
        <button
          type="button"
          class="button subtle icon-only back"
          aria-label={words.commands.back}
          title={words.commands.back}
          onClick={onBack}
        >
          <Icon name="back" />
        </button>
        <h2 tabIndex={-1} data-heading>
          {title}
        </h2>
      </div>
      {children}
    </>
  );
}
