import type { EntryRule } from '../../core/plan';
import { resultWords as words } from './words';

/** No figure of an official table is larger. */
export const NUMBERS = 999_999_999_999_999;
/** No date of an official table is earlier; days from 1900. */
export const FIRST_DAY = { serial: 18_264, text: '1950-01-01' } as const;

/** What is asked where something else is typed; undefined where anything will do. */
export function entryAlert({ is }: EntryRule): { readonly title: string; readonly message: string } | undefined {
  const { title, list, number, date } = words.entry;
  switch (is.kind) {
    case 'list':
      return { title, message: list };
    case 'number':
      return { title, message: number(is.least, is.most) };
    case 'date':
      return { title, message: date };
    case 'any':
      return undefined;
  }
}
