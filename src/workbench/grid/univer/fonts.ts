const SERIF = ['Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'serif'];
const SANS = ['Microsoft YaHei', 'PingFang SC', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'sans-serif'];

/** The faces of Chinese office software, in groups of the same drawing under their Chinese, English and macOS names. */
const GROUPS: readonly (readonly [like: RegExp, family: readonly string[]])[] = [
  [/^(仿宋|fangsong|华文仿宋|stfangsong|方正仿宋)/i, ['仿宋', 'FangSong', 'FangSong_GB2312', 'STFangsong', ...SERIF]],
  [/^(楷体|kaiti|华文楷体|stkaiti|方正楷体)/i, ['楷体', 'KaiTi', 'KaiTi_GB2312', 'STKaiti', 'Kaiti SC', ...SERIF]],
  [/^(黑体|simhei|华文黑体|stheiti|华文细黑|方正黑体)/i, ['黑体', 'SimHei', 'STHeiti', 'Heiti SC', ...SANS]],
  [/^(等线|dengxian)/i, ['等线', 'DengXian', ...SANS]],
  [/宋|song|simsun|ming|serif(?!.*sans)|roman|times|cambria|georgia/i, ['宋体', 'SimSun', ...SERIF]],
];

/** Excel's own limit is 31 characters. */
const LONGEST_FONT = 255;

/** What stands in a list of families without quotes; Univer puts quotes around names with spaces alone. */
const PLAIN = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/**
 * A file's font and what comes nearest to it on a machine without it, as a CSS list of families. A name that CSS would not take is
 * left out, since it would make the whole list void.
 */
export function fontFamily(name: string | undefined): string {
  const wanted = (name ?? '')
    .slice(0, LONGEST_FONT)
    .replace(/^@/, '')
    .replace(/["',;\\]/g, '')
    .trim();
  const known = GROUPS.find(([like]) => like.test(wanted))?.[1] ?? SANS;
  const own = wanted.includes(' ') || PLAIN.test(wanted) ? [wanted] : [];
  return [...new Set([...own, ...known])].join(', ');
}
