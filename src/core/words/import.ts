/** Chinese text of the 指标体系 sheet: an indicator list that the document cites and the user brings. */
export const importWords = {
  row: '指标',
  headers: {
    dimension: ['维度', '一级指标', '方面', '考核方面'],
    title: ['指标', '指标名称', '二级指标', '考核指标'],
    unit: ['单位', '计量单位'],
    direction: ['方向', '指标方向', '属性'],
    weight: ['权重', '满分', '分值', '权重（分）'],
  },
  directions: new Map([
    ['正向', 'higher_is_better'],
    ['正', 'higher_is_better'],
    ['+', 'higher_is_better'],
    ['越高越好', 'higher_is_better'],
    ['负向', 'lower_is_better'],
    ['逆向', 'lower_is_better'],
    ['负', 'lower_is_better'],
    ['-', 'lower_is_better'],
    ['越低越好', 'lower_is_better'],
  ] as const) as ReadonlyMap<string, 'higher_is_better' | 'lower_is_better'>,
  absent: (sheet: string, expect: number) => ({
    message: `文件引用了${expect}项指标，但未列出清单；工作簿中没有“${sheet}”表，本次只用文件正文点名的指标试算。`,
    nextStep: `请把${expect}项指标（维度、指标、单位、方向、权重）录入“${sheet}”表后重新考评。`,
  }),
  unreadable: () => ({ message: '指标清单表缺少“维度”“指标”“方向”表头。', nextStep: '请补齐表头：维度、指标、单位、方向、权重。' }),
  unknownDimension: (found: string, known: string, why: string) => ({
    message: `维度“${found}”不在文件列出的方面之内。${why}`,
    nextStep: `请改为：${known}。`,
  }),
  unknownDirection: (title: string, found: string) => ({
    message: `指标“${title}”的方向“${found}”无法识别。`,
    nextStep: '请填写“正向”或“逆向”。',
  }),
  unknownUnit: (title: string, found: string) => ({
    message: `指标“${title}”的单位“${found}”不在单位表内。`,
    nextStep: '请改用规范单位；以数据表表头为准的可留空。',
  }),
  count: (found: number, expect: number) => ({
    message: `“指标体系”表有${found}项指标，文件规定为${expect}项。`,
    nextStep: found < expect ? '请补齐缺少的指标。' : '请核对多出的指标。',
  }),
};
