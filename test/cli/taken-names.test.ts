import { parkHeader, parkPack, parkPackWith, parkRows, parkWorkbook } from './park';
import { resultOf } from './result-schema';
import { runHere } from './run-here';
import { Workspace } from './workspace';

/** Names to which every JavaScript object answers: in a workbook or on the command line they are words like any other. */
const taken = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

let space: Workspace;

beforeEach(() => {
  space = new Workspace();
});

afterEach(() => space.remove());

const score = (bytes: Uint8Array, pack = parkPack): ReturnType<typeof runHere> =>
  runHere('score', space.write('in.xlsx', bytes), '--pack', pack, '--out', space.path('out.xlsx'), '--json', '-');

describe.each(taken)('%s', (word) => {
  it.each([
    ['a command', [word, '--pack', 'x']],
    ['a command of packs', ['packs', word]],
    ['the id of a pack', ['packs', 'show', word]],
    ['the pack to score by', ['score', 'in.xlsx', '--pack', word]],
    ['an option', ['score', 'in.xlsx', `--${word}`]],
    ['an option with a value', ['score', 'in.xlsx', `--${word}=1`]],
  ])('as %s is refused in words', async (_, argv) => {
    space.write('in.xlsx', parkWorkbook());
    const ran = await runHere(...argv.map((one) => (one === 'in.xlsx' ? space.path(one) : one)));
    expect(ran.err).not.toContain('程序内部错误');
    expect(ran).toMatchObject({ code: 2, out: '' });
  });

  it('as the name of a zone, a header and a sheet is read like any other', async () => {
    const rows = parkRows.map((row, at) => [at === 0 ? word : row[0], ...row.slice(1), '说明']);
    const ran = await score(parkWorkbook(rows, { [word]: [[word], [word]] }, [...parkHeader, word]));
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(resultOf(ran.out).rankings[0]!.rows.map(({ subject }) => subject)).toContain(word);
  });

  it('as a level that is in no list is told', async () => {
    const rows = parkRows.map((row, at) => (at === 0 ? [row[0], word, ...row.slice(2)] : row));
    const ran = await score(parkWorkbook(rows));
    expect(ran).toMatchObject({ code: 0 });
    expect(resultOf(ran.out).problems.map(({ code }) => code)).toContain('not-in-list');
  });

  it('as a section of 权重与参数 is told', async () => {
    const ran = await score(
      parkWorkbook(parkRows, {
        权重与参数: [
          ['类别', '名称', '数值'],
          [word, '规模', 60],
        ],
      }),
    );
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(`类别“${word.toLowerCase()}”无法识别`);
  });

  it('as what a pack refers to is refused', async () => {
    const pack = space.write('park.yaml', Buffer.from(parkPackWith('measure: tax_per_land', `measure: ${word}`)));
    const ran = await score(parkWorkbook(), pack);
    expect(ran.err).not.toContain('程序内部错误');
    expect(ran.code).toBe(1);
  });
});

it('1e308 and −1e308 in one column are told with their cells, and nobody is scored by them', async () => {
  const rows = parkRows.map((row, at) => (at < 2 ? [row[0], row[1], [1e308, 1e-200][at]!, ...row.slice(3)] : row));
  const ran = await score(parkWorkbook(rows));
  expect(ran).toMatchObject({ code: 0 });
  const { problems, rankings } = resultOf(ran.out);
  expect(problems).toContainEqual(expect.objectContaining({ severity: 'error', code: 'too-large', sheet: '指标数据', cell: 'C2' }));
  expect(rankings[0]!.rows.every(({ total }) => total === null || Number.isFinite(total))).toBe(true);
});
