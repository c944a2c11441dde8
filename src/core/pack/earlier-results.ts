import type { Pack } from './schema';

/** A table of results of an earlier year or period that something of the pack rests on. */
export interface EarlierResult {
  readonly table: string;
  /** How many periods before the one assessed: 1 for the last. */
  readonly back: number;
  /** list: a rule counts it; total: scores are averaged or raised by it. */
  readonly use: 'list' | 'total';
  /** Table of ranks from outside that it goes with, whose year may be another than that of the figures. */
  readonly given?: string | undefined;
}

/** Every table of earlier results, in the order in which the pack names them. */
export function earlierResults({ rules, rankings, scoring }: Pack): EarlierResult[] {
  return [
    ...Object.values(rules).flatMap((rule): EarlierResult[] => {
      if (rule.kind === 'movement') return [{ table: rule.earlier.table, back: 1, use: 'list' }];
      if ((rule.kind !== 'position' && rule.kind !== 'grade') || !rule.in) return [];
      const given = rule.kind === 'position' ? rule.imported?.table : undefined;
      return rule.in.earlier.map(({ table }, before) => ({ table, back: before + 1, use: 'list', given }));
    }),
    ...Object.values(rankings).flatMap(({ mean_with: years = [] }) =>
      years.map(({ table }, before): EarlierResult => ({ table, back: before + 1, use: 'total' })),
    ),
    ...scoring.adjustments.flatMap((one): EarlierResult[] =>
      one.kind === 'places' && one.gained ? [{ table: one.gained.table, back: 1, use: 'total' }] : [],
    ),
  ];
}
