/** Signs of a whole bar, and the one where the mean stands. */
const LENGTH = 10;
const MEAN = '│';

/**
 * A bar of characters, which any spreadsheet prints: filled up to one's own share of the best, with a stroke where the mean stands. Empty where there
 * is nothing to compare, or a share would mean nothing.
 */
export function bar(own: number, mean: number, best: number): string {
  if (Number.isNaN(own + mean + best) || best <= 0 || own < 0 || mean < 0) return '';
  const filled = Math.min(LENGTH, Math.round((own / best) * LENGTH));
  const stroke = Math.min(LENGTH - 1, Math.floor((mean / best) * LENGTH));
  return Array.from({ length: LENGTH }, (_, at) => (at === stroke ? MEAN : at < filled ? '█' : '░')).join('');
}
