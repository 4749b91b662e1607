import type { NewPost } from './account.ts';
import { type ExternalEmbed, facetOn } from './records.ts';

export const SITE = 'https://www.instituteforgovernment.org.uk';
export const REPORT = `${SITE}/publication/report/public-procurement`;
export const REPORT_CARD: ExternalEmbed = {
  $type: 'app.bsky.embed.external',
  external: { uri: REPORT, title: 'Public procurement | Institute for Government', description: 'How to buy.' },
};

/** A post of a day of 2026, by its place in it, in minutes. */
export function post(text: string, day: string, minute = 0): NewPost {
  return { text, createdAt: new Date(Date.parse(`2026-${day}T08:00:00.000Z`) + minute * 60_000).toISOString() };
}

/** A post with the report's link card. */
export function about(text: string, day: string, minute = 0): NewPost {
  return { ...post(text, day, minute), embed: REPORT_CARD };
}

/** A post in whose text a part leads to an address. */
export function linking(written: NewPost, part: string, uri: string): NewPost {
  const facet = facetOn(written.text, part, { $type: 'app.bsky.richtext.facet#link', uri });
  return { ...written, facets: [...(written.facets ?? []), facet] };
}

/** A thread: a post, and one after another that answers the one before. `at` is the place of the first in its list. */
export function thread(posts: readonly NewPost[], at = 0): readonly NewPost[] {
  return posts.map((each, index) => (index === 0 ? each : { ...each, reply: { root: at, parent: at + index - 1 } }));
}
