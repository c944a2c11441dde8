import { areaName } from '../../core/cell';
import type { EntryRule } from '../../core/plan';
import { escapeXml } from '../../ooxml/xml/xml-text';
import { entryAlert, FIRST_DAY, NUMBERS } from '../results/entry-alert';

/** What is expected in cells, as the sheet says it. Anything else may be typed after a question: whoever reads the sheet checks it. */
export function entryRuleXml(rule: EntryRule): string {
  const { column, top, bottom, title, prompt } = rule;
  const alert = entryAlert(rule);
  const { type, formulas } = markupOf(rule.is);
  const attributes = [
    type,
    alert === undefined ? '' : ' errorStyle="warning"',
    ' allowBlank="1" showInputMessage="1"',
    alert === undefined ? '' : ` showErrorMessage="1" errorTitle="${escapeXml(alert.title)}" error="${escapeXml(alert.message)}"`,
    ` promptTitle="${escapeXml(title)}" prompt="${escapeXml(prompt)}" sqref="${areaName({ top, bottom, left: column, right: column })}"`,
  ];
  return `<dataValidation${attributes.join('')}>${formulas.map((formula, at) => `<formula${at + 1}>${formula}</formula${at + 1}>`).join('')}</dataValidation>`;
}

function markupOf(is: EntryRule['is']): { readonly type: string; readonly formulas: readonly (string | number)[] } {
  switch (is.kind) {
    case 'list':
      return { type: ' type="list"', formulas: [`"${escapeXml(is.values.join(','))}"`] };
    case 'number':
      return { type: ' type="decimal" operator="between"', formulas: [is.least ?? -NUMBERS, is.most ?? NUMBERS] };
    case 'date':
      return { type: ' type="date" operator="greaterThanOrEqual"', formulas: [FIRST_DAY.serial] };
    case 'any':
      return { type: '', formulas: [] };
  }
}
