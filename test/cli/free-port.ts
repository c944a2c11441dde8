import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';

export async function listening(host: string): Promise<Server> {
  const server = createServer();
  server.listen({ host, port: 0 });
  await once(server, 'listening');
  return server;
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** One that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = await listening('127.0.0.1');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}
