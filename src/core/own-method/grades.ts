import type { Pack, PackGrades } from '../pack/schema';
import { foldText } from '../table/fold';
import { made, otherwise, ownMethodWords as words, rulesSheet } from '../words/own-method';
import { clauseOf } from './clause';
import type { Draft } from './draft';
import { EndParts } from './ends';
import type { RuleField, RuleRow } from './rule-row';
import { limitOf, namesOf, partsOf } from './texts';

export const SCALE = 'grades';

type Grade = PackGrades['grades'][number];
type Untitled = Omit<Grade, 'title'>;

export interface MethodGrades {
  readonly scales: Pack['grades'];
  readonly titles: readonly string[];
}

/** One scale of grades, from the best row to the last. @param rankings keys by folded title */
export function gradesOf(rows: readonly RuleRow[], rankings: ReadonlyMap<string, string>, draft: Draft): MethodGrades {
  const grades: Grade[] = [];
  const titles: string[] = [];
  const among: string[] = [];
  let clause: string[] | undefined;
  for (const row of rows) {
    const title = row.text('name');
    if (title === '') {
      draft.refuse(row.place('name'), 'method-needed', words.needed('等次', rulesSheet.headers.name[0]));
      continue;
    }
    for (const name of namesOf(row.text('scope'))) {
      const key = rankings.get(foldText(name));
      if (key === undefined) draft.refuse(row.place('scope'), 'method-name', words.unknownName('排名', name, [...rankings.values()]));
      else if (!among.includes(key)) among.push(key);
    }
    const grade = gradeOf(row, draft);
    if (!grade) continue;
    clause ??= clauseOf<RuleField>(row, draft, ['name', 'content']);
    draft.from(['grades', SCALE, 'grades', String(grades.length)], row.place('content'));
    draft.from([SCALE, SCALE], row.place('name'));
    titles.push(title);
    grades.push({ title, ...grade });
  }
  if (grades.length === 0) return { scales: {}, titles };
  rows.forEach((row, index) => checkOrder(row, grades, index, draft));
  return {
    scales: {
      [SCALE]: {
        title: made.grades,
        covers: [],
        ...(among.length > 0 && { rankings: among }),
        grades,
        ...(clause !== undefined && { clause }),
      },
    },
    titles,
  };
}

function gradeOf(row: RuleRow, draft: Draft): Untitled | undefined {
  const grade: { at_least?: number; over?: number } = {};
  const first = new EndParts();
  const most = new EndParts();
  let last: EndParts | undefined;
  for (const part of partsOf(row.text('content'))) {
    if (foldText(part) === otherwise) continue;
    const limit = limitOf(part);
    if (limit?.side === 'at_least' || limit?.side === 'over') grade[limit.side] = limit.limit;
    else {
      const into = part.startsWith('前') ? first : part.startsWith('最多') ? most : (last ?? most);
      if (!into.take(part) || into.end?.side === '后')
        return void draft.refuse(row.place('content'), 'method-part', words.partForm(part, words.forms.grade));
      last = into;
    }
  }
  const from = first.written(0);
  const cap = most.written(0);
  return { ...grade, ...(from !== undefined && { first: from }), ...(cap !== undefined && { most: cap }) };
}

const limitOfGrade = (grade: Grade | undefined): unknown => grade?.at_least ?? grade?.over;

/** From the best to the last: limits fall, the last grade is for all others and no other is. */
function checkOrder(row: RuleRow, grades: readonly Grade[], index: number, draft: Draft): void {
  const grade = grades[index];
  if (!grade) return;
  const isLast = index === grades.length - 1;
  const hasLimit = limitOfGrade(grade) !== undefined || grade.first !== undefined;
  if (isLast === hasLimit) {
    draft.refuse(row.place('content'), 'method-grade', words.gradeLimit(row.text('name'), isLast));
    return;
  }
  const above = grades
    .slice(0, index)
    .map(limitOfGrade)
    .filter((limit) => typeof limit === 'number')
    .at(-1);
  const limit = limitOfGrade(grade);
  if (typeof above === 'number' && typeof limit === 'number' && limit >= above)
    draft.refuse(row.place('content'), 'method-grade', words.gradeOrder(row.text('name')));
}
