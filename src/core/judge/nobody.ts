import type { Lack } from '../measure/lack';
import { lackOfColumn } from '../measure/lacks-of';
import { columnsOf, frameOf, resolve } from '../pack/references';
import type { Rule } from '../pack/rule-schema';
import { chosenReference } from '../parameters/parameter-sheet';
import { judgeWords as words } from '../words/judge';
import type { JudgeContext } from './judge-context';
import { ownReference, titleOfColumn } from './place';
import type { Silence } from './silence';

/** The table whose rows a rule judges, one after the other; undefined where it judges none or the whole jurisdiction. */
function tableOf({ pack, figures }: JudgeContext, rule: Rule): string | undefined {
  if (rule.kind === 'grade' || rule.kind === 'movement') return pack.main_table;
  if (rule.kind === 'position') return rule.imported?.table ?? pack.main_table;
  if (rule.kind === 'threshold' || rule.kind === 'trend' || rule.kind === 'target') {
    const frame = frameOf(pack, chosenReference(figures.settings, rule.measure) ?? '');
    return frame === undefined || frame === 'single' ? undefined : frame.table;
  }
  if (rule.kind === 'answer') {
    const target = resolve(pack, rule.column);
    return target?.kind === 'column' ? target.table : undefined;
  }
  if (rule.kind !== 'deadline' || rule.when_found_by !== undefined) return undefined;
  const column = [rule.event, rule.done].find((source) => source !== undefined && 'column' in source);
  const target = column !== undefined && 'column' in column ? resolve(pack, column.column) : undefined;
  return target?.kind === 'column' ? target.table : undefined;
}

/** Columns without which nothing can be said of any row: those of the filter, and of answers that a limit or a term needs beside it. */
export function lackingAnswers(context: JudgeContext, rule: Rule): Lack[] {
  const table = tableOf(context, rule);
  if (table === undefined || !context.figures.table(table)) return [];
  // A list of few names says of each what is not answered.
  const answers = rule.kind === 'threshold' || rule.kind === 'deadline' ? rule.and_yes : [];
  return [...Object.keys(rule.for ?? {}), ...answers].flatMap((given): Lack[] => {
    const target = resolve(context.pack, ownReference(context, given, table));
    if (target?.kind !== 'column' || !columnsOf(context.pack, target.table)[target.column]) return [];
    const lack = lackOfColumn(context.figures, target.table, target.column);
    return lack?.column === undefined ? [] : [lack];
  });
}

/** Why a rule that found nothing had nobody to judge; undefined where it had, and found nothing to say. */
export function whyNobody(context: JudgeContext, rule: Rule): Silence | undefined {
  if (rule.kind === 'deadline' && rule.when_found_by !== undefined) {
    const cause = context.silent.get(rule.when_found_by);
    return (
      cause && {
        kind: 'nobody',
        why: words.restsOn(context.pack.rules[rule.when_found_by]?.title ?? rule.when_found_by),
        lacks: cause.lacks,
      }
    );
  }
  const table = tableOf(context, rule);
  if (table === undefined) return undefined;
  const { figures, pack } = context;
  const rows = figures.rowsOf({ table });
  for (let row = 0; row < rows; row++) if (figures.membership(rule.for, table, row) !== 'out') return undefined;
  const wanted = Object.entries(rule.for ?? {}).map(([reference, values]) =>
    words.filterOf(titleOfColumn(context, ownReference(context, reference, table)), values),
  );
  const who = pack.tables[table]?.row ?? pack.subject;
  return {
    kind: 'nobody',
    why: rows === 0 || wanted.length === 0 ? words.noRows(figures.sheetOf(table)) : words.noneOf(figures.sheetOf(table), who, wanted),
    lacks: [],
  };
}
