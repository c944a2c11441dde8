import { own } from '../own';
import { foldText } from '../table/fold';
import type { PackAdjustment } from '../pack/schema';
import type { Units } from '../units/units';
import { meanings, ownMethodWords as words, rulesSheet, totalName } from '../words/own-method';
import { clauseOf } from './clause';
import type { Draft } from './draft';
import type { RuleField, RuleRow } from './rule-row';
import { limitOf, namesOf, numberOf, partsOf } from './texts';

/** "每起扣2分": what is counted, and the points. */
const PER = /^每(.)?(?:加|扣|减)?(.+?)分?$/u;
const MOST = /^最多(?:加|扣|减)?(.+?)分?$/u;
const BARRED = /^不得评为(.+)$/u;

function named(row: RuleRow, draft: Draft): string | undefined {
  const title = row.text('name');
  if (title !== '') return title;
  return void draft.refuse(row.place('name'), 'method-needed', words.needed(row.text('section'), rulesSheet.headers.name[0]));
}

/** The column that a row counts: the one that it names, else the one with its own title. */
const countedBy = (row: RuleRow): string => (row.text('basis') === '' ? row.text('name') : row.text('basis'));

/** "每项1分；最多3分" for a column of counts. */
export function adjustmentOf(kind: 'bonus' | 'deduction', row: RuleRow, units: Units, draft: Draft): PackAdjustment[] {
  const title = named(row, draft);
  let counted: string | undefined;
  let each: number | undefined;
  let cap: number | undefined;
  for (const part of partsOf(row.text('content'))) {
    const [, word = '', number = ''] = PER.exec(part) ?? [];
    const points = numberOf(number);
    const most = numberOf(MOST.exec(part)?.[1] ?? '');
    if (points !== undefined && points > 0) [each, counted] = [points, units.find(word)];
    else if (most !== undefined && most > 0) cap = most;
    else {
      draft.refuse(row.place('content'), 'method-part', words.partForm(part, words.forms.points));
      return [];
    }
  }
  if (each === undefined) {
    draft.refuse(row.place('content'), 'method-part', words.needed(`“${title ?? ''}”`, words.forms.points[0]));
    return [];
  }
  if (title === undefined) return [];
  const measure = draft.column(countedBy(row), 'number', row.place('basis'), counted);
  if (measure === undefined) return [];
  return [
    {
      kind,
      title,
      measure,
      points_per: each,
      ...(cap !== undefined && { cap }),
      clause: clauseOf<RuleField>(row, draft, ['section', 'name', 'content']),
    },
  ];
}

/** A cap over several bonuses or deductions, or the ends of the total. @param others rows of bonuses and deductions */
export function limitsOf(row: RuleRow, others: readonly RuleRow[], draft: Draft): PackAdjustment[] {
  const title = named(row, draft);
  if (title === undefined) return [];
  const names = namesOf(row.text('basis')).filter((name) => foldText(name) !== totalName);
  let cap: number | undefined;
  let floor: number | undefined;
  for (const part of partsOf(row.text('content'))) {
    const most = numberOf(MOST.exec(part)?.[1] ?? '');
    const limit = limitOf(part);
    if (most !== undefined) cap = most;
    else if (limit?.side === 'at_most') cap = limit.limit;
    else if (limit?.side === 'at_least' && names.length === 0) floor = limit.limit;
    else {
      draft.refuse(row.place('content'), 'method-part', words.partForm(part, words.forms.limit));
      return [];
    }
  }
  const on = names.map((name) => {
    const of = others.find((other) => [other.text('name'), countedBy(other)].some((one) => foldText(one) === foldText(name)));
    if (of) return draft.column(countedBy(of), 'number', row.place('basis'));
    return void draft.refuse(
      row.place('basis'),
      'method-name',
      words.unknownName(
        '加分或扣分',
        name,
        others.map((other) => other.text('name')),
      ),
    );
  });
  const known = on.filter((key) => key !== undefined);
  if (known.length < on.length) return [];
  return [
    {
      ...{ kind: 'limit', title },
      ...(cap !== undefined && { cap }),
      ...(floor !== undefined && { floor }),
      ...(known.length > 0 && { on: known }),
      clause: clauseOf<RuleField>(row, draft, ['name', 'content']),
    },
  ];
}

/** An answer that puts a row last, out of the ranking or at 0, and keeps it from grades. @param grades titles of all grades */
export function vetoOf(row: RuleRow, grades: readonly string[], draft: Draft): PackAdjustment[] {
  const title = named(row, draft);
  const when = row.text('content');
  if (title === undefined) return [];
  const kind = own(meanings.yesNo, when) === undefined ? 'list' : 'yes_no';
  const column = draft.column(countedBy(row), kind, row.place('basis'), undefined, when);
  let effect: (typeof meanings.veto)[keyof typeof meanings.veto] | undefined;
  const bars: string[] = [];
  for (const part of partsOf(row.text('consequence'))) {
    const barred = BARRED.exec(part)?.[1];
    if (barred === undefined) {
      effect = own(meanings.veto, part);
      if (effect === undefined) {
        draft.refuse(
          row.place('consequence'),
          'method-word',
          words.unknownWord('处理', part, [...Object.keys(meanings.veto), '不得评为…']),
        );
        return [];
      }
      continue;
    }
    for (const grade of namesOf(barred)) {
      if (grades.includes(grade)) bars.push(grade);
      else draft.refuse(row.place('consequence'), 'method-name', words.unknownName('等次', grade, grades));
    }
  }
  if (effect === undefined) {
    draft.refuse(row.place('consequence'), 'method-needed', words.needed(`否决“${title}”`, rulesSheet.headers.consequence[0]));
    return [];
  }
  if (column === undefined) return [];
  return [
    {
      kind: 'veto',
      title,
      column,
      when,
      effect,
      bars,
      clause: clauseOf<RuleField>(row, draft, ['name', 'content', 'consequence']),
    },
  ];
}
