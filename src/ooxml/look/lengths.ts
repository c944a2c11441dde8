/** Excel's own limits: characters of a column, points of a row. */
export const WIDEST = 255;
export const TALLEST = 409.5;
const PIXELS_A_POINT = 96 / 72;
/** Excel keeps five pixels of a column free beside its digits. */
const COLUMN_PADDING = 5;
/** Width of a digit as a share of the font size; CJK fonts have half-width digits. */
const DIGITS: readonly (readonly [font: RegExp, share: number])[] = [
  [/^(calibri|carlito|aptos narrow)/i, 0.507],
  [/^times/i, 0.5],
  [/^(arial|helvetica|liberation sans|等线|dengxian|cambria|aptos)/i, 0.556],
  [/^(微软雅黑|microsoft yahei|segoe|tahoma|思源|noto|source han)/i, 0.545],
  [/^verdana/i, 0.636],
];

/**
 * Pixels of the widest digit of a font, by which Excel measures columns: 7 for Calibri 11 and Arial 10, 8 for 宋体 and 等线 11
 * (whose default column is 8.38 characters, 72 pixels). Nobody here can measure fonts, so the shares are known ones.
 */
export function digitWidth(font: string, points: number): number {
  const pixels = points * PIXELS_A_POINT;
  const share = DIGITS.find(([name]) => name.test(font))?.[1];
  // Song, Hei, Kai and FangSong come in whole pixels at screen sizes, and half of an odd size is rounded up.
  return Math.max(1, share === undefined ? Math.ceil(Math.round(pixels) / 2) : Math.round(pixels * share));
}

/** @param width as files give it: characters of the default font with the padding. @returns pixels (ISO 29500-1, 18.3.1.13) */
export function columnPixels(width: number, digit: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / digit)) / 256) * digit);
}

/** Pixels of a column of which only a number of characters is known: padded, and up to a multiple of eight. */
export function standardPixels(characters: number, digit: number): number {
  return Math.ceil((characters * digit + COLUMN_PADDING) / 8) * 8;
}

export function rowPixels(points: number): number {
  return Math.round(points * PIXELS_A_POINT);
}

/** Height of a row in pixels by the size of the default font, for a sheet that does not give one. */
export function standardRowPixels(points: number): number {
  return Math.round((points / 11) * 20);
}
