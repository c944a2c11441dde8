import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icon';
import { appWords as words } from '../words';

/** A screen that comes over the network when it is asked for. */
export function Lazy<P extends object>({
  load,
  props,
}: {
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
}): JSX.Element {
  const [View, setView] = useState<ComponentType<P>>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let left = false;
    load().then(
      (view) => !left && setView(() => view),
      () => !left && setFailed(true),
    );
    return () => void (left = true);
  }, []);
  if (View) return <View {...props} />;
  if (!failed) return <p class="quiet">{words.lazy.loading}</p>;
  return (
    <div class="notice notice-error">
      <Icon name="error" />
      <div class="grow">
        <p>{words.lazy.failed.message}</p>
        <p class="next">{words.lazy.failed.nextStep}</p>
      </div>
    </div>
  );
}
