import { z } from 'zod';
import { packSchemaWords as words } from '../words/pack-schema';
import { withNearest } from './nearest-word';
import { writtenPath, type PackProblem, type Path } from './pack-problem';
import { PackShape } from './schema-shape';

type Issue = z.core.$ZodIssue;

/** A value of another kind altogether says nothing about what the writer meant. */
const OTHER_KIND = 1000;
const OTHER_WORD = 500;
const chinese = z.locales.zhCN().localeError;
let known: PackShape | undefined;

/** Marks that a Chinese keyboard writes for those of YAML. */
const FULL_WIDTH = /[：，]/u;

/** What zod says of a pack, one problem a mistake: where, which word, and what may stand there. */
export function schemaProblems(error: z.ZodError, data: unknown, file: string): PackProblem[] {
  const shape = (known ??= new PackShape());
  return error.issues.flatMap((issue) => leaves(issue, [])).flatMap(({ issue, path }) => told(shape, issue, path, data, file));
}

/** How far a value is from a part of a union that it might have been meant for. */
const distance = (issues: readonly Issue[]): number =>
  issues.reduce((sum, { code, path, ...issue }) => {
    if (path.length === 0 && code === 'invalid_type') return sum + OTHER_KIND;
    if (path.length === 0 && code === 'invalid_value') return sum + OTHER_WORD;
    return sum + ('keys' in issue ? issue.keys.length : 1);
  }, 0);

interface Leaf {
  readonly issue: Issue;
  readonly path: PropertyKey[];
}

/** An issue of a union becomes those of the part that is nearest to what was written. */
function leaves(issue: Issue, above: readonly PropertyKey[]): Leaf[] {
  const path = [...above, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  const [best] = [...issue.errors].sort((a, b) => distance(a) - distance(b));
  return best && distance(best) < OTHER_KIND ? best.flatMap((one) => leaves(one, path)) : [{ issue, path }];
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step) ? inner[step as keyof typeof inner] : undefined,
    data,
  );
}

function told(shape: PackShape, issue: Issue, path: readonly PropertyKey[], data: unknown, file: string): PackProblem[] {
  const place: Path = path.map((step) => (typeof step === 'number' ? step : String(step)));
  const at = writtenPath(place);
  const value = valueAt(data, path);
  const problem = (said: { message: string; nextStep: string }, about?: string, choice: readonly string[] = []): PackProblem => ({
    severity: 'block',
    code: 'pack-schema',
    sheet: file,
    ...withNearest(said, about ?? '', choice),
    path: place,
    ...(about !== undefined && { about }),
  });
  const kinds = (): string =>
    words.or([...new Set(shape.kinds(data, path).map((kind) => (typeof kind === 'string' ? words.kindName(kind) : words.written(kind))))]);
  const ofKind = (wanted: string): PackProblem => {
    const choice = shape.words(data, path);
    if (value === undefined) {
      const said = words.missing(at, String(place.at(-1) ?? ''));
      return { ...problem(said, undefined, choice), path: place.slice(0, -1) };
    }
    return value === null ? problem(words.empty(at, wanted), undefined, choice) : problem(words.kind(at, wanted, value), undefined, choice);
  };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem(words.unknownKey(at, key, FULL_WIDTH.test(key)), key, unused(shape.keys(data, path), value)));
    case 'invalid_type':
      return [ofKind(words.kindName(issue.expected))];
    case 'invalid_value':
      return [ofWord(issue.values.map(String))];
    case 'invalid_union': {
      const choice = shape.words(data, path);
      return [choice.length > 0 ? ofWord(choice) : ofKind(kinds())];
    }
    case 'too_small':
      return [problem(words.tooSmall(at, issue.origin, Number(issue.minimum), issue.inclusive !== false))];
    case 'too_big':
      return [problem(words.tooBig(at, issue.origin, Number(issue.maximum), issue.inclusive !== false))];
    case 'invalid_key': {
      const key = String(place.at(-1));
      const said = words.badKey(writtenPath(place.slice(0, -1)), key, issue.issues.map(why).join('；'));
      return [{ ...problem(said, key), path: place.slice(0, -1) }];
    }
    default:
      return [problem(words.other(at, value, why(issue)))];
  }

  function ofWord(choice: readonly string[]): PackProblem {
    if (value === undefined || value === null) return ofKind(choice.join('、'));
    return problem(words.value(at, value), String(value), choice);
  }
}

/** Keys that are not written yet: what a wrong one may have been meant for. */
const unused = (keys: readonly string[], value: unknown): string[] =>
  keys.filter((key) => typeof value !== 'object' || value === null || !Object.hasOwn(value, key));

/** The schema's own words where it has some, else zod's. */
function why(issue: Issue): string {
  if (issue.code === 'invalid_format' && issue.pattern !== undefined && !/\p{Script=Han}/u.test(issue.message))
    return words.pattern(issue.pattern);
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message;
  const said = chinese({ ...issue, input: issue.input } as Parameters<typeof chinese>[0]);
  return typeof said === 'string' ? said : (said?.message ?? issue.message);
}
