import { readFileSync } from 'node:fs';
import type { PlainValue } from '../../src/core/grid';
import { sheetOf, workbook, workbookParts, zip } from '../ooxml/package-builder';
import { parkHeader, parkPack, parkPackWith, parkRows, parkWorkbook } from './park';
import { runHere } from './run-here';
import { Workspace } from './workspace';

/** One mistake a case: a Chinese sentence that says where and what to do next, and a folder that is exactly as it was. */
let space: Workspace;

beforeEach(() => {
  space = new Workspace();
});

afterEach(() => space.remove());

interface Refusal {
  readonly code: 1 | 2 | 3;
  /** What the message must name. */
  readonly says: readonly string[];
}

async function expectRefused(workbookBytes: Uint8Array, { code, says }: Refusal, pack = parkPack, ...more: string[]): Promise<void> {
  const input = space.write('in.xlsx', workbookBytes);
  const before = space.snapshot();
  const ran = await runHere('score', input, '--pack', pack, '--out', space.path('out.xlsx'), '--json', space.path('out.json'), ...more);
  expect(ran).toMatchObject({ code, out: '' });
  for (const word of says) expect(ran.err).toContain(word);
  expect(ran.err).not.toContain('程序内部错误');
  if (code === 1)
    expect(ran.err).toMatch(/^有必须处理的问题，未写任何结果：\n【必须处理】.*[\u4e00-\u9fff].*\n\u3000\u3000→ .*[\u4e00-\u9fff].*\n/);
  expect(space.snapshot()).toEqual(before);
}

/** An OLE compound file with streams of these names in its directory. */
function compoundFile(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ['Root Entry', ...streams].forEach((name, n) => {
    const at = 1024 + n * 128;
    for (let k = 0; k < name.length; k++) bytes[at + 2 * k] = name.charCodeAt(k);
    bytes[at + 64] = (name.length + 1) * 2;
    bytes[at + 66] = n === 0 ? 5 : 2;
  });
  return bytes;
}

/** A worksheet of spaces: some 20 MB that take 20 kB in the file. */
function bomb(): Uint8Array {
  const parts = workbookParts({ sheets: [{ name: '指标数据', xml: '' }] });
  return zip({ ...parts, 'xl/worksheets/sheet1.xml': `${sheetOf([parkHeader, ...parkRows])}${' '.repeat(20_000_000)}` }, 6);
}

describe('files that are no workbook', () => {
  const whole = parkWorkbook();
  it.each<[string, () => Uint8Array, string]>([
    ['bytes of no kind', () => Uint8Array.of(1, 2, 3), '不是 Excel 工作簿'],
    ['a text table with an open quote', () => new TextEncoder().encode('园区,总产值\n甲园,"1\n'), '第 2 行有一个引号没有成对'],
    ['a PDF', () => new TextEncoder().encode('%PDF-1.4\n1 0 obj\n'), '这是 PDF 文件'],
    ['an old document', () => compoundFile('WordDocument'), '文字处理文档'],
    ['nothing', () => new Uint8Array(0), '0 字节'],
    ['a truncated download', () => whole.slice(0, Math.floor(whole.length * 0.7)), '文件不完整'],
    ['a zip bomb', bomb, '解压后大得不正常'],
    ['an encrypted workbook', () => compoundFile('EncryptionInfo', 'EncryptedPackage'), '打开密码'],
    ['an .xls of Excel 97-2003', () => compoundFile('Workbook'), '.xls'],
    ['a zip without a workbook', () => zip({ 'readme.txt': 'x' }), '不是 Excel 工作簿'],
  ])('%s', async (_, bytes, says) => {
    await expectRefused(bytes(), { code: 1, says: [says] });
  });
});

describe('tables that do not fit', () => {
  it('no table with the pack’s headers', async () => {
    await expectRefused(parkWorkbook([['张三', 3]], {}, ['姓名', '年龄']), { code: 1, says: ['没有找到每行一个园区的数据表', '园区'] });
  });

  it('a table that lacks a required column names it', async () => {
    await expectRefused(parkWorkbook([['甲园', 1]], {}, ['园区', '总产值（万元）']), { code: 1, says: ['指标数据', '级别'] });
  });

  it('two tables that fit equally name both places', async () => {
    const table: PlainValue[][] = [[...parkHeader], ...parkRows.map((row) => [...row])];
    const bytes = workbook({
      sheets: [
        { name: '甲表', xml: sheetOf(table) },
        { name: '乙表', xml: sheetOf(table) },
      ],
    });
    await expectRefused(bytes, { code: 1, says: ['甲表!A1', '乙表!A1', '--sheet'] });
  });

  it('a sheet that is not there lists those that are', async () => {
    await expectRefused(parkWorkbook(), { code: 1, says: ['没有名为“数据”的工作表', '指标数据'] }, parkPack, '--sheet', '数据');
  });

  it('one zone twice names both rows', async () => {
    await expectRefused(parkWorkbook([...parkRows, ['丙 园', '省级', 1, 1, 1]]), { code: 1, says: ['指标数据', '丙', 'A4', 'A8'] });
  });

  it('headers without rows', async () => {
    await expectRefused(parkWorkbook([]), { code: 1, says: ['没有园区数据行'] });
  });
});

describe('weights and parameters', () => {
  const settings = (...rows: PlainValue[][]): Uint8Array => parkWorkbook(parkRows, { 权重与参数: [['类别', '名称', '数值'], ...rows] });

  it('weights that do not add up name the sum', async () => {
    await expectRefused(settings(['维度权重', '规模', 60], ['维度权重', '效益', 30]), {
      code: 1,
      says: ['权重与参数', '合计为 90', '100'],
    });
  });

  it('a group that is not filled in names what is missing', async () => {
    await expectRefused(settings(['维度权重', '规模', 60]), { code: 1, says: ['权重与参数', '效益'] });
  });

  it('a negative weight names its cell', async () => {
    await expectRefused(settings(['维度权重', '规模', 130], ['维度权重', '效益', -30]), { code: 1, says: ['权重与参数!C3', '负数'] });
  });

  it('a weight that is no number names its cell', async () => {
    await expectRefused(settings(['维度权重', '规模', '六成'], ['维度权重', '效益', 40]), { code: 1, says: ['权重与参数!C2', '六成'] });
  });
});

describe('a header without its unit', () => {
  const header: PlainValue[] = ['园区', '级别', '总产值', '税收（万元）', '用地面积（公顷）'];

  it('is never guessed: nothing is written, and the header’s cell is named', async () => {
    await expectRefused(parkWorkbook(parkRows, {}, header), {
      code: 1,
      says: ['必须处理', '指标数据!C1', '总产值', '没有写计量单位', '万元'],
    });
  });
});

describe('pack files', () => {
  const refused = async (text: string | Uint8Array, says: readonly string[]): Promise<void> => {
    await expectRefused(parkWorkbook(), { code: 1, says: ['my.yaml', ...says] }, space.write('my.yaml', text));
  };

  it('an unknown key', async () => {
    await refused(parkPackWith('subject: 园区', 'subject: 园区\nsubjekt: 园区'), ['subjekt']);
  });

  it('an unknown key far down', async () => {
    await refused(parkPackWith('    last: 2\n', '    last: 2\n    frist: 1\n'), ['rules.last_two', 'frist']);
  });

  it('a repeated key names the line', async () => {
    const text = parkPackWith('  tax_limit:\n', '  last_two: {}\n  tax_limit:\n');
    const line = text.split('\n').lastIndexOf('  last_two:') + 1;
    expect(line).toBeGreaterThan(50);
    await refused(text, [`第 ${line} 行`, '重复的键']);
  });

  it('broken indentation names the line', async () => {
    await refused(parkPackWith('    title: 省级后两位\n', '   title: 省级后两位\n'), ['行无法解析']);
  });

  it('bands that overlap', async () => {
    await refused(
      parkPackWith(
        'normalise: { method: min_max }',
        'normalise: { method: bands, bands: [{ at_least: 10, points: 100 }, { at_least: 5, at_most: 12, points: 50 }, { under: 5, points: 0 }] }',
      ),
      ['scoring.normalise', '重叠'],
    );
  });

  it('bands that leave a gap, even of a single point', async () => {
    await refused(
      parkPackWith(
        'normalise: { method: min_max }',
        'normalise: { method: bands, bands: [{ over: 10, points: 100 }, { under: 10, points: 0 }] }',
      ),
      ['scoring.normalise', '10'],
    );
  });

  it('weights that do not make their total', async () => {
    const text = parkPackWith(
      '  aggregate: { method: weighted_arithmetic }',
      '  aggregate: { method: weighted_arithmetic }\n  weights: { kind: given, total: 100 }',
    )
      .replace('{ title: 规模,', '{ title: 规模, weight: 60,')
      .replace('{ title: 效益,', '{ title: 效益, weight: 30,')
      .replaceAll('basis: named,', 'basis: named, weight: 50,');
    await refusedWeights(text);
  });

  const refusedWeights = async (text: string): Promise<void> => {
    await expectRefused(parkWorkbook(), { code: 1, says: ['90', '100'] }, space.write('my.yaml', text));
  };

  it('a measure that rests on itself', async () => {
    const text = parkPackWith(
      '  tax_per_land: { kind: ratio,',
      '  a: { kind: ratio, title: 甲, unit: 万元/公顷, of: b, over: land }\n  b: { kind: ratio, title: 乙, unit: 万元/公顷, of: a, over: land }\n  tax_per_land: { kind: ratio,',
    );
    await refused(text, ['循环引用', 'a → b → a']);
  });

  it('a clause that is not declared', async () => {
    await refused(parkPackWith('    clause: "第五条"\n    measure', '    clause: "第五十条"\n    measure'), [
      'rules.tax_limit',
      '第五十条',
    ]);
  });

  it('a unit of another kind', async () => {
    await refused(parkPackWith('    unit: 万元/公顷\n', '    unit: 万元/人\n'), ['rules.tax_limit', '万元/人']);
  });

  it('another encoding', async () => {
    await refused(new Uint8Array([...readFileSync(parkPack), 0x0a, 0x23, 0xd4, 0xb0, 0xc7, 0xf8]), ['UTF-8']);
  });

  it('aliases that would fill the memory', async () => {
    const laughs = [
      'a0: &a0 [哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈]',
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(
        (n) =>
          `a${n}: &a${n} [${Array(9)
            .fill(`*a${n - 1}`)
            .join(', ')}]`,
      ),
    ];
    await refused(laughs.join('\n'), ['别名']);
  });

  it('no mapping at all', async () => {
    await refused('只是一句话\n', ['方案文件']);
    await refused('', ['方案文件']);
  });
});
