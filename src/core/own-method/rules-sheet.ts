import type { SheetGrid } from '../grid';
import { own } from '../own';
import type { Pack, PackAdjustment, PackRanking, ResultSheet } from '../pack/schema';
import { readDate } from '../table/date-cell';
import { foldText } from '../table/fold';
import type { Units } from '../units/units';
import { aboutNames, made, meanings, ownMethodWords as words, rulesSheet, sections, type Section } from '../words/own-method';
import { clauseOf } from './clause';
import type { Draft } from './draft';
import { filterOf } from './filter-text';
import { gradesOf } from './grades';
import { listOf, type ListContext } from './lists';
import { adjustmentOf, limitsOf, vetoOf } from './adjustments';
import type { RuleField, RuleRow } from './rule-row';
import { readRows, unknownHeaders } from './sheet-rows';
import type { Gaps, System } from './system';

/** What the sheet 考评规则 says, as the pack format writes it. */
export interface MethodRules {
  readonly about: Readonly<Partial<Record<(typeof aboutNames)[keyof typeof aboutNames], string>>>;
  readonly groupBy: string | undefined;
  readonly over: 'all' | 'ranking';
  readonly gaps: { readonly as: Gaps; readonly clause: string[] } | undefined;
  readonly rankings: Pack['rankings'];
  readonly adjustments: PackAdjustment[];
  readonly grades: Pack['grades'];
  readonly rules: Pack['rules'];
  /** Result sheets with the rules on them. */
  readonly sheets: ResultSheet[];
}

const oneOf = <T>(row: RuleRow, field: RuleField, what: string, known: Readonly<Record<string, T>>, draft: Draft): T | undefined => {
  const found = own(known, row.text(field));
  if (found === undefined) draft.refuse(row.place(field), 'method-word', words.unknownWord(what, row.text(field), Object.keys(known)));
  return found;
};

const NOTE = /^(?:注|说明|备注)[:：\d]/u;

/** Rows by section, each with a section that is known. A blank section is as above. */
function bySection(rows: readonly RuleRow[], draft: Draft): Map<Section, RuleRow[]> {
  const found = new Map<Section, RuleRow[]>();
  let section: Section | undefined;
  for (const row of rows) {
    const named = row.text('section');
    // A note below the table stands alone in its first column.
    if (named !== '' && own(sections, named) === undefined && NOTE.test(named)) continue;
    if (named !== '') section = oneOf(row, 'section', '类别', sections, draft);
    if (section) found.set(section, [...(found.get(section) ?? []), row]);
  }
  return found;
}

/** Reads the sheet into a pack in the making; without a sheet everybody is ranked together by the total. */
export function readRules(sheet: SheetGrid | undefined, system: System, units: Units, draft: Draft): MethodRules {
  const read = sheet && readRows<RuleField>(sheet, rulesSheet.headers, ['section', 'name', 'content']);
  const rows = bySection(read?.rows ?? [], draft);
  const of = (section: Section): readonly RuleRow[] => rows.get(section) ?? [];
  const about = aboutOf(of('about'), draft);
  const [over] = of('over').map((row) => oneOf(row, 'content', '打分范围', meanings.over, draft));
  const [gaps] = of('gaps').flatMap((row) => {
    const as = oneOf(row, 'content', '缺报', meanings.gaps, draft);
    return as === undefined ? [] : [{ as, clause: clauseOf<RuleField>(row, draft, ['section', 'content']) }];
  });
  const rankings = rankingsOf(of('ranking'), system, draft);
  const grades = gradesOf(of('grade'), rankings.named, draft);
  const context: ListContext = { rankings: rankings.named, grades: grades.titles, draft };
  const rules: Pack['rules'] = {};
  const sheets = new Map<string, string[]>();
  for (const row of of('list')) {
    const rule = listOf(row, context);
    if (!rule) continue;
    const key = draft.rules.of(row.text('name'));
    rules[key] = rule;
    draft.from(['rules', key], row.place('name'));
    const title = row.text('sheet') === '' ? made.lists : row.text('sheet');
    sheets.set(title, [...(sheets.get(title) ?? []), key]);
  }
  const adjustments = [
    ...of('bonus').flatMap((row) => adjustmentOf('bonus', row, units, draft)),
    ...of('deduction').flatMap((row) => adjustmentOf('deduction', row, units, draft)),
    ...of('limit').flatMap((row) => limitsOf(row, [...of('bonus'), ...of('deduction')], draft)),
    ...of('veto').flatMap((row) => vetoOf(row, grades.titles, draft)),
  ];
  if (read) draft.problems.push(...read.problems, ...unknownHeaders(read, Object.values(rulesSheet.headers).flat()));
  return {
    ...{ about, gaps, adjustments, rules },
    groupBy: of('group')
      .map((row) => groupColumn(row, system, draft))
      .find((column) => column !== undefined),
    over: over ?? 'all',
    rankings: rankings.all,
    grades: grades.scales,
    sheets: [...sheets].map(([title, keys]) => ({ title, rules: keys, layout: 'list' })),
  };
}

function aboutOf(rows: readonly RuleRow[], draft: Draft): MethodRules['about'] {
  const about: Partial<Record<(typeof aboutNames)[keyof typeof aboutNames], string>> = {};
  for (const row of rows) {
    const name = oneOf(row, 'name', '办法的名称', aboutNames, draft);
    const content = row.text('content');
    if (name === undefined || content === '') continue;
    const date = name === 'date' ? readDate(content, 'General') : content;
    if (date === undefined) draft.refuse(row.place('content'), 'method-date', words.date(content));
    else about[name] = date;
  }
  return about;
}

/** The column that says to which group a row belongs; its values are the groups that have marks of their own. */
function groupColumn(row: RuleRow, { groups }: System, draft: Draft): string | undefined {
  const name = row.text('name');
  if (name === '') return void draft.refuse(row.place('name'), 'method-needed', words.needed('分组', rulesSheet.headers.name[0]));
  if (!groups) return void draft.refuse(row.place('name'), 'method-group-idle', words.groupIdle);
  const keys = Object.keys(groups).map((group) => draft.column(name, 'list', row.place('name'), undefined, group));
  return keys[0];
}

const RANKING = {
  order: 'highest_first',
  ties: { share: 'best_place' },
  rank_from: 'unrounded',
  covers: [],
} satisfies Partial<PackRanking>;

function rankingsOf(rows: readonly RuleRow[], system: System, draft: Draft): { all: Pack['rankings']; named: Map<string, string> } {
  const all: Pack['rankings'] = {};
  const named = new Map<string, string>();
  for (const row of rows) {
    const title = row.text('name');
    if (title === '') {
      draft.refuse(row.place('name'), 'method-needed', words.needed('排名', rulesSheet.headers.name[0]));
      continue;
    }
    if (named.has(foldText(title))) {
      draft.refuse(row.place('name'), 'method-twice', words.twice(title, named.get(foldText(title))!));
      continue;
    }
    const population = filterOf(row.text('scope'), draft, row.place('scope'));
    const basis = row.text('basis');
    const by = basis === '' ? undefined : system.named.get(foldText(basis));
    if (basis !== '' && by === undefined)
      draft.refuse(row.place('basis'), 'method-name', words.unknownName('指标或维度', basis, system.titles));
    if (!population) continue;
    const key = draft.rankings.of(title);
    named.set(foldText(title), key);
    all[key] = {
      ...RANKING,
      title,
      ...(Object.keys(population).length > 0 && { population }),
      ...(by !== undefined && { by }),
      clause: clauseOf<RuleField>(row, draft, ['section', 'name', 'scope', 'basis']),
    };
    draft.from(['rankings', key], row.place('name'));
  }
  if (named.size === 0) {
    const key = draft.rankings.of(made.ranking);
    named.set(foldText(made.ranking), key);
    all[key] = { ...RANKING, title: made.ranking };
  }
  return { all, named };
}
