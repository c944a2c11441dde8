import type { PeriodKind } from '../period/part';

const BLANK = '________';
const NUMERALS = '一二三四五六七八九十';

/** "省级经开区综合排名" → "省级经开区", "考评综合排名（省级）" → "省级经开区": whom a ranking ranks, as far as its title says it. */
function className(title: string, subject: string): string {
  const named = title.replace(/（([^（）]*试算[^（）]*)）$/u, (_, aside: string) => {
    const kept = aside.split(/[，、]/u).filter((part) => !part.includes('试算'));
    return kept.length === 0 ? '' : `（${kept.join('，')}）`;
  });
  const bracketed = /（([^（）]+)）$/u.exec(named)?.[1];
  if (bracketed !== undefined) return /[级部类组]$/u.test(bracketed) ? withSubject(bracketed, subject) : bracketed;
  const bare = named.replace(/(?:考核评价|考核|考评|评估)?(?:综合)?(?:排名|排序|试算|对照)$/u, '');
  return bare === '' ? title : bare;
}

const withSubject = (group: string, subject: string): string => (subject.startsWith(group) ? subject : `${group}${subject}`);

/** A document's name as a notice cites it; a blank where the document has none of its own. */
function documentName(title: string): string {
  const own = title.replace(/（文中[^（）]*）$/u, '');
  return own.startsWith('文中无标题') ? `《${BLANK}》` : `《${own}》`;
}

const since = (kind: PeriodKind): string => (kind === 'year' ? '上年' : '上期');
/** Behind the first of a ranking where not all of them are decided. */
const rest = '（其余待数据补齐后核定）';
const joined = (names: readonly string[]): string => names.join('、');
const open = (count: number): string => (count === 0 ? '' : `（另有${count}家待数据补齐后核定）`);
/** What a list says of those on it: its measure word by word, which may say by itself what they are put on. */
const listedAs = (title: string, consequence: string | undefined, waiting: number): string =>
  consequence?.startsWith('列入') === true
    ? `${open(waiting)}${stripped(consequence)}`
    : `列入“${title}”${open(waiting)}${consequence === undefined ? '' : `，${stripped(consequence)}`}`;
const stripped = (text: string): string => text.replace(/。$/u, '');

/** Chinese text of what a department hands out: the public list and the notice. */
export const handOutWords = {
  list: '对外名单',
  notice: '通报文稿',
  trial: '试算，不作公布依据',
  className,
  noYear: '〔    〕年度',
  year: (year: number, part: string | undefined) => `${year}年${part ?? '度'}`,
  listTitle: (place: string, subject: string, period: string) => `${place}${subject}综合考核评价结果（${period}）`,
  noticeTitle: (place: string, subject: string, period: string) => `关于${period}${place}${subject}综合考核评价结果的通报`,

  order: '排序',
  city: '所在市',
  remark: '备注',
  tied: '并列',
  /** Headers under which official tables say in which city a zone lies. */
  isCity: (header: string) => /^(?:所在|所属)?(?:地级|设区)?(?:市|地市|城市|市州|市（州）|地区（市）)$/u.test(header),
  /** @param rest whether others are listed above */
  waiting: (count: number, rest: boolean) => `${rest ? '另有' : ''}${count}家因数据待补，名次未定，暂不列入。`,
  outside: (count: number) => `另有${count}家按规定不参加排名。`,
  allWait: (count: number) =>
    `各排名中参评的${count}家名次均未定，要等数据补齐后核定，暂无可以公布的名次（缺哪些数见“数据缺失与口径说明”）`,
  tooLong: (most: number) => `各排名的名次合计超过${most}行，不作公布件，请用各排名表`,
  nothingRanked: (whys: readonly string[]) => `没有排出名次${whys.length === 0 ? '' : `：${whys.map(stripped).join('；')}`}`,

  blanks: {
    number: `${BLANK}〔    〕    号`,
    addressee: `${BLANK}：`,
    open: `　　公示期为    年  月  日至    年  月  日。监督电话：${BLANK}。`,
    department: `${BLANK}（单位）`,
    date: '    年  月  日',
  },
  sections: { first: '考核结果', moved: '名次变化', singles: '单项情况', last: '有关处理', open: '公示事项' },
  heading: (number: number, title: string) => `　　${NUMERALS[number - 1] ?? number}、${title}`,
  assessed: (title: string, number: string | undefined, count: number, subject: string, period: string) =>
    `　　根据${documentName(title)}（${number ?? `文号：${BLANK}`}），对${count}家${subject}${period}发展情况进行了考核评价。`,
  classes: (classes: readonly string[], isApart: boolean) =>
    isApart ? `其中，${joined(classes)}。` : `分类排名的有：${joined(classes)}。`,
  classCount: (label: string, count: number) => `${label}${count}家`,
  notIn: (count: number) => `有${count}家的名次（全部或部分）待数据补齐后核定，本通报不列其名次。`,
  asFollows: '现将结果通报如下。',

  placed: (subject: string, rank: number, tied: boolean) => `${subject}（${tied ? '并列' : ''}第${rank}名）`,
  firstPlaces: (label: string, count: number, names: readonly string[], waiting: boolean) =>
    `　　${label}居前${count}名的有：${joined(names)}${waiting ? rest : ''}。`,
  /** Where so few take part that the first three are all of them. */
  allPlaces: (label: string, names: readonly string[], waiting: boolean) =>
    `　　${label}名次如下：${joined(names)}${waiting ? rest : ''}。`,
  graded: (label: string, scale: string, grade: string, names: readonly string[]) =>
    `　　${label}${scale}为“${grade}”的有${names.length}家：${joined(names)}。`,
  praised: (title: string, names: readonly string[], consequence: string | undefined, waiting: number) =>
    `　　${joined(names)}${listedAs(title, consequence, waiting)}。`,
  measured: (title: string, names: readonly string[], consequence: string | undefined, place: string, waiting: number) =>
    `　　依据${place}，${joined(names)}${listedAs(title, consequence, waiting)}。`,
  progress: (label: string, known: number, up: number, down: number, furthest: readonly string[], kind: PeriodKind) => {
    const even = known - up - down;
    const counts = [...(up > 0 ? [`上升${up}家`] : []), ...(down > 0 ? [`下降${down}家`] : []), ...(even > 0 ? [`持平${even}家`] : [])];
    const said = even === known ? `${known}家均与${since(kind)}持平` : `${known}家中，${joined(counts)}`;
    return `　　${label}名次与${since(kind)}可比的${said}${furthest.length === 0 ? '' : `；上升较多的有：${joined(furthest)}`}。`;
  },
  rose: (subject: string, by: number) => `${subject}（上升${by}位）`,
  single: (title: string) => `“${title}”`,
  attached: (list: string) => `　　附件：${list}`,

  readings: (subject: string) => `附：${subject}名次解读`,
  reading: (subject: string, parts: readonly string[]) => `${subject}：${parts.join('；')}。`,
  placeIn: (label: string, rank: number, tied: boolean) => `${label}${tied ? '并列' : ''}第${rank}位`,
  moved: (by: number, kind: PeriodKind) =>
    by === 0 ? `与${since(kind)}持平` : `较${since(kind)}${by > 0 ? '上升' : '下降'}${Math.abs(by)}位`,
  gradeOf: (scale: string, grade: string) => `${scale}为${grade}`,
};
