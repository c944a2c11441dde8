import { spokenPlace } from '../core/pack/clause-place';
import { columnsOf } from '../core/pack/references';
import type { Pack } from '../core/pack/schema';
import { jurisdictionName } from '../core/report/jurisdiction';
import { coverageOf, ways } from './coverage-table';
import { cliWords } from './words';

const words = cliWords.show;

/** What a pack covers, with the words of the clauses: for reading, not for programs. */
export function showPack(pack: Pack): string {
  const quotes = (clauses: readonly string[] | undefined): string[] =>
    (clauses ?? []).map((clause) => words.quote(spokenPlace(clause), pack.clauses[clause] ?? ''));
  const lines = [
    words.head(pack.title, pack.number ?? cliWords.noNumber),
    words.jurisdiction(jurisdictionName(pack)),
    words.weights,
    '',
    words.rankings,
  ];
  for (const { title, clause } of Object.values(pack.rankings)) lines.push(words.item(title, ''), ...quotes(clause));
  lines.push('', words.dimensions);
  for (const [key, { title, clause }] of Object.entries(pack.dimensions)) {
    lines.push(words.item(title, ''), ...quotes(clause));
    for (const [id, indicator] of Object.entries(pack.indicators)) {
      if (indicator.dimension === key)
        lines.push(`  ${words.item(indicator.title ?? id, indicator.basis === 'suggested' ? words.suggested : '')}`);
    }
  }
  lines.push('', words.rules);
  for (const rule of Object.values(pack.rules)) lines.push(words.item(rule.title, rule.consequence ?? ''), ...quotes(rule.clause));
  if (Object.keys(pack.statements).length > 0) {
    lines.push('', words.statements);
    for (const { title, clause } of Object.values(pack.statements)) lines.push(words.item(title, ''), ...quotes(clause));
  }
  lines.push('', words.parameters);
  for (const { title, default: value, unset } of Object.values(pack.parameters))
    lines.push(words.parameter(title, value === undefined ? (unset ?? words.unset) : words.default(String(value))));
  lines.push('', words.sheets);
  for (const [id, table] of Object.entries(pack.tables)) {
    const columns = Object.values(columnsOf(pack, id)).map(
      ({ header, unit }) => `${header[0] ?? ''}${unit === undefined || unit === 'from_header' ? '' : `（${unit}）`}`,
    );
    lines.push(
      words.table(table.sheet.join('／'), table.row, id === pack.main_table || !table.optional),
      words.columns(columns.join('、')),
    );
  }
  lines.push(...coverageLines(pack));
  return `${lines.join('\n')}\n`;
}

/** What becomes of the items of the pack's document; nothing for a pack that counts none. */
function coverageLines(pack: Pack): string[] {
  const { total, kinds, declined } = coverageOf(pack);
  if (kinds.size === 0) return [];
  const all = ways.reduce((sum, way) => sum + total[way], 0);
  return [
    '',
    words.coverage(all, total),
    ...[...kinds].map(([kind, counts]) => words.coverageOf(kind, counts)),
    ...declined.map(([item, why]) => words.declined(item, why)),
  ];
}
