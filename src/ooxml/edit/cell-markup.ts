import { encodeCellText, escapeXml } from '../xml/xml-text';
import type { CellEdit, EditValue } from './cell-edit';
import { storedFormula } from '../formula/future-functions';

/** Errors that a file may hold as such; newer ones (#SPILL!, #CALC!) stand in files as #VALUE! with metadata of their own. */
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA']);

/** A cell's value as markup. */
export interface ValueMarkup {
  /** The attribute t with a space before it; '' for numbers and for no value. */
  readonly type: string;
  readonly content: string;
}

/**
 * @param shift days that a calendar date loses in a workbook of the 1904 epoch
 * @param prefix "x:" or '', as the sheet's elements have it
 * @param calculated for the stored result of a formula, whose text stands in <v>
 */
export function valueMarkup(value: EditValue, prefix: string, shift: number, calculated: boolean): ValueMarkup {
  const v = (text: string): string => `<${prefix}v>${text}</${prefix}v>`;
  if (value === null) return { type: '', content: '' };
  if (typeof value === 'number') return { type: '', content: v(String(value - shift)) };
  if (typeof value === 'boolean') return { type: ' t="b"', content: v(value ? '1' : '0') };
  if (typeof value === 'object') return { type: ' t="e"', content: v(escapeXml(ERRORS.has(value.error) ? value.error : '#VALUE!')) };
  const text = escapeXml(encodeCellText(value));
  if (calculated) return { type: ' t="str"', content: v(text) };
  return { type: ' t="inlineStr"', content: `<${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>` };
}

/** What a person typed: the attribute t and everything inside the cell. */
export function typedMarkup(edit: CellEdit, prefix: string, shift: number): ValueMarkup {
  if (edit.kind !== 'formula') return valueMarkup(edit.value, prefix, shift, false);
  const { type, content } = valueMarkup(edit.value, prefix, shift, true);
  return { type, content: `${formulaMarkup(storedFormula(edit.formula ?? ''), prefix, '')}${content}` };
}

/** @param attributes with a space before each */
export function formulaMarkup(formula: string, prefix: string, attributes: string): string {
  return `<${prefix}f${attributes}>${escapeXml(encodeCellText(formula))}</${prefix}f>`;
}
