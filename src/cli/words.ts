import type { FindingStatus } from '../core/judge/finding';
import type { Severity } from '../core/problem';

/** Kinds of items of a document, by the letters in their ids. */
const itemKinds: ReadonlyMap<string, string> = new Map([
  ['DIM', '考核内容'],
  ['IND', '指标'],
  ['THR', '界限'],
  ['TGT', '目标'],
  ['RNK', '名次规则'],
  ['CON', '奖惩和支持措施'],
  ['CLS', '分类'],
  ['DDL', '期限'],
  ['CHK', '定性事项'],
  ['REP', '职责和报告'],
]);

/** Chinese text of the command line. */
export const cliWords = {
  product: '开发区考评助手',
  usage: `用法：
  node dist/cli.js workbench [--port 3000] [--no-open]  启动工作台，在浏览器中使用（--no-open：不自动打开浏览器）
  node dist/cli.js score <工作簿> --pack <方案编号|方案文件.yaml> --out <结果.xlsx>
                         [--json <结果.json|->] [--sheet <工作表名>] [--year 数据年度] [--as-of YYYY-MM-DD]
                         [--accept <核定.json>] [--faces 对外名单,送审排名,工作底稿]
                         [--notice <通报文稿.docx>] [--cards 全部|开发区名,开发区名] [--decimals 小数位]
  node dist/cli.js check <工作簿> --pack <方案编号|方案文件.yaml> [--sheet <工作表名>]
                         [--year 数据年度] [--as-of YYYY-MM-DD] [--proposals <建议.json>] [--accept <核定.json>]
  node dist/cli.js template --pack <方案编号|方案文件.yaml> --year 数据年度 --out <模板.xlsx>
                         [--for 开发区名 | --register <名录.xlsx> | --from <去年.xlsx>]
                         按方案生成空白填报工作簿；写 --for 的只供一个开发区填报，
                         写 --register 的给名录中每个开发区各生成一份，--out 写文件夹；
                         写 --from 的从去年考评过的工作簿接着做（上年数据、上年结果、名称、
                         权重和参数带过来），不用写 --year
  node dist/cli.js merge <填好的文件|文件夹>… --pack <方案编号|方案文件.yaml> --out <汇总.xlsx>
                         [--year 数据年度] [--register <名录.xlsx>] [--latest]
                         把各开发区填好的文件汇总成一个工作簿，附收表回执、数据冲突、催报名单；
                         --latest：同一开发区的几份模板只用保存得最晚的
  node dist/cli.js packs                     列出内置方案
  node dist/cli.js packs show <方案编号|方案文件.yaml>  显示方案内容与所依据的条款
  node dist/cli.js packs lint <方案文件.yaml> 检查自编方案
  node dist/cli.js packs new --from <指标表.xlsx> [--out <方案文件.yaml>]  按表头生成方案草稿
  node dist/cli.js packs schema              输出方案格式（JSON Schema）
  node dist/cli.js demo                      用示例工作簿演示一次

工作簿：.xlsx、.xlsm；旧格式 .xls、.et 和文本表格 .csv、.txt 也能读，结果写成新的 .xlsx。
数据年度：工作簿的标题、工作表名、表头或“权重与参数”表已写明的，不用写 --year。
存疑之处：check --proposals 把处理建议写成文件，删去不同意的，再用 --accept 采纳；单元格改动后相应各条自动失效。
写出哪些表：--faces 写要哪几类，用逗号隔开；不写的全部写出。“考评说明”总有。
体检表：--cards 写开发区名，各写一张，用逗号隔开；写“全部”的每个开发区一张。
考评日期：不写 --as-of 的，按“权重与参数”表的“考评日期”，没有填的按今天。
在面板或工作台中定过的考评日期、数据年度、主表、手工对应和采纳的处理，没有另写的沿用。
退出码：0 完成；1 有必须处理的问题，未写结果；2 命令写法有误；3 文件无法读写，或端口无法使用。`,
  decisions: {
    written: (path: string, sure: number, choices: number) =>
      `处理建议已写入：${path}（${sure} 条可直接采纳${choices > 0 ? `；另有 ${choices} 条须选择，在 choices 中，选定的移入 decisions` : ''}）\n　　→ 请逐条核对，删去不同意的，再用 --accept 采纳。`,
    waiting: (count: number) => `其中 ${count} 处有处理建议：可用 check --proposals <建议.json> 写出，核对后用 --accept 采纳。`,
    notUtf8: {
      message: '核定文件不是 UTF-8 编码，无法读取。',
      nextStep: '请用记事本等打开，另存为时编码选“UTF-8”；或用 check --proposals 重新生成。',
    },
    notJson: {
      message: '核定文件不是完整的 JSON。',
      nextStep: '请检查引号、括号和逗号（删去一条时连同它后面的逗号一起删去）；或用 check --proposals 重新生成。',
    },
    badKey: (key: string, why: string) => ({
      message: key === '' ? `核定文件格式不符：${why}。` : `核定文件的“${key}”不符：${why}。`,
      nextStep: '请按 check --proposals 生成的文件改正这一处；不采纳的，整条删去。',
    }),
    moreMistakes: (count: number) => ({
      message: `核定文件还有 ${count} 处不符。`,
      nextStep: '请核对是否用错了文件；应为 check --proposals 生成的文件。',
    }),
    twice: (first: number, second: number, { sheet, cell }: { readonly sheet: string; readonly cell: string }) => ({
      message: `核定文件的“decisions[${first}]”和“decisions[${second}]”是同一处（${sheet}!${cell}）的两条核定，不能都采纳。`,
      nextStep: '请只留一条。',
    }),
  },
  severity: { block: '必须处理', error: '未采用', warning: '请核对', info: '提示' } satisfies Record<Severity, string>,
  status: { unmet: '不达标／列入处理名单', explain: '需说明', missing: '缺数', met: '达标' } satisfies Record<FindingStatus, string>,

  needCommand: '请写明要做什么。',
  unknownCommand: (command: string) => `没有“${command}”这个命令。`,
  unknownOption: (option: string) => `没有“${option}”这个选项。`,
  repeatedOption: (option: string) => `选项“${option}”写了两次，请只留一次。`,
  optionNeedsValue: (option: string) => `选项“${option}”后面应写明内容。`,
  optionTakesNone: (option: string) => `选项“${option}”后面不写内容。`,
  optionNotUsed: (option: string, command: string) => `命令“${command}”不使用选项“${option}”，请去掉。`,
  tooMany: (extra: string) => `多出了“${extra}”。文件名中有空格的，请加引号。`,
  needInput: '请写明要考评的工作簿。',
  needPack: '请用 --pack 写明方案编号或方案文件。',
  needOut: '请用 --out 写明结果文件。',
  needPackFile: '请写明方案文件。',
  needPackId: '请写明方案编号。',
  badDate: (found: string) => `--as-of 应写作 YYYY-MM-DD 的日历日期，现为“${found}”。`,
  badYear: (found: string) => `--year 应写作四位年份（如 2016），现为“${found}”。`,
  badPort: (found: string) => `--port 应为 1 到 65535 之间的整数，现为“${found}”。`,
  badFace: (found: string, known: readonly string[]) =>
    `--faces 应从${known.map((name) => `“${name}”`).join('、')}中选，用逗号隔开，现有“${found}”。`,
  badDecimals: (given: string, most: number) => `--decimals 应为 0 到 ${most} 之间的整数，现为“${given}”。`,
  notCarded: (title: string, why: string) => `没有写“${title}”：${why}。`,
  allCards: '全部',
  badCards: (given: string) => `--cards 应写“全部”，或者用逗号隔开的开发区名，现为“${given}”。`,
  faceTwice: (name: string) => `--faces 中“${name}”写了两次，请只留一次。`,
  sameFile: (out: string, input: string) => `结果文件“${out}”与“${input}”是同一个文件。请另取文件名，原有文件不会被覆盖。`,
  outExtension: (path: string, wanted: string) => `结果文件“${path}”的扩展名应为 ${wanted}（与输入工作簿的类型一致），否则 Excel 打不开。`,
  outIsFile: (path: string) => `“${path}”是一个文件，这里要写文件夹。`,
  outIsFolder: (path: string) => `结果路径“${path}”是一个文件夹，请写明文件名。`,
  notReadable: (path: string, why: string) => `无法读取“${path}”：${why}。请核对路径与权限。`,
  notWritable: (path: string, why: string) =>
    `无法写入“${path}”：${why}。请核对文件夹是否存在、是否有权限、文件是否正被 Excel 打开；未留下任何不完整的文件。`,
  why: new Map([
    ['ENOENT', '文件或文件夹不存在'],
    ['EACCES', '没有权限'],
    ['EPERM', '没有权限'],
    ['EISDIR', '这是一个文件夹'],
    ['ENOSPC', '磁盘空间不足'],
    ['EROFS', '磁盘只读'],
    ['EBUSY', '文件正被占用'],
    ['ENOTDIR', '路径中有一段不是文件夹'],
  ]),
  tooLarge: (path: string, megabytes: number) => `“${path}”超过 ${megabytes} MB，超出本工具的处理范围。请拆分或清理后再试。`,
  unknownPack: (id: string, known: string) => `没有编号为“${id}”的方案。内置方案：${known}。自编方案请写 .yaml 文件路径。`,
  yamlEncoding: (file: string) => ({
    message: '方案文件不是 UTF-8 编码，无法读取。',
    nextStep: `请用记事本等打开“${file}”，另存为时编码选“UTF-8”。`,
  }),

  reading: '正在读取工作簿……',
  scoring: '正在考评……',
  writing: '正在写出结果……',

  kept: {
    taken: (parts: readonly string[]) => `沿用工作簿中记下的选择：${parts.join('、')}。`,
    asOf: (day: string) => `考评日期 ${day}`,
    year: (year: number) => `数据年度 ${year}`,
    sheet: (sheet: string) => `主表“${sheet}”`,
    mapping: (columns: number) => `手工对应 ${columns} 列`,
    decisions: (count: number) => `采纳的处理 ${count} 处`,
    cards: (count: number | undefined) => `体检表 ${count === undefined ? '全部' : `${count} 家`}`,
    decimals: (decimals: number) => `得分小数位 ${decimals}`,
    faces: (titles: readonly string[]) => `写出的表 ${['考评说明', ...titles].join('、')}`,
    unreadable: '工作簿中记下的选择无法识别，没有采用。\n　　→ 如需沿用，请在面板或工作台中打开，重新选择后保存。',
  },
  converted: (message: string, next: string) => `${message}\n　　→ ${next}`,
  written: (path: string) => `结果已写入：${path}`,
  newPack: {
    needFrom: '请用 --from 写明作为样子的工作簿，例如：packs new --from 指标表.xlsx --out 我的方案.yaml',
    extension: (path: string) => `方案文件“${path}”的扩展名应为 .yaml。`,
    exists: (path: string) => `“${path}”已经存在，没有覆盖，以免丢失已改的内容。请另取文件名。`,
    noTable: (path: string) => `“${path}”中没有找到数据表（表头下面每行一个名称、后面是数值）。\n　　→ 请用填有几行数据的指标表。`,
    written: (path: string) => `方案草稿已写入：${path}\n　　→ 请按文件改写方面、权重、方向和计分方法，再用 packs lint 检查。`,
  },
  template: {
    needYear: '请用 --year 写明数据年度。',
    needOut: '请用 --out 写明模板文件。',
    fromAlone: '--from（从去年的工作簿接着做）不能与 --for、--register 同写。',
    fromStated: '“自定办法”的工作簿直接另存一份，把数据改成新一年的即可，不用 --from。',
    fromYear: (given: number, year: number) =>
      `去年工作簿是${year - 1}年的数据，新一年是${year}年，与 --year ${given} 不符。请核对，或不写 --year。`,
    fromBlocked: '去年的工作簿还有必须处理的问题，没有生成：',
    carried: (file: string, year: number) => `从“${file}”接着做${year}年，带过来的：`,
    carriedLine: (sheet: string, from: string, what: string) => `  ${sheet}　←　${from}：${what}`,
    carriedLeft: (names: readonly string[]) =>
      `没有带过来的工作表：${names.join('、')}。要用的请自行复制（结果模板可用“移动或复制”连格式一起）。`,
    carriedOther: '其余各表空白，由开发区和主管部门填报。',
    forOrRegister: '--for（一个开发区）和 --register（名录中的每一个）只能写一个。',
    statedMethod: '“自定办法”的指标写在工作簿里，不能分开发区生成。请不写 --for、--register，生成后自行分发；或把办法写成方案文件。',
    folderNeeded: (path: string) => `写了 --register 的，--out 要写文件夹，现为“${path}”。`,
    writtenEach: (folder: string, files: number) =>
      `已在“${folder}”生成 ${files} 份空白模板，每个开发区一份。\n　　→ 分发填报；收回后用 merge 汇总，写 --register 可列出未报的。`,
    extension: (path: string) => `模板文件“${path}”的扩展名应为 .xlsx，否则 Excel 打不开。`,
    exists: (path: string) => `“${path}”已经存在，没有覆盖，以免丢失已填的数据。请另取文件名。`,
    written: (path: string) => `空白模板已写入：${path}\n　　→ 请从“填报说明”表看起；填好后用 check 校验，用 score 考评。`,
  },
  merge: {
    needFiles: '请写明填好的文件，可以写多个，也可以写文件夹。',
    noFiles: (folder: string) => `文件夹“${folder}”中没有工作簿（.xlsx、.xlsm、.xls、.et、.csv）。`,
    needOut: '请用 --out 写明汇总文件。',
    extension: (path: string) => `汇总文件“${path}”的扩展名应为 .xlsx，否则 Excel 打不开。`,
    exists: (path: string) => `“${path}”已经存在，没有覆盖，以免丢失已核定的数。请另取文件名。`,
    reading: (at: number, all: number) => `正在读取第 ${at}／${all} 个文件……`,
    unreadable: { message: '文件无法读取。', nextStep: '请该区重新报送。' },
    nothing: '没有一个文件可以并入，没有写汇总文件。\n　　→ 请按上面各条更正后重新收。',
    taken: (files: number, taken: number, year: number | undefined) =>
      `收 ${files} 个文件，并入 ${taken} 个${year === undefined ? '' : `（${year} 年度）`}。`,
    notTaken: (file: string, outcome: 'taken' | 'blank' | 'superseded' | 'refused' | 'broken', why: string) =>
      `  ${file}：${{ taken: '', blank: '空白未填', superseded: '未用旧版', refused: '拒收', broken: '打不开' }[outcome]}${why === '' ? '' : `　${why}`}`,
    conflicts: (count: number) => `冲突 ${count} 处：各文件报的不同，没有取任何一个，列在“数据冲突”表，核定后填入所指的单元格。`,
    reminders: (zones: readonly string[]) =>
      zones.length === 0 ? '名录中的开发区都已报送。' : `未报 ${zones.length} 个：${zones.join('、')}。`,
    written: (path: string, conflicts: number) =>
      `汇总已写入：${path}\n　　→ 请先看“收表回执”${conflicts > 0 ? '，核定“数据冲突”各处' : ''}；然后用 check 校验，用 score 考评。`,
  },
  jsonWritten: (path: string) => `JSON 结果已写入：${path}`,
  notice: {
    extension: (path: string) => `通报文稿“${path}”的扩展名应为 .docx，否则文字处理软件打不开。`,
    written: (path: string) => `通报文稿已写入：${path}\n　　→ 文号、主送、公示期、监督电话和落款留空，请补填后再发。`,
    /** @param why as 考评说明 says it; undefined where the document ranks nobody */
    nothing: (why: string | undefined) => `没有写通报文稿：${why ?? '方案不排名，没有可通报的名次'}。`,
  },
  dates: (year: string, day: string) => `${year}　${day}`,
  basis: (words: string) => `权重：${words}`,
  ranking: (title: string, ranked: number, total: number) => `${title}（参加排名 ${ranked}／${total}）`,
  row: (rank: string, subject: string, total: string, tied: boolean) => `  ${rank}  ${subject}  ${total}${tied ? '（并列）' : ''}`,
  scope: (scope: string) => `  （${scope}）`,
  between: (count: number) => `  …… 其间 ${count} 个`,
  unranked: '未排名',
  counts: (counts: string) => `结论：${counts}`,
  count: (word: string, count: number) => `${word} ${count} 条`,
  problemCounts: (counts: string, sheet: boolean) =>
    `数据提示：${counts}（${sheet ? '详见结果工作簿“数据缺失与口径说明”表' : '“数据缺失与口径说明”表按选择未写出'}）`,
  noProblems: '没有发现问题。',
  notWrittenBecause: '有必须处理的问题，未写任何结果：',
  problem: (severity: string, place: string, message: string, next: string) =>
    `【${severity}】${place === '' ? '' : `${place}　`}${message}\n　　→ ${next}`,
  packLine: (id: string, jurisdiction: string, title: string, number: string) => `${id}\t${jurisdiction}\t${title}\t${number}`,
  noNumber: '（文中无文号）',
  statedInWorkbook: '（办法写在工作簿的“指标体系”“考评规则”表里）',
  lintClean: (file: string) => `“${file}”没有必须处理的问题。`,

  show: {
    head: (title: string, number: string) => `${title}（${number}）`,
    jurisdiction: (name: string) => `适用地区：${name}`,
    weights: '计分：文件未规定权重时为等权试算；在“权重与参数”表填写权重后按用户权重。',
    rankings: '排名',
    dimensions: '维度与指标',
    rules: '规则',
    statements: '支持措施和职责（照原文列出）',
    coverage: (
      all: number,
      { computed, ticked, shown, declined }: Readonly<Record<'computed' | 'ticked' | 'shown' | 'declined', number>>,
    ) => `文件条目的落实：共${all}项，计算${computed}，勾选${ticked}，列示${shown}，不做${declined}`,
    coverageOf: (
      kind: string,
      { computed, ticked, shown, declined }: Readonly<Record<'computed' | 'ticked' | 'shown' | 'declined', number>>,
    ) => `  · ${itemKinds.get(kind) ?? kind}：计算${computed}，勾选${ticked}，列示${shown}，不做${declined}`,
    declined: (item: string, why: string) => `  · 不做 ${item}：${why}`,
    parameters: '可填参数（文件未规定的内容）',
    sheets: '需要的数据表',
    item: (title: string, clause: string) => `  · ${title}${clause === '' ? '' : `　〔${clause}〕`}`,
    quote: (place: string, quote: string) => `      ${place}：“${quote}”`,
    table: (sheets: string, row: string, required: boolean) => `  · ${sheets}（每行一个${row}）${required ? '' : '，可选'}`,
    columns: (list: string) => `      列：${list}`,
    parameter: (title: string, value: string) => `  · ${title}：${value}`,
    unset: '未填则不启用',
    default: (value: string) => `缺省 ${value}`,
    suggested: '建议',
  },
  demo: { intro: (sample: string) => `示例工作簿：${sample}（虚构数据）`, output: '考评示例结果.xlsx' },
  workbench: {
    started: (address: string) =>
      `工作台已启动，请用浏览器打开：${address}\n只有这台电脑能够打开；工作簿在浏览器中处理，数据不会离开本机。\n按 Ctrl+C 结束。`,
    ended: '工作台已结束。',
    noPage: (path: string) => `没有找到工作台页面“${path}”。请先运行 npm run build，再重新启动。`,
    bareOperand: (extra: string) =>
      `多出了“${extra}”。要指定端口，请运行：npm start -- --port 3001，或 node dist/cli.js workbench --port 3001。`,
    portTaken: (port: number, other: number) =>
      `端口 ${port} 已被占用，可能另一个窗口已经启动了工作台（可直接打开 http://localhost:${port}/ 查看）。要换一个端口，请运行：npm start -- --port ${other}`,
    portDenied: (port: number, other: number) =>
      `没有权限使用端口 ${port}（小于 1024 或被系统保留的端口常需管理员权限）。请换一个端口，运行：npm start -- --port ${other}`,
    portFailed: (port: number, why: string, other: number) =>
      `无法使用端口 ${port}：${why}。请换一个端口再试，运行：npm start -- --port ${other}`,
    foreignHost: (address: string) => `拒绝访问：请在本机用浏览器打开 ${address}`,
    readOnly: '只能读取（GET、HEAD）。',
    notFound: '没有这个文件。',
    unreadable: '文件无法读取，请刷新页面；仍不行请重新运行 npm start。',
  },
  unexpected: (message: string) => `程序内部错误：${message}。未写任何结果，请把此信息反馈给开发者。`,
};
