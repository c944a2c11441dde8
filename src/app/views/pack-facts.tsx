import type { JSX } from 'preact';
import type { Pack } from '../../core/pack/schema';
import { jurisdictionName } from '../../core/report/jurisdiction';
import type { Session } from '../session';
import { appWords as words } from '../words';

/** Province, number and date, as far as the document gives them. */
export function packFacts(pack: Pack): readonly string[] {
  if (pack.from_workbook) return [words.pack.stated([...pack.from_workbook.system, ...pack.from_workbook.rules])];
  return [
    jurisdictionName(pack),
    pack.number ?? words.pack.noNumber,
    pack.date === undefined ? words.pack.noDate : words.pack.date(pack.date),
  ];
}

/** Marks a pack of the person's own. */
export function OwnBadge({ session, pack }: { readonly session: Session; readonly pack: Pack }): JSX.Element | null {
  return session.own.of(pack.pack) ? <span class="badge tone-neutral own-badge">{words.pack.ownBadge}</span> : null;
}
