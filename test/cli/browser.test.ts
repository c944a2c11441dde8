import { browserCommand } from '../../src/cli/browser';
import type { Launch, Machine } from '../../src/cli/terminal';

const url = 'http://localhost:3000/';
const desktop = { DISPLAY: ':0' };

describe('the address is shown where somebody can see it', () => {
  it.each<[string, Partial<Machine>, Launch]>([
    ['Windows', { platform: 'win32' }, { command: 'cmd', args: ['/c', 'start', '""', url] }],
    ['macOS', { platform: 'darwin' }, { command: 'open', args: [url] }],
    ['Linux under X', { platform: 'linux', env: desktop }, { command: 'xdg-open', args: [url] }],
    ['Linux under Wayland', { platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } }, { command: 'xdg-open', args: [url] }],
    ['where CI is said not to be', { platform: 'darwin', env: { CI: 'false' } }, { command: 'open', args: [url] }],
  ])('%s', (_, machine, launch) => {
    expect(browserCommand(url, { platform: 'linux', env: {}, interactive: true, ...machine })).toEqual(launch);
  });
});

describe('and nothing is started where nobody can', () => {
  it.each<[string, Partial<Machine>]>([
    ['Linux without a desktop', {}],
    ['Linux with an empty display', { env: { DISPLAY: '', WAYLAND_DISPLAY: '' } }],
    ['a build server', { env: { ...desktop, CI: 'true' } }],
    ['a build server on Windows', { platform: 'win32', env: { CI: '1' } }],
    ['output into a file', { env: desktop, interactive: false }],
    ['output into a file on macOS', { platform: 'darwin', interactive: false }],
    ['a system that is not known', { platform: 'freebsd', env: desktop }],
  ])('%s', (_, machine) => {
    expect(browserCommand(url, { platform: 'linux', env: {}, interactive: true, ...machine })).toBeUndefined();
  });
});
