/** One invented zone of 示例省: this year's figures, last year's of what grows, and earlier results. null was not reported. */
export interface ExampleZone {
  readonly name: string;
  readonly level: '国家级' | '省级';
  readonly class: '甲类' | '乙类';
  readonly customs: '是' | '否';
  /** 亿元 */
  readonly gdp: number | null;
  readonly gdpBefore: number | null;
  /** % */
  readonly industryGrowth: number | null;
  /** 亿元 */
  readonly revenue: number | null;
  /** % */
  readonly investmentGrowth: number | null;
  /** 万元 */
  readonly tax: number | null;
  /** 亩 */
  readonly land: number | null;
  /** 万元 */
  readonly industry: number | null;
  /** 亿元 */
  readonly research: number | null;
  /** 万人 */
  readonly staff: number | null;
  readonly researchers: number | null;
  readonly highTech: number | null;
  /** 万美元 */
  readonly fdi: number | null;
  readonly fdiBefore: number | null;
  /** 亿元 */
  readonly trade: number | null;
  /** % */
  readonly energyDrop: number | null;
  readonly goodAir: number | null;
  readonly satisfaction: number | null;
  readonly online: number | null;
  readonly awards: number;
  readonly accidents: number;
  readonly notices: number;
  readonly disaster: '是' | '否';
  readonly fraud: '是' | '否';
  /** Last year: place in its class, place among the provincial ones, grade. The nationals have no places in a class. */
  readonly lastYear?: { readonly place: number; readonly provincePlace: number; readonly grade: string };
  readonly yearBefore?: { readonly place: number; readonly grade: string };
}

type Numbers = readonly (number | null)[];

function zone(
  name: string,
  [level, kind, customs]: readonly [ExampleZone['level'], ExampleZone['class'], ExampleZone['customs']],
  [gdp, gdpBefore, industryGrowth, revenue, investmentGrowth]: Numbers,
  [tax, land, industry]: Numbers,
  [research, staff, researchers, highTech]: Numbers,
  [fdi, fdiBefore, trade]: Numbers,
  [energyDrop, goodAir, satisfaction, online]: Numbers,
  [awards, accidents, notices, disaster, fraud]: readonly [number, number, number, '是' | '否', '是' | '否'],
  earlier: Pick<ExampleZone, 'lastYear' | 'yearBefore'> = {},
): ExampleZone {
  const some = (value: number | null | undefined): number | null => value ?? null;
  return {
    name,
    level,
    class: kind,
    customs,
    gdp: some(gdp),
    gdpBefore: some(gdpBefore),
    industryGrowth: some(industryGrowth),
    revenue: some(revenue),
    investmentGrowth: some(investmentGrowth),
    tax: some(tax),
    land: some(land),
    industry: some(industry),
    research: some(research),
    staff: some(staff),
    researchers: some(researchers),
    highTech: some(highTech),
    fdi: some(fdi),
    fdiBefore: some(fdiBefore),
    trade: some(trade),
    energyDrop: some(energyDrop),
    goodAir: some(goodAir),
    satisfaction: some(satisfaction),
    online: some(online),
    awards,
    accidents,
    notices,
    disaster,
    fraud,
    ...earlier,
  };
}

const earlier = (
  [place, provincePlace, grade]: readonly [number, number, string],
  [before, gradeBefore]: readonly [number, string],
): Pick<ExampleZone, 'lastYear' | 'yearBefore'> => ({
  lastYear: { place, provincePlace, grade },
  yearBefore: { place: before, grade: gradeBefore },
});

/** Groups of figures in the order of the document's table: 经济发展, 亩均效益, 科技创新, 对外开放, 绿色安全与营商环境, 加减分与否决. */
export const exampleZones: readonly ExampleZone[] = [
  // Best in everything and four awards of which three count: over 105.
  zone(
    '海岳经济技术开发区',
    ['国家级', '甲类', '是'],
    [800, 720, 12, 80, 12],
    [1200000, 20000, 4000000],
    [32, 20, 12000, 400],
    [80000, 50000, 600],
    [4, 100, 100, 100],
    [4, 0, 0, '否', '否'],
  ),
  // Over 90 as well, but one in five is the most: 良好.
  zone(
    '齐云经济技术开发区',
    ['国家级', '乙类', '是'],
    [780, 705, 9.6, 78, 10],
    [966000, 21000, 4116000],
    [25, 18, 10500, 380],
    [76000, 49000, 580],
    [3, 98, 98, 99],
    [2, 0, 0, '否', '否'],
  ),
  // Investment grew by 5 % exactly; 95 % online exactly.
  zone(
    '银湾经济技术开发区',
    ['国家级', '甲类', '是'],
    [620, 575, 8, 58, 5],
    [630000, 30000, 3600000],
    [15, 15, 6000, 210],
    [42000, 38000, 330],
    [2.4, 86, 90, 95],
    [0, 1, 0, '否', '否'],
  ),
  // Not one high-tech company: no logarithm.
  zone(
    '蓝屿经济技术开发区',
    ['国家级', '乙类', '否'],
    [480, 452, 6, 41, 7.5],
    [399800, 20000, 2000000],
    [9.6, 12, 3600, 0],
    [30000, 31000, null],
    [2.1, 82, 88, 94.9],
    [0, 0, 2, '否', '否'],
  ),
  // Hardly anything was reported; 6 of 8 points for accidents, 9 in all of which 8 count: not under 0.
  zone(
    '沙洲经济技术开发区',
    ['国家级', '甲类', '是'],
    [null, null, null, null, null],
    [null, null, null],
    [null, null, null, null],
    [null, null, null],
    [null, 60, 50, 80],
    [0, 4, 3, '否', '否'],
  ),

  // The most points of its class, and false figures: last, and the next one moves up.
  zone(
    '云岭经济开发区',
    ['省级', '甲类', '是'],
    [790, 712, 11, 79, 11],
    [1100000, 20000, 3900000],
    [30, 19, 11200, 390],
    [79000, 50000, 590],
    [3.5, 99, 99, 99],
    [0, 0, 0, '否', '是'],
    earlier([1, 2, '优秀'], [1, '优秀']),
  ),
  zone(
    '青禾经济开发区',
    ['省级', '甲类', '是'],
    [760, 688, 10, 76, 10.5],
    [882000, 21000, 3990000],
    [24, 18, 10300, 360],
    [75000, 49000, 570],
    [3.2, 97, 97, 98],
    [1, 0, 0, '否', '否'],
    earlier([2, 3, '良好'], [2, '良好']),
  ),
  zone(
    '松涛经济开发区',
    ['省级', '甲类', '否'],
    [560, 522, 8.4, 51, 9.9],
    [504000, 24000, 2880000],
    [16.8, 14, 6300, 190],
    [38000, 33000, null],
    [2.7, 88, 92, 96],
    [0, 0, 0, '否', '否'],
    earlier([3, 4, '良好'], [4, '合格']),
  ),
  zone(
    '金穗经济开发区',
    ['省级', '甲类', '是'],
    [430, 410, 5, 36, 4.9],
    [285000, 15000, 1500000],
    [8.6, 10, 2500, 120],
    [21000, 20000, 140],
    [1.8, 79, 85, 95],
    [0, 2, 1, '否', '否'],
    earlier([4, 6, '合格'], [3, '合格']),
  ),
  // 不合格 in all three years, but not the last of its class this year.
  zone(
    '石桥经济开发区',
    ['省级', '甲类', '是'],
    [330, 322, 2, 24, 0],
    [168000, 12000, 840000],
    [3.3, 8, 1200, 45],
    [9000, 10000, 60],
    [0.9, 72, 78, 90],
    [0, 0, 0, '否', '否'],
    earlier([5, 9, '不合格'], [5, '不合格']),
  ),

  // From the eleventh place among the provincial ones to the first: exactly ten.
  zone(
    '望海经济开发区',
    ['省级', '乙类', '是'],
    [785, 706, 10.4, 79.5, 10],
    [1000000, 20000, 3960000],
    [28, 18, 10800, 395],
    [78500, 49500, 595],
    [3, 99, 99, 97],
    [2, 0, 0, '否', '否'],
    earlier([6, 11, '不合格'], [2, '良好']),
  ),
  // One of the two parts of foreign investment is missing, and trade was not reported although it is asked of it.
  zone(
    '柳泉经济开发区',
    ['省级', '乙类', '是'],
    [590, 548, 8.8, 55, 8],
    [575000, 25000, 3250000],
    [17.7, 15, 7500, 230],
    [45000, null, null],
    [2.6, 89, 93, 97],
    [0, 0, 0, '否', '否'],
    earlier([1, 1, '优秀'], [1, '良好']),
  ),
  zone(
    '晨光经济开发区',
    ['省级', '乙类', '否'],
    [510, 480, 7.2, 45, 6],
    [378000, 18000, 2160000],
    [12.75, 13, 5200, 165],
    [33000, 30500, null],
    [2.4, 84, 90, 95],
    [0, 1, 0, '否', '否'],
    earlier([2, 5, '良好'], [3, '合格']),
  ),
  // 6 for accidents and 4 notices: 8 of 10 count.
  zone(
    '凤鸣经济开发区',
    ['省级', '乙类', '是'],
    [450, 428, 6.4, 38, 5.5],
    [342000, 18000, 1890000],
    [9.9, 11, 3300, 130],
    [25000, 23000, 180],
    [2.1, 80, 86, 95],
    [0, 3, 4, '否', '否'],
    earlier([3, 7, '合格'], [4, '合格']),
  ),
  // Alike in everything that is scored, at the edge of the last one; 碧湖 was among the last two years ago, 银杏 was not.
  zone(
    '银杏经济开发区',
    ['省级', '乙类', '是'],
    [300, 296, -1, 20, -2],
    [144000, 12000, 600000],
    [2.1, 6, 600, 20],
    [6000, 7500, 30],
    [-0.5, 65, 70, 85],
    [0, 0, 0, '否', '否'],
    earlier([4, 8, '合格'], [5, '不合格']),
  ),
  zone(
    '碧湖经济开发区',
    ['省级', '乙类', '是'],
    [300, 296, -1, 20, -2],
    [288000, 24000, 1200000],
    [2.1, 12, 1200, 20],
    [6000, 7500, 30],
    [-0.5, 65, 70, 85],
    [0, 0, 0, '否', '否'],
    earlier([5, 10, '不合格'], [6, '不合格']),
  ),
];
