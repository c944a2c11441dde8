import { intersect } from '../model/area';
import { stored } from '../node';
import type { RangeSelf, TypeSpec } from '../node';
import { isRecord } from '../wire';

const kept = stored((self: RangeSelf) => self.sheet.validationOn(self.area), { Rule: {}, Prompt: {}, ErrorAlert: {}, IgnoreBlanks: true });

const ruleTypes: Readonly<Record<string, string>> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  list: 'List',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

/** Rules are kept as told; values are never checked against them. */
export const dataValidationType: TypeSpec<RangeSelf> = {
  name: 'DataValidation',
  read: {
    ...kept.read,
    Type: (self) => {
      const rule = self.sheet.validationOn(self.area).get('Rule');
      const key = isRecord(rule) ? Object.keys(rule)[0] : undefined;
      return key === undefined ? 'None' : (ruleTypes[key] ?? 'None');
    },
    Valid: () => true,
  },
  write: kept.write,
  call: {
    Clear: (self) => {
      const all = self.sheet.validations;
      for (let index = all.length - 1; index >= 0; index--) if (intersect(all[index]!.area, self.area)) all.splice(index, 1);
    },
  },
};
