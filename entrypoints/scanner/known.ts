import type { AskedLink, LinkMatch, MarkKind } from '../../core/messages.ts';
import { resolveLinks } from './extension.ts';

/** So many answers are kept: a page that goes on for days must not fill the memory. */
const MOST = 2000;

/** What the background said, so that the same is asked for once a page. */
export interface Known {
  /** Asks for what is not known yet; what cannot be learnt stays unknown. */
  learn(asked: readonly AskedLink[]): Promise<void>;
  get(asked: AskedLink): LinkMatch | undefined;
  /** Forgets the oldest answers where there are too many. */
  trim(): void;
  forget(): void;
}

export function createKnown(kind: MarkKind, onFirst: () => void): Known {
  const known = new Map<string, LinkMatch>();
  return {
    async learn(asked) {
      const unknown = new Map(asked.map((each) => [keyOf(each), each]));
      for (const key of unknown.keys()) if (known.has(key)) unknown.delete(key);
      if (unknown.size === 0) return;
      onFirst();
      const answers = await resolveLinks([...unknown.values()], kind);
      const keys = [...unknown.keys()];
      for (const [index, match] of answers.entries()) known.set(keys[index] ?? '', match);
    },
    get: (asked) => known.get(keyOf(asked)),
    trim() {
      for (const key of known.keys()) if (known.size > MOST) known.delete(key);
    },
    forget: () => known.clear(),
  };
}

function keyOf({ address, text }: AskedLink): string {
  return `${address}\n${text}`;
}
