import type { ConcludeInput } from '../core/conclude';
import type { Pack } from '../core/pack/schema';
import type { Report } from '../core/report/report';
import type { ReportInput } from '../core/report/report-context';
import type * as ReportParts from '../core/report/report-parts';

/** What a pack is assessed with besides, where it has levels, grades, reviews, or rules over movements or answers of a row. */
export async function ownPartsFor({ levels, grades, reviews, rules }: Pack): Promise<ConcludeInput['own']> {
  const isNeeded =
    [levels, grades, reviews].some((scales) => Object.keys(scales).length > 0) ||
    Object.values(rules).some(({ kind }) => kind === 'movement' || kind === 'answer');
  if (!isNeeded) return undefined;
  return (await import(/* webpackChunkName: "own-parts" */ '../core/own-parts')).ownParts;
}

/** What makes the sheets of results: no look at a workbook needs it, and the first result does. */
const reportParts = async (): Promise<typeof ReportParts> => import(/* webpackChunkName: "report" */ '../core/report/report-parts');

/** Fetches that while somebody reads what was found; where it does not come, the result asks for it again. */
export function expectReport(): void {
  reportParts().catch(() => undefined);
}

/** The sheets of a result. Only packs that rank or list somebody have anything to hand out. */
export async function reportOf(from: ReportInput): Promise<Report> {
  const { report, handOut } = await reportParts();
  return report(from, Object.keys(from.pack.rankings).length === 0 ? undefined : handOut);
}
