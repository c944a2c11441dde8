import type { PeriodKind } from '../period/part';
import { handOutWords } from './hand-out';

const joined = (names: readonly string[]): string => names.join('、');
const since = (kind: PeriodKind): string => (kind === 'year' ? '上年' : '上期');

/** Chinese text of 体检表, the page for one zone. */
export const cardWords = {
  name: '体检表',
  sheet: (subject: string) => `体检·${subject}`,
  title: (subject: string) => `${subject}体检表`,

  columns: { own: '本区', mean: '平均', best: '最高', place: '位次', next: '距前一名', bar: '比最高' },
  places: '排名',
  score: '综合得分',
  since: (kind: PeriodKind) => `${since(kind)}、变化`,
  dimensions: '各方面得分',
  strongest: '最强的指标',
  weakest: '最弱的指标',
  indicators: '各项指标（从强到弱）',
  findings: '结论',
  word: '判定',
  statement: '说明和条款',
  gaps: '缺数',

  rank: (rank: number, tied: boolean, count: number) => `${tied ? '并列' : ''}${rank}／${count}`,
  open: (rank: number, best: number, worst: number) => `暂${rank}（${best}–${worst}）`,
  unranked: '未排名',
  last: (rank: number, moved: string) => `${rank}　${moved}`,
  grade: (title: string, grade: string) => `${title}：${grade}`,
  withUnit: (title: string, unit: string) => (unit === '' ? title : `${title}（${unit}）`),
  first: '居首',

  standing: (label: string, count: number, rank: number, tied: boolean) => `在${label}${count}家中${tied ? '并列' : '列'}第${rank}名`,
  provisional: (label: string, count: number, rank: number, best: number, worst: number) =>
    `在${label}${count}家中暂排第${rank}名，补齐数据后在第${best}至第${worst}名之间`,
  notRanked: (label: string, why: string) => `在${label}中${why}`,
  outside: '没有参加各排名，只列结论。',
  moved: (by: number | 'new', kind: PeriodKind) => (by === 'new' ? `${since(kind)}没有列名` : handOutWords.moved(by, kind)),
  total: (total: string, by: string, isAbove: boolean, isEven: boolean) =>
    `综合得分${total}分，${isEven ? '与平均相同' : `比平均${isAbove ? '高' : '低'}${by}分`}`,
  toNext: (by: string) => `距前一名差${by}分`,
  above: (titles: readonly string[]) => `高于平均的方面：${joined(titles)}。`,
  below: (titles: readonly string[]) => `低于平均的方面：${joined(titles)}。`,
  sentence: (parts: readonly string[]) => `${parts.join('，')}。`,

  lacking: (titles: readonly string[], most: number) =>
    `${joined(titles.slice(0, most))}${titles.length > most ? `等${titles.length}项` : ''}没有数据，不等于零`,
  fill: (cells: string, count: number) => `补齐${cells}${count > 0 ? `等${count}格` : ''}即可定名次`,
  nothing: '没有不达标、需说明和待补的结论。',
  more: (count: number) => `另有${count}条未列，见各核查表。`,
  met: (count: number) => `另有达标、符合的${count}条。`,
  foot: (label: string, count: number) =>
    `平均、最高、位次和距前一名都在${label}有数的开发区中比（共${count}家），位次按得分；条形满格为最高，│为平均。供内部分析，不对外公布。`,
  internal: '供内部分析，不对外公布。',

  unknown: '没有这个开发区，请核对名称',
  tooMany: (count: number, most: number) => `选了${count}家，一次最多写${most}家；请分次选写`,
};
