/** What a workbook has to be given before something can be worked out: a sheet, or a column of one. */
export interface Lack {
  /** Name of the sheet, the workbook's own where it has it. */
  readonly sheet: string;
  /** What a row of the sheet is. */
  readonly row: string;
  /** Header to add; undefined where the whole sheet is not there. */
  readonly column: string | undefined;
}

export function distinctLacks(lacks: readonly Lack[]): Lack[] {
  return [...new Map(lacks.map((lack) => [`${lack.sheet}\n${lack.column ?? ''}`, lack])).values()];
}

/** What has to be added, by sheet: a sheet that is not there, or the columns that one lacks. */
export interface LackingSheet {
  readonly sheet: string;
  readonly row: string;
  /** Headers to add; undefined where the whole sheet is not there. */
  readonly columns: readonly string[] | undefined;
}

export function lackingSheets(lacks: readonly Lack[]): LackingSheet[] {
  const bySheet = new Map<string, { readonly row: string; columns: string[] | undefined }>();
  for (const { sheet, row, column } of lacks) {
    const known = bySheet.get(sheet) ?? { row, columns: [] };
    bySheet.set(sheet, { row, columns: column === undefined ? undefined : known.columns && [...new Set([...known.columns, column])] });
  }
  return [...bySheet].map(([sheet, { row, columns }]) => ({ sheet, row, columns }));
}

/** What concerns one cause: sheets that lack something, or a reason in words where nothing can be added. */
export interface Cause<T> {
  /** Empty where nothing can be added. */
  readonly lacking: readonly LackingSheet[];
  readonly why: string;
  readonly concerned: readonly T[];
}

/** Groups what cannot be worked out by its causes, so that each is told once; what lacks in two sheets is told with both. */
export function byCause<T>(all: readonly T[], causeOf: (one: T) => { readonly why: string; readonly lacks: readonly Lack[] }): Cause<T>[] {
  const causes = new Map<string, { readonly lacks: Lack[]; readonly why: string; readonly concerned: T[] }>();
  for (const one of all) {
    const { why, lacks } = causeOf(one);
    const lacking = lackingSheets(lacks);
    for (const lack of lacking.length > 0 ? lacking : [undefined]) {
      const id = lack ? `sheet\n${lack.sheet}` : `why\n${why}`;
      const known = causes.get(id) ?? { lacks: [], why, concerned: [] };
      known.lacks.push(...lacks.filter(({ sheet }) => sheet === lack?.sheet));
      known.concerned.push(one);
      causes.set(id, known);
    }
  }
  // Two sheets without which the same things cannot be worked out are one cause.
  const merged: { readonly lacks: Lack[]; readonly why: string; readonly concerned: readonly T[] }[] = [];
  for (const cause of causes.values()) {
    const same = merged.find(({ lacks, concerned }) => lacks.length > 0 && cause.lacks.length > 0 && isSame(concerned, cause.concerned));
    if (same) same.lacks.push(...cause.lacks);
    else merged.push(cause);
  }
  return merged.map(({ lacks, why, concerned }) => ({ lacking: lackingSheets(lacks), why, concerned }));
}

const isSame = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((one, at) => one === b[at]);
