import { own } from '../own';
import type { Rule, RuleOf } from '../pack/rule-schema';
import { foldText } from '../table/fold';
import { listBases, meanings, ownMethodWords as words, rankUnits, rulesSheet } from '../words/own-method';
import { clauseOf } from './clause';
import type { Draft } from './draft';
import { EndParts } from './ends';
import { SCALE } from './grades';
import type { RuleField, RuleRow } from './rule-row';
import { colonOf, namesOf, numberOf, partsOf } from './texts';

export interface ListContext {
  /** Keys by folded title. */
  readonly rankings: ReadonlyMap<string, string>;
  /** Titles of all grades. */
  readonly grades: readonly string[];
  readonly draft: Draft;
}

const YEARS = /^近(\d+|[一二三四五六七八九])(?:年|次|期)(?:中有|有|中)?(\d+|[一二三四五六七八九])(?:年|次|期)$/u;
const MOVED = /^(上升|下降)(.+?)(?:位|名)(?:以上)?$/u;
const DIGITS = '零一二三四五六七八九';

const counted = (text: string): number => (DIGITS.includes(text) ? DIGITS.indexOf(text) : Number(text));

/** A row 名单 as a rule of the pack: by place, by grade, or by places gained; undefined where refused. */
export function listOf(row: RuleRow, { rankings, grades, draft }: ListContext): Rule | undefined {
  const title = row.text('name');
  if (title === '') return void draft.refuse(row.place('name'), 'method-needed', words.needed('名单', rulesSheet.headers.name[0]));
  const scope = row.text('scope');
  const ranking = scope === '' && rankings.size === 1 ? [...rankings.values()][0] : rankings.get(foldText(scope));
  if (ranking === undefined)
    return void draft.refuse(row.place('scope'), 'method-name', words.unknownName('排名', scope, [...rankings.values()]));
  const said = row.text('colour');
  const colour = said === '' ? undefined : own(meanings.colours, said);
  if (said !== '' && colour === undefined)
    return void draft.refuse(row.place('colour'), 'method-word', words.unknownWord('颜色', said, ['红', '黄', '绿']));
  const consequence = row.text('consequence');
  const parts = partsOf(row.text('content'));
  const years = parts.flatMap((part) => {
    const [, of, count] = YEARS.exec(part.normalize('NFKC').replace(/\s/gu, '')) ?? [];
    return of === undefined || count === undefined ? [] : [{ years: counted(count), of_last: counted(of) }];
  })[0];
  const rest = parts.filter((part) => !YEARS.test(part.normalize('NFKC').replace(/\s/gu, '')));
  const basis = foldText(row.text('basis'));
  const kind =
    basis === listBases.grade
      ? gradeRule
      : basis === listBases.movement
        ? movementRule
        : basis === '' || basis === listBases.place
          ? positionRule
          : undefined;
  if (!kind)
    return void draft.refuse(row.place('basis'), 'method-word', words.unknownWord('依据', row.text('basis'), Object.values(listBases)));
  const judged = kind({ row, rest, years, grades, draft });
  if (!judged) return undefined;
  return {
    ...{ ...judged, title, ranking, severity: 'binding', covers: [] },
    ...(colour !== undefined && { colour }),
    ...(consequence !== '' && { consequence }),
    clause: clauseOf<RuleField>(row, draft, ['name', 'scope', 'content', 'consequence']),
  };
}

/** What a rule says beside what all rows of lists say. */
type Judged<K extends 'position' | 'grade' | 'movement'> = Omit<RuleOf<K>, 'title' | 'ranking' | 'clause' | 'severity' | 'covers'>;

interface Listed {
  readonly row: RuleRow;
  /** Parts of the content but for the years. */
  readonly rest: readonly string[];
  readonly years: { readonly years: number; readonly of_last: number } | undefined;
  readonly grades: readonly string[];
  readonly draft: Draft;
}

const refusePart = ({ row, draft }: Listed, part: string): undefined =>
  void draft.refuse(row.place('content'), 'method-part', words.partForm(part, words.forms.list));

/** Tables of earlier results, nearest first: "上年结果：名次／参评数；前年结果：…" → sheet and columns. */
function earlierOf({ row, draft }: Listed, form: string): (readonly [sheet: string, columns: readonly string[]])[] | undefined {
  const text = row.text('earlier');
  if (text === '') return void draft.refuse(row.place('earlier'), 'method-needed', words.earlierNeeded(row.text('name')));
  const found: (readonly [string, readonly string[]])[] = [];
  for (const part of partsOf(text)) {
    const [sheet = '', columns = ''] = colonOf(part) ?? [];
    const named = columns.split(/[／/]/u).map((name) => name.trim());
    if (sheet === '' || named.length > 2 || named.includes(''))
      return void draft.refuse(row.place('earlier'), 'method-earlier', words.earlierForm(part, form));
    found.push([sheet, named]);
  }
  return found;
}

function positionRule(listed: Listed): Judged<'position'> | undefined {
  const end = new EndParts();
  for (const part of listed.rest) if (!end.take(part)) return refusePart(listed, part);
  if (!end.end || end.end.side === '最多') return refusePart(listed, listed.rest.join('；'));
  const where = { [end.end.side === '前' ? 'first' : 'last']: end.written(1) };
  const rule = { kind: 'position' as const, and_yes: [], ...where, ...green(end.end.side) };
  if (!listed.years) return rule;
  const tables = earlierOf(listed, words.forms.earlierPlaces);
  const earlier = tables?.map(([sheet, [rank, total]]) => {
    const column = (name: string, unit: string): readonly [string, string] | undefined =>
      listed.draft.columnOf(sheet, name, 'number', listed.row.place('earlier'), unit);
    const ranked = rank === undefined ? undefined : column(rank, rankUnits.place);
    const of = total === undefined ? undefined : column(total, rankUnits.participants);
    return ranked && { table: ranked[0], rank: ranked[1], ...(of && { total: of[1] }) };
  });
  const known = earlier?.filter((one) => one !== undefined);
  return known && known.length === earlier?.length ? { ...rule, in: { ...listed.years, this_year: 'counts', earlier: known } } : undefined;
}

/** The first ones of a list are green where nobody says otherwise. */
const green = (side: string): { colour?: 'green' } => (side === '前' ? { colour: 'green' } : {});

function gradeRule(listed: Listed): Judged<'grade'> | undefined {
  const is = listed.rest.flatMap(namesOf);
  const unknown = is.find((grade) => !listed.grades.includes(grade));
  if (is.length === 0 || unknown !== undefined)
    return void listed.draft.refuse(listed.row.place('content'), 'method-name', words.unknownName('等次', unknown ?? '', listed.grades));
  const rule = { kind: 'grade' as const, scale: SCALE, is, colour: 'red' as const };
  if (!listed.years) return rule;
  const earlier = earlierOf(listed, words.forms.earlierGrades)?.map(([sheet, [name]]) => {
    const found = name === undefined ? undefined : listed.draft.columnOf(sheet, name, 'text', listed.row.place('earlier'));
    return found && { table: found[0], column: found[1] };
  });
  const known = earlier?.filter((one) => one !== undefined);
  return known && known.length === earlier?.length ? { ...rule, in: { ...listed.years, this_year: 'counts', earlier: known } } : undefined;
}

function movementRule(listed: Listed): Judged<'movement'> | undefined {
  const [part = ''] = listed.rest;
  const [, way, places = ''] = MOVED.exec(part.normalize('NFKC').replace(/\s/gu, '')) ?? [];
  const least = numberOf(places);
  if (way === undefined || least === undefined || least <= 0 || listed.rest.length > 1) return refusePart(listed, part);
  const tables = earlierOf(listed, words.forms.earlierPlace);
  const [sheet, columns] = tables?.[0] ?? [];
  const column = columns?.[0];
  if (sheet === undefined || column === undefined) return undefined;
  const found = listed.draft.columnOf(sheet, column, 'number', listed.row.place('earlier'), rankUnits.place);
  return (
    found && { kind: 'movement', earlier: { table: found[0], rank: found[1] }, [way === '上升' ? 'up_at_least' : 'down_at_least']: least }
  );
}
