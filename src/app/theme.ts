/** auto follows the system; Office tells its own theme through its entry. High contrast always follows the system (forced-colors). */
export type Theme = 'auto' | 'light' | 'dark';

export function applyTheme(element: HTMLElement, theme: Theme): void {
  if (theme === 'auto') delete element.dataset['theme'];
  else element.dataset['theme'] = theme;
}

/** Whether a background colour such as "#262626" calls for the dark theme; for hosts that tell colours instead of a name. */
export function themeOfBackground(colour: string): Theme {
  const [, hex] = /^#?([0-9a-f]{6})/i.exec(colour) ?? [];
  if (hex === undefined) return 'auto';
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? 'dark' : 'light';
}
