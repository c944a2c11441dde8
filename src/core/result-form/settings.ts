import type { Figures } from '../measure/figures';
import { columnsOf } from '../pack/references';
import type { Pack } from '../pack/schema';
import type { Problem } from '../problem';
import { foldHeader, foldText } from '../table/fold';
import { resultFormWords as words } from '../words/result-form';
import { settingIn, type Placeholder } from './placeholders';

/** What a form says of which rows it shows. */
export interface FormSettings {
  /** Id of the ranking; undefined where the form names none. */
  readonly ranking?: string;
  /** Rules of the list that it shows instead of a ranking. */
  readonly rules?: readonly string[];
  /** Column of the main table → values that a row must have. */
  readonly filters: ReadonlyMap<string, readonly string[]>;
  /** Words beside the colour of which a line must have one; undefined for any. */
  readonly verdicts?: readonly string[];
  readonly first?: number;
  readonly last?: number;
  readonly order: 'place' | 'table';
}

interface Wrong {
  readonly row: number;
  readonly column: number;
  readonly said: Pick<Problem, 'message' | 'nextStep'>;
}

type Writable = { -readonly [Key in keyof FormSettings]: FormSettings[Key] } & { filters: Map<string, readonly string[]> };

/** The settings of a form, and what is wrong with them. */
export function readSettings(
  { pack, figures }: { readonly pack: Pack; readonly figures: Figures },
  placeholders: readonly Placeholder[],
): { readonly settings: FormSettings; readonly wrong: readonly Wrong[] } {
  const settings: Writable = { filters: new Map(), order: 'place' };
  const wrong: Wrong[] = [];
  const said = new Map<string, string>();
  for (const { row, column, text } of placeholders) {
    const tell = (told: Wrong['said']): void => void wrong.push({ row, column, said: told });
    /** One thing is set once; said again in the same words it does no harm. */
    const isNew = (what: string): boolean => {
      const before = said.get(what);
      said.set(what, text);
      if (before !== undefined && before !== text) tell(words.twice(text));
      return before === undefined;
    };
    if (isFill(text)) continue;
    const [first, last] = [words.firstN.exec(text)?.[1], words.lastN.exec(text)?.[1]];
    const count = first ?? last;
    if (count !== undefined) {
      if (Number(count) < 1) tell(words.noCount(text));
      else if (isNew('count')) settings[first === undefined ? 'last' : 'first'] = Number(count);
      continue;
    }
    const [name, value] = settingIn(text) ?? [text, ''];
    const set = settingIn(text) && setterOf(pack, figures, name);
    if (!set) {
      tell(words.unknown(text, knownTexts(pack)));
      continue;
    }
    const { known, take } = set;
    const values = (set.several ? value.split(/[、,，/]/u) : [value]).map((one) => one.trim()).filter((one) => one !== '');
    const found = values.flatMap((one) => (known ? (known.find((title) => foldText(title) === foldText(one)) ?? []) : one));
    const lost = values.find((one) => !found.some((title) => foldText(title) === foldText(one)));
    if (values.length === 0 || lost !== undefined) tell(words.notAmong(text, lost ?? value, known ?? []));
    else if (isNew(foldText(name))) take(settings, found);
  }
  return { settings, wrong };
}

const isFill = (text: string): boolean => Object.values(words.fills).some((fill) => fill === text);

interface Setter {
  /** What may be written; undefined where that shows in the run alone. */
  readonly known: readonly string[] | undefined;
  readonly several?: true;
  readonly take: (settings: Writable, values: readonly string[]) => void;
}

function setterOf(pack: Pack, figures: Figures, name: string): Setter | undefined {
  const titled = <T extends { readonly title: string }>(all: readonly T[], take: (settings: Writable, one: T) => void): Setter => ({
    known: all.map(({ title }) => title),
    take: (settings, [title]) =>
      take(
        settings,
        all.find((one) => one.title === title)!,
      ),
  });
  switch (name) {
    case words.settings.ranking:
      return titled(
        Object.entries(pack.rankings).map(([id, { title }]) => ({ id, title })),
        (settings, { id }) => (settings.ranking = id),
      );
    case words.settings.list:
      return titled(
        [...pack.sheets, ...Object.entries(pack.rules).map(([id, { title }]) => ({ title, rules: [id] }))],
        (settings, { rules }) => (settings.rules = rules),
      );
    case words.settings.order:
      return {
        known: Object.values(words.orders),
        take: (settings, [order]) => (settings.order = order === words.orders.table ? 'table' : 'place'),
      };
    case words.settings.verdict:
      return { known: undefined, several: true, take: (settings, values) => (settings.verdicts = values) };
    default:
      return columnSetter(pack, figures, name);
  }
}

function columnSetter(pack: Pack, figures: Figures, name: string): Setter | undefined {
  const declared = columnsOf(pack, pack.main_table);
  const wanted = foldHeader(name);
  const key = Object.keys(declared).find((one) => declared[one]!.header.some((header) => foldHeader(header) === wanted));
  if (key === undefined || declared[key]!.kind === 'number' || declared[key]!.kind === 'date') return undefined;
  const there = figures.tables.get(pack.main_table)?.columns.get(key)?.texts ?? [];
  const known = [...new Set([...(declared[key]!.values ?? []), ...there])].filter((one) => one !== '');
  return { known, several: true, take: ({ filters }, values) => void filters.set(key, values) };
}

/** Everything that may stand in braces, as it is offered where something else does. */
function knownTexts(pack: Pack): string[] {
  const { ranking, list, order, verdict } = words.settings;
  const declared = columnsOf(pack, pack.main_table);
  const listed = Object.values(declared).find(({ kind, values }) => kind === 'list' && values && values.length > 0);
  return [
    ...Object.values(words.fills),
    '前10名',
    '后3名',
    ...(listed ? [`${listed.header[0]!}=${listed.values![0]!}`] : []),
    `${ranking}=…`,
    `${list}=…`,
    `${verdict}=…`,
    `${order}=${Object.values(words.orders).join('/')}`,
  ];
}
