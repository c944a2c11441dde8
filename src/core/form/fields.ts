import type { FormField, FormParameter, SettingsForm } from './settings-form';

/** Every field of a form. */
export const fieldsOf = ({ parameters, groups }: SettingsForm): (FormField | FormParameter)[] => [
  ...parameters,
  ...groups.flatMap(({ weights, pairs }) => [...weights, ...pairs]),
];
