import type { SheetGrid } from '../core/grid';
import type { OwnMethod } from '../core/own-method/method';
import { methodSheets, methodTemplate, type MethodExample } from '../core/own-method/method-template';
import { workbookMethod } from '../core/own-method/workbook-method';
import type { Pack, SharedParts } from '../core/pack/schema';
import type { SheetsPlan } from '../core/plan';
import type { Units } from '../core/units/units';
import example from './own-method-example.yaml';
import { wordData } from './shared-words';

/** The file has no defaults to be filled in; a test says so. */
const shared = wordData as SharedParts;

/** What sheets of a workbook say of the method, with the words that all packs share: for whoever fetches it when a workbook has such sheets. */
export const statedMethod = (pack: Pack, sheets: readonly SheetGrid[], units: Units): OwnMethod =>
  workbookMethod(pack, sheets, units, shared);

/** Blank sheets of a method that the workbook states, or is to state. @throws ProblemError where what is stated cannot be used */
export const statedTemplate = (pack: Pack, sheets: readonly SheetGrid[], units: Units, year: number): SheetsPlan =>
  methodTemplate(pack, sheets, units, shared, example as MethodExample, year);

/** The sheets by which a workbook may state a method, filled. */
export const statedSheets = (pack: Pack, units: Units): SheetsPlan => methodSheets(pack, units, example as MethodExample);
