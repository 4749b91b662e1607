import { useRef, useState } from 'preact/hooks';
import { countShownPosts, countShownRecommendations, type Gloss } from '../core/gloss/gloss.ts';
import { joinMore, newConversations, newRecommendations } from '../core/gloss/join-more.ts';
import type { More, Wanted } from '../core/gloss/more.ts';

/** Asks for more of a gloss; null where what it is about has changed. Rejects where nobody answers. */
export type DescribeMore = (wanted: Wanted) => Promise<More | null>;

/** What was asked for, and has not come: it is waited for, or could not be loaded. */
export interface Missing {
  readonly wanted: Wanted;
  readonly hasFailed: boolean;
}

/** What has come last, to be gone to and told of. */
export interface Arrival {
  readonly wanted: Wanted;
  /** Selects the first of it; null where nothing new came. */
  readonly first: string | null;
  /** How many posts or recommendations have come, how many are shown by now, and of how many. */
  readonly added: number;
  readonly shown: number;
  readonly all: number;
}

interface State {
  readonly to: Gloss;
  readonly gloss: Gloss;
  readonly missing: Missing | null;
  readonly arrival: Arrival | null;
}

/** A gloss with what its reader has asked for beyond its first page; another first page starts anew. */
export function useMore(first: Gloss, describe: DescribeMore | null) {
  const to = useSame(first);
  const fresh: State = { to, gloss: to, missing: null, arrival: null };
  const [kept, setState] = useState(fresh);
  const state = kept.to === to ? kept : fresh;
  const now = useRef(state);
  now.current = state;
  const put = (next: Partial<State>) => {
    now.current = { ...now.current, ...next };
    setState(now.current);
  };
  return {
    ...state,
    /** Does nothing while something else is waited for. */
    async ask(wanted: Wanted) {
      if (describe === null || now.current.missing?.hasFailed === false) return;
      put({ missing: { wanted, hasFailed: false }, arrival: null });
      const more = await describe(wanted).catch(() => null);
      if (now.current.to !== to) return;
      if (more === null) put({ missing: { wanted, hasFailed: true } });
      else
        put({
          missing: null,
          gloss: joinMore(now.current.gloss, more),
          arrival: arrive(now.current.gloss, more, wanted),
        });
    },
  };
}

function arrive(before: Gloss, more: More, wanted: Wanted): Arrival {
  const after = joinMore(before, more);
  if (wanted.kind === 'recommendations') {
    const [first] = newRecommendations(before, more);
    const shown = countShownRecommendations(after);
    const added = shown - countShownRecommendations(before);
    const place = first && `${ofPost(first.post)}[data-recommendation="${first.number}"]`;
    return { wanted, first: place ?? null, added, shown, all: after.counts.recommendations };
  }
  const id = wanted.kind === 'post' ? wanted.post : newConversations(before, more)[0]?.posts[0]?.id;
  const shown = countShownPosts(after);
  const added = shown - countShownPosts(before);
  return { wanted, first: id === undefined ? null : postSelector(id), added, shown, all: after.counts.posts };
}

/** Where a post is shown. */
export function postSelector(id: string): string {
  return `.post${ofPost(id)}`;
}

function ofPost(id: string): string {
  return `[data-post="${CSS.escape(id)}"]`;
}

/** The gloss before, where the newer says the same: its page was described once more, and the reader is in the midst of it. */
function useSame(newest: Gloss): Gloss {
  const same = useRef(newest);
  if (same.current !== newest && JSON.stringify(same.current) !== JSON.stringify(newest)) same.current = newest;
  return same.current;
}
