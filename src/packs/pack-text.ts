import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  visit,
  type Document,
  type ParsedNode,
  type YAMLError,
} from 'yaml';
import type { Units } from '../core/units/units';
import { FULL_WIDTH_MARKS, packTextWords as words } from './pack-text-words';
import { loadPack, type LoadedPack } from '../core/pack/load';
import type { PackProblem } from '../core/pack/pack-problem';
import type { SharedParts } from '../core/pack/schema';

/** Times that one anchor may be repeated, all expansions counted. */
const ALIASES = 100;
const MARKS = new RegExp(`[${FULL_WIDTH_MARKS}]`, 'gu');
const KEY_MARKS = /[：，“”‘’]/u;
const WRAPPED = /^[“‘][^“”‘’]*[”’]$/u;
/** Inside a list, where a comma was meant. Headers and names of sheets may hold the enumeration comma themselves. */
const LIST_MARKS = /，/u;
const VALUE_MARKS = /[，、]/u;
const LISTS_OF_VALUES: ReadonlySet<unknown> = new Set(['values', 'choices']);
/** "b:1": a colon without its space makes no key. */
const TIGHT = /^\s*(?:- )?[^\s:"'{[]+:[^\s:/]/u;

type Parsed = Document.Parsed<ParsedNode, true>;

/**
 * A pack's file (YAML 1.2, of which JSON is a part, repeated keys refused) → the pack, or what is wrong with it; every problem says
 * file:line:column as its sheet.
 */
export function loadPackText(text: string, file: string, units: Units, shared?: SharedParts): LoadedPack {
  try {
    return loadParsed(text, file, units, shared);
  } catch (error) {
    // Thousands of brackets one in another take more room than a program has for its steps.
    if (!(error instanceof RangeError)) throw error;
    return { problems: [{ severity: 'block', code: 'pack-yaml', sheet: words.place(file, 1, 1), ...words.tooDeep, path: [] }] };
  }
}

function loadParsed(text: string, file: string, units: Units, shared?: SharedParts): LoadedPack {
  const lines = new LineCounter();
  const document: Parsed = parseDocument(text, { uniqueKeys: true, strict: true, lineCounter: lines });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return words.place(file, line, col);
  };
  const problem = (offset: number, said: { message: string; nextStep: string }): PackProblem => ({
    severity: 'block',
    code: 'pack-yaml',
    sheet: at(offset),
    ...said,
    path: [],
  });
  const broken = firstOfLines([...document.errors, ...document.warnings], lines);
  if (broken.length > 0) return { problems: broken.map((error) => problem(error.pos[0], saidOf(error, text, lines))) };
  const marks = misread(document);
  if (marks.length > 0) return { problems: marks.map(([offset, said]) => problem(offset, said)) };
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: ALIASES });
  } catch (error) {
    // An alias that nothing defines, or so many that they would fill the memory.
    if (error instanceof ReferenceError) return { problems: [problem(0, words.aliases)] };
    throw error;
  }
  const { pack, problems } = loadPack(data, file, units, shared);
  const placed = problems.map((one) => ({ ...one, sheet: at(offsetOf(document, one)) }));
  return pack === undefined ? { problems: placed } : { pack, problems: placed };
}

/** One mistake often breaks what follows on its line, and a tab the lines that follow. */
function firstOfLines(errors: readonly YAMLError[], lines: LineCounter): YAMLError[] {
  const seen = new Set<number>();
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  return (tabs.length > 0 ? tabs : errors).filter(({ pos: [start] }) => {
    const { line } = lines.linePos(start);
    return !seen.has(line) && seen.add(line);
  });
}

/** What the parser's codes do not tell apart, its English does. */
const exactly = ({ code, message }: YAMLError): string =>
  /end with a [\]}]/.test(message) ? 'UNCLOSED' : message.startsWith('Missing closing') ? 'UNCLOSED_QUOTE' : code;

function saidOf(error: YAMLError, text: string, lines: LineCounter): { message: string; nextStep: string } {
  const [start] = error.pos;
  const { line } = lines.linePos(start);
  if (error.code === 'DUPLICATE_KEY') {
    const { key, first } = repeatedAt(text, start);
    return words.duplicate(key, line, lines.linePos(first).line);
  }
  const written = text.split('\n')[line - 1] ?? '';
  const bare = written.replace(/"[^"]*"|'[^']*'|(?:^|\s)#.*$/gu, '');
  return words.broken(line, exactly(error), bare.match(MARKS) ?? [], TIGHT.test(bare));
}

/** The repeated key that stands at an offset, and where it stood before. */
function repeatedAt(text: string, offset: number): { key: string; first: number } {
  let found = { key: '', first: offset };
  visit(parseDocument(text, { uniqueKeys: false }), {
    Map(_, { items }) {
      const first = new Map<string, number>();
      for (const { key } of items) {
        if (!isScalar(key) || !key.range) continue;
        const name = String(key.value);
        const before = first.get(name);
        if (key.range[0] === offset && before !== undefined) found = { key: name, first: before };
        if (before === undefined) first.set(name, key.range[0]);
      }
    },
  });
  return found;
}

/** What YAML takes without a complaint: marks of a Chinese keyboard as part of a word, and a key that no object can have. */
function misread(document: Parsed): [offset: number, said: { message: string; nextStep: string }][] {
  const found: [number, { message: string; nextStep: string }][] = [];
  visit(document, {
    Scalar(key, { value, type, range }, path) {
      // Schemas leave it out without a word, however it is quoted.
      if (key === 'key' && value === '__proto__' && range) found.push([range[0], words.notOwn(value)]);
      if (typeof value !== 'string' || type !== Scalar.PLAIN || !range) return;
      const parent = path.at(-1);
      const owner = path.at(-2);
      const isValue = isPair(owner) && isScalar(owner.key) && LISTS_OF_VALUES.has(owner.key.value);
      const [mark = ''] = (key === 'key' ? KEY_MARKS : isValue ? VALUE_MARKS : LIST_MARKS).exec(value) ?? [];
      if (key === 'key') {
        if (mark !== '') found.push([range[0], words.markInKey(value, mark)]);
      } else if (WRAPPED.test(value)) found.push([range[0], words.quotedByMarks(value)]);
      else if (mark !== '' && isSeq(parent) && parent.flow === true) found.push([range[0], words.markInList(value, mark)]);
    },
  });
  return found;
}

/** Where a problem's word stands; else the value at its path, or the key of a value of several lines. */
function offsetOf(document: Parsed, { path, about }: PackProblem): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    const inner: unknown = isAlias(node) ? node.resolve(document) : node;
    if (isMap(inner)) {
      const pair = inner.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      offset = startOf(isCollection(pair.value) ? pair.key : pair.value) ?? startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(inner) && typeof step === 'number' && inner.items[step] !== undefined) {
      node = inner.items[step];
      offset = startOf(node) ?? offset;
    } else break;
  }
  if (about === undefined) return offset;
  return offsetOfWord(node, about, false) ?? offsetOfWord(node, about, true) ?? offset;
}

/** First place below a node where the word stands as a value, or as a key. */
function offsetOfWord(node: unknown, word: string, asKey: boolean): number | undefined {
  if (isScalar(node)) return !asKey && String(node.value) === word ? startOf(node) : undefined;
  if (!isCollection(node)) return undefined;
  for (const item of node.items) {
    if (asKey && isPair(item) && isScalar(item.key) && String(item.key.value) === word) return startOf(item.key);
    const found = offsetOfWord(isPair(item) ? item.value : item, word, asKey);
    if (found !== undefined) return found;
  }
  return undefined;
}

const startOf = (node: unknown): number | undefined =>
  isScalar(node) || isCollection(node) || isAlias(node) ? node.range?.[0] : undefined;
