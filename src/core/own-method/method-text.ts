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
import { colonOf, limitOf, numberOf, pairOf, partsOf, type Side } from './texts';

export type Direction = 'higher_is_better' | 'lower_is_better';

interface Said {
  readonly message: string;
  readonly nextStep: string;
}

/** What a cell says as pack data, or why it cannot be used. */
export type Taken<T> = { readonly value: T } | { readonly refused: Said; readonly of: 'method' | 'settings' };

/** A method as the pack format writes it, in the making. */
interface Plain {
  readonly [key: string]: unknown;
}

const known = new Map([...methodIds].map(([name, id]) => [foldText(name), id]));

const refused = (of: 'method' | 'settings', said: Said): { refused: Said; of: 'method' | 'settings' } => ({ refused: said, of });

/** Steps of the better or the worse side, best first: limits of one side, then 其余. */
function stepsOf(text: string, direction: Direction): Taken<readonly { side?: Side; limit?: number; points: number }[]> {
  const found: { side?: Side; limit?: number; points: number }[] = [];
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
    const limit = limitOf(edge);
    if (!limit) return refused('settings', words.bandForm(part));
    const rising = limit.side === 'at_least' || limit.side === 'over';
    const before = found.at(-1);
    const isFurther =
      before?.limit === undefined ||
      (rising ? limit.limit < before.limit : limit.limit > before.limit) ||
      (limit.limit === before.limit && (before.side === 'over' || before.side === 'under') && limit.side !== before.side);
    if (rising !== (direction === 'higher_is_better') || !isFurther) return refused('settings', words.bandOrder(part));
    found.push({ ...limit, points });
  }
  return found.length >= 2 && found.at(-1)!.side === undefined ? { value: found } : refused('settings', words.otherwiseLast);
}

const OTHER_SIDE = { at_least: 'under', over: 'at_most', at_most: 'over', under: 'at_least' } as const satisfies Record<Side, Side>;

function bandsOf(text: string, direction: Direction): Taken<Plain> {
  const read = stepsOf(text, direction);
  if ('refused' in read) return read;
  const bands = read.value.map(({ side, limit, points }, place) => {
    const before = read.value[place - 1];
    return {
      ...(side !== undefined && { [side]: limit }),
      ...(before?.side !== undefined && { [OTHER_SIDE[before.side]]: before.limit }),
      points,
    };
  });
  return { value: { method: 'bands', bands } };
}

function passOf(text: string, direction: Direction): Taken<Plain> {
  const read = stepsOf(text, direction);
  if ('refused' in read) return read;
  const [pass, rest] = read.value;
  if (read.value.length !== 2 || pass?.side === undefined) return refused('settings', words.bandForm(text));
  return { value: { method: 'pass_fail', [pass.side]: pass.limit, points: pass.points, otherwise: rest!.points } };
}

/** Figures with their points, straight lines between: "60：0；80：60；100：100". */
function lineOf(text: string): Taken<Plain> {
  const points: { at: number; points: number }[] = [];
  for (const part of partsOf(text)) {
    const [figure, score] = (colonOf(part) ?? ['', '']).map((one) => numberOf(one.replace(/分$/u, '')));
    if (figure === undefined || score === undefined) return refused('settings', words.lineForm(part));
    points.push({ at: figure, points: score });
  }
  return points.length < 2 ? refused('settings', words.lineForm(text)) : { value: { method: 'interpolate', points } };
}

function pairsOf(method: string, title: string, text: string): Taken<Plain> {
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
      const value = numberOf(written.replace(/分$/u, ''));
      if (value === undefined) return refused('settings', words.number(name, written));
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
 */
export function methodOf(name: string, settings: string, direction: Direction): Taken<MethodConfig> | undefined {
  if (name === '') return settings === '' ? undefined : refused('method', words.settingsIdle(settings));
  const method = known.get(foldText(name));
  if (method === undefined) return refused('method', words.unknownWord('计分方法', name, Object.values(methodTitles)));
  const listed = method === 'bands' || method === 'pass_fail' || method === 'interpolate' ? LISTS[method] : undefined;
  const read = listed?.(settings, direction) ?? pairsOf(method, name, settings);
  if ('refused' in read) return read;
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
