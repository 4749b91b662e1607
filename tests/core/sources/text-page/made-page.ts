import { parseFeed } from '../../../../core/link/parse-feed.ts';
import type { Feed } from '../../../../core/model/feed.ts';

interface MadePost {
  readonly text: string;
  readonly card?: string;
  readonly replies?: number;
}

/** A profile page in the form of the seeds. All posts are of one minute: those that are answered by the next make a thread. */
export function makePage(posts: readonly MadePost[], bio = 'Bio.'): string {
  const blocks = posts.map(
    ({ text, card, replies = 1 }, index) =>
      `${card === undefined ? '' : `Preview\n${card}\n`}\n${text}\n\n11.11.2025 09:25 — 👍 0    🔁 2    💬 ${index === 0 ? 0 : replies}    📌 0\n`,
  );
  return `Jo Test's Avatar\n\nJo Test\n\n@jo.bsky.social\n\n${bio}\n\n702 Followers  |  234 Following  |  ${posts.length} Posts  |  Joined: 01.11.2023\n\nLatest posts by jo.bsky.social on Bluesky\n${blocks.join('')}`;
}

/** The feed of such a page; throws where it is refused. */
export function readPage(page: string): Feed {
  const feed = parseFeed(page);
  if (!feed.ok) throw new Error(`line ${feed.error.line}: expected ${feed.error.expected}`);
  return feed.value;
}
