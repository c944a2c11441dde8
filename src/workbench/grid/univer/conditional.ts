import type { IRange, IResources } from '@univerjs/core';
import { BooleanNumber } from '@univerjs/core';
import type {
  IConditionFormattingRule,
  IConditionalFormattingRuleConfig,
  IIconSet,
  IValueConfig,
} from '@univerjs/sheets-conditional-formatting';
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  CFValueType,
  iconMap,
  SHEET_CONDITIONAL_FORMATTING_PLUGIN,
} from '@univerjs/sheets-conditional-formatting';
import type { Area } from '../../../core/cell';
import { cellName } from '../../../core/cell';
import { CellKind } from '../../../core/grid';
import { shownFormula } from '../../../ooxml/formula/future-functions';
import { moveFormula } from '../../../ooxml/formula/move-formula';
import type { ConditionalLook, DifferentialLook, Operator, ScalePoint, SheetLook } from '../../../ooxml/look/look';
import { differentialOf } from './style';

type Rule = IConditionalFormattingRuleConfig;
type Of<K extends ConditionalLook['kind']> = Extract<ConditionalLook, { kind: K }>;

/** The conditional formats of all sheets as a workbook brings them along (`IWorkbookData.resources`), by sheet id. */
export function rulesResource(bySheet: Readonly<Record<string, readonly IConditionFormattingRule[]>>): IResources[number] {
  return { name: SHEET_CONDITIONAL_FORMATTING_PLUGIN, data: JSON.stringify(bySheet) };
}

/**
 * The conditional formats of a sheet, the one that wins first; kinds and icon sets that Univer lacks are left out.
 * Univer's own command puts a rule before those that are there, so rules added one by one go in from the last to the first.
 * @param shown the sheet's size on the screen (`rowCount`, `columnCount` of its shell), to which areas are cut
 */
export function rulesOf(
  sheet: Pick<SheetLook, 'conditional' | 'cells'>,
  shown: { readonly rows: number; readonly columns: number },
): IConditionFormattingRule[] {
  const byPriority = [...sheet.conditional].sort((a, b) => a.priority - b.priority);
  const rules: IConditionFormattingRule[] = [];
  let cells = 0;
  for (const [index, look] of byPriority.entries()) {
    const ranges = look.areas.flatMap((area) => rangeOf(area, shown));
    if (ranges.length === 0) continue;
    cells += Math.min(
      ranges.reduce((sum, range) => sum + cellsIn(range), 0),
      SCREENFUL,
    );
    if (cells * rules.length > MOST_LOOKS) break;
    configsOf(look, ranges, sheet).forEach((rule, part) =>
      rules.push({ cfId: `c${index}.${part}`, ranges, stopIfTrue: look.stopIfTrue, rule }),
    );
  }
  return rules;
}

/**
 * At every painting Univer looks for each rule of each cell among all rules of the sheet. More looks than these would stop the page: that
 * is some 180 rules over whole columns, or 2,200 over ten cells each. Rules behind them are not shown.
 */
const MOST_LOOKS = 50_000_000;
/** Cells. */
const SCREENFUL = 1500;

const cellsIn = ({ startRow, endRow, startColumn, endColumn }: IRange): number => (endRow - startRow + 1) * (endColumn - startColumn + 1);

function rangeOf({ top, left, bottom, right }: Area, { rows, columns }: { rows: number; columns: number }): IRange[] {
  if (top >= rows || left >= columns) return [];
  return [{ startRow: top, startColumn: left, endRow: Math.min(bottom, rows - 1), endColumn: Math.min(right, columns - 1) }];
}

function configsOf(look: ConditionalLook, ranges: readonly IRange[], sheet: Pick<SheetLook, 'cells'>): Rule[] {
  switch (look.kind) {
    case 'cellIs':
      return cellIs(look, ranges);
    case 'expression':
      return [byFormula(look.formula, look, ranges)];
    case 'text':
      return [highlight(look, { subType: CFSubRuleType.text, operator: TEXT[look.operator], value: look.text })];
    case 'blanks':
      return [
        highlight(look, {
          subType: CFSubRuleType.text,
          operator: look.blank ? CFTextOperator.containsBlanks : CFTextOperator.notContainsBlanks,
        }),
      ];
    case 'top':
      return [
        highlight(look, {
          subType: CFSubRuleType.rank,
          isBottom: look.bottom,
          isPercent: look.percent,
          value: placesOf(look, ranges, sheet),
        }),
      ];
    case 'average':
      return [highlight(look, { subType: CFSubRuleType.average, operator: AVERAGE[`${look.above}-${look.equal}`] })];
    case 'duplicates':
      return [
        look.unique
          ? highlight(look, { subType: CFSubRuleType.uniqueValues })
          : highlight(look, { subType: CFSubRuleType.duplicateValues }),
      ];
    case 'colorScale':
      return [
        {
          type: CFRuleType.colorScale,
          config: look.points.map((point, index) => ({ index, color: `#${look.colors[index] ?? 'FFFFFF'}`, value: valueOf(point, true) })),
        },
      ];
    case 'dataBar':
      return [
        {
          type: CFRuleType.dataBar,
          isShowValue: look.showValue,
          config: {
            min: valueOf(look.min),
            max: valueOf(look.max),
            isGradient: true,
            positiveColor: `#${look.color}`,
            nativeColor: '#FF0000',
          },
        },
      ];
    case 'iconSet':
      return iconSet(look);
    case 'other':
      return [];
  }
}

const TEXT: Record<Of<'text'>['operator'], CFTextOperator> = {
  contains: CFTextOperator.containsText,
  notContains: CFTextOperator.notContainsText,
  beginsWith: CFTextOperator.beginsWith,
  endsWith: CFTextOperator.endsWith,
};
const AVERAGE = {
  'true-false': CFNumberOperator.greaterThan,
  'true-true': CFNumberOperator.greaterThanOrEqual,
  'false-false': CFNumberOperator.lessThan,
  'false-true': CFNumberOperator.lessThanOrEqual,
} as const;

type WithoutStyle<R> = R extends { type: CFRuleType.highlightCell } ? Omit<R, 'type' | 'style'> : never;

/** Univer passes over "stop if true" of a rule that changes nothing, so such a rule says that there is no overline. */
function highlight(look: { readonly style: DifferentialLook }, test: WithoutStyle<Rule>): Rule {
  const style = differentialOf(look.style);
  return {
    type: CFRuleType.highlightCell,
    style: Object.keys(style).length > 0 ? style : { ol: { s: BooleanNumber.FALSE } },
    ...test,
  } as Rule;
}

/** Formulas count from the first area's first cell in the file, and from the topmost range in Univer. */
function byFormula(
  formula: string,
  look: { readonly areas: readonly Area[]; readonly style: DifferentialLook },
  ranges: readonly IRange[],
): Rule {
  const base = look.areas[0]!;
  const first = ranges.reduce((best, each) =>
    each.startRow < best.startRow || (each.startRow === best.startRow && each.startColumn < best.startColumn) ? each : best,
  );
  const moved = moveFormula(shownFormula(formula), first.startRow - base.top, first.startColumn - base.left);
  return highlight(look, { subType: CFSubRuleType.formula, value: `=${moved}` });
}

const SIGNS: Record<Exclude<Operator, 'between' | 'notBetween'>, string> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

function cellIs(look: Of<'cellIs'>, ranges: readonly IRange[]): Rule[] {
  const { operator, formulas } = look;
  const [first = '', second = ''] = formulas;
  const numbers = [numberOf(first), numberOf(second)] as const;
  if (operator === 'between' || operator === 'notBetween') {
    if (numbers[0] !== undefined && numbers[1] !== undefined) {
      const value: [number, number] = [numbers[0], numbers[1]];
      const rule = highlight(look, { subType: CFSubRuleType.number, operator: CFNumberOperator[operator], value });
      return withBlanks(rule, look, operator === 'between' && Math.min(...value) <= 0 && Math.max(...value) >= 0);
    }
    const cell = cellName(look.areas[0]!.top, look.areas[0]!.left);
    const inside = `AND(${cell}>=MIN(${first},${second}),${cell}<=MAX(${first},${second}))`;
    return [byFormula(operator === 'between' ? inside : `NOT(${inside})`, look, ranges)];
  }
  if (numbers[0] !== undefined) {
    const rule = highlight(look, { subType: CFSubRuleType.number, operator: CFNumberOperator[operator], value: numbers[0] });
    return withBlanks(rule, look, operator !== 'notEqual' && compares(0, operator, numbers[0]));
  }
  const text = /^"((?:[^"]|"")*)"$/.exec(first)?.[1]?.replaceAll('""', '"');
  if (text !== undefined && (operator === 'equal' || operator === 'notEqual')) {
    if (text === '')
      return [
        highlight(look, {
          subType: CFSubRuleType.text,
          operator: operator === 'equal' ? CFTextOperator.containsBlanks : CFTextOperator.notContainsBlanks,
        }),
      ];
    return [highlight(look, { subType: CFSubRuleType.text, operator: CFTextOperator[operator], value: text })];
  }
  return [byFormula(`${cellName(look.areas[0]!.top, look.areas[0]!.left)}${SIGNS[operator]}${first}`, look, ranges)];
}

/** Excel takes an empty cell for a zero; Univer's rule for numbers passes it over. */
function withBlanks(rule: Rule, look: Of<'cellIs'>, blanksToo: boolean): Rule[] {
  return blanksToo ? [rule, highlight(look, { subType: CFSubRuleType.text, operator: CFTextOperator.containsBlanks })] : [rule];
}

function compares(value: number, operator: keyof typeof SIGNS, limit: number): boolean {
  switch (operator) {
    case 'equal':
      return value === limit;
    case 'notEqual':
      return value !== limit;
    case 'greaterThan':
      return value > limit;
    case 'greaterThanOrEqual':
      return value >= limit;
    case 'lessThan':
      return value < limit;
    case 'lessThanOrEqual':
      return value <= limit;
  }
}

/** A plain number, also as a percentage. */
function numberOf(formula: string): number | undefined {
  const [, digits, percent] = /^\s*([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)(%?)\s*$/.exec(formula) ?? [];
  if (digits === undefined) return undefined;
  return percent ? Number(digits) / 100 : Number(digits);
}

/** Univer finds no last places where more are asked for than there are numbers. */
function placesOf({ count, percent, bottom }: Of<'top'>, ranges: readonly IRange[], { cells }: Pick<SheetLook, 'cells'>): number {
  if (percent || !bottom) return count;
  let numbers = 0;
  for (const { startRow, endRow, startColumn, endColumn } of ranges) {
    for (let row = startRow; row <= Math.min(endRow, cells.rows - 1); row++) {
      for (let at = cells.rowStart[row]!; at < cells.rowStart[row + 1]!; at++) {
        if (cells.kinds[at] === CellKind.number && cells.columnOf[at]! >= startColumn && cells.columnOf[at]! <= endColumn) numbers++;
      }
    }
  }
  return Math.max(1, Math.min(count, numbers));
}

/** @param exact Univer's greatest value is never below zero; its hundredth percentile is the greatest indeed */
function valueOf(point: ScalePoint, exact = false): IValueConfig {
  switch (point.kind) {
    case 'min':
      return { type: CFValueType.min };
    case 'max':
      return exact ? { type: CFValueType.percentile, value: 100 } : { type: CFValueType.max };
    case 'formula':
      return { type: CFValueType.formula, value: `=${point.value}` };
    default: {
      const value = numberOf(point.value);
      return value === undefined ? { type: CFValueType.formula, value: `=${point.value}` } : { type: CFValueType[point.kind], value };
    }
  }
}

type IconSetName = keyof typeof iconMap;
/** Sets that Univer lists from the least to the greatest; all others go the other way round. */
const RISING = new Set<string>(['4Rating', '5Rating']);

function iconSet({ set, points, reverse, showValue }: Of<'iconSet'>): Rule[] {
  const count = Object.hasOwn(iconMap, set) ? iconMap[set as IconSetName].length : -1;
  if (count !== points.length) return [];
  const config: IIconSet['config'] = [];
  // From the highest step down, as Univer wants them; the last takes what is left.
  for (let step = count - 1; step >= 0; step--) {
    const rank = reverse ? count - 1 - step : step;
    const icon = { iconType: set as IconSetName, iconId: String(RISING.has(set) ? rank : count - 1 - rank) };
    if (step > 0) config.push({ operator: CFNumberOperator.greaterThanOrEqual, value: valueOf(points[step]!, true), ...icon });
    else
      config.push({
        operator: CFNumberOperator.lessThanOrEqual,
        value: { type: CFValueType.num, value: Number.MAX_SAFE_INTEGER },
        ...icon,
      });
  }
  return [{ type: CFRuleType.iconSet, isShowValue: showValue, config }];
}
