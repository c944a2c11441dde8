import { applyEdits, insertInOrder, outline, prefixOf, setAttribute } from '../xml/xml-outline';
import { child, isSet } from '../xml/xml-tree';
import { WORKBOOK_ORDER } from './workbook-part';

/** Settings of calculation that say nothing else. */
const ASKS_ALONE = /^<[^\s>]+\s+fullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')\s*\/?>$/;

/** Whether the workbook asks for a full calculation on load already. */
export function calculatesOnLoad(part: string, text: string): boolean {
  const calc = child(outline(part, text), 'calcPr');
  return calc !== undefined && isSet(calc, 'fullCalcOnLoad');
}

/** Asks for a full calculation on load, or takes such a request back; the other settings of calculation stay. */
export function calculateOnLoad(part: string, text: string, wanted: boolean): string {
  const root = outline(part, text);
  const calc = child(root, 'calcPr');
  if (!calc)
    return wanted
      ? applyEdits(text, [insertInOrder(text, root, WORKBOOK_ORDER, 'calcPr', `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>`)])
      : text;
  if (!wanted && ASKS_ALONE.test(text.slice(calc.start, calc.openEnd)))
    return applyEdits(text, [{ start: calc.start, end: calc.end, text: '' }]);
  return applyEdits(text, [setAttribute(text, calc, 'fullCalcOnLoad', wanted ? '1' : undefined)]);
}
