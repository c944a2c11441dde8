import type { PeriodKind } from '../period/part';

/** Chinese text about places of last year and how far each moved since. */
export const movementWords = {
  lastRank: (kind: PeriodKind) => (kind === 'year' ? '上年名次' : '上期名次'),
  movedHeader: '位次变化',
  moved: (places: number | 'new' | undefined) =>
    places === undefined ? '—' : places === 'new' ? '新' : places === 0 ? '同' : places > 0 ? `▲${places}` : `▼${-places}`,
  /** @param moved whether the signs stand on the sheet */
  lastFrom: (sheet: string, kind: PeriodKind, moved: boolean) =>
    `${movementWords.lastRank(kind)}取自“${sheet}”${moved ? movementWords.signs : '；“—”为上年没有可比的名次。'}`,
  signs: '；▲为进位，▼为退位，“同”为名次未变，“新”为该表列全而没有列名的，“—”为上年没有可比的名次或本年名次未定。',
};
