import { resolve } from '../pack/references';
import type { RuleOf } from '../pack/rule-schema';
import { judgeWords as words } from '../words/judge';
import { lackOfColumn } from '../measure/lacks-of';
import { lackText } from '../words/measure';
import { lackingSheets } from '../measure/lack';
import type { JudgeContext } from './judge-context';
import { cellOf, titleOfColumn } from './place';
import { applies, type Verdicts } from './verdicts';

/** A yes_no column against the wanted answer, row by row; a row without an answer is grey. */
export function judgeAnswer(context: JudgeContext, verdicts: Verdicts, rule: RuleOf<'answer'>): void {
  const { figures, pack } = context;
  const target = resolve(pack, rule.column);
  if (target?.kind !== 'column') return;
  const { table } = target;
  const lack = lackOfColumn(figures, table, target.column);
  if (lack) return verdicts.missingForAll(lackText(lackingSheets([lack])), [lack]);
  const title = titleOfColumn(context, rule.column);
  for (let row = 0; row < figures.rowsOf({ table }); row++) {
    const found = figures.textAt(table, row, rule.column);
    const cells = found ? [cellOf(found.cell)] : [];
    if (!applies(context, verdicts, table, row, () => cells)) continue;
    const subject = figures.subject({ table }, row);
    if (!found || found.text === '') {
      verdicts.missing(subject, words.alsoMissing(title), cells, { settle: cells });
      continue;
    }
    const isWanted = found.text === rule.want;
    const status = isWanted ? 'met' : rule.severity === 'binding' ? 'unmet' : 'explain';
    verdicts.add(
      subject,
      status,
      [
        words.checked(subject, title, found.text),
        isWanted ? words.meets : status === 'unmet' ? words.wanted(rule.want) : words.giveReasons,
      ],
      {
        cells,
        value: found.text,
        limit: rule.want,
      },
    );
  }
}
