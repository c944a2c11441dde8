import { FICTION, officialTable, type Leaf, type Row } from './official-table';
import { readmeSheet, settingsSheet } from './particular-sheets';
import { round, Seeded, sumOf } from './seeded';
import { taskSheet } from './task-answers';
import type { Sheet, Value } from './workbook';

type Level = '国家级' | '省级' | '省级以下';
type Zone = readonly [
  name: string,
  level: Level,
  sameStandard: '是' | '否',
  added: number,
  trade: number | '—',
  fiscal: number | null,
  output: number | string,
  industries: number | null,
];

/** 金额均为亿元。锦川恰为1000亿元；桑园、梨园两区计分数据完全相同。 */
const ZONES: readonly Zone[] = [
  ['昆岳经济技术开发区', '国家级', '是', 338.6, 214.5, 96.4, '1,356.8', 3],
  ['锦川经济技术开发区', '国家级', '是', 246.2, 168.3, 61.5, 1000, 4],
  ['秦源经济技术开发区', '国家级', '是', 131.5, 52.7, 32.8, 562.4, 2],
  ['汉月湖经济技术开发区', '国家级', '是', 78.4, 18.6, 17.9, 318.5, 3],
  ['赤榆岭经济开发区', '省级', '是', 164.3, 9.8, 41.2, 688.7, 1],
  ['渭野经济开发区', '省级', '是', 92.7, 31.4, 22.6, 402.3, 1],
  ['禾原经济开发区', '省级', '否', 61.8, 12.5, 14.7, 263.9, 1],
  ['桑园经济开发区', '省级', '否', 35.2, 4.6, 8.1, 148.2, 1],
  ['梨园经济开发区', '省级', '否', 35.2, 4.6, 8.1, 148.2, 2],
  ['洛岸经济开发区', '省级', '否', 28.9, 6.2, 6.4, 121.7, 1],
  ['丹枫源经济开发区', '省级', '否', 22.4, 3.1, 5.2, 96.5, null],
  ['石门经济开发区', '省级', '否', 19.6, 1.9, 4.4, 83.6, 1],
  ['黄花经济开发区', '省级', '否', 17.3, 2.7, 4.9, 74.8, 3],
  ['柳沟经济开发区', '省级', '否', 12.8, 0.8, 3.3, 55.1, 1],
  ['清芦湾经济开发区', '省级', '否', 9.1, 0.3, 2.5, 41.9, 0],
  ['沙岭工业园区', '省级以下', '否', 4.2, '—', null, 19.3, 1],
];

/** What the document mentions in passing and does not name as an indicator: head, and how much of it there is to 100 亿元 of output. */
const MENTIONED: readonly (readonly [leaf: Leaf, per100: number])[] = [
  [{ head: '公共创新平台数', format: 'count', width: 9, total: 'sum' }, 1.1],
  [{ head: '科技成果转化中试基地数', format: 'count', width: 10, total: 'sum' }, 0.4],
  [{ head: '创新服务机构数', format: 'count', width: 9, total: 'sum' }, 1.6],
  [{ head: '企业研发投入（亿元）', format: 'one', width: 10, total: 'sum' }, 1.9],
  [{ head: '骨干企业高水平研发平台数', format: 'count', width: 10, total: 'sum' }, 0.7],
  [{ head: '重点实验室和工程中心数', format: 'count', width: 10, total: 'sum' }, 0.3],
  [{ head: '特色品牌产业园数', format: 'count', width: 9, total: 'sum' }, 0.3],
  [{ head: '知名品牌数', format: 'count', width: 8, total: 'sum' }, 1.4],
  [{ head: '丝绸之路沿线联办产业园区数', format: 'count', width: 11, total: 'sum' }, 0.2],
  [{ head: '自主知识产权和自主品牌产品（种）', format: 'count', width: 11, total: 'sum' }, 6],
  [{ head: '节能环保产业产值（亿元）', format: 'one', width: 10, total: 'sum' }, 7.5],
  [{ head: '债券和股票上市融资额（亿元）', format: 'one', width: 10, total: 'sum' }, 2.2],
  [{ head: '信贷规模（亿元）', format: 'one', width: 10, total: 'sum' }, 31],
  [{ head: '土地产出效益（亿元/平方公里）', format: 'one', width: 11, total: 'mean' }, 5],
  [{ head: '国际化高端人才数', format: 'count', width: 9, total: 'sum' }, 12],
  [{ head: '技术带头人和领军人才数', format: 'count', width: 10, total: 'sum' }, 5],
  [{ head: '科技创新团队数', format: 'count', width: 9, total: 'sum' }, 1.2],
  [{ head: '高素质产业工人数', format: 'count', width: 10, total: 'sum' }, 420],
];

/** Invented for each zone from its output; 梨园 is 桑园 again, so that the two stay level. */
function mentioned(): Value[][] {
  const seeded = new Seeded(20150901);
  const made = ZONES.map(([, , , , , , output]): Value[] => {
    const size = Number(String(output).replace(',', '')) / 100;
    return MENTIONED.map(([{ format }, per100]) => round(size * per100 * seeded.between(0.6, 1.4, 3), format === 'one' ? 1 : 0));
  });
  const at = (short: string): number => ZONES.findIndex(([name]) => name.startsWith(short));
  made[at('梨园')] = made[at('桑园')]!;
  return made;
}

/** All that are provincial or above make exactly 10 % of the province's industry, and less than the goal of its trade and revenue. */
const INDUSTRY_SHARE = 0.1;
const TRADE_SHARE = 0.139;
const FISCAL_SHARE = 0.056;

function provinceRow(): Value[] {
  const counted = ZONES.filter(([, level]) => level !== '省级以下');
  const total = (column: 3 | 4 | 5): number =>
    sumOf(
      counted.map((zone) => Number(zone[column])),
      1,
    );
  return ['全省', round(total(3) / INDUSTRY_SHARE, 1), round(total(4) / TRADE_SHARE, 1), round(total(5) / FISCAL_SHARE, 1), 108, 36];
}

const PROJECTS: readonly Row[] = [
  // At 6.5 元 for a 美元, 65000 万元 are exactly one 亿美元.
  ['能源装备总装基地', '昆岳经济技术开发区', '先进制造业', 182000, '在建'],
  ['半导体存储二期', '昆岳经济技术开发区', '战略性新兴产业', 455000, '在建'],
  ['航空部件加工', '锦川经济技术开发区', '先进制造业', 65000, '在建'],
  ['跨境电商枢纽', '锦川经济技术开发区', '现代服务业', 64999, '签约'],
  ['煤制烯烃扩能', '赤榆岭经济开发区', '其他', 298000, '在建'],
  ['光伏组件', '渭野经济开发区', '战略性新兴产业', 88000, '投产'],
  ['钛合金精密铸造', '秦源经济技术开发区', '先进制造业', '71,500', '在建'],
  ['中药现代化', '汉月湖经济技术开发区', '战略性新兴产业', 26000, '投产'],
  ['冷链物流园', '禾原经济开发区', '现代服务业', 38500, '签约'],
  ['铝镁新材料', '赤榆岭经济开发区', '先进制造业', 52000, '在建'],
  ['软件外包基地', '渭野经济开发区', '现代服务业', 17800, '投产'],
  ['石材加工', '石门经济开发区', '其他', 9200, '投产'],
];

export function shaanxiSheets(asOf: string): Sheet[] {
  const more = mentioned();
  const source = `资料来源：各经开区填报。${FICTION}，区名、项目和数值均与真实情况无关。`;
  const order = {
    国家级: ['昆岳', '锦川', '秦源', '汉月湖'],
    省级: ['赤榆岭', '渭野', '禾原', '桑园', '梨园', '丹枫源', '洛岸', '石门', '黄花', '柳沟', '清芦湾'],
  } as const;
  const lastYear: Row[] = Object.entries(order).flatMap(([level, names]) =>
    names.map((short, n): Row => [ZONES.find(([name]) => name.startsWith(short))![0], level, short === '梨园' ? n : n + 1, names.length]),
  );
  return [
    readmeSheet('省级以上经开区考评数据填报说明', [
      '本工作簿供“贯彻国办发〔2014〕54号的意见”（陕西，依内容推断）方案试用，区名、项目名和数值均为虚构。',
      '“指标数据”每行一个经开区，金额均为亿元；“全省汇总”只有一行，与各区同口径。',
      '锦川经开区工业总产值恰为1000亿元；三分之一县域覆盖、工业增加值占比恰在目标值上，用来演示“以上含本数”。',
      '“项目明细”投资额以万元填报，按“权重与参数”中的汇率折算为亿美元。',
      '“散见各条的数量”文件没有列为考评指标，可以不填；不要的列可整列删去，删去后不参与试算。',
      '“定性清单”由昆岳、赤榆岭两区和各级政府填报了大部分事项，末尾几项没有填，用来演示未填报。',
      '考评先进名额、长期滞后的名次数和年数没有填，所以不出名单；前年结果没有提供。',
    ]),
    officialTable({
      sheet: '指标数据',
      title: '示例省省级以上经济技术开发区考评指标数据表（2015年度）',
      particulars: ['填报单位：示例省开发区主管部门', '填报日期：2016年3月25日', '单位：亿元'],
      columns: [
        { head: '经开区名称', format: 'name', width: 27 },
        { head: '级别', format: 'word', width: 11, options: ['国家级', '省级', '省级以下'] },
        { head: '按国家级标准考评', format: 'word', width: 10, options: ['是', '否'] },
        {
          group: '经济规模与开放水平',
          of: [
            { head: '工业增加值', width: 12, total: 'sum' },
            { head: '进出口总额', width: 12, total: 'sum' },
            { head: '财政收入', width: 12, total: 'sum' },
            { head: '工业总产值', width: 12, total: 'sum' },
          ],
        },
        { head: '主导产业数量（个）', format: 'count', width: 10, total: 'sum' },
        { group: '散见各条的数量', of: MENTIONED.map(([leaf]) => leaf) },
      ],
      rows: ZONES.map((zone, at): Row => [...zone, ...more[at]!]),
      paper: 'A3',
      totals: ['合计', '平均'],
      notes: ['注：申请升级的省级经开区与国家级经开区同标准考评的，“按国家级标准考评”填“是”；“—”表示未开展此项业务。', source],
    }),
    officialTable({
      sheet: '全省汇总',
      title: '示例省主要指标汇总表（2015年度）',
      particulars: ['填报单位：示例省统计部门', '填报日期：2016年3月10日'],
      unnumbered: true,
      columns: [
        { head: '地区', format: 'word', width: 12 },
        { head: '工业增加值（亿元）', format: 'one', width: 14 },
        { head: '进出口总额（亿元）', format: 'one', width: 14 },
        { head: '财政收入（亿元）', format: 'one', width: 14 },
        { head: '县（市、区）总数', format: 'count', width: 14 },
        { head: '拥有省级经开区的县（市、区）数', format: 'count', width: 18 },
      ],
      rows: [provinceRow()],
      notes: ['注：各项与经开区数据同口径，进出口总额按人民币计。', source],
    }),
    officialTable({
      sheet: '上年结果',
      title: '示例省省级以上经济技术开发区考评结果（2014年度）',
      particulars: ['填报单位：示例省开发区主管部门', '填报日期：2015年6月30日'],
      columns: [
        { head: '经开区名称', format: 'name', width: 30 },
        { head: '级别', format: 'word', width: 12 },
        { head: '名次', format: 'rank', width: 10 },
        { head: '参评总数（个）', format: 'rank', width: 14 },
      ],
      rows: lastYear,
      notes: ['注：名次为同级别经开区内的名次；桑园、梨园两区并列。'],
      portrait: true,
    }),
    officialTable({
      sheet: '项目明细',
      title: '示例省经济技术开发区重大项目明细表（2015年度）',
      particulars: ['填报单位：示例省开发区主管部门', '填报日期：2016年3月25日', '单位：万元'],
      columns: [
        { head: '项目名称', format: 'name', width: 24 },
        { head: '所属经开区', format: 'name', width: 27 },
        { head: '产业类别', format: 'word', width: 16, options: ['先进制造业', '战略性新兴产业', '现代服务业', '其他'] },
        { head: '投资额', format: 'count', width: 14, total: 'sum' },
        { head: '建设状态', format: 'word', width: 13 },
      ],
      rows: PROJECTS,
      totals: ['合计'],
      notes: ['注：投资额为人民币总投资。', source],
      portrait: true,
    }),
    taskSheet('shaanxi-2015', {
      title: '示例省经济技术开发区定性任务完成情况表（2015年度）',
      particulars: ['填报单位：示例省开发区主管部门', '填报日期：2016年3月25日'],
      rules: ['tasks_asked', 'tasks_wished'],
      zones: [
        ['昆岳经济技术开发区', '国家级'],
        ['赤榆岭经济开发区', '省级'],
      ],
      unanswered: 3,
      isForAll: (responsible) => responsible.length > 0,
      notes: ['注：各级政府和省级有关部门的事项全省只填一次，不写经开区名称。', source],
    }),
    settingsSheet('shaanxi-2015', {
      asOf,
      parameters: {
        数据年度: 2015,
        '汇率（1美元折合人民币元）': 6.5,
        上次土地集约利用评价日期: '2014年10月31日',
        上次年度考评日期: '2015年6月30日',
      },
    }),
  ];
}
