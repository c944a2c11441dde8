import type { rulesSheet } from '../words/own-method';
import type { Row } from './sheet-rows';

/** A column of the sheet 考评规则, and a row of it. */
export type RuleField = keyof typeof rulesSheet.headers;
export type RuleRow = Row<RuleField>;
