import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NEWS_PAGE, REPORT_PAGE } from './pages.ts';

const TEST_HOSTS = new Set(['news.example', 'www.instituteforgovernment.org.uk']);

export interface Site {
  readonly port: number;
  /** The host of every request that came, in order. */
  readonly hosts: readonly string[];
  close(): void;
}

/**
 * Stands in for the whole network: the browser has it as its proxy, so it gets every request that would leave,
 * answers those to the test hosts and refuses all others.
 */
export async function serveSite(): Promise<Site> {
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    hosts.push(host);
    if (!TEST_HOSTS.has(host)) return void response.writeHead(502).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(host.endsWith('instituteforgovernment.org.uk') ? REPORT_PAGE : NEWS_PAGE);
  });
  server.on('connect', (request, socket) => {
    hosts.push((request.url ?? '').replace(/:\d+$/, ''));
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, hosts, close: () => server.close() };
}
