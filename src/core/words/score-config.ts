/** Chinese wording of what is wrong with a scoring method's parameters. */

export const edgeWords = { over: '大于', at_least: '不低于', under: '小于', at_most: '不超过' } as const;

const directionWords = { higher_is_better: '越高越好', lower_is_better: '越低越好' } as const;
type DirectionKey = keyof typeof directionWords;

export const configWords = {
  lowBelowHigh: '得分区间的下限必须小于上限',
  worstBestEqual: '最差值与最好值相同，无法计分',
  worstBestAgainst: (direction: DirectionKey) => `最差值与最好值的大小关系与指标方向“${directionWords[direction]}”相反`,
  bothOrNeither: '满意值与不允许值必须同时给出，或同时不给（取参评对象的最大、最小值）',
  positiveForLog: (name: string) => `取对数时，${name}必须大于0`,
  targetOverOneForLog: '取对数时，目标值必须大于1',
  targetPositive: '目标值必须大于0，否则完成率没有意义',
  capNeeded: '“越低越好”的完成率为目标值除以实际值，实际值趋近0时没有上限，必须给出 cap',
  capBelowFloor: '得分上限 cap 低于得分下限 floor',
  perPositive: '每一档的幅度 per 必须大于0',
  outliersOfItself: '极端值处理 outliers 只用于与全体比较的方法，这里的上下限是给定的',
  oneEdge: '必须且只能写一个界限（over、at_least、under、at_most 之一）',
  edgeAgainst: (edge: keyof typeof edgeWords, direction: DirectionKey) =>
    `界限“${edgeWords[edge]}”与指标方向“${directionWords[direction]}”相反`,
  pointsAgainst: (direction: DirectionKey) => `各档分值与指标方向“${directionWords[direction]}”不一致；适度指标请写 moderate: true`,
  bandsNotJoined:
    '界限引用别处的数时，各档须由低到高书写，每一档从上一档的终点起（under 之后写 at_least，at_most 之后写 over），首尾两端不写界限',
  figuresNotRising: '各点的数值 at 必须由小到大，不得相同',
  failBetterThanPass: '未达标的分值高于达标的分值',
  fromBelowTo: '第一名的分值 from 低于末名的分值 to',
  listNotFalling: '名次分值表必须由高到低排列，且表外名次的分值 rest 不得高于末位分值',
  fromToOrList: '排序赋分须写 from 和 to，或写 points 名次分值表，二者只取其一',
} as const;

export const parameterWords = { worst: '最差值', best: '最好值', unsatisfactory: '不允许值', satisfactory: '满意值' } as const;

export const bandWords = {
  none: '没有写任何分段',
  twoLower: (band: number) => `第${band}档同时写了 over 和 at_least`,
  twoUpper: (band: number) => `第${band}档同时写了 under 和 at_most`,
  empty: (band: number) => `第${band}档的下界高于上界，不含任何数值`,
  gapBelow: (limit: number) => `小于${limit}的数值不属于任何一档`,
  gapBelowOrAt: (limit: number) => `不超过${limit}的数值不属于任何一档`,
  gapAbove: (limit: number) => `大于${limit}的数值不属于任何一档`,
  gapAboveOrAt: (limit: number) => `不低于${limit}的数值不属于任何一档`,
  gapExactly: (limit: number) => `恰好等于${limit}的数值不属于任何一档`,
  gapBetween: (low: number, high: number) => `${low}与${high}之间的数值不属于任何一档`,
  overlapExactly: (limit: number, first: number, second: number) => `恰好等于${limit}的数值同时属于第${first}档和第${second}档`,
  overlap: (first: number, second: number) => `第${first}档与第${second}档重叠`,
} as const;
