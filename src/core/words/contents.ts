import { parameterSheet } from './parameters';

/** What stands beside everything that the user added to the document's contents. */
export const ownMark = '文件未列明，由用户增设';

const { sections, columns, name: sheet } = parameterSheet;

/** Chinese text about contents and indicators that the user adds to those of the document. */
export const contentWords = {
  /** A title with the mark behind it. */
  marked: (title: string) => `${title}（${ownMark}）`,

  nameless: (section: string) => ({
    message: `“${section}”一行没有填写名称。`,
    nextStep:
      section === sections.ownIndicator
        ? `请在“${columns.name}”栏填写指标名称，与数据表的表头一致；不用的行请整行清空。`
        : `请在“${columns.name}”栏填写维度名称；不用的行请整行清空。`,
  }),
  nameTooLong: (most: number) => ({ message: `名称过长（超过${most}字）。`, nextStep: '请改用简短的名称。' }),
  dimensionNeeded: (title: string) => ({
    message: `增设指标“${title}”没有写明归入哪一维度。`,
    nextStep: `请在“${columns.dimension}”栏填写维度名称（没有这一栏的，在表头补上）。`,
  }),
  directionNeeded: (title: string) => ({
    message: `增设指标“${title}”没有写明方向，或写法不能识别。`,
    nextStep: `请在“${columns.direction}”栏填写“正向”或“逆向”（没有这一栏的，在表头补上）。`,
  }),
  fullMarkPositive: (title: string) => ({
    message: `增设指标“${title}”的满分应大于 0。`,
    nextStep: `“${columns.fullMark}”只用于本身就是打分的指标（按得分占满分的比例计分）；其他指标请留空。`,
  }),
  fullMarkDirection: (title: string) => ({
    message: `增设指标“${title}”填了满分，方向却是逆向。`,
    nextStep: `打分的指标分高为好，请把方向改为“正向”；不是打分的，请清空“${columns.fullMark}”。`,
  }),

  closed: (title: string, place: string, quote: string) => ({
    message: `“${title}”不能增设：文件列明的考核内容没有“等”字，是完整的清单（${place}“${quote}”）。`,
    nextStep: '请删去这一行。文件所引清单中的指标请录入“指标体系”表；确需另行考核的，请另表计算，不并入本方案的得分。',
  }),
  notOpen: (title: string) => ({
    message: `“${title}”不能增设：方案没有写明考核内容可以增加（contents）。`,
    nextStep: '请删去这一行；方案应当允许增加的，请在方案文件中写明 contents 及其条款。',
  }),
  /** Behind the sentence about an unknown dimension. */
  closedBecause: (place: string, quote: string) => `文件列明的考核内容没有“等”字，是完整的清单（${place}“${quote}”）。`,
  dimensionKnown: (title: string) => ({
    message: `“${title}”是文件列明的内容，不必增设。`,
    nextStep: `请把这一行的类别改为“${sections.dimension}”。`,
  }),
  indicatorKnown: (title: string) => ({
    message: `指标“${title}”已在计分，不必增设。`,
    nextStep: `只调整权重的，请把这一行的类别改为“${sections.indicator}”。`,
  }),
  repeated: (title: string, first: string) => ({
    message: `“${title}”增设了两次（前一次在 ${first}）。`,
    nextStep: '请只保留一行。',
  }),
  weightTwice: (title: string, first: string) => ({
    message: `“${title}”的权重填了两处（另一处在 ${first}）。`,
    nextStep: '请只保留一处。',
  }),
  unknownDimension: (title: string, dimension: string, known: string) => ({
    message: `增设指标“${title}”所属的维度“${dimension}”不存在。`,
    nextStep: `请改为：${known}；是新增内容的，请先加一行“${sections.ownDimension}”。`,
  }),
  tooMany: (most: number) => ({ message: `增设的维度过多（超过${most}个）。`, nextStep: '请核对是否误贴了清单；维度请归并后再填。' }),
  dimensionEmpty: (title: string) => ({
    message: `增设的维度“${title}”没有任何指标，不参与计分。`,
    nextStep: `请在“${sheet}”表以“${sections.ownIndicator}”行写明它的指标，“${columns.dimension}”填“${title}”。`,
  }),
  listed: (title: string) => ({
    message: `“${title}”不在文件列明的内容之内，按用户增设的内容计分，各结果表注明“${ownMark}”。`,
    nextStep: `如是文件列明内容的另一种写法，请改成文件的写法；权重请填在“${sheet}”表。`,
  }),

  scope: (named: number, scored: number) =>
    named === scored ? `文件列明${named}项内容，本表全部计分` : `文件列明${named}项内容，本表计${scored}项`,
  scopeListed: (expected: number, scored: number) => `文件规定${expected}项指标，本表计${scored}项`,
  scopeOwn: (titles: string, count: number) => `另计用户增设内容${count}项${titles}（${ownMark}）`,
  scopeOwnIndicators: (titles: string) => `另计用户增设指标${titles}（${ownMark}）`,
  quoted: (titles: readonly string[]) => titles.map((title) => `“${title}”`).join(''),
  reasons: {
    no_indicator: '无指标',
    no_figures: '有指标而无数据',
    alike: '各对象的数据分不出高低',
    no_weight: '权重为0',
  },
  restUnscored: (points: string) => `权重表没有列明的其他内容（${points}分）无指标`,
  blankIndicators: (titles: string, count: number, all: boolean) =>
    `${titles}${all ? '' : `等${count}项指标`}各对象均缺数，未计入，其权重由同一内容的其他指标分担`,
  notScored: (which: string) => `${which}，不计分`,
  sharedOut: (points: string, shares: string) => `其权重共${points}分（以100分计），按比例分摊到其余各项，调整后权重：${shares}`,
  sharedOutSomehow: '其权重由其余各项按比例分担',
  share: (title: string, points: string) => `${title}${points}`,
  /** Behind the shares that are named, where there are more. */
  moreShares: (count: number) => `等${count}项`,
  line: (parts: readonly string[]) => `计分范围：${parts.join('。')}。`,
  inShort: (named: number, scored: number, points: string | undefined) =>
    `文件列明${named}项内容，计${scored}项${points === undefined ? '' : `，其余${points}分已按比例分摊`}`,

  unscored: (table: string, names: string, count: number) => ({
    message: `“${table}”表有 ${count} 列数字不在计分范围内，没有采用：${names}。`,
    nextStep: `需要计分的，请在“${sheet}”表加一行：类别填“${sections.ownIndicator}”，${columns.name}填表头，并填${columns.dimension}、${columns.direction}、${columns.value}（权重）；不计分的可不处理。`,
  }),
  unscoredClosed: (table: string, names: string, count: number, place: string) => ({
    message: `“${table}”表有 ${count} 列数字不在计分范围内，没有采用：${names}。`,
    nextStep: `文件列明的考核内容是完整的清单（${place}），不能增设；属于文件所引清单的指标，请录入“指标体系”表。`,
  }),
  more: (count: number) => `等 ${count} 列`,
};
