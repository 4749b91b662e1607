import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Page {
  readonly body: string | Uint8Array;
  /** `text/html; charset=utf-8` where none is given. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What stands at an address, or null where nothing does. */
export type Pages = (address: URL) => Page | null;

export interface Site {
  readonly port: number;
  /** The host of every request that came and that no page answers, in order. */
  readonly refused: readonly string[];
  close(): void;
}

/**
 * Stands in for the whole network: the browser has it as its proxy, so it gets every request that would leave,
 * answers those for which there is a page and refuses and records all others.
 */
export async function serveSite(pages: Pages): Promise<Site> {
  const refused: string[] = [];
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const page = pages(address);
    if (page === null) {
      refused.push(address.hostname);
      return void response.writeHead(502).end();
    }
    response.writeHead(200, { 'content-type': page.type ?? 'text/html; charset=utf-8', ...page.headers });
    response.end(page.body);
  });
  server.on('connect', (request, socket) => {
    // A browser that is closed lets go of its connections at once.
    socket.on('error', () => socket.destroy());
    refused.push((request.url ?? '').replace(/:\d+$/, ''));
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, refused, close: () => server.close() };
}
