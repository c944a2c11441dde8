import type { SheetsPlan } from '../../core/plan';
import { chooseNames, type ResultNames } from '../results/names';
import { send } from './failure';
import { queueListing, queueNames } from './listing';
import type { ListedName, ListedSheet, Listing } from './listing';

/** Which of our sheets a plan takes the place of: results of all, a notice of an earlier notice only. */
export interface Replaces {
  readonly sheet: (sheet: ListedSheet) => boolean;
  readonly names: boolean;
}

export const REPLACES_ALL: Replaces = { sheet: ({ owned }) => owned, names: true };
/** For sheets that are the person's. */
export const REPLACES_NONE: Replaces = { sheet: () => false, names: false };
/** The workbook before anything is written. */
export interface StateBefore {
  readonly listing: Listing;
  /** Names of workbook scope; empty where neither the plan nor our sheets have any, because some workbooks have tens of thousands. */
  readonly names: readonly ListedName[];
}

export const needsNames = (plan: SheetsPlan, { sheets }: Listing): boolean =>
  plan.sheets.some(({ names }) => names.length > 0) || sheets.some(({ owned, ranges }) => owned && ranges);

export async function stateBefore(
  context: Excel.RequestContext,
  plan: SheetsPlan,
  known: Listing | undefined,
  replaces: Replaces,
): Promise<StateBefore> {
  // The user may have taken the protection away since.
  let listing = known && !known.protectedStructure ? known : undefined;
  const wanted = replaces.names && (!listing || needsNames(plan, listing));
  if (listing && !wanted) return { listing, names: [] };
  const takeListing = listing ? undefined : queueListing(context);
  const takeNames = listing ? queueNames(context) : undefined;
  await send(context, 'prepare');
  listing ??= takeListing!();
  if (takeNames) return { listing, names: takeNames() };
  if (!replaces.names || !needsNames(plan, listing)) return { listing, names: [] };
  const take = queueNames(context);
  await send(context, 'prepare');
  return { listing, names: take() };
}

/** Names that nothing which stays has; ours that are replaced do not count. */
export function namesIn(plan: SheetsPlan, { listing, names }: StateBefore, replaces: Replaces): ResultNames {
  return chooseNames(
    plan,
    listing.sheets.filter((sheet) => !replaces.sheet(sheet)).map(({ name }) => name),
    names.filter(({ ours }) => !ours || !replaces.names).map(({ name }) => name),
  );
}

/** The workbook while the filled sheets wait for the exchange. */
export interface FreshState {
  readonly listing: Listing;
  readonly names: readonly ListedName[];
  /** The sheet that the person looks at, where nobody asked for this write. */
  readonly active: string | undefined;
}
