import { applyEdits, insertInOrder, outline, prefixOf, setAttribute } from '../xml/xml-outline';
import { attribute, child, isSet } from '../xml/xml-tree';
import { WORKBOOK_ORDER } from './workbook-part';

/** Settings of calculation that say nothing else. */
const ASKS_ALONE = /^<[^\s>]+\s+fullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')\s*\/?>$/;

/** Whether the workbook asks for a full calculation on load already. */
export function calculatesOnLoad(part: string, text: string): boolean {
  const calc = child(outline(part, text), 'calcPr');
  return calc !== undefined && isSet(calc, 'fullCalcOnLoad');
}

/** Asks for a full calculation on load; the other settings of calculation stay. */
export function calculateOnLoad(part: string, text: string): string {
  const root = outline(part, text);
  const calc = child(root, 'calcPr');
  const edit = calc
    ? setAttribute(text, calc, 'fullCalcOnLoad', '1')
    : insertInOrder(root, WORKBOOK_ORDER, 'calcPr', `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>`);
  return applyEdits(text, [edit]);
}

/** How a workbook that asks for no calculation on load says so: by an attribute of this value, or without one. */
export type Unasked = 'unset' | '0' | 'false';

/** Undefined where the workbook has no settings of calculation at all. */
export function unaskedForm(part: string, text: string): Unasked | undefined {
  const calc = child(outline(part, text), 'calcPr');
  const value = attribute(calc, 'fullCalcOnLoad');
  return calc && (value === '0' || value === 'false' ? value : 'unset');
}

/** Takes {@link calculateOnLoad} back. @param before {@link unaskedForm} of the time before, as far as it is known */
export function withdrawCalculation(part: string, text: string, before: Unasked | undefined): string {
  const calc = child(outline(part, text), 'calcPr');
  if (!calc || attribute(calc, 'fullCalcOnLoad') === undefined) return text;
  if (before === undefined && ASKS_ALONE.test(text.slice(calc.start, calc.openEnd)))
    return applyEdits(text, [{ start: calc.start, end: calc.end, text: '' }]);
  return applyEdits(text, [setAttribute(text, calc, 'fullCalcOnLoad', before === 'unset' ? undefined : before)]);
}
