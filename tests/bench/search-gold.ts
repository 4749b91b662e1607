import { HITS_IN_PART } from '../../core/protocol/search.ts';
import { memoryContent } from '../../entrypoints/background/library/memory-content.ts';
import { goldFeeds, goldSearches, rankOf, scoreSearches } from './gold-searches.ts';

/**
 * `npm run gold:search`: how often what is looked for comes first, over a library of 10,000 posts; of the searches with
 * which ranking was tuned, which are named where they fail, and of those that were put away.
 */
const POSTS = 10_000;

const content = memoryContent(await goldFeeds(POSTS));
const ranks = [];
for (const search of goldSearches) {
  const request = {
    text: search.text,
    order: 'relevance',
    start: 0,
    most: HITS_IN_PART,
    from: null,
    newSince: 0,
  } as const;
  ranks.push({ search, rank: rankOf(search, await content.search(request, [])) });
}
for (const isHeld of [false, true]) {
  const { searches, precisionAtOne, reciprocalRank, missed } = scoreSearches(
    ranks.filter(({ search }) => search.isHeld === isHeld),
  );
  const figures = `precision at 1 ${precisionAtOne.toFixed(3)}, mean reciprocal rank ${reciprocalRank.toFixed(3)}`;
  console.log(`${isHeld ? 'put away' : 'tuned with'}: ${searches} searches, ${figures}`);
  if (!isHeld) for (const each of missed) console.log(`  ${each}`);
}
