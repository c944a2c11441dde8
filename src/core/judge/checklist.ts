import { foldText } from '../table/fold';
import type { RuleOf } from '../pack/rule-schema';
import { judgeWords as words } from '../words/judge';
import type { JudgeContext } from './judge-context';
import { applies, type Verdicts } from './verdicts';
import { cellOf } from './place';

/** Column of the checklist table that names the zone, where answers are given zone by zone. */
const ZONE = 'zone';

/** Zones that the rule applies to or may apply to; each needs an answer once answers are given zone by zone. */
function zonesFor({ figures, pack }: JudgeContext, rule: RuleOf<'checklist'>): string[] {
  const main = { table: pack.main_table };
  return Array.from({ length: figures.rowsOf(main) }, (_, row) => row)
    .filter((row) => figures.membership(rule.for, pack.main_table, row) !== 'out')
    .map((row) => figures.subject(main, row));
}

/** Whether the rule applies to the zone that a row of the checklist names; where that is open the row is grey. */
function appliesTo(context: JudgeContext, verdicts: Verdicts, rule: RuleOf<'checklist'>, row: number, zone: string): boolean {
  const { figures, pack } = context;
  if (zone === '') return true;
  const known = figures.rowByKey(pack.main_table, zone);
  if (known !== undefined) return applies(context, verdicts, pack.main_table, known);
  if (rule.for === undefined) return true;
  const cells = figures.cellsOf(rule.table, ZONE, row);
  const near = figures.nearZones(rule.table, row)[0];
  const why =
    near === undefined ? words.stranger(cells[0] ?? '', zone) : words.filterNear(zone, figures.subject({ table: pack.main_table }, near));
  verdicts.missing(zone, why, cells, { settle: cells });
  return false;
}

/** Folded item → rows that ask it. */
function rowsByItem(items: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  items.forEach((text, row) => {
    const item = foldText(text);
    const known = rows.get(item);
    if (known) known.push(row);
    else rows.set(item, [row]);
  });
  return rows;
}

/** Answers of a person: 是, 否 or 不适用, with evidence. A wrong answer to a veto item is red whatever the severity. */
export function judgeChecklist(context: JudgeContext, verdicts: Verdicts, rule: RuleOf<'checklist'>): void {
  const table = context.figures.tables.get(rule.table);
  if (!table) {
    const declared = context.pack.tables[rule.table];
    const [sheet, row] = [declared?.sheet[0] ?? rule.table, declared?.row ?? ''];
    return verdicts.missingForAll(words.noSheet(sheet, row), [{ sheet, row, column: undefined }]);
  }
  const items = table.columns.get(rule.item);
  const answers = table.columns.get(rule.answer);
  const evidence = rule.evidence === undefined ? undefined : table.columns.get(rule.evidence);
  const zones = table.columns.get(ZONE);
  const rowsOf = rowsByItem(items?.texts ?? []);
  for (const [key, item] of Object.entries(rule.items)) {
    const which = { item: key, ...(item.clause && { clauses: item.clause }) };
    const rows = rowsOf.get(foldText(item.title)) ?? [];
    const named = new Set(rows.map((row) => foldText(zones?.texts[row] ?? '')).filter((name) => name !== ''));
    if (rows.length === 0 && rule.whole) verdicts.missing(context.pack.jurisdiction.name, words.noItem(item.title, table.sheet), [], which);
    for (const zone of named.size > 0 && rule.whole ? zonesFor(context, rule) : []) {
      if (!named.has(foldText(zone))) verdicts.missing(zone, words.noItemOf(item.title, table.sheet, zone), [], which);
    }
    for (const row of rows) {
      const zone = zones?.texts[row] ?? '';
      const subject = zone === '' ? context.pack.jurisdiction.name : zone;
      if (!appliesTo(context, verdicts, rule, row, zone)) continue;
      const answer = answers?.texts[row] ?? '';
      const cells = answers ? [cellOf({ table, column: answers, row })] : [];
      if (answer === '') {
        if (rule.whole) verdicts.missing(subject, words.noAnswer(item.title), cells, { settle: cells, ...which });
        continue;
      }
      const said = [words.checked(subject, item.title, answer)];
      const proof = evidence?.texts[row] ?? '';
      const about = { ...which, evidence: proof };
      if (answer === words.notApplicable || answer === item.want) {
        const isProven = answer !== item.want || rule.evidence === undefined || proof !== '';
        const shown = !isProven ? words.noEvidence : answer === item.want && proof !== '' ? words.evidence(proof) : '';
        verdicts.add(subject, isProven ? 'met' : 'explain', [...said, shown], {
          cells,
          ...(!isProven && { word: words.evidenceWanted, consequence: undefined }),
          value: answer,
          ...about,
          ...(answer === words.notApplicable && { word: words.notApplicable }),
        });
      } else {
        const status = item.veto || rule.severity === 'binding' ? 'unmet' : 'explain';
        verdicts.add(subject, status, [...said, words.wanted(item.want)], {
          cells,
          value: answer,
          limit: item.want,
          ...about,
          ...(item.veto && { word: words.veto }),
        });
      }
    }
  }
}
