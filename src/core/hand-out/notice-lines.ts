import type { ReportContext } from '../report/report-context';
import { handOutWords as words } from '../words/hand-out';
import type { Block } from './block';
import { cautions } from './head';
import type { Paragraph } from './notice';
import { readingsOf } from './readings';

/** A line of the notice: of its text, a caution below the title, or what stands behind it about single zones. */
export interface NoticeLine {
  readonly kind: Paragraph['kind'] | 'caution' | 'readings' | 'reading';
  readonly text: string;
}

/** The notice from its title to the line of the last zone, the same for the sheet and for a text file. */
export function noticeLines(context: ReportContext, blocks: readonly Block[], [title, ...rest]: readonly Paragraph[]): NoticeLine[] {
  const readings = readingsOf(context, blocks);
  return [
    title!,
    ...cautions(context).map((text) => ({ kind: 'caution', text }) as const),
    ...rest,
    ...(readings.length > 0 ? [{ kind: 'readings', text: words.readings(context.pack.subject) } as const] : []),
    ...readings.map((text) => ({ kind: 'reading', text }) as const),
  ];
}
