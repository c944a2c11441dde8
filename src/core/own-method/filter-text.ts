import { own } from '../own';
import { meanings, ownMethodWords as words } from '../words/own-method';
import type { Draft, Place } from './draft';
import { namesOf, pairOf, partsOf } from './texts';

/** "级别=省级；地区类别=甲类、乙类" → rows that count: column → values. undefined where it cannot be read, which is told. */
export function filterOf(text: string, draft: Draft, place: Place): Readonly<Record<string, string[]>> | undefined {
  const filter: Record<string, string[]> = {};
  for (const part of partsOf(text)) {
    const pair = pairOf(part);
    const values = pair ? namesOf(pair[1]) : [];
    if (!pair || values.length === 0) return void draft.refuse(place, 'method-filter', words.filterForm(part));
    const kind = values.every((value) => own(meanings.yesNo, value) !== undefined) ? 'yes_no' : 'list';
    for (const value of values) {
      const key = draft.column(pair[0], kind, place, undefined, value);
      if (key === undefined) return undefined;
      filter[key] = [...(own(filter, key) ?? []), value];
    }
  }
  return filter;
}
