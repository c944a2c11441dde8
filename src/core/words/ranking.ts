/** Chinese text about rankings. */
export const rankingWords = {
  total: '综合得分',
  indicatorAbsent: (title: string, why: string) => ({
    message: `指标“${title}”缺数：${why}，全部按缺数处理，不参与计分。`,
    nextStep: '如需计入该指标，请在数据表中补充该列（表头含单位）后重新考评。',
  }),
  populationEmpty: (title: string, subject: string) => ({
    message: `“${title}”没有参加对象（主表中没有符合条件的${subject}）。`,
    nextStep: '请核对主表中“级别”等分类列的填写。',
  }),
  noIndicators: (title: string) => ({
    message: `“${title}”没有可计分的指标，不能排名。`,
    nextStep: '文件未列出指标清单，请在工作簿中加入“指标体系”表。',
  }),
  gapsWithoutGround: (title: string, choice: string, ground: string) => ({
    message: `“${title}”选了“${choice}”，但没有填写“${ground}”，这项决定没有采用，缺数仍按待补数核定处理。`,
    nextStep: `请在“权重与参数”表填写“${ground}”（所依据的办法名称、文号和条款）后重新考评；没有依据的，请把“${title}”改回“待补数核定”。`,
  }),
  inRanking: (title: string, message: string) => `“${title}”：${message}`,
};
