/**
 * Writes test/data/packs/asem-*.yaml from COINr's own description of the ASEM index (test/data/asem/ASEM_iMeta.csv), so that the
 * seven packs differ in nothing but what COINr was asked. A test compares the committed files with what this prints.
 *
 *   node test/user-packs/asem-packs.cjs           writes all
 *   node test/user-packs/asem-packs.cjs asem-s1   prints one
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const data = join(__dirname, '..', 'data');
const fields = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1] ?? match[2]);

function read(file) {
  const [header, ...rows] = readFileSync(join(data, 'asem', file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map(fields);
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
}

const meta = read('ASEM_iMeta.csv');
const perturbed = Object.fromEntries(read('S5_weights_perturbed.csv').map(({ iCode, Weight }) => [iCode, Weight]));
const indicators = meta.filter(({ Type }) => Type === 'Indicator');
const dimensions = meta.filter(({ Type, Parent }) => Type === 'Aggregate' && Parent);

/** COINr's units that the closed list of units knows; all others are plain numbers. */
const units = { Percent: '"%"', Number: '个', Score: '分', 'Million USD': '百万美元', 'Current USD': '美元', 'Number of countries': '个' };

const amean = 'weighted_arithmetic';
const gmean = 'weighted_geometric';

/** `levels`: aggregation of the 8 pillars, of the 2 sub-indexes and of the index. */
const packs = {
  'asem-s1': {
    what: '极差法 0–100，各级加权算术平均；缺数由其余指标分担权重',
    normalise: '{ method: min_max }',
    levels: [amean, amean, amean],
  },
  'asem-s1b': {
    what: '同 S1，但不足九成下级有分的上级不计分',
    normalise: '{ method: min_max }',
    levels: [amean, amean, amean],
    missing: '{ need_share: 0.9 }',
  },
  'asem-s3-z': {
    what: '标准分（均值 50、标准差 10），各级加权算术平均',
    normalise: '{ method: z_score, mean: 50, sd: 10 }',
    levels: [amean, amean, amean],
  },
  'asem-s3-prank': {
    what: '百分位（0–1），各级加权算术平均',
    normalise: '{ method: percentile, to: [0, 1] }',
    levels: [amean, amean, amean],
  },
  'asem-s4-gmean': {
    what: '极差法 1–100，各级加权几何平均',
    normalise: '{ method: min_max, to: [1, 100] }',
    levels: [gmean, gmean, gmean],
  },
  'asem-s4-mixed': {
    what: '极差法 1–100，逐级算术、几何、算术平均',
    normalise: '{ method: min_max, to: [1, 100] }',
    levels: [amean, gmean, amean],
  },
  'asem-s5': {
    what: '极差法 0–100，各级按不相等的权重算术平均',
    normalise: '{ method: min_max }',
    levels: [amean, amean, amean],
    weights: perturbed,
  },
};

function packText(id) {
  const { what, normalise, levels, missing = 'renormalise', weights } = packs[id];
  const aggregate = (level) => `{ method: ${levels[level - 2]}, missing: ${missing} }`;
  const weight = (code) => (weights ? `, weight: ${weights[code]}` : '');
  return [
    `# 亚欧可持续互联互通指数（ASEM，51 国 49 项指标）：${what}。`,
    '# 指标、方向和层次取自 R 软件包 COINr（MIT 许可）；由 test/user-packs/asem-packs.cjs 生成。',
    'format: zone-assessor/pack@1',
    `pack: ${id}`,
    'title: 亚欧可持续互联互通指数',
    'jurisdiction: { level: other, name: 亚欧各国 }',
    'status: reviewed',
    'subject: 国家',
    '',
    'tables:',
    '  indicators:',
    '    sheet: [指标数据]',
    '    row: 国家',
    '    key: country',
    '    optional: false',
    '    columns:',
    '      country: { header: [国家], kind: text, required: true }',
    ...indicators.map(({ iCode, iName, Unit }) => `      ${iCode}: { header: ["${iName}"], unit: ${units[Unit] ?? '比值'} }`),
    '',
    'dimensions:',
    ...dimensions.map(
      ({ iCode, iName, Parent, Level }) =>
        `  ${iCode}: { title: "${iName}"${Parent === 'Index' ? '' : `, parent: ${Parent}`}, aggregate: ${aggregate(Number(Level))}${weight(iCode)} }`,
    ),
    '',
    'indicators:',
    ...indicators.map(
      ({ iCode, Parent, Direction }) =>
        `  ${iCode}: { dimension: ${Parent}, direction: ${Direction === '-1' ? 'lower_is_better' : 'higher_is_better'}, basis: named${weight(iCode)} }`,
    ),
    '',
    'scoring:',
    '  basis: pack_weights',
    `  normalise: ${normalise}`,
    `  aggregate: ${aggregate(4)}`,
    `  weights: { kind: ${weights ? 'given' : 'equal'} }`,
    '',
    'rankings:',
    '  index: { title: 亚欧可持续互联互通指数 }',
    '',
  ].join('\n');
}

const [wanted] = process.argv.slice(2);
if (wanted !== undefined) process.stdout.write(packText(wanted));
else for (const id of Object.keys(packs)) writeFileSync(join(data, 'packs', `${id}.yaml`), packText(id));
