import { figureColumns, figuresOf, lastYearRow, NATIONAL_LIST } from './jilin-figures';
import { INDUSTRIES, projectRows } from './jilin-projects';
import { FICTION, officialTable, type Leaf, type Row } from './official-table';
import { readmeSheet, settingsSheet } from './particular-sheets';
import { taskList } from './task-list';
import type { Sheet, Value } from './workbook';

const LEVELS = ['国家级', '省级', '工业集中区', '产业园区', '其他'] as const;

/** 区名、级别、所在市州、主导产业数、重点领域数、工业总产值、主导产业产值、填报集中度（0.7 即 70％）。 */
const ZONES: readonly (readonly Value[])[] = [
  // 青原 stands exactly on 70 %, 松北 and 白桦 exactly on 40 %; 云杉 and 红松 are alike in everything that is scored.
  ['青原经济技术开发区', '国家级', '示例一市', 3, 6, 460, 322, 0.7],
  ['天镜湖高新技术产业开发区', '国家级', '示例一市', 3, 5, 812.4, 641.8, 0.79],
  ['北辰经济技术开发区', '国家级', '示例二市', 4, 7, 368.5, 243.2, 0.66],
  ['海东边境经济合作区', '国家级', '示例州', 3, 4, 96.8, 71.5, 0.739],
  ['松北经济开发区', '省级', '示例二市', 2, 3, 155, 62, 0.4],
  ['云杉经济开发区', '省级', '示例三市', 2, 3, 84, 46.2, 0.55],
  ['红松经济开发区', '省级', '示例三市', 1, 2, 84, 46.2, 0.55],
  ['临泉经济开发区', '省级', '示例四市', 2, 4, 128.6, 57.9, 0.45],
  ['稻香经济开发区', '省级', '示例四市', 3, 3, 72.3, 26.4, 0.365],
  ['黑土湾经济开发区', '省级', '示例五市', 1, 2, '1,046.5', 688.3, 0.658],
  ['银岗经济开发区', '省级', '示例六市', null, 3, 61.7, 30.2, 0.489],
  ['白桦工业集中区', '工业集中区', '示例五市', 2, 3, 48.5, 19.4, 0.4],
  ['柞林工业集中区', '工业集中区', '示例六市', 1, 2, 36.2, 18.8, 0.519],
  ['平岗工业集中区', '工业集中区', '示例六市', 1, 5, 22.9, 8.6, 0.376],
  ['双泉工业集中区', '工业集中区', '示例七市', 2, 3, 41.3, '—', null],
  ['晴川科技产业园', '产业园区', '示例一市', 2, 4, 58.8, 39.4, 0.67],
  ['田园食品产业园', '产业园区', '示例七市', 1, 2, 17.6, 15.1, 0.858],
  ['南岸物流园', '其他', '示例二市', 1, 2, 9.4, 5.2, 0.553],
];

/** Last year's places within the group: 北辰 has lost three, 黑土湾 has gained many. */
const LAST_NATIONAL = ['北辰', '青原', '天镜湖', '海东'];
const LAST_LOCAL = ['松北', '晴川', '临泉', '云杉', '红松', '白桦', '稻香', '黑土湾', '柞林', '银岗', '田园', '双泉', '平岗', '南岸'];
const nameOf = (short: string): Value => ZONES.find(([zone]) => String(zone).startsWith(short))![0]!;
const placesOf = (shorts: readonly string[]): Row[] => shorts.map((short, n) => [nameOf(short), n + 1, shorts.length]);

/** A short table of places. */
const placesSheet = (sheet: string, title: string, heads: readonly [string, string], rows: readonly Row[], note: string): Sheet =>
  officialTable({
    sheet,
    title,
    particulars: ['填报单位：示例省开发区主管部门'],
    columns: [{ head: '开发区名称', format: 'name', width: 30 }, ...heads.map((head): Leaf => ({ head, format: 'rank', width: 16 }))],
    rows,
    notes: [note],
    portrait: true,
  });

export function jilinSheets(asOf: string): Sheet[] {
  const source = `资料来源：各开发区填报。${FICTION}，区名、项目和数值均与真实情况无关。`;
  return [
    readmeSheet('开发区考核数据填报说明', [
      '本工作簿供吉林省2016年实施意见方案试用，区名、项目名和数值均为虚构。',
      '“指标数据”每行一个开发区；产业集中度一列为填报值，程序缺省按主导产业产值与工业总产值计算。',
      '“项目明细”每行一个项目，投资额以万元填报，程序自动换算；平均投资强度按开发区汇总。',
      '“行业容积率”每行一个行业，项目表没有填控制指标的按行业查；数值为示例，不是国家标准。',
      '青原、松北两区的平均投资强度恰在限值上；多个项目的办公用地、密度、绿地、底价恰在限值上，用来演示“含本数”。',
      '云杉、红松两区计分数据相同，用来演示并列；南岸物流园没有项目，双泉未报主导产业产值，用来演示缺数。',
      '“上年结果”“上年指标数据”用于名次升降和与上年比；“国家级考核指标”是自拟的示例清单，不是商务部的考核指标。',
      '松北、黑土湾、临泉拟申请升级，“按国家级标准考评”填“是”；合同约定值、产业类别逐个项目填写，塑料型材、铸造绿色改造没有达到约定。',
    ]),
    officialTable({
      sheet: '指标数据',
      title: '示例省开发区建设发展水平考核指标数据表（2016年度）',
      particulars: ['填报单位：示例省开发区主管部门', '填报日期：2017年2月28日'],
      columns: [
        { head: '开发区名称', format: 'name', width: 27 },
        { head: '级别', format: 'word', width: 12, options: LEVELS },
        { head: '所在市州', format: 'word', width: 11 },
        { head: '主导产业数量（个）', format: 'count', width: 10, total: 'sum' },
        { head: '重点发展领域数量（个）', format: 'count', width: 12, total: 'sum' },
        { head: '工业总产值（亿元）', width: 12, total: 'sum' },
        { group: '其中：', of: [{ head: '主导产业产值合计', width: 12, total: 'sum' }] },
        { head: '产业集中度（%）', format: 'percent', width: 11, total: 'mean' },
        ...figureColumns(),
      ],
      rows: ZONES.map((row): Row => [...row, ...figuresOf(row)]),
      totals: ['合计', '平均'],
      notes: ['注：产业集中度为各区自行填报，“—”表示未统计。', source],
      paper: 'A3',
    }),
    officialTable({
      sheet: '项目明细',
      title: '示例省开发区入区项目用地与规划指标明细表（2016年度）',
      particulars: ['填报单位：示例省开发区主管部门', '填报日期：2017年3月20日', '计量单位：见表头'],
      columns: [
        { head: '项目名称', format: 'name', width: 21 },
        { head: '所在开发区', format: 'name', width: 26 },
        { head: '是否工业项目', format: 'word', width: 8, options: ['是', '否'] },
        { head: '投资额（万元）', format: 'count', width: 10, total: 'sum' },
        { head: '总用地面积（公顷）', format: 'amount', width: 9, total: 'sum' },
        { group: '其中：', of: [{ head: '行政办公及生活服务设施用地面积', format: 'fine', width: 12, total: 'sum' }] },
        {
          group: '规划控制指标',
          of: [
            { head: '容积率', format: 'amount', width: 8 },
            { head: '国家容积率控制指标', format: 'amount', width: 9 },
            { head: '建筑密度（%）', format: 'one', width: 8 },
            { head: '建筑密度例外批准', format: 'word', width: 9 },
            { head: '建筑系数（%）', format: 'one', width: 8 },
            { head: '绿地率（%）', format: 'one', width: 8 },
            { head: '是否有特殊工艺要求', format: 'word', width: 9 },
            { head: '绿地率例外批准', format: 'word', width: 9 },
          ],
        },
        {
          group: '出让底价',
          of: [
            { head: '出让底价（元/平方米）', format: 'one', width: 10 },
            { head: '工业用地出让最低价标准（元/平方米）', format: 'one', width: 13 },
            { head: '是否优先产业', format: 'word', width: 8 },
            { head: '是否用地集约', format: 'word', width: 8 },
          ],
        },
        {
          group: '产业和出让合同',
          of: [
            { head: '产业类别', format: 'word', width: 12, options: ['支柱产业', '优势产业', '战略性新兴产业', '现代服务业', '其他'] },
            { head: '是否主导产业项目', format: 'word', width: 9, options: ['是', '否'] },
            { head: '是否建成', format: 'word', width: 8, options: ['是', '否'] },
            { head: '合同约定投资强度（万元/公顷）', format: 'count', width: 11 },
            { head: '合同约定容积率', format: 'amount', width: 9 },
          ],
        },
        {
          group: '集体论证',
          of: [
            { head: '论证日期', format: 'date', width: 15 },
            { head: '送达日期', format: 'date', width: 15 },
          ],
        },
        {
          group: '立项审查',
          of: [
            { head: '所属行业', format: 'name', width: 18 },
            ...[
              '资信审查是否通过',
              '产业论证',
              '规划论证',
              '环评论证',
              '能耗论证',
              '土地论证',
              '是否适合多层标准厂房',
              '是否建设或进入多层标准厂房',
            ].map((head): Leaf => ({ head, format: 'word', width: 9, options: ['是', '否'] })),
          ],
        },
      ],
      rows: projectRows(),
      totals: ['合计'],
      notes: ['注：国家容积率控制指标、最低价标准由各地按行业和土地等别填写；送达日期空白的为尚未送达。', source],
      paper: 'A3',
    }),
    officialTable({
      sheet: '行业容积率',
      title: '国家容积率控制指标（按行业，示例值，非国家标准）',
      columns: [
        { head: '行业名称', format: 'name', width: 38 },
        { head: '国家容积率控制指标', format: 'amount', width: 18 },
      ],
      rows: INDUSTRIES,
      notes: [source],
      portrait: true,
    }),
    officialTable({
      sheet: '上年指标数据',
      title: '示例省开发区建设发展水平考核指标数据表（2015年度）',
      particulars: ['填报单位：示例省开发区主管部门', '填报日期：2016年2月29日'],
      columns: [
        { head: '开发区名称', format: 'name', width: 27 },
        { head: '级别', format: 'word', width: 12, options: LEVELS },
        { head: '空气质量优良天数比例（%）', format: 'one', width: 16 },
        { head: '科技创新投入（亿元）', format: 'amount', width: 14 },
      ],
      rows: ZONES.map(lastYearRow),
      notes: [source],
      portrait: true,
    }),
    placesSheet(
      '上年结果',
      '示例省开发区考核结果（2015年度）',
      ['名次', '参评总数（个）'],
      [...placesOf(LAST_NATIONAL), ...placesOf(LAST_LOCAL)],
      `注：国家级与省级及其他分组排名。${source}`,
    ),
    placesSheet(
      '国家级考核名次',
      '国家级经济开发区考核名次（2016年度，虚构）',
      ['国家级考核名次', '全国参评总数（个）'],
      [
        [nameOf('青原'), 78, 219],
        [nameOf('北辰'), 131, 219],
      ],
      source,
    ),
    placesSheet(
      '上年国家级考核名次',
      '国家级经济开发区考核名次（2015年度，虚构）',
      ['国家级考核名次', '全国参评总数（个）'],
      [
        [nameOf('青原'), 86, 219],
        [nameOf('北辰'), 120, 219],
      ],
      source,
    ),
    placesSheet(
      '土地集约利用评价结果',
      '示例省开发区土地集约利用评价结果（2016年度，虚构）',
      ['土地集约利用评价名次', '参评总数（个）'],
      placesOf(['天镜湖', '青原', '黑土湾', '晴川', '北辰', '松北', '临泉', '云杉', '红松', '白桦', '稻香', '银岗']),
      source,
    ),
    officialTable({
      sheet: '国家级考核指标',
      title: '国家级考核指标（自拟示例，非官方清单）',
      columns: [
        { head: '维度', format: 'word', width: 16 },
        { head: '指标', format: 'name', width: 30 },
        { head: '单位', format: 'word', width: 14 },
        { head: '方向', format: 'word', width: 10, options: ['正向', '逆向'] },
      ],
      rows: NATIONAL_LIST,
      notes: ['注：只用来演示比照试算。'],
      portrait: true,
    }),
    taskList('jilin-2016', '示例省开发区定性任务完成情况表（2016年度）', ['填报单位：示例省开发区主管部门', '填报日期：2017年3月10日'], {
      ofZones: {
        needs: [
          [String(nameOf('青原')), '是', '城市总体规划示例意见'],
          ...ZONES.filter(([zone]) => zone !== nameOf('青原')).map(([zone]) => [String(zone), '不适用', null] as const),
        ],
        chk_33: ZONES.map(([zone]) => [String(zone), zone === nameOf('平岗') ? '否' : '是', '自查报告（示例）'] as const),
      },
      others: { chk_12: '否', chk_13: '不适用', chk_24: '否', chk_50: '不适用' },
    }),
    settingsSheet('jilin-2016', {
      asOf,
      parameters: {
        论证意见送达期限: 10,
        建筑系数标准值: 36,
        一般项目绿地率上限: 20,
        省级及其他奖励晋级建议名次数: 3,
        国家级惩戒建议末位数: 1,
        省级及其他引导资金挂钩名次数: 5,
        风险预警的名次下降数: 2,
        进位的名次上升数: 2,
        土地集约利用评价靠前名次数: 3,
        土地集约利用评价靠后名次数: 2,
        闲置土地处置率下限: 30,
        列入重点产业项目清单的投资额: 2,
        产业人口集聚度参考线: 4000,
        财政收入参考线: 15,
      },
    }),
  ];
}
