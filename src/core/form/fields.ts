import type { FormField, FormParameter, SettingsForm } from './settings-form';

/** Every field of a form. */
export const fieldsOf = ({ parameters, groups, weighting }: SettingsForm): (FormField | FormParameter)[] => [
  ...parameters,
  ...(weighting ? [weighting] : []),
  ...groups.flatMap(({ weights, pairs }) => [...weights, ...pairs]),
];
