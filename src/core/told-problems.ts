import type { Problem } from './problem';
import { problemWords as words } from './words/problem';

/** A problem as a person is told it; several of one kind about one column are one. */
export interface ToldProblem extends Problem {
  /** "B4": all cells on its sheet that it is about. */
  readonly cells: readonly string[];
}

/** How many different texts of one kind are told in full, and how many cells are named at once. */
const TOLD = 5;
const NAMED = 10;

const columnOf = (cell: string): string => cell.replace(/\d+$/, '');

/**
 * Problems for a report, a pane and a terminal alike: those of the same code and severity about the same column of the same sheet are one line with
 * all their cells, at the place of the first; where a person has to choose, every choice is a line of its own. Programs get them one by one; every proposal keeps its cell.
 */
export function toldProblems(problems: readonly Problem[]): ToldProblem[] {
  const groups = new Map<string, Problem[]>();
  problems.forEach((problem, at) => {
    const { severity, code, sheet, cell, oneOf } = problem;
    const key =
      sheet === undefined || cell === undefined ? String(at) : [severity, code, sheet, columnOf(cell), oneOf ? cell : ''].join('\n');
    const known = groups.get(key);
    if (known) known.push(problem);
    else groups.set(key, [problem]);
  });
  return [...groups.values()].map(told);
}

function told(group: readonly Problem[]): ToldProblem {
  const [first] = group as readonly [Problem, ...Problem[]];
  const cells = [...new Set(group.flatMap(({ cell }) => cell ?? []))];
  if (group.length === 1) return { ...first, cells };
  const union = <T>(pick: (problem: Problem) => readonly T[] | undefined): T[] => [...new Set(group.flatMap((one) => pick(one) ?? []))];
  const [rules, indicators, proposals] = [union((one) => one.rules), union((one) => one.indicators), union((one) => one.proposals)];
  return {
    ...first,
    message: together(group, ({ message }) => message),
    nextStep: together(group, ({ nextStep }) => nextStep),
    ...(rules.length > 0 && { rules }),
    ...(indicators.length > 0 && { indicators }),
    ...(proposals.length > 0 && { proposals }),
    cells,
  };
}

/** A text that all share once, others with the cells that they are about. */
function together(group: readonly Problem[], pick: (problem: Problem) => string): string {
  const cellsOf = new Map<string, string[]>();
  for (const problem of group) cellsOf.set(pick(problem), [...(cellsOf.get(pick(problem)) ?? []), problem.cell ?? '']);
  const texts = [...cellsOf];
  if (texts.length === 1) return texts[0]![0];
  const rest = texts.slice(TOLD).flatMap(([, cells]) => cells);
  return (
    texts
      .slice(0, TOLD)
      .map(([text, cells]) => words.at(words.list(cells, NAMED), text))
      .join('') + (rest.length > 0 ? words.more(rest.length, words.list(rest, NAMED)) : '')
  );
}

/** Where it is, as a person reads it: "指标数据!B4、B7"; '' where it has no place. */
export function placeOf({ sheet, cells }: ToldProblem): string {
  if (sheet === undefined) return '';
  return cells.length === 0 ? sheet : `${sheet}!${words.list(cells, NAMED)}`;
}
