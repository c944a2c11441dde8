import type { OwnershipMark } from '../../core/plan';

/** Name, local to a sheet and hidden, whose presence says that the sheet is ours. */
export const OWNER_NAME = '_zone_assessor';
/** Comment of our names of workbook scope, which tells them from names that the user gave to our cells. */
export const OWNED_COMMENT = 'zone-assessor';
/** A text inside a formula holds 255 characters at most. */
const LONGEST = 255;

/**
 * What clearing cannot see in a workbook part that we changed: how something of the user's was written before. Needed to give back
 * the very bytes; without it nothing of the user's is lost.
 */
export interface Before {
  /** fullCalcOnLoad of a calcPr that was there when we asked for a calculation: not set, or set to a form of no. */
  readonly calculation?: 'unset' | '0' | 'false' | undefined;
  /** A list of names that was there and empty: closing itself, or open. */
  readonly names?: 'closed' | 'open' | undefined;
  /** Checksum of the style sheet, eight hexadecimal digits, where the workbook had none before. */
  readonly styles?: string | undefined;
}

/** What a mark says, read back. */
export interface Mark extends Before {
  /** The sheet's name when it was written; undefined in marks of other hosts. */
  readonly sheet: string | undefined;
  /** Whether we were the ones who asked for a full calculation on load. */
  readonly calculated: boolean;
  /** Whether names of workbook scope were written for it. */
  readonly ranges?: true | undefined;
  /** How many charts were put on the sheet; left out where there are none. */
  readonly charts?: number | undefined;
  /** How many pictures and drawings came with the sheet that it is a copy of. */
  readonly shapes?: number | undefined;
  /** What stood on the sheet when it was written; only hosts that can compare it write it. */
  readonly digest?: string | undefined;
}

/** The mark as the text constant of a defined name, quotes included. */
export function markFormula(
  mark: OwnershipMark,
  sheet: string,
  calculated: boolean,
  before: Before = {},
  {
    ranges = false,
    digest,
    charts = 0,
    shapes = 0,
  }: { readonly ranges?: boolean; readonly digest?: string | undefined; readonly charts?: number; readonly shapes?: number } = {},
): string {
  const plain = (value: string, longest: number): string => value.replace(/[";\r\n]/g, ' ').slice(0, longest);
  const fields = [
    `pack=${plain(mark.pack, 36)}`,
    `version=${plain(mark.version, 16)}`,
    `input=${plain(mark.input, 48)}`,
    `at=${plain(mark.at, 29)}`,
    ...(calculated ? ['calc=1'] : []),
    ...(calculated && before.calculation !== undefined ? [`was=${before.calculation}`] : []),
    ...(ranges ? ['ranges=1'] : []),
    ...(charts > 0 ? [`charts=${charts}`] : []),
    ...(shapes > 0 ? [`shapes=${shapes}`] : []),
    ...(digest === undefined ? [] : [`digest=${digest}`]),
    ...(before.names === undefined ? [] : [`names=${before.names}`]),
    ...(before.styles === undefined ? [] : [`styles=${before.styles}`]),
    `sheet=${plain(sheet, 31)}`,
  ];
  return `"${fields.join(';').slice(0, LONGEST)}"`;
}

/** Undefined where the text is no mark of ours. */
export function readMark(formula: string): Mark | undefined {
  const text = formula.trim().replace(/^"|"$/g, '');
  if (!/(^|;)pack=/.test(text)) return undefined;
  const field = (name: string): string | undefined => new RegExp(`(?:^|;)${name}=([^;]*)`).exec(text)?.[1];
  const oneOf = <Word extends string>(words: readonly Word[], name: string): Word | undefined => words.find((word) => word === field(name));
  return {
    sheet: field('sheet'),
    calculated: field('calc') === '1',
    ranges: field('ranges') === '1' || undefined,
    digest: field('digest'),
    ...(/^\d{1,4}$/.test(field('charts') ?? '') && { charts: Number(field('charts')) }),
    ...(/^\d{1,4}$/.test(field('shapes') ?? '') && { shapes: Number(field('shapes')) }),
    calculation: oneOf(['unset', '0', 'false'], 'was'),
    names: oneOf(['closed', 'open'], 'names'),
    styles: field('styles'),
  };
}

/** The mark without the wish for a calculation: from now on that wish is the user's. */
export function withoutCalculation(formula: string): string {
  return formula.replace(/;calc=1(?:;was=\w+)?(?=;|"|$)/, '');
}

/** The mark without the claim to the style sheet: from now on the user's cells may use it. */
export function withoutStyles(formula: string): string {
  return formula.replace(/;styles=\w+(?=;|"|$)/, '');
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
