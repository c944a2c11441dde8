/** What a number format makes of a number: what the person sees is not always what is stored. */
export interface Shown {
  /** date – a day or a time of day; hidden – nothing is seen; odd – signs stand among the digits. */
  readonly as: 'number' | 'date' | 'hidden' | 'odd';
  /** The shown number is the stored one with its decimal point moved by so many places; 2 where `percent`. */
  readonly shift: number;
  readonly percent: boolean;
  /** Words shown round the number: "万元", "¥". */
  readonly words: string;
}

interface Section extends Shown {
  readonly condition: ((value: number) => boolean) | undefined;
}

const PLAIN_SHOWN: Section = { as: 'number', shift: 0, percent: false, words: '', condition: undefined };
const COMPARE: ReadonlyMap<string, (value: number, limit: number) => boolean> = new Map([
  ['<', (a, b) => a < b],
  ['<=', (a, b) => a <= b],
  ['>', (a, b) => a > b],
  ['>=', (a, b) => a >= b],
  ['=', (a, b) => a === b],
  ['<>', (a, b) => a !== b],
]);

/** Longer formats are none that a person made. */
const LONGEST = 255;
const known = new Map<string, readonly Section[]>();

/** How a stored number is seen under a format of Excel or WPS. Most formats have one section and cost one look-up. */
export function shownAs(format: string, value: number): Shown {
  let sections = known.get(format);
  if (sections === undefined) {
    sections = format.length > LONGEST ? [PLAIN_SHOWN] : sectionsOf(format);
    if (known.size < 1000) known.set(format, sections);
  }
  if (sections.length === 1) return sections[0]!;
  const conditioned = sections.find(({ condition }) => condition?.(value));
  if (conditioned) return conditioned;
  const free = sections.slice(0, 3).filter(({ condition }) => condition === undefined);
  if (free.length < Math.min(3, sections.length)) return free[0] ?? PLAIN_SHOWN;
  return (value < 0 ? free[1] : value === 0 ? free[2] : undefined) ?? free[0] ?? PLAIN_SHOWN;
}

/** Whether a format shows every number as it is stored, rounded at most. */
export const isPlainFormat = (format: string): boolean =>
  format === 'General' || (shownAs(format, 1) === PLAIN_SHOWN && known.get(format)?.length === 1);

/** Text of a section, its signs and what they show. */
function sectionsOf(format: string): readonly Section[] {
  const sections: Section[] = [];
  let at = 0;
  while (at <= format.length && sections.length < 4) {
    const [section, end] = sectionAt(format, at);
    sections.push(section);
    at = end + 1;
  }
  return sections;
}

const DIGIT = /[0#?]/;
const TIME = /^\[(?:h+|m+|s+)\]$/i;
const CURRENCY = /^\[\$([^\]-]*)/;
const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]$/;
const GENERAL = /^(?:general|g\/通用格式)/i;
const MERIDIAN = /^(?:am\/pm|a\/p|上午\/下午)/i;

function sectionAt(format: string, start: number): [section: Section, end: number] {
  let words = '';
  let percents = 0;
  let date = false;
  let digits = 0;
  /** Digits since a point that is mere text, which the person reads as a decimal point. */
  let behindPoint = -1;
  let point = false;
  let odd = false;
  let commas = 0;
  let thousands = 0;
  let pending = '';
  let condition: Section['condition'];
  let at = start;

  const literal = (text: string): void => {
    if (text === '.' && digits > 0 && !point && behindPoint < 0) behindPoint = 0;
    else pending += text;
  };
  const settle = (): void => {
    words += pending;
    pending = '';
  };
  for (; at < format.length && format[at] !== ';'; at++) {
    const sign = format[at]!;
    const rest = format.slice(at, at + 8);
    const token = GENERAL.exec(rest) ?? MERIDIAN.exec(rest);
    if (token) {
      if (GENERAL.test(rest)) digits++;
      else date = true;
      settle();
      at += token[0].length - 1;
    } else if (DIGIT.test(sign)) {
      if (digits > 0 && pending.trim() !== '') odd = true;
      settle();
      digits++;
      if (behindPoint >= 0) behindPoint++;
      commas = 0;
    } else if (sign === ',') {
      if (digits > 0) {
        commas++;
        thousands = commas;
        // A comma with a digit behind it only groups; counted off again there.
        if (DIGIT.test(format[at + 1] ?? '')) thousands = commas = 0;
      }
    } else if (sign === '.') {
      point = true;
    } else if (sign === '%') {
      percents++;
    } else if (sign === '"') {
      const close = format.indexOf('"', at + 1);
      literal(format.slice(at + 1, close < 0 ? undefined : close));
      at = close < 0 ? format.length - 1 : close;
    } else if (sign === '\\' || sign === '!') {
      literal(format[at + 1] ?? '');
      at++;
    } else if (sign === '_' || sign === '*') {
      at++;
    } else if (sign === '[') {
      const close = format.indexOf(']', at);
      const bracket = format.slice(at, close < 0 ? undefined : close + 1);
      const compare = CONDITION.exec(bracket);
      if (TIME.test(bracket)) date = true;
      else if (compare) condition = conditionOf(compare[1]!, Number(compare[2]));
      else literal(CURRENCY.exec(bracket)?.[1] ?? '');
      at = close < 0 ? format.length - 1 : close;
    } else if (/[ymdhs]/i.test(sign) || (/[eg]/i.test(sign) && !/[+-]/.test(format[at + 1] ?? '') && digits === 0)) {
      date = true;
    } else if (/e/i.test(sign)) {
      at++;
    } else if (sign !== '/' && sign !== '@' && sign !== '?') {
      literal(sign);
    }
  }
  settle();
  const empty = digits === 0 && !date && words === '' && format.slice(start, at) === '';
  const section: Section = {
    as: date ? 'date' : empty && format.includes(';') ? 'hidden' : odd ? 'odd' : 'number',
    shift: percents * 2 - thousands * 3 - Math.max(0, behindPoint),
    percent: percents === 1,
    words: words.replace(/[\s()（）+:,，.-]+/gu, ''),
    condition,
  };
  const plain = section.as === 'number' && section.shift === 0 && section.words === '' && condition === undefined;
  return [plain ? PLAIN_SHOWN : section, at];
}

const conditionOf =
  (sign: string, limit: number): ((value: number) => boolean) =>
  (value) =>
    COMPARE.get(sign)?.(value, limit) ?? false;
