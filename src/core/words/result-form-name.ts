/** How the name of a sheet begins that shows the form in which the department wants its results; by itself, since every reading asks for it. */
export const FORM_PREFIX = '结果模板';
