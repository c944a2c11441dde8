import { own } from '../own';
import { packWords as words } from '../words/pack';
import type { LintBook } from './lint-book';
import { operandsOf, resolve } from './references';

/** Every operand resolves, no measure rests on itself, units are known. */
export function lintMeasures(lint: LintBook): void {
  const { pack } = lint;
  for (const [id, measure] of Object.entries(pack.measures)) {
    const at = `measures.${id}`;
    lint.sources(at, measure);
    lint.unit(at, measure.unit);
    operandsOf(measure).forEach((operand) => lint.reference(at, operand));
    if ('where' in measure) lint.filter(at, measure.where);
    if (measure.kind === 'exchange') lint.parameter(at, measure.parameter);
    if (measure.kind === 'share_of_area') lint.column(at, pack.main_table, measure.by);
    if (measure.kind === 'sum_by_zone' || measure.kind === 'mean_by_zone') {
      const target = resolve(pack, measure.of);
      const table = target?.kind === 'column' ? target.table : Object.keys(pack.tables).find((name) => measure.of.startsWith(`${name}.`));
      if (table !== undefined) lint.column(at, table, measure.by);
    }
  }
  findCycle(lint);
}

function findCycle(lint: LintBook): void {
  const done = new Set<string>();
  const walk = (id: string, path: readonly string[]): boolean => {
    if (path.includes(id)) {
      lint.refuse('cycle', words.cycle([...path.slice(path.indexOf(id)), id].join(' → ')));
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
