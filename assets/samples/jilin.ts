import { projectRows } from './jilin-projects';
import { FICTION, officialTable, type Row } from './official-table';
import { readmeSheet, settingsSheet } from './particular-sheets';
import type { Sheet } from './workbook';

const LEVELS = ['国家级', '省级', '工业集中区', '产业园区', '其他'] as const;

/** 区名、级别、所在市州、主导产业数、重点领域数、工业总产值、主导产业产值、填报集中度（0.7 即 70％）。 */
const ZONES: readonly Row[] = [
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

export function jilinSheets(asOf: string): Sheet[] {
  const source = `资料来源：各开发区填报。${FICTION}，区名、项目和数值均与真实情况无关。`;
  return [
    readmeSheet('开发区考核数据填报说明', [
      '本工作簿供吉林省2016年实施意见方案试用，区名、项目名和数值均为虚构。',
      '“指标数据”每行一个开发区；产业集中度一列为填报值，程序缺省按主导产业产值与工业总产值计算。',
      '“项目明细”每行一个项目，投资额以万元填报，程序自动换算；平均投资强度按开发区汇总。',
      '青原、松北两区的平均投资强度恰在限值上；多个项目的办公用地、密度、绿地、底价恰在限值上，用来演示“含本数”。',
      '云杉、红松两区计分数据相同，用来演示并列；南岸物流园没有项目，双泉未报主导产业产值，用来演示缺数。',
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
      ],
      rows: ZONES,
      totals: ['合计', '平均'],
      notes: ['注：产业集中度为各区自行填报，“—”表示未统计。', source],
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
          group: '集体论证',
          of: [
            { head: '论证日期', format: 'date', width: 15 },
            { head: '送达日期', format: 'date', width: 15 },
          ],
        },
      ],
      rows: projectRows(),
      totals: ['合计'],
      notes: ['注：国家容积率控制指标、最低价标准由各地按行业和土地等别填写；送达日期空白的为尚未送达。', source],
      paper: 'A3',
    }),
    settingsSheet('jilin-2016', { asOf, parameters: { 论证意见送达期限: 10, 省级及其他奖励晋级建议名次数: 3, 国家级惩戒建议末位数: 1 } }),
  ];
}
