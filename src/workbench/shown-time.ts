/** "17:03" by the clock on the wall. */
export const clockTime = (at: Date): string => `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;

/** "11月20日 17:03". */
export const dayAndTime = (at: Date): string => `${at.getMonth() + 1}月${at.getDate()}日 ${clockTime(at)}`;
