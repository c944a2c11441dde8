import type { OwnershipMark } from '../../core/plan';

/** Name, local to a sheet and hidden, whose presence says that the sheet is ours. */
export const OWNER_NAME = '_zone_assessor';
/** Comment of our names of workbook scope, which tells them from names that the user gave to our cells. */
export const OWNED_COMMENT = 'zone-assessor';
/** A text inside a formula holds 255 characters at most. */
const LONGEST = 250;

/** What a mark says, read back. */
export interface Mark {
  /** The sheet's name when it was written; undefined in marks of other hosts. */
  readonly sheet: string | undefined;
  /** Whether we were the ones who asked for a full calculation on load. */
  readonly calculated: boolean;
}

/** The mark as the text constant of a defined name, quotes included. */
export function markFormula(mark: OwnershipMark, sheet: string, calculated: boolean): string {
  const plain = (value: string, longest: number): string => value.replace(/[";\r\n]/g, ' ').slice(0, longest);
  const fields = [
    `pack=${plain(mark.pack, 60)}`,
    `version=${plain(mark.version, 24)}`,
    `input=${plain(mark.input, 64)}`,
    `at=${plain(mark.at, 32)}`,
    ...(calculated ? ['calc=1'] : []),
    `sheet=${plain(sheet, 31)}`,
  ];
  return `"${fields.join(';').slice(0, LONGEST)}"`;
}

/** Undefined where the text is no mark of ours. */
export function readMark(formula: string): Mark | undefined {
  const text = formula.trim().replace(/^"|"$/g, '');
  if (!/(^|;)pack=/.test(text)) return undefined;
  const field = (name: string): string | undefined => new RegExp(`(?:^|;)${name}=([^;]*)`).exec(text)?.[1];
  return { sheet: field('sheet'), calculated: field('calc') === '1' };
}

/**
 * Which sheets are ours. A sheet that the user copied carries a copy of the mark: of several sheets with the same mark only the
 * one that still has the name in it is ours; where none has, none is, because nothing of the user's may be lost.
 */
export function ownedSheets(sheets: readonly { readonly name: string; readonly mark: Mark | undefined }[]): boolean[] {
  const sharing = new Map<string, number>();
  for (const { mark } of sheets) if (mark?.sheet !== undefined) sharing.set(mark.sheet, (sharing.get(mark.sheet) ?? 0) + 1);
  return sheets.map(
    ({ name, mark }) => mark !== undefined && (mark.sheet === undefined || sharing.get(mark.sheet) === 1 || mark.sheet === name),
  );
}
