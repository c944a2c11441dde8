/** Zod's names of kinds of values. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['string', '文字'],
  ['number', '数'],
  ['int', '整数'],
  ['boolean', 'true 或 false'],
  ['array', '列表 [ … ]'],
  ['tuple', '列表 [ … ]'],
  ['object', '成组的键 { … }'],
  ['record', '成组的键 { … }'],
  ['null', '空'],
]);

const said = (path: string): string => (path === '' ? '方案文件' : `“${path}”`);
const shown = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value));

/** Chinese text about a pack that has not the shape of one. */
export const packSchemaWords = {
  unknownKey: (path: string, key: string, misread: boolean) => ({
    message: `${said(path)}中没有“${key}”这个键。`,
    nextStep: misread ? '键与内容之间请用英文冒号加一个空格，各项之间用英文逗号。' : '请改正键名，或删去。',
  }),
  missing: (path: string, key: string) => ({ message: `缺少“${path}”。`, nextStep: `请补写 ${key}。` }),
  empty: (path: string, wanted: string) => ({ message: `${said(path)}没有写内容。`, nextStep: `请写${wanted}，或删去这个键。` }),
  kind: (path: string, wanted: string, found: unknown) => ({
    message: `${said(path)}应为${wanted}，现为${packSchemaWords.found(found)}。`,
    nextStep:
      typeof found === 'number'
        ? '文字形式的数字（代码、版本等）请加英文引号；否则请改正。'
        : typeof found === 'string' && found.trim() !== '' && Number.isFinite(Number(found))
          ? '数字不加引号。'
          : '请改正写法。',
  }),
  found: (value: unknown): string =>
    value === null
      ? '空'
      : Array.isArray(value)
        ? '列表'
        : typeof value === 'object'
          ? '成组的键'
          : `${typeof value === 'boolean' ? '' : (kinds.get(typeof value) ?? '')}${shown(value)}`,
  value: (path: string, value: unknown) => ({ message: `${said(path)}的取值${shown(value)}不能用。`, nextStep: '请改正取值。' }),
  tooSmall: (path: string, origin: string, minimum: number, inclusive: boolean) => ({
    message:
      origin === 'string'
        ? `${said(path)}没有写内容。`
        : origin === 'array'
          ? `${said(path)}至少要写 ${minimum} 项。`
          : `${said(path)}应${inclusive ? '不小于' : '大于'} ${minimum}。`,
    nextStep: '请改正。',
  }),
  tooBig: (path: string, origin: string, maximum: number, inclusive: boolean) => ({
    message:
      origin === 'string'
        ? `${said(path)}超过 ${maximum} 个字。`
        : origin === 'array'
          ? `${said(path)}至多写 ${maximum} 项。`
          : `${said(path)}应${inclusive ? '不大于' : '小于'} ${maximum}。`,
    nextStep: '请改正。',
  }),
  badKey: (path: string, key: string, why: string) => ({
    message: `${said(path)}的键名“${key}”不能用：${why}。`,
    nextStep: '请换一个键名。',
  }),
  other: (path: string, value: unknown, why: string) => ({
    message: `${said(path)}${typeof value === 'string' || typeof value === 'number' ? `写的${shown(value)}不能用` : '不能用'}：${why}。`,
    nextStep: '请按方案格式修改（运行 packs schema 可得格式说明）。',
  }),
  kindName: (kind: string): string => kinds.get(kind) ?? kind,
  written: (keys: readonly string[]): string => `{ ${keys.map((key) => `${key}: …`).join(', ')} }`,
  or: (kinds: readonly string[]): string => kinds.join('，或 '),
  pattern: (pattern: string): string => patterns.get(pattern) ?? `不符合格式 ${pattern}`,
};

/** What the patterns of the schema ask for, where the schema itself does not say it. */
const patterns: ReadonlyMap<string, string> = new Map([
  ['/^[a-z][a-z0-9-]*$/', '应为小写字母、数字和连字符，以字母开头，如 shandong-2016'],
  ['/^\\d+\\.\\d+\\.\\d+$/', '应写作 1.0.0 这样的版本号'],
  ['/^\\d{6}$/', '应为六位行政区划代码'],
  ['/^[A-Z][A-Z0-9-]*$/', '应为大写字母、数字和连字符，以字母开头，如 X1'],
  ['/^[A-Z]{2}-[A-Z]{3}-\\d{2,3}$/', '应为条目编号，如 SD-RNK-02'],
  ['/^[a-z_]+$/', '应为小写字母和下划线'],
  ['/^\\d+(\\.\\d+)?(\\/\\d+)?$/', '应为小数或分数，如 "0.5"、"2000/3"'],
]);
