/** What came of an answer's body. */
export interface Body {
  /** How much was read, unpacked. */
  readonly bytes: number;
  /** Null where it is no UTF-8, or there is more of it than is read. */
  readonly text: string | null;
  /** `cut`: it ended before its end; `too-large`: there is more of it than is read. */
  readonly fault: 'cut' | 'too-large' | null;
}

/** Reads a body as it comes, up to a limit in bytes; the rest is not asked for. Never rejects. */
export async function readBody(response: Response, limit: number): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let fault: Body['fault'] = null;
  try {
    for await (const chunk of chunksOf(response)) {
      bytes += chunk.length;
      if (bytes > limit) {
        fault = 'too-large';
        break;
      }
      chunks.push(chunk);
    }
  } catch {
    fault = 'cut';
  }
  return { bytes, text: fault === 'too-large' ? null : decode(chunks), fault };
}

/** `Response.body` is iterable only in some of the browsers. */
async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) yield part.value;
  } finally {
    // Whoever stops reading wants no more of it.
    await reader?.cancel().catch(() => null);
  }
}

function decode(chunks: readonly Uint8Array[]): string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
  } catch {
    return null;
  }
}
