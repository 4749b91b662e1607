import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What the network's process says when it has started; each is the address of a server. */
export interface NetworkAddresses {
  readonly appView: string;
  readonly pds: string;
  readonly plc: string;
  readonly control: string;
}

export interface Label {
  /** A DID for an account, an at-URI for a record. */
  readonly uri: string;
  readonly val: string;
  /** Takes the label back. */
  readonly neg?: boolean;
}

/** What no user of the network can do, asked of its process: `POST /NAME` with the argument as JSON. */
export interface Control {
  /** Settles when the AppView knows everything that the PDS has. */
  processAll(): Promise<void>;
  /** Has the AppView know a label of the labeler that it follows. */
  label(label: Label): Promise<void>;
  /** Whether the AppView offers its search for links, as it does not by itself; a stand-in finds them among its posts. */
  offerSearch(isOffered: boolean): Promise<void>;
  /** The address of a new PDS, which limits how often it is asked, and which the AppView does not follow. */
  limitedPds(): Promise<string>;
}

/** Serves `control` on loopback. A fault comes as status 500 with its text. */
export async function serveControl(control: Control): Promise<Server> {
  const server = createServer(async (request, response) => {
    try {
      const answer = await dispatch(control, request.url ?? '', await json(request));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? null));
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function dispatch(control: Control, path: string, argument: unknown): Promise<unknown> {
  if (path === '/processAll') return control.processAll();
  if (path === '/label') return control.label(argument as Label);
  if (path === '/offerSearch') return control.offerSearch(argument === true);
  if (path === '/limitedPds') return control.limitedPds();
  throw new Error(`${path} is nothing that the network's process can do`);
}

/** The other end of `serveControl`. */
export function askControl(address: string): Control {
  const ask = async (name: keyof Control, argument: unknown = null): Promise<unknown> => {
    const response = await fetch(`${address}/${name}`, { method: 'POST', body: JSON.stringify(argument) });
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
    return response.json();
  };
  return {
    processAll: async () => void (await ask('processAll')),
    label: async (label) => void (await ask('label', label)),
    offerSearch: async (isOffered) => void (await ask('offerSearch', isOffered)),
    limitedPds: async () => (await ask('limitedPds')) as string,
  };
}
