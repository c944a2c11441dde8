import type { Plan, SheetPlan } from '../plan';
import { rankedOf } from '../ranking/by-standard';
import { reportWords as words } from '../words/report';
import { detailSheet } from './detail-sheet';
import { findingsSheet } from './findings-sheet';
import { matrixSheet } from './matrix-sheet';
import { notesSheet } from './notes-sheet';
import { overviewSheet } from './overview-sheet';
import { rankingSheet } from './ranking-sheet';
import type { ReportContext, ReportInput } from './report-context';
import { contextOf } from './standard-context';
import { standardSheet } from './standard-sheet';
import { StyleBook } from './style-book';

/** Result → plan: plain data that every host can carry out. */
export function report(input: ReportInput): Plan {
  const context: ReportContext = { ...input, book: new StyleBook() };
  const { pack, ranked, standards, judgement } = input;
  const rankings = Object.keys(pack.rankings).flatMap((id) => rankedOf(ranked, standards, id) ?? []);
  const placed = new Set(pack.sheets.flatMap(({ rules }) => rules));
  const listed = pack.sheets.map((sheet) =>
    sheet.layout === 'matrix' ? matrixSheet(context, sheet) : findingsSheet(context, sheet.title, sheet.rules, sheet.note),
  );
  const rest = [...new Set(judgement.findings.filter(({ rule }) => !placed.has(rule)).map(({ rule }) => rule))];
  const others = rest.length > 0 ? [findingsSheet(context, words.sheets.findings, rest)] : [];
  const results = [
    ...Object.keys(pack.rankings).flatMap((id) => {
      const one = rankedOf(ranked, standards, id);
      const lack = standards.get(id)?.lack;
      return one ? [rankingSheet(contextOf(context, one), one)] : lack ? [standardSheet(context, id, lack)] : [];
    }),
    ...listed,
    ...others,
    ...rankings.map((one) => detailSheet(contextOf(context, one), one)),
    notesSheet(context),
  ];
  const sheets = distinctNames([
    overviewSheet(
      context,
      results.map(({ name }) => name),
    ),
    ...results,
  ]);
  return { sheets, styles: context.book.styles, mark: input.mark };
}

function distinctNames(sheets: readonly SheetPlan[]): SheetPlan[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    let { name } = sheet;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${sheet.name.slice(0, 28)}${number}`;
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}
