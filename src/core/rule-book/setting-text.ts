import { ruleBookWords as words } from '../words/rule-book';
import type { RuleSetting } from './rule-line';

/** "示范开发区数量：10家（默认值）". */
export function settingText({ title, now, cell, default: given, notes }: RuleSetting): string {
  const value = now === undefined ? words.unset(given) : cell === undefined ? words.byDefault(now) : words.fromCell(now, cell, given);
  return words.setting(
    title,
    value,
    notes.map((note) => note.replace(/。$/u, '')),
  );
}
