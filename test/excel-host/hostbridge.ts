import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExcelHost } from './host';
import { libraryFolder } from './requirement-sets';
import { isRecord } from './wire';

/** Requests that the client still waits for; a test file ends only when the last tracked object was given back. */
const pending = new Set<Promise<void>>();

if (typeof afterAll === 'function') {
  afterAll(async () => {
    while (pending.size > 0) await Promise.allSettled([...pending]);
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

/** What tests get: the globals of the real client library, speaking to the host. */
export interface StartedExcel {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: ExcelHost;
}

interface Bridge {
  sendMessageToHost(message: string): void;
  onMessageFromHost(message: string): void;
}

/** What of the library's globals this file touches. */
interface LibraryGlobals {
  Excel?: typeof Excel;
  Office?: Record<string, unknown>;
  OfficeExtension?: typeof OfficeExtension & { readonly HostBridge: { init(bridge: Bridge): void } };
}

/** Office as the library defined it. */
let library: Record<string, unknown> | undefined;

/**
 * Loads Microsoft's client library into the globals of this test file (once) and connects it to a host.
 * Call it again with another host to start afresh; contexts of an earlier host must not be used any more.
 */
export function startExcel(host: ExcelHost): StartedExcel {
  const globals = globalThis as unknown as LibraryGlobals;
  if (!globals.OfficeExtension) load();
  const { OfficeExtension: extension, Excel: excel } = globals;
  if (!extension || !excel) throw new Error('the client library did not define its globals');
  extension.HostBridge.init(bridgeTo(host));
  // The library's own context is fixed and needs the whole boot of office.js; a heir of Office gets one that asks the host.
  library ??= globals.Office ?? {};
  const office: Record<string, unknown> = Object.create(library, {
    context: { value: contextOf(host), enumerable: true },
    // Part of office.js itself, which is not loaded here.
    onReady: { value: onReady, enumerable: true },
  }) as Record<string, unknown>;
  globals.Office = office;
  return { Excel: excel, Office: office as unknown as typeof Office, OfficeExtension: extension, host };
}

/** Evaluated in the realm of the test, so that its errors and arrays are those of the test. */
function load(): void {
  const globals = globalThis as unknown as Record<string, unknown>;
  globals['window'] ??= globalThis;
  // The library looks for a browser; in node it gets stand-ins while it loads.
  const added = Object.entries(standIns()).filter(([name]) => globals[name] === undefined);
  for (const [name, value] of added) globals[name] = value;
  const source = readFileSync(join(libraryFolder, 'excel-web-16.00.js'), 'utf8');
  try {
    (0, eval)(source);
  } finally {
    for (const [name] of added) Reflect.deleteProperty(globals, name);
  }
}

function standIns(): Record<string, unknown> {
  const nothing = (): unknown[] => [];
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing };
  return {
    document: {
      cookie: '',
      readyState: 'complete',
      URL: 'https://localhost/',
      getElementsByTagName: nothing,
      getElementById: () => null,
      addEventListener: nothing,
    },
    navigator: { userAgent: 'node', language: 'zh-CN' },
    location: { href: 'https://localhost/', hash: '', search: '', hostname: 'localhost', protocol: 'https:', origin: 'https://localhost' },
    localStorage: storage,
    sessionStorage: storage,
    addEventListener: nothing,
  };
}

function onReady(callback?: (info: Record<string, string>) => unknown): Promise<Record<string, string>> {
  const info = { host: 'Excel', platform: 'OfficeOnline' };
  return Promise.resolve(callback?.(info)).then(() => info);
}

function contextOf(host: ExcelHost): Record<string, unknown> {
  return {
    host: 'Excel',
    platform: 'OfficeOnline',
    displayLanguage: 'zh-CN',
    contentLanguage: 'zh-CN',
    diagnostics: { host: 'Excel', platform: 'OfficeOnline', version: '16.0.0.0' },
    requirements: { isSetSupported: (name: string, version?: string) => host.capabilities.isSetSupported(name, version) },
  };
}

function bridgeTo(host: ExcelHost): Bridge {
  const bridge: Bridge = {
    sendMessageToHost(text) {
      const message: unknown = JSON.parse(text);
      if (!isRecord(message) || !isRecord(message['message'])) return;
      const { id, flags } = message;
      const body = message['message']['body'];
      const bodyText = typeof body === 'string' ? body : JSON.stringify(body);
      const done = host.handle(bodyText, Number(flags)).then(
        (answer) =>
          bridge.onMessageFromHost(JSON.stringify({ id, type: 2, flags: 0, message: { statusCode: 200, headers: {}, body: answer.text } })),
        (error: unknown) =>
          bridge.onMessageFromHost(
            JSON.stringify({
              id,
              type: 2,
              flags: 0,
              message: {
                statusCode: 500,
                headers: {},
                body: JSON.stringify({
                  error: { code: 'GeneralException', message: error instanceof Error ? error.stack : String(error) },
                }),
              },
            }),
          ),
      );
      pending.add(done);
      void done.finally(() => pending.delete(done));
    },
    // Replaced by the library.
    onMessageFromHost: () => undefined,
  };
  host.push = (event, target) =>
    bridge.onMessageFromHost(
      JSON.stringify({ type: 3, message: { entries: [[65536, event.type, target, JSON.stringify(event.message), '']] } }),
    );
  return bridge;
}
