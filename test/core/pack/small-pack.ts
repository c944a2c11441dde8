import { loadPack } from '../../../src/core/pack/load';
import type { Pack } from '../../../src/core/pack/schema';
import { sharedWords, units } from '../../packs/built-in';

export type Draft = Record<string, unknown>;

/** A pack with one of everything, as a person would write it; parts can be replaced. */
export function draft(parts: Draft = {}): Draft {
  return {
    format: 'zone-assessor/pack@1',
    pack: 'small',
    title: '小方案',
    jurisdiction: { level: 'province', name: '某省' },
    status: 'draft',
    subject: '开发区',
    clauses: { '一·产值': '工业总产值1000亿元以上', '二·绿地': '绿地率不高于15％' },
    decided: { G1: { what: '等权试算', why: '文件没有权重', when: '2026-11-20' } },
    parameters: {
      n: { title: '名额', kind: 'integer' },
      rate: { title: '汇率', kind: 'number', unit: '元/美元', at_least: 0 },
      edge: { title: '是否含本数', kind: 'choice', choices: ['含本数', '不含本数'], default: '含本数', decided: 'G1' },
      watch: { title: '是否监测', kind: 'yes_no' },
    },
    tables: {
      indicators: {
        sheet: ['指标数据'],
        row: '开发区',
        key: 'zone',
        columns: {
          zone: { header: ['开发区名称'], kind: 'text', required: true },
          level: { header: ['级别'], kind: 'list', values: ['国家级', '省级'] },
          city: { header: ['所在市'], kind: 'text' },
          output: { header: ['工业总产值'], unit: '亿元' },
          land: { header: ['用地面积'], unit: '公顷' },
          export: { header: ['出口额'], unit: 'from_header' },
          green: { header: ['绿地率'], unit: '%' },
          lawful: { header: ['依法批准'], kind: 'yes_no' },
        },
      },
      last_year: { sheet: ['上年指标数据'], row: '开发区', like: 'indicators', previous: true },
      cities: {
        sheet: ['地市汇总'],
        row: '地市',
        key: 'city',
        columns: {
          city: { header: ['地市'], kind: 'text', required: true },
          output: { header: ['工业总产值'], unit: '亿元', required: true },
        },
      },
      province: {
        sheet: ['全省汇总'],
        row: '全省',
        key: 'area',
        single: true,
        columns: { area: { header: ['地区'], kind: 'text', required: true }, output: { header: ['工业总产值'], unit: '亿元' } },
      },
      projects: {
        sheet: ['项目明细'],
        row: '项目',
        key: 'project',
        columns: {
          project: { header: ['项目名称'], kind: 'text', required: true },
          zone: { header: ['所在开发区'], kind: 'text', required: true },
          investment: { header: ['投资额'], unit: '万元' },
          area: { header: ['占地'], unit: '公顷' },
          started: { header: ['开工日期'], kind: 'date' },
        },
      },
      ranks: {
        sheet: ['上年名次'],
        row: '开发区',
        key: 'zone',
        columns: {
          zone: { header: ['开发区名称'], kind: 'text', required: true },
          rank: { header: ['名次'], unit: '名', required: true },
          total: { header: ['参评总数'], unit: '个' },
        },
      },
      checklist: {
        sheet: ['定性清单'],
        row: '事项',
        key: 'item',
        columns: {
          item: { header: ['事项'], kind: 'text', required: true },
          answer: { header: ['答复'], kind: 'list', values: ['是', '否', '不适用'], required: true },
        },
      },
    },
    measures: { per_land: { kind: 'ratio', title: '单位用地产值', unit: '万元/公顷', of: 'output', over: 'land' } },
    dimensions: { scale: { title: '规模' }, ecology: { title: '生态' } },
    indicators: {
      output: { title: '工业总产值', dimension: 'scale', direction: 'higher_is_better', basis: 'named', clause: '一·产值' },
      green: { title: '绿地率', dimension: 'ecology', direction: 'lower_is_better', basis: 'suggested', clause: '二·绿地' },
    },
    scoring: { basis: 'equal_weights_trial', normalise: { method: 'min_max', to: [0, 100] }, aggregate: { method: 'weighted_arithmetic' } },
    rankings: { all: { title: '综合排名' } },
    rules: { large: { kind: 'threshold', title: '千亿', measure: 'output', at_least: 1000, unit: '亿元', clause: '一·产值' } },
    ...parts,
  };
}

/** The draft with one rule instead of its own. */
export const withRule = (rule: Draft, parts: Draft = {}): Draft =>
  draft({ ...parts, rules: { rule: { title: '规则', clause: '一·产值', ...rule } } });

export function valid(data: Draft): Pack {
  const { pack, problems } = loadPack(data, 'small.yaml', units, sharedWords);
  if (!pack) throw new Error(problems.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return pack;
}
