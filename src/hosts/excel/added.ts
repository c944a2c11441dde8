import type { ListedSheet } from './listing';

/** What a person has put on a sheet besides what stands in its cells. */
export interface Added {
  readonly charts: number;
  /** Threads of comments; the notes of old are not told below ExcelApi 1.18, and we write some ourselves. */
  readonly comments: number;
  /** Pictures, drawings, text boxes. */
  readonly shapes: number;
}

export const NOTHING_ADDED: Added = { charts: 0, comments: 0, shapes: 0 };

/** Queues a look at what was put on result sheets besides what they have themselves. @returns by the sheet's id, once the batch was sent */
export function queueAdded(context: Excel.RequestContext, sheets: readonly ListedSheet[]): () => ReadonlyMap<string, Added> {
  const queued = sheets.map(({ id, ...own }) => {
    const sheet = context.workbook.worksheets.getItem(id);
    const { shapes } = sheet;
    shapes.load('items/type');
    return { id, own, charts: sheet.charts.getCount(), comments: sheet.comments.getCount(), shapes };
  });
  return () =>
    new Map(
      queued.map(({ id, own, charts, comments, shapes }) => [
        id,
        {
          charts: Math.max(0, charts.value - own.charts),
          comments: comments.value,
          shapes: Math.max(0, drawn(shapes) - own.shapes),
        },
      ]),
    );
}

/** What a copied sheet brought along. */
export type Brought = Pick<Added, 'charts' | 'shapes'>;

/** How many were drawn. What Excel has no word for (charts, arrows of filters) is nothing that was. */
export const drawn = ({ items }: Excel.ShapeCollection): number => items.filter(({ type }) => type !== 'Unsupported').length;
