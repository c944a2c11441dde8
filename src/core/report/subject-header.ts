import { own } from '../own';
import { frameOf } from '../pack/references';
import type { Rule } from '../pack/rule-schema';
import type { Pack } from '../pack/schema';
import { reportWords as words } from '../words/report';

/** What the rows of a list are, in the pack's words: 经开区, 项目, 产业集群, or several of them. */
export function subjectHeader(pack: Pack, rules: readonly string[]): string {
  const names = rules.flatMap((id) => {
    const rule = own(pack.rules, id);
    return rule ? [subjectOf(pack, rule)] : [];
  });
  return [...new Set(names)].join(words.or) || pack.subject;
}

function subjectOf(pack: Pack, rule: Rule): string {
  switch (rule.kind) {
    case 'position':
    case 'grade':
    case 'movement':
    case 'checklist':
      return pack.subject;
    case 'weight_increase':
      return words.dimension;
    case 'count_target':
      return words.area;
    case 'deadline': {
      const column = [rule.event, rule.done].find((source) => source !== undefined && 'column' in source);
      if (rule.when_found_by !== undefined) return pack.subject;
      return column !== undefined && 'column' in column ? rowWord(pack, column.column) : words.area;
    }
    case 'answer':
      return rowWord(pack, rule.column);
    default:
      return rowWord(pack, typeof rule.measure === 'string' ? rule.measure : (Object.values(rule.measure.choices)[0] ?? ''));
  }
}

/** What the rows behind a reference are called. */
function rowWord(pack: Pack, reference: string): string {
  const frame = frameOf(pack, reference);
  if (frame === 'single') return words.area;
  return frame === undefined || frame.table === pack.main_table ? pack.subject : (own(pack.tables, frame.table)?.row ?? pack.subject);
}
