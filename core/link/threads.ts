import type { Profile } from '../model/account.ts';
import type { PostId } from '../model/ids.ts';
import type { Point, PointList, Thread } from '../model/thread.ts';
import { readNumber } from '../text/point-number.ts';
import { findChains } from './reply-chains.ts';
import type { UnlinkedPost } from './unlinked-posts.ts';

/** A thread before it is known what it is about. */
export type UnlinkedThread = Omit<Thread, 'publication' | 'lists'>;

const CONJUNCTION = /^(?:but|and|so|or|also|then|plus|finally|secondly|thirdly|next|however|instead)\b/i;
const LATER_LETTER = /^[b-z][).]\s/;

/**
 * Finds the threads of a feed: chains of replies where they are known, else neighbours with the same minute, each
 * answered by the next. `posts` are in the order of the feed, newest first; a thread's posts come out in reading order.
 */
export function findThreads(posts: readonly UnlinkedPost[], profile: Profile): UnlinkedThread[] {
  const unknown = posts.filter(({ reply }) => reply === null);
  return [...findChains(posts.filter(({ reply }) => reply !== null)), ...findRuns(unknown, profile)];
}

function findRuns(posts: readonly UnlinkedPost[], profile: Profile): UnlinkedThread[] {
  const threads: UnlinkedThread[] = [];
  for (let first = 0; first < posts.length; ) {
    const end = endOfRun(posts, first);
    if (end - first > 1) threads.push(makeThread(posts, first, end, profile));
    first = end;
  }
  return threads;
}

function endOfRun(posts: readonly UnlinkedPost[], first: number): number {
  let end = first + 1;
  while (end < posts.length && posts[end]?.time === posts[first]?.time && (posts[end]?.replies ?? 0) > 0) end += 1;
  return end;
}

function makeThread(posts: readonly UnlinkedPost[], first: number, end: number, profile: Profile): UnlinkedThread {
  const run = posts.slice(first, end).reverse();
  const [opening] = run;
  const time = opening?.time ?? '';
  const isCutOff = end === posts.length && posts.length < (profile.posts ?? 0);
  const start = isCutOff ? (continuesSomething(opening?.text ?? '') ? 'missing' : 'unknown') : 'shown';
  return { id: `thread:${opening?.id ?? ''}`, time, posts: run.map((post) => post.id), start };
}

/** Whether a text opens as nobody opens a thread: with a conjunction, or a point that is not the first. */
function continuesSomething(text: string): boolean {
  if (CONJUNCTION.test(text) || LATER_LETTER.test(text)) return true;
  return (readNumber(text.split('\n', 1)[0] ?? '')?.number ?? 0) > 1;
}

const LETTERED = /^([a-z])[).]\s+(.+)$/;

/** The lettered points of a thread's posts, given in reading order. A letter that does not follow on begins a new list. */
export function findPointLists(posts: readonly UnlinkedPost[]): PointList[] {
  const lists: { heading: string | null; points: Point[] }[] = [];
  let expected = '';
  for (const post of posts) {
    let before: string | null = null;
    for (const line of post.text.split(/\r\n?|\n/)) {
      const match = LETTERED.exec(line);
      const [, label = '', text = ''] = match ?? [];
      if (match === null) before = line.trim() === '' ? before : line.trim();
      else if (label === expected || label === 'a') {
        if (label === 'a') lists.push({ heading: before, points: [] });
        lists.at(-1)?.points.push(makePoint(label, text, post.id));
        expected = String.fromCharCode(label.charCodeAt(0) + 1);
      }
    }
  }
  return lists;
}

function makePoint(label: string, text: string, post: PostId): Point {
  return { label, text: text.trim(), post };
}
