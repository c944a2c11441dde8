/** Mistakes that the YAML parser knows by these codes: what is wrong, and what to do. */
const mistakes: ReadonlyMap<string, readonly [what: string, step: string]> = new Map([
  ['BAD_INDENT', ['缩进有误', '同一层的键要从同一列开始']],
  ['UNCLOSED', ['前面的花括号 { 或方括号 [ 没有收尾', '请在这一行之前补上英文的 } 或 ]']],
  ['UNCLOSED_QUOTE', ['引号没有成对', '请补上另一半英文引号']],
  ['TAB_AS_INDENT', ['缩进用了制表符', '请把行首的制表符（Tab）换成空格']],
  [
    'MISSING_CHAR',
    ['缺少引号、括号、逗号或“- ”等符号', '请检查引号和括号是否成对，各项之间是否有英文逗号，列表各项是否以“- ”开头、左边对齐'],
  ],
  ['UNEXPECTED_TOKEN', ['有多余的符号或文字', '请删去多余的符号，或给这段文字加英文引号']],
  ['BAD_SCALAR_START', ['有文字以 YAML 的保留符号（如 @、`、%）开头', '请给这段文字加英文引号']],
  ['BLOCK_AS_IMPLICIT_KEY', ['一行中有两个“键: 内容”，或下一行缩进过深', '内容中有英文冒号的请加英文引号；各键请从同一列开始']],
  ['BLOCK_IN_FLOW', ['花括号或方括号中缺少英文逗号', '请在各项之间用英文逗号隔开']],
  ['MULTILINE_IMPLICIT_KEY', ['键没有写完，或缺少冒号', '请写作“键: 内容”，用英文冒号，冒号后空一格']],
  ['BAD_DQ_ESCAPE', ['双引号内的反斜杠写法有误', '请改用单引号，或把 \\ 写作 \\\\']],
  ['BAD_ALIAS', ['别名（*）写法有误', '请直接写出内容；以 * 开头的文字请加英文引号']],
  ['MULTIPLE_DOCS', ['一个文件只能有一个方案，多了“---”', '请删去“---”及其后的另一个方案']],
  ['TAG_RESOLVE_FAILED', ['使用了不支持的标签（!）', '以 ! 开头的文字请加英文引号']],
]);

const marks: ReadonlyMap<string, readonly [name: string, instead: string]> = new Map([
  ['：', ['全角冒号', '英文冒号加一个空格']],
  ['，', ['全角逗号', '英文逗号']],
  ['、', ['顿号', '英文逗号']],
  ['“', ['全角引号', '英文引号 "']],
  ['”', ['全角引号', '英文引号 "']],
  ['‘', ['全角引号', "英文引号 '"]],
  ['’', ['全角引号', "英文引号 '"]],
  ['【', ['全角方括号', '英文方括号 [']],
  ['】', ['全角方括号', '英文方括号 ]']],
  ['［', ['全角方括号', '英文方括号 [']],
  ['］', ['全角方括号', '英文方括号 ]']],
  ['｛', ['全角花括号', '英文花括号 {']],
  ['｝', ['全角花括号', '英文花括号 }']],
  ['　', ['全角空格', '英文空格']],
]);

/** Marks of a Chinese keyboard where YAML reads its own. */
export const FULL_WIDTH_MARKS = [...marks.keys()].join('');

const named = (mark: string): string => `${marks.get(mark)?.[0] ?? ''}“${mark}”`;
const instead = (mark: string): string => marks.get(mark)?.[1] ?? '';

/** Chinese text about a pack's file: what is wrong with its YAML. */
export const packTextWords = {
  place: (file: string, line: number, column: number) => `${file}:${line}:${column}`,
  broken: (line: number, code: string, found: readonly string[], tight: boolean) => {
    const [what, step] = mistakes.get(code) ?? [`不符合 YAML 的写法（${code}）`, '请检查这一行及其上一行的缩进、冒号和引号'];
    const unique = [...new Map(found.map((mark) => [named(mark), mark])).values()];
    return {
      message: `方案文件第 ${line} 行无法解析：${what}${unique.length > 0 ? `；这一行写了${unique.map(named).join('、')}` : ''}。`,
      nextStep:
        unique.length > 0
          ? `请改为${[...new Set(unique.map(instead))].join('、')}；确实属于内容的，请给整段文字加英文引号。`
          : `${tight ? '英文冒号后面要空一格。' : ''}${step}。`,
    };
  },
  duplicate: (key: string, line: number, first: number) => ({
    message: `方案文件第 ${line} 行无法解析：同一处有重复的键“${key}”（第 ${first} 行已经写过）。`,
    nextStep: '请合并或删去其中一处；只认一处会悄悄丢掉另一处。',
  }),
  markInKey: (key: string, mark: string) => ({
    message: `键“${key}”中有${named(mark)}，与后面的内容连在了一起。`,
    nextStep: `请把它改为${instead(mark)}；确实属于键名的，请给键名加英文引号。`,
  }),
  quotedByMarks: (text: string) => ({
    message: `内容${text}用了全角引号，引号会成为内容的一部分。`,
    nextStep: '请改为英文引号，或去掉引号；确实属于内容的，请在外面再加英文引号。',
  }),
  markInList: (text: string, mark: string) => ({
    message: `列表中的“${text}”有${named(mark)}，会被当作一项。`,
    nextStep: `是几项的，请用英文逗号隔开；确实是一项的，请给它加英文引号。`,
  }),
  notOwn: (key: string) => ({
    message: `“${key}”不能作键名：程序语言里它另有含义。`,
    nextStep: '请换一个键名。',
  }),
  tooDeep: {
    message: '方案文件的括号或缩进层数过多，无法读取。',
    nextStep: '请核对文件是否完整、是否选错了文件；方案一般不超过十层。',
  },
  aliases: {
    message: '方案文件中的别名（*）没有定义，或层层引用过多，无法展开。',
    nextStep: '请不用别名，直接写出内容。',
  },
};
