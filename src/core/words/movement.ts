import type { PeriodKind } from '../period/part';

/** Chinese text about places of last year and how far each moved since. */
export const movementWords = {
  lastRank: (kind: PeriodKind) => (kind === 'year' ? '上年名次' : '上期名次'),
  movedHeader: '位次变化',
  moved: (places: number | 'new' | undefined) =>
    places === undefined ? '—' : places === 'new' ? '新' : places === 0 ? '持平' : places > 0 ? `▲${places}` : `▼${-places}`,
  lastFrom: (sheet: string, kind: PeriodKind) =>
    `${movementWords.lastRank(kind)}取自“${sheet}”；▲为进位，▼为退位，“新”为该表没有列入的；名次未定的不计变化。`,
};
