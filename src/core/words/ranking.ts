import type { WhyUnranked } from '../ranking/population';
import type { LackingSheet } from '../measure/lack';
import { lackText, measureWords } from './measure';

/** Chinese text about rankings. */
export const rankingWords = {
  total: '综合得分',
  /** Title of all who are scored together. */
  together: '统一打分',
  weightsTwice: {
    message: '“指标体系”表按组给出了满分，“权重与参数”表又填了权重，不知道以哪个为准。',
    nextStep: '请只保留一处：清空“权重与参数”表的权重，或把“指标体系”表的满分改为一列。',
  },
  indicatorsLack: (lacking: readonly LackingSheet[], titles: readonly string[]) => ({
    message: `${lackText(lacking)}，以下${titles.length}项指标不参与计分：${titles.join('、')}。`,
    nextStep: '如需计入这些指标，请补充上述内容（表头含单位）后重新考评。',
  }),
  indicatorsAbsent: (why: string, titles: readonly string[]) => ({
    message: `${why}，以下${titles.length}项指标不参与计分：${titles.join('、')}。`,
    nextStep: '如需计入这些指标，请补充上述内容后重新考评。',
  }),
  /** Why a ranking has no sheet. */
  empty: (subject: string) => `主表中没有符合条件的${subject}`,
  lacksColumns: (sheet: string, headers: readonly string[]) => measureWords.noColumns(sheet, headers),
  undecidedMembers: (count: number, subject: string) => `是否参评尚不能确定的${subject}有${count}个，没有确定参评的`,
  noneToScore: '没有可计分的指标',
  alone: (subject: string) => `参评${subject}只有1个，无从比较`,
  andUndecided: (why: string, count: number) => `${why}；另有${count}个是否参评尚不能确定`,
  nobodyRanked: (count: number, subject: string, why: string) => `参评${subject}${count}个，均未排出名次（${why}）`,
  whyUnranked: {
    lacking: (count: number) => `缺数${count}个`,
    vetoed: (count: number) => `一票否决${count}个`,
    alike: (count: number) => `数据没有差别${count}个`,
    unplaced: (count: number) => `参评不排名${count}个`,
    years: (count: number) => `缺以前年度得分${count}个`,
  } satisfies Record<WhyUnranked, (count: number) => string>,
  notMade: (title: string, why: string) => ({ message: `“${title}”不生成：${why}。` }),
  unplacedUnknown: (title: string, names: readonly string[]) => ({
    message: `“${title}”不排名的单位中，主表没有：${names.join('、')}。`,
    nextStep: '请照主表改正名称，各名称之间用顿号隔开。',
  }),
  populationStep: '请核对主表中“级别”等分类列的填写。',
  indicatorsStep: '文件未列出指标清单，请在工作簿中加入“指标体系”表。',
  figuresStep: '请补填各指标数据后重新考评。',
  aloneStep: '参评的应不止1个时，请核对主表是否漏行、“级别”等分类列是否填错；确只有1个的可不处理。',
  gapsWithoutGround: (title: string, choice: string, ground: string) => ({
    message: `“${title}”选了“${choice}”，但没有填写“${ground}”，这项决定没有采用，缺数仍按待补数核定处理。`,
    nextStep: `请在“权重与参数”表填写“${ground}”（所依据的办法名称、文号和条款）后重新考评；没有依据的，请把“${title}”改回“待补数核定”。`,
  }),
  byValue: (column: string) => `按${column}`,
  methodFigureMissing: (indicator: string, figure: string, count: number, isParameter: boolean) => ({
    message: `指标“${indicator}”的计分要用“${figure}”，有${count}个对象没有这个数，这项没有得分。`,
    nextStep: isParameter ? `请在“权重与参数”表填写“${figure}”后重新考评。` : `请补填“${figure}”后重新考评。`,
  }),
  methodFigureUnusable: (indicator: string, figures: string, count: number) => ({
    message: `指标“${indicator}”有${count}个对象的“${figures}”不能据以计分（例如最差值不差于最好值、目标值不大于0、各档次序颠倒），这项没有得分。`,
    nextStep: `请核对这些对象的“${figures}”是否误填。`,
  }),
  gapsAs: { wait: '待补数核定', zero: '按办法记0分', renormalise: '按现有指标折算', exclude: '不参与排名' },
  gapsGround: (title: string, places: string, quotes: string) => `《${title}》${places}${quotes === '' ? '' : `：${quotes}`}`,
  inRanking: (title: string, message: string) => `“${title}”：${message}`,
};
