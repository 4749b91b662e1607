/** What a server of the AT Protocol answers when it refuses. */
export class XrpcError extends Error {
  readonly status: number;
  /** Its name, such as `AccountTakedown`. */
  readonly error: string;

  constructor(method: string, status: number, error: string, message: string) {
    super(`${method}: ${status} ${error}: ${message}`);
    this.status = status;
    this.error = error;
  }
}

export interface XrpcOptions {
  readonly query?: Readonly<Record<string, string | number | readonly string[]>>;
  /** Sent by POST: bytes as they are, null as nothing, anything else as JSON. Without it the method is asked by GET. */
  readonly body?: object | null;
  readonly type?: string;
  /** The whole header `Authorization`. */
  readonly authorization?: string;
}

/** Asks `server` for a method such as `app.bsky.actor.getProfile`; throws an `XrpcError` where it refuses. */
export async function xrpc(server: string, method: string, options: XrpcOptions = {}): Promise<unknown> {
  const { body, type = 'application/json', authorization } = options;
  const response = await fetch(xrpcAddress(server, method, options.query), {
    headers: {
      ...(body && { 'content-type': type }),
      ...(authorization !== undefined && { authorization }),
    },
    ...(body !== undefined && { method: 'POST', body: encode(body) }),
  });
  const text = await response.text();
  if (response.ok) return text === '' ? null : JSON.parse(text);
  const { error, message } = JSON.parse(text) as { error: string; message: string };
  throw new XrpcError(method, response.status, error, message);
}

function encode(body: object | null): BodyInit | null {
  return body instanceof Uint8Array ? new Blob([body.slice()]) : body && JSON.stringify(body);
}

export function xrpcAddress(server: string, method: string, query: XrpcOptions['query'] = {}): string {
  const address = new URL(`/xrpc/${method}`, server);
  for (const [name, value] of Object.entries(query))
    for (const each of [value].flat()) address.searchParams.append(name, String(each));
  return address.href;
}
