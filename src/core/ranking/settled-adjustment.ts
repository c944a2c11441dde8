import { quoteSheet } from '../cell';
import { parametersIn } from '../pack/parameters-in';
import type { Pack, PackAdjustment } from '../pack/schema';
import type { UserSettings } from '../parameters/parameter-sheet';
import { withFixedCells } from '../score/formula-text';
import { adjustmentWords as words } from '../words/adjustments';

interface Reference {
  readonly parameter: string;
}

/** A part of a pack with the amounts of parameters in their places. */
type With<N, T> = T extends Reference ? N : T extends object ? { [K in keyof T]: With<N, T[K]> } : T;
/** What a coefficient multiplies by differs from row to row: it stays as it is declared. */
type WithAmounts<N, T> = T extends { readonly kind: 'coefficient' } ? T : With<N, T>;

export type SettledAdjustment = WithAmounts<number, PackAdjustment>;

/** An adjustment with the amounts that the department set. */
export interface Settled {
  readonly declared: SettledAdjustment;
  /** The same as a formula says it: the cell of an amount, wherever a formula can ask it. */
  readonly expressed: WithAmounts<number | string, PackAdjustment>;
  /** Why it is not applied to anybody: an amount is not set, or the two of a limit exclude each other. */
  readonly off?: string | undefined;
  /** "“每项加分”取自权重与参数!C7": where its amounts come from; '' where the pack states them all. */
  readonly from: string;
  /** "权重与参数!C7" */
  readonly cells: readonly string[];
}

export function settledAdjustment(
  { parameters: declaredIn }: Pack,
  { parameters }: Pick<UserSettings, 'parameters'>,
  declared: PackAdjustment,
): Settled {
  if (declared.kind === 'coefficient') return { declared, expressed: declared, from: '', cells: [] };
  const keys = [...parametersIn(declared)];
  const title = (key: string): string => declaredIn[key]?.title ?? key;
  const number = (key: string): number => {
    const value = parameters.get(key)?.value;
    return typeof value === 'number' ? value : NaN;
  };
  const settled = replaced(declared, number) as SettledAdjustment;
  const unset = keys.filter((key) => Number.isNaN(number(key)));
  const crossed = settled.kind === 'limit' && (settled.floor ?? -Infinity) > (settled.cap ?? Infinity);
  const cells = keys.flatMap((key) => parameters.get(key)?.cell ?? []);
  return {
    declared: settled,
    expressed: replaced(declared, (key) => expressionOf(parameters.get(key)) ?? number(key)) as Settled['expressed'],
    off: unset.length > 0 ? words.unset(unset.map(title)) : crossed ? words.crossed : undefined,
    from: keys.length === 0 ? '' : words.amountsFrom(keys.map((key) => words.amountFrom(title(key), parameters.get(key)?.cell))),
    cells,
  };
}

/** The cell of an amount that holds the number as it counts; once it holds another thing, the formula shows an error in place of 0. */
function expressionOf(set: { readonly cell?: string; readonly isPlain?: boolean } | undefined): string | undefined {
  const bang = set?.cell?.lastIndexOf('!') ?? -1;
  if (!set?.isPlain || !set.cell || bang < 0) return undefined;
  const cell = withFixedCells(`${quoteSheet(set.cell.slice(0, bang))}!${set.cell.slice(bang + 1)}`);
  return `IF(ISNUMBER(${cell}),${cell},"")`;
}

function replaced(part: unknown, amount: (key: string) => number | string): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if ('parameter' in part && typeof part.parameter === 'string') return amount(part.parameter);
  if (Array.isArray(part)) return part.map((one) => replaced(one, amount));
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, replaced(one, amount)]));
}
