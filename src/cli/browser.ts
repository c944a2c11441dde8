import type { Launch, Machine } from './terminal';

/**
 * How to show an address in the person's own browser.
 * @returns undefined where nobody would see it: output that no person watches, a build server, a Linux without a desktop
 */
export function browserCommand(url: string, { platform, env, interactive }: Machine): Launch | undefined {
  if (!interactive || (env.CI !== undefined && env.CI !== '' && env.CI !== 'false')) return undefined;
  switch (platform) {
    case 'win32':
      // `start` takes a first quoted word for the window's title.
      return { command: 'cmd', args: ['/c', 'start', '""', url] };
    case 'darwin':
      return { command: 'open', args: [url] };
    case 'linux':
      return env.DISPLAY || env.WAYLAND_DISPLAY ? { command: 'xdg-open', args: [url] } : undefined;
    default:
      return undefined;
  }
}
