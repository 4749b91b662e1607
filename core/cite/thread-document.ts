import { dayOfTime } from '../local-day.ts';
import type { PostTime } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { ThreadDetails } from '../protocol/library-page.ts';
import { postAddress } from './bluesky.ts';
import { readCitation } from './citation.ts';
import { escapeMarkdown, linkMarkdown } from './markdown.ts';
import { oneLine } from './one-line.ts';
import { formatRisRecord } from './ris.ts';

/** The words of a document, in the language that it is written in, as plain text. */
export interface ThreadWords {
  readonly title: string;
  /** Sentences on the whole: whose feed it is in, from which day its copy is, what is not known. */
  readonly notes: readonly string[];
  /** Sentences on one post: whose it is, what it links to, what its images show. */
  readonly notesOn: (post: Post) => readonly string[];
  readonly showTime: (time: PostTime) => string;
}

/**
 * A thread as a Markdown document: its posts in reading order under their numbers, times and, where these are known,
 * addresses. What posts say is text in it, whatever it looks like.
 */
export function formatThreadMarkdown(details: ThreadDetails, words: ThreadWords): string {
  const { thread, posts, publication } = details;
  const about = publication && (readCitation(publication)?.address ?? null);
  const head = [...words.notes.map(escapeMarkdown), ...(about === null ? [] : [linkMarkdown(about)])];
  const parts = posts.map((post) => formatPost(post, thread.posts.indexOf(post.id) + 1, words));
  return `${[`# ${escapeMarkdown(words.title)}`, head.join('\\\n'), ...parts].filter((part) => part !== '').join('\n\n')}\n`;
}

function formatPost(post: Post, ordinal: number, { notesOn, showTime }: ThreadWords): string {
  const address = postAddress(post);
  const heading = `## ${ordinal}. ${escapeMarkdown(showTime(post.time))}`;
  const foot = [...notesOn(post).map(escapeMarkdown), ...(address === null ? [] : [linkMarkdown(address)])];
  return [heading, escapeMarkdown(post.text), foot.join('\\\n')].filter((part) => part !== '').join('\n\n');
}

/**
 * A thread as one RIS record of a page: by the author of its first post, where that is known, of that post's day and
 * address. The day of retrieval (`Y2`) is the day when the feed was read.
 */
export function formatThreadRis({ posts, thread, feed }: ThreadDetails, { title, notes }: ThreadWords): string {
  const [first] = posts;
  const { author } = first ?? { author: null };
  const day = dayOfTime(thread.time).replaceAll('-', '/');
  return formatRisRecord([
    ['TY', 'ELEC'],
    ['AU', author && (oneLine(author.displayName) || author.handle)],
    ['TI', oneLine(title)],
    ['PY', day.slice(0, 'YYYY'.length)],
    ['DA', day],
    ['PB', 'Bluesky'],
    ['UR', first === undefined ? null : postAddress(first)],
    ['Y2', feed.asOf?.replaceAll('-', '/') ?? null],
    ...notes.map((note) => ['N1', oneLine(note)] as const),
  ]);
}
