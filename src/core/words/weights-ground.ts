/** Chinese text about the document that the user's weights come from. */
export const weightsGroundWords = {
  nameless: {
    message: '填了权重依据的文号或日期，没有填“权重依据名称”，权重依据没有采用，各结果表仍印明权重未由文件规定。',
    nextStep: '请在“权重与参数”表填写“权重依据名称”。',
  },
  idle: {
    message: '填了权重依据，但没有填写权重，权重依据没有采用，仍按方案规定的权重或等权试算。',
    nextStep: '请在“权重与参数”表填写维度权重或指标权重；不采用该文件权重的，请删去权重依据。',
  },
  fromData: (method: string, ground: string | undefined) =>
    ground === undefined ? `权重未由文件规定，当前按用户选定的${method}由参评数据算出。` : `${ground}按${method}由参评数据算出。`,
  /** A title that is in its marks already keeps them. */
  ground: (name: string, more: readonly string[]) =>
    `权重依据：${name.startsWith('《') && name.endsWith('》') ? name : `《${name}》`}${more.length === 0 ? '' : `（${more.join('，')}）`}。`,
};
