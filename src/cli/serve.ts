import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { cliWords } from './words';

const words = cliWords.workbench;

/** The page that `/` leads to. */
export const PAGE = 'workbench.html';

/** On every answer. What the page itself may load is said in its own Content-Security-Policy. */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-cache',
};

/** A type that sirv does not know. */
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Both, because what “localhost” means first differs between systems and browsers. */
const IPV4 = '127.0.0.1';
const IPV6 = '::1';

export interface Served {
  /** With its final slash. */
  readonly address: string;
  readonly port: number;
  /** Ends every connection, whatever it is doing. */
  close(): Promise<void>;
}

/**
 * Serves a folder to this machine alone.
 * @param port 0 for any that is free
 * @throws the error of `listen` (EADDRINUSE, EACCES) where either address refuses the port; a machine without IPv6 is served without it
 */
export async function serve(folder: string, port: number): Promise<Served> {
  const first = createServer();
  await listen(first, IPV4, port);
  const { port: had } = first.address() as AddressInfo;
  const handler = fileHandler(folder, had);
  first.on('request', handler);
  const servers = [first];
  try {
    const second = createServer(handler);
    await listen(second, IPV6, had);
    servers.push(second);
  } catch (error) {
    // Taken is not absent: “localhost” would show somebody else's page.
    if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      await close(first);
      throw error;
    }
  }
  return {
    address: addressOf(had),
    port: had,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

const addressOf = (port: number): string => `http://localhost:${port}/`;

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen({ host, port });
  await once(server, 'listening');
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

function fileHandler(folder: string, port: number): RequestListener {
  // Read at each request, so that a build beside a running workbench never mixes old lengths with new files.
  const files = sirv(folder, {
    dev: true,
    etag: true,
    extensions: [],
    setHeaders: (response, path) => {
      if (path.endsWith('.xlsx')) response.setHeader('Content-Type', XLSX);
    },
  });
  const hosts = ['localhost', IPV4, `[${IPV6}]`].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);
  return (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    // A page elsewhere may let its own name point to this machine (DNS rebinding); the name still gives it away.
    if (!hosts.includes((request.headers.host ?? '').toLowerCase())) return refuse(response, 403, words.foreignHost(addressOf(port)));
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse(response, 405, words.readOnly);
    }
    const path = pathOf(request.url ?? '');
    if (path === '/') {
      response.writeHead(302, { Location: `/${PAGE}` }).end();
      return;
    }
    if (path === undefined) return refuse(response, 404, words.notFound);
    // A page needs no parts of files, and sirv answers a nonsensical range by throwing.
    delete request.headers.range;
    const failed = (): void => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500, words.unreadable);
    };
    // sirv leaves its stream's errors to nobody, which would end the whole program.
    response.on('pipe', (source) => source.once('error', failed));
    try {
      files(request, response, () => refuse(response, 404, words.notFound));
    } catch {
      failed();
    }
  };
}

/** @returns the decoded path, or undefined for one that names nothing to be served: dot folders, the program itself, source maps, disguised separators */
function pathOf(url: string): string | undefined {
  const raw = url.replace(/[?#].*$/s, '');
  let path: string;
  try {
    path = decodeURI(raw);
  } catch {
    return undefined;
  }
  // Whatever decodeURI leaves encoded (%2F, %3A) or brings forth (%25) belongs into no file name of ours; the colon opens streams of NTFS.
  const disguised = !path.startsWith('/') || /[%\\:\0]|\/\/|\/\./.test(path);
  return disguised || /^\/cli\.js[./\s]*$|\.map[./\s]*$/i.test(path) ? undefined : path;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
