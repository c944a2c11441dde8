import { cellText } from '../results/limits';
import { CELL_TEXT_LIMIT } from '../../core/sheet-limits';

/** Words without a digit that Excel takes for a boolean or an error all the same. */
const WORDS = /^(true|false|#.*)$/i;
/** Begins with a letter or a bracket of ours, and holds neither digit nor Chinese numeral that could be a date or a time. */
const PLAIN = /^[\p{L}（《“【、。，；：～◆●○√×—…·〔\s][^\p{N}〇零一二三四五六七八九十百年月日时点分秒%￥$€]*$/u;

/**
 * What has to be handed to Excel so that exactly this text stands in the cell. Excel reads a text as if somebody typed it: =1 becomes a
 * formula, 1-2 a date, 007 a number. An apostrophe before it keeps it text, and itself does not become part of the cell.
 */
export function typedText(text: string): { readonly typed: string; readonly shortened: boolean } {
  if (text === '') return { typed: '', shortened: false };
  const kept = cellText(text);
  const plain = PLAIN.test(kept) && !WORDS.test(kept);
  return { typed: plain ? kept : `'${kept}`, shortened: text.length > CELL_TEXT_LIMIT };
}
