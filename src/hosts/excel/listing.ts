import { readMark, ownedSheets, OWNED_COMMENT, OWNER_NAME } from '../results/mark';

/** A sheet as {@link queueSheets} knows it. */
export interface PlainSheet {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly veryHidden: boolean;
}

export interface ListedSheet extends PlainSheet {
  readonly owned: boolean;
  /** Whether it bears a mark, which a copy that the user made does too. */
  readonly marked: boolean;
  /** What the mark says wrote the sheet: a pack, or a notice. */
  readonly pack: string | undefined;
  /** What stood on it when it was written, see edited.ts; undefined where another host wrote it. */
  readonly digest: string | undefined;
  /** Charts that were put on it when it was written. */
  readonly charts: number;
  /** And of pictures and drawings. */
  readonly shapes: number;
  /** Whether the mark says that names of workbook scope go with the sheet. */
  readonly ranges: boolean;
}

/** A defined name of workbook scope. */
export interface ListedName {
  readonly name: string;
  readonly formula: string;
  readonly ours: boolean;
}

/** What is known of a workbook before any cell is read. */
export interface Listing {
  readonly sheets: readonly ListedSheet[];
  readonly protectedStructure: boolean;
  /** Formulas are worked out on demand only, so what their cells show may be old. */
  readonly manualCalculation: boolean;
  /** Pixels that one digit of the default font takes; column widths count in it. */
  readonly digitPixels: number;
  /** How many names of any kind the workbook has, without those of its sheets. */
  readonly nameCount: number;
}

const plainSheet = ({ id, name, visibility }: Excel.Worksheet): PlainSheet => ({
  id,
  name,
  hidden: visibility !== 'Visible',
  veryHidden: visibility === 'VeryHidden',
});

/** Queues the loading; the function returned reads the answer once the batch was sent. */
export function queueListing(context: Excel.RequestContext): () => Listing {
  const { worksheets, protection } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility,items/standardWidth,items/names/items/name,items/names/items/formula');
  protection.load('protected');
  context.application.load('calculationMode');
  const counted = { names: context.workbook.names.getCount() };
  return () => {
    const sheets = worksheets.items.map((sheet) => {
      const item = sheet.names.items.find(({ name }) => name.toLowerCase() === OWNER_NAME);
      const text = item && String(item.formula).replace(/^="|"$/g, '');
      const mark = text === undefined ? undefined : readMark(text);
      const pack = mark && /(?:^|;)pack=([^;]*)/.exec(text ?? '')?.[1];
      return { ...plainSheet(sheet), mark, pack };
    });
    const owned = ownedSheets(sheets);
    return {
      sheets: sheets.map(({ mark, ...sheet }, n) => ({
        ...sheet,
        marked: mark !== undefined,
        ranges: mark?.ranges === true,
        digest: mark?.digest,
        charts: mark?.charts ?? 0,
        shapes: mark?.shapes ?? 0,
        owned: owned[n]!,
      })),
      protectedStructure: protection.protected,
      nameCount: counted.names.value,
      manualCalculation: context.application.calculationMode === 'Manual',
      digitPixels: digitPixels(worksheets.items.map(({ standardWidth }) => standardWidth)),
    };
  };
}

/**
 * The sheets alone. A sheet's own names cannot be had while another workbook is in view (office-js #6365), and cleaning up must work then too.
 */
export function queueSheets(context: Excel.RequestContext): () => { sheets: readonly PlainSheet[]; protectedStructure: boolean } {
  const { worksheets, protection } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  protection.load('protected');
  return () => ({ sheets: worksheets.items.map(plainSheet), protectedStructure: protection.protected });
}

/** Queues the loading of all names of workbook scope: some workbooks have tens of thousands, so only where ours are to be written or taken away. */
export function queueNames(context: Excel.RequestContext): () => readonly ListedName[] {
  const { names } = context.workbook;
  names.load({ name: true, formula: true, comment: true, scope: true });
  return () =>
    names.items
      .filter(({ scope }) => scope === 'Workbook')
      .map(({ name, formula, comment }) => ({ name, formula: String(formula), ours: comment === OWNED_COMMENT }));
}

/**
 * The default column is 8 digits and 5 pixels of padding wide, rounded up to 8 pixels: w = (8m + 8 − 5) / m, so m = 3 / (w − 8).
 * 8.43 stands for 7 pixels (Calibri 11), 8.38 for 8 (Song 11). A width that somebody set gives nothing.
 */
export function digitPixels(standardWidths: readonly number[]): number {
  for (const width of standardWidths) {
    const pixels = Math.round(3 / (width - 8));
    if (pixels >= 5 && pixels <= 24 && Math.abs(8 + 3 / pixels - width) < 0.01) return pixels;
  }
  return 7;
}
