import { documentOf, type ByStandard } from '../ranking/by-standard';
import type { RankedPopulation } from '../ranking/population';
import { standardWords as words } from '../words/standard';
import { Anchors } from './anchors';
import { clauseNote } from './clause-note';
import { jurisdictionName } from './jurisdiction';
import type { ReportContext } from './report-context';

/** What the sheets of a ranking show: the pack and figures by which it was scored, and where these are another document's, who asks for them. */
export function contextOf(context: ReportContext, ranked: RankedPopulation): ReportContext {
  const by = context.standards.get(ranked.id)?.by;
  return by ? standardContext(context, ranked.id, by) : context;
}

function standardContext(context: ReportContext, id: string, { pack, figures, ranked }: ByStandard): ReportContext {
  return {
    ...context,
    pack,
    figures,
    ranked,
    // Lists are the asking document's, and none of them rests on this ranking.
    judgement: { findings: [], problems: [], silent: new Map(), unchosen: new Set() },
    // Keys of the other pack are none of this one's.
    anchors: new Anchors(),
    standardLine: standardLine(context, id, documentOf(pack)),
  };
}

/** Which clause of the asking document names the standard. */
function standardLine({ pack }: ReportContext, id: string, document: string): string {
  return words.by(jurisdictionName(pack), pack.title, clauseNote(pack, pack.rankings[id]?.clause ?? []), document);
}
