import fc from 'fast-check';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { serve, type Served } from '../../src/cli/serve';
import { Workspace } from './workspace';

const SECRET = 'outside of the folder';
const PROGRAM = 'the program itself';
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-cache',
};

let space: Workspace;
let served: Served;

beforeAll(async () => {
  space = new Workspace();
  space.write('secret.txt', SECRET);
  for (const folder of ['dist', 'dist/assets', 'dist/.hidden', 'dist2']) mkdirSync(space.path(folder));
  space.write('dist/workbench.html', '<!doctype html><script src="workbench.js"></script>');
  space.write('dist/workbench.js', 'let a;');
  space.write('dist/assets/示例.xlsx', 'sample');
  space.write('dist/cli.js', PROGRAM);
  space.write('dist/workbench.js.map', PROGRAM);
  space.write('dist/.hidden/a.txt', SECRET);
  space.write('dist2/a.txt', SECRET);
  served = await serve(space.path('dist'), 0);
});

afterAll(async () => {
  await served.close();
  space.remove();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The path goes over the wire exactly as given, which no browser and no fetch would do. */
async function ask(
  path: string,
  { method = 'GET', host = '127.0.0.1', headers = {} }: { method?: string; host?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const asked = request({ host, port: served.port, path, method, headers: { host: `localhost:${served.port}`, ...headers }, agent: false });
  asked.end();
  const [response] = await once(asked, 'response');
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces).toString('utf8') };
}

/** What a server says to bytes that no HTTP client would send. */
async function say(text: string): Promise<string> {
  const socket = connect(served.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (piece) => {
    answer += piece.toString('latin1');
  });
  socket.end(text, 'latin1');
  await once(socket, 'close');
  return answer;
}

describe('files', () => {
  it('/ leads to the page, where relative links work', async () => {
    expect(await ask('/')).toMatchObject({ status: 302, headers: { location: '/workbench.html' } });
    expect(await ask('/?from=bookmark')).toMatchObject({ status: 302 });
  });

  it.each([
    ['/workbench.html', 'text/html;charset=utf-8', '<!doctype html><script src="workbench.js"></script>'],
    ['/workbench.js', 'text/javascript', 'let a;'],
    ['/workbench.js?v=1', 'text/javascript', 'let a;'],
    [encodeURI('/assets/示例.xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'sample'],
  ])('%s', async (path, type, body) => {
    expect(await ask(path)).toMatchObject({
      status: 200,
      headers: { ...HEADERS, 'content-type': type, 'content-length': String(body.length) },
      body,
    });
  });

  it('HEAD says the same without the file', async () => {
    expect(await ask('/workbench.js', { method: 'HEAD' })).toMatchObject({
      status: 200,
      headers: { ...HEADERS, 'content-length': '6' },
      body: '',
    });
  });

  it('what the browser has already is not sent again', async () => {
    const { headers } = await ask('/workbench.js');
    expect(await ask('/workbench.js', { headers: { 'if-none-match': headers.etag! } })).toMatchObject({
      status: 304,
      headers: HEADERS,
      body: '',
    });
  });

  it('a file that is built anew is served anew', async () => {
    space.write('dist/chunk.js', 'old');
    expect(await ask('/chunk.js')).toMatchObject({ body: 'old' });
    space.write('dist/chunk.js', 'much newer');
    expect(await ask('/chunk.js')).toMatchObject({ body: 'much newer', headers: { 'content-length': '10' } });
    space.forget('dist/chunk.js');
    expect(await ask('/chunk.js')).toMatchObject({ status: 404 });
  });

  it.each(['bytes=9-2', 'bytes=-1', 'bytes=99-', 'bytes=x', 'lines=1-2', 'bytes=0-0,2-3'])(
    'a range (%s) is not asked for by a page: the whole file',
    async (range) => {
      expect(await ask('/workbench.js', { headers: { range } })).toMatchObject({ status: 200, body: 'let a;' });
    },
  );
});

describe('only this machine, by its own name', () => {
  it('both addresses of localhost answer where the machine has both', async () => {
    expect(await ask('/workbench.js', { host: '127.0.0.1' })).toMatchObject({ status: 200 });
    const over6 = await ask('/workbench.js', { host: '::1' }).catch((error: NodeJS.ErrnoException) => error.code);
    expect(over6 === 'EADDRNOTAVAIL' || over6 === 'EAFNOSUPPORT' || (typeof over6 === 'object' && over6.status === 200)).toBe(true);
  });

  it.each(['localhost', 'LocalHost', '127.0.0.1', '[::1]'])('Host %s with the port', async (name) => {
    expect(await ask('/workbench.js', { headers: { host: `${name}:${served.port}` } })).toMatchObject({ status: 200 });
  });

  it.each<[string, (port: number) => string]>([
    ['another name', (port) => `evil.example:${port}`],
    ['a name that begins alike', (port) => `localhost.evil.example:${port}`],
    ['a name that ends alike', (port) => `evil-localhost:${port}`],
    ['another port', (port) => `localhost:${port === 65_535 ? 1 : port + 1}`],
    ['no port', () => 'localhost'],
    ['a name of the property kind', () => '__proto__'],
    ['every address', (port) => `0.0.0.0:${port}`],
  ])('Host: %s is refused', async (_, host) => {
    for (const path of ['/', '/workbench.js', '/none']) {
      expect(await ask(path, { headers: { host: host(served.port) } })).toMatchObject({
        status: 403,
        headers: HEADERS,
        body: `拒绝访问：请在本机用浏览器打开 http://localhost:${served.port}/\n`,
      });
    }
  });

  it('no Host at all is refused', async () => {
    expect(await say('GET /workbench.js HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /);
    expect(await say('GET /workbench.js HTTP/1.1\r\nHost:\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /);
    expect(await say('GET /workbench.js HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('nothing is changed', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is refused', async (method) => {
    expect(await ask('/workbench.js', { method })).toMatchObject({ status: 405, headers: { ...HEADERS, allow: 'GET, HEAD' } });
  });
});

describe('nothing else is served', () => {
  const absent = async (path: string): Promise<void> => {
    expect(await ask(path)).toMatchObject({
      status: 404,
      headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' },
      body: '没有这个文件。\n',
    });
  };

  it.each([
    '/none.js',
    '/assets',
    '/assets/',
    '/workbench',
    '/favicon.ico',
    '/cli.js',
    '/CLI.JS',
    '/cli.js?a',
    '/cli%2Ejs',
    '/cli.js/',
    '/cli.js.',
    '/cli.js::$DATA',
    '/workbench.js.map',
    '/workbench.js.MAP',
    '/workbench.js.map/',
    '/.hidden/a.txt',
    '/%2ehidden/a.txt',
    '/./workbench.js',
    '/assets/../workbench.js',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e/secret.txt',
    '/../dist2/a.txt',
    '/..;/secret.txt',
    '//secret.txt',
    '//localhost/workbench.js',
    '/assets%2F..%2F..%2Fsecret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/%',
    '/%zz',
    '/workbench.js%00',
    '/workbench.js%00.html',
    '/%00',
    '/assets/%E7%A4',
    '/etc/passwd',
    '*',
    'http://localhost/workbench.js',
    'file:///etc/passwd',
  ])('%s', absent);

  it('a NUL, a line end or a path without its slash never reaches the files', async () => {
    for (const path of ['/workbench.js\0', '/work\nbench.js', 'workbench.js'])
      expect(await say(`GET ${path} HTTP/1.1\r\nHost: localhost:${served.port}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('whatever the path, nothing from outside and the server lives', async () => {
    const piece = fc.constantFrom(
      '/',
      '..',
      '.',
      '%2e',
      '%2F',
      '%5c',
      '\\',
      '%00',
      '%25',
      'secret.txt',
      'dist',
      'dist2',
      'a.txt',
      'assets',
      'cli.js',
      'cli.js.map',
      '.hidden',
      ':',
      '?',
      ';',
      '%',
      '~',
      '//',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 9 }), async (pieces) => {
        const { body, headers } = await ask(`/${pieces.join('')}`);
        expect([SECRET, PROGRAM].filter((text) => body.includes(text))).toEqual([]);
        expect(headers).toMatchObject(HEADERS);
      }),
      { numRuns: 300 },
    );
    expect(await ask('/workbench.js')).toMatchObject({ status: 200 });
  });
});

it('a file that cannot be read ends its own answer and not the server', async () => {
  // A link to itself within /proc opens as a file and fails while reading, also for root.
  if (process.platform !== 'linux') return;
  symlinkSync('/proc/self/mem', space.path('dist', 'mem.bin'));
  await ask('/mem.bin').catch((error: NodeJS.ErrnoException) => expect(error.code).toBe('ECONNRESET'));
  expect(await ask('/workbench.js')).toMatchObject({ status: 200 });
});
