import type { Plan, PlanCell } from '../../../src/core/plan';

const column = (...cells: readonly PlanCell[]): PlanCell[][] => cells.map((cell) => [{ value: '名' }, cell]);

/** A title across, and a word down over three rows. */
export const mergedPlan: Plan = {
  mark: { pack: 'p', version: '1', input: '', at: '2017-03-31T08:00:00.000Z' },
  styles: [{ border: true }],
  sheets: [
    {
      name: '名单',
      head: [
        [{ value: '题', span: 2 }],
        ...column({ value: '优秀', style: 0, down: 3 }, { value: '', style: 0 }, { value: '', style: 0 }, { value: '良' }),
      ],
      body: [],
      bodyRows: 0,
      foot: [],
      widths: [10, 10],
      freeze: { rows: 0, columns: 0 },
      landscape: false,
      notes: [],
      links: [],
      names: [],
    },
  ],
};

/** What of it is merged, as [top, bottom, left, right]. */
export const MERGED = [
  [0, 0, 0, 1],
  [1, 3, 1, 1],
];
