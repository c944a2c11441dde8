import { once } from 'node:events';
import { portNumber } from '../../src/cli/arguments';
import { run } from '../../src/cli/run';
import type { Launch, Machine } from '../../src/cli/terminal';
import { portRefusal } from '../../src/cli/workbench';
import { freePort, listening, portOf } from './free-port';
import { NOW, unattended } from './run-here';
import { Workspace } from './workspace';

let space: Workspace;

beforeEach(() => {
  space = new Workspace();
  space.write('workbench.html', '<!doctype html>');
});

afterEach(() => space.remove());

/** The command over the folder of the test; `meanwhile` runs between the first words and the wish to end. */
async function workbench(
  argv: readonly string[],
  { machine = {}, meanwhile = async () => undefined }: { machine?: Partial<Machine>; meanwhile?: () => Promise<void> } = {},
) {
  let out = '';
  let err = '';
  const launched: Launch[] = [];
  const code = await run(['workbench', ...argv], {
    ...unattended,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    now: () => NOW,
    root: space.folder,
    machine: { ...unattended.machine, ...machine },
    launch: (program) => launched.push(program),
    // Asked for before the address is told, so that nobody can wish too early; carried out after it.
    stopped: () => new Promise<void>((resolve) => setImmediate(resolve)).then(meanwhile),
  });
  return { code, out, err, launched };
}

it('says where it is, that the data stay here and how to end; serves; ends with 0 and lets go of the port', async () => {
  const port = await freePort();
  let page = '';
  const ran = await workbench(['--port', String(port)], {
    meanwhile: async () => {
      page = await (await fetch(`http://127.0.0.1:${port}/`)).text();
    },
  });
  expect(ran).toEqual({
    code: 0,
    out: `工作台已启动，请用浏览器打开：http://localhost:${port}/\n只有这台电脑能够打开；工作簿在浏览器中处理，数据不会离开本机。\n按 Ctrl+C 结束。\n工作台已结束。\n`,
    err: '',
    launched: [],
  });
  expect(page).toBe('<!doctype html>');
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

it('the wish to end does not wait for a page that keeps its connection', async () => {
  const port = await freePort();
  const ran = await workbench(['--port', String(port)], {
    meanwhile: async () => {
      // Never read to its end.
      await fetch(`http://127.0.0.1:${port}/workbench.html`);
    },
  });
  expect(ran.code).toBe(0);
});

it('opens the browser where there is one, unless told not to', async () => {
  const port = String(await freePort());
  const machine = { platform: 'darwin', interactive: true } as const;
  expect((await workbench(['--port', port], { machine })).launched).toEqual([{ command: 'open', args: [`http://localhost:${port}/`] }]);
  expect((await workbench(['--port', port, '--no-open'], { machine })).launched).toEqual([]);
});

describe('a port that is taken', () => {
  it.each(['127.0.0.1', '::1'])('on %s: code 3, which port, why perhaps, and the command for another', async (host) => {
    const other = await listening(host).catch((error: NodeJS.ErrnoException) => {
      if (host === '::1' && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code ?? '')) return undefined;
      throw error;
    });
    if (!other) return;
    const port = portOf(other);
    const ran = await workbench(['--port', String(port)], { machine: { platform: 'darwin', interactive: true } });
    expect(ran).toMatchObject({ code: 3, out: '', launched: [] });
    expect(ran.err).toContain(`端口 ${port} 已被占用，可能另一个窗口已经启动了工作台`);
    expect(ran.err).toContain(`npm start -- --port ${port === 65_535 ? port - 1 : port + 1}\n`);
    other.close();
    await once(other, 'close');
    // Nothing of the refused start is left listening.
    expect(await workbench(['--port', String(port)])).toMatchObject({ code: 0 });
  });
});

it.each([
  [3000, 'EADDRINUSE', '端口 3000 已被占用', 'npm start -- --port 3001'],
  [65_534, 'EADDRINUSE', '端口 65534 已被占用', 'npm start -- --port 65535'],
  [65_535, 'EADDRINUSE', '端口 65535 已被占用', 'npm start -- --port 65534'],
  [80, 'EACCES', '没有权限使用端口 80', 'npm start -- --port 8080'],
  [8080, 'EACCES', '没有权限使用端口 8080', 'npm start -- --port 3000'],
  [3000, 'ENOBUFS', '无法使用端口 3000：ENOBUFS', 'npm start -- --port 8080'],
])('port %d, %s: the words end with a command that helps', (port, code, why, command) => {
  const words = portRefusal(port, code);
  expect(words).toContain(why);
  expect(words.endsWith(command)).toBe(true);
});

it('a folder without the page: code 3 and what to run', async () => {
  space.forget('workbench.html');
  const ran = await workbench([]);
  expect(ran).toMatchObject({ code: 3, out: '' });
  expect(ran.err).toBe(`没有找到工作台页面“${space.path('workbench.html')}”。请先运行 npm run build，再重新启动。\n`);
});

describe('arguments', () => {
  it.each([
    ['1', 1],
    ['80', 80],
    ['3001', 3001],
    ['65535', 65_535],
    [undefined, 3000],
  ])('port %s', (given, port) => {
    expect(portNumber(given)).toBe(port);
  });

  it.each(['0', '65536', '99999999999999999999', '-0', '3.5', '1e3', '0x50', '03000', ' 80', 'abc', '３０００'])(
    '--port=%s is refused',
    async (given) => {
      const ran = await workbench([`--port=${given}`]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain(`--port 应为 1 到 65535 之间的整数，现为“${given}”。`);
    },
  );

  it.each<[string, string[], string]>([
    ['no value', ['--port'], '选项“--port”后面应写明内容。'],
    ['a negative number', ['--port', '-1'], '选项“--port”后面应写明内容。'],
    ['twice', ['--port', '3001', '--port', '3002'], '选项“--port”写了两次'],
    ['a value for --no-open', ['--no-open=yes'], '选项“--no-open”后面不写内容。'],
    ['a bare number, as npm hands it on without its --', ['3001'], '要指定端口，请运行：npm start -- --port 3001'],
    ['an option of another command', ['--out', 'a.xlsx'], '命令“workbench”不使用选项“--out”'],
  ])('%s', async (_, argv, told) => {
    const ran = await workbench(argv);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(told);
  });

  it.each(['--port=3001', '--no-open'])('%s belongs to no other command', async (option) => {
    let err = '';
    const code = await run(['packs', option], {
      ...unattended,
      out: () => undefined,
      err: (text) => (err += text),
      now: () => NOW,
      root: space.folder,
    });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('命令“packs”不使用选项') });
  });

  it('--help takes no value either', async () => {
    expect(await workbench(['--help=me'])).toMatchObject({ code: 2, err: expect.stringContaining('选项“--help”后面不写内容。') });
  });
});
