import { parseAreas } from '../sheet/areas';
import type { ConditionalLook, Operator, ScalePoint } from './look';
import type { StyleTable } from './style-table';
import type { XmlTree } from '../xml/xml-tree';
import { child, childrenNamed, isSet, numberOf } from '../xml/xml-tree';

const OPERATORS = new Set<string>([
  'equal',
  'notEqual',
  'greaterThan',
  'greaterThanOrEqual',
  'lessThan',
  'lessThanOrEqual',
  'between',
  'notBetween',
]);
const TEXT_OPERATORS = {
  containsText: 'contains',
  notContainsText: 'notContains',
  beginsWith: 'beginsWith',
  endsWith: 'endsWith',
} as const;
const POINTS = new Set(['num', 'percent', 'percentile', 'formula']);
const DEFAULT_ICONS = '3TrafficLights1';

type Kind = ConditionalLook extends infer Look
  ? Look extends ConditionalLook
    ? Omit<Look, 'areas' | 'priority' | 'stopIfTrue'>
    : never
  : never;

/** The conditional formats of a sheet's trees, those first that go first. */
export function readConditional(trees: readonly XmlTree[], styles: StyleTable): ConditionalLook[] {
  const looks: ConditionalLook[] = [];
  const add = (areas: ConditionalLook['areas'], rule: XmlTree, kind: Kind): void => {
    // Rules without a priority go behind all others, in the order of the file.
    if (areas.length > 0)
      looks.push({
        areas,
        priority: numberOf(rule, 'priority', 0, 1e9) ?? 1e9,
        stopIfTrue: isSet(rule, 'stopIfTrue'),
        ...kind,
      } as ConditionalLook);
  };
  for (const tree of trees) {
    if (tree.local === 'conditionalFormatting') {
      const areas = parseAreas(tree.attributes.get('sqref') ?? '');
      for (const rule of childrenNamed(tree, 'cfRule')) add(areas, rule, kindOf(rule, styles));
    } else if (tree.local === 'extLst') {
      for (const { areas, rule } of extendedRules(tree)) add(areas, rule, other(rule));
    }
  }
  return looks.sort((a, b) => a.priority - b.priority);
}

/** Rules that stand in the extensions alone; an extended data bar is a better likeness of one that stands in the sheet as well. */
function extendedRules(extensions: XmlTree): { areas: ConditionalLook['areas']; rule: XmlTree }[] {
  const formats = extensions.children.flatMap((ext) =>
    ext.children.filter(({ local }) => local === 'conditionalFormattings').flatMap((list) => childrenNamed(list, 'conditionalFormatting')),
  );
  return formats.flatMap((format) => {
    const areas = parseAreas(format.children.find(({ local }) => local === 'sqref')?.text.trim() ?? '');
    return childrenNamed(format, 'cfRule')
      .filter((rule) => rule.attributes.get('type') !== 'dataBar')
      .map((rule) => ({ areas, rule }));
  });
}

const other = (rule: XmlTree): Kind => ({ kind: 'other', type: rule.attributes.get('type') ?? '' });

function kindOf(rule: XmlTree, styles: StyleTable): Kind {
  const formulas = childrenNamed(rule, 'formula').map(({ text }) => text);
  const style = styles.differential(numberOf(rule, 'dxfId', 0, Infinity) ?? -1);
  const expression = (): Kind => (formulas[0] ? { kind: 'expression', formula: formulas[0], style } : other(rule));
  const type = rule.attributes.get('type') ?? '';
  switch (type) {
    case 'cellIs': {
      const operator = rule.attributes.get('operator') ?? '';
      const wanted = operator === 'between' || operator === 'notBetween' ? 2 : 1;
      return OPERATORS.has(operator) && formulas.length >= wanted
        ? { kind: 'cellIs', operator: operator as Operator, formulas: formulas.slice(0, wanted), style }
        : other(rule);
    }
    // Of errors and dates Excel writes the condition as a formula too.
    case 'expression':
    case 'containsErrors':
    case 'notContainsErrors':
    case 'timePeriod':
      return expression();
    case 'containsText':
    case 'notContainsText':
    case 'beginsWith':
    case 'endsWith': {
      // Where the words come from another cell, only the formula says so.
      const text = rule.attributes.get('text');
      return text === undefined ? expression() : { kind: 'text', operator: TEXT_OPERATORS[type], text, style };
    }
    case 'containsBlanks':
    case 'notContainsBlanks':
      return { kind: 'blanks', blank: type === 'containsBlanks', style };
    case 'top10':
      return {
        kind: 'top',
        count: numberOf(rule, 'rank', 1, 1e9) ?? 10,
        percent: isSet(rule, 'percent'),
        bottom: isSet(rule, 'bottom'),
        style,
      };
    case 'aboveAverage':
      if ((numberOf(rule, 'stdDev', 0, 9) ?? 0) > 0) return other(rule);
      return { kind: 'average', above: isSet(rule, 'aboveAverage', true), equal: isSet(rule, 'equalAverage'), style };
    case 'duplicateValues':
    case 'uniqueValues':
      return { kind: 'duplicates', unique: type === 'uniqueValues', style };
    case 'colorScale':
      return colorScale(rule, styles) ?? other(rule);
    case 'dataBar':
      return dataBar(rule, styles) ?? other(rule);
    case 'iconSet':
      return iconSet(rule) ?? other(rule);
    default:
      return other(rule);
  }
}

/** Undefined where one of the points is of a kind unknown. */
function points(scale: XmlTree): readonly ScalePoint[] | undefined {
  const all = childrenNamed(scale, 'cfvo').map((cfvo): ScalePoint | undefined => {
    const kind = cfvo.attributes.get('type') ?? '';
    if (kind === 'min' || kind === 'max') return { kind };
    const value = cfvo.attributes.get('val');
    return POINTS.has(kind) && value !== undefined ? { kind: kind as 'num', value } : undefined;
  });
  return all.every((point) => point !== undefined) ? all : undefined;
}

function colorScale(rule: XmlTree, styles: StyleTable): Kind | undefined {
  const scale = child(rule, 'colorScale');
  const [at, colors] = scale ? [points(scale), childrenNamed(scale, 'color').map((color) => styles.colors.of(color))] : [undefined, []];
  const complete = colors.filter((color) => color !== undefined);
  return at && at.length >= 2 && complete.length === at.length && colors.length === at.length
    ? { kind: 'colorScale', points: at, colors: complete }
    : undefined;
}

function dataBar(rule: XmlTree, styles: StyleTable): Kind | undefined {
  const bar = child(rule, 'dataBar');
  const [min, max] = (bar && points(bar)) ?? [];
  const color = styles.colors.of(child(bar, 'color'));
  return min && max && color !== undefined ? { kind: 'dataBar', min, max, color, showValue: isSet(bar, 'showValue', true) } : undefined;
}

function iconSet(rule: XmlTree): Kind | undefined {
  const icons = child(rule, 'iconSet');
  const at = icons && points(icons);
  return at && at.length >= 2
    ? {
        kind: 'iconSet',
        set: icons.attributes.get('iconSet') ?? DEFAULT_ICONS,
        points: at,
        reverse: isSet(icons, 'reverse'),
        showValue: isSet(icons, 'showValue', true),
      }
    : undefined;
}
