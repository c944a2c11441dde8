import fs, { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { templateParts } from '../hosts/xlsx/template';
import { sheetOf, zip } from '../ooxml/package-builder';
import { parkHeader, parkPack, parkPackWith, parkRows, parkWorkbook } from './park';
import { runHere } from './run-here';
import { Workspace } from './workspace';

let space: Workspace;
let input: string;

beforeEach(() => {
  space = new Workspace();
  input = space.write('in.xlsx', parkWorkbook());
});

afterEach(() => {
  jest.restoreAllMocks();
  space.remove();
});

const score = (out: string, ...more: string[]): ReturnType<typeof runHere> =>
  runHere('score', input, '--pack', parkPack, '--out', out, ...more);

async function expectUntouched(run: () => ReturnType<typeof runHere>, code: number, ...says: string[]): Promise<void> {
  const before = space.snapshot();
  const ran = await run();
  expect(ran).toMatchObject({ code, out: '' });
  for (const word of says) expect(ran.err).toContain(word);
  expect(space.snapshot()).toEqual(before);
}

describe('an output that cannot be written ends with 3 and leaves nothing', () => {
  it('folder missing', () => expectUntouched(() => score(space.path('gone', 'out.xlsx')), 3, '无法写入', '文件或文件夹不存在'));

  it('a folder', async () => {
    mkdirSync(space.path('out.xlsx'));
    await expectUntouched(() => score(space.path('out.xlsx')), 3, '是一个文件夹');
  });

  it('a folder without an extension', async () => {
    mkdirSync(space.path('results'));
    await expectUntouched(() => score(space.path('results')), 3, '是一个文件夹');
  });

  it('a path below a file', async () => {
    const file = space.write('note.txt', 'x');
    await expectUntouched(() => score(join(file, 'out.xlsx')), 3, '无法写入', '路径中有一段不是文件夹');
  });

  it('JSON that cannot be written takes the workbook with it', () =>
    expectUntouched(() => score(space.path('out.xlsx'), '--json', space.path('gone', 'out.json')), 3, 'out.json'));
});

describe('an output that would overwrite what is read, or itself, ends with 2', () => {
  it('the input', () => expectUntouched(() => score(input), 2, '同一个文件'));

  it('the input, written with ./ and ../', () => expectUntouched(() => score(`${space.folder}/./x/../in.xlsx`), 2, '同一个文件'));

  it('the input, from the working folder', () => expectUntouched(() => score(relative(process.cwd(), input)), 2, '同一个文件'));

  it('the input by a symbolic link', async () => {
    symlinkSync(input, space.path('link.xlsx'));
    await expectUntouched(() => score(space.path('link.xlsx')), 2, '同一个文件');
  });

  it('the input by a linked folder', async () => {
    symlinkSync(space.folder, space.path('here'));
    await expectUntouched(() => score(space.path('here', 'in.xlsx')), 2, '同一个文件');
  });

  it('a link to the input that is read by its other name', async () => {
    const real = input;
    input = space.path('link.xlsx');
    symlinkSync(real, input);
    await expectUntouched(() => score(real), 2, '同一个文件');
  });

  it('the input by another name that the file system knows', async () => {
    linkSync(input, space.path('hard.xlsx'));
    await expectUntouched(() => score(space.path('hard.xlsx')), 2, '同一个文件');
  });

  it('JSON over the input', () => expectUntouched(() => score(space.path('out.xlsx'), '--json', input), 2, '同一个文件'));

  it('JSON over the workbook of results', () =>
    expectUntouched(() => score(space.path('out.xlsx'), '--json', `${space.folder}/./out.xlsx`), 2, '同一个文件'));

  it('results over the pack file', async () => {
    const pack = space.write('my.yaml', parkPackWith('subject: 园区', 'subject: 园区'));
    await expectUntouched(() => runHere('score', input, '--pack', pack, '--out', pack), 2, '同一个文件');
    await expectUntouched(() => runHere('score', input, '--pack', pack, '--out', space.path('out.xlsx'), '--json', pack), 2, '同一个文件');
  });
});

describe('the extension says what the workbook is', () => {
  const withMacros = (): Uint8Array =>
    zip({ ...templateParts({ macros: true }), 'xl/worksheets/sheet2.xml': sheetOf([parkHeader, ...parkRows]) });

  it.each(['out', 'out.xls', 'out.csv', 'out.xlsm'])('a plain workbook is not written as %s', (name) =>
    expectUntouched(() => score(space.path(name)), 2, '.xlsx'),
  );

  it('a workbook with macros is not written as .xlsx', async () => {
    input = space.write('in.xlsm', withMacros());
    await expectUntouched(() => score(space.path('out.xlsx')), 2, '.xlsm');
  });

  it('a workbook with macros keeps them', async () => {
    input = space.write('in.xlsm', withMacros());
    expect(await score(space.path('out.xlsm'))).toMatchObject({ code: 0, err: '' });
    expect((await openXlsx(space.read('out.xlsm')).describe()).traits).toContain('macros');
  });

  it('letters may be large', async () => {
    expect(await score(space.path('OUT.XLSX'))).toMatchObject({ code: 0, err: '' });
  });
});

describe('a write that fails half-way leaves the earlier results as they were', () => {
  const failure = (code: string): Error => Object.assign(new Error(code), { code });
  const old = { 'out.xlsx': 'results of last year', 'out.json': '{}' };

  const failing: readonly (readonly [string, string, () => void])[] = [
    [
      'a full disk',
      '磁盘空间不足',
      () => {
        const write = fs.writeSync;
        let calls = 0;
        jest.spyOn(fs, 'writeSync').mockImplementation(((handle: number, bytes: Uint8Array) => {
          if (calls++ > 0) throw failure('ENOSPC');
          return write(handle, bytes, 0, Math.ceil(bytes.length / 2));
        }) as typeof fs.writeSync);
      },
    ],
    [
      'a disk that fails when flushed',
      'EIO',
      () => {
        jest.spyOn(fs, 'fsyncSync').mockImplementation(() => {
          throw failure('EIO');
        });
      },
    ],
    [
      'a target that Excel holds open',
      '文件正被占用',
      () => {
        jest.spyOn(fs, 'renameSync').mockImplementation(() => {
          throw failure('EBUSY');
        });
      },
    ],
  ];

  it.each(failing)('%s', async (_, says, breakIt) => {
    Object.entries(old).forEach(([name, content]) => space.write(name, content));
    const before = space.snapshot();
    breakIt();
    const ran = await score(space.path('out.xlsx'), '--json', space.path('out.json'));
    jest.restoreAllMocks();
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toContain(says);
    expect(space.snapshot()).toEqual(before);
  });
});
