import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { libraryFolder } from './requirement-sets';

export interface PaneServer {
  /** Two ports of one localhost, so that the pane and the page around it have different origins, as in Excel on the web. */
  readonly hostOrigin: string;
  readonly paneOrigin: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** A certificate for localhost that nobody trusts; the browser is told to overlook that. */
async function makeCertificate(): Promise<{ readonly key: Buffer; readonly cert: Buffer }> {
  const folder = mkdtempSync(join(tmpdir(), 'excel-host-'));
  const key = join(folder, 'key.pem');
  const cert = join(folder, 'cert.pem');
  try {
    try {
      execFileSync(
        'openssl',
        [
          'req',
          '-x509',
          '-newkey',
          'ec',
          '-pkeyopt',
          'ec_paramgen_curve:prime256v1',
          '-nodes',
          '-days',
          '2',
          '-subj',
          '/CN=localhost',
          '-addext',
          'subjectAltName=DNS:localhost',
          '-keyout',
          key,
          '-out',
          cert,
        ],
        { stdio: 'ignore' },
      );
    } catch {
      const { generateCertificates } = await import('office-addin-dev-certs');
      await generateCertificates(join(folder, 'ca.pem'), cert, key, 2, ['localhost']);
    }
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let made: ReturnType<typeof makeCertificate> | undefined;
const certificate = (): ReturnType<typeof makeCertificate> => (made ??= makeCertificate());

/** Serves the built add-in, the page around it at /host.html, and the client library under /officejs/ and wherever the build expects it. */
export async function servePane(dist: string): Promise<PaneServer> {
  const credentials = await certificate();
  const hostPage = readFileSync(join(__dirname, 'page/host.html'));
  const answer: Parameters<typeof createServer>[1] = (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'https://localhost').pathname)).replace(/^(\.\.[/\\])+/, '');
    if (path === '/host.html') {
      response.writeHead(200, { 'content-type': types['.html']! }).end(hostPage);
      return;
    }
    const file = [join(dist, path), ...(path.startsWith('/officejs/') ? [join(libraryFolder, path.slice('/officejs/'.length))] : [])].find(
      (candidate) => existsSync(candidate) && extname(candidate) !== '',
    );
    if (file === undefined) response.writeHead(404).end('not found');
    else
      response
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' })
        .end(readFileSync(file));
  };
  const servers = [createServer(credentials, answer), createServer(credentials, answer)];
  const origins = await Promise.all(
    servers.map(
      (server) =>
        new Promise<string>((resolve) => {
          server.listen(0, '127.0.0.1', () => resolve(`https://localhost:${(server.address() as AddressInfo).port}`));
        }),
    ),
  );
  return {
    hostOrigin: origins[0]!,
    paneOrigin: origins[1]!,
    close: async () => {
      await Promise.all(
        servers.map(
          (server) =>
            new Promise<void>((resolve) => {
              server.close(() => resolve());
              server.closeAllConnections();
            }),
        ),
      );
    },
  };
}
