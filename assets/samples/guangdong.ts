import { cities, MENTIONED, zones, type Year, type Zone } from './guangdong-zones';
import { FICTION, officialTable, type Group, type Leaf, type Row } from './official-table';
import { readmeSheet, settingsSheet } from './particular-sheets';
import { taskSheet } from './task-answers';
import type { Sheet, Value } from './workbook';

const SOURCE = `资料来源：各经开区填报。${FICTION}：六个国家级经开区的名称取自文件，数值、名次均为虚构，与真实情况和真实考核结果无关；省级开发区名称为虚构。`;
const [GUANGZHOU, ZHANJIANG, DAYAWAN, NANSHA, ZENGCHENG, ZHUHAI] = [
  '广州经济技术开发区',
  '湛江经济技术开发区',
  '惠州大亚湾经济技术开发区',
  '广州南沙经济技术开发区',
  '增城经济技术开发区',
  '珠海经济技术开发区',
] as const;

const amount = (head: string, width = 10): Leaf => ({ head, width, total: 'sum' });
const count = (head: string, width = 9): Leaf => ({ head, format: 'count', width, total: 'sum' });
const COLUMNS: readonly (Leaf | Group)[] = [
  { head: '经开区名称', format: 'name', width: 25 },
  { head: '级别', format: 'word', width: 7, options: ['国家级', '省级'] },
  { head: '所在地市', format: 'word', width: 8 },
  { head: '区域', format: 'word', width: 8, options: ['珠三角', '粤东西北'] },
  {
    group: '升级、降级',
    of: [
      { head: '是否申请升级', format: 'word', width: 6 },
      { head: '是否培育期', format: 'word', width: 6 },
      { head: '被降为省级', format: 'word', width: 6 },
    ],
  },
  {
    group: '投入产出与治污',
    of: [
      { head: '投资强度（万元/公顷）', format: 'count', width: 9, total: 'mean' },
      { head: '产出效益（亿元/平方公里）', width: 10, total: 'mean' },
      { head: '污染物处理率（%）', format: 'one', width: 8, total: 'mean' },
    ],
  },
  { group: '外资外贸（亿美元）', of: [amount('实际使用外资', 8), amount('高新技术产品进出口', 9)] },
  {
    group: '经济规模（亿元）',
    of: [
      amount('地区生产总值'),
      amount('公共财政预算收入', 9),
      amount('税收收入', 9),
      amount('高技术制造业产值'),
      amount('第三产业增加值', 9),
    ],
  },
  { group: '研发投入（亿元）', of: [amount('企业研发支出', 8), amount('研发支出占比分母', 10)] },
  count('年末从业人员（人）', 10),
  { group: '其中：', of: [count('硕士研究生及以上学历人才', 10), count('专业技术人才', 9), count('高技能人才', 9)] },
  {
    group: '创新产出',
    of: [
      amount('计算用人口（万人）', 8),
      count('发明专利拥有量（件）'),
      count('PCT专利申请量（件）', 8),
      count('发明专利授权量（件）'),
      amount('技术合同交易额（亿元）', 9),
    ],
  },
  {
    group: '土地',
    of: [
      { head: '计算用土地面积（平方公里）', format: 'one', width: 10, total: 'sum' },
      { head: '土地开发利用率', format: 'percent', width: 9, total: 'mean' },
      { head: '土地利用强度（万元/公顷）', format: 'count', width: 9, total: 'mean' },
    ],
  },
  { head: '资源能源利用效率（万元/吨标准煤）', width: 10, total: 'mean' },
  {
    group: '散见各条的数量',
    of: MENTIONED.map(([head, , decimals]): Leaf => ({ head, format: decimals === 0 ? 'count' : 'one', width: 10, total: 'sum' })),
  },
];

/** 广东的“被降为省级”只填在湛江一行：15 天报告期的第二个条件。 */
function rowOf({ name, level, city, region, apply, cultivated }: Zone, year: Year, now: boolean): Value[] {
  const demoted = level === '省级' || !now ? null : name === ZHANJIANG ? '是' : '否';
  return [
    name,
    level,
    city,
    region,
    apply,
    cultivated,
    demoted,
    year.intensity,
    year.output,
    year.treatment,
    year.fdi,
    year.hitechTrade,
    year.gdp,
    year.budget,
    year.tax,
    year.hitech,
    year.tertiary,
    year.rd,
    year.rdBase,
    year.staff,
    year.masters,
    year.professionals,
    year.skilled,
    year.population,
    year.patents,
    year.pct,
    year.granted,
    year.contracts,
    year.land,
    Number((year.used / 100).toFixed(3)),
    year.landIntensity,
    year.resource,
    ...year.mentioned,
  ];
}

function indicators(sheet: string, year: string, date: string, all: readonly Zone[], now: boolean): Sheet {
  const rows = all.map((zone) => rowOf(zone, now ? zone.now : zone.before, now));
  if (now) {
    const at = (short: string): Value[] => rows.find((row) => String(row[0]).startsWith(short))!;
    at('石壁')[27] = '—';
    at('渔歌')[25] = null;
    const text = at('惠州')[15] as number;
    at('惠州')[15] = text.toFixed(2);
    at('广州经济')[19] = (at('广州经济')[19] as number).toLocaleString('en-US');
  }
  return officialTable({
    sheet,
    title: `示例：国家级经济技术开发区和省级经济开发区考核指标数据表（${year}年度）`,
    particulars: ['填报单位：示例省商务主管部门', `填报日期：${date}`, '计量单位：见表头'],
    columns: COLUMNS,
    rows: [{ section: '一、国家级经济技术开发区' }, ...rows.slice(0, 6), { section: '二、省级经济开发区' }, ...rows.slice(6)],
    totals: ['合计'],
    notes: [
      '注：研发支出占比以规模以上工业主营业务收入为分母；人口为常住人口；土地为已建成城镇建设用地；“—”表示未统计；节能减排指标口径未定，本年未填报。',
      SOURCE,
    ],
    paper: 'A3',
  });
}

const citySheet = (sheet: string, year: string, date: string, now: boolean): Sheet =>
  officialTable({
    sheet,
    title: `示例：各地市主要指标汇总表（${year}年度）`,
    particulars: ['填报单位：示例省统计部门', `填报日期：${date}`],
    columns: [
      { head: '地市', format: 'word', width: 14 },
      ...[
        '地区生产总值（亿元）',
        '公共财政预算收入（亿元）',
        '税收收入（亿元）',
        '实际使用外资（亿美元）',
        '高技术制造业产值（亿元）',
        '第三产业增加值（亿元）',
      ].map((head) => amount(head, 15)),
    ],
    rows: cities().map((city): Row => [city.name, ...(now ? city.now : city.before)]),
    notes: [SOURCE],
  });

function ranks(sheet: string, title: string, date: string, rows: readonly Row[]): Sheet {
  return officialTable({
    sheet,
    title,
    particulars: ['填报单位：示例省商务主管部门', `结果公布日期：${date}`],
    columns: [
      { head: '经开区名称', format: 'name', width: 30 },
      { head: '全国综合名次', format: 'rank', width: 14 },
      { head: '全国参评总数', format: 'rank', width: 14 },
      { head: '全国倒数名次', format: 'rank', width: 14 },
    ],
    rows,
    notes: ['注：倒数名次与“综合名次、参评总数”填其一即可；名次全部为虚构，与商务部公布的真实考核结果无关。'],
    portrait: true,
  });
}

const ITEMS: readonly Row[] = [
  [ZHANJIANG, '企业研发支出占比', 3],
  [ZHANJIANG, '高新技术产品进出口', 6],
  [NANSHA, '土地开发利用率', 9],
  [NANSHA, '硕士及以上学历人才比例', 11],
  [ZENGCHENG, '每万人口发明专利拥有量', 10],
  [ZENGCHENG, '税收收入占所在地市比重', 24],
  [ZHUHAI, '技术合同交易额', 8],
  [ZHUHAI, '污染物处理率', 37],
  [DAYAWAN, '高技能人才比例', 12],
  [GUANGZHOU, '土地开发利用率', 96],
];

/** Nine of 500 亿元 or more, five of them 1000 or more; two stand exactly on a line. */
const CLUSTERS: readonly Row[] = [
  ['汽车及零部件', GUANGZHOU, 1862.4],
  ['电子信息', GUANGZHOU, 2315.7],
  ['新材料', GUANGZHOU, 1000],
  ['生物医药', GUANGZHOU, 583.6],
  ['石油化工', DAYAWAN, 1426.8],
  ['电子元器件', DAYAWAN, 612.3],
  ['船舶与海洋工程', NANSHA, 500],
  ['航运物流', NANSHA, '1,043.5'],
  ['新能源汽车', ZENGCHENG, 499.9],
  ['显示面板', ZENGCHENG, 327.1],
  ['精细化工', ZHUHAI, 536.2],
  ['海洋工程装备', ZHUHAI, 268.4],
  ['钢铁', ZHANJIANG, 471.5],
  ['特种纸', ZHANJIANG, 152.6],
];

const PROJECTS: readonly Row[] = [
  ['基因药物产业化', GUANGZHOU, '战略性新兴产业', 1.8, '是', '是', '是'],
  ['高世代显示面板', ZENGCHENG, '战略性新兴产业', 12.6, '是', '是', '是'],
  ['燃料电池系统', NANSHA, '战略性新兴产业', 1, '是', '是', '是'],
  ['第三代半导体', NANSHA, '战略性新兴产业', 1.01, '是', '是', '否'],
  ['乙烯三期', DAYAWAN, '先进制造业', 22.4, '是', '是', '是'],
  ['高端打印设备', ZHUHAI, '战略性新兴产业', 1.35, '是', '是', null],
  ['海上风电装备', ZHANJIANG, '战略性新兴产业', 2.2, '是', '是', '是'],
  ['供应链金融中心', NANSHA, '现代服务业', 3.1, '是', '否', '是'],
  ['智能家电', '紫荆经济开发区', '战略性新兴产业', 1.6, '是', '是', '是'],
  ['中药提取', '金鸡山经济开发区', '其他', 0.4, '否', '是', '是'],
];

function checklist(): Sheet {
  const goals = ['产业结构更加优化', '科技创新能力大幅提升', '对区域经济协调发展的带动能力不断增强'];
  const wrong = new Map<string, Value>([
    [`${ZHANJIANG}1`, '否'],
    [`${NANSHA}2`, '否'],
    [`${ZHUHAI}1`, null],
    [`${ZENGCHENG}2`, '不适用'],
  ]);
  const rows = [GUANGZHOU, ZHANJIANG, DAYAWAN, NANSHA, ZENGCHENG, ZHUHAI].flatMap((zone) =>
    goals.map((goal, n): Row => {
      const answer = wrong.has(`${zone}${n}`) ? wrong.get(`${zone}${n}`)! : '是';
      return [goal, zone, answer, answer === '是' && n !== 2 ? '2016年度自评报告' : null, null];
    }),
  );
  return taskSheet('guangdong-2016', {
    title: '示例：2020年定性目标和定性任务自评表（2016年度）',
    particulars: ['填报单位：示例省商务主管部门', '填报日期：2017年4月12日'],
    before: rows,
    rules: ['tasks_asked', 'tasks_wished'],
    zones: [
      [GUANGZHOU, '国家级'],
      [ZHANJIANG, '国家级'],
    ],
    unanswered: 6,
    // Only what units of the province or the cities do by themselves is answered once for all.
    isForAll: (responsible, title) =>
      title.startsWith('省级经济开发区') || title.startsWith('已争取国家') || title.startsWith('广州（') || responsible[0] === '各有关地市',
    notes: ['注：由省或有关地市办理的事项只填一次，不写经开区名称。', SOURCE],
  });
}

export function guangdongSheets(asOf: string): Sheet[] {
  const all = zones();
  const made = ['填报单位：示例省商务主管部门', '填报日期：2017年4月12日'];
  return [
    readmeSheet('国家级经开区考核数据填报说明', [
      '本工作簿供广东省2016年实施方案试用。六个国家级经开区的名称取自文件原文，全部数值和名次均为虚构，不反映任何真实情况。',
      '“全国排名”“上年全国排名”“全国单项排名”由主管部门按公布结果录入；程序不推算全国名次。',
      '湛江一行演示连续两年处于全国最后5名且被降为省级，触发15天书面报告；南沙演示仅本年最后5名，增城、珠海演示最后10名、最后20名。',
      '“产业集群”中新材料恰为1000亿元、船舶与海洋工程恰为500亿元，用来演示“以上含本数”；燃料电池系统恰为1亿美元，用来演示“超”不含本数。',
      '“散见各条的数量”文件没有点名为指标，可以不填；不要的列可整列删去，删去后不参与试算。“定性清单”末尾几项没有填，用来演示未填报。',
      '“指标体系”（53项）和节能减排指标没有提供，产出效益、节能减排的基准值没有填，用来演示缺数。',
    ]),
    indicators('指标数据', '2016', '2017年4月12日', all, true),
    indicators('上年指标数据', '2015', '2016年4月15日', all, false),
    citySheet('地市汇总', '2016', '2017年4月5日', true),
    citySheet('上年地市汇总', '2015', '2016年4月6日', false),
    ranks('全国排名', '示例：全国综合名次录入表（名次虚构）', '2017年6月1日', [
      [GUANGZHOU, 12, 219, null],
      [ZHANJIANG, null, null, 2],
      [DAYAWAN, 61, 219, null],
      [NANSHA, 215, 219, 5],
      [ZENGCHENG, 210, 219, 10],
      [ZHUHAI, null, null, 16],
    ]),
    ranks('上年全国排名', '示例：上年全国综合名次录入表（名次虚构）', '2016年6月8日', [
      [GUANGZHOU, 14, 219, null],
      [ZHANJIANG, null, null, 4],
      [DAYAWAN, 70, 219, null],
      [NANSHA, 190, 219, null],
      [ZENGCHENG, 205, 219, null],
      [ZHUHAI, 181, 219, null],
    ]),
    officialTable({
      sheet: '全国单项排名',
      title: '示例：单项指标全国名次录入表（名次虚构）',
      particulars: ['填报单位：示例省商务主管部门', '结果公布日期：2017年6月1日'],
      columns: [
        { head: '经开区名称', format: 'name', width: 30 },
        { head: '单项指标', format: 'name', width: 30 },
        { head: '单项倒数名次', format: 'rank', width: 14 },
      ],
      rows: ITEMS,
      notes: ['注：名次全部为虚构，与商务部公布的真实考核结果无关。'],
      portrait: true,
    }),
    officialTable({
      sheet: '产业集群',
      title: '示例：国家级经开区产业集群情况表（2016年度）',
      particulars: made,
      columns: [
        { head: '产业集群名称', format: 'name', width: 24 },
        { head: '所在经开区', format: 'name', width: 30 },
        { head: '产业集群规模（亿元）', format: 'amount', width: 20, total: 'sum' },
      ],
      rows: CLUSTERS,
      notes: ['注：规模按主营业务收入计；跨区集群只在一处填报。', SOURCE],
      portrait: true,
    }),
    officialTable({
      sheet: '项目明细',
      title: '示例：重大项目情况表（2016年度）',
      particulars: made,
      columns: [
        { head: '项目名称', format: 'name', width: 22 },
        { head: '所属经开区', format: 'name', width: 28 },
        { head: '产业类别', format: 'word', width: 16, options: ['战略性新兴产业', '先进制造业', '现代服务业', '其他'] },
        { head: '投资额（亿美元）', width: 12, total: 'sum' },
        {
          group: '用地要求',
          of: [
            { head: '布局集中', format: 'word', width: 10, options: ['是', '否'] },
            { head: '产业集聚', format: 'word', width: 10, options: ['是', '否'] },
            { head: '用地集约', format: 'word', width: 10, options: ['是', '否'] },
          ],
        },
      ],
      rows: PROJECTS,
      totals: ['合计'],
      notes: [SOURCE],
    }),
    checklist(),
    settingsSheet('guangdong-2016', {
      asOf,
      parameters: {
        数据年度: 2016,
        商务部考核结果发布日期: '2017年6月1日',
        限期整改起算日期: '2017年6月5日',
        省级经济开发区位居前列的名额: 3,
        考核排名靠前的全国名次: 30,
        发展较好的全国名次: 61,
        发展水平滞后的全国倒数名次: 30,
        上次省级经济开发区评估日期: '2016年5月20日',
        '省级经济开发区评估周期（月）': 12,
        投资强度的东部地区较高水平: 6000,
        污染物处理率的东部地区较高水平: 95,
      },
    }),
  ];
}
