import { once } from 'node:events';
import { cliWords } from '../../src/cli/words';
import { builtInPacks } from '../../src/packs';
import { packSchema } from '../../src/core/pack/schema';
import { parkPack, parkPackWith, parkRows, parkWorkbook } from './park';
import { runProgram, start } from './program';
import { resultOf } from './result-schema';
import { Workspace } from './workspace';

/** The built program as a person starts it. */
let space: Workspace;

beforeEach(() => {
  space = new Workspace();
  space.write('in.xlsx', parkWorkbook());
});

afterEach(() => space.remove());

const program = (...argv: string[]): ReturnType<typeof runProgram> => runProgram(argv, space.folder);

describe('score', () => {
  it('writes the workbook and says the result on stdout alone', async () => {
    const ran = await program('score', 'in.xlsx', '--pack', parkPack, '--out', 'out.xlsx', '--year', '2016', '--as-of', '2017-03-01');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toBe(
      [
        '数据年度：2016（本次运行指定）　考评日期：2017-03-01',
        '权重：权重未由文件规定，当前为等权试算，结果仅供参考，不作为文件规定的考核结论。',
        '全市园区排名（参加排名 6／6）',
        '     1  甲园  100.00',
        '     2  乙园  45.51',
        '     3  己园  20.93',
        '     4  丙园  18.06',
        '     5  戊园  11.73',
        '     6  丁园  0.00',
        '省级园区排名（参加排名 4／4）',
        '     1  乙园  45.51',
        '     2  丙园  18.06',
        '     3  戊园  11.73',
        '     4  丁园  0.00',
        '结论：不达标／列入处理名单 3 条，需说明 1 条，缺数 2 条，达标 3 条',
        '没有发现问题。',
        '结果已写入：out.xlsx',
        '',
      ].join('\n'),
    );
    expect(space.snapshot().map((entry) => entry.split(' ')[0])).toEqual(['in.xlsx', 'out.xlsx']);
  });

  it('--json - puts nothing but JSON on stdout', async () => {
    const ran = await program('score', 'in.xlsx', '--pack', parkPack, '--out', 'out.xlsx', '--json', '-', '--as-of', '2017-03-01');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(resultOf(ran.out).asOf).toBe('2017-03-01');
  });

  it('--json names a file, the same text', async () => {
    const told = await program('score', 'in.xlsx', '--pack', parkPack, '--out', 'out.xlsx', '--json', 'out.json', '--as-of', '2017-03-01');
    const printed = await program('score', 'in.xlsx', '--pack', parkPack, '--out', 'out.xlsx', '--json', '-', '--as-of', '2017-03-01');
    expect(told.out).toContain('JSON 结果已写入：out.json');
    expect(space.text('out.json')).toBe(printed.out);
  });

  it('--sheet picks between two tables that fit', async () => {
    space.write(
      'two.xlsx',
      parkWorkbook(parkRows, {
        另一张: [
          ['园区', '级别', '总产值（万元）'],
          ['庚园', '省级', 1],
          ['辛园', '省级', 2],
        ],
      }),
    );
    const ran = await program('score', 'two.xlsx', '--pack', parkPack, '--out', 'out.xlsx', '--json', '-', '--sheet', '另一张');
    expect(ran.code).toBe(0);
    expect(resultOf(ran.out).rankings[0]!.rows.map(({ subject }) => subject)).toEqual(['辛园', '庚园']);
  });

  it('takes the day from the clock where none is given', async () => {
    const before = new Date();
    const { asOf } = resultOf((await program('score', 'in.xlsx', '--pack', parkPack, '--out', 'out.xlsx', '--json', '-')).out);
    const day = (date: Date): string =>
      [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-');
    expect([day(before), day(new Date())]).toContain(asOf);
  });

  it('ends with 1 and prints the blocking problems, as JSON too, where nothing can be scored', async () => {
    space.write('in.xlsx', parkWorkbook([...parkRows, ['甲园', '省级', 1, 1, 1]]));
    const before = space.snapshot();
    const ran = await program('score', 'in.xlsx', '--pack', parkPack, '--out', 'out.xlsx', '--json', '-', '--year', '2016');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('甲园');
    expect(resultOf(ran.out)).toMatchObject({ rankings: [], findings: [], problems: [{ severity: 'block', code: 'duplicate-row' }] });
    expect(space.snapshot()).toEqual(before);
  });
});

describe('check', () => {
  it('ends with 0 where nothing blocks, and writes nothing', async () => {
    const before = space.snapshot();
    expect(await program('check', 'in.xlsx', '--pack', parkPack, '--year', '2016')).toEqual({ code: 0, out: '没有发现问题。\n', err: '' });
    expect(space.snapshot()).toEqual(before);
  });

  it('lists doubts with place and next step and still ends with 0', async () => {
    space.write('in.xlsx', parkWorkbook([...parkRows, ['庚园', '省级', '约3', 1, 1]]));
    const ran = await program('check', 'in.xlsx', '--pack', parkPack);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^【未采用】指标数据!C8\u3000.*约3.*\n\u3000\u3000→ /m);
  });

  it('ends with 1 where something blocks', async () => {
    space.write('in.xlsx', parkWorkbook([...parkRows, ['甲园', '省级', 1, 1, 1]]));
    const ran = await program('check', 'in.xlsx', '--pack', parkPack);
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toContain('【必须处理】');
  });
});

describe('packs', () => {
  const ids = builtInPacks.map(({ data }) => packSchema.parse(data).pack);

  it('lists every built-in pack, one a line, and the one for a method of the workbook', async () => {
    const ran = await program('packs');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(
      ran.out
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')[0]),
    ).toEqual([...ids, 'own-method']);
  });

  it.each(ids)('shows %s with the words of its clauses', async (id) => {
    const ran = await program('packs', 'show', id);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const pack = packSchema.parse(builtInPacks.map(({ data }) => data).find((data) => packSchema.parse(data).pack === id));
    for (const { title, clause } of Object.values(pack.rules)) {
      expect(ran.out).toContain(title);
      for (const key of clause) expect(ran.out).toContain(pack.clauses[key]);
    }
  });

  it('lint: 0 for a sound pack file', async () => {
    expect(await program('packs', 'lint', parkPack)).toMatchObject({ code: 0, err: '', out: `“${parkPack}”没有必须处理的问题。\n` });
  });

  it('lint: 1 for one with a mistake, which is named', async () => {
    space.write('my.yaml', parkPackWith('ranking: provincial', 'ranking: countrywide'));
    const ran = await program('packs', 'lint', 'my.yaml');
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toContain('countrywide');
  });

  it('schema: a JSON Schema', async () => {
    const ran = await program('packs', 'schema');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ran.out)).toMatchObject({ type: 'object', additionalProperties: false });
  });
});

describe('help', () => {
  it.each([[['help']], [['--help']], [['score', '--help']]])('%j', async (argv) => {
    const ran = await program(...argv);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(cliWords.usage);
  });
});

it('a reader that has seen enough is no failure', async () => {
  const child = start(['packs', 'schema'], space.folder);
  let err = '';
  child.stderr!.on('data', (piece: Buffer) => {
    err += piece.toString('utf8');
  });
  child.stdout!.destroy();
  const [code] = (await once(child, 'close')) as [number | null];
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

describe('a command line that cannot be carried out ends with 2, says why and how to write it', () => {
  const score = ['score', 'in.xlsx', '--pack', parkPack, '--out', 'out.xlsx'];
  it.each<[string, string[], string]>([
    ['no command', [], '请写明要做什么。'],
    ['unknown command', ['socre'], '没有“socre”这个命令。'],
    ['unknown subcommand', ['packs', 'delete'], '没有“packs delete”这个命令。'],
    ['no workbook', ['score', '--pack', parkPack, '--out', 'out.xlsx'], '请写明要考评的工作簿。'],
    ['no pack', ['score', 'in.xlsx', '--out', 'out.xlsx'], '请用 --pack 写明方案编号或方案文件。'],
    ['no output', ['score', 'in.xlsx', '--pack', parkPack], '请用 --out 写明结果文件。'],
    ['no pack id', ['packs', 'show'], '请写明方案编号。'],
    ['no pack file', ['packs', 'lint'], '请写明方案文件。'],
    ['unknown option', [...score, '--colour'], '没有“--colour”这个选项。'],
    ['unknown short option', [...score, '-x'], '没有“-x”这个选项。'],
    ['option without its value', ['score', 'in.xlsx', '--pack', parkPack, '--out'], '选项“--out”后面应写明内容。'],
    ['option where its value should be', ['score', 'in.xlsx', '--out', '--pack', parkPack], '选项“--out”后面应写明内容。'],
    ['empty value', [...score, '--json='], '选项“--json”后面应写明内容。'],
    ['option given twice', [...score, '--out', 'b.xlsx'], '选项“--out”写了两次，请只留一次。'],
    ['option of another command', ['check', 'in.xlsx', '--pack', parkPack, '--out', 'out.xlsx'], '命令“check”不使用选项“--out”，请去掉。'],
    ['two workbooks', ['score', 'in.xlsx', 'more.xlsx', '--pack', parkPack, '--out', 'out.xlsx'], '多出了“more.xlsx”。'],
    ['a date that is none', [...score, '--as-of', '2017-02-29'], '--as-of 应写作 YYYY-MM-DD 的日历日期，现为“2017-02-29”。'],
    ['another way to write a date', [...score, '--as-of', '2017/3/1'], '--as-of 应写作 YYYY-MM-DD 的日历日期，现为“2017/3/1”。'],
    ['unknown pack', ['score', 'in.xlsx', '--pack', 'shandong-2061', '--out', 'out.xlsx'], '没有编号为“shandong-2061”的方案。内置方案：'],
    ['unknown pack to show', ['packs', 'show', 'hebei'], '没有编号为“hebei”的方案。内置方案：'],
  ])('%s', async (_, argv, told) => {
    const before = space.snapshot();
    const ran = await program(...argv);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(told);
    expect(ran.err).toContain(cliWords.usage);
    expect(space.snapshot()).toEqual(before);
  });
});

describe('files that cannot be read end with 3', () => {
  it.each<[string, string[], string]>([
    ['workbook', ['score', 'gone.xlsx', '--pack', parkPack, '--out', 'out.xlsx'], '无法读取“gone.xlsx”：文件或文件夹不存在。'],
    ['folder instead of a workbook', ['check', '.', '--pack', parkPack], '无法读取“.”：这是一个文件夹。'],
    ['pack file', ['check', 'in.xlsx', '--pack', 'gone.yaml'], '无法读取“gone.yaml”：文件或文件夹不存在。'],
    ['pack file to lint', ['packs', 'lint', 'gone.yaml'], '无法读取“gone.yaml”：文件或文件夹不存在。'],
  ])('%s', async (_, argv, told) => {
    const before = space.snapshot();
    const ran = await program(...argv);
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toContain(told);
    expect(space.snapshot()).toEqual(before);
  });
});
