import { areaName } from '../../core/cell';
import type { EntryRule } from '../../core/plan';
import type { SheetLayout } from '../results/layout';
import { entryAlert, FIRST_DAY, NUMBERS } from '../results/entry-alert';
import { OBJECT, PROPERTY, RANGE, type Job } from './area-jobs';
import { entryBytes } from './result-cells';

/** What is expected in cells, and what is said of them. */
export function* entryJobs({ plan: { entries = [] } }: SheetLayout): Generator<Job> {
  for (const rule of entries) {
    const { column, top, bottom, title, prompt } = rule;
    const alert = entryAlert(rule);
    yield {
      bytes: RANGE + OBJECT + PROPERTY * 8 + entryBytes(title + prompt) + entryBytes(JSON.stringify(rule.is)),
      queue: (sheet) => {
        const { dataValidation } = sheet.getRange(areaName({ top, bottom, left: column, right: column }));
        const wanted = ruleOf(rule.is);
        if (wanted) dataValidation.rule = wanted;
        if (alert) dataValidation.errorAlert = { showAlert: true, ...alert, style: 'Warning' };
        dataValidation.prompt = { showPrompt: true, title, message: prompt };
      },
    };
  }
}

function ruleOf(is: EntryRule['is']): Excel.DataValidationRule | undefined {
  switch (is.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: is.values.join(',') } };
    case 'number':
      return { decimal: { formula1: is.least ?? -NUMBERS, formula2: is.most ?? NUMBERS, operator: 'Between' } };
    case 'date':
      return { date: { formula1: FIRST_DAY.text, operator: 'GreaterThanOrEqualTo' } };
    case 'any':
      return undefined;
  }
}
