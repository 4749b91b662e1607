import { describe, expect, test } from 'vitest';
import { contentOfFeeds } from '../../../core/gloss/content-of-feeds.ts';
import { createResolver } from '../../../core/recognise/resolve.ts';
import { createLookUp } from '../../../core/search/look-up.ts';
import { familiesOf } from '../../../core/text/word-families.ts';
import { stemsOf } from '../../../core/text/words.ts';
import { makeFeed } from '../../bench/gold.ts';
import { makePage, readPage } from '../sources/text-page/made-page.ts';

const SITE = 'https://www.instituteforgovernment.org.uk';

/** Porter's rules join nearly all of these pairs, or one begins like the other. */
const UNLIKE = [
  ['public', 'publication'],
  ['publicly', 'publicity'],
  ['universe', 'university'],
  ['universal', 'universities'],
  ['organ', 'organisation'],
  ['organ', 'organization'],
  ['general', 'generate'],
  ['generous', 'generation'],
  ['policy', 'police'],
  ['past', 'paste'],
  ['art', 'article'],
  ['pro', 'procurement'],
  ['cast', 'caste'],
  ['author', 'authority'],
  ['depart', 'department'],
  ['intern', 'international'],
  ['import', 'important'],
  ['major', 'majority'],
  ['minor', 'minority'],
  ['commune', 'communication'],
  ['communication', 'communities'],
  ['community', 'communism'],
  ['custom', 'customer'],
  ['customer', 'customs'],
  ['common', 'commons'],
  ['new', 'news'],
  ['busy', 'business'],
  ['wit', 'witness'],
  ['emerge', 'emergency'],
  ['experience', 'experiment'],
  ['several', 'severe'],
  ['position', 'positive'],
  ['opposite', 'opposition'],
  ['object', 'objective'],
  ['conserve', 'conservative'],
  ['converse', 'conversion'],
  ['diverse', 'diversion'],
  ['project', 'projection'],
  ['institute', 'institution'],
  ['initial', 'initiative'],
  ['relative', 'relations'],
  ['second', 'secondments'],
  ['person', 'personality'],
  ['ration', 'rational'],
  ['moral', 'morale'],
  ['local', 'locale'],
  ['human', 'humane'],
  ['empire', 'empirical'],
  ['animal', 'animated'],
  ['nominal', 'nominated'],
  ['terminal', 'terminate'],
  ['capital', 'capitalism'],
  ['social', 'socialism'],
  ['product', 'productivity'],
  ['compete', 'competence'],
  ['nurse', 'nursery'],
  ['surge', 'surgery'],
  ['art', 'artery'],
  ['adult', 'adultery'],
  ['statue', 'status'],
  ['lung', 'lunge'],
  ['suit', 'suite'],
  ['apart', 'apartment'],
  ['allow', 'allowances'],
  ['defend', 'defendants'],
  ['politics', 'polite'],
  ['unit', 'united'],
  ['civil', 'civilization'],
] as const;

describe.each(UNLIKE)('%s and %s are not one word', (one, other) => {
  test('for a stem or a family', () => {
    expect(stemsOf(one)).not.toEqual(stemsOf(other));
    expect(familiesOf(one)).not.toEqual(familiesOf(other));
  });
  test('for what is found or related', async () => {
    expect(await findAmong([one, other], `${one} .`)).toEqual([one]);
    expect(await findAmong([one, other], `${other} .`)).toEqual([other]);
    const { resolve } = createResolver([makeFeed([{ title: `Prisons ${one}`, url: `${SITE}/comment/elsewhere` }])]);
    expect(resolve({ url: `${SITE}/comment/prisons-${other}` }).sureness).toBe('none');
  });
});

test.each([
  ['publication', 'publications'],
  ['university', 'universities'],
  ['organisation', 'organizations'],
  ['organise', 'organized'],
  ['general', 'generally'],
  ['generate', 'generating'],
  ['police', 'policing'],
  ['policy', 'policies'],
  ['department', 'departments'],
  ['authority', 'authorities'],
  ['community', 'communities'],
  ['delivery', 'delivering'],
  ['recovery', 'recovers'],
  ['discovery', 'discovered'],
  ['nursery', 'nurseries'],
  ['responsible', 'responsibility'],
  ['opposition', 'oppositions'],
  ['united', 'unites'],
  ['business', 'businesses'],
  ['privatise', 'privatization'],
  ['nationalise', 'nationalizing'],
])('%s and %s are one word', (one, other) => {
  expect(stemsOf(one)).toEqual(stemsOf(other));
});

test('what is typed finds what it may become, also where another word is called so', async () => {
  const text = 'A publication of the university';
  for (const typed of ['publ', 'publi', 'publicat', 'univ', 'univers'])
    expect(await findAmong([text], typed), typed).toEqual([text]);
});

/** The texts of posts that words find. */
async function findAmong(texts: readonly string[], asked: string): Promise<string[]> {
  const feed = readPage(makePage(texts.map((text) => ({ text }))));
  const answer = await createLookUp(contentOfFeeds([feed]), createResolver([feed])).answer({ asked, linkText: '' });
  return answer.kind === 'words' ? answer.posts.items.map(({ post }) => post.text) : [];
}
