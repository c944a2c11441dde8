import type { Pack } from '../../core/pack/schema';
import { jurisdictionName } from '../../core/report/jurisdiction';
import { appWords as words } from '../words';

/** Province, number and date, as far as the document gives them. */
export function packFacts(pack: Pack): readonly string[] {
  return [
    jurisdictionName(pack),
    pack.number ?? words.pack.noNumber,
    pack.date === undefined ? words.pack.noDate : words.pack.date(pack.date),
  ];
}
