import { expect, test } from 'vitest';
import { contentOfFeeds } from '../../../core/gloss/content-of-feeds.ts';
import { glossFor } from '../../../core/gloss/gloss-for.ts';
import { sampleAddress } from '../../../core/gloss/sample.ts';
import type { BundledIndex } from '../../../core/model/feed.ts';
import type { Publication } from '../../../core/model/publication.ts';
import { createResolver } from '../../../core/recognise/resolve.ts';
import { buildBundledIndex } from '../../../scripts/bundled-index.ts';

const { feeds } = JSON.parse(await buildBundledIndex()) as BundledIndex;

test('the sample of the bundled feed is claimed, and has much to show', () => {
  const { sureness, ...match } = createResolver(feeds).resolve({ url: sampleAddress(feeds) ?? '' });
  expect(sureness).toBe('exact');
  const gloss = glossFor(contentOfFeeds(feeds), { sureness, ...match });
  expect(gloss.sections).toHaveLength(3);
});

test('only the Institute’s publications with an address will do', () => {
  const without = (change: (publication: Publication) => Partial<Publication>) =>
    feeds.map((feed) => ({ ...feed, publications: feed.publications.map((each) => ({ ...each, ...change(each) })) }));
  expect(sampleAddress(without(() => ({ isIfg: false })))).toBeNull();
  expect(sampleAddress(without(() => ({ addresses: [] })))).toBeNull();
  expect(sampleAddress([])).toBeNull();
});

test('more recommendations go before more posts, and those before fewer', () => {
  const [feed] = feeds;
  const [publication] = feed?.publications ?? [];
  const [post] = feed?.posts ?? [];
  const [recommendation] = feed?.recommendations ?? [];
  if (!feed || !publication || !post || !recommendation) throw new Error('no feed');
  const institutes = ['a', 'b', 'c'].map((id) => ({ ...publication, id, isIfg: true, addresses: [`https://${id}/`] }));
  const posts = ['a', 'b', 'b'].map((id, place) => ({ ...post, id: `${place}`, publications: [id] }));
  const small = { ...feed, publications: institutes, posts, recommendations: [] };
  expect(sampleAddress([small])).toBe('https://b/');
  expect(sampleAddress([{ ...small, recommendations: [{ ...recommendation, publication: 'c' }] }])).toBe('https://c/');
  const twice = { ...small, posts: [posts[0], { ...posts[0], publications: ['b'] }, posts[1]] } as typeof small;
  expect(sampleAddress([{ ...twice, id: 'copy', posts: posts.slice(0, 1) }, twice])).toBe('https://b/');
});
