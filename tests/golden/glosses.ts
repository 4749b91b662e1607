import { profileAddress, searchAddress } from '../../core/cite/bluesky.ts';
import { type Conversation, type Gloss, openingOf } from '../../core/gloss/gloss.ts';
import type { Post } from '../../core/model/post.ts';
import type { Publication } from '../../core/model/publication.ts';
import type { Recommendation } from '../../core/model/recommendation.ts';
import { sayReason } from './english.ts';
import { hash, namePost, namePublication, opening } from './names.ts';
import type { Library, Said } from './say.ts';

/** What a mark claims, and why. */
export function showMatch({ address, gloss, related, posts }: Said) {
  const { sureness, reasons } = gloss.match;
  if (sureness === 'none' && reasons.length === 0) return { address, sureness };
  return {
    address,
    sureness,
    publication: gloss.publication && namePublication(gloss.publication),
    reasons: reasons.map(sayReason),
    posts,
    related: related.map(namePost),
  };
}

/** A card as it is read. */
export function showGloss(gloss: Gloss, library: Library) {
  const { match, publication, conversations, sections, coverage, feeds } = gloss;
  const first = openingOf(gloss);
  return {
    sureness: match.sureness,
    reasons: match.reasons.map(sayReason),
    publication: publication && showPublication(publication, library),
    counts: `${gloss.counts.posts} posts, ${gloss.counts.recommendations} recommendations`,
    opening: first && `${first.number ?? 'post'}: ${opening(first.text)}`,
    sections: sections.map(({ title, recommendations }) => ({
      title,
      recommendations: recommendations.map((each) => showRecommendation(each, library)),
    })),
    conversations: conversations.map((each) => showConversation(each, feeds)),
    coverage: coverage.map(namePublication),
    feeds: feeds.map(({ handle, displayName, asOf }) => `${displayName}, ${profileAddress(handle)}, as of ${asOf}`),
  };
}

export function showPublication(publication: Publication, library: Library) {
  const { title, titleIsCertain, kind, description, siteName, isIfg, section, addresses, displayForms } = publication;
  const covered = library.publication(publication.coverageOf);
  return {
    title,
    titleIsCertain,
    kind,
    description,
    siteName,
    isIfg,
    section,
    addresses,
    displayForms,
    coverageOf: covered && namePublication(covered),
  };
}

/** Its number, its section, a hash of its text and how that begins, and the post that it stands in. */
export function showRecommendation({ number, section, text, post }: Recommendation, library: Library): string {
  const from = library.post(post);
  return `${number}. (${section}) ${hash(text)} ${opening(text)} — ${from && namePost(from)}`;
}

function showConversation({ thread, posts, feed }: Conversation, feeds: Gloss['feeds']) {
  const handle = feeds.find(({ id }) => id === feed)?.handle ?? '';
  return {
    feed: handle,
    thread: thread && `from ${thread.time}, ${thread.posts.length} posts, its start ${thread.start}`,
    posts: posts.map((post) => `${placeIn(thread, post)}${namePost(post)}`),
    links: posts.map((post) => searchAddress(post, handle)),
  };
}

/** Which of its thread's posts it is, from 1. */
function placeIn(thread: Conversation['thread'], { id }: Post): string {
  return thread === null ? '' : `${thread.posts.indexOf(id) + 1}: `;
}
