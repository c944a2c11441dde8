import type { Figures } from '../measure/figures';
import { own } from '../own';
import type { Pack } from '../pack/schema';
import type { Problem } from '../problem';
import { places, quotes } from '../pack/clause-place';
import { rankingWords as words } from '../words/ranking';

/**
 * How a missing figure counts. wait: the place is provisional and nothing is concluded that the figure could overturn; zero: it scores 0;
 * renormalise: the others take its weight; exclude: the zone takes no place.
 */
export type GapPolicy = 'wait' | 'zero' | 'renormalise' | 'exclude';

export interface OwnGaps {
  readonly policy: GapPolicy;
  readonly choice: string;
  readonly ground: string;
}

export interface DecidedGaps {
  readonly policy: GapPolicy;
  /** What the department chose, in its words, and on which ground; undefined where it waits for the figures. */
  readonly decision: { readonly choice: string; readonly ground: string } | undefined;
  /** What the method says of single indicators in place of it, by key. */
  readonly own: ReadonlyMap<string, OwnGaps>;
  readonly problems: readonly Problem[];
}

/** Nothing was decided: the figures are waited for. */
export const WAITING: DecidedGaps = { policy: 'wait', decision: undefined, own: new Map(), problems: [] };

/** Where the document says how gaps count, in its own words. */
const groundOf = ({ title, clauses }: Pack, clause: readonly string[]): string =>
  words.gapsGround(title, places(clause), quotes(clauses, clause).replace(/。$/u, ''));

/** How gaps count: what the department or the document decides for all, and what the method says of single indicators. */
export function decidedGaps(pack: Pack, figures: Figures): DecidedGaps {
  const own = Object.entries(pack.indicators).flatMap(([key, { gaps }]): [string, OwnGaps][] =>
    gaps ? [[key, { policy: gaps.as, choice: words.gapsAs[gaps.as], ground: groundOf(pack, gaps.clause) }]] : [],
  );
  return { ...decidedForAll(pack, figures), own: new Map(own) };
}

/** How a gap of an indicator counts. */
export const policyOf = ({ policy, own: ofSome }: DecidedGaps, indicator: string): GapPolicy => ofSome.get(indicator)?.policy ?? policy;

/** The department's decision on gaps. One without a ground is not followed: nobody could answer for the list. */
function decidedForAll(pack: Pack, { settings }: Figures): DecidedGaps {
  const declared = pack.scoring.gaps;
  if (!declared) return WAITING;
  if ('as' in declared)
    return { ...WAITING, policy: declared.as, decision: { choice: words.gapsAs[declared.as], ground: groundOf(pack, declared.clause) } };
  const chosen = settings.parameters.get(declared.parameter);
  const choice = String(chosen?.value ?? '');
  const policy = own(declared.choices, choice) ?? 'wait';
  if (policy === 'wait') return WAITING;
  const ground = String(settings.parameters.get(declared.ground)?.value ?? '').trim();
  if (ground !== '') return { ...WAITING, policy, decision: { choice, ground } };
  const title = (key: string): string => pack.parameters[key]?.title ?? key;
  const [sheet, cell] = chosen?.cell?.split('!') ?? [];
  return {
    ...WAITING,
    problems: [
      {
        severity: 'error',
        code: 'gaps-without-ground',
        ...(sheet !== undefined && cell !== undefined && { sheet, cell }),
        ...words.gapsWithoutGround(title(declared.parameter), choice, title(declared.ground)),
      },
    ],
  };
}
