import { foldText } from '../table/fold';
import { lintMethod, type MethodConfig } from '../score/methods/index';
import { own } from '../own';
import { methodTitles } from '../words/score';
import {
  logSetting,
  meanings,
  methodIds,
  methodSettings,
  neededSettings,
  otherwise,
  ownMethodWords as words,
  partialSetting,
} from '../words/own-method';
import type { Limit } from '../pack/parts';
import { colonOf, edgeOf, numberOf, pairOf, partsOf, type Side } from './texts';

export type Direction = 'higher_is_better' | 'lower_is_better';

interface Said {
  readonly message: string;
  readonly nextStep: string;
}

/** What a cell says as pack data, or why it cannot be used; told where that was said already. */
export type Taken<T> = { readonly value: T } | { readonly refused: Said; readonly of: 'method' | 'settings' } | { readonly told: true };

/** Reads a figure in the indicator's unit: a number, or where it stands. undefined where it is neither. */
export type FigureReader = (text: string) => Limit | 'told' | undefined;

/** Arguments that may stand elsewhere: those in the indicator's unit. */
const ELSEWHERE: ReadonlySet<string> = new Set(['target', 'satisfactory', 'unsatisfactory', 'base_value', 'per', 'worst', 'best']);

/** A method as the pack format writes it, in the making. */
interface Plain {
  readonly [key: string]: unknown;
}

const known = new Map([...methodIds].map(([name, id]) => [foldText(name), id]));

const refused = (of: 'method' | 'settings', said: Said): { refused: Said; of: 'method' | 'settings' } => ({ refused: said, of });

interface Step {
  readonly side?: Side;
  readonly limit?: Limit;
  readonly points: number;
}

/** Whether a step goes on from the one before it; of figures that stand elsewhere nobody knows. */
function isFurther(before: Step | undefined, { side, limit }: { readonly side: Side; readonly limit: Limit }, rising: boolean): boolean {
  if (typeof before?.limit !== 'number' || typeof limit !== 'number') return true;
  if (limit === before.limit) return (before.side === 'over' || before.side === 'under') && side !== before.side;
  return rising ? limit < before.limit : limit > before.limit;
}

/** Steps of the better or the worse side, best first: limits of one side, then 其余. */
function stepsOf(text: string, direction: Direction, figure: FigureReader): Taken<readonly Step[]> {
  const found: Step[] = [];
  const parts = partsOf(text);
  for (const [place, part] of parts.entries()) {
    const [edge, score] = colonOf(part) ?? ['', ''];
    const points = numberOf(score.replace(/分$/u, ''));
    if (points === undefined) return refused('settings', words.bandForm(part));
    if (foldText(edge) === otherwise) {
      if (place !== parts.length - 1) return refused('settings', words.otherwiseLast);
      found.push({ points });
      continue;
    }
    const { side, figure: written } = edgeOf(edge) ?? {};
    const limit = written === undefined ? undefined : figure(written);
    if (limit === 'told') return { told: true };
    if (side === undefined || limit === undefined) return refused('settings', words.bandForm(part));
    const rising = side === 'at_least' || side === 'over';
    if (rising !== (direction === 'higher_is_better') || !isFurther(found.at(-1), { side, limit }, rising))
      return refused('settings', words.bandOrder(part));
    found.push({ side, limit, points });
  }
  return found.length >= 2 && found.at(-1)!.side === undefined ? { value: found } : refused('settings', words.otherwiseLast);
}

const OTHER_SIDE = { at_least: 'under', over: 'at_most', at_most: 'over', under: 'at_least' } as const satisfies Record<Side, Side>;

function bandsOf(text: string, direction: Direction, figure: FigureReader): Taken<Plain> {
  const read = stepsOf(text, direction, figure);
  if (!('value' in read)) return read;
  const bands = read.value.map(({ side, limit, points }, place) => {
    const before = read.value[place - 1];
    return {
      ...(side !== undefined && { [side]: limit }),
      ...(before?.side !== undefined && { [OTHER_SIDE[before.side]]: before.limit }),
      points,
    };
  });
  // Edges that stand elsewhere cannot be sorted, so the pack format has them written from the lowest to the highest.
  return { value: { method: 'bands', bands: direction === 'higher_is_better' ? bands.reverse() : bands } };
}

function passOf(text: string, direction: Direction, figure: FigureReader): Taken<Plain> {
  const read = stepsOf(text, direction, figure);
  if (!('value' in read)) return read;
  const [pass, rest] = read.value;
  if (read.value.length !== 2 || pass?.side === undefined) return refused('settings', words.bandForm(text));
  return { value: { method: 'pass_fail', [pass.side]: pass.limit, points: pass.points, otherwise: rest!.points } };
}

/** Figures with their points, straight lines between: "60：0；80：60；100：100". */
function lineOf(text: string, _direction: Direction, figure: FigureReader): Taken<Plain> {
  const points: { at: Limit; points: number }[] = [];
  for (const part of partsOf(text)) {
    const [written, score] = colonOf(part) ?? ['', ''];
    const [at, worth] = [figure(written), numberOf(score.replace(/分$/u, ''))];
    if (at === 'told') return { told: true };
    if (at === undefined || worth === undefined) return refused('settings', words.lineForm(part));
    points.push({ at, points: worth });
  }
  return points.length < 2 ? refused('settings', words.lineForm(text)) : { value: { method: 'interpolate', points } };
}

function pairsOf(method: string, title: string, text: string, figure: FigureReader): Taken<Plain> {
  const settings: ReadonlyMap<string, string> = methodSettings.get(method) ?? new Map();
  const names = [...settings.keys(), ...(method === 'steps' ? [partialSetting] : [logSetting])];
  const config: { [key: string]: unknown } = { method };
  for (const part of partsOf(text)) {
    const pair = pairOf(part);
    if (!pair) return refused('settings', words.settingForm(part));
    const [name, written] = pair;
    if (name === partialSetting && method === 'steps') {
      const partial = own(meanings.partial, written);
      if (partial === undefined) return refused('settings', words.unknownWord(name, written, Object.keys(meanings.partial)));
      config['partial'] = partial;
    } else if (name === logSetting && method !== 'steps') {
      const isLog = own(meanings.yesNo, written);
      if (isLog === undefined) return refused('settings', words.unknownWord(name, written, Object.keys(meanings.yesNo)));
      if (isLog) config['transform'] = 'log';
    } else {
      const key = settings.get(name);
      if (key === undefined) return refused('settings', words.unknownWord(title, name, names));
      const value = ELSEWHERE.has(key) ? figure(written) : numberOf(written.replace(/分$/u, ''));
      if (value === 'told') return { told: true };
      if (value === undefined) return refused('settings', words.number(name, written, ELSEWHERE.has(key)));
      config[key] = value;
    }
  }
  const absent = (neededSettings.get(method) ?? []).filter((name) => !Object.hasOwn(config, settings.get(name) ?? name));
  return absent.length > 0 ? refused('settings', words.settingNeeded(title, absent)) : { value: config };
}

const LISTS = { bands: bandsOf, pass_fail: passOf, interpolate: lineOf } as const;

/**
 * A scoring method with its arguments as the sheet writes them → as the pack format writes them; undefined where both cells are blank.
 * "目标比" with "目标=8；封顶=120；保底=0", "分段" with "不低于10：100；不低于5：80；其余：0".
 * @param figure reads arguments in the indicator's unit
 */
export function methodOf(name: string, settings: string, direction: Direction, figure: FigureReader): Taken<MethodConfig> | undefined {
  if (name === '') return settings === '' ? undefined : refused('method', words.settingsIdle(settings));
  const method = known.get(foldText(name));
  if (method === undefined) return refused('method', words.unknownWord('计分方法', name, Object.values(methodTitles)));
  const listed = method === 'bands' || method === 'pass_fail' || method === 'interpolate' ? LISTS[method] : undefined;
  const read = listed?.(settings, direction, figure) ?? pairsOf(method, name, settings, figure);
  if (!('value' in read)) return read;
  const config = withDefaults(read.value) as MethodConfig;
  const wrong = lintMethod(config, direction)[0];
  return wrong === undefined ? { value: config } : refused('settings', words.methodWrong(name, wrong));
}

const SCALE = { to: [0, 100] };
/** What the schemas of methods fill in. */
const DEFAULTS = {
  min_max: SCALE,
  percentile: SCALE,
  goalposts: SCALE,
  target_ratio: { full: 100 },
  efficacy: { base: 60, span: 40 },
  steps: { partial: 'floor' },
  z_score: { mean: 0, sd: 1 },
} as const;

const withDefaults = (config: Plain): Plain => ({ ...own<Plain>(DEFAULTS, String(config['method'])), ...config });
