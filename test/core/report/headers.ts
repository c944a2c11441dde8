import type { SheetPlan } from '../../../src/core/plan';

/** The row that names the columns: the one that every printed page repeats; a mean may stand between it and the body. */
export const headerRow = ({ head, repeatRows }: SheetPlan): number => repeatRows?.last ?? head.length - 1;

export const headersOf = (sheet: SheetPlan): string[] => sheet.head[headerRow(sheet)]!.map(({ value }) => String(value ?? ''));
