import type { SheetGrid } from '../grid';
import { lintPack } from '../pack/lint';
import { withSharedParts } from '../pack/shared-parts';
import type { Pack, SharedParts } from '../pack/schema';
import { blocks } from '../problem';
import type { Units } from '../units/units';
import { sheetCalled } from '../table/sheet-called';
import { ownMethodWords as words } from '../words/own-method';
import { Draft, MAIN } from './draft';
import type { OwnMethod } from './method';
import type { ListedData } from './other-values';
import { readRules, type MethodRules } from './rules-sheet';
import { readSystem, type System } from './system';

const ZONE = 'zone';

/**
 * The sheets 指标体系 and 考评规则 of a workbook → the pack that they state, through schema and lint as a file would be. Pure.
 * @param base what the sheets leave out is its @param asked names of the sheets
 */
export function ownMethod(
  base: Pack,
  asked: NonNullable<Pack['from_workbook']>,
  sheets: readonly SheetGrid[],
  units: Units,
  shared: SharedParts,
): OwnMethod {
  const system = sheetCalled(sheets, asked.system);
  if (!system) return { pack: base, problems: [{ severity: 'block', code: 'method-no-system', ...words.noSystem(asked.system[0]!) }] };
  const draft = new Draft(ZONE);
  const read = readSystem(system, units, draft);
  const rulesSheet = sheetCalled(sheets, asked.rules);
  const rules = readRules(rulesSheet, read, units, draft);
  if (read.groups && rules.groupBy === undefined && !blocks(draft.problems))
    draft.problems.push({
      severity: 'block',
      code: 'method-group-needed',
      sheet: system.name,
      ...words.groupNeeded(Object.keys(read.groups)),
    });
  if (blocks(draft.problems)) return { pack: base, problems: draft.problems };
  const data = { sheets: sheets.filter((sheet) => sheet !== system && sheet !== rulesSheet), spellings: shared.spellings };
  const pack = withSharedParts(packOf(base, read, rules, draft, data), shared);
  const wrong = lintPack(pack, units, system.name).filter(({ severity }) => severity === 'block');
  if (wrong.length === 0) return { pack, problems: draft.problems };
  return {
    pack: base,
    problems: wrong.map(({ code, message, path }) => {
      const { sheet, cell } = draft.placeOf(path) ?? { sheet: system.name, cell: undefined };
      return { severity: 'block', code, sheet, ...(cell !== undefined && { cell }), ...words.lint(message) };
    }),
  };
}

function packOf(base: Pack, system: System, rules: MethodRules, draft: Draft, data: ListedData): Pack {
  const { about, groupBy, rankings, adjustments, grades, sheets } = rules;
  const subject = about.subject ?? base.subject;
  const gaps = rules.gaps ?? system.gaps;
  return {
    ...base,
    title: about.title ?? base.title,
    ...(about.number !== undefined && { number: about.number }),
    ...(about.issuer !== undefined && { issuer: about.issuer }),
    ...(about.date !== undefined && { date: about.date }),
    jurisdiction: { level: 'other', name: about.place ?? base.jurisdiction.name },
    subject,
    clauses: draft.clauses,
    main_table: MAIN,
    tables: draft.tablesFor(subject, data),
    measures: draft.measures,
    dimensions: system.dimensions,
    indicators: system.indicators,
    scoring: {
      ...base.scoring,
      basis: system.isWeighed ? 'pack_weights' : 'equal_weights_trial',
      over: rules.over,
      ...(gaps && gaps.as !== 'wait' && { gaps: { as: gaps.as, clause: gaps.clause } }),
      ...(groupBy !== undefined && { group_by: groupBy }),
      ...(system.groups && { weights: { kind: 'by_group', scope: 'indicators', groups: system.groups } }),
      ...(system.isWeighed && !system.groups && { weights: { kind: 'given', scope: 'indicators' } }),
      adjustments,
    },
    rankings,
    grades,
    rules: rules.rules,
    sheets,
  };
}
