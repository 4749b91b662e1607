import type { AskedLink, LinkMatch, MarkKind } from '../../core/protocol/marks.ts';
import { resolveLinks } from './extension.ts';

/** So many are asked for, and kept: a page with more is made to have them, or its links tick, and waits so many milliseconds. */
const MOST = 5000;
const RENEWED_AFTER = 60_000;

/** What the background said, so that the same is asked for once a page. */
export interface Known {
  /** Asks for what is not known yet; what cannot be learnt stays unknown. */
  learn(asked: readonly AskedLink[]): Promise<void>;
  get(asked: AskedLink): LinkMatch | undefined;
  forget(): void;
}

export function createKnown(kind: MarkKind, onFirst: () => void): Known {
  const known = new Map<string, LinkMatch>();
  let left = MOST;
  const forget = () => {
    known.clear();
    left = MOST;
  };
  return {
    async learn(asked) {
      const unknown = asked.filter((each) => !known.has(keyOf(each)));
      const links = [...new Map(unknown.map((each) => [keyOf(each), each])).values()].slice(0, left);
      left -= links.length;
      if (links.length === 0) return;
      if (left === 0) setTimeout(forget, RENEWED_AFTER);
      onFirst();
      const answers = await resolveLinks(links, kind);
      for (const [index, link] of links.entries()) if (answers[index]) known.set(keyOf(link), answers[index]);
    },
    get: (asked) => known.get(keyOf(asked)),
    forget,
  };
}

function keyOf({ address, text }: AskedLink): string {
  return `${address}\n${text}`;
}
