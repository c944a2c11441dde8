import { own } from '../own';
import type { Measure } from '../measure/kinds';
import { quotientFactor } from '../measure/derivations/quotient';
import { packWords as words } from '../words/pack';
import type { LintBook } from './lint-book';
import { declaredUnit, frameOf, operandsOf, resolve } from './references';
import type { Pack } from './schema';

/** Dimensions of units.yaml between which a rate leads. */
const MONEY = 'money_';

/** Every operand resolves, no measure rests on itself, units are known. */
export function lintMeasures(lint: LintBook): void {
  const { pack } = lint;
  for (const [id, measure] of Object.entries(pack.measures)) {
    const at = `measures.${id}`;
    lint.sources(at, measure);
    lint.unit(at, measure.unit);
    operandsOf(measure).forEach((operand) => lint.figure(at, operand));
    if ('where' in measure) lint.filter(at, 'where', measure.where, tableOf(pack, measure.of));
    lintUnit(lint, at, measure);
    if (measure.kind === 'among' && measure.drop > 0 && (measure.take !== 'mean' || measure.of.length <= 2 * measure.drop))
      lint.refuse('drop', at, words.drop(at, measure.of.length, measure.drop), { word: 'drop' });
    if (measure.kind === 'exchange') lint.parameter(at, measure.parameter, ['number', 'integer']);
    if (measure.kind === 'share_of_area') lint.column(at, pack.main_table, measure.by);
    if (measure.kind === 'share_of_area' && measure.where !== undefined && measure.together === undefined)
      lint.refuse('one-of', at, words.whereTogether(at), { word: 'where' });
    if (measure.kind === 'lookup') lint.text(at, measure.by);
    if (measure.kind === 'sum_by_zone' || measure.kind === 'mean_by_zone') {
      const target = resolve(pack, measure.of);
      const table = target?.kind === 'column' ? target.table : Object.keys(pack.tables).find((name) => measure.of.startsWith(`${name}.`));
      if (table !== undefined) lint.column(at, table, measure.by);
    }
  }
  findCycle(lint);
}

function tableOf(pack: Pack, of: string): string | undefined {
  const frame = frameOf(pack, of);
  return frame === undefined || frame === 'single' ? undefined : frame.table;
}

/** What is worked out can be said in the unit that the measure declares; where it cannot, the figure would be missing for every row. */
function lintUnit(lint: LintBook, at: string, measure: Measure): void {
  const { units, pack } = lint;
  const unit = units.find(measure.unit);
  if (unit === undefined) return;
  const stated = (reference: string): string | undefined => {
    const one = declaredUnit(pack, reference);
    return one === undefined || one === 'from_header' ? undefined : units.find(one);
  };
  const refuse = (what: string, like: boolean): void =>
    lint.refuse('measure-unit', at, words.measureUnit(at, measure.unit, what, like), { word: measure.unit });
  const quotient = (of: string, over: string): void => {
    const [above, below] = [stated(of), stated(over)];
    if (above !== undefined && below !== undefined && !quotientFactor(units, above, below, unit))
      refuse(`${of}（${above}）÷${over}（${below}）`, units.factor(above, below) !== undefined);
  };
  const amount = (of: string): void => {
    const one = stated(of);
    if (one !== undefined && !units.factor(one, unit)) refuse(`${of}（${one}）`, false);
  };
  switch (measure.kind) {
    case 'ratio':
    case 'share_of_area':
      return quotient(measure.of, measure.over);
    case 'growth':
      return quotient(measure.of, measure.of);
    case 'count':
      // How many rows there are, whatever their figure is.
      return lint.units.adds(unit) ? undefined : refuse(words.rowCount, false);
    case 'exchange': {
      const money = (id: string | undefined): boolean => id === undefined || (units.dimension(id) ?? '').startsWith(MONEY);
      return money(stated(measure.of)) && money(unit) ? undefined : refuse(words.exchanged(measure.of), false);
    }
    case 'difference':
      [measure.of, measure.minus].forEach(amount);
      return;
    default:
      [measure.of].flat().forEach(amount);
  }
}

function findCycle(lint: LintBook): void {
  const done = new Set<string>();
  const walk = (id: string, path: readonly string[]): boolean => {
    if (path.includes(id)) {
      lint.refuse('cycle', `measures.${id}`, words.cycle([...path.slice(path.indexOf(id)), id].join(' → ')));
      return true;
    }
    const measure = own(lint.pack.measures, id);
    if (!measure || done.has(id)) return false;
    const found = operandsOf(measure).some((operand) => walk(operand, [...path, id]));
    done.add(id);
    return found;
  };
  Object.keys(lint.pack.measures).some((id) => walk(id, []));
}
