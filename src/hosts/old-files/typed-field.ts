import type { PlainValue } from './plain-sheet';
import { END_OF_FILE } from './text-encoding';

export interface TypedField {
  readonly value: PlainValue;
  readonly format?: string;
}

/** Digits that a number of a workbook keeps. */
const DIGITS = 15;
const PLAIN = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;
const GROUPED = /^(-?)([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/;
/** How systems that export for Excel keep a code a text. */
const KEPT_AS_TEXT = /^="([^"]*)"$/;

/**
 * What a field of a text table means. Numbers are what reads back as it was typed: 007 and 123456789012345678 are codes and stay text, as do
 * dates and whatever begins like a formula. The number format shows the decimals, commas and per cent sign that were typed.
 * @returns undefined for an empty field
 */
export function typedField(field: string): TypedField | undefined {
  if (field === '' || field === END_OF_FILE) return undefined;
  if (field.length > 40) return { value: field };
  const text = field.trim();
  if (text === '') return undefined;
  const code = KEPT_AS_TEXT.exec(text);
  if (code) return code[1] === '' ? undefined : { value: code[1]! };
  // A tab beside a number is there to keep it a text.
  if (field.includes('\t')) return { value: field };
  return numberOf(text) ?? { value: field };
}

/** Up to 15 digits come back as they were typed, whatever number they are. */
function numberOf(text: string): TypedField | undefined {
  const percent = text.endsWith('%');
  const plain = percent ? text.slice(0, -1) : text;
  const grouped = plain.includes(',');
  const match = (grouped ? GROUPED : PLAIN).exec(plain);
  if (!match) return undefined;
  const [, minus, , fraction = ''] = match;
  const digits = grouped ? plain.replaceAll(',', '') : plain;
  if (digits.length - minus!.length - (fraction === '' ? 0 : 1) > DIGITS) return undefined;
  const value = Number(percent ? `${digits}e-2` : digits);
  if (value === 0 && minus !== '') return undefined;
  if (!grouped && !percent && !fraction.endsWith('0')) return { value };
  const decimals = fraction === '' ? '' : `.${'0'.repeat(fraction.length)}`;
  return { value, format: `${grouped ? '#,##0' : '0'}${decimals}${percent ? '%' : ''}` };
}
