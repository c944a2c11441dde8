import { DECORATING_SIGNS } from '../vocabulary';
import type { Words } from '../words';

const YEAR_ENDS = ['年度', '年末', '年', ''] as const;

const isDigit = (text: string, at: number): boolean => text[at]! >= '0' && text[at]! <= '9';

function isYear(text: string, at: number): boolean {
  const century = text.slice(at, at + 2);
  return (century === '19' || century === '20') && at + 4 <= text.length && isDigit(text, at + 2) && isDigit(text, at + 3);
}

/**
 * Whether a folded text is made of nothing but words that change no header's meaning (2016年、全区、总额 …). Goes through the text once
 * and marks how far words reach: 数额 is one word and two, so a regular expression would try every way of cutting 数额数额数额….
 */
export function isDecoration(text: string, { decorations }: Pick<Words, 'decorations'>): boolean {
  const reached = new Uint8Array(text.length + 1);
  reached[0] = 1;
  for (let at = 0; at < text.length; at++) {
    if (reached[at] === 0) continue;
    if (DECORATING_SIGNS.includes(text[at]!)) reached[at + 1] = 1;
    for (const word of decorations) if (text.startsWith(word, at)) reached[at + word.length] = 1;
    if (isYear(text, at)) for (const end of YEAR_ENDS) if (text.startsWith(end, at + 4)) reached[at + 4 + end.length] = 1;
  }
  return text !== '' && reached[text.length] === 1;
}
