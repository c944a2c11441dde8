import { DECLARATION, MAIN } from '../package-builder';

/** Where a style sheet begins. */
export const head = `${DECLARATION}<styleSheet xmlns="${MAIN}">`;
const format = (n: number): string =>
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="center" vertical="center" indent="${n % 250}" textRotation="${n % 90}"/></xf>`;
/** That many cell formats, all different. */
export const formats = (count: number): string =>
  `<cellXfs count="${count}">${Array.from({ length: count }, (_, n) => format(n)).join('')}</cellXfs>`;
